"""Facts: what an article states, where it does, and what a question about it would ask."""

from dataclasses import dataclass
from typing import Literal

from bot.articles.article import SourceSentence
from bot.language.calendar import StatedDate
from bot.language.numbers import Quantity

Kind = Literal[
    "who_said",
    "who_role",
    "who_stated",
    "who_did",
    "when",
    "how_many",
    "cloze_number",
    "cloze_date",
    "headline_word",
    "guess_number",
]

PEOPLE: frozenset[str] = frozenset(["who_said", "who_role", "who_stated", "who_did"])
"""The kinds whose options are names of people."""

MEASURED: frozenset[str] = frozenset(
    ["when", "how_many", "cloze_number", "cloze_date", "guess_number"]
)
"""The kinds whose answer is a quantity or a date, which other reports can confirm or dispute."""

TIER_A: frozenset[str] = frozenset(["who_said", "who_role", "when"])
"""The kinds that are fit for daily and ranked play."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that one version of an article states, and that one question can ask for.

    `value` is its normalised key. `start` and `end` bound the words that decide the answer,
    `quote_start` and `quote_end` the passage that proves it. `answer` is the right option, the full
    name where the passage has only a surname; `stem` the words that the question is put around, and
    `form` how they are.
    """

    kind: Kind
    value: str
    answer: str
    stem: str
    form: str
    start: int
    end: int
    quote_start: int
    quote_end: int
    ordinal: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """A fact that no question is made of, and the name of the gate that turned it away."""

    kind: Kind
    start: int
    end: int
    gate: str


def fact_in(
    sentence: SourceSentence,
    kind: Kind,
    form: str,
    *,
    value: str,
    answer: str,
    stem: str,
    start: int,
    end: int,
) -> Fact:
    """A fact that one sentence proves."""
    return Fact(
        kind=kind,
        form=form,
        value=value,
        answer=answer,
        stem=" ".join(stem.split()),
        start=start,
        end=end,
        quote_start=sentence.start,
        quote_end=sentence.end,
        ordinal=sentence.ordinal,
    )


def measured_in(
    text: str, sentence: SourceSentence, span: StatedDate | Quantity, asked: tuple[Kind, str, str]
) -> Fact:
    """A fact whose answer is a date or a quantity of a sentence, asked by kind, form and stem."""
    kind, form, stem = asked
    return fact_in(
        sentence,
        kind,
        form,
        value=span.key,
        answer=text[span.start : span.end],
        stem=stem,
        start=span.start,
        end=span.end,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom an article shows to be a person, as a possible wrong option.

    `role` is what it says that the person is, `short` the one word that it calls the person by,
    `job` the word that title or role tell of the work, `calling` its field, `party`, `nation` and
    `camp`, whose people they are, what stands beside the name; each is empty when it gives none.
    One who `speaks` has words in it, one who `rules` is called president, king or the like.
    """

    name: str
    role: str = ""
    short: str = ""
    job: str = ""
    calling: str = ""
    party: str = ""
    nation: str = ""
    camp: str = ""
    speaks: bool = False
    rules: bool = False


@dataclass(frozen=True, slots=True)
class Material:
    """All that an article gives to ask about: its facts, its people and what was turned away."""

    facts: tuple[Fact, ...]
    people: tuple[Person, ...]
    rejected: tuple[Rejected, ...]
