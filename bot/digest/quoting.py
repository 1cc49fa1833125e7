"""The quotes that tell a story: of different outlets first, each understood alone, none twice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.articles.article import Article, Quote
from bot.digest.sentence_selection import covering
from bot.digest.standing_alone import stands_alone
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

OPENING = 300
"""Characters of a text in which it says what it is about."""

STEM = 5
"""Letters by which two words are of one matter."""

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
    found = _telling(articles, analyser, headline, said, QUOTES + MORE + 1)
    new = [quote for quote in found if said and _is_new(_terms(quote, analyser), said)]
    found = [*new, *(quote for quote in found if quote not in new)]
    most = min(max(FEWEST, len({_source(article) for article in articles})), QUOTES)
    shown = list(_within(_of_different_outlets(found), most))
    more = [quote for quote in found if quote not in shown][:MORE]
    return StoryQuotes(tuple(shown), tuple(quote for quote in shown if quote in new), tuple(more))


def quotes_of(articles: Sequence[Article], analyser: Analyser, most: int) -> tuple[Quote, ...]:
    """The quotes that tell a story best, of different outlets first.

    Where none stands alone, those that tell most: whoever asks for a story can look around them.
    """
    found = _telling(articles, analyser, "", frozenset(), most)
    return tuple(found or islice(covering(articles, analyser), most))


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
    articles: Sequence[Article], analyser: Analyser, headline: str, said: Terms, most: int
) -> list[Quote]:
    """Quotes on the story's matter that stand alone, or else do so below the headline."""
    matter = _matter(articles, headline, analyser)
    for known in dict.fromkeys(["", headline]):

        def fits(quote: Quote, known: str = known) -> bool:
            return _bears_on(quote, matter, analyser) and stands_alone(quote, known)

        ranked = [
            *covering(articles, analyser, again=0.0, fits=fits, said=said),
            *covering(articles, analyser, fits=fits, said=said),
        ]
        found = list(islice(_unlike(ranked, headline, analyser), most))
        if found:
            return found
    return []


def _matter(articles: Sequence[Article], headline: str, analyser: Analyser) -> Terms:
    """What a story is about: the words of its headline, and those that articles begin with alike.

    A headline of one telling word, or of none that the texts have, names no matter.
    """
    spread = Counter(
        stem
        for article in articles
        for stem in frozenset(_stems(f"{article.title} {article.text[:OPENING]}", analyser))
    )
    said = {stem for article in articles for stem in _stems(article.text, analyser)}
    found = frozenset(said.intersection(_stems(headline, analyser)))
    found |= {stem for stem, count in spread.items() if count > 1}
    return found if len(found) > 1 else frozenset()


def _bears_on(quote: Quote, matter: Terms, analyser: Analyser) -> bool:
    """Whether a quote is on a story: a page may hold the beginnings of others."""
    return not matter or not matter.isdisjoint(_stems(quote.text, analyser))


def _stems(words: str, analyser: Analyser) -> list[str]:
    """The first letters of the terms: "Cambodia" and "Cambodian" are of one matter."""
    return [term[:STEM] for term in analyser.terms(words)]


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
