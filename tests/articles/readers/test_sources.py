"""What a folder's sources.toml states of its files."""

from datetime import date

import pytest

from bot.articles.metadata import Metadata
from bot.articles.readers.markdown import MAX_SIDECAR_BYTES, Sidecar, sidecar
from bot.errors import Refused


def test_facts_are_read_by_file_name_with_either_kind_of_date() -> None:
    data = (
        f'["ferry.txt"]\noutlet = "The Lamp"\npublished = {date(2024, 5, 16)}\n'
        '["storm.txt"]\nauthor = "Ann Lee"\npublished = "2024-05-17"\nurl = "no address"\n'
    )
    assert sidecar(data.encode()) == Sidecar(
        {
            "ferry.txt": Metadata(outlet="The Lamp", published="2024-05-16"),
            "storm.txt": Metadata(author="Ann Lee", published="2024-05-17"),
        }
    )


@pytest.mark.parametrize(
    ("data", "utterance"),
    [
        ('["a.txt"\n', "refused/sidecar"),
        ('["a.txt"]\npublished = 2024-02-30', "refused/sidecar"),
        ("a = " + "[" * 5_000, "refused/sidecar"),
        ("a = " + "9" * 5_000, "refused/sidecar"),
        ("#" * (MAX_SIDECAR_BYTES + 1), "refused/too_large"),
    ],
)
def test_a_sidecar_that_cannot_be_used_is_refused(data: str, utterance: str) -> None:
    with pytest.raises(Refused) as refused:
        sidecar(data.encode())
    assert refused.value.utterance == utterance


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ('["a.txt"]\ncolour = "red"', [("sidecar_key", "a.txt", "colour")]),
        ('["a.txt"]\ntitle = 5', [("sidecar_value", "a.txt", "title")]),
        ('["a.txt"]\npublished = "2024-02-30"', [("bad_date", None, "published")]),
        ('["a.txt"]\nurl.x = 1', [("sidecar_value", "a.txt", "url")]),
        ("title = 5", [("sidecar_value", "title", "")]),
        (
            '["a.txt"]\ncolour = 1\ntitle = 5\npublished = "soon"',
            [
                ("sidecar_value", "a.txt", "title"),
                ("sidecar_key", "a.txt", "colour"),
                ("bad_date", None, "published"),
            ],
        ),
        (
            '["a.txt"]\ncolour = 1\ntitle = 5\n["b.txt"]\ncolour = 1\ntitle = 5',
            [
                ("sidecar_value", "a.txt", "title"),
                ("sidecar_key", "a.txt", "colour"),
                ("sidecar_value", "b.txt", "title"),
            ],
        ),
    ],
)
def test_what_is_no_good_is_named_and_costs_no_other_its_facts(
    data: str, faults: list[tuple[str, str | None, str]]
) -> None:
    read = sidecar(f'{data}\n["ferry.txt"]\noutlet = "The Lamp"\n'.encode())
    assert read.facts["ferry.txt"] == Metadata(outlet="The Lamp")
    assert [
        (one.utterance.removeprefix("refused/"), one.variables.get("file"), one.variables["key"])
        for one in read.faults
    ] == faults


def test_the_other_facts_of_the_same_file_stay() -> None:
    read = sidecar(b'["a.txt"]\ncolour = 1\nauthor = 5\npublished = "soon"\noutlet = "The Lamp"\n')
    assert (read.facts, len(read.faults)) == ({"a.txt": Metadata(outlet="The Lamp")}, 3)
