"""Articles and spans to test with."""

import tomllib
from collections.abc import Iterable, Sequence

from bot.articles.article import Article, Mark, TitleOrigin
from bot.articles.boilerplate.wording import boilerplate_phrases
from bot.language.paragraphs import Span
from bot.settings import resource


def article(  # every argument is one thing that a test varies
    text: str,
    *,
    id: str = "a1",  # noqa: A002 - the article's own word for it
    version: int = 1,
    title: str = "Ferry sails again",
    title_origin: TitleOrigin = "metadata",
    outlet: str | None = "Harbour Post",
    author: str | None = None,
    published: str | None = "2024-03-05",
    topics: tuple[str, ...] = (),
    marks: tuple[Mark, ...] = (),
) -> Article:
    """An article of a newspaper in a harbour town."""
    return Article(
        key=id,
        source=f"{id}.md",
        text=text,
        title=title,
        title_origin=title_origin,
        outlet=outlet,
        author=author,
        published=published,
        topics=topics,
        marks=marks,
        id=id,
        version=version,
        collection="operator",
    )


def whole(text: str) -> Span:
    """All of a text."""
    return Span(0, len(text))


def words(text: str, spans: Iterable[Span]) -> list[str]:
    """What stands in these spans of a text."""
    return [text[span.start : span.end] for span in spans]


def marked(text: str, lines: Sequence[str]) -> tuple[Mark, ...]:
    """Marks of the given lines of a text, in order."""
    return tuple(
        Mark(text.index(line), text.index(line) + len(line), "navigation") for line in lines
    )


PHRASES = boilerplate_phrases(
    tomllib.loads((resource("corpus") / "boilerplate.toml").read_text(encoding="utf-8"))
)
"""The phrases of boilerplate that come with Pullquote."""
