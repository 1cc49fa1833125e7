"""Passages: windows of whole sentences, up to 120 words, that can be quoted as they stand.

A window stays inside one run of paragraphs. One that would open with a pronoun, or be all
quotation without a speaker, opens with the sentence before instead, so windows may overlap.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.articles.article import Mark
from bot.language.english.lexicon import SAYING
from bot.language.paragraphs import Span, carries_heads, prose_runs, tables
from bot.language.scripts import word_count
from bot.language.sentences import quotations, sentences

LONGEST_WORDS = 120
"""Words of a passage at most: longer quotes find little more and fill the reply."""

LONGEST_CHARACTERS = 1_200
"""Characters of a passage at most, so that one always fits into a Discord message escaped."""

LEAD_IN = 2
"""Sentences that are repeated at most to give a window an opening that can be understood."""

LEAD_IN_WORDS = 60
"""Words of the repeated sentences at most, half a window."""

FEW_WORDS = 60
"""A last window shorter than this is joined by the sentences before it."""

CONNECTIVE = (
    r"(?:(?:but|and|yet|so|still|or|nor|also|instead|however|meanwhile|moreover|likewise|then|thus|"
    r"today|now|there|later|since then|after that|for example|for instance|in addition|"
    r"at the same time|as a result|in response),?\s+)?"
)
DEPENDENT = re.compile(
    CONNECTIVE
    + r"(?:(?:he|she|it|they|his|her|hers|their|theirs|its|him|them|himself|herself|both|"
    r"such|the latter|the former|the two|the pair|the duo|the other|another|others)\b|"
    r"(?:this|that|these|those)\b(?!\s+(?:week|month|year|morning|afternoon|evening|time|who)))",
    re.IGNORECASE,
)
SPEAKER_PRONOUN = re.compile(rf"^[\s,]*(?:(?:he|she|they|it)\s+\w+|{SAYING}\s+(?:he|she|they))\b")
OPENING_QUOTE = "“\"«„‘'"
NEGATION = re.compile(
    r"\b(?:not|never|no|nor|neither|without|cannot|denied|denies|false|falsely)\b|n['’]t\b",
    re.IGNORECASE,
)
LINE = re.compile(r"[^\n]+")
CLAUSE_EDGE = re.compile(r"[;:,](?=\s)|\s[—–-]{1,2}(?=\s)")


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence of a run; `words` counts it, `dependent` when it needs the one before it."""

    words: int
    dependent: bool


def passages(text: str, marks: Sequence[Mark]) -> list[Span]:
    """The passages of an article's text, in order."""
    found: list[Span] = []
    for run in prose_runs(text, marks):
        stretch: list[Sentence] = []
        for sentence in _sentences(text, run):
            if _fits([sentence]):
                stretch.append(sentence)
                continue
            found.extend(_windows(stretch))
            found.extend(_pieces(text, sentence))
            stretch = []
        found.extend(_windows(stretch))
    return found


def table_passages(text: str, marks: Sequence[Mark]) -> list[Span]:
    """The passages of an article's tables: whole rows, as many as fit into one."""
    return [part for rows in tables(text, marks) for part in _parts_of_table(text, rows)]


def is_table(text: str, passage: Span) -> bool:
    """Whether a passage is one of a table, which has no sentences."""
    return all("|" in line for line in text[passage.start : passage.end].splitlines())


def rows_of(text: str, passage: Span) -> list[Span]:
    """The rows of a table's passage that carry their heads; all of it when they do not."""
    rows = [Span(*row.span()) for row in LINE.finditer(text, passage.start, passage.end)]
    alone = all(carries_heads(text[row.start : row.end]) for row in rows)
    return rows if alone else [passage]


def depends(text: str, sentence: Span) -> bool:
    """Whether a sentence cannot be understood without the one before it."""
    opening = sentence.start
    while opening < sentence.end and text[opening] in OPENING_QUOTE:
        opening += 1
    if opening == sentence.start:
        return bool(DEPENDENT.match(text, sentence.start, sentence.end))
    quoted = quotations(text, sentence)
    if not quoted or quoted[0].start != sentence.start:
        return bool(DEPENDENT.match(text, opening, sentence.end))
    outside = text[quoted[0].end : sentence.end]
    return not re.search(r"\w", outside) or bool(SPEAKER_PRONOUN.match(outside))


def _parts_of_table(text: str, rows: Sequence[Span]) -> Iterator[Span]:
    start, words = rows[0].start, 0
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        words += len(text[row.start : row.end].split())
        further = len(text[following.start : following.end].split()) if following else 0
        if following is None or words + further > LONGEST_WORDS:
            yield Span(start, row.end)
            start, words = (following.start if following else row.end), 0


def _sentences(text: str, run: Sequence[Span]) -> Iterator[Sentence]:
    for paragraph in run:
        for span in sentences(text, paragraph):
            # Where no spaces tell the words of a sentence, only its characters are limited.
            written = text[span.start : span.end]
            words = len(written.split())
            words = max(words, min(word_count(written), LONGEST_WORDS))
            yield Sentence(span.start, span.end, words, depends(text, span))


def _fits(stretch: Sequence[Sentence]) -> bool:
    words = sum(sentence.words for sentence in stretch)
    return words <= LONGEST_WORDS and stretch[-1].end - stretch[0].start <= LONGEST_CHARACTERS


def _windows(stretch: Sequence[Sentence]) -> Iterator[Span]:
    start = 0
    while start < len(stretch):
        opening = _opening(stretch, start)
        stop = start + 1
        while stop < len(stretch) and _fits(stretch[opening : stop + 1]):
            stop += 1
        if stop == len(stretch):
            opening = _filled(stretch, opening, stop)
        yield Span(stretch[opening].start, stretch[stop - 1].end)
        start = stop


def _opening(stretch: Sequence[Sentence], start: int) -> int:
    opening = start
    while stretch[opening].dependent and opening > 0 and start - opening < LEAD_IN:
        lead = stretch[opening - 1 : start]
        if sum(s.words for s in lead) > LEAD_IN_WORDS or not _fits(
            stretch[opening - 1 : start + 1]
        ):
            break
        opening -= 1
    return opening


def _filled(stretch: Sequence[Sentence], opening: int, stop: int) -> int:
    if sum(sentence.words for sentence in stretch[opening:stop]) >= FEW_WORDS:
        return opening
    earliest = opening
    while earliest > 0 and _fits(stretch[earliest - 1 : stop]):
        earliest -= 1
        if not stretch[earliest].dependent:
            opening = earliest
    return opening


def _pieces(text: str, sentence: Sentence) -> Iterator[Span]:
    """Parts of too long a sentence, cut at clause edges; none when a "not" could be lost."""
    whole = text[sentence.start : sentence.end]
    if NEGATION.search(whole) or quotations(text, sentence):
        return
    start = sentence.start
    while start < sentence.end:
        end = _piece_end(text, start, sentence.end)
        yield Span(start, end)
        start = end + len(text[end : sentence.end]) - len(text[end : sentence.end].lstrip())


def _piece_end(text: str, start: int, end: int) -> int:
    stop = min(end, start + LONGEST_CHARACTERS)
    words = list(re.finditer(r"\S+", text[start:stop]))[: LONGEST_WORDS + 1]
    if len(words) > LONGEST_WORDS:
        stop = start + words[LONGEST_WORDS - 1].end()
    if stop == end:
        return end
    edges = [edge.end() for edge in CLAUSE_EDGE.finditer(text, start, stop)]
    if edges and edges[-1] > start + 1:
        return edges[-1]
    blank = text.rfind(" ", start + 1, stop + 1)
    return blank if blank > start else stop
