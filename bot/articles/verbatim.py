"""Where an article holds the very words of a quote: the only ground for "also in" its outlet.

The same words, digits and punctuation in the same order, as whole sentences and outside of
boilerplate; only blanks and the shape of quotation marks and dashes may differ.
"""

import re
from collections.abc import Iterator

from bot.articles.article import DATELINE, Draft
from bot.language.paragraphs import Span, prose_runs
from bot.language.sentences import sentences

_SHAPES = {'"': "“”„«»", "'": "‘’‚", "-": "‐‑‒–—―"}
"""The usual quotation marks and dashes, each with the others that stand for it."""

_LEFT_OPEN = re.compile(r"(?:\.\s?\.|…|:)[”\"’')\]]*\s*$")
"""What leaves open whether a new sentence begins: "It is false that... The tannery is sold."."""

_DATED = re.compile(r"[A-Z][A-Z.'-]+\b[^.!?\n]{0,60}\s-{1,2}\s+")
"""A dateline with the day, its dashes folded: "HALM, May 3 (Echo) -- "."""

_NEW_SENTENCE = re.compile(r"[”\"’')\]]*(?:\s*\Z|\s*\n|\s+[^a-z\s.…])")
"""What follows a sentence: the end, or another that opens with no small letter."""

_OPEN_END = re.compile(
    r"(?:\b(?:[A-Za-z]\.)+|\b[A-Z][a-z]{0,3}\.|\betc\.|[^.!?…”\"’')\]])[”\"’')\]]*$"
)
"""A last word that may not end the sentence: "5 p.m.", "Orme Jr.", "Fenn Inc.", "since early"."""

_PARAGRAPH_END = re.compile(r"[”\"’')\]]*\s*(?:\n|\Z)")


def holds_span(article: Draft, words: str) -> bool:
    """Whether an article says these very words, as sentences of its own."""
    return next(places(article, words), None) is not None


def places(article: Draft, words: str) -> Iterator[Span]:
    """Where an article says these very words, as sentences of its own.

    Not inside a longer sentence, which may deny them, and not in what is no part of it.
    """
    text = _usual(article.text)
    wanted = r"\s+".join(map(re.escape, folded(words).split()))
    found = [
        match
        for match in re.finditer(rf"(?<!\w){wanted}(?!\w)", text)
        if not any(mark.start < match.end() and match.start() < mark.end for mark in article.marks)
    ]
    runs = prose_runs(article.text, article.marks) if found else ()
    paragraphs = [paragraph for run in runs for paragraph in run]
    for match in found:
        around = (one for one in paragraphs if one.start <= match.start() < one.end)
        if any(
            _stands_as_shown(text, sentence, match)
            for paragraph in around
            for sentence in sentences(article.text, paragraph)
        ):
            yield Span(*match.span())


def folded(words: str) -> str:
    """Words with one blank for each stretch of blanks, and marks and dashes of one shape."""
    return re.sub(r"\s+", " ", _usual(words)).strip()


def _usual(text: str) -> str:
    for usual, others in _SHAPES.items():
        for other in others:
            text = text.replace(other, usual)
    return text


def _stands_as_shown(text: str, sentence: Span, found: re.Match[str]) -> bool:
    """Whether words begin with a sentence, or after its dateline, and end with one beyond doubt."""
    if not sentence.start <= found.start() < sentence.end:
        return False
    opens = found.start() == sentence.start or any(
        dateline.fullmatch(text, sentence.start, found.start()) for dateline in (DATELINE, _DATED)
    )
    if not opens or _LEFT_OPEN.search(text, max(0, sentence.start - 8), sentence.start):
        return False
    ending = _PARAGRAPH_END if _OPEN_END.search(found.group()) else _NEW_SENTENCE
    return ending.match(text, found.end()) is not None
