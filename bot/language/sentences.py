"""Sentences and quotations of English text, and of scripts with marks of their own, as spans."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.language.english.lexicon import ABBREVIATIONS, ALSO_LAST, ASKING, OPENERS, SAYING
from bot.language.spans import Span

# The end of "He left.” Then". A run of marks is tried once, from its start: a line of dots must
# not take quadratic time. What could not be read may be a mark that opens a quotation.
_MARKS = ".!?…؟۔।॥"
ENDING = re.compile(
    rf"(?<![{_MARKS}])(?P<marks>[{_MARKS}]++)(?P<closing>['\"’”»)\]]*+)\s++"
    r"(?=['\"“‘«(\[\ufffd]*(?P<following>[^\W_]+))"
    # 他走了。然后: no space follows. After a closing mark the sentence may go on: 「行く。」と
    r"|(?P<full>[。！？｡]++)(?![」』”’）)\]])\s*+(?=\S)"
)
DANDA = "।"
"""The full stop of Hindi and its neighbours; where it is used, a dot is one of an abbreviation."""

BEFORE_WORD = "\"'“‘«„([—–-"
LONGEST_WORD = 40
"""How far back, in characters, the word before a full stop is looked for."""

_SAID = re.compile(  # she asked; the mayor of Bergen said
    rf"(?:[^\W_][\w.’'-]*\s+){{0,5}}?(?:{SAYING}|{ASKING})\b"
)


def sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of `paragraph`, in order, without the blanks between them."""
    quoted = quotations(text, paragraph)
    abbreviating = text.find(DANDA, paragraph.start, paragraph.end) >= 0
    found, start = [], paragraph.start
    for ending in ENDING.finditer(text, paragraph.start, paragraph.end):
        edge = ending.end("full" if ending["full"] else "closing")
        if abbreviating and ending["marks"] == ".":
            continue
        if _is_end(text, ending, paragraph) and not _inside(edge, quoted):
            found.append(Span(start, edge))
            start = ending.end()
    found.append(Span(start, paragraph.end))
    return found


def _inside(position: int, quoted: Sequence[Span]) -> bool:
    following = bisect_left(quoted, position, key=lambda span: span.start)
    return following > 0 and position < quoted[following - 1].end


def _is_end(text: str, ending: re.Match[str], paragraph: Span) -> bool:
    marks, closing, following, full = ending.groups()
    if full:
        return True
    if following[0].islower():
        return False
    if marks != ".":
        return not (closing and _SAID.match(text, ending.end(), paragraph.end))
    return not _is_abbreviation(text, ending.start(), paragraph) or (
        following.casefold() in OPENERS and _may_end(text, ending.start(), paragraph)
    )


def _last_word(text: str, stop: int, paragraph: Span) -> str:
    before = text[max(paragraph.start, stop - LONGEST_WORD) : stop].split()
    return before[-1].lstrip(BEFORE_WORD) if before else ""


def _is_abbreviation(text: str, stop: int, paragraph: Span) -> bool:
    word = _last_word(text, stop, paragraph)
    initials = "." in word and all(len(part) <= 2 for part in word.split("."))  # noqa: PLR2004 - "Ph.D"
    initial = len(word) == 1 and word.isupper()
    return initials or initial or word.replace(".", "").casefold() in ABBREVIATIONS


def _may_end(text: str, stop: int, paragraph: Span) -> bool:
    word = _last_word(text, stop, paragraph)
    plain = word.replace(".", "").casefold()
    return plain not in ABBREVIATIONS or plain in ALSO_LAST


MARK = re.compile("[“”\"«»„‘’'「」『』]")
CLOSING = {"“": "”", '"': '"', "«": "»", "„": "“", "‘": "’", "'": "'", "「": "」", "『": "』"}
SINGLE = "‘'"
STRAIGHT = "\"'"


def quotations(text: str, stretch: Span) -> list[Span]:
    """The outermost quotations inside `stretch`, their marks included, in order.

    A double mark that is never closed quotes up to the end, as in a quotation of several
    paragraphs; a single one that is never closed is an apostrophe.
    """
    found: list[Span] = []
    opened: int | None = None
    position, singles = stretch.start, True
    while True:
        mark = MARK.search(text, position, stretch.end)
        if mark is None and opened is not None and text[opened] in SINGLE:
            position, opened, singles = opened + 1, None, False
            continue
        if mark is None:
            break
        position = mark.end()
        if opened is None:
            if _opens(text, mark.start(), stretch) and (singles or mark.group() not in SINGLE):
                opened = mark.start()
        elif _closes(text, mark.start(), text[opened], stretch):
            found.append(Span(opened, mark.end()))
            opened = None
    if opened is not None:
        found.append(Span(opened, stretch.end))
    return found


def _opens(text: str, at: int, stretch: Span) -> bool:
    if text[at] not in CLOSING:
        return False
    before = text[at - 1] if at > stretch.start else " "
    after = text[at + 1] if at + 1 < stretch.end else " "
    if text[at] in STRAIGHT or text[at] in SINGLE:
        return not before.isalnum() and not after.isspace()
    return True


def _closes(text: str, at: int, opener: str, stretch: Span) -> bool:
    if text[at] != CLOSING[opener]:
        return False
    before, after = text[at - 1], text[at + 1] if at + 1 < stretch.end else " "
    if opener in SINGLE:
        return not after.isalnum() and not before.isspace()
    return opener not in STRAIGHT or not after.isalnum()
