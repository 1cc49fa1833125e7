"""The paragraphs of a text, and the runs of them that may be quoted without a break."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.language.scripts import word_count
from bot.language.sentences import sentences
from bot.language.spans import Span

__all__ = ["Span", "is_heading", "prose_runs", "tables"]

REPLACED = "\ufffd"
"""What stands for a character that could not be read; no sentence with one is ever quoted."""

HEADING_WORDS = 20
"""A line of more words than this is prose even without an end mark."""

WRAPPED_LINE = (45, 100)
"""The longest line, in characters, of a paragraph that a mail program broke into lines."""

WRAPPED_SHARE = 0.6
"""Broken lines are at least this share of the longest one, but for the last."""

MARKDOWN_HEADING = re.compile(r"#{1,6}\s")  # ## Ferries
TABLE_RULE = re.compile(r"[\s|:-]*-{3}[\s|:-]*")  # |---|---|
LIST_ITEM = re.compile(r"(?:[-*•–>]|\d{1,3}[.)])\s")  # "* one", "12) two"
BULLET = re.compile(r"(?:[-*•▪‣·]\s+)+")  # no part of the sentence after it
END_MARK = re.compile(  # He left.”, 他走了。」
    r"[.!?…:;,。！？｡：；，、؟۔،؛।॥][\"'’”)\]»」』）]*$"
)


@dataclass(frozen=True, slots=True)
class TextLine(Span):
    """A line of a text without the blanks around it."""

    marked: bool


def prose_runs(text: str, marks: Sequence[Span]) -> list[list[Span]]:
    """The runs of neighbouring paragraphs that may be quoted without a break.

    Boilerplate, headings and sentences that could not be read interrupt them. A text that has
    nothing but headings keeps them as its paragraphs.
    """
    runs = _runs(text, marks)
    found = [part for run in runs for part in _between_headings(text, run)] or runs
    found = [[_without_bullet(text, paragraph) for paragraph in run] for run in found]
    if REPLACED not in text:
        return found
    return [part for run in found for part in _between_damage(text, run)]


def tables(text: str, marks: Sequence[Span]) -> list[list[Span]]:
    """The tables of a text, each the lines of its rows with the line that names its columns."""
    found: list[list[Span]] = [[]]
    for line in _lines(text, marks):
        row = text[line.start : line.end]
        if not line.marked and "|" in row and REPLACED not in row:
            found[-1].append(Span(line.start, line.end))
        elif found[-1]:
            found.append([])
    return [rows for rows in found if rows and _is_table(text, rows)]


def _is_table(text: str, rows: Sequence[Span]) -> bool:
    """Whether lines with bars are rows: all carry heads or begin with a bar, or one is a rule."""
    if all(carries_heads(text[row.start : row.end]) for row in rows):
        return True
    return len(rows) > 1 and (
        all(text.startswith("|", row.start) for row in rows)
        or any(TABLE_RULE.fullmatch(text, row.start, row.end) for row in rows)
    )


def carries_heads(line: str) -> bool:
    """Whether a line is a row that can be understood alone: "Line: 7 | Fare: 3 crowns"."""
    cells = line.split(" | ")
    return len(cells) > 1 and all(": " in cell for cell in cells[1:])


def is_heading(line: str) -> bool:
    """Whether a line is no prose: a row, or a short title without an end mark, no list item."""
    if MARKDOWN_HEADING.match(line) or carries_heads(line):
        return True
    return (
        word_count(line) <= HEADING_WORDS
        and not END_MARK.search(line)
        and not LIST_ITEM.match(line)
        and not line[:1].islower()
    )


def _runs(text: str, marks: Sequence[Span]) -> list[list[Span]]:
    runs: list[list[Span]] = [[]]
    block: list[TextLine] = []
    for line in _lines(text, marks):
        row = carries_heads(text[line.start : line.end])
        if line.start < line.end and not line.marked and not row:
            block.append(line)
            continue
        runs[-1].extend(_paragraphs(text, block))
        runs[-1].extend([line] if row and not line.marked else [])
        block = []
        if line.marked:
            runs.append([])
    runs[-1].extend(_paragraphs(text, block))
    return [run for run in runs if run]


def _lines(text: str, marks: Sequence[Span]) -> Iterator[TextLine]:
    """The lines of a text; one whose end is marked comes as two."""
    start, mark = 0, 0
    for raw in text.split("\n"):
        end = start + len(raw)
        while mark < len(marks) and marks[mark].end <= start:
            mark += 1
        marked = mark < len(marks) and marks[mark].start < end
        cut = max(start, marks[mark].start) if marked else end
        if cut > start:
            yield _line(text, start, cut, marked=False)
        if marked or cut == start:
            yield _line(text, cut, end, marked=marked)
        start = end + 1


def _line(text: str, start: int, end: int, *, marked: bool) -> TextLine:
    raw = text[start:end]
    inner = start + len(raw) - len(raw.lstrip())
    return TextLine(inner, max(inner, start + len(raw.rstrip())), marked)


def _paragraphs(text: str, block: Sequence[TextLine]) -> Iterator[Span]:
    if _is_wrapped(text, block):
        yield Span(block[0].start, block[-1].end)
        return
    for line in block:
        yield Span(line.start, line.end)


def _without_bullet(text: str, paragraph: Span) -> Span:
    bullet = BULLET.match(text, paragraph.start, paragraph.end)
    return Span(bullet.end(), paragraph.end) if bullet else paragraph


def _is_wrapped(text: str, block: Sequence[TextLine]) -> bool:
    if len(block) < 2:  # noqa: PLR2004 - two lines make a break
        return False
    items = sum(bool(BULLET.match(text, line.start, line.end)) for line in block[:2])
    if items > 1:
        return False
    longest = max(line.end - line.start for line in block)
    return WRAPPED_LINE[0] <= longest <= WRAPPED_LINE[1] and all(
        line.end - line.start >= WRAPPED_SHARE * longest for line in block[:-1]
    )


def _between_headings(text: str, run: Sequence[Span]) -> Iterator[list[Span]]:
    part: list[Span] = []
    for paragraph in run:
        if is_heading(text[paragraph.start : paragraph.end]):
            if part:
                yield part
            part = []
        else:
            part.append(paragraph)
    if part:
        yield part


def _between_damage(text: str, run: Sequence[Span]) -> Iterator[list[Span]]:
    """The parts of a run between sentences with a character that could not be read."""
    part: list[Span] = []
    for paragraph in run:
        whole: list[Span] = []
        for sentence in sentences(text, paragraph):
            if REPLACED not in text[sentence.start : sentence.end]:
                whole.append(sentence)
                continue
            part += _joined(whole)
            if part:
                yield part
            part, whole = [], []
        part += _joined(whole)
    if part:
        yield part


def _joined(neighbours: Sequence[Span]) -> list[Span]:
    return [Span(neighbours[0].start, neighbours[-1].end)] if neighbours else []
