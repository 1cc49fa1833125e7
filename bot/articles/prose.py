"""The sentences of an article that a question may be made from."""

import re
from dataclasses import dataclass

from bot.articles.article import Draft
from bot.language.paragraphs import Span, prose_runs
from bot.language.sentences import sentences

DATELINE = re.compile(  # BERGEN (Reuters) —
    r"(?:[A-Z][A-Z.’'-]+(?:[ ,]+(?:[A-Z][\w.’'-]*|and|of|de|/))*\s*(?:\([^()]{1,40}\)\s*)?(?:—|–|"
    r"--|-)"
    r"|[A-Z][\w.’'-]*(?:[ ,]+[A-Z][\w.’'-]*)*\s*\([^()]{1,40}\)\s*(?:—|–|--|-))\s+"
)
"""The place, and often the agency, before the first sentence of a report."""


@dataclass(frozen=True, slots=True)
class SourceSentence:
    """A sentence: its span without a dateline, and the paragraph that it stands in."""

    start: int
    end: int
    paragraph: Span
    ordinal: int


def prose(article: Draft) -> list[SourceSentence]:
    """The sentences of an article's paragraphs, in order, boilerplate and headings left out."""
    found: list[SourceSentence] = []
    for run in prose_runs(article.text, article.marks):
        for paragraph in run:
            for span in sentences(article.text, paragraph):
                start = _after_dateline(article.text, span)
                found.append(SourceSentence(start, span.end, paragraph, len(found)))
    return found


def _after_dateline(text: str, span: Span) -> int:
    dateline = DATELINE.match(text, span.start, span.end)
    return dateline.end() if dateline else span.start
