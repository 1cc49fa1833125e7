"""Some places have a name that is a person's or a thing's too."""

import pytest

from bot.quiz.extraction.places import GAZETTEERS, is_surely


@pytest.mark.parametrize(
    ("name", "text", "is_sure"),
    [
        ("Norway", "The ferry sailed to Norway.", True),
        ("Jordan", "The ferry sailed to Jordan.", False),
        ("Jordan", "The ferry sailed to Jordan, and from Aqaba to Amman.", True),
        ("Jordan", "The Jordanian ferry sailed.", True),
        ("Ohio", "The ferry sailed up to Ohio.", True),
    ],
)
def test_a_name_that_others_have_too_needs_a_sign(name: str, text: str, *, is_sure: bool) -> None:
    [place] = [one for each in GAZETTEERS for one in each.places if one.name == name]
    assert is_surely(place, text) is is_sure
