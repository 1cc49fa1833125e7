### The daily digest: its post, its schedule, and why it rests.

also_at = also at { $outlets }
also_at_more = also at { $outlets } and { $more } more
argued = opinion: { $title } ({ $outlet })
argued_linked = opinion: { LINK($title, $url) } ({ $outlet })
brief_me = Brief me
changed = The digest was changed. A date has one post at most:
channel_gone = the channel is gone, or I cannot see it.
continued = Digest of { DAY($date, pattern: "EEE d MMM y") }, continued
copies = { $copies ->
        [one] { $copies } copy
       *[other] { $copies } copies
    }
copy = { $articles ->
        [one] { $articles } copy
       *[other] { $articles } copies
    } left out
day_empty = { $date }: nothing new
day = { DAY($date, pattern: "EEE d MMM") }
day_failed = { $date }: not posted ({ $why })
day_planned = { $date }: being posted
day_posted = { $date }: posted
day_skipped = { $date }: skipped, because I was not running in time
empty = Digest of { DAY($date, pattern: "EEE d MMM y") }: nothing new since the last one.
heading = Digest of { DAY($date, pattern: "EEE d MMM y") }
heading_topic = Digest of { DAY($date, pattern: "EEE d MMM y") }: { $topic }
late = Late: this was due { MOMENT($due) }.
mark = Digest { $date } { $part }/{ $parts } - { $mark }
missing = I lack the permissions { $permissions }.
new = **New**
next = Next: { MOMENT($due, style: "full") }, { MOMENT($due, style: "relative") }
no_such = This server has no such digest. /digest status lists those that it has.
no_such_days = I cannot read "{ $days }" as days. Choose one of the offers, or write days like mon, wed, fri.
no_such_time = "{ $time }" is no time of day. Write it like 08:00 or 17:30.
no_such_zone = There is no time zone "{ $zone }". Start typing a city, such as Berlin or New York, and choose one.
none = There is no digest in this server yet. /digest schedule makes one.
not_your_role = You cannot mention that role yourself, so a digest will not do it for you.
nothing_to_quote = { $articles } without a sentence to quote
off_topic = { $articles } off topic
opinion = Opinion
ordered = A digest will be posted:
over_the_limit = { $articles } over the limit
outlets = { $outlets ->
        [one] { $outlets } outlet
       *[other] { $outlets } outlets
    }
past_day = That date is over or has begun. Give one that is to come, like 2026-12-24.
paused = The digest rests:
permissions = Discord does not let me post there.
preview = A preview: only you see it, and nothing was posted.
problem = I cannot post there: { $why }
read = { $articles ->
        [one] { $articles } new article
       *[other] { $articles } new articles
    } read
read_message_history = Read Message History
removed = Removed the digest for { PLACE($channel) }.
rest = Also new
resting_asked = Paused. /digest resume lets it begin again.
resting_channel_gone = Paused: the channel is gone, or I cannot see it.
resting_permissions = Paused: I was not allowed to post there. Mend that, then use /digest resume.
resting_server_gone = Paused: I was no longer in this server.
rests = The digest for { PLACE($channel) } rests: { $why } Mend that, then use /digest resume in the server.
resumed = The digest begins again:
schedule = **{ PLACE($channel) }** at { $time } { $zone }, { $days }
schedule_topic = **{ PLACE($channel) }** at { $time } { $zone }, { $days }, on { $topic }
see_also = see also: { $titles }
send_messages = Send Messages
send_messages_in_threads = Send Messages in Threads
server_gone = I am no longer in that server.
story = What the articles say on this story:
story_gone = The articles of this story are no longer here.
summary = { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }{ $outlets ->
        [0] {""}
        [one] {" "}of { $outlets } outlet
       *[other] {" "}of { $outlets } outlets
    }: { $stories ->
        [one] { $stories } story
       *[other] { $stories } stories
    }{ $updates ->
        [0] {""}
        [one] , { $updates } update
       *[other] , { $updates } updates
    }
summary_since = { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }{ $outlets ->
        [0] {""}
        [one] {" "}of { $outlets } outlet
       *[other] {" "}of { $outlets } outlets
    } since { MOMENT($since, style: "full") }: { $stories ->
        [one] { $stories } story
       *[other] { $stories } stories
    }{ $updates ->
        [0] {""}
        [one] , { $updates } update
       *[other] , { $updates } updates
    }
thread = More from the digest of { DAY($date, pattern: "EEE d MMM y") }
told_in = Told in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }
topic = { $topic }
too_many = A server can have { $most ->
        [one] { $most } digest
       *[other] { $most } digests
    }. Remove one first.
too_old = { $articles } too old
unseen_channel = You cannot see that channel yourself.
update = **Update**
view_channel = View Channel
which = This server has several digests. Choose which one you mean in the option digest.
