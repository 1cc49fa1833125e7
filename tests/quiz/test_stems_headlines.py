"""Which name of the headline, how many: questions as a player reads them."""

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

SOLD = "The museum of Norwick has sold its oldest painting, with a frame of Google. "
BOUGHT = "Norwick bought 340 benches for a promenade along Castle Street."
HEADLINE = "Norwick museum sells Google its oldest painting"
SAILED = "A ferry from Norway to Norwick has been sold to a school of the old harbour."
FERRY = "Ferry from Norway sold to school"


def say(form: str, variables: Mapping[str, str]) -> str:
    """A form of question in the words of the prompts."""
    return Prompts().say(utterance(f"question/{form}", **variables))


def questions(told: Article, around: Neighbours = NOBODY) -> list[Item | Rejected]:
    own = source(told)
    return [question(fact, own, around, say) for fact in own.material.facts]


def asked(
    text: str,
    kind: str,
    title: str = "Ferry sails again",
    around: Neighbours = NOBODY,
    outlet: str | None = "Harbour Post",
) -> list[Item]:
    made = questions(report(text, title=title, outlet=outlet), around)
    return [one for one in made if isinstance(one, Item) and one.kind == kind]


def reasons(text: str, title: str, around: Neighbours = NOBODY) -> set[str]:
    made = questions(report(text, title=title), around)
    return {one.gate for one in made if isinstance(one, Rejected)}


def test_a_headline_lacks_a_name() -> None:
    [item] = asked(SOLD, "headline_word", HEADLINE)
    headline = "“Norwick museum sells _____ its oldest painting”"
    assert item.question == f"Complete the headline of Harbour Post: {headline}"
    assert item.options[item.answer_index] == "Google"
    assert not any(other in SOLD for other in item.options if other != "Google")
    [unstated] = asked(SOLD, "headline_word", HEADLINE, outlet=None)
    assert unstated.question == f"Complete the headline: {headline}"


def test_a_country_of_a_headline_has_other_countries() -> None:
    [item] = asked(SAILED, "headline_word", FERRY)
    assert item.options[item.answer_index] == "Norway"
    assert {one.name for one in COUNTRY_GAZETTEER.places} >= set(item.options)
    text, title = (words.replace("from Norway", "of Norwegian oak") for words in (SAILED, FERRY))
    [item] = asked(text, "headline_word", title)
    assert item.options[item.answer_index] == "Norwegian"
    assert "Norway" not in item.options


def test_a_country_inside_another_is_no_wrong_option() -> None:
    text, title = (words.replace("Norway", "Wales") for words in (SAILED, FERRY))
    [item] = asked(text, "headline_word", title)
    assert "UK" not in item.options


def test_without_three_other_countries_none_is_asked() -> None:
    others = (one.name for one in COUNTRY_GAZETTEER.places if one.name != "Norway")
    text = " ".join([SAILED, *(f"It was in the report of {name}." for name in others)])
    assert asked(text, "headline_word", FERRY) == []
    assert "has_too_few_options" in reasons(text, FERRY)


@pytest.mark.parametrize("beside", ["Google museum", "Google Museum"])
def test_a_name_told_by_its_neighbour_is_not_asked(beside: str) -> None:
    title = "Google museum sells its oldest painting"
    assert len(asked(SOLD, "headline_word", title)) == 1
    often = f"{SOLD}The {beside} is old. A {beside} was new."
    assert asked(often, "headline_word", title) == []
    elsewhere = source(report(f"Sold: an oldest painting. A {beside} is closed.", id="b"))
    assert asked(SOLD, "headline_word", title, Neighbours((), (elsewhere,))) == []


@pytest.mark.parametrize(("article", "vowels"), [("an Iranian", True), ("a Turkish", False)])
def test_the_article_before_a_blank_tells_nothing(article: str, *, vowels: bool) -> None:
    text = f"The museum of Norwick has bought {article} boat for its old harbour."
    [item] = asked(text, "headline_word", f"Norwick museum has bought {article} boat")
    assert all((option[0] in "AEIOU") is vowels for option in item.options)


def test_a_number_is_guessed_without_options() -> None:
    [item] = asked(BOUGHT, "guess_number")
    assert item.question == "Norwick bought how many benches for a promenade along Castle Street?"
    assert (item.options, item.answer_index, item.tier) == ((), 0, "B")
    assert item.value == "count:bench:340"


def test_a_number_that_opens_its_sentence_opens_the_question() -> None:
    [item] = asked("About 340 benches along Castle Street were sold by Norwick.", "guess_number")
    assert item.question == "How many benches along Castle Street were sold by Norwick?"


def test_money_is_guessed_in_its_currency() -> None:
    [item] = asked("Norwick spent £2.5m on a promenade along Castle Street.", "guess_number")
    assert item.question.startswith("Norwick spent how much (in pounds) on a promenade")


def test_what_others_name_is_asked_earlier() -> None:
    other = source(report("Norway has a boat.", id="b"))
    [alone] = asked(SAILED, "headline_word", FERRY)
    [known] = asked(SAILED, "headline_word", FERRY, Neighbours((), (other,)))
    assert known.score > alone.score


@given(st.sampled_from(["", "?", "\u202e x", "🙂 " * 9, "a" * 3000]), st.text(max_size=300))
def test_no_text_breaks_it(title: str, text: str) -> None:
    for words in (text, f"{SAILED} {text}", f"{text} {BOUGHT}"):
        for item in questions(report(words, title=f"{title} {FERRY}")):
            if isinstance(item, Item) and item.kind == "headline_word":
                assert item.options[item.answer_index] in words
                assert len(set(item.options)) == 4


def test_a_text_of_a_megabyte_is_read() -> None:
    for text in ("Norway " * 20_000, "Aa " * 20_000, "said, " * 170_000):
        assert questions(report(text, title=f"Norway {HEADLINE}")) == []
