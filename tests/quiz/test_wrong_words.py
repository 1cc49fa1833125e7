"""Wrong names for a headline stand in the same place of the world or the market, and are new."""

from bot.quiz.distractors import Neighbours
from bot.quiz.item import Item
from bot.quiz.stems import question
from tests.quiz.making_examples import report, say, source

LEAD = "The old museum of Lund is to buy a thousand young trees from {name}, it said on Monday."


def headline(
    name: str, *, title: str = "Lund museum to buy trees from {name}", story: tuple[str, ...] = ()
) -> Item | None:
    """The question about the name in a headline, with other reports of the story."""
    own = source(report(LEAD.format(name=name), title=title.format(name=name)))
    others = tuple(source(report(text, id=f"b{n}")) for n, text in enumerate(story))
    made = [question(fact, own, Neighbours(others, ()), say) for fact in own.material.facts]
    return next(
        (one for one in made if isinstance(one, Item) and one.kind == "headline_word"), None
    )


def test_countries_of_the_same_part_of_the_world_are_wrong_options() -> None:
    item = headline("Norway")
    assert item is not None
    assert item.question == "headline_word: Harbour Post / Lund museum to buy trees from _____"
    assert item.options[item.answer_index] == "Norway"
    assert not {"Japan", "Brazil", "US"} & set(item.options)


def test_no_option_stands_in_a_report_of_the_story() -> None:
    item = headline("Norway", story=("The trees are not from Sweden. They grew near Copenhagen.",))
    assert item is not None
    assert not {"Sweden", "Denmark"} & set(item.options)


def test_people_of_a_country_are_asked_for_with_others() -> None:
    item = headline("Norwegian firms")
    assert item is not None
    assert item.options[item.answer_index] == "Norwegian"
    assert all(option.endswith(("n", "sh", "c")) for option in item.options)


def test_the_parts_of_a_country_are_not_wrong_where_it_is_right() -> None:
    item = headline("Scotland")
    assert item is None or "UK" not in item.options


def test_names_of_one_field_are_wrong_options() -> None:
    item = headline("Ikea")
    assert item is not None
    assert {"Tesco", "Walmart", "Ikea", "Lidl", "Aldi", "Carrefour"} >= set(item.options)


def test_with_too_few_new_names_there_is_no_question() -> None:
    story = ("Tesco, Walmart, Lidl and Carrefour sell no trees.",)
    assert headline("Ikea", story=story) is None


def test_a_name_that_others_always_put_beside_a_word_is_no_question() -> None:
    title = "Lund museum to sell Ikea trees of old"
    text = "The old museum of Lund is to sell Ikea trees, it said. Ikea trees are old."
    own = source(report(text, title=title))
    made = [question(fact, own, Neighbours((), ()), say) for fact in own.material.facts]
    assert not [one for one in made if isinstance(one, Item) and one.kind == "headline_word"]
