"""The lists of phrases that an operator may edit: what a line of them means, and what is wrong."""

import pytest

from bot.articles.boilerplate.marking import marks
from bot.articles.boilerplate.wording import boilerplate_phrases
from tests.articles.boilerplate.test_marking import CLOSING, PARAGRAPH

Tables = dict[str, dict[str, list[str]]]


def tables(**changed: dict[str, list[str]]) -> Tables:
    """A file with one phrase of each sort."""
    return {
        "words": {"pier": ["quay", "jett(y|ies)"]},
        "anywhere": {"share": ["(hail|wave to) (this|that) {pier}( now)?"]},
        "at_the_edges": {"related": ["ahoy.{0,3}"]},
        "credits": {"agencies": ["gull wire"], "initials": ["GW"], "outlet_words": ["Beacon"]},
        **changed,
    }


def marked(line: str, listed: Tables) -> list[tuple[str, str]]:
    """What is marked of a line below an article."""
    text = f"{PARAGRAPH}\n{CLOSING}\n{line}"
    found = marks(text, boilerplate_phrases(listed))
    return [(text[mark.start : mark.end], mark.kind) for mark in found]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Wave to that JETTY now", "share"),
        ("Hail this quay", "share"),
        ("Ahoy!!", "related"),
        ("By Gull Wire", "byline"),
        ("the Gull wire", "credit"),
        ("GW", "credit"),
        ("Hail this pier", None),
        ("Hail this quay at noon", None),
        ("gw", None),
        ("Reuters", None),
    ],
)
def test_a_line_is_what_the_list_says(line: str, kind: str | None) -> None:
    assert marked(line, tables()) == ([(line, kind)] if kind else [])


@pytest.mark.parametrize("line", ["Hail this quay", "GW", "Ahoy"])
def test_an_emptied_list_marks_nothing(line: str) -> None:
    empty: Tables = {name: {key: [] for key in table} for name, table in tables().items()}
    assert marked(line, empty) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"words": "quay"},
        {"anywhere": {"share": "one"}},
        {"anywhere": {"share": [1]}},
        {"anywhere": {"share": ["(one"]}},
        {"anywhere": {"share": ["{harbour}"]}},
        {"credits": {"agencies": []}},
    ],
)
def test_a_list_that_is_none_is_refused(changed: dict[str, dict[str, list[str]]]) -> None:
    with pytest.raises(ValueError, match=r"."):
        boilerplate_phrases(tables(**changed))
    missing = dict(tables())
    del missing[next(iter(changed))]
    with pytest.raises(ValueError, match=next(iter(changed))):
        boilerplate_phrases(missing)
