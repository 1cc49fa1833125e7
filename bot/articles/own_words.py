"""The words that a report says itself: quotations of all forms are left out.

Reports of one event quote the same speech, letter or post; that alone makes none of them a copy.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.language.paragraphs import Span, prose_runs
from bot.language.sentences import SINGLE, quotations

WORDS_READ = 20_000
"""Words of a text that are compared; a longer text is a copy by its beginning, or not at all."""

CHARACTERS_READ = 6 * WORDS_READ
"""Where reading ends, so that a text of megabytes costs no more than a long one."""

INTRODUCTION = 15
"""Words before a colon at most that reports use alike: "In a letter to the council she wrote:"."""

AT_ONCE = 3
"""Words after a colon or a quotation among which the words of another begin."""

LONGEST_POST = 700
"""Characters of a line that is a post with its signature; a longer one tells something besides."""

SIGNATURE = 84
"""Characters of a signature before the account: a dash and a name."""

ANNOUNCEMENT = 160
"""Characters at the end of a line in which it may announce another's words."""

WORD = re.compile(r"\w+")

_COLON = re.compile(r":(?=\s++[^\s“\"«„‘'>])")
"""A colon before words without quotation marks: "She wrote: We shall rebuild the pier."."""

_MAIL_QUOTE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
"""A line of a block quotation: "> We shall rebuild the pier."."""

_ACCOUNT = re.compile(r"\(@\w{1,30}\)[^\n]{0,60}$", re.MULTILINE)
_NAME = re.compile(r"[—–-]{1,2} ?[^\n()—–]{2,80}\Z")
"""With the account, the signature of a post: "— Ida Holm (@idaholm) May 3, 2031"."""

_POSTED = re.compile(r"^[^\n()]{2,80}\(@\w{1,30}\)(?:[^\n.!?]{0,60})$", re.MULTILINE)
"""A line that is nothing but a signature: "A post shared by Ida Holm (@idaholm)"."""

_ANNOUNCES = re.compile(
    r"\b(?:in full|in its entirety|verbatim|below|as follows|follows"
    r"|(?:full|complete|entire) (?:text|statement|letter|message|transcript|speech|remarks))"
    r"\b[^.!?\n]*[.!?]?\s*\Z",
    re.IGNORECASE,
)
"""The end of a line above words of another: "Read the full statement below."."""

_SHAPES = (*zip("「『〝」』〞‹›", "“““”””«»", strict=True), ("``", " “"), ("''", "” "))
"""Rarer marks, each pair as long as the usual ones in their place."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words in order, without case, and where among them words of another may begin unmarked.

    `introduced` leads from the place of each such word to the place where the other's words end at
    most: a colon at the end of a line introduces any number of lines, another one its own line.
    `signed` are the places where the words above a signature end.
    """

    words: tuple[str, ...]
    introduced: Mapping[int, int]
    signed: frozenset[int]


def own_words(text: str, marks: Sequence[Span] = ()) -> OwnWords:
    """The words of a text's paragraphs outside quotations and boilerplate."""
    text = _usual_quotation_marks(text[:CHARACTERS_READ])
    posts = list(_posts(text))
    words: list[str] = []
    introduced: dict[int, int] = {}
    ends, counts = [0], [0]
    for run in prose_runs(text, _left_out(text, marks, posts)):
        for paragraph in run:
            if _is_announced(text, paragraph):
                _introduce(introduced, 0, len(words))
            _read(text, paragraph, words, introduced)
            ends.append(paragraph.end)
            counts.append(len(words))
    signed = frozenset(counts[bisect_right(ends, post.start) - 1] for post in posts)
    return OwnWords(tuple(words[:WORDS_READ]), introduced, signed)


def _read(text: str, paragraph: Span, words: list[str], introduced: dict[int, int]) -> None:
    """Add the words of a paragraph, and the places where words of another may begin."""
    first, openings = len(words), list[range]()
    for after_single, part in _unquoted(text, paragraph):
        if after_single:  # an apostrophe may have closed it too early
            openings.append(range(len(words), len(words) + AT_ONCE))
        for number, piece in enumerate(_COLON.split(part)):
            if number:
                begins = max(first, len(words) - INTRODUCTION)
                openings.append(range(begins, len(words) + AT_ONCE))
            words.extend(WORD.findall(piece.casefold()))
    for places in openings:
        for place in places:
            introduced.setdefault(place, len(words))
    if _COLON.match(text, paragraph.end - 1):
        _introduce(introduced, first, len(words))


def _introduce(introduced: dict[int, int], first: int, place: int) -> None:
    """Add that any number of lines of another may begin at a place, after an introduction."""
    begins = max(first, place - INTRODUCTION)
    introduced.update(dict.fromkeys(range(begins, place + AT_ONCE), WORDS_READ))


def _is_announced(text: str, paragraph: Span) -> bool:
    """Whether the line above a paragraph says that another's words follow, without a colon."""
    above = text[max(0, paragraph.start - ANNOUNCEMENT) : paragraph.start].rstrip()
    return _ANNOUNCES.search(above) is not None


def _unquoted(text: str, paragraph: Span) -> Iterator[tuple[bool, str]]:
    """What stands outside quotations, and whether it follows one in single marks."""
    position, after_single = paragraph.start, False
    for quotation in quotations(text, paragraph):
        yield after_single, text[position : quotation.start]
        position, after_single = quotation.end, text[quotation.start] in SINGLE
    yield after_single, text[position : paragraph.end]


def _left_out(text: str, marks: Sequence[Span], posts: Sequence[Span]) -> list[Span]:
    """Boilerplate, block quotations as mail has them, and posts that are shown as such."""
    found = [mark for mark in marks if mark.start < len(text)]
    found += [Span(*line.span()) for line in _MAIL_QUOTE.finditer(text)]
    return sorted([*found, *posts], key=lambda span: span.start)


def _posts(text: str) -> Iterator[Span]:
    """Signatures of posts, with the words before the signature where they are few."""
    for account in _ACCOUNT.finditer(text):
        start = _line_start(text, account.start())
        name = _NAME.search(text[max(0, account.start() - SIGNATURE) : account.start()])
        if name is None:
            if _POSTED.match(text, start):
                yield Span(start, account.end())
            continue
        if text[start : account.start()].strip() == name.group().strip():
            start = _line_start(text, len(text[:start].rstrip()))
        if account.start() - start <= LONGEST_POST:
            yield Span(start, account.end())


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _usual_quotation_marks(text: str) -> str:
    """The text, no longer and no shorter, with marks that open and close as in English."""
    for rare, usual in _SHAPES:
        text = text.replace(rare, usual)
    if "„" in text and "“" not in text:  # „Polish”
        text = text.replace("”", "“")
    if "”" in text and "“" not in text:  # ”Swedish”
        text = text.replace("”", '"')
    if -1 < text.find("»") < text.find("«"):  # »German«
        text = text.translate(str.maketrans("«»", "»«"))
    return text
