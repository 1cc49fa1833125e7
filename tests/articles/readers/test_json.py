"""Articles written as JSON."""

import pytest

from bot.articles.metadata import Metadata
from bot.articles.readers.json import json_draft, parsed
from bot.errors import Refused
from tests.articles.examples import PHRASES

TEXT = "The ferry ran again on Monday."
URL = "https://example.org/f"


def test_an_article_states_its_facts_and_the_rest_is_ignored() -> None:
    loaded = parsed(
        '{"id": "a7", "version": 3, "collection": "old", "marks": 5, "title": "Ferry runs", '
        f'"outlet": null, "text": "{TEXT}", "url": "{URL}", "topics": ["sea"], "n": NaN}}'
    )
    draft = json_draft(loaded, "f.json", "f.json#1", Metadata(author="Ann Lee"), PHRASES)
    assert (draft.key, draft.source, draft.title) == ("id:a7", URL, "Ferry runs")
    assert (draft.title_origin, draft.author, draft.topics) == ("metadata", "Ann Lee", ("sea",))


@pytest.mark.parametrize(
    ("stated", "key", "source"),
    [
        ({"id": 7, "url": URL}, "id:7", URL),
        ({"id": " ", "url": URL, "source": "wire/1"}, URL, "wire/1"),
        ({"source": "wire/1", "url": "no address"}, "wire/1", "wire/1"),
        ({}, "f.json#2", "f.json"),
    ],
)
def test_the_key_is_the_best_name_that_is_stated(
    stated: dict[str, object], key: str, source: str
) -> None:
    draft = json_draft({"text": TEXT, **stated}, "f.json", "f.json#2", Metadata(), PHRASES)
    assert (draft.key, draft.source) == (key, source)


@pytest.mark.parametrize(
    ("loaded", "utterance", "variables"),
    [
        ({}, "json_missing", {"field": "text"}),
        ({"text": None}, "json_field", {"field": "text"}),
        ({"text": TEXT, "title": 5}, "json_field", {"field": "title"}),
        ({"text": TEXT, "id": True}, "json_field", {"field": "id"}),
        ({"text": TEXT, "topics": ["a", 1]}, "json_field", {"field": "topics"}),
        ([], "json_shape", {}),
        ("words", "json_shape", {}),
        ({"text": " "}, "empty", {}),
        ({"text": TEXT, "published": "soon"}, "bad_date", {"key": "published", "value": "soon"}),
    ],
)
def test_what_is_no_article_is_refused(
    loaded: object, utterance: str, variables: dict[str, object]
) -> None:
    with pytest.raises(Refused) as refused:
        json_draft(loaded, "f.json", "f.json", Metadata(), PHRASES)
    assert (refused.value.utterance, refused.value.variables) == (f"refused/{utterance}", variables)


def test_tags_and_entities_are_no_words() -> None:
    loaded = {
        "text": "<p>The caf&eacute; closes.</p><p>It was <b>old</b>.</p><script>x()</script>",
        "title": "L&#39;affaire du <i>caf&eacute;</i>",
        "outlet": "Marrowby &amp; Mail",
        "author": "Lise &Ouml;rme",
        "topics": ["caf&eacute;s"],
    }
    draft = json_draft(loaded, "f.json", "f.json", Metadata(), PHRASES)
    assert (draft.text, draft.title) == ("The café closes.\nIt was old.", "L'affaire du café")
    assert (draft.outlet, draft.author, draft.topics) == (
        "Marrowby & Mail",
        "Lise Örme",
        ("cafés",),
    )


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (
            "<p>New fares.</p><table><tr><th>Line<th>Fare<tr><td>7<td>3</table><p>So it is.</p>",
            "New fares.\nLine: 7 | Fare: 3\nSo it is.",
        ),
        (
            "<TABLE><tr><td>Seven<p>or so</p><td>3<br>crowns<tr><td>Eight<td></TABLE>End.",
            "Seven or so | 3 crowns\nEight\nEnd.",
        ),
        ("<details><summary>More</summary>Hidden.</details>", "More\nHidden."),
        ("All 10<sup>3</sup> of them, 10<sup>-3</sup>.", "All 10^3 of them, 10^-3."),
        ("<p>All 10<SUP class='x'> 3 </SUP> of them.</p>", "All 10^ 3 of them."),
        ("10<sub>2</sub>3 and CO<sub>2</sub>", "10_2 3 and CO2"),
        ("1<sup>1</sup>/<sub>2</sub> crowns", "1 1/2 crowns"),
        ("On the 19<sup>th</sup>, x<sup>2</sup>.", "On the 19th, x2."),
    ],
)
def test_html_fuses_neither_cells_nor_numbers(written: str, text: str) -> None:
    assert json_draft({"text": f"Told: {written}"}, "f", "f", Metadata(), PHRASES).text in (
        f"Told: {text}",
        f"Told:\n{text}",
    )


@pytest.mark.parametrize(
    "text", ["If a < b, AT&T pays.\n\nR&D; <name> paid.", "Two\n\nlines of words."]
)
def test_plain_text_is_kept_as_it_is(text: str) -> None:
    assert json_draft({"text": text}, "f", "f", Metadata(), PHRASES).text == text


def test_a_text_that_was_given_out_is_taken_back_unchanged() -> None:
    text = "The tag <b> and the sign &amp; are told of here."
    given = {"text": text, "marks": [], "version": 2, "excerpt": False, "title_origin": "headline"}
    draft = json_draft(given, "f", "f", Metadata(), PHRASES)
    assert (draft.text, draft.notes) == (text, ())


def test_keys_that_state_nothing_are_named() -> None:
    (note,) = json_draft({"text": TEXT, "publised": 1}, "f", "f", Metadata(), PHRASES).notes
    assert dict(note.variables)["keys"] == "publised"


def test_a_fault_in_the_json_is_named_by_its_place() -> None:
    with pytest.raises(Refused) as refused:
        parsed('{\n"text": }')
    assert refused.value.variables == {"line": 2, "column": 9}


@pytest.mark.parametrize(
    ("text", "line"),
    [('{"text": }', 6), ('{"text": "x"\n', 6), ('{"text": "x"\n\n', 6), ("{\n:", 7)],
)
def test_the_line_of_a_fault_is_that_of_the_file(text: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        parsed(text, 6)
    assert refused.value.variables["line"] == line


def test_json_nested_without_end_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        parsed("[" * 100_000)
    assert refused.value.utterance == "refused/json_deep"


def test_a_huge_number_is_read() -> None:
    loaded = parsed(
        '{"text": "A few words.", "id": 12345678901234567890, "n": ' + "9" * 9_000 + "}"
    )
    assert json_draft(loaded, "f", "f", Metadata(), PHRASES).key == "id:12345678901234567890"
