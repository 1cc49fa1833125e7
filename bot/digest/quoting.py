"""The quotes that tell a story: of different outlets first, each understood alone, none twice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.articles.article import Article, Quote
from bot.digest.sentence_selection import covering
from bot.digest.standing_alone import stands_alone
from bot.digest.telling import telling
from bot.language.english.analyser import Analyser

QUOTES = 3
MORE = 3
"""Quotes of a story in the digest, and as many again for whoever reads on."""

FEWEST = 2
"""Quotes of a story that one outlet tells, where there is room for two."""

WORDS_SHOWN = 80
"""Words of a story's quotes in the digest; the first one is shown however long it is."""

ADDED = 0.4
"""Share of a quote's terms that a headline must not have said already."""

SAME = 0.6
"""Share of a quote's terms from which another quote has said it before."""

UNSAID = 0.2
"""Share of a quote's terms, and two of them at least, that make it new in a story told before."""

HEADLINE_WORDS = 30
"""Words of a sentence that can stand over a story."""

Terms = frozenset[str]


@dataclass(frozen=True, slots=True)
class StoryQuotes:
    """What is shown of a story, which of it is new, and what is left for whoever reads on."""

    shown: tuple[Quote, ...]
    new: tuple[Quote, ...]
    more: tuple[Quote, ...]


def story_quotes(
    articles: Sequence[Article],
    analyser: Analyser,
    *,
    headline: str = "",
    earlier: Sequence[Article] = (),
) -> StoryQuotes:
    """The quotes of a story below its headline; `earlier` articles have told it before."""
    said = frozenset(term for article in earlier for term in analyser.terms(article.text))
    found = _telling(articles, analyser, headline, QUOTES + MORE + 1)
    new = [quote for quote in found if said and _is_new(_terms(quote, analyser), said)]
    most = min(max(FEWEST, len({_source(article) for article in articles})), QUOTES)
    shown = list(_within(_of_different_outlets(found), most))
    if new and not any(quote in new for quote in shown):
        shown = list(_within([*shown[:-1], new[0]], most)) if shown[1:] else new[:1]
    more = [quote for quote in found if quote not in shown][:MORE]
    return StoryQuotes(tuple(shown), tuple(quote for quote in shown if quote in new), tuple(more))


def quotes_of(articles: Sequence[Article], analyser: Analyser, most: int) -> tuple[Quote, ...]:
    """The quotes that tell a story best, of different outlets first.

    Where too few tell its event and stand alone, those that say most follow: whoever asks for a
    story can look around them.
    """
    found = _telling(articles, analyser, "", most)
    alone = covering(articles, analyser, fits=stands_alone)
    ranked = [*found, *alone] or covering(articles, analyser)
    return tuple(islice(_unlike(ranked, "", analyser), most))


def headline_of(
    quotes: Sequence[Quote], articles: Sequence[Article], analyser: Analyser
) -> Quote | None:
    """The sentence to stand over a story without a title, of those that tell it best; a short one.

    The further behind it is, the more of what its articles begin with it has to say.
    """
    begun = [frozenset(analyser.terms(article.title)) for article in articles]

    def said(ranked: tuple[int, Quote]) -> float:
        place, quote = ranked
        terms = _terms(quote, analyser)
        return sum(len(terms & one) for one in begun) / (1 + place)

    short = [quote for quote in quotes if len(quote.text.split()) <= HEADLINE_WORDS]
    return max(enumerate(short or quotes), key=said, default=(0, None))[1]


def _telling(
    articles: Sequence[Article], analyser: Analyser, headline: str, most: int
) -> list[Quote]:
    """Quotes that tell a story's event and stand alone, or else do so below the headline."""
    for known in dict.fromkeys(["", headline]):

        def fits(quote: Quote, known: str = known) -> bool:
            return stands_alone(quote, known)

        ranked = telling(articles, analyser, headline, fits)
        found = list(islice(_unlike(ranked, headline, analyser), most))
        if found:
            return found
    return []


def _unlike(quotes: Iterable[Quote], headline: str, analyser: Analyser) -> Iterator[Quote]:
    """The quotes that say what neither the headline nor one before them has said."""
    titled = frozenset(analyser.terms(headline))
    seen: list[Terms] = []
    for quote in quotes:
        terms = _terms(quote, analyser)
        if len(terms - titled) < ADDED * len(terms):
            continue
        if all(len(terms & one) < SAME * min(len(terms), len(one)) for one in seen):
            seen.append(terms)
            yield quote


def _of_different_outlets(quotes: Sequence[Quote]) -> list[Quote]:
    """One quote of each outlet, then the others."""
    firsts: dict[str, Quote] = {}
    for quote in quotes:
        firsts.setdefault(_source(quote.article), quote)
    return [*firsts.values(), *(quote for quote in quotes if quote not in firsts.values())]


def _within(quotes: Sequence[Quote], most: int) -> Iterator[Quote]:
    """The first one, and of those after it as many as there is room for."""
    room = WORDS_SHOWN
    for quote in quotes[:most]:
        words = len(quote.text.split())
        if words <= room or quote is quotes[0]:
            room -= words
            yield quote


def _is_new(terms: Terms, said: Terms) -> bool:
    return len(terms - said) >= max(2, UNSAID * len(terms))


def _terms(quote: Quote, analyser: Analyser) -> Terms:
    return frozenset(analyser.terms(quote.text))


def _source(article: Article) -> str:
    return article.outlet or article.id
