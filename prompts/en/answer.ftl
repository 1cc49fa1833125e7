### What is said around the quotes that answer.

also = Also:
ask = **{ $query }** · { $matched ->
        [one] { $matched } article
       *[other] { $matched } articles
    } of { $total }
brief = **{ $query }** · { $matched ->
        [one] { $matched } article
       *[other] { $matched } articles
    } of { $total }
closest = **{ $query }** is not answered in my { $total ->
        [one] { $total } article
       *[other] { $total } articles
    }, as far as I can tell. The closest that I have, which may not answer it:
closest_missing = None of these mentions: { $words }.
did_you_mean = Did you mean **{ $corrected }**?
differs = The reports differ. The newest first:
filtered = The outlet, dates, "phrases" or -words that you gave leave some articles out; try without them.
missing = No passage that fits says: { $words }.
nearest = I do have: { $topics }
no_articles = I have no articles yet. An operator adds some with `pullquote ingest`, a server manager with `/articles add`.
not_found = **{ $query }** is not in my articles. I looked in { $total ->
        [one] { $total } article
       *[other] { $total } articles
    }.
nothing_asked = There is nothing to search for in that. Please name a topic, for example "sanctions".
only_day = Only articles of { $day }.
only_days = Only articles from { $first } to { $last }.
page = **{ $query }** · from quote { $first } on
phrase_nowhere = No article says “{ $phrase }” word for word, so its words were looked for.
read_as = Read “{ $typed }” as “{ $read }”.
widened = For “{ $asked }” this also quotes “{ $found }”.
