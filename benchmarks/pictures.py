"""Takes the pictures of replies in docs/pictures: `make pictures`.

The real bot answers from the sample articles in an imitation of Discord, which a browser draws:
CHROMIUM names it, by default Debian's.
"""

import asyncio
import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import discord
import simcord
from PIL import Image
from playwright.async_api import Browser, BrowserType

from bot.chat.discord_app.client import PullquoteClient
from bot.services.newsroom import Newsroom
from bot.services.posting import Poster
from bot.settings import resource
from bot.wording.prompts import Prompts

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"]

WIDTH = 760
"""Pixels of a picture: a message as wide as Discord shows it on a small screen."""

COLOURS = 48
"""Colours of a picture: text on grey needs no more."""

HEIGHT = 2_200
"""Pixels in which the longest message stands; a picture is cut to its message."""

DIGEST_DAY = datetime(2024, 5, 18, 8, 0, 30, tzinfo=UTC)
"""When the digest of the pictures is posted."""

PICTURES = {
    "brief": ("brief", {"topic": "sanctions"}),
    "ask": ("ask", {"question": "how much trade is there?"}),
    "declined": (
        "ask",
        {"question": "how many students attend the Harbin Institute of Technology?"},
    ),
}


def use_chromium() -> None:
    """Let Playwright start the machine's own browser instead of one that it downloads."""
    launch = BrowserType.launch

    async def launched(browser: BrowserType, **options: object) -> Browser:
        chosen: dict[str, Any] = {**options, "executable_path": CHROMIUM, "args": FLAGS}
        return await launch(browser, **chosen)

    BrowserType.launch = launched  # type: ignore[assignment, method-assign]  # simcord offers no setting


async def take(env: simcord.Env) -> None:
    """Ask everything, in a channel each, and draw what is answered."""
    guild = env.create_guild("Newsroom")
    reader = guild.add_member(env.create_user("reader"))
    for name, (command, options) in PICTURES.items():
        channel = guild.create_text_channel(name)
        answer = await reader.slash(channel, command, **options)
        await draw(env, name, channel, reader, answer)
        if name == "ask" and answer.response:
            button = first_context(answer)
            context = await reader.click(answer.response.message, custom_id=button)
            await draw(env, "context", channel, reader, context)


async def take_digest(env: simcord.Env, client: PullquoteClient, clock: list[datetime]) -> None:
    """Order a digest, let it be eight, and draw what is posted and how it stands."""
    guild = env.create_guild("Newsroom")
    role = guild.create_role("editors", permissions=discord.Permissions(manage_guild=True))
    editor = guild.add_member(env.create_user("editor"), roles=[role])
    channel, desk = guild.create_text_channel("news"), guild.create_text_channel("desk")
    await editor.slash(channel, "digest schedule", channel=channel, time="8:00", zone="UTC")
    clock[0] = DIGEST_DAY
    await Poster(client.port, client.newsroom.digests, client.writer).post_due()
    posted = next(found for found in channel.history() if len(found.components) > 1)
    await draw(env, "digest", channel, editor, posted)
    await draw(env, "digest_status", desk, editor, await editor.slash(desk, "digest status"))


async def draw(
    env: simcord.Env,
    name: str,
    channel: simcord.ChannelHandle,
    reader: simcord.MemberActor,
    answer: simcord.InteractionResult | discord.Message,
) -> None:
    """Draw one reply into its file, in few colours so that it stays small."""
    preview = env.preview(channel, viewers=[reader], width=WIDTH, height=HEIGHT)
    async with preview as page:
        drawn = await page.screenshot(target=answer)
    if not (drawn.ready and drawn.complete and drawn.png):
        sys.exit(f"{name} could not be drawn whole")
    target = FOLDER / f"{name}.png"
    picture = Image.open(BytesIO(drawn.png)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
    print(f"{target.name} {target.stat().st_size // 1000} kB")


def first_context(answer: simcord.InteractionResult) -> str:
    """The id of the first context button."""
    components = answer.response.components if answer.response else []
    container = next(part for part in components if part["type"] == 17)
    return str(container["components"][0]["accessory"]["custom_id"])


async def named(client: PullquoteClient) -> None:
    """Let the bot have its own name in the pictures."""
    if client.user is not None:
        await client.user.edit(username="Pullquote")


async def digest_pictures() -> None:
    """The digest of the morning after the summit, from the articles of its two days."""
    clock = [DIGEST_DAY - timedelta(hours=10)]

    def now() -> float:
        return clock[0].timestamp()

    with tempfile.TemporaryDirectory() as data:
        async with await Newsroom.open(data, clock=now) as newsroom:
            await newsroom.ingest(sorted(resource("corpus").glob("2024-05-1[67]*.md")))
            client = PullquoteClient(newsroom, Prompts())
            async with simcord.run(client) as env:
                await client.tree.sync()
                await named(client)
                await take_digest(env, client, clock)


async def main() -> None:
    use_chromium()
    FOLDER.mkdir(parents=True, exist_ok=True)
    await digest_pictures()
    with tempfile.TemporaryDirectory() as data:
        async with await Newsroom.open(data) as newsroom:
            await newsroom.fill()
            client = PullquoteClient(newsroom, Prompts())
            async with simcord.run(client) as env:
                await client.tree.sync()
                await named(client)
                await take(env)


if __name__ == "__main__":
    asyncio.run(main())
