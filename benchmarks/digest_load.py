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
from bot.digest.records import DigestOrder
from bot.digest.schedule import Timing
from bot.persistence.location import database_url
from bot.persistence.store import Store
from bot.services.newsroom import Newsroom
from bot.services.pace import REQUESTS_A_SECOND

CHANNELS = 1_600
ARTICLES = 200
EVERY = 0.1
"""Seconds between two /brief."""

JUDGED = 50
"""Payloads that are judged by Discord's document; judging them all would slow the stand-in down."""

PACED = r"/channels/\d+/messages"


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
            await newsroom.intake.upload(f"{number}.md", article.encode(), "operator")
    store = await Store.open(database_url(data))
    for number in range(CHANNELS):
        wanted = DigestOrder(
            face="discord",
            server=standin.guild_id,
            channel=str(standin.add_channel(f"news-{number}")),
            topic="",
            made_by="1",
            timing=Timing(at, "UTC"),
        )
        await store.schedules.order(wanted, earlier, earlier)
    await store.close()


async def asked(standin: Any) -> list[float]:  # noqa: ANN401 - found at run time
    """Seconds that each /brief took, until every digest is posted."""
    taken = []
    channels = {f"/channels/{number}/messages" for number in standin.channels}
    posted: set[str] = set()
    while len(posted) < CHANNELS:
        exchange = await standin.slash(BRIEF.command, topic="sanctioned water")
        await exchange.reply()
        taken.append(exchange.latency)
        posted = {r.path for r in standin.requests if r.path.endswith("/messages")} & channels
        if len(posted) > JUDGED:
            standin.oracle = None
        await asyncio.sleep(EVERY)
    return sorted(taken)


def with_threads(module: Any) -> Any:  # noqa: ANN401 - found at run time
    """The stand-in, knowing of threads under messages."""

    class WithThreads(module.Standin):  # type: ignore[misc]  # as above
        def _table(self) -> list[Any]:
            route = r"/channels/(\d+)/messages/(\d+)/threads"
            return [*super()._table(), ("POST", route, self._thread)]

        async def _thread(self, parent: str, number: str, body: Any, *_: Any) -> tuple[int, Any]:  # noqa: ANN401
            told = {"archived": False, "auto_archive_duration": 1440, "locked": False}
            made = {**self.channels[parent], "id": number, "type": 11, "parent_id": parent}
            made |= {"name": body["name"], "owner_id": self.bot["id"], "member_count": 1}
            self.channels[number] = made | {
                "message_count": 0,
                "thread_metadata": {**told, "archive_timestamp": "2024-01-01T00:00:00+00:00"},
            }
            return 201, self.channels[number]

    return WithThreads(self_check=False)


async def main(folder: str) -> None:
    sys.path.insert(0, folder)
    module = importlib.import_module("standin")
    with tempfile.TemporaryDirectory() as data:
        async with with_threads(module) as standin:
            await prepared(Path(data), standin)
            async with started(BRIEF, standin, data):
                before = time.monotonic()
                taken = await asked(standin)
                seconds = time.monotonic() - before
            posts = [request.at for request in standin.calls("POST", PACED)]
            if standin.problems():
                sys.exit(f"refused by the stand-in: {standin.problems()[:3]}")
    busiest = max(sum(start <= at < start + 1 for at in posts) for start in posts[::10])
    print(f"{CHANNELS} digests, {len(posts)} messages and threads, in {seconds:.0f} s", end="")
    print(f"; at most {busiest} in a second ({REQUESTS_A_SECOND:.0f} are allowed)")
    middle, late = taken[len(taken) // 2] * 1000, taken[len(taken) * 99 // 100] * 1000
    print(f"{len(taken)} /brief meanwhile   p50 {middle:.0f} ms   p99 {late:.0f} ms", end="")
    print(f"   slowest {taken[-1] * 1000:.0f} ms")


if __name__ == "__main__":
    place = sys.argv[1] if sys.argv[1:] else os.environ.get("PULLQUOTE_STANDIN", "")
    if not place or not (Path(place) / "standin.py").is_file():
        sys.exit("SKIPPED: give the folder that holds standin.py, or set PULLQUOTE_STANDIN")
    asyncio.run(main(place))
