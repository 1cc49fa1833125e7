"""1,600 digests that are due in one minute: how fast they go, and how long /brief takes meanwhile.

The bot runs as a process of its own against the stand-in for Discord of the tests:
`python -m benchmarks.digest_load`.
"""

import asyncio
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.discord_rate import BRIEF, started
from bot.digest.schedule import DigestOrder, Timing
from bot.persistence.database import database_url
from bot.persistence.store import Store
from bot.services.jobs import REQUESTS_A_SECOND
from bot.services.newsroom import Newsroom
from tests.discord_standin import Standin

CHANNELS = 1_600
ARTICLES = 200
EVERY = 0.1
"""Seconds between two /brief."""

JUDGED = 50
"""Payloads that are judged by Discord's document; judging them all would slow the stand-in down."""

PACED = r"/channels/\d+/messages"


async def prepared(data: Path, standin: Standin) -> None:
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
            server=standin.state.guild_id,
            channel=str(standin.state.add_channel(f"news-{number}")),
            topic="",
            made_by="1",
            timing=Timing(at, "UTC"),
        )
        await store.schedules.order(wanted, earlier, earlier)
    await store.close()


async def asked(standin: Standin) -> list[float]:
    """Seconds that each /brief took, until every digest is posted."""
    taken = []
    channels = {f"/channels/{number}/messages" for number in standin.state.channels}
    posted: set[str] = set()
    while len(posted) < CHANNELS:
        exchange = await standin.users.slash(BRIEF.command, topic="sanctioned water")
        await exchange.reply()
        taken.append(exchange.latency)
        posted = {r.path for r in standin.rest.requests if r.path.endswith("/messages")} & channels
        if len(posted) > JUDGED:
            standin.rest.judge = None
        await asyncio.sleep(EVERY)
    return sorted(taken)


async def main() -> None:
    with tempfile.TemporaryDirectory() as data:
        async with Standin() as standin:
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
    asyncio.run(main())
