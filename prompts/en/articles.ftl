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
words_only = In { $language ->
        [ar] Arabic
        [bg] Bulgarian
        [bn] Bengali
        [bs] Bosnian
        [ca] Catalan
        [cs] Czech
        [cy] Welsh
        [da] Danish
        [de] German
        [el] Greek
        [es] Spanish
        [et] Estonian
        [eu] Basque
        [fa] Persian
        [fi] Finnish
        [fr] French
        [ga] Irish
        [gl] Galician
        [gu] Gujarati
        [he] Hebrew
        [hi] Hindi
        [hr] Croatian
        [hu] Hungarian
        [hy] Armenian
        [id] Indonesian
        [is] Icelandic
        [it] Italian
        [ja] Japanese
        [ka] Georgian
        [kk] Kazakh
        [km] Khmer
        [kn] Kannada
        [ko] Korean
        [ku] Kurdish
        [lt] Lithuanian
        [lv] Latvian
        [mk] Macedonian
        [ml] Malayalam
        [mn] Mongolian
        [mr] Marathi
        [ms] Malay
        [my] Burmese
        [nb] Norwegian
        [ne] Nepali
        [nl] Dutch
        [nn] Norwegian
        [no] Norwegian
        [pa] Punjabi
        [pl] Polish
        [ps] Pashto
        [pt] Portuguese
        [ro] Romanian
        [ru] Russian
        [si] Sinhala
        [sk] Slovak
        [sl] Slovenian
        [so] Somali
        [sq] Albanian
        [sr] Serbian
        [sv] Swedish
        [sw] Swahili
        [ta] Tamil
        [te] Telugu
        [th] Thai
        [tl] Tagalog
        [tr] Turkish
        [uk] Ukrainian
        [ur] Urdu
        [uz] Uzbek
        [vi] Vietnamese
        [zh] Chinese
        [zu] Zulu
       *[other] another language ({ $language })
    }: searched by its words only.
told_another = Another article is known under this name, “{ $title }” (`{ $id }`). Both are kept.
told_outlet = Another outlet has this very text, “{ $title }” (`{ $id }`). Both are kept.
told_same = The same text is here already, as “{ $title }” (`{ $id }`), and is kept once.
told_stated = The same text is here already, as “{ $title }” (`{ $id }`). It is kept once, with what is stated of it here.
