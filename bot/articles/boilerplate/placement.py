"""Furniture told by where a line stands: above or below the article, or beside another line."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.articles.boilerplate.bios import (
    described,
    goes_on,
    goes_on_beside,
    introduced,
    is_contact,
)
from bot.articles.boilerplate.bylines import is_byline, is_dated
from bot.articles.boilerplate.credits import is_lone_caption, is_signed_caption
from bot.articles.boilerplate.wording import (
    BoilerplatePhrases,
    edge_kind,
    leads_to_others,
    names_another_article,
)
from bot.language.paragraphs import Span
from bot.language.sentences import sentences

LEAST_PROSE = 30  # characters; shorter sentences can be buttons and prompts
LONG_PROSE = 140  # characters; the first such line is past headline and deck
LONGEST_SIGNATURE = 8  # lines below the "-- " of a mail
LEAST_PARAGRAPHS = 2  # of the article, below a caption that an agency signs, or beside a bio
LONGEST_BIO = 1_200  # characters of a paragraph about who wrote the article
LONGEST_ABOUT = 6  # lines about one writer
LONGEST_TEASER = 150  # characters of another article's headline
HEADER_LINES = 12  # lines at the top in which a mail's headers and subject are looked for

_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")  # He left.”
_RULE = re.compile(r"[_=—–-]{3,}")  # -----
_CAPITALISED = re.compile(r"\b[A-Z][\w-]+")  # Lund
_GOING_ON = re.compile(r"(?:He|She|They|His|Her|Their|Follow|Email|Contact)\b")
_SUBJECT = re.compile(  # [Quay] Re: Channel to be widened
    r"\[[^\[\]]{2,40}\]\s*(?:re:\s*|fwd?:\s*)*(.+)", re.IGNORECASE
)
# Of a mail's headers, such as: From: ada@example.org
_MAIL = re.compile(r"(?:from|date|to|subject|cc|sent|reply-to|list-id)\s?:\s+\S.*", re.IGNORECASE)
_MAIL_PROOF = re.compile(r"subject\b.*|from\b.*@.*", re.IGNORECASE)


@dataclass(slots=True)
class PlacedLine:
    """A line that holds anything: its span, its words, and the kind of furniture it is, if any."""

    start: int
    end: int
    raw: str
    core: str
    kind: str | None

    @property
    def words(self) -> str:
        """The words of the line as one stretch."""
        return " ".join(self.raw.split())

    @property
    def is_prose(self) -> bool:
        """Whether the line is unmarked, ends like a sentence and is no mere button."""
        return (
            self.kind is None
            and len(self.raw) >= LEAST_PROSE
            and _SENTENCE.search(self.raw[-8:].rstrip()) is not None
        )


def mark_by_place(lines: list[PlacedLine], phrases: BoilerplatePhrases) -> None:
    """Give a kind to the lines that are furniture only where they stand."""
    for rule in _RULES:
        rule(lines, phrases)


def _mark_mail_headers(lines: list[PlacedLine], _: BoilerplatePhrases) -> None:
    """Mark a run of "From:", "Date:", "Subject:" at the very top."""
    run = 0
    while run < min(len(lines), HEADER_LINES) and _MAIL.fullmatch(lines[run].core):
        run += 1
    if run > 1 and any(_MAIL_PROOF.fullmatch(line.core) for line in lines[:run]):
        _give(lines[:run], "list_header")


def _mark_list_subject(lines: list[PlacedLine], _: BoilerplatePhrases) -> None:
    """Mark a first line "[List] Headline" whose headline comes again by itself."""
    subject = _SUBJECT.fullmatch(lines[0].core) if lines else None
    later = {line.core.casefold() for line in lines[1:HEADER_LINES]}
    if subject and subject[1].casefold() in later:
        _give(lines[:1], "list_header")


def _mark_captions(lines: list[PlacedLine], phrases: BoilerplatePhrases) -> None:
    """Mark captions signed by one agency, or above a lone credit, when paragraphs follow."""
    prose = _prose(lines)
    for at, line in enumerate(lines):
        if line.kind or not prose or at >= prose[-1]:
            continue
        below = lines[at + 1]
        is_above_credit = below.kind == "credit" and below.start == line.end + 1
        is_inside = prose[0] < at and at + 1 < prose[-1]
        is_above_article = len(prose) >= LEAST_PARAGRAPHS and at < prose[-LEAST_PARAGRAPHS]
        if (is_above_article and is_signed_caption(line.core, phrases)) or (
            is_above_credit and is_inside and is_lone_caption(line.core)
        ):
            line.kind = "caption"


def _mark_edges(lines: list[PlacedLine], phrases: BoilerplatePhrases) -> None:
    """Mark buttons and titles of other articles outside the article's own paragraphs."""
    first, last = _body(lines)
    for at, line in enumerate(lines):
        if line.kind:
            continue
        if at < first or at > last:
            line.kind = edge_kind(line.core, phrases)
        if line.kind is None and at > 0 and names_another_article(line.core):
            line.kind = "related"


