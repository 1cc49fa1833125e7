"""The topics of an article: what it states, and the names it uses."""

from bot.articles.article import Draft, Mark
from bot.search.topics import LONGEST, MOST_TOPICS, topics


def found(text: str, *stated: str, marks: tuple[Mark, ...] = ()) -> list[str]:
    draft = Draft(
        key="a",
        source="a.md",
        text=text,
        title="Ferry",
        title_origin="metadata",
        topics=stated,
        marks=marks,
    )
    return [name for _, name in topics(draft)]


def test_stated_topics_come_first() -> None:
    assert found("The mayor met Ida Holm.", "shipping", "Storms") == (
        ["shipping", "Storms", "Ida Holm"]
    )


def test_a_topic_is_known_by_its_folded_name() -> None:
    draft = Draft(
        key="a", source="a", text="", title="", title_origin="headline", topics=("Été  Café",)
    )
    assert topics(draft) == (("ete cafe", "Été Café"),)


def test_a_topic_is_shown_once_as_it_was_first_written() -> None:
    assert found("He met Ida Holm.", "IDA HOLM", "ida  holm") == ["IDA HOLM"]


def test_blank_and_overlong_topics_are_left_out() -> None:
    assert found("", " ", "x" * (LONGEST + 1), "x" * LONGEST) == ["x" * LONGEST]


def test_names_of_several_words_count_at_once() -> None:
    text = "It sailed for the Bank of the North, said J. Marsh of Lund Lines."
    assert found(text) == ["Bank of the North", "J. Marsh of Lund Lines"]


def test_a_name_of_one_word_counts_when_it_is_said_twice() -> None:
    assert found("A ferry left Lund. It was back in Lund by noon, not in Bergen.") == ["Lund"]


def test_the_most_frequent_name_comes_first() -> None:
    text = "He saw Ada Frey. He saw Ida Holm. She saw Ida Holm’s ship."
    assert found(text) == ["Ida Holm", "Ada Frey"]


def test_titles_possessives_and_leading_stop_words_are_dropped() -> None:
    assert found("He met Mr Tom Frey's crew and President Ida Holm.") == ["Tom Frey", "Ida Holm"]


def test_words_that_only_open_a_sentence_and_days_are_no_names() -> None:
    assert found("Storms came. Storms went. It was on Monday, and on Monday it rained.") == []
    assert found("“Sail on,” she said. “Sail on,” he said. It was The The A A.") == []


def test_furniture_names_nothing() -> None:
    text = "See also Ida Holm and Ada Frey\nIt sailed for Lund Lines."
    assert found(text, marks=(Mark(0, text.index("\n"), "related"),)) == ["Lund Lines"]


def test_only_so_many_topics_are_kept() -> None:
    stated = [f"topic {number}" for number in range(MOST_TOPICS + 5)]
    assert found("", *stated) == stated[:MOST_TOPICS]


def test_initials_belong_to_their_name() -> None:
    text = "In May the U.S. Fish Board met J.K. Lund, and R. Holm of the port."
    assert found(text) == ["U.S. Fish Board", "J.K. Lund", "R. Holm"]
