"""Whether a feed carries an article whole, and whether a page is the one that it tells of."""

import re

WHOLE_WORDS = 200
"""A text in a feed of fewer words may be a summary, and its page is worth one look: the shortest
reports of agencies have a hundred words, the longest summaries as many."""

ALIKE = 0.3
"""Share of the longer words of a title and a summary that must stand in a page. On 54 real pages
their own have .74 or more, a notice on cookies .11; titles alone have .43 or more but for one."""

_WORD = re.compile(r"\w{4,}")
_CUT = re.compile(
    r"(?:…|\.\.\.|\[\s*(?:…|\.\.\.)\s*\]|[(\[]more[)\]])\s*\Z"
    r"|\b(?:read (?:more|on|the (?:full|whole|rest)[\w ]*)|continue reading|full (?:story|text))"
    r"\b[^\n.!?]{0,80}[»→>…\])]*\s*\Z",
    re.IGNORECASE,
)
_END = 200
"""Characters at the end of a text in which that sign is looked for."""


def is_cut(text: str) -> bool:
    """Whether the text ends with the sign that more of it stands elsewhere."""
    return _CUT.search(text[-_END:]) is not None


def may_be_excerpt(text: str) -> bool:
    """Whether the page of an item may hold more of it than its feed."""
    return len(text.split()) < WHOLE_WORDS or is_cut(text)


def tells_of(told: str, text: str) -> bool:
    """Whether a text is about what a feed told: not a notice on cookies that stands in its way."""
    words = set(_WORD.findall(told.casefold()))
    return not words or len(words & set(_WORD.findall(text.casefold()))) >= ALIKE * len(words)
