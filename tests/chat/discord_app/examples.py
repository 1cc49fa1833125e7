"""A small town's news, and the parts of a reply that tests look at."""

from collections.abc import Iterator
from typing import Any

from bot.articles.article import Article
from bot.chat.discord_app.rendering.words import CUT, unescaped
from bot.services.newsroom import Newsroom

Json = dict[str, Any]  # Any: what Discord is sent

CONTAINER, TEXT, BUTTON = 17, 10, 2

FERRY = {
    "Harbour Post": "The ferry to Linnholm stopped on Monday after its engine failed in the bay. "
    "Sixty passengers were brought ashore by two fishing boats. Nobody was hurt.",
    "Island Weekly": "Farmers on Linnholm want the old ferry replaced before the harvest. "
    "They say that trucks wait three hours at the pier whenever the wind turns north.",
    "Town Crier": "A new ferry would cost 14 million euros, the council heard on Tuesday. "
    "Half of the money could come from the county, its treasurer said.",
    "Coast Radio": "The captain has steered the ferry for thirty years. "
    "He remembers winters in which ice closed the strait for weeks.",
    "Evening Mail": "Ticket prices for the ferry rise by ten percent in May. "
    "Children under twelve keep travelling free of charge on every crossing.",
    "Pier Gazette": "Students measured the noise of the ferry under water for a month. "
    "Seals left the inner bay during each departure and came back within the hour.",
    "Lighthouse": "Two shipyards have offered to build an electric ferry by 2027. "
    "Batteries would be charged in nine minutes at a station on the mainland.",
    "Market News": "The baker of Linnholm sells fewer loaves since the ferry runs late. "
    "She now bakes at noon, when the first visitors arrive on foot.",
}
"""Eight articles that all speak of a ferry, by their outlets."""

HOSTILE = (
    "@everyone <@1> <@&2> [click](https://bad.example) [two](https://b.example) "
    "||spoiler|| `code` ```block``` **bold** __under__ ~~gone~~ # head > quote - list"
)


def page(outlet: str, text: str, url: str | None = None) -> bytes:
    """An article file as somebody would upload it."""
    address = f"url: {url}\n" if url else ""
    head = f"title: News from {outlet}\noutlet: {outlet}\npublished: 2024-04-02\n{address}"
    return f"---\n{head}---\n\n{text}\n".encode()


async def filled(newsroom: Newsroom) -> None:
    """Give a newsroom the ferry articles, for everybody to see."""
    for outlet, text in FERRY.items():
        url = f"https://{outlet.lower().replace(' ', '-')}.example/ferry"
        await newsroom.intake.upload(f"{outlet}.md", page(outlet, text, url), "operator")


def parts(components: list[Json]) -> Iterator[Json]:
    """All components, through all levels."""
    for part in components:
        yield part
        yield from parts(part.get("components") or [])


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
    """The addresses of the link buttons."""
    return [part["url"] for part in parts(components) if part.get("url")]


def quotes(components: list[Json]) -> list[str]:
    """The quotes of a message as a reader sees them, ellipses left out."""
    boxes = [part for part in components if part["type"] == CONTAINER]
    shown = [box["components"][0]["content"].removeprefix(">>> ") for box in boxes]
    return [unescaped(text.replace("**", "")).strip(CUT) for text in shown]


async def all_articles(newsroom: Newsroom, collection: str | None = None) -> list[Article]:
    """Every article that may be seen."""
    return [article async for article in newsroom.library.articles(collection)]


async def are_verbatim(newsroom: Newsroom, components: list[Json], place: str | None) -> bool:
    """Whether a message has quotes, and each stands in an article just as it is shown."""
    known = [article.text for article in await all_articles(newsroom, place)]
    shown = quotes(components)
    return bool(shown) and all(any(quote in text for text in known) for quote in shown)
