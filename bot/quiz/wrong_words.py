"""Wrong words for a headline: each fits the blank as the right one does, and no report has it."""

import re
from collections.abc import Iterator, Sequence

from bot.language.english.analyser import STOP_WORDS
from bot.language.english.references import stated
from bot.language.english.word_fields import FIELDS_OF
from bot.quiz.distractors import Source
from bot.quiz.extraction.measures import BLANK
from bot.quiz.extraction.places import GAZETTEERS, is_surely
from bot.quiz.facts import Fact
from bot.quiz.selection import mixed
from bot.quiz.wrong_places import believable
from bot.quiz.wrong_values import WANTED

OFTEN = 2
"""Times that a report has a word beside the same one, from which on they belong together."""

_BESIDE = re.compile(rf"(?:([^\W\d_]+) )?{BLANK}(?: ([^\W\d_]+))?")
_PLAIN = STOP_WORDS | {""}
_ARTICLE = re.compile(rf"\ban? {BLANK}", re.IGNORECASE)


def wrong_words(
    fact: Fact, own: Source, story: Sequence[Source], corpus: Sequence[Source]
) -> tuple[str, ...] | None:
    """Three names of the same kind, or words of the same field, that no report of it has."""
    reports = [f"{one.article.title} {one.article.text}" for one in (own, *story)]
    if _is_set_phrase(fact, own.article.text, [one.article.text for one in corpus]):
        return None
    for choices in _choices(fact, reports):
        fit = [one for one in choices if _fits(one, fact, reports)][:WANTED]
        if len(fit) == WANTED:
            return tuple(fit)
    return None


def _choices(fact: Fact, reports: Sequence[str]) -> Iterator[Sequence[str]]:
    """Words that could stand in the place of the right one, a kind at a time."""
    right = fact.value.partition(":")[2]
    for gazetteer in GAZETTEERS:
        for place in gazetteer.places:
            is_it = right in (*place.names, *place.adjectives) and is_surely(place, reports[0])
            near = believable(place, gazetteer, reports, fact) if is_it else []
            if right in place.names:
                yield [one.name for one in near]
            else:
                yield [one.adjectives[0] for one in near if one.adjectives]
    for field in mixed(FIELDS_OF.get(right, ()), fact.stem):
        yield mixed((word for word in field if word != right), fact.stem)


def _fits(word: str, fact: Fact, reports: Sequence[str]) -> bool:
    right = fact.answer.casefold()
    sounds = not _ARTICLE.search(fact.stem) or (word[0].casefold() in "aeiou") == (
        right[0] in "aeiou"
    )
    is_new = not any(stated(one, text) for one in (word, *word.split()) for text in reports)
    return sounds and is_new


def _is_set_phrase(fact: Fact, own: str, others: Sequence[str]) -> bool:
    """Whether the word is told by the one beside it: reports have both together, "Supreme Court".

    The own report says so by having them twice, for its headline and lead have them anyway.
    """
    found = _BESIDE.search(fact.stem)
    before, after = found.groups("") if found else ("", "")
    pairs = [f"{before} {fact.answer}"] * (before.casefold() not in _PLAIN)
    pairs += [f"{fact.answer} {after}"] * (after.casefold() not in _PLAIN)
    return any(
        own.casefold().count(pair.casefold()) >= OFTEN
        or any(pair.casefold() in text.casefold() for text in others)
        for pair in pairs
    )
