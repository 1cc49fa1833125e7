"""Sentences made short enough to be asked, without days and last clauses. English."""

import re

from bot.language.english.lexicon import SAYING, WEEKDAY

SHORT = 18
"""Words of a question beyond which a last clause is left out."""
WHOLE = 8
"""Words without which a question has lost what it asks."""

LEANING = re.compile(
    r"^(?:(?:Meanwhile|However|Later|Also|In addition|Additionally|Moreover|Still|Separately|"
    r"Furthermore|Nevertheless|Nonetheless|For example|For instance|Indeed|In fact|Overall|"
    r"Instead),\s+(?!said\b|says\b)"
    r"|(?:But|And|Yet|So)\s+(?=[A-Z]))"
)
"""A first word that leans on the sentence before and can be left out."""
_DAY = re.compile(  # ", on Monday", " last Friday night", " earlier this week"
    r"(?:^|(?<!\bby)(?<!\bfrom)(?<!\buntil)(?<!\bsince)(?<!\bafter)(?<!\bbefore)(?<!\bof)"
    r"(?<!\bfor)(?<!\band)(?<!\bor)(?<!\bevery)(?<!\bthe)(?<!\bin)(?<!\bthan),?\s)"
    rf"(?i:(?:(?:late |early )?on |last |next |this )?(?-i:{WEEKDAY})|(?:earlier |later )?"
    r"(?:last|this|next) (?:week|weekend|month|year|season)|yesterday|today|recently)"
    r"(?: (?:morning|afternoon|evening|night))?(?=[ ,.;]|$)"
)
_REPORTED = re.compile(  # ", officials said." at the end
    r",\s[^,“”\"]*\b(?:said|says?|told|heard|reported|reports|announced|revealed|according to|"
    r"suggests?|shows?|showed|confirmed|claims?|claimed)\b[^,“”\"]*\.$"
)
_LAST_CLAUSE = re.compile(  # ", while prices fell", " - a first step"
    r"(?:,| -| –| —)\s(?:which|who|where|while|as|after|with|amid|despite|following|but|and|"
    r"although|though|because|when|making|leaving|bringing|taking|giving|allowing|adding|"
    r"including|in an?|a|an|the|so|to|by|it|he|she|they|raising|ending|prompting|"
    r"reducing|up|down|amid|before|since|despite)\s[^,]*$"
)
_AUX = "has|have|had|is|are|was|were|will|would|could|can|may|might|must|should|did|does|do"
_PRESENT = (
    "says|wants|plans|faces|hopes|needs|expects|remains|seeks|aims|warns|urges|leads|becomes|"
    "begins|beats|wins|loses|launches|bans|agrees|backs|calls|joins|makes|takes|looks|holds|"
    "continues|comes|goes|gets|gives|tells|sees|keeps|puts|plays|takes|meets|believes|accuses"
)
FINITE = rf"(?:{_AUX}|{_PRESENT}|(?!need|indeed|speed|breed|feed|seed|exceed)[a-z]+ed)"
"""A verb that a clause can have as its only one: "has", "says", "voted"."""

_VERB = re.compile(rf"\b{FINITE}\b")
_TOLD = re.compile(rf"\b{SAYING}\b|\baccording\b|\b(?:reports|showed|shows|suggests|found)\b")
"""The sign of a clause that says who tells it."""


def shortened(before: str, after: str) -> tuple[str, str]:
    """The words before and after a place or a thing that is asked for, as a question needs them.

    Neither the day nor who tells it matters to what it is.
    """
    before = LEANING.sub("", re.sub(r"^,?\s+", "", _DAY.sub("", before)))
    words = before + _REPORTED.sub(".", _DAY.sub("", after))
    after = without_last_clauses(words, len(before))[len(before) :]
    before = " ".join(before.split()) + " " * bool(before.strip())
    return before[:1].upper() + before[1:], after


def without_last_clauses(words: str, until: int) -> str:
    """Words without the last clauses that begin after an offset, as long as they are too many.

    A clause that says who tells it stays: without "according to the union" a claim is a fact.
    """
    stop = words[-1:] if words[-1:] in (".", "!", "?") else ""
    kept = words.removesuffix(stop)
    while len(kept.split()) > SHORT and (cut := _LAST_CLAUSE.search(kept, until)):
        shorter = kept[: cut.start()]
        is_whole = len(shorter.split()) >= WHOLE and _VERB.search(shorter)
        if not is_whole or _TOLD.search(cut.group()):
            break
        kept = shorter
    return kept + stop
