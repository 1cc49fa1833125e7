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
