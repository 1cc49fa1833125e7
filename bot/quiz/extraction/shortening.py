"""Long sentences made short enough to be asked: their last clauses are left out. English.

A clause that says who tells it stays: without "according to the union" a claim would be a fact.
"""

import re

from bot.language.english.lexicon import SAYING

SHORT = 20
"""Words of a question from which on its last clauses are left out."""
WHOLE = 9
"""Words without which a question has lost what it asks."""

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
"""A verb that a sentence can stand on."""


_VERB = re.compile(rf"\b{FINITE}\b")
_TOLD = re.compile(rf"\b{SAYING}\b|\baccording\b|\b(?:reports|showed|shows|suggests|found)\b")
"""The sign of a clause that says who tells it."""


def shortened(words: str, until: int) -> str:
    """Words without the last clauses that begin after an offset, as long as they are too many."""
    stop = words[-1:] if words[-1:] in ".!?" else ""
    kept = words.removesuffix(stop)
    while len(kept.split()) > SHORT and (cut := _LAST_CLAUSE.search(kept, until)):
        shorter = kept[: cut.start()]
        is_whole = len(shorter.split()) >= WHOLE and _VERB.search(shorter)
        if not is_whole or _TOLD.search(cut.group()):
            break
        kept = shorter
    return kept + stop
