"""Composing a digest: articles on the topic, stories, their headlines and quotes."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType

from bot.articles.article import Article, Quote
from bot.articles.duplicates import Shingles, are_copies, shingles
from bot.digest.digest import Digest, Fresh, LeftOut, Story
from bot.digest.sentence_selection import covering
from bot.language.english.analyser import Analyser
from bot.search.evidence import ENOUGH, coverage
from bot.search.passages import passages
from bot.search.query import Concept


def on_topic(article: Article, concepts: Sequence[Concept], analyser: Analyser) -> bool:
    """Whether one passage of the article, with its title, covers the concepts, weighed alike."""
    weights = dict.fromkeys(concepts, 1.0)
    named = frozenset(
        t for words in (article.title, *article.topics) for t in analyser.terms(words)
    )
    return _says_enough(weights, named) or any(
        _says_enough(
            weights, named.union(analyser.terms(article.text[passage.start : passage.end]))
        )
        for passage in passages(article.text, article.marks)
    )


def _says_enough(weights: Mapping[Concept, float], terms: frozenset[str]) -> bool:
    said = frozenset(concept for concept in weights if concept.is_said_in(terms))
    return coverage(weights, said) >= ENOUGH


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


FULL = range(3, 8)
"""Stories told in full: what is read in five minutes. A seventh needs several articles, as does any
after the third."""

REST = 10
"""Stories in one line each at most."""

QUOTES = 3
MORE = 3
"""Quotes of a story in the digest, and as many again for whoever reads on."""

COMPARED = 50
"""Earlier articles of a story that a new one may be a copy of; the newest ones."""


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """What was there before the window: the stories told, and earlier articles by story."""

    told: Container[str] = frozenset()
    articles: Mapping[str, Sequence[Article]] = field(default_factory=dict)


NOTHING_RELATED: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(slots=True)
class _Group:
    """The new articles of one story: originals, and copies of them or of earlier ones."""

    originals: list[Article] = field(default_factory=list)
    copies: list[Article] = field(default_factory=list)


def composed(
    fresh: Sequence[Fresh],
    before: ToldBefore,
    analyser: Analyser,
    left_out: Iterable[LeftOut] = (),
    unread: int = 0,
    *,
    related: Mapping[str, tuple[str, ...]] = NOTHING_RELATED,
) -> Digest:
    """The digest of the articles that came in, in the order in which they came.

    `left_out` are those that were dropped before, `unread` counts those that nobody looked at;
    `related` are other stories that bear on one. The most widely told stories come first.
    """
    dropped = list(left_out)
    read = len(fresh) + len(dropped) + unread
    stories: list[Story] = []
    for name, group in _groups(fresh, before).items():
        near = related.get(name, ())
        story = _story(name, group, before, analyser, near) if group.originals else None
        if story is not None:
            stories.append(story)
            dropped += [LeftOut(copy.id, "copy") for copy in group.copies]
            continue
        dropped += [LeftOut(a.id, "nothing_to_quote") for a in group.originals]
        dropped += [LeftOut(copy.id, "copy") for copy in group.copies]
    ranked = sorted(stories, key=_rank)
    full = min(max(sum(len(s.articles) > 1 for s in ranked), FULL.start), FULL.stop - 1)
    rest = ranked[full : full + REST]
    dropped += [
        LeftOut(article.id, "over_the_limit")
        for story in ranked[full + REST :]
        for article in story.articles
    ]
    return Digest(tuple(ranked[:full]), tuple(rest), read, tuple(dropped), unread)


def quotes_of(articles: Sequence[Article], analyser: Analyser, most: int) -> tuple[Quote, ...]:
    """The quotes that tell a story best, of different outlets first."""
    chosen = list(islice(covering(articles, analyser, again=0.0), most))
    others = (q for q in covering(articles, analyser) if q not in chosen)
    return (*chosen, *islice(others, most - len(chosen)))


def originals(articles: Iterable[Article]) -> list[Article]:
    """The articles that copy none before them."""
    (group,) = _groups([Fresh(article, "") for article in articles], ToldBefore()).values()
    return group.originals


def _groups(fresh: Sequence[Fresh], before: ToldBefore) -> dict[str, _Group]:
    groups: dict[str, _Group] = {}
    known: dict[str, list[Shingles]] = {}
    for item in fresh:
        group = groups.setdefault(item.story, _Group())
        if item.story not in known:
            earlier = before.articles.get(item.story, ())[-COMPARED:]
            known[item.story] = [shingles(a.text, a.marks) for a in earlier]
        runs = shingles(item.article.text, item.article.marks)
        if any(are_copies(runs, other) for other in known[item.story]):
            group.copies.append(item.article)
        else:
            group.originals.append(item.article)
            known[item.story].append(runs)
    return groups


def _story(
    name: str, group: _Group, before: ToldBefore, analyser: Analyser, related: tuple[str, ...]
) -> Story | None:
    articles = group.originals
    quotes = list(quotes_of(articles, analyser, QUOTES + MORE + 1))
    titled = stated_headline(articles, analyser)
    top = titled or headline(quotes, articles, analyser)
    if top is None:
        return None
    others = [quote for quote in quotes if not (top.holds(quote) or quote.holds(top))]
    shown = list(_of_different_outlets(others))[:QUOTES]
    more = tuple(quote for quote in others if quote not in shown)[:MORE]
    is_update = name in before.told
    told = (tuple(shown), more, tuple(articles), tuple(group.copies))
    return Story(name, top, *told, is_update, related)


def _of_different_outlets(quotes: Iterable[Quote]) -> Iterator[Quote]:
    seen: set[str] = set()
    for quote in quotes:
        source = quote.article.outlet or quote.article.id
        if source not in seen:
            seen.add(source)
            yield quote


def _rank(story: Story) -> tuple[int, int, int]:
    return (-len(story.outlets), -len(story.articles), -len(story.copies))
