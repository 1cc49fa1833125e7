"""What stands around a quote in its article."""

from dataclasses import dataclass

from bot.articles.article import Quote
from bot.articles.paragraphs import Span, prose_runs
from bot.articles.sentences import sentences

SENTENCES = 2
"""Sentences shown before and after a quote."""

LONGEST = 900
"""Characters of them at most, so that both and the quote fit into one message."""


@dataclass(frozen=True, slots=True)
class Context:
    """A quote with the sentences before and after it; None where there are none."""

    before: Quote | None
    quote: Quote
    after: Quote | None


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
