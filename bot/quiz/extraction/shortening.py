"""Sentences made short enough to be asked, without days and last clauses. English."""

import re

from bot.language.english.analyser import LEMMAS
from bot.language.english.lexicon import SAYING, WEEKDAY

SHORT = 18
"""Words of a question beyond which a last clause is left out."""
WHOLE = 8
"""Words without which a question has lost what it asks."""
LONGEST = 400
"""Characters of a sentence that is looked at: a longer one makes no question."""

LEANING = re.compile(
    r"^(?:(?:Meanwhile|Meantime|However|Later|Also|In addition|Additionally|Moreover|Still|"
    r"Separately|Furthermore|Nevertheless|Nonetheless|For example|For instance|Indeed|In fact|"
    r"Overall|Instead),\s+(?!said\b|says\b)"
    r"|(?:But|And|Yet|So)\s+(?=[A-Z]))"
)
"""A first word that leans on the sentence before and can be left out."""
_NOT_OF = (
    r"(?:^|(?<!\bby)(?<!\bfrom)(?<!\buntil)(?<!\bsince)(?<!\bafter)(?<!\bbefore)(?<!\bof)"
    r"(?<!\bfor)(?<!\band)(?<!\bor)(?<!\bevery)(?<!\bthe)(?<!\bin)(?<!\bthan),?\s)"
)
_PART_OF_DAY = r"(?: (?:morning|afternoon|evening|night))?(?=[ ,.;]|$)"
_DAY = re.compile(  # ", on Monday", " last Friday night"
    rf"{_NOT_OF}(?i:(?:(?:late |early )?on |last |next |this )?(?-i:{WEEKDAY})|yesterday|today|"
    rf"recently){_PART_OF_DAY}"
)
_PERIOD = re.compile(  # " earlier this week"
    rf"{_NOT_OF}(?i:(?:earlier |later )?(?:last|this|next) (?:week|weekend|month|year|season))"
    rf"{_PART_OF_DAY}"
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
_NO_PAST = r"need|indeed|speed|breed|feed|seed|exceed|hundred|(?:red|bed|shed)\b"
FINITE = rf"(?:{_AUX}|{_PRESENT}|(?!{_NO_PAST})[a-z]+ed)"
"""A verb that a clause can have as its only one: "has", "says", "voted"."""

_TOLD = re.compile(rf"\b{SAYING}\b|\baccording\b|\b(?:reports|showed|shows|suggests|found)\b")
"""The sign of a clause that says who tells it."""


_SEVERAL = re.compile(r"\w*men|children|feet|teeth|media|crises")  # irregular nouns, no verbs


def is_verb(word: str) -> bool:
    """Whether a word may be the only verb of a clause."""
    irregular = LEMMAS.get(word, word) != word and not _SEVERAL.fullmatch(word)
    return irregular or re.fullmatch(FINITE, word) is not None


_OPEN_CLAUSE = re.compile(r",\s(?:who|whose|which|where)\b[^,]*$")


def shortened(before: str, after: str, *, untimed: bool = True) -> tuple[str, str]:
    """The words before and after a place or a thing that is asked for, as a question needs them.

    Neither the day nor who tells it matters to what it is; a number is one of its time, and keeps
    that where it is not `untimed`.
    """
    before, after = _DAY.sub("", before), _DAY.sub("", after)
    if untimed:
        before, after = _PERIOD.sub("", before), _PERIOD.sub("", after)
    before = LEANING.sub("", re.sub(r"^,?\s+", "", before))
    cut = _REPORTED.sub(".", after)
    # In "Bell, who came from Lund, says" the main verb is no clause of its own.
    words = before + (after if _OPEN_CLAUSE.search(before + cut) else cut)
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
        is_whole = len(shorter.split()) >= WHOLE and any(map(is_verb, shorter.split()))
        if not is_whole or _TOLD.search(cut.group()):
            break
        kept = shorter
    return kept + stop
