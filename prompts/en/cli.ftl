### What the command line says beside its results.

check_ok = Everything is in order.
corpus_damaged = The sample article { $path } that comes with Pullquote cannot be read. Please install it again.
fetch_failed = { $title }: { $reason }
fetched = { $title }: { $added } new, { $updated } updated, { $unchanged } unchanged.
in_sync = The { $commands ->
        [one] { $commands } command is
       *[other] { $commands } commands are
    } already registered with Discord.
no_feeds = There are no feeds yet. Put [[feeds]] into pullquote.toml, or use /feeds add in a server.
no_folder = { $folder } is no folder that can be watched.
no_token = DISCORD_TOKEN is not set, so the bot talks here in the terminal.
nothing_to_ingest = There are no article files there. I read .txt, .md, .html, .json and .jsonl.
refused = { $path }: { $reason }
repaired = The index could not be used and was made anew from the database.
sample = No articles yet, so here are the { $articles ->
        [one] { $articles } sample article
       *[other] { $articles } sample articles
    } that come with Pullquote. Add your own with `pullquote ingest`.
story = { $title } ({ $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, { $first } to { $last }) { $outlets }
story_of_day = { $title } ({ $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, { $day }) { $outlets }
story_undated = { $title } ({ $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, undated) { $outlets }
sync_needs_token = DISCORD_TOKEN is not set. Registering commands needs the token of the bot.
synced = Registered { $commands ->
        [one] { $commands } command
       *[other] { $commands } commands
    } with Discord.
told = { $path }: { $note }
watching = Watching { $folders }. Ctrl-C ends it.
