"""Which country, which word of the headline, how many: questions as a player reads them."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.article import Article
from bot.language.english.countries import COUNTRY_GAZETTEER
from bot.quiz.distractors import Neighbours
from bot.quiz.facts import Rejected
from bot.quiz.item import Item
from bot.quiz.stems import question
from bot.wording.prompts import Prompts, utterance
from tests.quiz.making_examples import NOBODY, report, source

SAILED = "The ferries of Norwick began to sail to Norway in winter."
SOLD = "The museum of Norwick has sold its oldest painting to a school of the town. "
BOUGHT = "Norwick bought 340 benches for a promenade along Castle Street."
HEADLINE = "Norwick museum sells its oldest painting"


def say(form: str, variables: Mapping[str, str]) -> str:
    """A form of question in the words of the prompts."""
    return Prompts().say(utterance(f"question/{form}", **variables))


def asked(
    text: str, kind: str, title: str = "Ferry sails again", around: Neighbours = NOBODY
) -> list[Item]:
    made = questions(report(text, title=title), around)
    return [one for one in made if isinstance(one, Item) and one.kind == kind]


def reasons(text: str, title: str, around: Neighbours = NOBODY) -> set[str]:
    made = questions(report(text, title=title), around)
    return {one.gate for one in made if isinstance(one, Rejected)}


def questions(told: Article, around: Neighbours = NOBODY) -> list[Item | Rejected]:
    own = source(told)
    return [question(fact, own, around, say) for fact in own.material.facts]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (SAILED, "The ferries of Norwick began to sail to which country in winter?"),
        (
            "Norway has sold two ferries to the town of Norwick.",
            "Which country has sold two ferries to the town of Norwick?",
        ),
        (
            "Norway's fishermen have sold two ferries to Norwick.",
            "Which country’s fishermen have sold two ferries to Norwick?",
        ),
    ],
)
def test_a_country_is_asked_for(text: str, question: str) -> None:
    [item] = asked(text, "which_country")
    assert (item.question, item.options[item.answer_index]) == (question, "Norway")
    assert text[item.answer_start : item.answer_end] == "Norway"
    assert len(item.options) == 4


def test_a_state_is_asked_for() -> None:
    [item] = asked("Ohio has sold two ferries to the town of Norwick.", "which_state")
    assert item.question == "Which US state has sold two ferries to the town of Norwick?"
    [item] = asked("Two ferries of Norwick sailed up to Ohio in winter.", "which_state")
    assert item.question == "Two ferries of Norwick sailed up to which US state in winter?"


def test_wrong_countries_are_in_no_report_of_the_story() -> None:
    text = f"{SAILED} The captain is a Swede. A ferry to Helsinki was sold."
    other = source(report("The Danes have a ferry from Denmark.", id="b"))
    [item] = asked(text, "which_country", around=Neighbours((other,), ()))
    assert not {"Sweden", "Finland", "Denmark"} & set(item.options)


def test_a_country_inside_another_is_no_wrong_option() -> None:
    text = "The ferries of Norwick began to sail to Wales in winter."
    [item] = asked(text, "which_country", "Norwick ferry")
    assert "UK" not in item.options


def test_without_three_other_countries_none_is_asked() -> None:
    others = (one.name for one in COUNTRY_GAZETTEER.places if one.name != "Norway")
    text = " ".join([SAILED, *(f"It was in the report of {name}." for name in others)])
    assert asked(text, "which_country") == []
    assert "has_too_few_options" in reasons(text, "Ferry sails again")


def test_a_headline_lacks_its_word() -> None:
    [item] = asked(SOLD, "headline_word", HEADLINE)
    headline = "“Norwick museum sells its oldest _____”"
    assert item.question == f"Complete the headline of Harbour Post: {headline}"
    assert item.options[item.answer_index] == "painting"
    assert not any(other in SOLD for other in item.options if other != "painting")


def test_a_headline_of_an_unknown_outlet_stands_alone() -> None:
    made = questions(report(SOLD, title=HEADLINE, outlet=None))
    [item] = [one for one in made if isinstance(one, Item) and one.kind == "headline_word"]
    assert item.question == "Complete the headline: “Norwick museum sells its oldest _____”"


def test_a_headline_written_large_has_large_options() -> None:
    text = "The town of Norwick has sold an oldest painting to a school of the town."
    [item] = asked(text, "headline_word", "Town Of Norwick Sells An Oldest Painting")
    assert all(option[0].isupper() for option in item.options)


def test_a_country_of_a_headline_has_other_countries() -> None:
    text = "A ferry from Norway to Norwick has been sold to a school of the old harbour."
    items = asked(text, "headline_word", "Ferry from Norway sold to school")
    rights = {item.options[item.answer_index]: item.options for item in items}
    assert set(rights) == {"Ferry", "Norway", "school"}
    assert {one.name for one in COUNTRY_GAZETTEER.places} >= set(rights["Norway"])
    text = "A Norwegian ferry to Norwick has been sold to a school of the old harbour."
    items = asked(text, "headline_word", "Norwegian ferry sold to harbour school")
    rights = {item.options[item.answer_index]: item.options for item in items}
    assert "Norway" not in rights["Norwegian"]


def test_a_word_told_by_its_neighbour_is_not_asked() -> None:
    often = f"{SOLD}The Norwick museum is old. The Norwick museum was new."
    assert asked(often, "headline_word", HEADLINE)[0].options != ()
    assert "painting" in asked(often, "headline_word", HEADLINE)[0].options
    elsewhere = source(report("Sold: an oldest painting. A Norwick museum is closed.", id="b"))
    around = Neighbours((), (elsewhere,))
    assert asked(SOLD, "headline_word", HEADLINE, around) == []


def test_the_article_before_a_blank_tells_nothing() -> None:
    text = "The town of Norwick has bought an airport for its two old boats."
    items = asked(text, "headline_word", "Norwick town buys an airport for boats")
    for item in items:
        if item.options[item.answer_index] == "airport":
            assert all(option[0] in "aeiou" for option in item.options)


def test_a_number_is_guessed_without_options() -> None:
    [item] = asked(BOUGHT, "guess_number")
    assert item.question == ("Norwick bought how many benches for a promenade along Castle Street?")
    assert (item.options, item.answer_index, item.tier) == ((), 0, "B")
    assert item.value == "count:bench:340"


def test_money_is_guessed_in_its_currency() -> None:
    [item] = asked("Norwick spent £2.5m on a promenade along Castle Street.", "guess_number")
    assert item.question.startswith("Norwick spent how much (in pounds) on a promenade")


def test_what_others_name_is_asked_earlier() -> None:
    other = source(report("Norway has a ferry.", id="b"))
    [alone] = asked(SAILED, "which_country")
    [known] = asked(SAILED, "which_country", around=Neighbours((), (other,)))
    assert known.score > alone.score


@given(st.sampled_from(["", "?", "\u202e x", "🙂 " * 9, "a" * 3000]), st.text(max_size=300))
def test_no_text_breaks_it(title: str, text: str) -> None:
    for words in (text, f"{SAILED} {text}", f"{text} {BOUGHT}"):
        for item in questions(report(words, title=title)):
            if isinstance(item, Rejected):
                continue
            right = item.options[item.answer_index] if item.options else ""
            wrong = [option for option in item.options if option != right]
            assert not (item.kind == "which_country" and any(one in words for one in wrong))


def test_a_text_of_a_megabyte_is_read() -> None:
    for text in ("Norway " * 20_000, "Aa " * 20_000, "said, " * 170_000):
        questions(report(text, title=f"Norway {HEADLINE}"))
