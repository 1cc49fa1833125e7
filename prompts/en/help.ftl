### The paragraphs of /help.

articles = `/articles list` and `/articles show` – what I can quote from. With Manage Server: `/articles add` and `/articles remove`.
ask = `/ask question: how much trade is there?` – the passage that answers, with the answer in bold.
brief = `/brief topic: sanctions` – quotes on a topic, several outlets first. Narrow it down with `outlet`, `since` and `until`, or in words: `"no limits" -banks outlet:nikkei since:2024-05`. With `latest`, what is new comes first.
digest = `/digest schedule` (Manage Server) – a daily post in a channel with the stories that are new, in quotes.
feeds = `/feeds add`, `list`, `pause`, `resume`, `remove` – this server's RSS and Atom feeds, read every hour (needs Manage Server).
intro = I quote news articles word for word, each quote with its source. Try one of these:
privacy = `/privacy export` and `/privacy delete` – what I keep of you: your quiz answers, as a file or deleted.
promise = When my articles do not cover a question, I say so. Add `private: True` to see an answer alone.
quiz = `/quiz` – questions from the articles, alone or, with `live: True`, with the whole channel; who started it, or a moderator, may skip, pause and stop. `/score` and `/leaderboard` tell who stands where.
sources = Right-click a message, then **Apps** and **Find sources** – passages that bear on what it says.
