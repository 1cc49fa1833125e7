"""Names that were typed in small letters, known by how the passages found write them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.articles.article import Quote
from bot.language.english.analyser import Analyser
from bot.language.english.lexicon import CALENDAR, ROLE
from bot.search.query import Concept, Query

NAME_SHARE = 0.9
"""Share of a word's places inside sentences that are capitalised when it is a name."""

INSIDE = re.compile(r"[a-z0-9,;)’'][’']?\s+\Z")
"""What stands before a word that opens no sentence, whose capital tells something."""


def known_names(
    query: Query, passages: Iterable[Quote], analyser: Analyser
) -> Mapping[Concept, Concept]:
    """The words of a query that the passages write as names, each with itself as a name."""
    asked = {
        concept.surface.casefold(): concept
        for concept in query.concepts
        if not concept.is_name and not concept.is_light and _may_be_name(concept.surface)
    }
    own = {term: c for c in asked.values() for term in analyser.terms(c.surface)}
    written: Counter[Concept] = Counter()
    capitalised: Counter[Concept] = Counter()
    for passage in passages:
        text = passage.article.text
        for token in analyser.tokens(text, passage.start, passage.end):
            for concept in {own[term] for term in token.terms if term in own}:
                if not INSIDE.search(text, max(0, token.start - 4), token.start):
                    continue
                written[concept] += 1
                capitalised[concept] += token.surface[0].isupper()
    return {
        concept: replace(concept, proper=True)
        for concept, times in written.items()
        if capitalised[concept] >= NAME_SHARE * times
    }


def _may_be_name(word: str) -> bool:
    return word.casefold() not in CALENDAR and not ROLE.fullmatch(word)
