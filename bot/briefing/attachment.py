"""Whether a span is told of another thing than is asked for, by the words beside it. English."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.briefing.candidates import Candidate
from bot.briefing.clauses import says
from bot.language.english.analyser import Token
from bot.language.english.lexicon import SAYING
from bot.language.paragraphs import Span
from bot.search.query import Query

CALLED = re.compile(r"\b(?:called|dubbed|nicknamed|known\s+as)\s+(?:the\s+)?$", re.IGNORECASE)
"""What stands before the name of a thing: "a glacier called Blue Tongue"."""

WHERE = re.compile(
    r"\b(?P<word>from|in|at|on|near|into|outside|inside|around|off)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before the name of a place or a time: "*from the* Bronze Age"."""

TOWARDS = re.compile(r"\bto\s+(?:the\s+)?$", re.IGNORECASE)
MOTION = re.compile(
    r"\b(?:go|going|went|gone|move|mov(?:ed|ing)|travel\w*|take|took|taken|bring|brought|send|sent|"
    r"flee|fled|fly|flew|flown|sail\w*|ship\w*|evacuat\w*|deport\w*|transfer\w*|head\w*|come|came|"
    r"return\w*|drive|drove|walk\w*|run|ran|lead|led|reach\w*|extend\w*|export\w*|flow\w*|to)\b",
    re.IGNORECASE,
)
"""What asks for a place that something goes to: "where were they *taken*"."""

SAID = re.compile(rf"\b(?:say|tell|announce|{SAYING})\b", re.IGNORECASE)
"""What asks for when something was told."""

TELLING_BEFORE = re.compile(rf"\b{SAYING}\s+(?:on\s+|late\s+|early\s+|in\s+)*$", re.IGNORECASE)
TELLING_AFTER = re.compile(rf"\s+{SAYING}\b", re.IGNORECASE)
"""Around the date on which somebody told something."""

NAME_OF = re.compile(r"[A-Z][\w’'-]*\s+$")
OF = re.compile(r"of\s", re.IGNORECASE)
"""Around a date in a name: "the Royal Proclamation *of 1763*"."""

YEAR_OF_THING = re.compile(r"\b(?:the|an?|its|his|her|their)\s+$", re.IGNORECASE)
THING = re.compile(r"\s+(?=[a-z])")
"""Around a year that tells which one of its kind a thing is: "*the* 2013 *series*"."""

ORDER = re.compile(r"\b(?:first|last|previous|second|third)\b", re.IGNORECASE)
"""What tells which of several things is meant."""

ELAPSED = re.compile(r"\s+(?:before|after|ago|later|earlier|old)\b", re.IGNORECASE)
"""What follows a time that is no duration of the thing: "four weeks *before* the summit"."""

EARLIER = re.compile(
    r"\b(?:(?:previous|prior)\b[^.;,]*|"
    r"(?:first|last|highest|lowest|largest|biggest|smallest|best|worst|most)\b[^.;]*\bsince\s+)$",
    re.IGNORECASE,
)
"""Before a date that is one of something earlier: "her first visit *since* May 2023"."""

SINCE = re.compile(r"since\s+", re.IGNORECASE)

AGED = re.compile(r"(?:-old)?,?\s+(?:[a-z]\S*\s+){0,3}(?=[A-Z])")
"""Between an age and the name of whoever has it: "the 65-year-old *minister* Otto Lind"."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A span with its text, the words of its sentence that tell something, and the question."""

    text: str
    span: Span
    tokens: Sequence[Token]
    query: Query

    @property
    def asked(self) -> str:
        """The words of the question."""
        return self.query.written.words

    @property
    def before(self) -> str:
        """What stands right before the span."""
        return self.text[max(0, self.span.start - 30) : self.span.start]

    def next_is_asked(self) -> bool:
        """Whether the next telling word is one of the question; true where none follows."""
        following = [token for token in self.tokens if token.start >= self.span.end][:1]
        return not following or any(says(c, following[0]) for c in self.query.concepts)


def is_of_another(text: str, one: Candidate, tokens: Sequence[Token], query: Query) -> bool:
    """Whether a candidate is said of something else, by the words right beside it."""
    check = CHECKS.get(one.kind)
    return check is not None and check(Surroundings(text, one.span, tokens, query))


def _is_no_agent(near: Surroundings) -> bool:
    """Whether a name is that of a thing, or tells where: "stolen *from the Bronze Age*"."""
    if CALLED.search(near.before):
        return True
    where = WHERE.search(near.before)
    return where is not None and where["word"].casefold() not in near.asked.casefold().split()


def _is_no_place(near: Surroundings) -> bool:
    """Whether a name is whom or what something is done to: "born *to* Ada Lund"."""
    return bool(TOWARDS.search(near.before)) and not MOTION.search(near.asked)


def _is_other_date(near: Surroundings) -> bool:
    """Whether a date is that of somebody's telling, of something earlier, or part of a name."""
    text, span = near.text, near.span
    start = near.tokens[0].start if near.tokens else span.start
    since = SINCE.match(text, span.start, span.end)
    return bool(
        EARLIER.search(text, start, since.end() if since else span.start)
        or _dates_telling(near)
        or (OF.match(text, span.start) and NAME_OF.search(near.before))
        or near.before.endswith(("-", "–"))
        or _dates_thing(near)
        or _is_not_the_first(near)
    )


def _is_not_the_first(near: Surroundings) -> bool:
    """Whether the first or last of its kind is asked for, and the sentence does not say so."""
    asked = ORDER.findall(near.asked)
    said = " ".join(token.surface for token in near.tokens).casefold()
    return any(word.casefold() not in said for word in asked)


def _dates_telling(near: Surroundings) -> bool:
    """Whether a date is that of somebody's telling: "the mayor said *on Monday*"."""
    if SAID.search(near.asked):
        return False
    return bool(TELLING_BEFORE.search(near.before) or TELLING_AFTER.match(near.text, near.span.end))


def _dates_thing(near: Surroundings) -> bool:
    """Whether a year tells which one of its kind another thing is: "the *2013* series"."""
    return (
        near.text[near.span.start : near.span.end].isdigit()
        and YEAR_OF_THING.search(near.before) is not None
        and THING.match(near.text, near.span.end) is not None
        and not near.next_is_asked()
    )


def _is_other_measure(near: Surroundings) -> bool:
    """Whether a measure is that of a thing which was not asked for: "the *1.9-metre* skull"."""
    return "-" in near.text[near.span.start : near.span.end] and not near.next_is_asked()


def _is_other_duration(near: Surroundings) -> bool:
    return _is_other_measure(near) or ELAPSED.match(near.text, near.span.end) is not None


def _is_others_age(near: Surroundings) -> bool:
    """Whether an age is that of somebody who was not asked for: "the *65-year-old* Otto Lind"."""
    text, span, tokens = near.text, near.span, near.tokens
    names = [concept for concept in near.query.concepts if concept.is_name]
    adjective = "-" in text[span.start : span.end] and AGED.match(text, span.end)
    if adjective:
        bearer = [token for token in tokens if token.start == adjective.end()]
    else:  # "Otto Lind, 65,"
        bearer = [t for t in tokens if t.end == span.start - 2 and t.surface[0].isupper()]
    return bool(names and bearer) and not any(says(n, token) for n in names for token in bearer)


CHECKS: Mapping[str, Callable[[Surroundings], bool]] = {
    "name": _is_no_agent,
    "place": _is_no_place,
    "date": _is_other_date,
    "measure": _is_other_measure,
    "duration": _is_other_duration,
    "age": _is_others_age,
}
"""For each kind of span what tells that it is of another thing."""
