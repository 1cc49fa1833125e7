"""How alike two articles are: names, numbers and rare words count, what everybody says does not."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from bot.articles.article import Article
from bot.digest.likeness import (
    FLOOR,
    MOST_OF_NAME,
    MOST_OF_WORD,
    OPENING_WORDS,
    REACH,
    likeness_of,
)
from tests.digest.examples import QUAKE_ONE, QUAKE_ONE_AGAIN, SHIP, article, report

DAY = date(2026, 3, 10)
OTHERS = (
    "The orchard of Tolva was sold to a brewer.",
    "A comet will be seen above the northern islands.",
    "Two bakers from Essen won the prize for rye bread.",
    "The ferry to Orrin has a new timetable.",
)


def alike(*items: Article, day: date | None = None) -> dict[tuple[int, int], float]:
    """The likeness of each two articles, by their places, among others."""
    others = [article(text, id=f"z{n}") for n, text in enumerate(OTHERS)]
    graph = likeness_of([report(item, day) for item in (*items, *others)])
    return {
        (one, other): value
        for one, other, value in zip(
            graph.first.tolist(), graph.second.tolist(), graph.likeness.tolist(), strict=True
        )
    }


def between(one: str, other: str, **facts: str) -> float:
    return alike(article(one, id="a", **facts), article(other, id="b", **facts)).get((0, 1), 0.0)  # type: ignore[arg-type]  # only titles and their origin are given


def test_an_article_is_as_alike_as_can_be_to_its_copy() -> None:
    assert round(between(SHIP, SHIP), 5) == 1


def test_a_shared_name_counts_for_more_than_a_shared_word() -> None:
    name = between("People saw Karvala at dawn.", "Trains leave Karvala with coal.")
    word = between("People saw karvala at dawn.", "Trains leave karvala with coal.")
    assert name > word > 0


def test_a_shared_number_counts_for_more_than_a_shared_word() -> None:
    number = between("People saw 431 at dawn.", "Trains leave 431 with coal.")
    assert number > between("People saw smoke at dawn.", "Trains leave smoke with coal.")


def test_a_name_that_begins_a_sentence_is_known_from_another_article() -> None:
    first = between("Karvala sleeps at dawn.", "Karvala digs coal.")
    known = between("Karvala sleeps at dawn. So says Karvala.", "Karvala digs coal.")
    assert known > first


def test_what_everybody_writes_about_weighs_little() -> None:
    texts = [f"The harvest in {place} was good." for place in ("Arn", "Bol", "Cel", "Dor", "Esk")]
    items = [article(text, id=str(n)) for n, text in enumerate(texts)]
    assert alike(*items).get((0, 1), 0.0) < between(texts[0], texts[1])


def test_words_of_the_headline_count_for_more() -> None:
    titled = alike(
        article(QUAKE_ONE, id="a", title="Karvala shaken"),
        article(QUAKE_ONE_AGAIN, id="b", title="Karvala shaken"),
    )
    assert titled[0, 1] > between(QUAKE_ONE, QUAKE_ONE_AGAIN)


def test_first_words_that_stand_for_a_title_are_not_counted_again() -> None:
    plain = between(QUAKE_ONE, QUAKE_ONE_AGAIN, title="", title_origin="first_words")
    again = between(
        QUAKE_ONE, QUAKE_ONE_AGAIN, title="A strong earthquake", title_origin="first_words"
    )
    assert plain == again


def test_what_comes_after_the_opening_is_background() -> None:
    filler = "coal " * OPENING_WORDS
    same = report(article(f"{filler}Karvala")), report(article(f"{filler}Meridosa"))
    assert same[0] == same[1]


def test_what_shares_next_to_nothing_is_no_pair() -> None:
    found = alike(article(QUAKE_ONE, id="a"), article(SHIP, id="b"))
    assert (0, 1) not in found
    assert min(found.values(), default=1.0) >= FLOOR


def breadth(one: str, other: str) -> float:
    """What is left of the likeness of two articles, among others, when no term counts for much."""
    texts = (one, other, *OTHERS)
    graph = likeness_of(
        [report(article(text, id=str(n), title="")) for n, text in enumerate(texts)]
    )
    found = zip(graph.first.tolist(), graph.second.tolist(), graph.breadth.tolist(), strict=True)
    return next((value for first, second, value in found if (first, second) == (0, 1)), 0.0)


@pytest.mark.parametrize(
    ("one", "other", "most"),
    [
        ("People saw Karvala at dawn.", "Trains leave Karvala with coal.", MOST_OF_NAME),
        ("People saw 431 at dawn.", "Trains leave 431 with coal.", MOST_OF_NAME),
        ("People saw smoke at dawn.", "Trains leave smoke with coal.", MOST_OF_WORD),
        ("People saw Karvala smoke at dawn.", "Old Karvala smoke.", MOST_OF_NAME + MOST_OF_WORD),
    ],
)
def test_a_single_term_adds_no_more_than_so_much_to_the_breadth(
    one: str, other: str, most: float
) -> None:
    assert between(one, other) > most
    assert breadth(one, other) == pytest.approx(most)


def test_what_is_alike_by_many_terms_is_so_by_its_breadth() -> None:
    assert breadth(QUAKE_ONE, QUAKE_ONE_AGAIN) > 4 * MOST_OF_WORD


def pairs(days: Sequence[date | None]) -> list[tuple[int, int]]:
    """Which articles of the same words are compared, by their days."""
    reports = [report(article(SHIP, id=str(n)), day) for n, day in enumerate(days)]
    graph = likeness_of(reports)
    return list(zip(graph.first.tolist(), graph.second.tolist(), strict=True))


def test_articles_are_compared_over_a_month_and_undated_ones_with_all() -> None:
    assert pairs([None, DAY, DAY + REACH]) == [(0, 1), (0, 2), (1, 2)]
    assert pairs([None, DAY, DAY + REACH + timedelta(days=1)]) == [(0, 1), (0, 2)]
