"""Captions: lines that end with the credit of their picture, or stand above it."""

import re

from bot.articles import boilerplate_names as names

LONGEST_CAPTION = 80  # words; a paragraph with a credit at its end is prose beyond this
LONGEST_LONE_CAPTION = 60  # words; its credit stands on a line of its own
LONGEST_SIGNED = 45  # words before one agency in brackets, which may also sign a paragraph
MOST_BREAKS = 2  # between sentences; agencies write captions of up to three

_BREAK = re.compile(r"[.!?][\"'”’]*\s+[A-Z“]")
_REPORTED = re.compile(r"\b(?:said|says|told|added|according to|reported|announced)\b")
_FILE_PHOTO = re.compile(
    r"FILE\s?(?:PHOTO|IMAGE|PICTURE)?\s?[-–—:].+"
    r"|(?:[Ff]ile|[Uu]ndated|[Hh]andout|FILE) (?:photo|image|picture|PHOTO)"
    r"\s?(?:[:–—-]|of|showing|shows|dated|taken|from)\s.+"
)
_CREDIT_TAIL = re.compile(
    r"(?:[.|)”\"]|\s[-–—/])\s*(?:(?:file )?(?:photo|image|picture|photograph|pic)s?(?: credit"
    r"| source)?s?"
    r"(?: by|:)|credits?:)\s*(?P<who>[^.:|]{2,100})"
    r"|[\s.](?P<agency>(?:REUTERS|AP Photo|AFP Photo|EPA)/[^.]{2,60})",
    re.IGNORECASE,
)


def is_caption(line: str) -> bool:
    """Whether a line shows by itself that it belongs to a picture."""
    head, credit = _bracketed(line)
    if credit and not names.is_bare_agency(credit) and names.is_bracket_credit(credit):
        return _is_short(head, LONGEST_CAPTION, MOST_BREAKS)
    return _FILE_PHOTO.fullmatch(line) is not None or _ends_with_credit(line)


def is_signed_caption(line: str) -> bool:
    """Whether a line with one agency in brackets at its end is a caption and reports no words."""
    head, credit = _bracketed(line)
    return (
        names.is_bare_agency(credit)
        and not _REPORTED.search(head)
        and _is_short(head, LONGEST_SIGNED, 1)
    )


def is_lone_caption(line: str) -> bool:
    """Whether a paragraph above a lone credit names the day, as captions do, and is short."""
    return names.tells_a_day(line) and _is_short(line, LONGEST_LONE_CAPTION, MOST_BREAKS)


def _bracketed(line: str) -> tuple[str, str]:
    """Split off the words before a closing bracket that ends the line, and those inside it."""
    opener = {")": "(", "]": "["}.get(line[-1:])
    at = line.rfind(opener) if opener else -1
    return (line[:at], line[at + 1 : -1]) if at > 0 else ("", "")


def _ends_with_credit(line: str) -> bool:
    for tail in _CREDIT_TAIL.finditer(line):
        who = tail["who"] or tail["agency"]
        if line.endswith(who) and names.is_credit(f"Photo: {who}"):
            return _is_short(line, LONGEST_CAPTION, MOST_BREAKS)
    return False


def _is_short(words: str, most: int, breaks: int) -> bool:
    return len(words.split()) <= most and len(_BREAK.findall(words)) <= breaks
