"""The words that stand over a story: a headline that an article's text has, else a sentence."""

from collections import Counter
from collections.abc import Sequence

from bot.articles.article import Article, Quote
from bot.search.analysis import Analyser

TOP_CHARACTERS = 1_000
"""How far down in a text its own headline stands at most."""

LONGEST_HEADLINE = 140
"""Characters of a headline; a longer one is a sentence."""

SHORT_SENTENCE = 30
"""Words of a sentence that can stand over a story."""


def stated_headline(articles: Sequence[Article], analyser: Analyser) -> Quote | None:
    """The headline, of those that stand in the texts, that says most of what they share."""
    found = [quote for quote in map(in_text, articles) if quote is not None]
    if not found:
        return None
    spread = Counter(t for a in articles for t in set(analyser.terms(a.text[:TOP_CHARACTERS])))

    def shared(quote: Quote) -> tuple[bool, int]:
        words = sum(spread[term] for term in set(analyser.terms(quote.text)))
        return (not quote.text.endswith("?"), words)

    return max(found, key=shared)


def in_text(article: Article) -> Quote | None:
    """The article's title as a quote, when it is a line of the text of its own."""
    if len(article.title) > LONGEST_HEADLINE:
        return None
    start = article.text.find(article.title, 0, TOP_CHARACTERS + len(article.title))
    if start < 0:
        return None
    end = start + len(article.title)
    line = article.text.rfind("\n", 0, start) + 1
    before, after = article.text[line:start], article.text[end : end + 1]
    if before.strip("# ") or after not in ("", "\n"):
        return None
    return article.quote(start, end)


def headline(
    quotes: Sequence[Quote], articles: Sequence[Article], analyser: Analyser
) -> Quote | None:
    """The sentence to stand over a story, of those that tell it, the most telling first.

    A short one, if any; the further behind it is, the more of the articles' titles it has to say.
    """
    spread = Counter(term for a in articles for term in set(analyser.terms(a.title)))

    def titled(ranked: tuple[int, Quote]) -> float:
        place, quote = ranked
        return sum(spread[term] for term in set(analyser.terms(quote.text))) / (1 + place)

    short = [quote for quote in quotes if len(quote.text.split()) <= SHORT_SENTENCE]
    return max(enumerate(short or quotes), key=titled, default=(0, None))[1]
