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


def test_a_fault_in_the_json_is_named_by_its_place() -> None:
    with pytest.raises(Refused) as refused:
        parsed('{\n"text": }')
    assert refused.value.variables == {"line": 2, "column": 9}


def test_json_nested_without_end_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        parsed("[" * 100_000)
    assert refused.value.utterance == "refused/json_deep"


def test_a_huge_number_is_read() -> None:
    loaded = parsed(
        '{"text": "A few words.", "id": 12345678901234567890, "n": ' + "9" * 9_000 + "}"
    )
    assert json_draft(loaded, "f", "f", Metadata(), PHRASES).key == "id:12345678901234567890"
