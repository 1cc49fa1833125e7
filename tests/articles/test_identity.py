"""When two texts are one article, one the next version of the other, or two articles."""

from dataclasses import replace

import pytest

from bot.articles.article import Draft, Mark
from bot.articles.identity import (
    NEXT_VERSION,
    are_of_two_sources,
    kinship,
    names_of,
    second_key,
    states_more,
    words_hash,
)

BODY = (
    "The weir at Tarnholt was lowered by a hand's breadth on Monday.\n\n"
    'The miller said: "It is - at last - done." Nobody else was asked.'
)
LINES = BODY.split("\n\n")


def drafted(text: str = BODY, **facts: object) -> Draft:
    stated = {
        "key": "a.txt",
        "source": "a.txt",
        "title": "Weir lowered",
        "title_origin": "metadata",
    }
    return Draft(**(stated | {"text": text} | facts))  # type: ignore[arg-type]  # what a test varies


ONE_TEXT = {
    "other name, headline and facts": drafted(
        key="id:9", source="https://a.example/9", title="At last", outlet="Tarnholt Post"
    ),
    "headline above the text": drafted(f"Weir lowered\n\n{BODY}"),
    "headline of its own": drafted(f"Miller content at last\n\n{BODY}"),
    "read as headline": drafted(
        f"Weir is low\n\n{BODY}", title="Weir is low", title_origin="headline"
    ),
    "title of first words": drafted(title="The weir at Tarnholt…", title_origin="first_words"),
    "lines broken elsewhere": drafted(BODY.replace("\n\n", "\n\n\n").replace(" ", "  ")),
    "typographic": drafted(BODY.replace('"', "”").replace("'", "’").replace(" - ", " – ")),
    "emphasis": drafted(BODY.replace("Nobody", "**Nobody**")),
    "case": drafted(BODY.upper()),
    "furniture": drafted(f"Share this\n\n{BODY}", marks=(Mark(0, 10, "button"),)),
}
ANOTHER_TEXT = {
    "a word": drafted(BODY.replace("hand's", "foot's")),
    "a sign before a number": drafted(f"{BODY} It cost $5."),
    "another sign": drafted(f"{BODY} It cost €5."),
    "no sign": drafted(f"{BODY} It cost 5."),
    "a line more": drafted(f"{BODY}\n\nRain is expected."),
    "only half": drafted(LINES[0]),
}


@pytest.mark.parametrize("one", ONE_TEXT.values(), ids=ONE_TEXT)
def test_dress_furniture_and_headline_make_no_other_text(one: Draft) -> None:
    assert words_hash(one) == words_hash(drafted()) != ""


def test_another_word_or_sign_makes_another_text() -> None:
    hashes = {words_hash(one) for one in (drafted(), *ANOTHER_TEXT.values())}
    assert len(hashes) == len(ANOTHER_TEXT) + 1


@pytest.mark.parametrize(
    "one",
    [
        drafted(excerpt=True),
        drafted("No letters to the editor today."),
        drafted("Tides of the week at Norrow\n\nNo change."),
        drafted(BODY, marks=(Mark(0, len(BODY), "caption"),)),
    ],
)
def test_an_excerpt_and_a_short_text_are_like_nothing_else(one: Draft) -> None:
    assert words_hash(one) == ""


def test_a_text_without_spaces_is_long_enough_by_its_letters() -> None:
    assert words_hash(drafted("塔恩霍尔特的堰坝星期一降低了一手宽。" * 3)) != ""


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("notes/a.txt", ("notes/a.txt",)),
        ("id:7", ("id:7",)),
        ("https://a.example/7", ("https://a.example/7",)),
        (
            "http://www.a.example/7/?utm_source=q",
            ("http://www.a.example/7/?utm_source=q", "https://a.example/7"),
        ),
        ("https://a.example/feed#item 7", ("https://a.example/feed#item 7",)),
        ("https://a.example/feed#7", ("https://a.example/feed#7",)),
    ],
)
def test_a_web_address_has_two_names(key: str, names: tuple[str, ...]) -> None:
    assert names_of(key) == names


def test_another_article_of_a_name_has_the_same_key_each_time() -> None:
    one, other = drafted(), drafted("Another text.")
    assert second_key("a.txt", one) == second_key("a.txt", replace(one, title="Else"))
    assert second_key("a.txt", one) != second_key("a.txt", other)
    assert second_key("a.txt", one).startswith("a.txt#")


POST, ECHO = {"outlet": "Tarnholt Post"}, {"outlet": "Weir Echo"}
HERE, THERE = {"url": "https://a.example/1"}, {"url": "https://b.example/1"}


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ({}, {}, False),
        (POST, POST, False),
        (POST, {"outlet": "TARNHOLT  Post"}, False),
        (POST, ECHO, True),
        (POST, {}, False),
        (HERE, THERE, True),
        (HERE, {"url": "https://www.a.example/2"}, False),
        (HERE, {}, False),
        (POST | HERE, ECHO | {"url": "http://a.example/1?utm_source=x"}, False),
        (POST | HERE, ECHO | {"url": "https://a.example/2"}, True),
        (POST | HERE, POST | THERE, False),
        (POST | HERE, THERE, True),
    ],
)
def test_sources_are_two_by_outlet_else_by_site(
    one: dict[str, str],
    other: dict[str, str],
    two: bool,  # noqa: FBT001 - a column of the table
) -> None:
    drafts = drafted(**one), drafted(**other)
    assert [are_of_two_sources(*drafts), are_of_two_sources(*drafts[::-1])] == [two, two]


REWRITTEN = drafted("Rain fell on the whole of the coast, and no boat left.", title="Rain")
EDITED = drafted(
    f"{LINES[0]}\n\nThe harbour office knew nothing of it at all on that day.", title="Low"
)


@pytest.mark.parametrize(
    ("new", "version"),
    [
        (drafted(f"{BODY} Corrected."), True),
        (EDITED, True),
        (replace(REWRITTEN, title="weir  lowered"), True),
        (REWRITTEN, False),
        (replace(EDITED, outlet="Weir Echo"), False),
        (drafted(outlet="Weir Echo"), True),
        (drafted(outlet="Weir Echo", source="b.txt"), False),
    ],
)
def test_a_text_of_a_known_name_is_a_version_by_its_title_or_its_runs(
    new: Draft,
    version: bool,  # noqa: FBT001 - a column of the table
) -> None:
    known = drafted(outlet="Tarnholt Post")
    assert (kinship(known, new) >= NEXT_VERSION) is version


def test_three_tenths_of_the_runs_are_enough() -> None:
    words = [f"word{n}" for n in range(24)]  # twenty runs of five
    known = drafted(" ".join(words), title="Before")
    for kept, version in ((10, True), (9, False)):
        text = " ".join([*words[:kept], *(f"other{n}" for n in range(24 - kept))])
        assert (kinship(known, drafted(text, title="After")) >= NEXT_VERSION) is version


@pytest.mark.parametrize(
    ("new", "known", "more"),
    [
        ({}, {}, False),
        (POST, {}, True),
        (POST, ECHO, False),
        (POST, HERE, False),
        (POST | HERE, HERE, True),
        ({"title_origin": "metadata"}, {"title_origin": "headline"}, True),
    ],
)
def test_more_is_stated_when_nothing_is_lost(
    new: dict[str, str],
    known: dict[str, str],
    more: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert states_more(drafted(**new), drafted(**known)) is more
