### The feeds that are followed.

added = **Added.** { $title } names { $items ->
        [one] { $items } article
       *[other] { $items } articles
    } now. What it holds is read in a moment: it is there to quote from, and the daily digest takes it for known.
broke = It could not be understood. The operator finds the reason in the log.
configured = That feed stands in pullquote.toml. Take it out there.
failures = { $failures ->
        [one] { $failures } failure
       *[other] { $failures } failures
    } in a row, the last one:
gone = Its site says that it has ended.
heading = **Feeds** { $first }–{ $last } of { $total }
known = That feed is here already. `/feeds list` shows how it fares.
none = There are no feeds here yet. Add one with `/feeds add`.
none_such = There is no such feed here. `/feeds list` shows those that there are.
paused_now = Paused: { $title }
read_days = { $url } · last read { $days ->
        [one] { $days } day
       *[other] { $days } days
    } ago
read_hours = { $url } · last read { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    } ago
read_minutes = { $url } · last read { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } ago
removed = Removed: { $title }. Its articles stay.
resume_hint = When that is mended, `/feeds resume` reads it again; `/feeds remove` forgets it.
resumed = It is read again: { $title }
row_active = `{ $id }` **{ $title }** · { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } · read every hour
row_gone = `{ $id }` **{ $title }** · { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } · ended by its site
row_paused = `{ $id }` **{ $title }** · { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } · paused
row_stopped = `{ $id }` **{ $title }** · { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } · given up after too many failures
stopped_notice = A feed of { $server } is read no more: { $title }
too_many = There can be { $most ->
        [one] { $most } feed
       *[other] { $most } feeds
    } here at most. Please remove one first.
unread = { $url } · not read yet
