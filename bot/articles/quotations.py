"""Where a text quotes somebody: spans between quotation marks."""

import re

from bot.articles.paragraphs import Span

MARK = re.compile("[“”\"«»„‘’']")
CLOSING = {"“": "”", '"': '"', "«": "»", "„": "“", "‘": "’", "'": "'"}
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
