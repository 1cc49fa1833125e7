"""Facts become questions with wrong options that are believable and nowhere right."""

from dataclasses import replace

import pytest

from bot.quiz.distractors import Neighbours
from bot.quiz.facts import Rejected
from bot.quiz.item import Item
from bot.quiz.stems import question
from tests.quiz.making_examples import NOBODY, report, say, source

SAYING = (
    "“The harbour of Norwick will be deeper than ever before,” said Mayor Anna Bell. "
    "“Nobody in Norwick will pay a penny for it,” said Tom Reed, a commissioner for the Port of "
    "Norwick. “The fish of Norwick will not like it at all,” said Ida Finch, an official at Lund "
    "Castle. “Boats have always come to Norwick,” said Ambassador Max Stone."
)
STATED = f"{SAYING} Mayor Anna Bell said that everything would be paid at once and with taxes only."
COUNT = "Norwick bought 340 benches for a promenade along Castle Street."


def asked(text: str, around: Neighbours = NOBODY, **given: str | None) -> list[Item]:
    own = source(replace(report(text), **given))  # type: ignore[arg-type]  # fields of an article
    made = [question(fact, own, around, say) for fact in own.material.facts]
    return [one for one in made if isinstance(one, Item)]


def reasons(text: str, around: Neighbours = NOBODY, **given: str | None) -> set[str]:
    own = source(replace(report(text), **given))  # type: ignore[arg-type]  # fields of an article
    made = [question(fact, own, around, say) for fact in own.material.facts]
    return {one.gate for one in made if isinstance(one, Rejected)}


def one(items: list[Item], kind: str) -> Item:
    return next(item for item in items if item.kind == kind)


def of_anna_bell(items: list[Item]) -> Item:
    """The question about what Anna Bell said."""
    return next(
        item
        for item in items
        if (item.kind, item.options[item.answer_index]) == ("who_said", "Anna Bell")
    )


def test_a_quotation_is_asked_with_its_outlet_and_other_speakers() -> None:
    item = one(asked(SAYING), "who_said")
    assert item.question.startswith("who_said: Harbour Post / ")
    assert set(item.options) == {"Anna Bell", "Tom Reed", "Ida Finch", "Max Stone"}
    assert item.tier == "A"


def test_without_an_outlet_none_is_named() -> None:
    item = one(asked(SAYING, outlet=None), "who_said")
    assert item.question.startswith("who_said_unstated: ")


def test_an_item_points_to_its_proof() -> None:
    for item in asked(SAYING):
        answer = SAYING[item.answer_start : item.answer_end]
        assert item.options[item.answer_index].endswith(answer.split()[-1])
        assert answer in SAYING[item.start : item.end]


def test_the_same_fact_gives_the_same_item() -> None:
    assert asked(SAYING) == asked(SAYING)
    assert len({item.id for item in asked(SAYING)}) == len(asked(SAYING))


def test_a_quotation_without_other_people_is_not_asked() -> None:
    text = "“The harbour of Norwick will be deeper than ever before,” said Mayor Anna Bell."
    assert asked(text) == []
    assert reasons(text) == {"has_too_few_options"}


def test_people_of_the_story_are_wrong_options_and_those_of_other_stories_are_not() -> None:
    text = (
        "“The harbour of Norwick will be deeper than ever before,” said Anna Bell, a geologist at "
        "Norwick College."
    )
    story = source(report("“It will,” said Tom Reed. “No,” said Ida Finch.", id="b"))
    corpus = source(
        report(
            "“Rain is good,” said Eve Poe, an economist. “Sun is good,” said Sam Roe, a lecturer.",
            id="c",
        )
    )
    [item] = asked(text, Neighbours((story,), (corpus,)))
    assert set(item.options) == {"Anna Bell", "Tom Reed", "Ida Finch"}
    assert reasons(text, Neighbours((), (corpus,))) == {"has_too_few_options"}


def test_nobody_with_a_part_of_the_name_is_a_wrong_option() -> None:
    item = of_anna_bell(asked(SAYING.replace("Max Stone", "Max Bell")))
    assert set(item.options) == {"Anna Bell", "Tom Reed", "Ida Finch"}


def test_nobody_whom_the_words_name_is_a_wrong_option() -> None:
    text = SAYING.replace("The harbour of Norwick will", "The harbour of Tom Reed will")
    item = of_anna_bell(asked(text))
    assert set(item.options) == {"Anna Bell", "Ida Finch", "Max Stone"}


def test_nobody_who_is_given_the_same_words_elsewhere_is_a_wrong_option() -> None:
    again = "“The harbour of Norwick will be deeper than ever before,” Tom Reed said later."
    story = source(report(again, id="b"))
    item = of_anna_bell(asked(SAYING, Neighbours((story,), ())))
    assert set(item.options) == {"Anna Bell", "Ida Finch", "Max Stone"}


def test_a_role_is_asked_with_others_who_have_one() -> None:
    text = (
        f"{SAYING} Anna Bell, the mayor of Norwick, left with Jo Dunn, president of Norland, "
        "and Eve Poe, an artist from Lund. Sam Roe, a diplomat in Oslo, stayed."
    )
    item = one(asked(text), "who_role")
    assert set(item.options) == {"Tom Reed", "Ida Finch", "Sam Roe", "Eve Poe"}


def test_a_role_that_two_people_share_is_not_asked_with_both() -> None:
    text = (
        "Tom Reed, a lawyer for the Port of Norwick, came. Ida Finch, a lawyer for the Port of "
        "Norwick, came. Eve Poe, an artist from Lund, came. Max Stone, a sailor from Lund, came."
    )
    assert all(item.kind != "who_role" or "Ida Finch" not in item.options for item in asked(text))


