"""Lines that are furniture by their wording alone, and pointers to other articles."""

import re

from bot.articles.boilerplate_controls import AT_THE_EDGES, CONTROLS
from bot.articles.boilerplate_phrases import INVITATIONS

LONGEST_PHRASE = 260  # characters; page furniture is short, and longer lines are left to prose


def _table(rules: dict[str, tuple[str, ...]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile("|".join(phrases), re.IGNORECASE)) for kind, phrases in rules.items()
    )


_ANYWHERE_TABLE = _table(INVITATIONS | CONTROLS)
_EDGE_TABLE = _table(AT_THE_EDGES)
_REPORTED = re.compile(
    r"[“”\"]|\b(?:said|says|told|tells|adds|added|asked|according to|announced|he|she|they|his"
    r"|her)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:read more|read also|also read|read next|read|related(?: \w+)?|see also|must[ -]read"
    r"|recommended"
    r"|more stories|you may also like|trending|don't miss|more on this)\s*(?::|\||»|›|>>"
    r"|→)\s*(.+)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:more|must|related|recommend|latest|top|popular|trending|most|you (?:may|might)"
    r"|similar|other"
    r"|editor|from|around|stories|articles)\b.*",
    re.IGNORECASE,
)
_CRUMB = re.compile(r"[A-Z][^.!?]{1,100}")
_BREADCRUMB = re.compile(r"\s*[>›»]\s*")
_ADDRESS = re.compile(r"[<(]?(?:https?://|www\.)[^\s<>()\[\]]+(?:\([^\s()]*\)[^\s()]*)?[>)]?")


def phrase_kind(line: str) -> str | None:
    """Tell what furniture a line is by its wording, wherever it stands; None for prose."""
    if _ADDRESS.fullmatch(line):
        return "url"
    if len(line) > LONGEST_PHRASE or _REPORTED.search(line):
        return None
    return next((kind for kind, form in _ANYWHERE_TABLE if form.fullmatch(line)), None)


def edge_kind(line: str) -> str | None:
    """Tell the kind of a line that is furniture only outside the article's body: "Share"."""
    if len(line) > LONGEST_PHRASE:
        return None
    crumbs = _BREADCRUMB.split(line)
    if len(crumbs) > 1 and all(_CRUMB.fullmatch(crumb) for crumb in crumbs):
        return "navigation"
    words = line.rstrip(" :.…›»→>!")
    return next((kind for kind, form in _EDGE_TABLE if form.fullmatch(words)), None)


def names_another_article(line: str) -> bool:
    """Whether a line points to another article by its title, as in "Read more: A title"."""
    found = _TITLED.fullmatch(line) if len(line) <= LONGEST_PHRASE else None
    return found is not None and not found[1].endswith((".", "”", '"'))


def leads_to_others(line: str) -> bool:
    """Whether a line that is furniture stands above the titles of other articles."""
    return _OTHERS.fullmatch(line) is not None and not names_another_article(line)