def _mark_bylines(lines: list[PlacedLine], phrases: BoilerplatePhrases) -> None:
    """Mark by-lines outside the article's paragraphs, also below a deck as long as a paragraph."""
    first, last = _body(lines)
    below_deck = next((at for at in _prose(lines) if at > first), first)
    for at, line in enumerate(lines):
        if line.kind is None and not below_deck <= at <= last and is_byline(line.core, phrases):
            line.kind = "byline"


def _mark_dates(lines: list[PlacedLine], _: BoilerplatePhrases) -> None:
    """Mark lone dates above or below the article, unless such dates also divide a timeline."""
    first, last = _body(lines)
    dated = [at for at, line in enumerate(lines) if line.kind is None and is_dated(line.core)]
    if not any(first <= at <= last for at in dated):
        _give([lines[at] for at in dated], "page_date")


def _mark_signature(lines: list[PlacedLine], _: BoilerplatePhrases) -> None:
    """Mark a mail's "-- " with the few lines below it, and rules under the last paragraph."""
    last = max(_prose(lines), default=-1)
    for at, line in enumerate(lines):
        if line.raw == "-- " and len(lines) - at - 1 <= LONGEST_SIGNATURE:
            _give(lines[at:], "archive_trailer")
        elif at > last >= 0 and line.kind is None and _RULE.fullmatch(line.raw.strip()):
            line.kind = "end_mark"


def _mark_teasers(lines: list[PlacedLine], _: BoilerplatePhrases) -> None:
    """Mark headlines of other articles below "More stories" at the end of the text."""
    last = max(_prose(lines), default=len(lines))
    heads = [
        at
        for at in range(last + 1, len(lines))
        if lines[at].kind == "related" and leads_to_others(lines[at].core)
    ]
    below = lines[heads[0] + 1 :] if heads else []
    if all(len(line.raw) <= LONGEST_TEASER for line in below):
        _give(below, "related")


def _mark_bios(lines: list[PlacedLine], _: BoilerplatePhrases) -> None:
    """Mark what is told of a writer whom the article never names, and the lines that go on."""
    named, most = _naming_lines(lines), len(_prose(lines)) - LEAST_PARAGRAPHS
    for at, line in enumerate(lines):
        if line.kind is None and len(line.raw) <= LONGEST_BIO:
            _mark_bio(lines, at, described(line.words), named, most)
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if line.kind is None and len(line.raw) <= LONGEST_BIO:
            _mark_bio(lines, at, introduced(line.words), named, most)
        if line.is_prose and not _GOING_ON.match(line.words):
            break


def _mark_bio(
    lines: list[PlacedLine],
    at: int,
    surname: str | None,
    named: Mapping[str, list[int]],
    most: int,
) -> None:
    """Mark a line about a writer, with those below that go on, if no other line names them.

    They are at most `most` paragraphs: a bio is never all of an article.
    """
    if surname is None or not _only_goes_on(lines[at].words, surname):
        return
    end = at + 1
    while end < min(len(lines), at + LONGEST_ABOUT) and (
        lines[end].kind or goes_on(lines[end].words, surname)
    ):
        end += 1
    is_named_elsewhere = any(not at <= place < end for place in named.get(surname, []))
    if len(_prose(lines[at:end])) <= most and not is_named_elsewhere:
        _give(lines[at:end], "bio")


def _only_goes_on(words: str, surname: str) -> bool:
    """Whether every sentence after the first one also tells of the writer."""
    told = [words[span.start : span.end] for span in sentences(words, Span(0, len(words)))[1:]]
    return all(goes_on(one, surname) or goes_on_beside(one) or is_contact(one) for one in told)


def _naming_lines(lines: list[PlacedLine]) -> dict[str, list[int]]:
    """Find the lines of the article in which each capitalised word stands."""
    found: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if line.is_prose:
            for word in set(_CAPITALISED.findall(line.raw)):
                found.setdefault(word, []).append(at)
    return found


def _give(lines: list[PlacedLine], kind: str) -> None:
    for line in lines:
        line.kind = line.kind or kind


def _prose(lines: list[PlacedLine]) -> list[int]:
    return [at for at, line in enumerate(lines) if line.is_prose]


def _body(lines: list[PlacedLine]) -> tuple[int, int]:
    """Find the first long and the last paragraph; beyond the text when there is none."""
    prose = _prose(lines)
    long = [at for at in prose if len(lines[at].raw) >= LONG_PROSE]
    return next(iter(long or prose), len(lines)), max(prose, default=-1)


_RULES: tuple[Callable[[list[PlacedLine], BoilerplatePhrases], None], ...] = (
    _mark_mail_headers,
    _mark_list_subject,
    _mark_signature,
    _mark_captions,
    _mark_bylines,
    _mark_bios,
    _mark_edges,
    _mark_dates,
    _mark_teasers,
)
