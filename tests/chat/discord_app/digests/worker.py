"""A process that posts digests until it is told to stop: `digest_worker.py DATA BASE CHANNELS`."""

import asyncio
import sys

from bot.services.jobs import Pace
from bot.services.newsroom import Newsroom
from bot.services.posting import Poster
from tests.chat.discord_app.digests.fake_discord import client_of, see
from tests.chat.discord_app.digests.payloads import FIRST_CHANNEL, GUILD, channel

LEASE = 5
"""Seconds for which a killed process holds its posts; the test shall not wait for minutes."""


IN_A_SERVER = 10


def server_of(number: int) -> int:
    """The server that a channel is in, by the channel's number from 0 on."""
    return GUILD + number // IN_A_SERVER


async def work(data: str, base: str, channels: int) -> None:
    """Post whatever is due, again and again."""
    async with await Newsroom.open(data) as newsroom, client_of(base, newsroom, []) as client:
        for first in range(0, channels, IN_A_SERVER):
            numbers = range(first, first + IN_A_SERVER)
            see(client, [channel(FIRST_CHANNEL + n) for n in numbers], server_of(first))
        digests, pace = newsroom.digests, Pace(1_000)
        poster = Poster(client.port, digests, client.writer, pace=pace, lease=LEASE, first_wait=1)
        while True:
            await poster.post_due()
            await asyncio.sleep(0.1)


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1], sys.argv[2], int(sys.argv[3])))
