"""Articles written for tests of the digest."""

from datetime import date

from bot.articles.article import Article, TitleOrigin
from bot.digest.likeness import StoryReport, report_of
from bot.language.english.analyser import Analyser


def article(
    text: str,
    *,
    id: str = "one",  # noqa: A002 - what an article calls it
    outlet: str | None = "Post",
    title: str = "Untitled",
    published: str | None = None,
    url: str | None = None,
    author: str | None = None,
    topics: tuple[str, ...] = (),
    title_origin: TitleOrigin = "metadata",
) -> Article:
    """An article of which only what matters is given."""
    return Article(
        id=id,
        version=1,
        collection="operator",
        key=id,
        source=f"{id}.md",
        text=text,
        title=title,
        title_origin=title_origin,
        outlet=outlet,
        published=published,
        url=url,
        author=author,
        topics=topics,
    )


def report(item: Article, day: date | None = None) -> StoryReport:
    """An article as stories see it."""
    return report_of(item, Analyser(), day)


QUAKE_ONE = (
    "A strong earthquake shook Karvala on Monday morning and felled the bell tower of Karvala. "
    "Rescue teams from Karvala searched the rubble. The Karvala hospital treated 40 people."
)
QUAKE_ONE_AGAIN = (
    "The bell tower of Karvala fell when an earthquake shook the city on Monday. "
    "Forty people were hurt in Karvala, its hospital said, and rescue teams searched the rubble."
)
QUAKE_TWO = (
    "A strong earthquake shook Meridosa on Monday morning and damaged a bridge in Meridosa. "
    "Rescue teams from Meridosa closed the road. The Meridosa council will meet tonight."
)
SHIP = (
    "The sailing ship Aldeberg left Torvik with dried fish for the first time since 1912. "
    "Its captain, Marit Oll, expects to reach Hull within nine days if the wind holds."
)
