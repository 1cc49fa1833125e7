"""An article, its marks, sentences and quotes (slices of its text), and why one is refused."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from traceback import format_exception
from typing import Literal, TypeVar

from bot.errors import Refused
from bot.language.paragraphs import Span, prose_runs
from bot.language.sentences import sentences

TitleOrigin = Literal["metadata", "headline", "first_words"]

ID_DIGITS = 16
"""64 bits: among ten million articles two share an id with a chance of 1 in 370,000."""

DATELINE = re.compile(  # BERGEN (Reuters) —
    r"(?:[A-Z][A-Z.’'-]+(?:[ ,]+(?:[A-Z][\w.’'-]*|and|of|de|/))*\s*(?:\([^()]{1,40}\)\s*)?(?:—|–|"
    r"--|-)"
    r"|[A-Z][\w.’'-]*(?:[ ,]+[A-Z][\w.’'-]*)*\s*\([^()]{1,40}\)\s*(?:—|–|--|-)"
    r"|\([^()]{1,40}\)\s*(?:—|–|--|-)"  # (BERGEN) --
    r"|[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}:)\s+"  # BERGEN:
    r"|(?:[A-Z]{3,}—|\([A-Z]{2,8}\))(?=[A-Z])"  # BERGEN—The, (BNN)The
)
"""The place, and often the agency, before the first sentence of a report."""

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Mark(Span):
    """A span of an article's text that is boilerplate of some kind, kept but never quoted."""

    kind: str


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be told of an article that is taken in: an utterance and its variables."""

    utterance: str
    variables: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as it was read, before it has an id, a version and a collection.

    Unknown facts are None, never a guess. `published` is an ISO date, or a date-time with its zone.
    `key` tells what counts as the same article on the next reading: its id, its URL or its path.
    `excerpt` tells that only the beginning of the article, or a summary of it, could be read.
    Told when it is taken in, and not kept: `language_found`, that its language was found in the
    text, not stated, and `notes`, what else its reader met.
    """

    key: str
    source: str
    text: str
    title: str
    title_origin: TitleOrigin
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    language_found: bool = False
    topics: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    excerpt: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Draft):
    """One version of an article in a collection; offsets count code points of `text`."""

    id: str
    version: int
    collection: str

    def quote(self, start: int, end: int) -> "Quote":
        """The quote of `text[start:end]`; ValueError when that is no span of the text."""
        return Quote(self, start, end)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, known only by the article and two offsets, so they cannot be altered."""

    article: Article
    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse offsets that do not name at least one character of the text."""
        if not 0 <= self.start < self.end <= len(self.article.text):
            raise ValueError(f"no span of the text: {self.start}:{self.end}")

    @property
    def text(self) -> str:
        """The quoted words, a slice of the article's text."""
        return self.article.text[self.start : self.end]

    def holds(self, other: "Quote") -> bool:
        """Whether `other` lies inside this quote, in the same version of the same article."""
        return (
            (self.article.id, self.article.version) == (other.article.id, other.article.version)
            and self.start <= other.start
            and other.end <= self.end
        )


@dataclass(frozen=True, slots=True)
class SourceSentence:
    """A sentence: its span without a dateline, and the paragraph that it stands in."""

    start: int
    end: int
    paragraph: Span
    ordinal: int


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file, or one line or article of it, that was refused, and why.

    `trace` is there when its reader broke, which is a mistake of ours and belongs into the log.
    """

    source: str
    error: Refused
    trace: str = ""


def source_sentences(article: Draft) -> list[SourceSentence]:
    """The sentences of an article's paragraphs, in order, boilerplate and headings left out."""
    found: list[SourceSentence] = []
    for run in prose_runs(article.text, article.marks):
        for paragraph in run:
            for span in sentences(article.text, paragraph):
                start = _after_dateline(article.text, span)
                found.append(SourceSentence(start, span.end, paragraph, len(found)))
    return found


def attempted(source: str, make: Callable[[], Made]) -> Made | Rejection:
    """What `make` makes of a source; whatever it raises is the refusal of that source alone."""
    try:
        return make()
    except Exception as error:  # noqa: BLE001 - one broken page must not end a whole ingest
        return refusal(source, error)


def refusal(source: str, error: Exception) -> Rejection:
    """The refusal of a source for what its reader raised."""
    if isinstance(error, Refused):
        return Rejection(source, error)
    if isinstance(error, OSError):
        return Rejection(source, Refused("refused/unreadable"))
    return Rejection(source, Refused("feeds/broke"), "".join(format_exception(error)))


def public_id(collection_name: str, key: str) -> str:
    """The id by which people and links name the article `key` of a collection."""
    return sha256(f"{collection_name}\0{key}".encode()).hexdigest()[:ID_DIGITS]


def _after_dateline(text: str, span: Span) -> int:
    dateline = DATELINE.match(text, span.start, span.end)
    return dateline.end() if dateline else span.start
