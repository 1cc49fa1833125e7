"""What a quote looks like, and that only the article's own words pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.article import Article, Quote
from bot.chat.discord_app.rendering.verbatim import check, undone
from bot.chat.discord_app.rendering.words import quoted, shortened_to
from bot.errors import NotVerbatim
from bot.wording.reply import Block

WORDS = st.text(alphabet="ab*_\\>#1.- \n…[](<@:", min_size=1)


def article(text: str) -> Article:
    return Article(
        id="a1",
        version=1,
        collection="operator",
        key="a.md",
        source="a.md",
        text=text,
        title="A title",
        title_origin="metadata",
    )


def block(text: str, *spans: tuple[int, int], before: bool = False, after: bool = False) -> Block:
    whole = article(text)
    found = tuple(Quote(whole, start, end) for start, end in spans)
    return Block(Quote(whole, 0, len(text)), (), found, cut_before=before, cut_after=after)


def test_spans_are_bold_and_cuts_have_an_ellipsis() -> None:
    shown = quoted(block("about 5 boats came", (6, 13), before=True, after=True))
    assert shown == ">>> …about **5 boats** came…"


def test_spans_that_touch_are_one() -> None:
    assert quoted(block("abcdef", (3, 5), (1, 3), (1, 2))) == ">>> a**bcde**f"


def test_bold_ends_with_its_line() -> None:
    assert quoted(block("ab\n\ncd", (1, 5))) == ">>> a**b**\n\n**c**d"


def test_a_span_outside_of_the_quote_is_left_out() -> None:
    whole = article("one two")
    assert quoted(Block(Quote(whole, 0, 3), (), (Quote(whole, 4, 7),))) == ">>> one"


@given(WORDS, st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8))), st.booleans())
def test_what_is_shown_is_the_slice(text: str, marks: list[tuple[int, int]], cut: bool) -> None:  # noqa: FBT001 - hypothesis fills it in
    spans = [(at, at + size) for at, size in marks if at + size <= len(text)]
    made = block(text, *spans, before=cut, after=cut)
    assert undone(quoted(made), made) == text


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("boats", "ships"), ("not ", ""), ("Two", "Ten"), (" came", "  came"), ("…", "… …")],
)
def test_a_changed_quote_is_refused(right: str, wrong: str) -> None:
    made = block("Two boats came, but not the ferry", after=True)
    shown = quoted(made)
    check(shown, made)
    with pytest.raises(NotVerbatim):
        check(shown.replace(right, wrong), made)


@given(WORDS, st.integers(min_value=30, max_value=80))
def test_a_shortened_quote_fits_and_is_still_a_slice(text: str, room: int) -> None:
    long = (text + " ") * 40
    made = shortened_to(block(long, (0, 10), (12, len(long))), room)
    assert len(quoted(made)) <= room
    assert made.cut_after
    assert undone(quoted(made), made) == long[: made.quote.end]


def test_bold_gives_way_when_there_is_no_room_for_it() -> None:
    made = shortened_to(block("a b c d e f g h i", (0, 1), (2, 3), (4, 5), (6, 7)), 20)
    assert made.spans == ()


def test_a_quote_that_fits_stays_as_it_is() -> None:
    made = block("Two boats came", (0, 3))
    assert shortened_to(made, 100) is made
