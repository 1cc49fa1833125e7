"""Names of a field can stand in for one another."""

from bot.language.english.word_fields import FIELDS_OF


def test_a_field_has_three_names_besides_each_of_its_own() -> None:
    for word, fields in FIELDS_OF.items():
        for field in fields:
            assert word in field
            assert len(set(field)) == len(field) > 3


def test_only_names_are_in_a_field() -> None:
    assert all(word[0].isupper() for word in FIELDS_OF)


def test_a_name_of_two_kinds_is_in_two_fields() -> None:
    assert [("Google" in field, "Twitter" in field) for field in FIELDS_OF["Facebook"]] == [
        (True, False),
        (False, True),
    ]
