"""Words of a field can stand in for one another."""

from bot.language.english.word_fields import FIELDS_OF


def test_a_field_has_three_words_besides_each_of_its_own() -> None:
    for word, fields in FIELDS_OF.items():
        for field in fields:
            assert word in field
            assert len(set(field)) == len(field) > 3


def test_nouns_come_in_both_numbers() -> None:
    assert any("violins" in field for field in FIELDS_OF["pianos"])
    assert any("galleries" in field for field in FIELDS_OF["libraries"])
    assert any("women" in field for field in FIELDS_OF["men"])
    assert any("coaches" in field for field in FIELDS_OF["fans"])


def test_verbs_and_abstract_nouns_are_in_none() -> None:
    assert not {"ban", "bans", "sell", "deal", "deals", "profit"} & set(FIELDS_OF)
