"""What to offer while somebody types, and when nothing was found: topics, outlets, words."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from bot.language.english.analyser import Analyser, fold
from bot.persistence.article_rows import Kind
from bot.persistence.article_rows import fold as fold_name
from bot.persistence.catalogue import CatalogueRepository
from bot.search.passage_index import Filters
from bot.search.query import Query
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

SIMILAR_NAME = 85
"""The same of a word that is written as a name: another person's name is often similar."""

AS_SIMILAR = 4
"""Percent below the most similar word that another may have been meant as well."""

QUESTION_WORDS = ("who", "what", "when", "where", "why", "which", "how")

READINGS = 12
"""Forms of words that are compared."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A query with words mended: `read` tells as what each mistyped one is read.

    `is_sure` says that no other word may have been meant.
    """

    text: str
    read: Mapping[str, str]
    is_sure: bool

    @classmethod
    def of(cls, text: str, read: Mapping[str, str], *, is_sure: bool) -> Self:
        """A text with these words in it mended."""
        for word, meant in read.items():
            text = meant.join(re.split(rf"(?<!\w){re.escape(word)}(?!\w)", text))
        return cls(text, read, is_sure)


def _opening_word(word: str, query: Query) -> list[str]:
    """The question word that a mistyped one at the beginning stands for: "*wher* is it"."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a mistyped word needs it

    if query.written.words.split(maxsplit=1)[:1] != [word]:
        return []
    found = process.extractOne(
        fold(word), QUESTION_WORDS, scorer=fuzz.ratio, score_cutoff=SIMILAR_ENOUGH
    )
    return [found[0]] if found else []


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

    async def all_outlets(self, scope: Scope) -> list[str]:
        """The names of the outlets, the most common first."""
        return await self._known("outlet", scope)

    async def outlets(self, written: str, scope: Scope) -> tuple[str, ...]:
        """The folded names of the outlets that are called so, or have a word that starts so."""
        sought = fold_name(written)
        known = [fold_name(name) for name in await self._known("outlet", scope)]
        if sought in known:
            return (sought,)
        return tuple(name for name in known if f" {sought}" in f" {name}") or (sought,)

    async def nearest(self, query: Query, scope: Scope, filters: Filters) -> tuple[str, ...]:
        """What can be asked instead: topics that share a word with the query, each thing once.

        The outlets there are where the one asked for is none of them; where no topic is near, the
        most common ones.
        """
        outlets = await self._known("outlet", scope)
        if filters.outlets and not {fold_name(name) for name in outlets} & {*filters.outlets}:
            return tuple(outlets[:NEAREST])
        known = await self._known("topic", scope)
        asked = {term for concept in query.concepts for way in concept.ways for term in way}
        near = [name for name in known if asked.intersection(self._analyser.terms(name))]
        offered: dict[tuple[str, ...], str] = {}
        for name in near or known:
            offered.setdefault(self._synonyms.group(tuple(self._analyser.terms(name))), name)
            if len(offered) == NEAREST:
                break
        return tuple(offered.values())

    async def corrections(
        self, query: Query, unknown: Sequence[str], scope: Scope
    ) -> list[Correction]:
        """The query with those of its unknown words mended that can be, the likeliest first."""
        light = {concept.surface for concept in query.concepts if concept.is_light}
        meant = {
            word: likely
            for word in unknown
            if word not in light
            and (likely := _opening_word(word, query) or await self._meant(word, scope))
        }
        readings = max(map(len, meant.values()), default=0)
        return [
            Correction.of(
                query.text,
                {word: likely[min(number, len(likely) - 1)] for word, likely in meant.items()},
                is_sure=readings == 1,
            )
            for number in range(readings)
        ]

    async def _meant(self, word: str, scope: Scope) -> list[str]:
        """The words of passages that one mistyped may stand for: those about as similar as any."""
        terms = self._analyser.word_terms(word)
        if len(terms) != 1:
            return []
        words: Counter[str] = Counter()
        for quote in await self._retriever.similar(terms[0], scope, SIMILAR_PASSAGES):
            words.update(
                token.surface for token in self._analyser.tokens(quote.text) if token.terms
            )
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a mistyped word needs it

        enough = SIMILAR_NAME if word[:1].isupper() else SIMILAR_ENOUGH
        names = {name: fold(name) for name in words}
        best = process.extract(fold(word), names, scorer=fuzz.ratio, limit=READINGS)
        close = [(ratio, words[name], name) for _, ratio, name in best if ratio >= enough]
        likely: dict[tuple[str, ...], str] = {}
        for ratio, _, name in sorted(close, reverse=True):
            if ratio >= close[0][0] - AS_SIMILAR:
                likely.setdefault(self._analyser.word_terms(name), name)
        return [*likely.values()]

    async def _known(self, kind: Kind, scope: Scope) -> list[str]:
        held = self._names.get((kind, scope.collections))
        if held is None or held[0] != scope.change:
            found = await self._catalogue.names(scope.collections, kind, KNOWN_NAMES)
            held = (scope.change, [name for name, _ in found])
            self._names[kind, scope.collections] = held
        return held[1]
