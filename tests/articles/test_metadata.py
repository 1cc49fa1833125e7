"""In which form facts are kept, and which are as good as unknown."""

import pytest

from bot.articles.metadata import (
    MAX_NAME,
    MAX_TITLE,
    MAX_URL,
    Metadata,
    has_letter,
    known,
    language_tag,
    topic_names,
    web_address,
)


def test_a_name_is_kept_on_one_line() -> None:
    facts = known(title=" Rain \n in\tSpain\u202e ", outlet="The\u00a0Lamp", author="Ann LEE")
    assert facts == Metadata(title="Rain in Spain", outlet="The Lamp", author="Ann LEE")


@pytest.mark.parametrize(
    "blank", ["", " \n", "\u200b", "\u2800", "\u3164\u115f \u1160", "\uffa0", "\ufe0f"]
)
def test_a_name_that_draws_nothing_is_unknown(blank: str) -> None:
    assert known(title=blank, outlet=blank, author=blank) == Metadata()


def test_long_names_are_cut() -> None:
    facts = known(title="t" * 1_000, outlet="o" * 1_000)
    assert facts == Metadata(title="t" * MAX_TITLE, outlet="o" * MAX_NAME)


def test_facts_fill_only_what_is_open() -> None:
    mine, other = Metadata(title="Mine"), Metadata(title="Other", outlet="Lamp")
    assert mine.over(other) == Metadata(title="Mine", outlet="Lamp")


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c#d", "http://example.org:8080/", "https://bücher.example/ä"]
)
def test_a_web_address_is_kept_as_written(url: str) -> None:
    assert web_address(f" {url}\n") == url


@pytest.mark.parametrize(
    "url",
    [
        *(None, "", "example.org", "ftp://example.org", "javascript:alert(1)", "https://", "//a.b"),
        *("https://user@example.org", "https://user:word@example.org/", "https://a b.org"),
        *(
            "https://example.org/\u202ea",
            "https://example.org/\x07",
            "https://[::1",
            "https://a:99999",
        ),
        *("https://a.org\\@b.org", "https://:80/", "https://a.org/" + "x" * MAX_URL),
    ],
)
def test_any_other_address_is_unknown(url: str | None) -> None:
    assert web_address(url) is None


@pytest.mark.parametrize(("tag", "kept"), [("en", "en"), ("pt_BR", "pt-br"), ("english!", None)])
def test_a_language_is_a_tag_or_unknown(tag: str, kept: str | None) -> None:
    assert language_tag(tag) == kept


def test_topics_are_kept_once_each() -> None:
    assert topic_names([" trade ", "", "war", "trade"]) == ("trade", "war")


@pytest.mark.parametrize(("text", "found"), [("é", True), ("新", True), ("12 — !\u3164_", False)])
def test_a_letter_is_one_that_can_be_seen(text: str, found: bool) -> None:  # noqa: FBT001 - a table
    assert has_letter(text) is found
