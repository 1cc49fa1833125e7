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

INNER_SHARE = 0.4
INNER_WORDS = 30
"""What must be shared where it is background: this share, or, of longer texts, so many words more
than elsewhere. House appeals stand in many reports, and a follow-up carries over old paragraphs."""

WHOLE = 0.66
"""Share of all unquoted words that makes the shared words the text itself, whatever introduces
them: "The Associated Press reports:"."""

THREAD = 300
"""Words at most that a signature below several paragraphs signs."""

ASIDE = 8
"""Words shared besides, so that one line of background makes no copy of a short item."""

FEW = 12
"""Own words of a text that can be told from chance; one of fewer is only a copy of its equal."""

CONTINUED = 18
"""Words between parts of one shared block or quotation, where a report leaves something out."""

BETWEEN = 40
"""Words from what two texts share to a quotation in both that stands there for it: a changed line
before it does not make it a quotation that two reports found on their own."""

SHINGLE_WORDS = 5

Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Signature:
    """What is compared of a text: how many words are its own, and their runs.

    `introduced` is where words of another may begin among them, `signed` where they end; `whole`
    are all the words of a text that has hardly any of its own.
    """

    length: int
    runs: Runs
    introduced: Mapping[int, int]
    signed: frozenset[int] = frozenset()
    whole: tuple[str, ...] = ()


def signature(text: str, marks: Sequence[Span] = ()) -> Signature:
    """What is compared of a text; boilerplate is left out."""
    own = own_words(text, marks)
    if len(own.words) < FEW:
        return Signature(len(own.words), {}, {}, whole=tuple(_words(text, marks)))
    return Signature(len(own.words), runs(own.words), own.introduced, own.signed)


def are_copies(one: Signature, other: Signature) -> bool:
    """Whether the shorter of two texts stands in the other one for a good part."""
    if one.whole or other.whole:
        return one.whole == other.whole
    shorter, longer = sorted((one, other), key=lambda read: read.length)
    needed = SHARE * shorter.length + ASIDE
    if RUN_WORDS * len(shorter.runs.keys() & longer.runs.keys()) < needed:
        return False
    shared = stretches(shorter.runs, longer.runs)
    if _words_of(shared) >= max(needed, WHOLE * shorter.length):
        return True
    own, beyond = _own(shorter, longer, shared)
    if _is_background(own):
        needed += min((INNER_SHARE - SHARE) * shorter.length, INNER_WORDS)
    return _words_of(own) + beyond >= needed


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


def _own(one: Signature, other: Signature, shared: Sequence[Stretch]) -> tuple[list[Stretch], int]:
    """The stretches that two texts do not both quote of another, and the words beyond quotations.

    Both quote where a stretch begins with an introduction or ends with a signature in both, and
    nothing next to it is shared.
    """
    own: list[Stretch] = []
    quoted: list[_Quoted] = []
    copied = 0
    for number, stretch in enumerate(shared):
        part = _quoted(one, other, stretch)
        if part is None or _goes_on(part, own, shared[number + 1 :]):
            if not any(before.goes_on_in(stretch) for before in quoted):
                own.append(stretch)
            continue
        quoted.append(part)
        copied += part.beyond
    return own, copied


def _is_background(own: Sequence[Stretch]) -> bool:
    """Whether what is shared is one block that opens neither text, or two in another order."""
    blocks: list[list[Stretch]] = []
    for stretch in own:
        if blocks and _is_next(blocks[-1][-1], stretch):
            blocks[-1].append(stretch)
        else:
            blocks.append([stretch])
    if len(blocks) > 1:
        first, *others = (block[0].other_start for block in blocks)
        return len(others) == 1 and others[0] < first
    return all(min(stretch.start, stretch.other_start) >= GAP for stretch in own)


def _is_next(before: Stretch, after: Stretch) -> bool:
    steps = (after.start - before.end, abs(after.other_start - before.other_end))
    return max(steps) <= CONTINUED


def _words_of(stretches: Sequence[Stretch]) -> int:
    return sum(stretch.words for stretch in stretches)


@dataclass(frozen=True, slots=True)
class _Quoted:
    """What two texts both quote of another, and where its words end at most in each of them.

    `beyond` are the words of the stretch that are no longer the other's.
    """

    stretch: Stretch
    end: int
    other_end: int
    beyond: int
    signed: bool

    def goes_on_in(self, later: Stretch) -> bool:
        """Whether a stretch is the next part of it, after one that a report leaves out."""
        if later.start >= self.end or later.other_start >= self.other_end:
            return False
        steps = (later.start - self.stretch.end, later.other_start - self.stretch.other_end)
        return any(-RUN_WORDS <= step <= CONTINUED for step in steps)


def _quoted(one: Signature, other: Signature, stretch: Stretch) -> _Quoted | None:
    """The stretch as a quotation, if it is shown as one in both texts."""
    end = _ending(one.introduced, stretch.start)
    other_end = _ending(other.introduced, stretch.other_start)
    signed = end is None or other_end is None
    if end is None:
        end = _signature(one.signed, stretch.end)
    if other_end is None:
        other_end = _signature(other.signed, stretch.other_end)
    if end is None or other_end is None:
        return None
    beyond = min(stretch.end - end, stretch.other_end - other_end, stretch.words)
    if signed:
        beyond = max(beyond, stretch.words - THREAD)
    return _Quoted(stretch, end, other_end, max(0, beyond), signed)


def _ending(introduced: Mapping[int, int], start: int) -> int | None:
    """Where words of another end at most that begin with a stretch, or soon after: "said:"."""
    places = (introduced.get(place) for place in range(start, start + GAP))
    return max((end for end in places if end is not None), default=None)


def _signature(signed: frozenset[int], end: int) -> int | None:
    """Where words of another end that end with a stretch, or soon before or after it."""
    return next((place for place in range(end - GAP, end + GAP) if place in signed), None)


def _goes_on(part: _Quoted, own: Sequence[Stretch], later: Sequence[Stretch]) -> bool:
    """Whether a stretch opens both texts, or what stands next to it in both is shared.

    Before a signature words of its own may follow too.
    """
    stretch = part.stretch
    if max(stretch.start, stretch.other_start) < RUN_WORDS:
        return True
    return any(_is_near(before, stretch) for before in own) or (
        part.signed and any(_is_near(stretch, after) for after in later)
    )


def _is_near(before: Stretch, after: Stretch) -> bool:
    return (
        0 <= after.start - before.end <= BETWEEN
        and 0 <= after.other_start - before.other_end <= BETWEEN
    )
