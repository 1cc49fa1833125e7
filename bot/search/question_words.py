"""What the words of a question ask for, and which of them tell nothing of its subject. English."""

import re
from typing import Literal

Want = Literal["count", "amount", "share", "duration", "age", "date", "time", "person", "place"]

SIZES = (
    r"\bhow\s+(?:much|big|large|high|far|deep|wide|tall|heavy|fast|hot|cold)\b|"
    r"\bwhat\s+(?:amount|sum|price|cost)\b"
)
WHO = (
    r"^\W*(?:and\s+)?who(?:m|se)?\b|\bby\s+whom\b|\bthe\s+(?:role|job|post)\s+of\b|"
    r"\b(?:what|which)\s+(?:\w+\s+)?(?:company|firm|group|team|club|party|organi[sz]ation|agency|"
    r"newspaper|band|university|bank|airline|brand|studio|network|king|queen|president|minister|"
    r"general|scientist|author|writer|player|coach|actor|actress|singer|lawyer|judge|doctor|"
    r"candidate|person|man|woman|body|court|union|army|dynasty)\b"
)
WHERE = (
    r"^\W*where\b|\b(?:what|which)\s+(?:\w+\s+)?(?:city|country|place|town|venue|state|region|"
    r"province|county|island|river|district|village)\b"
)

LEAD_IN = re.compile(
    r"^\W*(?:(?:hi|hello|hey|ok(?:ay)?|so|and|please|sorry)\b\W*)*"
    r"(?:(?:can|could|would|will)\s+(?:you|some(?:one|body)|any(?:one|body))\s+(?:please\s+)?"
    r"(?:tell|explain|say|show|remind)(?:\s+(?:me|us))?(?:\s+please)?|"
    r"(?:please\s+)?(?:tell|remind)\s+(?:me|us)|(?:do|does)\s+(?:you|any(?:one|body))\s+know|"
    r"(?:i(?:['’]d|\s+would)?\s+(?:like|want|need)\s+to\s+know)|i\s+wonder|any\s+idea)?\W*"
    r"(?:(?:whether|if)\s+(?=\w)|"
    r"(?=(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|do|does|did|will)\b))",
    re.IGNORECASE,
)
"""What stands politely before a question: "hi, could you tell me *who it is*"."""

FRAMES: tuple[tuple[str, Want], ...] = (
    (
        r"\b(?:what|which)\s+(?:share|percentage|percent|proportion|portion|part|fraction)\b",
        "share",
    ),
    (r"\bhow\s+(?:much|many)\s+(?:percent|per\s+cent)\b|\bhow\s+large\s+a\s+share\b", "share"),
    (r"\bhow\s+long\b|\bfor\s+how\s+many\s+(?:days|hours|weeks|months|years)\b", "duration"),
    (r"\bhow\s+old\b|\bwhat\s+age\b", "age"),
    (
        r"\bhow\s+many\b|\bhow\s+often\b|\bwhat\s+number\s+of\b|\bthe\s+number\s+of\s+(?!the\b)",
        "count",
    ),
    (SIZES, "amount"),
    (r"\b(?:at\s+)?what\s+(?:time|hour)\b", "time"),
    (r"^\W*when\b|\b(?:what|which)\s+(?:date|day|month|year)\b|\bsince\s+when\b", "date"),
    (WHO, "person"),
    (WHERE, "place"),
)

MEASURES = frozenset(
    "much many long old often big large high far deep wide tall heavy fast".split()
)
"""Words that ask for a size and are never what a question is about."""

FRAME_WORDS = MEASURES | frozenset(
    "share percentage percent proportion portion fraction number amount sum say says said "
    "saying tell tells told talk talks happen happened happens happening news latest mean means "
    "meant give show explain please know think thinks role job post kind sort type call called "
    "describe described there name named date whom".split()
)
"""Words that shape a question and tell nothing of its subject."""


LIGHT_WORDS = FRAME_WORDS | frozenset(
    "get gets got getting want wants wanted new start starts started begin begins began begun "
    "anyone anybody someone somebody people person money come comes came go goes went gone going "
    "make makes made making thing things lot lots way ways find finds found still now currently "
    "today yesterday tomorrow year years month months week weeks day days time times deep wide "
    "tall heavy fast size give gives gave given take takes took taken taking put puts let lets use "
    "uses used need needs keep keeps kept look looks see sees saw seen seem seems know knows known "
    "believe hi hello many one first next really actually exactly right left near "
    "around again ever always already sure reason story stories report reports article articles "
    "information info details fact facts recent recently current whats "
    "few whether somewhere true deal per set point part side end ends anything something "
    "everything big small good bad best up down off out away back yet longer straight please "
    "whole else instead ok".split()
)
"""Light words: they are searched for, but no answer needs to say them."""


CONTRACTED = re.compile(
    r"(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should|must|need)n['’]?t"
)
"""A verb that only helps another, denied: "didn't", "cant"."""

LASTING = frozenset("last lasted lasts take takes took taken go goes".split())
"""Words that tell nothing in a question of how long something does."""


def wanted(question: str) -> Want | None:
    """The kind of answer a question asks for, by the words it is asked with."""
    return next((want for frame, want in FRAMES if re.search(frame, question, re.IGNORECASE)), None)
