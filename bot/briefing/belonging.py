"""Whether a person in a sentence holds the role that is asked for, in that place. English."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.briefing.candidates import Candidate
from bot.briefing.clauses import says
from bot.language.english.analyser import Token
from bot.language.english.lexicon import NATIONAL, ROLE
from bot.language.paragraphs import Span
from bot.search.query import Concept

ROLE_WITHIN = 4
"""Words between a role and the country or body it belongs to, at most."""

EDGE = re.compile(r"[,;:—–]\s|\s-\s")
BORNE = re.compile(r"\s*(?:[,(:—–-]|(?:is|was|as|became|remains)\b)")
"""What follows a name before the role of its bearer: "Ada Lund, the mayor"."""

BEARER = re.compile(r"(?:[\s,(:—–-]|['’]s\b|\b(?:of|for|in|the|is|was)\b|[A-Z][\w.’'-]*)*")
"""What stands between a role and the name of its bearer: "mayor *of Lund,* Ada Frey"."""

HELD_BEFORE = re.compile(r"\b(?:former|outgoing|ex-|then|late)\W*(?:\w+\s+){0,3}$", re.IGNORECASE)
"""Before a name, that its bearer holds the role no more: "outgoing defence minister Ada Lund"."""

LEAVES = re.compile(
    r"\b(?:(?:is|are|was|were|been|being)\s+replaced|(?:step(?:s|ped)?|stood)\s+down|resign(?:s|ed)|"
    r"(?:was|been|is\s+being)\s+(?:sacked|dismissed|removed|ousted))\b",
    re.IGNORECASE,
)
"""After a name, the same: "Ada Lund, who has led it since 2012, is being replaced"."""

OWNED = re.compile(r"\s+(?:of|from|for)\s+(?:the\s+)?")


def bearer(text: str, one: Candidate) -> Candidate:
    """A person without the role before the name and the place after it: "Mayor *Ada Lund* of X"."""
    span = one.span
    start = max((m.end() for m in ROLE.finditer(text, span.start, span.end)), default=span.start)
    while start < span.end and text[start] == " ":
        start += 1
    owned = OWNED.search(text, start, span.end)
    end = owned.start() if owned else span.end
    if start >= end:
        return one
    return replace(one, span=Span(start, end), value=text[start:end].casefold())


def holds_role(
    text: str,
    sentence: Span,
    span: Span,
    tokens: Sequence[Token],
    *,
    asked: Sequence[Concept],
    titled: Collection[Concept],
) -> bool:
    """Whether a person holds the role that is asked for, in the place that is asked for.

    That is no owner of one, and nobody who leaves it. The place stands beside the role; or the
    title names it, and no other place stands beside the role.
    """
    if (
        text.startswith(("'s", "’s"), span.end)
        or HELD_BEFORE.search(text, sentence.start, span.start)
        or LEAVES.search(text, span.end, sentence.end)
    ):
        return False
    names = [concept for concept in asked if concept.is_name]
    known = [c for c in titled if not ROLE.search(c.surface)]
    role = [c for c in asked if not c.is_name]
    places = _role_of(text, span, tokens, role) or _role_of(
        text, span, tokens, [c for c in role if c not in known]
    )
    return bool(places) and all(
        any(
            abs(i - j) <= ROLE_WITHIN and _belongs(text, span, tokens[j], owner)
            for i, owner in enumerate(tokens)
            for j in places
            if says(name, owner)
        )
        or (name in titled and not _has_other_owner(text, span, tokens, places))
        for name in names
    )


def _has_other_owner(text: str, span: Span, tokens: Sequence[Token], places: Sequence[int]) -> bool:
    """Whether another name than the person's stands beside a role: "mayor *of Lund*"."""
    return any(
        token.surface[:1].isupper()
        and not (span.start <= token.start < span.end)
        and not ROLE.search(token.surface)
        and _belongs(text, span, tokens[place], token)
        for place in places
        for n, token in enumerate(tokens)
        if 0 < abs(n - place) <= ROLE_WITHIN
    )


def tells_role(
    text: str, tokens: Sequence[Token], asked: Sequence[Concept], titled: Collection[Concept]
) -> bool:
    """Whether a sentence tells of the role that is asked for, in the place that is asked for.

    The place stands right beside the role; or the title names it, and no other country stands
    before the role: not "the British defence minister" for one of Norway.
    """
    roles = [c for c in asked if not c.is_name and ROLE.search(c.surface)]
    places = [n for n, token in enumerate(tokens) if any(says(c, token) for c in roles)]
    if not any(ROLE.search(token.surface) for token in tokens):
        return False  # a ministry alone holds no role
    for name in (concept for concept in asked if concept.is_name):
        beside = any(
            abs(n - place) <= ROLE_WITHIN and not EDGE.search(text, *_between(owner, tokens[place]))
            for place in places
            for n, owner in enumerate(tokens)
            if says(name, owner)
        )
        others = any(
            NATIONAL.fullmatch(other.surface)
            for place in places
            for other in tokens[max(0, place - ROLE_WITHIN) : place]
        )
        if not beside and (name not in titled or others):
            return False
    return bool(places)


def _between(one: Token, other: Token) -> tuple[int, int]:
    first, last = sorted((one, other), key=lambda token: token.start)
    return first.end, last.start


def _role_of(text: str, span: Span, tokens: Sequence[Token], role: Sequence[Concept]) -> list[int]:
    """Where the role of this person stands: of each of its words the nearest to the name."""
    near = [i for i, token in enumerate(tokens) if _is_near(text, span, token)]
    told = [[i for i in near if says(concept, tokens[i])] for concept in role]
    if not all(told):
        return []
    places = [min(one, key=lambda i: _gap(span, tokens[i])) for one in told]
    nearest = min(places, key=lambda i: _gap(span, tokens[i]), default=None)
    return places if nearest is not None and _is_borne(text, span, tokens[nearest]) else []


def _is_near(text: str, span: Span, token: Token) -> bool:
    start, end = min(span.start, token.start), max(span.end, token.end)
    return ";" not in text[start:end] and len(EDGE.findall(text, start, end)) <= 1


def _gap(span: Span, token: Token) -> int:
    return max(token.start - span.end, span.start - token.end)


def _is_borne(text: str, span: Span, role: Token) -> bool:
    """Whether a person bears a role: "X, the mayor", "Mayor X", but not "X met the mayor"."""
    if role.start >= span.end:
        return bool(BORNE.match(text, span.end))
    return role.end > span.start or bool(BEARER.fullmatch(text, role.end, span.start))


def _belongs(text: str, span: Span, role: Token, owner: Token) -> bool:
    """Whether a role is one of a country or body: "mayor X of Y", but not "mayor X left Y"."""
    if role.end <= span.start and span.end <= owner.start:
        return bool(OWNED.fullmatch(text, span.end, owner.start))
    between = text[min(role.end, owner.end) : max(role.start, owner.start)]
    return not EDGE.search(between)
