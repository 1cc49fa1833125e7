"""Answering a query from the store: found, gated, chosen, page by page."""

from collections.abc import Sequence

from bot.articles.article import Quote
from bot.articles.paragraphs import Span
from bot.briefing.answer import Answer, Cited
from bot.briefing.answers import AnswerFinder
from bot.briefing.choosing import PAGE, Found, chosen
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

SPARE = 4
"""Passages read beyond those that a page shows: copies are left out of it."""


class Answering:
    """Answers queries with quotes of the articles that the asker may see."""

    def __init__(self, finder: Finder, suggestions: Suggestions, analyser: Analyser) -> None:
        self._finder = finder
        self._suggestions = suggestions
        self._analyser = analyser

    async def answer(
        self, query: Query, scope: Scope, filters: Filters, first: int, *, enough: float = ENOUGH
    ) -> Answer:
        """A page of quotes that cover the query, from number `first` on, or that none does."""
        if not query.concepts:
            return Answer(query.text, (), 0, scope.articles, empty=True)
        ranking = await self._finder.ranking(query, scope, filters)
        covering = _covering(ranking, enough)
        wanted = first + PAGE + 1
        finder = AnswerFinder(query, ranking.weights, self._analyser)
        if finder.is_typed:
            found = _answering(finder, await self._quotes(covering[:CONSIDERED], scope))
            cited = chosen(found, wanted)
            matched = len({item.quote.article.id for item in found})
        else:
            cited = await self._chosen(_spread(covering), scope, wanted)
            matched = len({ranked.candidate.article_row for ranked in covering})
        if not cited:
            return await self._declined(query, ranking, scope, filters, enough)
        shown = tuple(cited[first : first + PAGE])
        return Answer(query.text, shown, matched, scope.articles, more=len(cited) == wanted)

    async def _chosen(self, ranked: Sequence[Ranked], scope: Scope, wanted: int) -> list[Cited]:
        """The first `wanted` quotes; more passages are read only when many are copies."""
        read = wanted + SPARE
        while True:
            cited = chosen([Found(q) for q in await self._quotes(ranked[:read], scope)], wanted)
            if len(cited) == wanted or read >= len(ranked):
                return cited
            read *= 2

    async def _quotes(self, ranked: Sequence[Ranked], scope: Scope) -> list[Quote]:
        return [quote for _, quote in await self._finder.quotes(ranked, scope.collections)]

    async def _declined(
        self, query: Query, ranking: Ranking, scope: Scope, filters: Filters, enough: float
    ) -> Answer:
        unknown = ranking.unknown
        corrected = await self._suggestions.corrected(query, unknown, scope)
        if corrected is not None:
            found = await self._finder.ranking(corrected, scope, filters)
            corrected = corrected if _covering(found, enough) else None
        return Answer(
            query.text,
            (),
            0,
            scope.articles,
            nearest=await self._suggestions.nearest(query, scope),
            corrected=corrected.text if corrected else None,
            missing=unknown,
        )


def _answering(finder: AnswerFinder, quotes: Sequence[Quote]) -> list[Found]:
    """The quotes that hold an answer of the kind asked for, with its words."""
    direct: list[Found] = []
    indirect: list[Found] = []
    for quote in quotes:
        article = quote.article
        answering = finder.answer(article.text, Span(quote.start, quote.end))
        if answering is not None:
            span = article.quote(answering.span.start, answering.span.end)
            (direct if answering.direct else indirect).append(Found(quote, (span,)))
    return [*direct, *indirect]


def _spread(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The best passage of each article, then the others, each in their order."""
    best: dict[int, Ranked] = {}
    for item in ranked:
        best.setdefault(item.candidate.article_row, item)
    others = [item for item in ranked if best[item.candidate.article_row] is not item]
    return [*best.values(), *others]


def _covering(ranking: Ranking, enough: float) -> list[Ranked]:
    best = max((ranked.coverage for ranked in ranking.ranked), default=0.0)
    needed = max(enough, NEARLY_BEST * best)
    return [ranked for ranked in ranking.ranked if ranked.coverage >= needed]
