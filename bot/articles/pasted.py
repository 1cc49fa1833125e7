"""What the lines at the top of a pasted page state: its address, who wrote it and when. English."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from bot.articles.boilerplate.bylines import (
    is_byline,
    is_date_notice,
    is_dated,
    is_name,
    names_only,
)
from bot.articles.boilerplate.wording import BoilerplatePhrases
from bot.articles.drafting import is_headline
from bot.articles.metadata import MAX_NAME, Metadata, known, web_address
from bot.language.calendar import day_of, stated_dates

# A header is short; an address further down belongs to the story.
HEADER_LINES = 10
# A pasted page begins with its menus, and its by-line stands below a headline and a deck.
TOP_LINES = 40
LONG_PROSE = 140
DECKS = 1
# A longer line is a sentence that happens to begin with the word.
MAX_AUTHOR = 100
# Characters of a line with two dates, their clocks and zones.
LONGEST_LINE = 220
# Lines from a by-line to the date that belongs to it.
NEAR = 2
# Words of a headline that no name of a paper has.
LEAST_HEADLINE = 5

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_AUTHOR = re.compile(rf"Author:[ \xa0]*(\S[^\n]{{0,{MAX_AUTHOR - 1}}})")  # Author: Ada Lund
_BY = re.compile(  # By Ada Lund; Written by Ada Lund
    r"(?:(?:written|posted|published|reported|words|text|story|report|analysis|opinion)\s+)?by:?\s+",
    re.IGNORECASE,
)
# Ada Lund and Tom Frey | The Quay; Ada Lund on 5 March
_AFTER_NAMES = re.compile(r"\s+(?:on|at|via|for|in)\s|[|/·•©(\[;]|\s[-–—]\s", re.IGNORECASE)
_AND = re.compile(r",?\s+(?:and|&)\s+")
_NUMBERS = re.compile(  # 23/06/2026, 23.6.2026
    r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?!\d|[/.]\d)"
)
_LABEL = re.compile(  # Published, Last updated
    r"\b(?:(?P<first>publi|posted|released|issued|created|written)|updat|modif|revis|edited)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d:\d\d|\d\s?[ap]\.?m\b", re.IGNORECASE)  # 18:56, 6 pm
_CAPITALS = re.compile(r"[A-Z]{3,}")  # JUNE


def stated_facts(text: str, phrases: BoilerplatePhrases) -> Metadata:
    """The address, the author and the day that lines of their own state near the top of a text.

    Two different ones make the fact unknown: one of them is another article's.
    """
    lines = [line[0].strip() for line in islice(_LINE.finditer(text), TOP_LINES)]
    header = lines[:HEADER_LINES]
    top = [*_above_the_story(lines)]
    bylines = [at for at, line in enumerate(top) if is_byline(line, phrases)]
    authors = {match[1] for line in header if (match := _AUTHOR.fullmatch(line))}
    return known(
        url=_only({line for line in header if web_address(line)}),
        author=_only(authors or {written_by(top[at], phrases) or "" for at in bylines}),
        published=_published(top, bylines),
    )


def published_in(line: str) -> str | None:
    """The one day on which a line says that something was published, as an ISO date.

    A day behind "Updated" is none, nor is one that could be read in two ways: 03/06/2026.
    """
    days: set[str] = set()
    at = 0
    for start, end, day in sorted(_days(line[:LONGEST_LINE])):
        labels = [*_LABEL.finditer(line, at, start)]
        if not labels or labels[-1]["first"]:
            days.add(day)
        at = end
    return _only(days)


def written_by(line: str, phrases: BoilerplatePhrases) -> str | None:
    """The people, or the agency, that a by-line names; None where it names a desk or nobody."""
    by = _BY.match(line)
    if not by:
        return None
    ends = [start for start, _, _ in _days(line)] + [len(line)]
    names = _AFTER_NAMES.split(line[by.end() : min(ends)])[0].strip(" ,.")
    if phrases.agency.fullmatch(names):
        return names
    *before, last = _AND.split(names)
    # What stands behind the last comma is a paper or an office.
    people = [*", ".join(before).split(","), last.split(",")[0]] if before else names.split(",")[:1]
    people = [person.strip() for person in people]
    if all(is_name(person) and names_only(person) for person in people):
        return ", ".join(people)[:MAX_NAME]
    return None


def _published(top: Sequence[str], bylines: Sequence[int]) -> str | None:
    """The day of the line that says "Published", else of the one date at by-line or headline."""
    days = {
        at: day for at, line in enumerate(top) if _is_date(line) and (day := published_in(line))
    }
    days |= {at: day for at in bylines if (day := published_in(top[at]))}
    labelled = {day for at, day in days.items() if _LABEL.search(top[at]) and at not in bylines}
    if labelled:
        return _only(labelled)
    return _only({day for at, day in days.items() if _belongs(top, at, bylines)})


def _belongs(top: Sequence[str], at: int, bylines: Sequence[int]) -> bool:
    """Whether a lone date is the article's: the first line of a page is the day of its visit."""
    if any(abs(at - line) <= NEAR for line in bylines):
        return True
    above = top[at - 1] if at else ""
    return at > 0 and (
        _CLOCK.search(top[at]) is not None
        or (is_headline(above) and len(above.split()) >= LEAST_HEADLINE)
    )


def _is_date(line: str) -> bool:
    return is_dated(line) or is_date_notice(line) or _NUMBERS.fullmatch(line) is not None


def _above_the_story(lines: Sequence[str]) -> Iterator[str]:
    """The lines above the story's second paragraph: the first may be a deck."""
    paragraphs = 0
    for line in lines:
        paragraphs += len(line) >= LONG_PROSE
        if paragraphs > DECKS:
            return
        yield line


def _days(line: str) -> Iterator[tuple[int, int, str]]:
    """The full dates of a line, with where they stand; none that has two readings."""
    spelled = _CAPITALS.sub(lambda word: word[0].capitalize(), line)
    for told in stated_dates(spelled, 0, len(spelled)):
        if told.year and told.month and told.day and not told.last:
            day = day_of(told.year, told.month, told.day)
            yield told.start, told.end, day.isoformat() if day else ""
    for found in _NUMBERS.finditer(line):
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        readings = {day_of(year, other, one), day_of(year, one, other)} - {None}
        day = readings.pop() if len(readings) == 1 else None
        yield found.start(), found.end(), day.isoformat() if day else ""


def _only(values: set[str]) -> str | None:
    """The one value; None where there are several, or an empty one among them."""
    return min(values) or None if len(values) == 1 else None
