"""Facts that need a parsed sentence: who did what, and when; the port of the parser. English."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.articles.article import SourceSentence
from bot.language.calendar import StatedDate, stated_dates
from bot.language.english.lexicon import NATIONAL
from bot.language.numbers import Quantity, quantities
from bot.quiz.facts import Fact, measured_in


@dataclass(frozen=True, slots=True)
class ParsedWord:
    """A word of a parsed sentence: its span, and how it hangs on the others.

    `head` is the place of the word it hangs on, its own place for the main verb; `relation` and
    `tag` are the parser's names, `lemma` the dictionary form, `entity` what it takes a name for,
    such as "PERSON" or "ORG", empty for a plain word.
    """

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    relation: str
    head: int
    entity: str = ""


class Parser(Protocol):
    """A parser of English sentences."""

    @property
    def name(self) -> str:
        """The model and its version: another one may find other facts."""
        ...

    def parsed(self, sentences: Sequence[str]) -> list[list[ParsedWord]]:
        """The words of each sentence, with offsets into it."""
        ...


SUBJECTS = frozenset(["nsubj", "nsubjpass"])
KEPT = frozenset(
    "dobj prep prt acomp attr oprd xcomp agent dative pobj advmod neg aux auxpass".split()
)
"""How the words hang on a verb that a question about it keeps; clauses beside it are left out."""
FINITE_BE = frozenset("was were had has have is are".split())
LONGEST = 60
"""Words of a sentence that is parsed: a longer one makes no question."""


@dataclass(frozen=True, slots=True)
class ParsedClause:
    """A parsed sentence around its main verb, with every word by its place."""

    words: Sequence[ParsedWord]
    verb: int
    subject: tuple[int, ...]

    def children(self, place: int) -> list[int]:
        """The words that hang on one, in order."""
        return [n for n, word in enumerate(self.words) if word.head == place and n != place]

    def under(self, place: int) -> tuple[int, ...]:
        """A word with everything that hangs on it, in order."""
        below = [n for child in self.children(place) for n in self.under(child)]
        return tuple(sorted([place, *below]))

    def words_at(self, places: Sequence[int]) -> str:
        """The words at some places, with their blanks as they were."""
        ordered = sorted(places)
        parts: list[str] = []
        for n in ordered:
            word = self.words[n]
            glued = parts and n - 1 in ordered and self.words[n - 1].end == word.start
            parts.append(word.text if glued or not parts else f" {word.text}")
        return "".join(parts)


def clauses(text: str, found: Sequence[SourceSentence], parser: Parser) -> Iterator[Fact]:
    """The dates and counts of sentences whose main verb they hang on."""
    worth = [one for one in found if _is_worth_parsing(text, one)]
    parsed = parser.parsed([text[one.start : one.end] for one in worth])
    for sentence, words in zip(worth, parsed, strict=True):
        clause = _clause(words)
        if clause is None:
            continue
        for stated in stated_dates(text, sentence.start, sentence.end):
            form, asked = _when(clause, stated, sentence.start)
            if asked and not stated.last:
                yield measured_in(text, sentence, stated, ("when", form, asked))
        for quantity in quantities(text, sentence.start, sentence.end):
            form, asked = _how_many(clause, quantity, sentence.start)
            if asked and quantity.upper is None:
                yield measured_in(text, sentence, quantity, ("how_many", form, asked))


def _is_worth_parsing(text: str, sentence: SourceSentence) -> bool:
    span = (text, sentence.start, sentence.end)
    if len(text[sentence.start : sentence.end].split()) > LONGEST:
        return False
    return any(stated_dates(*span)) or any(
        quantity.kind in ("count", "money") for quantity in quantities(*span)
    )


def _clause(words: Sequence[ParsedWord]) -> ParsedClause | None:
    roots = [n for n, word in enumerate(words) if word.head == n]
    if len(roots) != 1 or words[roots[0]].tag not in ("VBD", "VBN"):
        return None
    bare = ParsedClause(words, roots[0], ())
    subjects = [n for n in bare.children(roots[0]) if words[n].relation in SUBJECTS]
    if len(subjects) != 1 or words[subjects[0]].tag in ("PRP", "DT", "WP", "WDT", "EX"):
        return None
    subject = bare.under(subjects[0])
    is_whole = subject == tuple(range(subject[0], subject[-1] + 1)) and subject[-1] < roots[0]
    return ParsedClause(words, roots[0], subject) if is_whole else None


def _when(clause: ParsedClause, stated: StatedDate, offset: int) -> tuple[str, str]:
    """The form and the words of a question for a date that hangs on the main verb."""
    for n in clause.children(clause.verb):
        word = clause.words[n]
        phrase = clause.under(n)
        if word.relation != "prep" or word.text.casefold() not in ("in", "on"):
            continue
        inner = [clause.words[m] for m in phrase if m != n and clause.words[m].tag != ","]
        day = [one for one in inner if not one.text.endswith("day")]
        if day and day[0].start + offset == stated.start and day[-1].end + offset == stated.end:
            form = "when_day" if stated.day else "when_month" if stated.month else "when_year"
            return form, _asked(clause, phrase)
    return "", ""


def _how_many(clause: ParsedClause, quantity: Quantity, offset: int) -> tuple[str, str]:
    """The form and the words of a question for a quantity that is the object of the main verb."""
    for n in clause.children(clause.verb):
        phrase = clause.under(n)
        if clause.words[n].relation != "dobj" or not _is_one_piece(phrase):
            continue
        inside = [
            m for m in phrase if quantity.start <= clause.words[m].start + offset < quantity.end
        ]
        rest = [m for m in phrase if m not in inside]
        if not inside or inside[0] != phrase[0]:
            continue
        if quantity.kind == "count" and quantity.unit and rest:
            asked = _asked(clause, phrase)
            return "how_many", f"{clause.words_at(rest)} {asked}" if asked else ""
        if quantity.kind == "money" and (not rest or clause.words[rest[0]].tag == "IN"):
            return "how_much", _asked(clause, phrase, rest)
    return "", ""


def _is_one_piece(places: Sequence[int]) -> bool:
    return tuple(places) == tuple(range(places[0], places[-1] + 1))


def _asked(clause: ParsedClause, answer: Sequence[int], rest: Sequence[int] = ()) -> str:
    """The clause in the order of a question, without the answer; empty when it cannot be asked.

    `rest` are words of the answer's phrase that stay.
    """
    words, verb = clause.words, clause.verb
    kept = [n for n in clause.children(verb) if words[n].relation in KEPT and n not in answer]
    if any(words[n].relation in ("neg", "ccomp") for n in clause.children(verb)):
        return ""
    before = [n for n in kept if n < verb and words[n].relation in ("aux", "auxpass")]
    helping = [n for n in before if words[n].text.casefold() in FINITE_BE]
    tail = clause.words_at([*rest, *(m for n in kept if n > verb for m in clause.under(n))])
    subject = _lowered(clause)
    if words[verb].lemma == "be":
        return f"{words[verb].text} {subject} {tail}"
    if helping:
        chain = clause.words_at([*(n for n in before if n > helping[0]), verb])
        return f"{words[helping[0]].text} {subject} {chain} {tail}"
    if words[verb].tag != "VBD" or before:
        return ""
    return f"did {subject} {words[verb].lemma} {tail}"


def _lowered(clause: ParsedClause) -> str:
    """The subject, its first word small unless it is a name."""
    subject, first = clause.words_at(clause.subject), clause.words[clause.subject[0]]
    is_name = first.tag in ("NNP", "NNPS") or NATIONAL.match(first.text) or first.text.isupper()
    return subject if is_name else subject[:1].lower() + subject[1:]
