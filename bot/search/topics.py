"""The topics of an article: what its front matter states, and the names in its text."""

import re
from collections import Counter
from itertools import dropwhile

from bot.articles.article import Draft
from bot.language.english.analyser import STOP_WORDS, fold
from bot.language.english.lexicon import ADDRESS, CALENDAR
from bot.language.paragraphs import prose_runs

MOST_TOPICS = 30
"""Topics kept of an article: the stated ones and its most frequent names."""

LONGEST = 60
"""Characters of a topic at most; more is no name."""

TWICE = 2
"""A name of one word counts when it is said twice: once may be any word in capitals."""

NAME_WORD = r"(?:(?:[A-Z]\.){1,4}(?=\s[A-Z])|[^\W\d_a-zà-þ](?:[\w-]|['’](?!s\b))*)"
NAME = re.compile(
    rf"(?=[^\W\d_a-zà-þ])\b(?<!\.)(?<![.!?:“\"‘(]\s)(?<![“\"‘(])(?<!^){NAME_WORD}(?:\s{NAME_WORD}|\sof\s(?:the\s)?{NAME_WORD})*",
    re.MULTILINE,
)
POSSESSIVE = re.compile(r"['’]s?$")
NO_NAMES = STOP_WORDS | CALENDAR
NO_OPENING = ADDRESS | STOP_WORDS


def topics(draft: Draft) -> tuple[tuple[str, str], ...]:
    """The article's topics as pairs of folded and shown name, the stated ones first."""
    names = [*draft.topics, *(name for name, _ in _names(draft).most_common(MOST_TOPICS))]
    found: dict[str, str] = {}
    for name in names:
        if name.strip() and len(name) <= LONGEST:
            found.setdefault(" ".join(fold(name).split()), " ".join(name.split()))
    return tuple(list(found.items())[:MOST_TOPICS])


def _names(draft: Draft) -> Counter[str]:
    written: Counter[str] = Counter()
    for run in prose_runs(draft.text, draft.marks):
        for paragraph in run:
            written.update(NAME.findall(draft.text[paragraph.start : paragraph.end]))
    counted: Counter[str] = Counter()
    for name, times in written.items():
        counted[_name(name)] += times
    once = [name for name, times in counted.items() if not _is_name(name, times)]
    for name in once:
        del counted[name]
    return counted


def _name(written: str) -> str:
    words = dropwhile(lambda word: word.casefold().strip(".") in NO_OPENING, written.split())
    return POSSESSIVE.sub("", " ".join(words))


def _is_name(name: str, times: int) -> bool:
    if len(name) < 2 or name.casefold() in NO_NAMES:  # noqa: PLR2004 - one letter names nothing
        return False
    return " " in name or times >= TWICE
