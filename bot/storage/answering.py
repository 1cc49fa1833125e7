"""Answering a query from the store: found, gated, chosen, page by page."""

from collections.abc import Sequence

from bot.articles.article import Quote
from bot.articles.paragraphs import Span
from bot.briefing.answer import Answer
from bot.briefing.answers import AnswerFinder
from bot.briefing.choosing import PAGE, Found, chosen, page_of
from bot.search.analysis import Analyser
from bot.search.gate import ENOUGH
from bot.search.index import Filters
from bot.search.query import Query
from bot.storage.finder import Finder, Ranked, Ranking
from bot.storage.scope import Scope
from bot.storage.suggestions import Suggestions

NEARLY_BEST = 0.8
"""A quoted passage covers at least this share of what the best one covers: on 65 topics of five
reports it cuts wrong sources from .09 to .07 and loses .02 of the right ones."""

CONSIDERED = 40
"""Passages of which one that answers a question is looked for, in their text."""

SPARE = 13
"""Passages read beyond those that a page shows: copies are left out of it."""


class Answering:
    """Answers queries with quotes of the articles that the asker may see."""

    def __init__(self, finder: Finder, suggestions: Suggestions, analyser: Analyser) -> None:
        self._finder = finder
        self._suggestions = suggestions
        self._analyser = analyser

    async def answer(
        self,
        query: Query,
        scope: Scope,
        filters: Filters,
        page: int,
        skip: int = 0,
        *,
        enough: float = ENOUGH,
    ) -> Answer:
        """A page of quotes that cover the query, or the answer that none does."""
        if not query.concepts:
            return Answer(query.text, (), 0, scope.articles, empty=True)
        ranking = await self._finder.ranking(query, scope, filters)
        covering = _covering(ranking, enough)
        finder = AnswerFinder(query, ranking.weights, self._analyser)
        wanted = (page + 1) * PAGE + skip + 1
        read = CONSIDERED if finder.is_typed else min(wanted + SPARE, CONSIDERED)
        quotes = await self._finder.quotes(covering[:read], scope.collections)
        found = _answering(finder, quotes)
        if not found:
            return await self._declined(query, ranking, scope)
        cited = chosen(found, wanted)
        if read < CONSIDERED and len({item.quote.article.id for item in cited}) < wanted:
            # An article that comes later goes before a second quote, on every page alike.
            read = CONSIDERED
            quotes = await self._finder.quotes(covering[:read], scope.collections)
            found = _answering(finder, quotes)
            cited = chosen(found, wanted)
        shown, more = page_of(cited, page, skip)
        matched = {item.quote.article.id for item in found} | _articles(covering[read:], quotes)
        return Answer(query.text, shown, len(matched), scope.articles, more=more)

    async def _declined(self, query: Query, ranking: Ranking, scope: Scope) -> Answer:
        unknown = ranking.unknown
        return Answer(
            query.text,
            (),
            0,
            scope.articles,
            nearest=await self._suggestions.nearest(query, scope),
            corrected=await self._suggestions.corrected(query, unknown, scope),
            missing=unknown,
        )


def _answering(finder: AnswerFinder, quotes: Sequence[tuple[Ranked, Quote]]) -> list[Found]:
    """The passages that hold an answer of the kind asked for, with its words."""
    if not finder.is_typed:
        return [Found(quote, ranked.score) for ranked, quote in quotes]
    direct: list[Found] = []
    indirect: list[Found] = []
    for ranked, quote in quotes:
        article = quote.article
        answering = finder.answer(article.text, Span(quote.start, quote.end))
        if answering is not None:
            span = article.quote(answering.span.start, answering.span.end)
            kind = direct if answering.direct else indirect
            kind.append(Found(quote, ranked.score, (span,)))
    return [*direct, *indirect]


def _articles(unread: Sequence[Ranked], read: Sequence[tuple[Ranked, Quote]]) -> set[str]:
    """The articles of passages that were not read, without those of which others were."""
    known = {ranked.candidate.article_id for ranked, _ in read}
    return {item.candidate.article_id for item in unread} - known


def _covering(ranking: Ranking, enough: float) -> list[Ranked]:
    best = max((ranked.coverage for ranked in ranking.ranked), default=0.0)
    needed = max(enough, NEARLY_BEST * best)
    return [ranked for ranked in ranking.ranked if ranked.coverage >= needed]
