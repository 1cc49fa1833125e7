"""1,600 digests that are due in one minute: how fast they go, and how long /brief takes meanwhile.

The bot runs as a process of its own against a stand-in for Discord on this machine:
`python -m benchmarks.digest_load FOLDER`, FOLDER (or PULLQUOTE_STANDIN) being where `standin.py`
is.
"""

import asyncio
import importlib
import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.discord_rate import BRIEF, started
from bot.chat.discord_app.digest_pace import POSTS_A_SECOND
from bot.digest.due import Timing
from bot.newsroom import Newsroom
from bot.storage.digest_records import Wanted
from bot.storage.place import database_url
from bot.storage.store import Store

CHANNELS = 1_600
ARTICLES = 200
EVERY = 0.1
"""Seconds between two /brief."""

JUDGED = 50
"""Payloads that are judged by Discord's document; judging them all would slow the stand-in down."""

POST = r"/channels/\d+/messages$"


async def prepared(data: Path, standin: Any) -> None:  # noqa: ANN401 - found at run time
    """News of the last hours, and a digest for each channel, due since a minute."""
    now = datetime.now(UTC)
    at = (now - timedelta(minutes=1)).time().replace(second=0, microsecond=0)
    earlier = int((now - timedelta(hours=2)).timestamp())
    async with await Newsroom.open(data, clock=lambda: earlier) as newsroom:
        for number in range(ARTICLES):
            words = (
                f"Reservoir {number} in the hills holds {number * 7} tonnes of sanctioned water."
            )
            article = f"---\ntitle: Reservoir {number}\noutlet: Post {number}\n---\n{words}\n"
            await newsroom.add(f"{number}.md", article.encode(), "operator")
    store = await Store.open(database_url(data))
    for number in range(CHANNELS):
        channel, timing = int(standin.add_channel(f"news-{number}")), Timing(at, "UTC")
        server = standin.guild_id
        wanted = Wanted(server=server, channel=channel, topic="", made_by=1, timing=timing)
        await store.order(wanted, earlier, earlier)
    await store.close()


async def asked(standin: Any) -> list[float]:  # noqa: ANN401 - found at run time
    """Seconds that each /brief took, until every digest is posted."""
    taken = []
    while len(standin.calls("POST", POST)) < CHANNELS:
        exchange = await standin.slash(BRIEF.command, topic="sanctioned water")
        await exchange.reply()
        taken.append(exchange.latency)
        if len(standin.calls("POST", POST)) > JUDGED:
            standin.oracle = None
        await asyncio.sleep(EVERY)
    return sorted(taken)


async def main(folder: str) -> None:
    sys.path.insert(0, folder)
    module = importlib.import_module("standin")
    with tempfile.TemporaryDirectory() as data:
        async with module.Standin(self_check=False) as standin:
            await prepared(Path(data), standin)
            async with started(BRIEF, standin, data):
                before = time.monotonic()
                taken = await asked(standin)
                seconds = time.monotonic() - before
            posts = [request.at for request in standin.calls("POST", POST)]
            if standin.problems():
                sys.exit(f"refused by the stand-in: {standin.problems()[:3]}")
    busiest = max(sum(start <= at < start + 1 for at in posts) for start in posts[::10])
    print(f"{len(posts)} digests in {seconds:.0f} s; at most {busiest} in a second", end="")
    print(f" ({POSTS_A_SECOND:.0f} are wanted)")
    middle, late = taken[len(taken) // 2] * 1000, taken[len(taken) * 99 // 100] * 1000
    print(f"{len(taken)} /brief meanwhile   p50 {middle:.0f} ms   p99 {late:.0f} ms", end="")
    print(f"   slowest {taken[-1] * 1000:.0f} ms")


if __name__ == "__main__":
    place = sys.argv[1] if sys.argv[1:] else os.environ.get("PULLQUOTE_STANDIN", "")
    if not place or not (Path(place) / "standin.py").is_file():
        sys.exit("SKIPPED: give the folder that holds standin.py, or set PULLQUOTE_STANDIN")
    asyncio.run(main(place))
