"""Sentences made short enough to be asked, without days and last clauses. English."""

import re

from bot.language.english.lexicon import WEEKDAY
from bot.quiz.extraction.measures import LEANING

SHORT = 16
"""Words of a question beyond which a last clause is left out."""
WHOLE = 8
"""Words without which a question has lost what it asks."""

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
    r"although|though|because|when|making|leaving|bringing|taking|giving|allowing|saying|adding|"
    r"including|according|in an?|a|an|the|so|to|by|it|he|she|they|raising|ending|prompting|"
    r"reducing|up|down|amid|before|since|despite)\s[^,]*\.$"
)
_AUX = "has|have|had|is|are|was|were|will|would|could|can|may|might|must|should|did|does|do"
_PRESENT = (
    "says|wants|plans|faces|hopes|needs|expects|remains|seeks|aims|warns|urges|leads|becomes|"
    "begins|beats|wins|loses|launches|bans|agrees|backs|calls|joins|makes|takes|looks|holds|"
    "continues|comes|goes|gets|gives|tells|sees|keeps|puts|plays|takes|meets|believes|accuses"
)
FINITE = rf"(?:{_AUX}|{_PRESENT}|(?!need|indeed|speed|breed|feed|seed|exceed)[a-z]+ed)"
"""A verb that a clause can have as its only one: "has", "says", "voted"."""


def shortened(before: str, after: str) -> tuple[str, str]:
    """The words before and after what is asked for, as far as a question needs them."""
    before = LEANING.sub("", re.sub(r"^,?\s+", "", _DAY.sub("", before)))
    after = _REPORTED.sub(".", _DAY.sub("", after))
    while (cut := _LAST_CLAUSE.search(after)) and len(f"{before} {after}".split()) > SHORT:
        kept = before + after[: cut.start()]
        if len(kept.split()) < WHOLE or not re.search(rf"\b{FINITE}\b", kept):
            break
        after = f"{after[: cut.start()]}."
    before = " ".join(before.split()) + " " * bool(before.strip())
    return before[:1].upper() + before[1:], after
