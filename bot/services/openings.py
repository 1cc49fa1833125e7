"""What is asked without words: the newest of an outlet or of some days, and a pasted link."""

from urllib.parse import urlsplit

from bot.articles.metadata import canonical_address
from bot.briefing.answer import Answer, Cited
from bot.briefing.openings import opening_quotes
from bot.briefing.selection import PAGE
from bot.persistence.article_rows import fold
from bot.persistence.articles import ArticleRepository
from bot.search.passage_index import Filters
from bot.services.visibility import Scope

LINKED = 3
"""Quotes of an article whose link was pasted."""


class OpeningService:
    """Quotes how articles begin that are asked for by what is stated of them, not by words."""

    def __init__(self, articles: ArticleRepository) -> None:
        self._articles = articles

    async def newest(self, query: str, scope: Scope, filters: Filters, first: int) -> Answer:
        """A page of the openings of the newest articles that fit the filters."""
        outlets = filters.outlets
        found = [
            row
            for row, outlet in await self._articles.newest(
                scope.collections, filters.since, filters.until
            )
            if outlets is None or (outlet and fold(outlet) in outlets)
        ]
        shown = found[first : first + PAGE]
        articles = await self._articles.by_row(shown)
        quotes = [q for row in shown if row in articles for q in opening_quotes(articles[row])]
        return Answer(
            query,
            tuple(map(Cited, quotes)),
            len(found),
            scope.articles,
            more=len(found) > first + PAGE,
            narrowed=True,
        )

    async def linked(self, query: str, link: str, scope: Scope, first: int) -> Answer:
        """How the article begins that a link leads to."""
        sought = _canonical(link)
        part = urlsplit(sought).path.strip("/") or urlsplit(sought).netloc
        addressed = await self._articles.addressed(scope.collections, part) if part else []
        rows = [row for row, url in addressed if _canonical(url) == sought][:1]
        articles = (await self._articles.by_row(rows)).values()
        quotes = [quote for one in articles for quote in opening_quotes(one, LINKED)]
        return Answer(query, tuple(map(Cited, quotes[first:])), len(rows), scope.articles)


def _canonical(link: str) -> str:
    try:
        return canonical_address(link)
    except ValueError:  # no address, such as one with letters for a port
        return ""
