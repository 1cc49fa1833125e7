"""Front matter, and the text under it."""

import pytest

from bot.articles.metadata import Metadata
from bot.articles.readers.markdown import MAX_FRONT_MATTER, markdown_draft
from bot.errors import Refused
from tests.articles.examples import PHRASES

BODY = "The ferry ran again on Monday.\n"


def test_front_matter_states_the_facts() -> None:
    matter = (
        "title: Ferry runs again\noutlet: The Lamp\nauthor: [Ann Lee, Bo Marsh]\nlanguage: no\n"
        "date: 2024-05-16\nurl: https://example.org/f\ntopics: sea, storm\n"
        "based_on: x\nmore: {a: b}"
    )
    draft = markdown_draft(
        f"---\n{matter}\n---\n\n\n{BODY}", "a.md", Metadata(outlet="Sidecar"), PHRASES
    )
    assert (draft.title, draft.title_origin, draft.text) == ("Ferry runs again", "metadata", BODY)
    assert (draft.outlet, draft.author, draft.published) == (
        "Sidecar",
        "Ann Lee, Bo Marsh",
        "2024-05-16",
    )
    assert (draft.language, draft.url, draft.topics) == (
        "no",
        "https://example.org/f",
        ("sea", "storm"),
    )
    assert (draft.key, draft.source) == ("a.md", "a.md")


def test_topics_may_be_a_list() -> None:
    assert markdown_draft(
        f"---\ntopics: [sea, storm]\n---\n{BODY}", "a", Metadata(), PHRASES
    ).topics == (
        "sea",
        "storm",
    )


def test_a_leading_heading_is_the_title_and_stays() -> None:
    draft = markdown_draft(
        f"---\ntitle: ~\n---\n# Ferry #1 #\n\n{BODY}", "a.md", Metadata(), PHRASES
    )
    assert (draft.title, draft.title_origin) == ("Ferry #1", "headline")
    assert draft.text.startswith("# Ferry #1 #\n")


@pytest.mark.parametrize(
    "text", [BODY, f"---\n{BODY}", f"-----\n{BODY}---\n", f"\n---\na: b\n---\n{BODY}"]
)
def test_without_both_lines_all_is_text(text: str) -> None:
    assert markdown_draft(text, "a.md", Metadata(), PHRASES).text == text


@pytest.mark.parametrize("matter", ["", "\n", "# only a comment\n"])
def test_empty_front_matter_states_nothing(matter: str) -> None:
    assert markdown_draft(f"---\n{matter}---\n{BODY}", "a.md", Metadata(), PHRASES).text == BODY


@pytest.mark.parametrize(
    ("matter", "utterance", "variables"),
    [
        ("title: x\nurl: a: b", "front_matter", {"line": 3}),
        ("a: \x01", "front_matter", {"line": 2}),
        ("x: &x [1]\ny: *x", "front_matter_alias", {"line": 3}),
        ("just words", "front_matter_shape", {}),
        ("- one", "front_matter_shape", {}),
        ("[" * 2_000, "front_matter_shape", {}),
        ("title: {a: b}", "front_matter_field", {"field": "title"}),
        ("x: " + "y" * MAX_FRONT_MATTER, "front_matter_long", {"limit": MAX_FRONT_MATTER}),
        ("published: 2024-02-30", "bad_date", {"key": "published", "value": "2024-02-30"}),
    ],
)
def test_bad_front_matter_is_refused(
    matter: str, utterance: str, variables: dict[str, object]
) -> None:
    with pytest.raises(Refused) as refused:
        markdown_draft(f"---\n{matter}\n---\n{BODY}", "a.md", Metadata(), PHRASES)
    assert (refused.value.utterance, refused.value.variables) == (f"refused/{utterance}", variables)
