"""Copies: articles that are one text, reprinted, cut, rewritten, or built into another.

Only what a report says itself is compared, since independent reports quote alike. What two texts
share is counted by the word, so that words changed here and there cost no more than themselves.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.articles.own_words import WORD, WORDS_READ, own_words
from bot.articles.stretches import GAP, RUN_WORDS, Runs, Stretch, runs, stretches
from bot.language.paragraphs import Span

SHARE = 0.3
"""Share of the shorter text's own words that stand in the other one. Measured on 400 articles: half
of a report inside another as long still shares .34 of its own words in nineteen cases of twenty."""

ASIDE = 8
"""Words shared besides, so that one line of background makes no copy of a short item."""

FEW = 12
"""Own words of a text that can be told from chance; one of fewer is only a copy of its equal."""

CONTINUED = 18
"""Words between a shared quotation and its next part, where one report leaves something out."""

BETWEEN = 40
"""Words from what two texts share to a quotation in both that stands there for it: a changed line
before it does not make it a quotation that two reports found on their own."""

SHINGLE_WORDS = 5

Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Signature:
    """What is compared of a text: how many words are its own, and their runs.

    `introduced` is where words of another may begin among them; `whole` are all the words of a
    text that has hardly any of its own.
    """

    length: int
    runs: Runs
    introduced: Mapping[int, int]
    whole: tuple[str, ...] = ()


def signature(text: str, marks: Sequence[Span] = ()) -> Signature:
    """What is compared of a text; boilerplate is left out."""
    own = own_words(text, marks)
    if len(own.words) < FEW:
        return Signature(len(own.words), {}, {}, tuple(_words(text, marks)))
    return Signature(len(own.words), runs(own.words), own.introduced)


def are_copies(one: Signature, other: Signature) -> bool:
    """Whether the shorter of two texts stands in the other one for a good part."""
    if one.whole or other.whole:
        return one.whole == other.whole
    shorter, longer = sorted((one, other), key=lambda read: read.length)
    needed = SHARE * shorter.length + ASIDE
    if RUN_WORDS * len(shorter.runs.keys() & longer.runs.keys()) < needed:
        return False
    return _copied(shorter, longer) >= needed


def shingles(text: str, marks: Sequence[Span] = ()) -> Shingles:
    """The runs of five words of a text, boilerplate left out, without case."""
    words = _words(text, marks)
    if len(words) < SHINGLE_WORDS:
        return frozenset([tuple(words)]) if words else frozenset()
    return frozenset(zip(*(words[start:] for start in range(SHINGLE_WORDS)), strict=False))


def _words(text: str, marks: Iterable[Span]) -> list[str]:
    kept, position = list[str](), 0
    for mark in marks:
        kept.append(text[position : mark.start])
        position = mark.end
    kept.append(text[position:])
    return WORD.findall("\n".join(kept).casefold())[:WORDS_READ]


def _copied(one: Signature, other: Signature) -> int:
    """The words that two texts share, without those that both quote of another.

    Both quote where a stretch begins with an introduction in both, and nothing before it is shared.
    """
    own: list[Stretch] = []
    quoted: list[_Quoted] = []
    copied = 0
    for stretch in stretches(one.runs, other.runs):
        end = _ending(one.introduced, stretch.start)
        other_end = _ending(other.introduced, stretch.other_start)
        if end is None or other_end is None or _goes_on(stretch, own):
            if not any(before.goes_on_in(stretch) for before in quoted):
                own.append(stretch)
            continue
        quoted.append(_Quoted(stretch, end, other_end))
        beyond = min(stretch.end - end, stretch.other_end - other_end, stretch.words)
        copied += max(0, beyond)
    return copied + sum(stretch.words for stretch in own)


@dataclass(frozen=True, slots=True)
class _Quoted:
    """What two texts both quote of another, and where its words end at most in each of them."""

    stretch: Stretch
    end: int
    other_end: int

    def goes_on_in(self, later: Stretch) -> bool:
        """Whether a stretch is the next part of it, after one that a report leaves out."""
        if later.start >= self.end or later.other_start >= self.other_end:
            return False
        steps = (later.start - self.stretch.end, later.other_start - self.stretch.other_end)
        return any(-RUN_WORDS <= step <= CONTINUED for step in steps)


def _ending(introduced: Mapping[int, int], start: int) -> int | None:
    """Where words of another end at most that begin with a stretch, or soon after: "said:"."""
    places = (introduced.get(place) for place in range(start, start + GAP))
    return max((end for end in places if end is not None), default=None)


def _goes_on(stretch: Stretch, own: Sequence[Stretch]) -> bool:
    """Whether a stretch opens both texts, or what stands shortly before it in both is shared."""
    if max(stretch.start, stretch.other_start) < RUN_WORDS:
        return True
    return any(
        0 <= stretch.start - before.end <= BETWEEN
        and 0 <= stretch.other_start - before.other_end <= BETWEEN
        for before in own
    )
