"""Statements that a report gives in its own words: "X said that …"."""

import re
from collections.abc import Iterator, Sequence

from bot.quiz.facts import Fact, Kind, fact_in
from bot.quiz.grammar import Grammar
from bot.quiz.people import ACTS, SAYING, Mention, People, only_titles, shown

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
    r"\s(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)"
    r"(?:\s(?:morning|afternoon|evening|night))?(?=\s(?:that\b|[“\"]))"
)
"""When it was said, which a question can do without."""
_NAMES = re.compile(r"[A-Z][\w’'-]+")
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


def deeds(text: str, named: Sequence[Mention], people: People, grammar: Grammar) -> Iterator[Fact]:
    """Each sentence whose subject is a person, as the parser says, and tells what that one did."""
    for mention in named:
        does = _DOES.fullmatch(text, mention.end, mention.sentence.end)
        if does and _leads(text, mention, people) and _is_subject(grammar, text, mention):
            yield _fact("who_did", does["words"], mention)


def _is_subject(grammar: Grammar, text: str, mention: Mention) -> bool:
    """Whether the sentence tells in the past what the person mentioned did."""
    sentence = mention.sentence
    [parsed] = grammar.parsed([text[sentence.start : sentence.end]])
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
        stem=_DAY.sub("", words.strip().removesuffix(".")),
        start=mention.start,
        end=mention.end,
    )
