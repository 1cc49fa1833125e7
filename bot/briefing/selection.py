"""Which quotes a reply shows, and in what order: several outlets first, each sentence once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.articles.article import DATELINE, Article, Quote
from bot.articles.duplicates import Shingles, are_copies, shingles
from bot.briefing.answer import Cited
from bot.language.paragraphs import Span, prose_runs
from bot.language.sentences import sentences

PAGE = 6
"""Quotes of a reply at most: what fits into a message and can be read."""

_FOLDED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})

_TRAILS_OFF = re.compile(r"(?:\.\s?\.|…)[”\"’')\]]*\s*$")
"""What leaves open whether a new sentence begins: "It is false that... The tannery is sold."."""

_DATED = re.compile(r"[A-Z][A-Z.'-]+\b[^.!?\n]{0,60}\s-{1,2}\s+")
"""A dateline with the day, its dashes folded: "HALM, May 3 (Echo) -- "."""

_NEW_SENTENCE = re.compile(r"[”\"’')\]]*(?:\s*\Z|\s*\n|\s+[^a-z\s.…])")
"""What follows a sentence: the end, or another that opens with no small letter."""

_ABBREVIATED = re.compile(r"(?:\b(?:[A-Za-z]\.)+|\b[A-Z][a-z]{0,3}\.|\betc\.)[”\"’')\]]*$")
"""A last word whose point may not end the sentence: "at 5 p.m.", "Orme Jr.", "Fenn Inc."."""

_PARAGRAPH_END = re.compile(r"[”\"’')\]]*\s*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Found:
    """A short quote, its passage, and the words in it that answer or that say the topic.

    `share` is how likely it is that its passage answers the question, of all passages.
    """

    quote: Quote
    passage: Quote
    spans: tuple[Quote, ...] = ()
    highlights: tuple[Quote, ...] = ()
    share: float = 0.0


@dataclass(slots=True)
class _Kept:
    """A quote that is shown, and the outlets of other articles that hold its very words."""

    found: Found
    also_in: dict[str, str | None] = field(default_factory=dict)


def chosen(found: Sequence[Found], wanted: int, *, by_outlet: bool = True) -> list[Cited]:
    """The first `wanted` quotes, or all, each sentence once.

    `found` is ordered, best first; `by_outlet` moves the best of each outlet and article before
    the others. An outlet is named beside another's quote only when its own
    article holds the very words that are shown. A copy is quoted by itself only for words that it
    does not share with what it copies.
    """
    kept: list[_Kept] = []
    texts = _Texts()
    for item in found:
        if any(_overlap(item.quote, one.found.quote) for one in kept):
            continue
        copied = [one for one in kept if texts.are_copies(item.quote, one.found.quote)]
        for one in copied:
            _credit(one, item.quote.article, texts)
        if any(texts.holds(one.found.quote.article, item.quote) for one in copied):
            continue
        same = next((one for one in kept if texts.says(one.found.quote, item.quote)), None)
        if same is not None:
            _credit(same, item.quote.article, texts)
            continue
        kept.append(_Kept(item))
    if by_outlet:
        kept = [kept[number] for number in _spread([one.found for one in kept])]
    return [_cited(one) for one in kept[:wanted]]


def _cited(one: _Kept) -> Cited:
    found, also_in = one.found, tuple(one.also_in.values())
    return Cited(found.quote, found.spans, also_in, found.passage, found.highlights, found.share)


def _credit(one: _Kept, article: Article, texts: "_Texts") -> None:
    if article.id != one.found.quote.article.id and texts.holds(article, one.found.quote):
        one.also_in[article.id] = article.outlet


def _spread(found: Sequence[Found]) -> Iterator[int]:
    """What answers, then the first of each outlet, then of each article, then the others.

    An unstated outlet is one of its own.
    """
    outlets, articles = set[str](), set[str]()
    places: list[tuple[int, int]] = []
    for number, item in enumerate(found):
        article = item.quote.article
        outlet = article.outlet or article.id
        told_before = (outlet in outlets) + (article.id in articles)
        places.append((0 if item.spans else told_before, number))
        outlets.add(outlet)
        articles.add(article.id)
    return (number for _, number in sorted(places))


class _Texts:
    """The texts of the articles at hand, folded so that typography makes no difference."""

    def __init__(self) -> None:
        self._shingles: dict[str, Shingles] = {}
        self._folded: dict[str, str] = {}
        self._sentence_spans: dict[str, list[Span]] = {}

    def are_copies(self, one: Quote, other: Quote) -> bool:
        """Whether the articles of two quotes are one text, reprinted or altered."""
        first, second = one.article, other.article
        if first.id == second.id:
            return False
        return are_copies(self._runs(first), self._runs(second))

    def holds(self, article: Article, quote: Quote) -> bool:
        """Whether an article holds the very words of a quote, as sentences of its own.

        Not inside a longer sentence, which may deny them, and not in what is no part of it.
        """
        if article.id not in self._folded:
            self._folded[article.id] = article.text.translate(_FOLDED)
        text = self._folded[article.id]
        words = r"\s+".join(map(re.escape, _folded(quote.text).split()))
        return any(
            span.start <= found.start() < span.end and _stands_as_shown(text, span, found)
            for found in re.finditer(rf"{words}(?!\w)", text)
            for span in self._sentences(article)
        )

    def _sentences(self, article: Article) -> list[Span]:
        if article.id not in self._sentence_spans:
            runs = prose_runs(article.text, article.marks)
            self._sentence_spans[article.id] = [
                span
                for run in runs
                for paragraph in run
                for span in sentences(article.text, paragraph)
            ]
        return self._sentence_spans[article.id]

    def says(self, shown: Quote, quote: Quote) -> bool:
        """Whether the words of a quote are shown already, by whomever."""
        return _folded(quote.text) in _folded(shown.text)

    def _runs(self, article: Article) -> Shingles:
        if article.id not in self._shingles:
            self._shingles[article.id] = shingles(article.text, article.marks)
        return self._shingles[article.id]


def _stands_as_shown(text: str, sentence: Span, found: re.Match[str]) -> bool:
    """Whether words begin with a sentence, or after its dateline, and end with one beyond doubt."""
    opens = found.start() == sentence.start or any(
        dateline.fullmatch(text, sentence.start, found.start()) for dateline in (DATELINE, _DATED)
    )
    if not opens or _TRAILS_OFF.search(text, max(0, sentence.start - 8), sentence.start):
        return False
    ending = _PARAGRAPH_END if _ABBREVIATED.search(found.group()) else _NEW_SENTENCE
    return ending.match(text, found.end()) is not None


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_FOLDED)).strip()


def _overlap(one: Quote, other: Quote) -> bool:
    same = one.article.id == other.article.id
    return same and one.start < other.end and other.start < one.end
