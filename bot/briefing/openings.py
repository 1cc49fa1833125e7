"""How an article begins, as short quotes: for lists of what is new and for a pasted link."""

from itertools import islice

from bot.articles.article import Article, Quote
from bot.language.paragraphs import prose_runs
from bot.language.sentences import sentences

WORDS = 45
"""Words of an opening quote of two sentences at most."""

FEWEST = 6
"""Words of a paragraph at least that tells how an article begins."""


def opening_quotes(article: Article, most: int = 1) -> list[Quote]:
    """The first sentences of an article's prose, one or two of a paragraph in a quote."""
    quotes: list[Quote] = []
    for run in islice(prose_runs(article.text, article.marks), 1):
        telling = [one for one in run if len(article.text[one.start : one.end].split()) >= FEWEST]
        for paragraph in telling or run:
            left = sentences(article.text, paragraph)
            while left and len(quotes) < most:
                pair = article.quote(left[0].start, left[min(1, len(left) - 1)].end)
                taken = 2 if len(pair.text.split()) <= WORDS else 1
                quotes.append(article.quote(left[0].start, left[:taken][-1].end))
                left = left[taken:]
    return quotes
