"""Answering a query from the store: found, gated, chosen, page by page."""

from collections.abc import Sequence

from bot.briefing.answer import Answer, Cited
from bot.briefing.extraction import AnswerExtractor
from bot.briefing.selection import PAGE, Found, chosen, introduces, surname_of
from bot.language.english.analyser import Analyser
from bot.search.evidence import CLOSE, EvidenceGate, best_covering
from bot.search.passage_index import Filters
from bot.search.query import Query
from bot.services.requests import Asking
from bot.services.retrieval import Ranked, Ranking, Retriever
from bot.services.suggestions import Suggestions
from bot.services.visibility import Scope

BEARING = 0.3
"""Share of a message's weight that a passage must cover to bear on it; a message says more than
one passage can."""

CONSIDERED = 40
"""Passages of which one that answers a question is looked for, in their text."""

SPARE = 4
"""Passages read beyond those that a page shows: copies are left out of it."""

CLOSEST = 3
"""Quotes shown when none answers: enough to see that."""


class AnswerService:
    """Answers queries with quotes of the articles that the asker may see."""

    def __init__(self, retriever: Retriever, suggestions: Suggestions, analyser: Analyser) -> None:
        self._retriever = retriever
        self._suggestions = suggestions
        self._analyser = analyser

    async def answer(
        self, query: Query, scope: Scope, filters: Filters, first: int, kind: Asking
    ) -> Answer:
        """A page of quotes that cover the query, from number `first` on, or that none does."""
        if not query.concepts:
            return Answer(query.text, (), 0, scope.articles, empty=True)
        ranking = await self._retriever.ranking(query, scope, filters)
        covering = _covering(ranking, kind)
        wanted = first + PAGE + 1
        extractor = kind == "ask" and AnswerExtractor(query, ranking.weights, self._analyser)
        if extractor and extractor.is_typed:
            quotes = await self._retriever.quotes(covering[:CONSIDERED], scope, query.written)
            found = extractor.found([*quotes.values()])
            cited = chosen(found, wanted)
            matched = len({item.quote.article.id for item in found})
        else:
            ordered = await self._introduced_first(covering, scope, query)
            cited = await self._chosen(_spread(ordered), scope, query, wanted)
            matched = len({ranked.article_row for ranked in covering})
        if not cited:
            return await self._declined(query, ranking, scope, filters, kind)
        shown = tuple(cited[first : first + PAGE])
        return Answer(
            query.text,
            shown,
            matched,
            scope.articles,
            more=len(cited) == wanted,
            widened=self._widened(query, shown),
        )

    async def _chosen(
        self, ranked: Sequence[Ranked], scope: Scope, query: Query, wanted: int
    ) -> list[Cited]:
        """The first `wanted` quotes; more passages are read only when many are left out."""
        read = wanted + SPARE
        while True:
            quotes = await self._retriever.quotes(ranked[:read], scope, query.written)
            cited = chosen([Found(quote) for quote in quotes.values()], wanted)
            if len(cited) == wanted or read >= len(ranked):
                return cited
            read *= 2

    async def _introduced_first(
        self, ranked: Sequence[Ranked], scope: Scope, query: Query
    ) -> Sequence[Ranked]:
        """Of a query that is a surname, the passages with the full name before the others."""
        surname = surname_of(query)
        if surname is None:
            return ranked
        found = await self._retriever.quotes(ranked[:CONSIDERED], scope, query.written)
        full = {item for item, quote in found.items() if introduces(quote, surname, self._analyser)}
        return sorted(ranked, key=lambda item: item not in full)

    def _widened(self, query: Query, cited: Sequence[Cited]) -> dict[str, str]:
        """The words of the query for which a quote has only another word, and that word."""
        found: dict[str, str] = {}
        widenable = [concept for concept in query.concepts if concept.synonyms]
        for quote in (item.quote for item in cited if widenable):
            terms = frozenset(self._analyser.terms(f"{quote.article.title} {quote.text}"))
            for concept in widenable:
                word = concept.synonym_in(terms)
                if word is not None:
                    found.setdefault(concept.surface, word)
        return found

    async def _declined(
        self, query: Query, ranking: Ranking, scope: Scope, filters: Filters, kind: Asking
    ) -> Answer:
        close = _closest(ranking)
        missing = ranking.missing(close) if close else ranking.unknown
        corrected = await self._suggestions.corrected(query, ranking.unknown, scope)
        if corrected is not None:
            found = await self._retriever.ranking(corrected, scope, filters)
            corrected = corrected if _covering(found, kind) else None
        closest = tuple(await self._chosen(close, scope, query, CLOSEST))
        return Answer(
            query.text,
            (),
            0,
            scope.articles,
            closest=closest,
            widened=self._widened(query, closest),
            nearest=await self._suggestions.nearest(query, scope),
            corrected=corrected.text if corrected else None,
            missing=missing,
            narrowed=filters != Filters() or query.written.is_exact,
        )


def _spread(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The best passage of each article, then the others, each in their order."""
    best: dict[int, Ranked] = {}
    for item in ranked:
        best.setdefault(item.article_row, item)
    others = [item for item in ranked if best[item.article_row] is not item]
    return [*best.values(), *others]


def _covering(ranking: Ranking, kind: Asking) -> list[Ranked]:
    """The passages that bear out an answer, in their order."""
    gate = EvidenceGate(ranking.weights)
    enough = BEARING if kind == "sources" else gate.enough
    evidence = [ranked.evidence for ranked in ranking.ranked]
    return [
        ranking.ranked[number]
        for number in best_covering(ranking.weights, evidence, enough)
        if kind == "sources" or gate.opens(evidence[number])
    ]


def _closest(ranking: Ranking) -> list[Ranked]:
    """Passages that say some of the query, though not enough of it."""
    evidence = [ranked.evidence for ranked in ranking.ranked]
    near = best_covering(ranking.weights, evidence, CLOSE)
    return _spread([ranking.ranked[number] for number in near])[:CLOSEST]
