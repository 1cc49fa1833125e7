"""The words that a report says itself: quotations of all forms are left out.

Reports of one event quote the same speech, letter or post; that alone makes none of them a copy.
"""

import re
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

WORD = re.compile(r"\w+")

_COLON = re.compile(r":(?=\s++[^\s“\"«„‘'>])")
"""A colon before words without quotation marks: "She wrote: We shall rebuild the pier."."""

_MAIL_QUOTE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
"""A line of a block quotation: "> We shall rebuild the pier."."""

_ACCOUNT = re.compile(r"\(@\w{1,30}\)[^\n]{0,60}$", re.MULTILINE)
_NAME = re.compile(r"[—–-]{1,2} ?[^\n()—–]{2,80}\Z")
"""With the account, the signature of a post: "— Ida Holm (@idaholm) May 3, 2031"."""

_SHAPES = (*zip("「『〝」』〞‹›", "“““”””«»", strict=True), ("``", " “"), ("''", "” "))
"""Rarer marks, each pair as long as the usual ones in their place."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words in order, without case, and where among them words of another may begin unmarked.

    `introduced` leads from the place of each such word to the place where the other's words end at
    most: a colon at the end of a line introduces any number of lines, another one its own line.
    """

    words: tuple[str, ...]
    introduced: Mapping[int, int]


def own_words(text: str, marks: Sequence[Span] = ()) -> OwnWords:
    """The words of a text's paragraphs outside quotations and boilerplate."""
    text = _usual_quotation_marks(text[:CHARACTERS_READ])
    words: list[str] = []
    introduced: dict[int, int] = {}
    for run in prose_runs(text, _left_out(text, marks)):
        for paragraph in run:
            _read(text, paragraph, words, introduced)
    return OwnWords(tuple(words[:WORDS_READ]), introduced)


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
        begins = max(first, len(words) - INTRODUCTION)
        introduced.update(dict.fromkeys(range(begins, len(words) + AT_ONCE), WORDS_READ))


def _unquoted(text: str, paragraph: Span) -> Iterator[tuple[bool, str]]:
    """What stands outside quotations, and whether it follows one in single marks."""
    position, after_single = paragraph.start, False
    for quotation in quotations(text, paragraph):
        yield after_single, text[position : quotation.start]
        position, after_single = quotation.end, text[quotation.start] in SINGLE
    yield after_single, text[position : paragraph.end]


def _left_out(text: str, marks: Sequence[Span]) -> list[Span]:
    """Boilerplate, block quotations as mail has them, and posts that are shown as such."""
    found = [mark for mark in marks if mark.start < len(text)]
    found += [Span(*line.span()) for line in _MAIL_QUOTE.finditer(text)]
    for account in _ACCOUNT.finditer(text):
        name = _NAME.search(text[max(0, account.start() - SIGNATURE) : account.start()])
        if name is None:
            continue
        start = _line_start(text, account.start())
        if text[start : account.start()].strip() == name.group().strip():
            start = _line_start(text, len(text[:start].rstrip()))
        if account.start() - start <= LONGEST_POST:
            found.append(Span(start, account.end()))
    return sorted(found, key=lambda span: span.start)


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
