"""Several articles first, copies once, nothing twice."""

from bot.briefing.answer import Cited
from bot.briefing.selection import Found, chosen
from tests.articles.examples import article

SENTENCES = [
    f"Ferry number {n} sailed to island number {n} with {n * 7} sacks of flour and {n + 3} cows."
    for n in range(40)
]


def found(id_: str, first: int, last: int, *, outlet: str | None = "Post", begin: int = 0) -> Found:
    """Sentences `first` to `last` of an article of ten sentences."""
    text = " ".join(SENTENCES[begin : begin + 10])
    starts = [text.index(s) for s in SENTENCES[begin : begin + 10]]
    end = starts[last] + len(SENTENCES[begin + last])
    return Found(article(text, id=id_, outlet=outlet).quote(starts[first], end))


def told(cited: list[Cited]) -> list[tuple[str, int]]:
    return [(item.quote.article.id, item.quote.start) for item in cited]


def test_the_best_of_each_article_comes_before_the_others() -> None:
    one, two = found("a", 0, 1), found("a", 5, 6)
    other = found("b", 0, 1, begin=10)
    assert [c.quote for c in chosen([one, two, other], 9)] == [one.quote, other.quote, two.quote]


def test_only_as_many_as_wanted_are_chosen() -> None:
    items = [found("a", 0, 1), found("a", 5, 6), found("b", 0, 1, begin=10)]
    assert [c.quote for c in chosen(items, 2)] == [items[0].quote, items[2].quote]
    assert [c.quote for c in chosen(items, 1)] == [items[0].quote]


def test_nothing_found_chooses_nothing() -> None:
    assert chosen([], 9) == []


def test_a_copy_is_left_out_and_its_outlet_named_once() -> None:
    items = [
        found("a", 0, 1),
        found("a", 5, 6),
        found("copy", 0, 1, outlet="Echo"),
        found("copy", 5, 6, outlet="Echo"),
        found("second copy", 0, 1, outlet=None),
        found("b", 0, 1, begin=10),
    ]
    cited = chosen(items, 9)
    assert told(cited) == told(
        [Cited(items[0].quote), Cited(items[5].quote), Cited(items[1].quote)]
    )
    assert [item.also_in for item in cited] == [("Echo", None), (), ()]


def test_overlapping_passages_of_an_article_are_quoted_once() -> None:
    assert len(chosen([found("a", 0, 3), found("a", 2, 4)], 9)) == 1
    assert len(chosen([found("a", 0, 3), found("a", 3, 6)], 9)) == 2
    assert len(chosen([found("a", 0, 3), found("b", 0, 3, begin=10)], 9)) == 2


def test_a_quote_keeps_the_words_that_answer() -> None:
    item = found("a", 0, 1)
    span = item.quote.article.quote(0, 5)
    [cited] = chosen([Found(item.quote, (span,))], 9)
    assert cited.spans == (span,)
