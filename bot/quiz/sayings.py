"""Direct quotations whose speaker is named beside the verb of saying."""

import re
from collections.abc import Iterator, Sequence

from bot.articles.paragraphs import Span
from bot.articles.quotations import quotations
from bot.articles.sentences import sentences
from bot.quiz.facts import Fact
from bot.quiz.people import SAYING, Mention, shown
from bot.quiz.prose import Sentence

OPENING, CLOSING = '“"«', '”"»'
LONGEST_STEM = 40
"""Words of a quotation that are shown: a longer one is shown in its first sentences."""

_NO_TITLE = (
    "for|to|in|at|by|that|and|with|from|on|about|of|who|whom|which|where|as|after|before|when|"
    "while|his|her|their|if|he|she|they|it|met|told"
)
_WORDS = rf"(?:(?!(?:{_NO_TITLE})\b)[\w.’'-]+\s+|of\s+(?:State|Defen[cs]e|Staff)\s+){{0,6}}"
_SAID = re.compile(rf"\s*(?:has\s+|had\s+)?{SAYING}\s+{_WORDS}")
_NAMED = re.compile(rf"\s*{_WORDS}")
_SAYS = re.compile(
    r"(?:,[^,.;“”\"]{3,80}(?:,[^,.;“”\"]{3,60})?,|\s*\([^()]{2,40}\))?"
    rf"\s+(?:also\s+|later\s+|has\s+|had\s+)*{SAYING}\b"
)
_SAYS_THIS = re.compile(
    r"(?:,[^,.;“”\"]{3,80},|\s*\([^()]{2,40}\))?\s+(?:also\s+|later\s+|has\s+|had\s+)*"
    rf"{SAYING}(?:\s+(?!that\b)[\w.’'-]+){{0,5}}\s*[,:]\s*"
)
_ENDS = re.compile(r"[^“”\".!?]{0,140}\.\s+")
REACH = 170
"""Characters around a quotation in which its speaker stands."""


def sayings(text: str, found: Sequence[Sentence], named: Sequence[Mention]) -> Iterator[Fact]:
    """The quotations of whole sentences whose speaker the article names in full."""
    by_paragraph: dict[Span, list[Sentence]] = {}
    for sentence in found:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    for paragraph, inside in by_paragraph.items():
        near = [one for one in named if paragraph.start <= one.start < paragraph.end]
        before: tuple[Span, Mention] | None = None
        for quoted in quotations(text, paragraph) if near else ():
            if text[quoted.start] not in OPENING or text[quoted.end - 1] not in CLOSING:
                continue
            speaker = _speaker(text, quoted, near) or _still_speaking(text, quoted, before)
            if speaker:
                yield _saying(text, quoted, speaker, inside)
            before = (quoted, speaker) if speaker else None


def _saying(text: str, quoted: Span, speaker: Mention, inside: Sequence[Sentence]) -> Fact:
    first, last = min(quoted.start, speaker.start), max(quoted.end, speaker.end)
    holding = [one for one in inside if one.start < last and first < one.end]
    # The passage must prove the option, and "Xi" does not prove "Jinping".
    return Fact(
        kind="who_said",
        value=f"person:{speaker.full.casefold()}",
        answer=shown(speaker.full, speaker.name),
        stem=_shown(text, Span(quoted.start + 1, quoted.end - 1)),
        form="who_said",
        start=speaker.start,
        end=speaker.end,
        quote_start=holding[0].start,
        quote_end=holding[-1].end,
        ordinal=holding[0].ordinal,
    )


def _speaker(text: str, quoted: Span, near: Sequence[Mention]) -> Mention | None:
    """Who is named beside the verb of saying, after the quotation or before it."""
    # After a full stop a new sentence begins, and what somebody "said" there is something else.
    goes_on = text[quoted.end - 2] not in ".…"
    for one in near if goes_on else ():
        if quoted.end <= one.start < quoted.end + REACH:
            gap = text[quoted.end : one.start]
            if _SAID.fullmatch(gap) or (_NAMED.fullmatch(gap) and _SAYS.match(text, one.end)):
                return one
    for one in reversed(near):
        is_near = quoted.start - REACH < one.end <= quoted.start
        if is_near and _SAYS_THIS.fullmatch(text, one.end, quoted.start):
            return one
    return None


def _still_speaking(text: str, quoted: Span, before: tuple[Span, Mention] | None) -> Mention | None:
    """Who said the quotation before, when nothing but the end of that sentence lies between."""
    if before is None or before[1].start < before[0].end:
        return None
    return before[1] if _ENDS.fullmatch(text, before[1].end, quoted.start) else None


def _shown(text: str, inner: Span) -> str:
    """The first sentences of a quotation, as many as may be shown."""
    end = inner.end
    for sentence in sentences(text, inner):
        if len(text[inner.start : sentence.end].split()) > LONGEST_STEM and end != inner.end:
            break
        end = sentence.end
    return text[inner.start : end]