def test_people_who_are_called_by_one_word_are_all_called_so() -> None:
    text = (
        "President Xi Jinping came. “The harbour of Norwick is the best of all,” Xi said. "
        "“It is,” said Tom Reed. Reed left. “No,” said Ida Finch. Finch left. “Yes,” said Max "
        "Stone. Stone left."
    )
    item = one(asked(text), "who_said")
    assert set(item.options) == {"Xi", "Reed", "Finch", "Stone"}


def test_a_first_name_in_the_headline_tells_who_speaks() -> None:
    text = (
        "Mayor Anna Bell, Commissioner Tom Reed and Ambassador Max Stone came. “The harbour of "
        "Norwick is the best of all,” Bell said. “It is,” said Reed. “No,” said Stone."
    )
    assert one(asked(text), "who_said").options[0].count(" ") == 1
    assert reasons(text, title="Anna digs deep") == {"is_alone_in_the_headline"}


def test_a_count_is_asked_with_other_counts() -> None:
    item = one(asked(COUNT), "cloze_number")
    assert (item.kind, item.tier, item.value) == ("cloze_number", "B", "count:bench:340")
    assert item.question == f"blank: {COUNT.replace('340', '_____')}"
    assert len(item.options) == 4


def test_a_value_that_a_report_of_the_story_states_is_no_wrong_option() -> None:
    item = one(asked(COUNT), "cloze_number")
    wrong = [option for option in item.options if option != "340"]
    story = source(report(f"Lund has {wrong[0]} chairs.", id="b"))
    again = one(asked(COUNT, Neighbours((story,), ())), "cloze_number")
    assert wrong[0] not in again.options


def test_a_value_that_cannot_be_varied_is_not_asked() -> None:
    text = "Norwick bought 340 benches, 20 chairs for a promenade along Castle Street."
    every = " ".join(f"Lund has {n} cows." for n in range(1, 1000))
    story = source(report(every, id="b"))
    assert "has_too_few_options" in reasons(text, Neighbours((story,), ()))


def test_a_value_that_another_report_disputes_is_not_asked() -> None:
    story = source(report(COUNT.replace("340", "290"), id="b"))
    assert reasons(COUNT, Neighbours((story,), ())) == {"is_disputed"}


def test_a_value_that_another_report_confirms_comes_earlier() -> None:
    story = source(report(COUNT, id="b"))
    confirmed = one(asked(COUNT, Neighbours((story,), ())), "cloze_number")
    alone = one(asked(COUNT), "cloze_number")
    assert confirmed.score > alone.score


def test_a_key_alone_in_the_headline_is_not_asked() -> None:
    assert "is_alone_in_the_headline" in reasons(SAYING, title="Boats for Bell")
    both = asked(SAYING, title="Boats for Bell and Reed and Finch and Stone")
    assert any(item.options[item.answer_index] == "Anna Bell" for item in both)


def test_an_option_that_no_button_holds_is_not_asked() -> None:
    long = "Maximiliana-Alexandrina-Wilhelmina-Christophina Featherstonehaugh-Cholmondeley-Poe"
    assert "is_no_plain_name" in {
        fact.gate for fact in source(report(SAYING.replace("Anna Bell", long))).material.rejected
    }
    assert "has_a_long_option" in reasons(SAYING.replace("Tom Reed", long))


@pytest.mark.parametrize(
    "title", ["Ferry of Lund sails on taxes", "Everything is paid by Lund", "Taxes for NATO"]
)
def test_words_that_name_nobody_are_asked_with_the_outlet_under_a_headline_of_theirs(
    title: str,
) -> None:
    item = one(asked(STATED, title=title), "who_stated")
    assert item.question.startswith("who_stated_told: Harbour Post / said that everything")


@pytest.mark.parametrize(
    "given",
    [
        {"title": "Ferry of Lund sails again"},
        {"title": "Ferry sails on taxes"},
        {"title": "Ferry of Lund sails on taxes", "outlet": None},
        {"title": "Ferry of Lund sails on taxes", "title_origin": "first_words"},
    ],
)
def test_words_that_name_nobody_are_not_asked_where_nothing_tells_their_story(
    given: dict[str, str | None],
) -> None:
    assert "who_stated" not in {item.kind for item in asked(STATED, NOBODY, **given)}
    assert "names_nobody" in reasons(STATED, NOBODY, **given)


@pytest.mark.parametrize("named", ["in Lund", "in the U.S. too", "by NATO"])
def test_words_that_name_somebody_are_asked_as_they_are(named: str) -> None:
    text = STATED.replace("with taxes only", f"with taxes only {named}")
    assert one(asked(text), "who_stated").question.startswith("who_stated: said that everything")


def test_a_question_too_long_to_be_read_in_its_time_is_not_asked() -> None:
    outlet = "Post of the Harbour and of all the Isles around it and of the Lands behind them"
    text = STATED.replace("at once", "at once by all who will ever come to see boats and whales")
    assert "is_too_long" in reasons(text, title="Ferry of Lund sails on taxes", outlet=outlet)
    assert "is_too_long" not in reasons(text, title="Ferry of Lund sails on taxes")


def test_no_date_lies_after_the_report_or_the_last_year_it_names() -> None:
    text = "The bridge of Norwick was built in 1998, a long time ago."
    assert max(asked(text, published="1999-01-01")[0].options) <= "1999"
    assert max(asked(text, published=None)[0].options) <= "1998"


def test_a_count_without_any_year_is_asked_too() -> None:
    assert asked(COUNT, published=None)


def test_a_passage_of_few_words_is_not_compared() -> None:
    short = "Before and after all of that Norwick had 340 boats."
    story = source(report(short.replace("340", "290"), id="b"))
    assert asked(short, Neighbours((story,), ()))
