"""An answer, its quotes, and the context that a quote stands in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.articles.article import Quote
from bot.language.paragraphs import Span, prose_runs
from bot.language.sentences import sentences

State = Literal["answer", "closest", "nothing"]


@dataclass(frozen=True, slots=True)
class Cited:
    """A short quote, the words in it that answer, and other outlets that hold its very words.

    `passage` is what it was taken from; `highlights` are the words in it that say the topic.
    `share` is how likely it is that its passage answers the question, of all passages.
    """

    quote: Quote
    spans: tuple[Quote, ...] = ()
    also_in: tuple[str | None, ...] = ()
    passage: Quote | None = None
    highlights: tuple[Quote, ...] = ()
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles say on a query; without `cited` they do not say.

    `matched` of `total` articles have a passage that covers the query. `closest` are quotes that
    may not answer it, given only when none does. `nearest` are topics that the articles do have,
    `corrected` the query with its typing errors mended, `missing` its words that the closest quotes
    or, without any, no article says, `more` whether another page of quotes follows, `narrowed` that
    filters left some articles out, `empty` that the query held nothing to search for. `widened`
    tells of words of the query, by which other word a quote names the same. `days` are the first
    and last ISO day that the answer keeps to, where the query told them in its words. The words of
    `phrases_nowhere` were searched one by one, for no article has them as they are quoted.
    """

    query: str
    cited: tuple[Cited, ...]
    matched: int
    total: int
    closest: tuple[Cited, ...] = ()
    nearest: tuple[str, ...] = ()
    corrected: str | None = None
    missing: tuple[str, ...] = ()
    more: bool = False
    narrowed: bool = False
    empty: bool = False
    read_as: Mapping[str, str] = field(default_factory=dict)
    widened: Mapping[str, str] = field(default_factory=dict)
    days: tuple[str, str] | None = None
    phrases_nowhere: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Whether any article says something on the query."""
        return bool(self.cited)

    @property
    def state(self) -> State:
        """Whether there is an answer, only what comes closest to one, or nothing."""
        if self.found:
            return "answer"
        return "closest" if self.closest else "nothing"

    @property
    def span(self) -> Quote | None:
        """The shortest span that answers, inside one of the quotes; the newest report's."""
        return next((span for cited in self.cited for span in cited.spans), None)

    @property
    def differs(self) -> tuple[Quote, ...]:
        """The spans of other reports that give another answer."""
        return tuple(span for cited in self.cited for span in cited.spans)[1:]


SENTENCES = 4
"""Sentences shown before and after a quote: together about the passage that it was taken from."""

LONGEST = 900
"""Characters of them at most, so that both and the quote fit into one message."""


@dataclass(frozen=True, slots=True)
class Context:
    """A quote with the sentences before and after it; None where there are none."""

    before: Quote | None
    quote: Quote
    after: Quote | None

    @property
    def passage(self) -> Quote:
        """The quote and what stands around it, in one piece."""
        first, last = self.before or self.quote, self.after or self.quote
        return self.quote.article.quote(first.start, last.end)


def around(quote: Quote) -> Context:
    """The quote with its neighbouring sentences; boilerplate is never among them."""
    article = quote.article
    for run in prose_runs(article.text, article.marks):
        if run[0].start <= quote.start < run[-1].end:
            spans = [span for paragraph in run for span in sentences(article.text, paragraph)]
            before = [span for span in spans if span.end <= quote.start][-SENTENCES:]
            after = [span for span in spans if span.start >= quote.end][:SENTENCES]
            return Context(_last(quote, before), quote, _first(quote, after))
    return Context(None, quote, None)


def _last(quote: Quote, spans: list[Span]) -> Quote | None:
    while spans and spans[-1].end - spans[0].start > LONGEST:
        spans = spans[1:]
    return quote.article.quote(spans[0].start, spans[-1].end) if spans else None


def _first(quote: Quote, spans: list[Span]) -> Quote | None:
    while spans and spans[-1].end - spans[0].start > LONGEST:
        spans = spans[:-1]
    return quote.article.quote(spans[0].start, spans[-1].end) if spans else None
