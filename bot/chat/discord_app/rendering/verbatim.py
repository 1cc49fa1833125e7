"""Whether a message shows each quote word for word: compared with the article before it is sent."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.chat.discord_app.rendering.words import BAR, BOLD, CUT, unescaped
from bot.errors import NotVerbatim
from bot.wording.reply import Block

CONTAINER = discord.ComponentType.container.value
Components = list[dict[str, Any]]  # Any: JSON, as discord.py types it too


def verify(components: Components, blocks: Sequence[Block]) -> None:
    """Refuse, as NotVerbatim, a message whose containers do not show these quotes word for word."""
    containers = [part for part in components if part["type"] == CONTAINER]
    for container, block in zip(containers, blocks, strict=True):
        check(container["components"][0]["content"], block)


def check(shown: str, block: Block) -> None:
    """Refuse, as NotVerbatim, what does not show exactly the article's own words."""
    quote = block.quote
    if undone(shown, block) != quote.article.text[quote.start : quote.end]:
        raise NotVerbatim("error/not_verbatim")


def undone(shown: str, block: Block) -> str:
    """The words a reader sees in what `quoted` made, without bar, bold and ellipsis."""
    words = shown.removeprefix(BAR)
    if block.cut_before:
        words = words.removeprefix(CUT)
    if block.cut_after:
        words = words.removesuffix(CUT)
    return unescaped(words.replace(BOLD, ""))
