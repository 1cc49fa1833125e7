"""Whether a message shows each quote word for word: compared with the article before it is sent."""

from collections.abc import Iterator, Sequence
from typing import Any

import discord

from bot.chat.discord_app.rendering.words import BAR, BOLD, CUT, unescaped
from bot.errors import NotVerbatim
from bot.wording.reply import Block

CONTAINER = discord.ComponentType.container.value
SECTION = discord.ComponentType.section.value
Components = list[dict[str, Any]]  # Any: JSON, as discord.py types it too


def verify(components: Components, blocks: Sequence[Block]) -> None:
    """Refuse, as NotVerbatim, a message that does not show these quotes and no others.

    A quote is the first text of its section, or of a container that has no sections.
    """
    shown = list(_quotations(components))
    if len(shown) != len(blocks):
        raise NotVerbatim("error/not_verbatim")
    for text, block in zip(shown, blocks, strict=True):
        check(text, block)


def _quotations(components: Components) -> Iterator[str]:
    for part in components:
        inner: Components = part.get("components", [])
        if part["type"] == CONTAINER and inner[0]["type"] == SECTION:
            yield from _quotations(inner)
        elif part["type"] in {CONTAINER, SECTION}:
            yield inner[0]["content"]


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
