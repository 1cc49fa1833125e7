"""Which lines at the top of a pasted page state its address, its author and its day."""

import pytest

from bot.articles.metadata import Metadata
from bot.articles.pasted import HEADER_LINES, published_in, stated_facts, written_by
from tests.articles.examples import PHRASES

HEADLINE = "Ferry to the islands runs again\n"
STORY = (
    "The ferry to the islands ran again on Monday, after nine days of storm kept it in port, and "
    "some two hundred people had waited in the harbour hall since the early hours of the day."
)


def test_an_address_and_an_author_on_lines_of_their_own_are_facts() -> None:
    text = "Ferry runs\nhttps://example.org/ferry\nAuthor: Ann LEE\nThe ferry ran."
    stated = Metadata(url="https://example.org/ferry", author="Ann LEE")
    assert stated_facts(text, PHRASES) == stated


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/ferry for more.",
        "Author: " + "word " * 50,
        "https://example.org/a\nhttps://example.org/b",
        "Author: Ann Lee\nAuthor: Bo Marsh",
        "By Ann Lee\nBy Bo Marsh",
        "The author: Ann Lee",
        "line\n\n" * HEADER_LINES + "https://example.org/a",
        f"{STORY}\n{STORY}\nBy Ann Lee\nPublished 3 June 2026",
    ],
)
def test_anything_less_plain_is_no_fact(text: str) -> None:
    assert stated_facts(text, PHRASES) == Metadata()


@pytest.mark.parametrize(
    ("top", "author", "published"),
    [
        (f"{HEADLINE}By Ina Bell\nPublished 3 June 2026", "Ina Bell", "2026-06-03"),
        (f"{HEADLINE}By Ina Bell\nJune 3, 2026 5:04 PM ET", "Ina Bell", "2026-06-03"),
        (
            f"{HEADLINE}By INA BELL and TOM FREY, The Quay\nJUNE 3, 2026",
            "INA BELL, TOM FREY",
            "2026-06-03",
        ),
        ("Ferry runs\nBy Ina Bell on June 3, 2026", "Ina Bell", "2026-06-03"),
        (
            "Friday, 5 June 2026\nNews\nFerry runs\nPublished: Wed 3 Jun 2026 18:56",
            None,
            "2026-06-03",
        ),
        (f"{HEADLINE}3 June 2026", None, "2026-06-03"),
        ("Ferry runs\n3 June 2026", None, None),
        ("Ferry runs\n3 June 2026 18:56", None, "2026-06-03"),
        ("Wednesday, June 12, 2024\n\nFerry runs", None, None),
        ("June 12, 2024\nBy Ina Bell\nFerry runs", "Ina Bell", "2024-06-12"),
        (f"{HEADLINE}Updated 3 June 2026", None, None),
        (f"{HEADLINE}Published 3 June 2026\nPublished 5 June 2026", None, None),
        (f"{HEADLINE}Published 3 June 2026\nBy Ina Bell\n5 June 2026", "Ina Bell", "2026-06-03"),
        (f"{HEADLINE}By Ina Bell\n03/06/2026", "Ina Bell", None),
        (f"{HEADLINE}By Ina Bell | 23/06/2026", "Ina Bell", "2026-06-23"),
        (f"{STORY}\nBy Ina Bell", "Ina Bell", None),
    ],
)
def test_a_byline_and_a_date_at_the_top_are_facts(
    top: str, author: str | None, published: str | None
) -> None:
    stated = stated_facts(f"{top}\n{STORY}\n{STORY}", PHRASES)
    assert (stated.author, stated.published) == (author, published)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 3 June 2026 | Updated 4 June 2026", "2026-06-03"),
        ("Updated: June 4, 2026 at 6 p.m. | Published: June 3, 2026 at 5 p.m.", "2026-06-03"),
        ("First published on Wed 3 Jun 2026 06.00 BST", "2026-06-03"),
        ("Posted 13.6.2026", "2026-06-13"),
        ("06/06/2026", "2026-06-06"),
        ("13/13/2026", None),
        ("31 June 2026", None),
        ("3-5 June 2026", None),
        ("June 2026", None),
        ("Modified 3 June 2026", None),
        ("3 June 2026, 5 June 2026", None),
    ],
)
def test_a_line_tells_one_day_of_publication_or_none(line: str, day: str | None) -> None:
    assert published_in(line) == day


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By Ina Bell", "Ina Bell"),
        ("Written by Ina Bell | The Quay", "Ina Bell"),
        ("By Ina Bell, Tom Frey and Ada Lund, The Quay", "Ina Bell, Tom Frey, Ada Lund"),
        ("By Ina Bell in Lindmouth", "Ina Bell"),
        ("By Reuters", "Reuters"),
        ("By our special correspondent", None),
        ("By Staff Reporter", None),
        ("By popular demand", None),
        ("Reviewed by Ina Bell", None),
    ],
)
def test_a_byline_names_its_people(line: str, people: str | None) -> None:
    assert written_by(line, PHRASES) == people
