"""Answering a query from the store: found, gated, chosen, page by page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from bot.articles.article import Quote
from bot.briefing.answer import Answer, Cited
from bot.briefing.introductions import introduces, surname_of
from bot.briefing.reply_quotes import question_quotes, topic_quotes, unmarked_quotes
from bot.briefing.selection import PAGE, Found, chosen
from bot.briefing.sentence_scoring import Retrieved
from bot.language.english.analyser import Analyser
from bot.search.evidence import CLOSE, EvidenceGate, best_covering
from bot.search.known_names import known_names
from bot.search.passage_index import Filters
from bot.search.query import Query
from bot.search.synonyms import Synonyms
from bot.services.requests import UNDERSTANDING, Asking
from bot.services.retrieval import Ranked, Ranking, Retriever
from bot.services.suggestions import Suggestions
from bot.services.visibility import Scope

BEARING = 0.3
"""Share of a message's weight that a passage must cover to bear on it; a message says more than
one passage can."""

CONSIDERED = 24
"""Passages of which one that answers a question is looked for, in their text."""

BRIEF_WORDS = 115
FEWEST = 4
"""A brief ends once it has so many words and quotes."""

ASKED_PAGE = 4
"""Quotes of an answer at most: the one that answers and some of other outlets."""

CERTAIN = 0.9
"""Share of certainty that the quotes of an answer without a mark come to: of 373 questions .9 shows
the answer to as many as 1 does, in half of the words."""

CLOSEST = 3
"""Quotes shown when none answers: enough to see that."""


class AnswerService:
    """Answers queries with quotes of the articles that the asker may see."""

    def __init__(
        self,
        retriever: Retriever,
        suggestions: Suggestions,
        analyser: Analyser,
        synonyms: Synonyms,
    ) -> None:
        self._retriever = retriever
        self._suggestions = suggestions
        self._analyser = analyser
        self._synonyms = synonyms

    async def answer(
        self, query: Query, scope: Scope, filters: Filters, first: int, kind: Asking
    ) -> Answer:
        """A page of quotes that cover the query, from number `first` on, or that none does."""
        if not query.concepts:
            return Answer(query.text, (), 0, scope.articles, empty=True)
        ranking = await self._retriever.ranking(query, scope, filters)
        if kind == "ask":
            query, ranking = await self._named(query, ranking, scope)
        answer = await self._covered(query, ranking, scope, first, kind)
        return answer or await self._mended(query, ranking, scope, filters, first=first, kind=kind)

    async def _named(self, query: Query, ranking: Ranking, scope: Scope) -> tuple[Query, Ranking]:
        """The query with the names known that were typed in small letters."""
        found = await self._retriever.quotes(ranking.ranked[:CONSIDERED], scope)
        names = known_names(query, found.values(), self._analyser)
        concepts = tuple(names.get(c, c) for c in query.concepts)
        return replace(query, concepts=concepts), ranking.renamed(names)

    async def _covered(
        self, query: Query, ranking: Ranking, scope: Scope, first: int, kind: Asking
    ) -> Answer | None:
        """A page of quotes that cover the query; None when none does."""
        covering = _covering(query, ranking, kind)
        found = await self._found(query, ranking, covering, scope, kind=kind) if covering else []
        if not found:
            return None
        by_outlet = kind != "ask" or any(item.spans for item in found)
        cited = chosen(found, first + PAGE + 1, by_outlet=by_outlet)
        shown = _page(cited[first : first + PAGE], kind)
        return Answer(
            query.text,
            shown,
            len({item.quote.article.id for item in found}),
            scope.articles,
            more=len(cited) > first + len(shown),
            widened=self._widened(query, shown),
        )

    async def _found(
        self,
        query: Query,
        ranking: Ranking,
        ranked: Sequence[Ranked],
        scope: Scope,
        *,
        kind: Asking,
    ) -> list[Found]:
        """The short quotes of passages, best first; none when nothing of the kind is in them."""
        if kind != "sources":
            ranked = _of_same_articles(ranked, ranking)
        retrieved = await self._retrieved(ranked[:CONSIDERED], scope, query)
        if kind == "brief":
            quotes = [one.passage for one in retrieved]
            ordered = self._introduced_first(quotes, query)
            return topic_quotes(ordered, query, ranking.weights, self._analyser)
        if kind == "sources":
            return unmarked_quotes(retrieved, query, ranking.weights, self._analyser)
        return question_quotes(retrieved, query, ranking.weights, self._analyser)

    def _introduced_first(self, quotes: Sequence[Quote], query: Query) -> Sequence[Quote]:
        """Of a query that is a surname, the passages with the full name before the others."""
        surname = surname_of(query)
        if surname is None:
            return quotes
        return sorted(quotes, key=lambda quote: not introduces(quote, surname, self._analyser))

    async def _retrieved(
        self, ranked: Sequence[Ranked], scope: Scope, query: Query
    ) -> list[Retrieved]:
        found = await self._retriever.quotes(ranked, scope, query.written)
        return [Retrieved(quote, one.evidence.score) for one, quote in found.items()]

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

    async def _mended(
        self,
        query: Query,
        ranking: Ranking,
        scope: Scope,
        filters: Filters,
        *,
        first: int,
        kind: Asking,
    ) -> Answer:
        """The answer to the query with its mistyped words mended, or that there is none."""
        declined = await self._declined(query, ranking, scope, filters)
        for correction in await self._suggestions.corrections(query, ranking.unknown, scope):
            read = UNDERSTANDING[kind](correction.text, self._analyser, self._synonyms)
            ranked = await self._retriever.ranking(read, scope, filters)
            if kind == "ask":
                read, ranked = await self._named(read, ranked, scope)
            answer = await self._covered(read, ranked, scope, first, kind)
            if answer and not correction.is_sure:
                return replace(declined, corrected=correction.text)
            if not answer and correction.is_sure and not declined.closest:
                answer = await self._declined(read, ranked, scope, filters)
            if answer and answer.state != "nothing":
                return replace(answer, query=query.text, read_as=correction.read)
        return declined

    async def _declined(
        self, query: Query, ranking: Ranking, scope: Scope, filters: Filters
    ) -> Answer:
        """That nothing covers the query, with what comes closest to it."""
        retrieved = await self._retrieved(_closest(ranking), scope, query)
        found = unmarked_quotes(retrieved, query, ranking.weights, self._analyser)
        closest = tuple(chosen(found, CLOSEST, by_outlet=False))
        return Answer(
            query.text,
            (),
            0,
            scope.articles,
            closest=closest,
            widened=self._widened(query, closest),
            nearest=await self._suggestions.nearest(query, scope, filters),
            missing=self._missing(query, closest) if closest else ranking.unknown,
            narrowed=filters != Filters() or query.written.is_exact,
        )

    def _missing(self, query: Query, shown: Sequence[Cited]) -> tuple[str, ...]:
        """The words that an answer has to say and none of the quotes shown nor their titles do."""
        texts = " ".join(f"{one.quote.article.title} {one.quote.text}" for one in shown)
        terms = frozenset(self._analyser.terms(texts))
        return tuple(c.surface for c in query.required if not c.is_said_in(terms))


def _page(cited: Sequence[Cited], kind: Asking) -> tuple[Cited, ...]:
    """The quotes of a page: of a brief as many as are read at a glance."""
    if kind != "brief":
        return _until_certain(cited[:ASKED_PAGE])
    shown, words = 0, 0
    for one in cited:
        if shown >= FEWEST and words >= BRIEF_WORDS:
            break
        shown, words = shown + 1, words + len(one.quote.text.split())
    return tuple(cited[:shown])


def _until_certain(cited: Sequence[Cited]) -> tuple[Cited, ...]:
    """The first quotes until one of them surely answers; all where words are marked, or none is."""
    if not cited or cited[0].spans or not cited[0].share:
        return tuple(cited)
    sums = list(accumulate(one.share for one in cited))
    return tuple(one for n, one in enumerate(cited) if n == 0 or sums[n - 1] < CERTAIN)


def _of_same_articles(opening: Sequence[Ranked], ranking: Ranking) -> list[Ranked]:
    """All passages found of the articles in which one bears out an answer.

    Another passage of an article may tell what the one with most of the words does not.
    """
    articles = {one.article_row for one in opening}
    return [one for one in ranking.ranked if one.article_row in articles]


def _covering(query: Query, ranking: Ranking, kind: Asking) -> list[Ranked]:
    """The passages that bear out an answer, in their order."""
    evidence = [ranked.evidence for ranked in ranking.ranked]
    if kind == "sources":
        near = best_covering(ranking.weights, evidence, BEARING)
        return [ranking.ranked[number] for number in near]
    required = {concept: ranking.weights[concept] for concept in query.required}
    gate = EvidenceGate(required, is_topic=kind == "brief")
    near = best_covering(required, evidence, 0.0)
    return [ranking.ranked[number] for number in near if gate.opens(evidence[number])]


def _closest(ranking: Ranking) -> list[Ranked]:
    """The passages found, where one of them says some of the query, though none enough of it."""
    is_near = any(ranking.covered(one) >= CLOSE for one in ranking.ranked)
    return list(ranking.ranked[:CONSIDERED]) if is_near else []
