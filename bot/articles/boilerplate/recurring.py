"""Furniture that no list knows: lines that recur in articles of one source, and what they tell.

A line that three articles of a source share is furniture when it is no sentence, when it speaks to
the reader, or when it tells of nothing that two of them tell of elsewhere. So what a paper repeats
as the background of a story, which names what the story is about, is left to be quoted.
English stands here in the words by which a reader is spoken to.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from hashlib import sha256
from urllib.parse import urlsplit

from bot.articles.article import Draft, Mark
from bot.articles.metadata import site_of
from bot.language.english.analyser import STOP_WORDS
from bot.language.paragraphs import Span

RECURRING = "recurring"
"""The kind of such a line."""

ENOUGH = 3
"""Articles of a source in which a line recurs."""

MOST_JUDGED = 8
"""Articles among which three are looked for that are no versions of one another."""

LONGEST_LINE = 400
FIRST_SENTENCES, LAST_SENTENCES = 2, 4
"""Paragraphs at the beginning and at the end of a text among which sentences may be furniture."""

MOST_LINES = 24
LEAST_WORDS = 4
"""Words of a sentence below which it is too common to be told from news: "Nobody was hurt." """

ALIKE = 0.5
"""Share of the shorter article's lines from which on two articles are versions of one text."""

_SENTENCE = re.compile(r"[.!?…।。！？؟۔][\"'”’»)\]]*\Z")  # He left.”
_TO_READER = re.compile(r"\b(?:we|our|ours|us|you|your|yours)\b", re.IGNORECASE)
_QUOTED = re.compile('["“”«»„]')
_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class TellingLine(Span):
    """A line that may be furniture, and the number by which its source's same lines are found."""

    number: int


def telling_lines(draft: Draft, collection: str) -> tuple[TellingLine, ...]:
    """The lines of an article that may be furniture of its source; none without a source.

    They are no headline, no row of a table, and lead to nothing below them.
    """
    source = _source(draft)
    if source is None:
        return ()
    begun = sha256(f"{collection}\0{source}\0".encode())
    found = []
    for start, line in _candidates(draft):
        hashed = begun.copy()
        hashed.update(" ".join(line.split()).encode())
        number = int.from_bytes(hashed.digest()[:8]) >> 1
        found.append(TellingLine(start, start + len(line), number))
    if len(found) > MOST_LINES:
        found[MOST_LINES // 2 : -MOST_LINES // 2] = []
    return tuple(found)


def with_recurring(draft: Draft, collection: str, furniture: Container[int]) -> Draft:
    """The draft with marks on those of its lines whose numbers are known as furniture."""
    lines = telling_lines(draft, collection)
    new = [Mark(line.start, line.end, RECURRING) for line in lines if line.number in furniture]
    if not new:
        return draft
    marks = sorted((*draft.marks, *new), key=lambda mark: mark.start)
    return replace(draft, marks=tuple(marks))


def is_furniture(line: str, articles: Sequence[Draft]) -> bool | None:
    """Whether a line that articles of one source share is furniture; None while too few do.

    Versions of one text count as one article.
    """
    apart = _apart(articles[:MOST_JUDGED], line)[:ENOUGH]
    if len(apart) < ENOUGH:
        return False if len(articles) >= MOST_JUDGED else None
    if not _SENTENCE.search(line):
        return True
    if _TO_READER.search(line) and not _QUOTED.search(line):
        return True
    words = _words(line) - _words(articles[0].outlet or "")
    shared = Counter(one for lines in apart for one in lines)
    rests = [_words("\n".join(one for one in own if shared[one] == 1)) for own in apart]
    told = Counter(word for rest in rests for word in words & rest)
    return len(words) >= LEAST_WORDS and max(told.values(), default=0) < ENOUGH - 1


def _source(draft: Draft) -> str | None:
    """What tells an article's source: its outlet, else its site, else its feed."""
    if draft.outlet:
        return " ".join(draft.outlet.casefold().split())
    address = draft.url or draft.source
    is_web = urlsplit(address).scheme in ("http", "https")
    return site_of(address) if is_web else None


def _candidates(draft: Draft) -> Iterator[tuple[int, str]]:
    lines = list(_unmarked(draft))
    last = len(lines) - LAST_SENTENCES
    for at, (start, line) in enumerate(lines):
        if len(line) > LONGEST_LINE or "|" in line or line.endswith(":") or line == draft.title:
            continue
        if at < FIRST_SENTENCES or at >= last or not _SENTENCE.search(line):
            yield start, line


def _unmarked(draft: Draft) -> Iterator[tuple[int, str]]:
    """The lines that hold anything and are not marked yet, each with its start."""
    marks = iter((*draft.marks, Mark(len(draft.text), len(draft.text), "")))
    mark = next(marks)
    start = 0
    for raw in draft.text.split("\n"):
        while mark.end <= start < len(draft.text):
            mark = next(marks)
        line = raw.rstrip()
        if line and mark.start >= start + len(line):
            yield start, line
        start += len(raw) + 1


def _apart(articles: Sequence[Draft], line: str) -> list[set[str]]:
    """The other lines of those of the articles that are no versions of an earlier one."""
    apart: list[set[str]] = []
    for article in articles:
        lines = set(map(str.strip, article.text.split("\n"))) - {"", line}
        size = _length(lines)
        if all(_length(lines & other) < ALIKE * min(size, _length(other)) for other in apart):
            apart.append(lines)
    return apart


def _length(lines: AbstractSet[str]) -> int:
    return sum(map(len, lines))


def _words(text: str) -> set[str]:
    """The words of a text that tell anything, without case and long endings."""
    return {word[:6] for word in _WORD.findall(text.casefold()) if word not in STOP_WORDS}
