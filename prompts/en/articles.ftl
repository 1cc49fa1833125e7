### The list of articles, and what becomes of a file.

added = Done: { $added } new, { $updated } updated, { $unchanged } unchanged.
file_or_url = Please give a file or a web address: one of the two.
heading = **Articles** { $first }–{ $last } of { $total }
length = { $words ->
        [one] { $words } word
       *[other] { $words } words
    }, version { $version }
none = There are no articles here yet. Add one with `/articles add`.
not_yours = That article is not one of this server's own, so it cannot be removed here.
removed = Removed: { $title }
row = { $title } · { $outlet } · { $date } · `{ $id }`
row_undated = { $title } · { $outlet } · undated · `{ $id }`
row_unstated = { $title } · source not stated · `{ $id }`
shown = Article `{ $id }` begins:
told_damaged = { $characters ->
        [one] { $characters } character
       *[other] { $characters } characters
    } could not be read. The sentences with a gap are kept and never quoted.
told_keys = { $count ->
        [one] This key is
       *[other] These { $count } keys are
    } not known and left aside: { $keys }. Known are { $known }.
words_only = In { LANGUAGE($language) }: searched by its words only.
told_another = Another article is known under this name, “{ $title }” (`{ $id }`). Both are kept.
told_outlet = Another outlet has this very text, “{ $title }” (`{ $id }`). Both are kept.
told_same = The same text is here already, as “{ $title }” (`{ $id }`), and is kept once.
told_stated = The same text is here already, as “{ $title }” (`{ $id }`). It is kept once, with what is stated of it here.
