"""Takes the pictures of replies in docs/pictures: `make pictures`.

The real bot answers from the sample articles in an imitation of Discord, which a browser draws:
CHROMIUM names it, by default Debian's.
"""

import asyncio
import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

import discord
import simcord
from PIL import Image
from playwright.async_api import Browser, BrowserType

from bot.chat.discord_app.client import PullquoteClient
from bot.chat.prompts import Prompts
from bot.newsroom import Newsroom

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"]

WIDTH = 760
"""Pixels of a picture: a message as wide as Discord shows it on a small screen."""

COLOURS = 48
"""Colours of a picture: text on grey needs no more."""

HEIGHT = 2_200
"""Pixels in which the longest message stands; a picture is cut to its message."""

PICTURES = {
    "brief": ("brief", {"topic": "sanctions"}),
    "ask": ("ask", {"question": "how much trade is there?"}),
    "declined": ("brief", {"topic": "elections in Brazil"}),
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
    return str(container["components"][-1]["components"][-1]["custom_id"])


async def named(client: PullquoteClient) -> None:
    """Let the bot have its own name in the pictures."""
    if client.user is not None:
        await client.user.edit(username="Pullquote")


async def main() -> None:
    use_chromium()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        async with await Newsroom.open(data) as newsroom:
            await newsroom.fill()
            client = PullquoteClient(newsroom, Prompts.read())
            async with simcord.run(client) as env:
                await client.tree.sync()
                await named(client)
                await take(env)


if __name__ == "__main__":
    asyncio.run(main())
