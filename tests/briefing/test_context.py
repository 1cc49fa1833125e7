"""The sentences around a quote, never furniture."""

from bot.articles.article import Quote
from bot.briefing.answer import LONGEST, around
from tests.articles.examples import article, marked

TEXT = """\
The ferry sailed. Nobody waved. It rained. A tug went ahead. The crew sang. They were late.
Advertisement
Lund was calm."""
ARTICLE = article(TEXT, marks=marked(TEXT, ["Advertisement"]))


def quoted(words: str) -> Quote:
    text = ARTICLE.text
    return ARTICLE.quote(text.index(words), text.index(words) + len(words))


def texts(words: str) -> tuple[str | None, str | None]:
    context = around(quoted(words))
    assert context.quote == quoted(words)
    before, after = context.before, context.after
    return before.text if before else None, after.text if after else None


def test_the_sentences_around_stand_on_each_side() -> None:
    assert texts("It rained.") == (
        "The ferry sailed. Nobody waved.",
        "A tug went ahead. The crew sang. They were late.",
    )
    assert around(quoted("It rained.")).passage.text == ARTICLE.text.partition("\n")[0]


def test_at_the_edges_there_is_less_or_nothing() -> None:
    assert texts("The ferry sailed.") == (
        None,
        "Nobody waved. It rained. A tug went ahead. The crew sang.",
    )
    assert texts("They were late.") == (
        "Nobody waved. It rained. A tug went ahead. The crew sang.",
        None,
    )


def test_furniture_is_no_context() -> None:
    assert texts("Lund was calm.") == (None, None)
    assert texts("Advertisement") == (None, None)


def test_a_text_of_headings_is_its_own_context() -> None:
    headings = article("Ferry sails\n\nStorm is over")
    context = around(headings.quote(0, 11))
    assert context.before is None
    assert context.after == headings.quote(13, 26)


def test_overlong_neighbours_are_left_out() -> None:
    long = "Ship " * 180 + "end."
    text = f"{long} Nobody waved. It rained. A tug went ahead. {long}"
    ends = article(text)
    start = text.index("It rained.")
    context = around(ends.quote(start, start + 10))
    assert len(long) > LONGEST
    assert context.before is not None
    assert context.after is not None
    assert (context.before.text, context.after.text) == ("Nobody waved.", "A tug went ahead.")
    alone = article(f"{long} It rained. {long}")
    start = alone.text.index("It rained.")
    context = around(alone.quote(start, start + 10))
    assert (context.before, context.after) == (None, None)
