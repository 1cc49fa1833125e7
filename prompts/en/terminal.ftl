### What is said only in a terminal.

articles_usage = Write `/articles list`, `/articles show ID`, `/articles add FILE`, `/articles add ADDRESS` or `/articles remove ID`.
feeds_usage = Write `/feeds list`, `/feeds add ADDRESS`, or `/feeds pause`, `resume` or `remove` with the number of a feed.
help = **What I can do**
    `/brief sanctions` quotes on a topic, from several articles
    `/brief trade outlet:"Sample Trade Desk" since:2024-05-16` only one outlet, or some days
    `/ask how much trade is there?` quotes that answer a question
    `more` the next quotes · `context 2` the sentences around quote 2
    `/quiz` · `/quiz sanctions questions:3` questions from the articles, answered by letter or number (`a`, `B)`, `2.`); `stop` ends them · `/score`
    `/articles list` · `/articles show ID` · `/articles add FILE or ADDRESS` · `/articles remove ID`
    `/feeds list` · `/feeds add ADDRESS` · `/feeds pause N` · `/feeds resume N` · `/feeds remove N`
    `quit` leaves
    Everything I say about the world is a quote, word for word, with its source.
more = There is more: type `more`. For the sentences around a quote: `context 2`.
nothing_more = There is nothing more to show. Ask for a topic first, for example `/brief sanctions`.
unknown_command = There is no command "{ $command }". `/help` shows what there is.
welcome = Pullquote. Try `/brief sanctions`, `/ask how much trade is there?`, or `/help`. Ctrl-D leaves.
which_quote = Which quote? Write its number, for example `context 2`.
