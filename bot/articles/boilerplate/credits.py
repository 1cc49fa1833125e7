"""Boilerplate that belongs to a picture: credits of people and agencies, captions. English."""

import re

from bot.articles.boilerplate.bylines import begins_as_byline, is_name, names_only, segments
from bot.articles.boilerplate.wording import BoilerplatePhrases
from bot.language.english.lexicon import MONTH, REPORTED

LONGEST_CREDIT = 140  # characters; a credit names a few people and agencies, no more
LONGEST_CAPTION = 80  # words; a paragraph with a credit at its end is prose beyond this
LONGEST_LONE_CAPTION = 60  # words; its credit stands on a line of its own
LONGEST_SIGNED = 45  # words before one agency in brackets, which may also sign a paragraph
MOST_BREAKS = 2  # between sentences; agencies write captions of up to three

_PICTURE_WORD = re.compile(  # Image credit:, Courtesy of
    r"\b(?:photo(?:graph)?|image|picture|file|pool|handout|credit|courtesy|illustration"
    r"|submitted|supplied|stock|archive|screengrab|source|provided|staff)s?\b"
    r"(?: (?:by|of|from|via)\b)?\s*:?\s*",
    re.IGNORECASE,
)
_PHOTO_LABEL = re.compile(  # Photo: Ada Lund; Courtesy of Ada Lund; Ada Lund Submitted photo
    r"(?:file |main |top |cover |lead |featured? )?(?:photo(?:graph)?|image|picture|pic"
    r"|illustration)s?(?: (?:credits?|source|courtesy|by))*\s*"
    r"(?P<mark>:|©|\bby\b|\bvia\b|courtesy|/)\s*(?P<who>.+)"
    r"|(?:photo|image|picture) (?:by|via|courtesy of) (?P<by>.+)|courtesy(?: of)? (?P<from>.+)"
    r"|(?P<name>.+) (?:submitted|handout|contributed|supplied|courtesy|staff|file) photo",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(rf"\b{MONTH} \d{{1,2}}\b|\b\d{{1,2}} {MONTH}")  # May 3, 2021
_BREAK = re.compile(r"[.!?][\"'”’]*\s+[A-Z“]")  # at sea. A
_REPORTED = re.compile(rf"\b{REPORTED}\b")
_FILE_PHOTO = re.compile(  # FILE - A trawler; File photo of a trawler
    r"FILE\s?(?:PHOTO|IMAGE|PICTURE)?\s?[-–—:].+"
    r"|(?:[Ff]ile|[Uu]ndated|[Hh]andout|FILE) (?:photo|image|picture|PHOTO)"
    r"\s?(?:[:–—-]|of|showing|shows|dated|taken|from)\s.+"
)
_CREDIT_TAIL = re.compile(  # . Photo: Ada Lund/Reuters; on the pier. REUTERS/Ada Lund
    r"(?:[.|)”\"]|\s[-–—/])\s*(?:(?:file )?(?:photo|image|picture|photograph|pic)s?(?: credit"
    r"| source)?s?(?: by|:)|credits?:)\s*(?P<who>[^.:|]{2,100})"
    r"|[\s.](?P<agency>(?:REUTERS|AP Photo|AFP Photo|EPA)/[^.]{2,60})",
    re.IGNORECASE,
)


def is_credit(line: str, phrases: BoilerplatePhrases) -> bool:
    """Whether a line says only which agency or photographer a picture or text is from."""
    if len(line) > LONGEST_CREDIT or begins_as_byline(line):
        return False
    label = _PHOTO_LABEL.fullmatch(line)
    if label:
        return all(is_name(part) for part in segments(" ".join(filter(None, label.groups()[1:]))))
    parts = [_PICTURE_WORD.sub("", part).strip() for part in segments(line)]
    return any(map(phrases.agency.fullmatch, parts)) and all(
        not part or phrases.agency.fullmatch(part) or is_name(part) for part in parts
    )


def is_caption(line: str, phrases: BoilerplatePhrases) -> bool:
    """Whether a line shows by itself that it belongs to a picture."""
    head, credit = _bracketed(line)
    if credit and not phrases.agency.fullmatch(credit) and _is_bracket_credit(credit, phrases):
        return _is_short(head, LONGEST_CAPTION, MOST_BREAKS)
    return _FILE_PHOTO.fullmatch(line) is not None or _ends_with_credit(line, phrases)


def is_signed_caption(line: str, phrases: BoilerplatePhrases) -> bool:
    """Whether a line with one agency in brackets at its end is a caption and reports no words."""
    head, credit = _bracketed(line)
    signed = phrases.agency.fullmatch(credit) is not None
    return signed and not _REPORTED.search(head) and _is_short(head, LONGEST_SIGNED, 1)


def is_lone_caption(line: str) -> bool:
    """Whether a paragraph above a lone credit names the day, as captions do, and is short."""
    dated = _MONTH_DAY.search(line) is not None
    return dated and _is_short(line, LONGEST_LONE_CAPTION, MOST_BREAKS)


def _is_bracket_credit(words: str, phrases: BoilerplatePhrases) -> bool:
    """Whether the words of a closing bracket name the source of a picture."""
    outlets = words.split("/")
    return is_credit(words, phrases) or (
        len(outlets) > 1
        and len(words) <= LONGEST_CREDIT
        and phrases.outlet_word.search(outlets[-1]) is not None
        and all(is_name(part.strip()) or names_only(part.strip()) for part in outlets)
    )


def _bracketed(line: str) -> tuple[str, str]:
    """Split off the words before a closing bracket that ends the line, and those inside it."""
    opener = {")": "(", "]": "["}.get(line[-1:])
    at = line.rfind(opener) if opener else -1
    return (line[:at], line[at + 1 : -1]) if at > 0 else ("", "")


def _ends_with_credit(line: str, phrases: BoilerplatePhrases) -> bool:
    for tail in _CREDIT_TAIL.finditer(line):
        who = tail["who"] or tail["agency"]
        if line.endswith(who) and is_credit(f"Photo: {who}", phrases):
            return _is_short(line, LONGEST_CAPTION, MOST_BREAKS)
    return False


def _is_short(words: str, most: int, breaks: int) -> bool:
    return len(words.split()) <= most and len(_BREAK.findall(words)) <= breaks
