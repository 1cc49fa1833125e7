"""What to offer while somebody types, and when nothing was found: topics, outlets, words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.language.english.analyser import Analyser, fold
from bot.persistence.article_rows import Kind
from bot.persistence.article_rows import fold as fold_name
from bot.persistence.catalogue import CatalogueRepository
from bot.search.query import Concept, Query
from bot.search.synonyms import Synonyms
from bot.services.retrieval import Retriever
from bot.services.visibility import Scope

KNOWN_NAMES = 2_000
"""Names of a kind that are kept in memory for each scope; the most common ones."""

NEAREST = 5
"""Topics that a reply offers instead of an answer."""

SIMILAR_PASSAGES = 30
"""Passages in which a mistyped word is looked for."""

SIMILAR_ENOUGH = 80
"""Percent of similarity (rapidfuzz ratio) from which a word may have been meant."""


class Suggestions:
    """Offers only what the asker's own collections hold, from memory."""

    def __init__(
        self,
        catalogue: CatalogueRepository,
        retriever: Retriever,
        analyser: Analyser,
        synonyms: Synonyms,
    ) -> None:
        self._catalogue = catalogue
        self._retriever = retriever
        self._analyser = analyser
        self._synonyms = synonyms
        self._names: dict[tuple[Kind, tuple[str, ...]], tuple[int, list[str]]] = {}

    async def names(self, kind: Kind, typed: str, scope: Scope, limit: int) -> list[str]:
        """Names of a kind with a word that starts as typed, the most common first."""
        known = await self._known(kind, scope)
        sought = fold(typed).strip()
        starting = [name for name in known if fold(name).startswith(sought)]
        inside = [name for name in known if f" {sought}" in fold(name)]
        return list(dict.fromkeys([*starting, *inside]))[:limit]

    async def outlets(self, written: str, scope: Scope) -> tuple[str, ...]:
        """The folded names of the outlets that are called so, or have a word that starts so."""
        sought = fold_name(written)
        known = [fold_name(name) for name in await self._known("outlet", scope)]
        if sought in known:
            return (sought,)
        return tuple(name for name in known if f" {sought}" in f" {name}") or (sought,)

    async def nearest(self, query: Query, scope: Scope) -> tuple[str, ...]:
        """Topics that share a word with the query, then the most common ones; each thing once."""
        known = await self._known("topic", scope)
        asked = {term for concept in query.concepts for way in concept.ways for term in way}
        near = [name for name in known if asked.intersection(self._analyser.terms(name))]
        offered: dict[tuple[str, ...], str] = {}
        for name in (*near, *known):
            offered.setdefault(self._synonyms.group(tuple(self._analyser.terms(name))), name)
            if len(offered) == NEAREST:
                break
        return tuple(offered.values())

    async def corrected(self, query: Query, unknown: Sequence[str], scope: Scope) -> Query | None:
        """The query with its unknown words mended; None when one cannot be."""
        text, concepts = query.text, {concept.surface: concept for concept in query.concepts}
        for word in unknown:
            meant = await self._meant(word, scope)
            if meant is None:
                return None
            text = text.replace(word, meant)
            concepts[word] = Concept(meant, (self._analyser.word_terms(meant),))
        return replace(query, text=text, concepts=tuple(concepts.values())) if unknown else None

    async def _meant(self, word: str, scope: Scope) -> str | None:
        terms = self._analyser.word_terms(word)
        if len(terms) != 1:
            return None
        words: Counter[str] = Counter()
        for quote in await self._retriever.similar(terms[0], scope, SIMILAR_PASSAGES):
            words.update(
                token.surface for token in self._analyser.tokens(quote.text) if token.terms
            )
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a mistyped word needs it

        best = process.extract(
            fold(word), {name: fold(name) for name in words}, scorer=fuzz.ratio, limit=5
        )
        close = [(ratio, words[name], name) for _, ratio, name in best if ratio >= SIMILAR_ENOUGH]
        return max(close)[2] if close else None

    async def _known(self, kind: Kind, scope: Scope) -> list[str]:
        held = self._names.get((kind, scope.collections))
        if held is None or held[0] != scope.change:
            found = await self._catalogue.names(scope.collections, kind, KNOWN_NAMES)
            held = (scope.change, [name for name, _ in found])
            self._names[kind, scope.collections] = held
        return held[1]
