"""Markup is cut down to what is worth parsing."""

import pytest

from bot.articles.readers.markup import MOST_CHARACTERS, MOST_TAGS, lean_markup


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<p>a</p>", "<p>a</p>"),
        ("a<script>b</script>c", "a</script>c"),
        ("a<SCRIPT src='x'>b<p></Script >c<style>d</style>e", "a</Script >c</style>e"),
        ("a<script>never ends<p>b</p>", "a"),
        ("a<script>'<style>'</script>b", "a</script>b"),
        ("a<script src='x'/>b<svg width='1' />c", "abc"),
        ('<script type="application/LD+json">{"a": 1}</script>', None),
        ("<scripted>a</scripted>", None),
    ],
)
def test_programs_go_and_statements_stay(written: str, kept: str | None) -> None:
    assert lean_markup(written) == (written if kept is None else kept)


def test_markup_that_is_longer_than_any_page_is_cut() -> None:
    assert len(lean_markup("a" * (MOST_CHARACTERS + 1))) == MOST_CHARACTERS
    tags = lean_markup("<p>a" * (MOST_TAGS + 10))
    assert (tags.count("<"), tags[-1]) == (MOST_TAGS, "a")


def test_programs_that_never_end_are_looked_through_once() -> None:
    assert lean_markup("<script>" * 600_000) == ""
    assert lean_markup("a<script " * 500_000) == "a"
