"""What a folder's sources.toml states of its files."""

from datetime import date

import pytest

from bot.articles.metadata import Metadata
from bot.articles.readers.markdown import MAX_SIDECAR_BYTES, sidecar
from bot.errors import Refused


def test_facts_are_read_by_file_name_with_either_kind_of_date() -> None:
    data = (
        f'["ferry.txt"]\noutlet = "The Lamp"\npublished = {date(2024, 5, 16)}\n'
        '["storm.txt"]\nauthor = "Ann Lee"\npublished = "2024-05-17"\nurl = "no address"\n'
    )
    assert sidecar(data.encode()) == {
        "ferry.txt": Metadata(outlet="The Lamp", published="2024-05-16"),
        "storm.txt": Metadata(author="Ann Lee", published="2024-05-17"),
    }


@pytest.mark.parametrize(
    ("data", "utterance"),
    [
        ('["a.txt"]\ncolour = "red"', "refused/sidecar_key"),
        ('["a.txt"]\ntitle = 5', "refused/sidecar_value"),
        ("title = 5", "refused/sidecar_value"),
        ('["a.txt"\n', "refused/sidecar"),
        ('["a.txt"]\npublished = 2024-02-30', "refused/sidecar"),
        ('["a.txt"]\npublished = "2024-02-30"', "refused/bad_date"),
        ("a = " + "[" * 5_000, "refused/sidecar"),
        ("a = " + "9" * 5_000, "refused/sidecar"),
        ("#" * (MAX_SIDECAR_BYTES + 1), "refused/too_large"),
    ],
)
def test_a_sidecar_that_cannot_be_used_is_refused(data: str, utterance: str) -> None:
    with pytest.raises(Refused) as refused:
        sidecar(data.encode())
    assert refused.value.utterance == utterance


def test_an_unknown_key_is_named_with_its_file() -> None:
    with pytest.raises(Refused) as refused:
        sidecar(b'["a.txt"]\ncolour = "red"')
    assert refused.value.variables == {"file": "a.txt", "key": "colour"}
