"""The parts of a reply that tests look at."""

import re
from collections.abc import Iterator
from typing import Any

from bot.articles.article import Article
from bot.chat.discord_app.rendering.words import CUT, unescaped
from bot.services.newsroom import Newsroom

Json = dict[str, Any]  # Any: what Discord is sent

CONTAINER, SECTION, TEXT, BUTTON = 17, 9, 10, 2

LINKED = re.compile(r"(?<!\\)\]\((https?://[^()\s]+)\)")
"""The address behind the words of a link: `[Ferry](https://news.example/)`."""

HOSTILE = (
    "@everyone <@1> <@&2> [click](https://bad.example) [two](https://b.example) "
    "||spoiler|| `code` ```block``` **bold** __under__ ~~gone~~ # head > quote - list"
)


def parts(components: list[Json]) -> Iterator[Json]:
    """All components, through all levels."""
    for part in components:
        yield part
        yield from parts(part.get("components") or [])
        if "accessory" in part:
            yield part["accessory"]


def texts(components: list[Json]) -> list[str]:
    """The texts of a message, in their order."""
    return [part["content"] for part in parts(components) if part["type"] == TEXT]


def told(components: list[Json]) -> str:
    """All that a message says."""
    return "\n".join(texts(components))


def ids(components: list[Json], kind: str) -> list[str]:
    """The ids of the buttons of a kind."""
    found = (str(part.get("custom_id", "")) for part in parts(components))
    return [custom_id for custom_id in found if custom_id.startswith(f"{kind}:")]


def links(components: list[Json]) -> list[str]:
    """The addresses that titles and buttons lead to."""
    titles = [found for text in texts(components) for found in LINKED.findall(text)]
    return titles + [part["url"] for part in parts(components) if part.get("url")]


def quotes(components: list[Json]) -> list[str]:
    """The quotes of a message as a reader sees them, ellipses left out."""
    shown = [text.removeprefix(">>> ") for text in texts(components) if text.startswith(">>> ")]
    return [unescaped(text.replace("**", "")).strip(CUT) for text in shown]


async def all_articles(newsroom: Newsroom, collection: str | None = None) -> list[Article]:
    """Every article that may be seen."""
    return [article async for article in newsroom.articles.articles(collection)]


async def are_verbatim(newsroom: Newsroom, components: list[Json], place: str | None) -> bool:
    """Whether a message has quotes, and each stands in an article just as it is shown."""
    known = [article.text for article in await all_articles(newsroom, place)]
    shown = quotes(components)
    return bool(shown) and all(any(quote in text for text in known) for quote in shown)
