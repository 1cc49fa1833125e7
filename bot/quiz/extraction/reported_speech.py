"""Facts about people: what one said or stated, and who holds a role. English."""

import re
from collections.abc import Iterator, Sequence

from bot.articles.article import SourceSentence
from bot.language.english.lexicon import ACTS, ROLE, SAYING, WEEKDAY
from bot.language.paragraphs import Span
from bot.language.sentences import quotations, sentences
from bot.quiz.extraction.clauses import Parser
from bot.quiz.extraction.people import Mention, People, only_titles, shown
from bot.quiz.facts import Fact, Kind, fact_in

OPENING, CLOSING = '“"«', '”"»'
LONGEST_STEM = 28
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


def sayings(text: str, found: Sequence[SourceSentence], named: Sequence[Mention]) -> Iterator[Fact]:
    """The quotations of whole sentences whose speaker the article names in full."""
    by_paragraph: dict[Span, list[SourceSentence]] = {}
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


def _saying(text: str, quoted: Span, speaker: Mention, inside: Sequence[SourceSentence]) -> Fact:
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


_STATES = re.compile(
    r"(?:,[^,.;“”\"]{3,80}(?:,[^,.;“”\"]{3,60})?,|\s*\([^()]{2,40}\))?"
    r"\s+(?:also\s+|later\s+|has\s+|had\s+|then\s+|[a-z]+ly\s+)*"
    rf"(?P<words>(?:{SAYING}\s+(?:(?:in|at|on|during|to)\s+)?(?:[\w.’'-]+\s+){{1,5}}that\s+|"
    rf"(?!tweeted|posted|continued|told|added){SAYING}\s+(?!(?:on|in|at|to|of|during|by|with|"
    rf"about|for|"
    r"goodbye|last|yesterday|today|a|an|as|so|this|it)\b)|"
    rf"{ACTS}\s+)[a-zA-Z“\"$\d].*)",
    re.DOTALL,
)
_LEAD = re.compile(
    r"(?:At|In|On|During|After|Before|Since|With|Without|For|From|Despite|Amid|As|Speaking|Asked|"
    r"Later|Earlier|"
    r"Meanwhile|Also|Separately|However|[A-Z][a-z]+ing)\b[^“”\".;:]{0,160}, "
)
"""What opens a sentence before its subject, and is left out of the question."""


def _leads(text: str, mention: Mention, people: People) -> bool:
    """Whether what stands before a name leaves it the subject: an opening, and titles."""
    before = text[mention.sentence.start : mention.start]
    lead = _LEAD.match(before)
    opening = lead.group() if lead else ""
    other = any(people.full(word) for word in _NAMES.findall(opening))
    return not other and only_titles(before[len(opening) :], people)


_DAY = re.compile(
    rf"\s(?:on\s)?(?:{WEEKDAY}|today|yesterday)"
    r"(?:\s(?:morning|afternoon|evening|night))?(?=\s(?:that\b|[“\"]))"
)
"""When it was said, which a question can do without."""
_NAMES = re.compile(r"[A-Z][\w’'-]+")
_LAST_STOP = re.compile(r"(?<!\b[A-Z])\.(?P<mark>[”\"’']?)$")
"""The full stop at the end of a sentence, also inside quotation marks; not that of "U.S."."""
_ROLE_OR_NOTHING = r"(?:,[^.;“”\"]{3,120}?,|\s*\([^()]{2,40}\))?"
_DOES = re.compile(
    rf"{_ROLE_OR_NOTHING}\s+(?P<words>(?!and\b|or\b|who\b|of\b|{SAYING}|"
    rf"{ACTS})(?:[a-z]+ly\s+)?[a-z]+\s.*)",
    re.DOTALL,
)


def statements(text: str, named: Sequence[Mention], people: People) -> Iterator[Fact]:
    """Each sentence that begins with a named person and a verb of saying."""
    for mention in named:
        stating = _STATES.fullmatch(text, mention.end, mention.sentence.end)
        is_whole = stating and stating["words"].rstrip('”"').endswith(".")
        if stating and is_whole and _leads(text, mention, people):
            yield _fact("who_stated", stating["words"], mention)


def deeds(text: str, named: Sequence[Mention], people: People, parser: Parser) -> Iterator[Fact]:
    """Each sentence whose subject is a person, as the parser says, and tells what that one did."""
    for mention in named:
        does = _DOES.fullmatch(text, mention.end, mention.sentence.end)
        if does and _leads(text, mention, people) and _is_subject(parser, text, mention):
            yield _fact("who_did", does["words"], mention)


def _is_subject(parser: Parser, text: str, mention: Mention) -> bool:
    """Whether the sentence tells in the past what the person mentioned did."""
    sentence = mention.sentence
    [parsed] = parser.parsed([text[sentence.start : sentence.end]])
    roots = [n for n, word in enumerate(parsed) if word.head == n]
    if len(roots) != 1 or parsed[roots[0]].tag not in ("VBD", "VBN"):
        return False
    subjects = [
        word for word in parsed if word.head == roots[0] and word.relation in ("nsubj", "nsubjpass")
    ]
    span = range(mention.start - sentence.start, mention.end - sentence.start)
    return len(subjects) == 1 and subjects[0].start in span


def _fact(kind: Kind, words: str, mention: Mention) -> Fact:
    return fact_in(
        mention.sentence,
        kind,
        "who_stated",
        value=f"person:{mention.full.casefold()}",
        answer=shown(mention.full, mention.name),
        stem=_LAST_STOP.sub(r"\g<mark>", _DAY.sub("", words.strip())),
        start=mention.start,
        end=mention.end,
    )


_DESCRIBED = re.compile(
    r",\s+(?:who\s+(?:is|was)\s+)?(?P<role>(?:(?:an?|the)\s+)?[^,.;:()“”\"]{6,76}?)"
    r"(?=\s*(?:,|;|\.(?:\s|$)|\s+(?:said|says|told|added|who|and\s+(?:is|was|one|an?)\b)|$))"
)


def roles(text: str, named: Sequence[Mention]) -> Iterator[Fact]:
    """Each person who is introduced with a role, and the sentence that does so."""
    for mention in named:
        described = _DESCRIBED.match(text, mention.end, mention.sentence.end)
        if described and ROLE.search(described["role"]):
            yield fact_in(
                mention.sentence,
                "who_role",
                "who_role",
                value=f"person:{mention.full.casefold()}",
                answer=mention.full,
                stem=described["role"],
                start=mention.start,
                end=mention.end,
            )
