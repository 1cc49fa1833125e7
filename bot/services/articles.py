"""The use cases of looking articles up: one, all, a list, and what stands around a quote."""

from collections.abc import AsyncIterator

from bot.articles.article import Article
from bot.briefing.answer import Context, around
from bot.errors import NotForYou, NothingFound
from bot.persistence.article_rows import ArticleHead, Kind
from bot.persistence.articles import ArticleRepository
from bot.services.spoilers import SpoilerGuard
from bot.services.suggestions import Suggestions
from bot.services.visibility import OPERATOR, Visibility

MOST_SUGGESTED = 25
"""Suggestions that a chat platform shows at once."""


class ArticleService:
    """The articles that may be seen from a collection; None stands for the operator's.

    Lists leave out headlines that would answer an open question of the quiz.
    """

    def __init__(
        self,
        articles: ArticleRepository,
        visibility: Visibility,
        suggestions: Suggestions,
        spoilers: SpoilerGuard,
    ) -> None:
        self._articles = articles
        self._visibility = visibility
        self._suggestions = suggestions
        self._spoilers = spoilers

    async def article(self, article_id: str, collection: str | None = None) -> Article:
        """An article by its id; NothingFound when there is none that may be seen."""
        scope = await self._visibility.of(collection)
        article = await self._articles.one(article_id, scope.collections)
        if article is None:
            raise NothingFound("error/no_such_article", id=article_id[:40])
        return article

    async def shown(self, article_id: str, collection: str | None = None) -> Article:
        """The same, to be shown: NotForYou while it would answer an open question."""
        article = await self.article(article_id, collection)
        withheld = await self._spoilers.of(collection)
        if withheld.hides(article.title):
            raise NotForYou("quiz/headline_withheld")
        if article.id in withheld.articles:
            raise NotForYou("quiz/withheld")
        return article

    async def articles(self, collection: str | None = None) -> AsyncIterator[Article]:
        """All articles, in the order in which they came."""
        scope = await self._visibility.of(collection)
        row = 0
        while page := await self._articles.page(scope.collections, row):
            for row, article in page:  # noqa: B007 - the last row is where the next page starts
                yield article

    async def heads(
        self, collection: str | None = None, limit: int = 10, offset: int = 0
    ) -> tuple[list[ArticleHead], int]:
        """A page of the list of articles, newest first, and how many there are in all."""
        scope = await self._visibility.of(collection)
        withheld = await self._spoilers.of(collection)
        heads = await self._articles.heads(scope.collections, limit, offset)
        return [head for head in heads if not withheld.hides(head.title)], scope.articles

    async def context(
        self, article_id: str, version: int, start: int, end: int, collection: str | None = None
    ) -> Context:
        """What stands around a quote, in the version that was quoted.

        NotForYou when the quote is gone, or while its article answers an open question.
        """
        if article_id in (await self._spoilers.of(collection)).articles:
            raise NotForYou("quiz/withheld")
        scope = await self._visibility.of(collection)
        article = await self._articles.one(article_id, scope.collections, version)
        try:
            if article is not None:
                return around(article.quote(start, end))
        except ValueError:
            pass
        raise NotForYou("error/quote_gone")

    async def names(self, kind: Kind, typed: str, collection: str | None = None) -> list[str]:
        """Topics or outlets of the articles, for completing what somebody types."""
        scope = await self._visibility.of(collection)
        return await self._suggestions.names(kind, typed, scope, MOST_SUGGESTED)

    async def titles(
        self, typed: str, collection: str | None = None, *, own: bool = False
    ) -> list[tuple[str, str]]:
        """Ids and titles of articles; only of the collection itself if `own`."""
        scope = await self._visibility.of(collection)
        names = (collection or OPERATOR,) if own else scope.collections
        withheld = await self._spoilers.of(collection)
        found = await self._articles.titles(names, typed, MOST_SUGGESTED)
        return [(known, title) for known, title in found if not withheld.hides(title)]
