"""Numbers to be guessed, the nearest guess wins: each as "how many" in its sentence. English."""

import re
from collections.abc import Iterator, Sequence

from bot.articles.article import SourceSentence
from bot.language.numbers import Quantity, quantities
from bot.quiz.extraction.measures import BLANK
from bot.quiz.extraction.shortening import LONGEST, is_verb, shortened
from bot.quiz.facts import Fact, measured_in

KINDS = frozenset(["count", "money", "measure", "duration"])
"""What can be guessed: a percentage is between 0 and 100, and a rank or an age has no surprise."""

CURRENCIES = frozenset(["usd", "gbp", "eur"])
"""The currencies whose names a question can say."""

FEWEST = 5
"""Words without which a question has lost what it asks."""

_SECOND = re.compile(r",? (?:and|but|while|as) (?=[a-z])")
_UNIT_NEXT = re.compile(r"\s[a-z]+s\b|\sfeet\b")  # " tonnes", no "m", no "30 minute shows"
_ABOUT = re.compile(  # "some ", "an estimated "
    r"\b(?:about|around|some|roughly|approximately|an estimated|just|only|exactly)\s$",
    re.IGNORECASE,
)


def guesses(text: str, found: Sequence[SourceSentence]) -> Iterator[Fact]:
    """Every plain quantity of the sentences, as the one thing that its sentence leaves open."""
    for sentence in found:
        if sentence.end - sentence.start > LONGEST:
            continue
        for quantity in quantities(text, sentence.start, sentence.end):
            stem = _stem(text, sentence, quantity)
            form = _form(text, quantity, is_first=stem.startswith(BLANK))
            if quantity.upper is None and form:
                yield measured_in(text, sentence, quantity, ("guess_number", form, stem))


def _form(text: str, quantity: Quantity, *, is_first: bool) -> str:
    """How it is asked for; empty when it cannot be."""
    if quantity.kind == "money":
        return f"guess_{quantity.unit}" if quantity.unit in CURRENCIES and not is_first else ""
    counted = quantity.kind == "count" and quantity.unit
    measured = quantity.kind in KINDS and _UNIT_NEXT.match(text, quantity.number_end)
    if not counted and not measured:
        return ""
    return "guess_many_first" if is_first else "guess_many"


def _stem(text: str, sentence: SourceSentence, quantity: Quantity) -> str:
    """The sentence with a blank for the number; what is counted or measured stays."""
    end = quantity.end if quantity.kind == "money" else quantity.number_end
    before, after = shortened(
        text[sentence.start : quantity.start], text[end : sentence.end], untimed=False
    )
    after = _without_second_clause(before, after)
    while found := _ABOUT.search(before):
        before = before[: found.start()]
    return f"{before}{BLANK}{after}"


def _without_second_clause(before: str, after: str) -> str:
    """What follows the number, without a clause of its own: ", and the court can appeal too"."""
    found = _SECOND.search(after)
    if found is None:
        return after
    kept = after[: found.start()]
    rest = after[found.end() :].split()
    has_verbs = any(map(is_verb, f"{before} {kept}".split())) and any(map(is_verb, rest[1:]))
    return f"{kept}." if has_verbs and len(f"{before} {kept}".split()) >= FEWEST else after
