"""The title over a story is an outlet's own, and the one that is understood alone."""

import pytest

from bot.digest.titles import faults, titled
from bot.language.english.analyser import Analyser
from tests.digest.examples import QUAKE_ONE, QUAKE_ONE_AGAIN, article

GOOD = "Earthquake fells the bell tower of Karvala"


@pytest.mark.parametrize(
    "title",
    [
        GOOD,
        "Karvala’s mayor says ‘nobody slept’ after the earthquake",
        "Seven hurt as bridge 12 gives way near Torvik",
        "Watchmaker of Torvik wins prize for a clock of ice",
        "U.S. sends rescue teams to Karvala",
        "“We will rebuild it,” mayor of Karvala says",
        "Live music returns to Torvik after nine years",
    ],
)
def test_a_title_that_tells_the_event_has_no_fault(title: str) -> None:
    assert faults(title) == 0


@pytest.mark.parametrize(
    "title",
    [
        "Why did the bell tower of Karvala fall?",
        "Is Karvala safe? Engineers disagree on it",
        "How Karvala got over its earthquake",
        "What to know about the earthquake in Karvala",
        "Five things that the earthquake of Karvala changed",
        "Here’s what happened in Karvala on Monday",
        "All that you have missed from Karvala",
        "Karvala earthquake: live updates",
        "Live: the earthquake in Karvala on Monday",
        "Karvala earthquake in pictures",
        "In photos: the bell tower of Karvala",
        "Friday’s round-up of the council of Karvala",
        "Morning briefing: Karvala, ferries and bread",
        "Video: bell tower falls in Karvala",
        "Mayor of Karvala says that the tower…",
        "Mayor of Karvala says that the tower...",
        "“It was as if the ground breathed”",
        "He saw the bell tower fall in Karvala",
        "We saw the bell tower fall in Karvala",
        "Karvala shaken",
        "EARTHQUAKE FELLS THE BELL TOWER OF KARVALA",
        f"{GOOD}, and " * 4,
    ],
)
def test_a_title_that_is_not_understood_alone_has_a_fault(title: str) -> None:
    assert faults(title) > 0


def test_of_titles_without_a_fault_the_one_that_says_most_of_what_is_shared() -> None:
    articles = [
        article(QUAKE_ONE, id="a", title="Monday was a hard day for many"),
        article(QUAKE_ONE_AGAIN, id="b", title=GOOD),
        article(QUAKE_ONE, id="c", title=f"Why did the {GOOD}?"),
    ]
    found = titled(articles, Analyser())
    assert found is articles[1]


def test_a_title_with_a_fault_is_better_than_none() -> None:
    (only,) = [article(QUAKE_ONE, title="Karvala shaken")]
    assert titled([only], Analyser()) is only


def test_first_words_are_no_title() -> None:
    untitled = article(QUAKE_ONE, title="A strong earthquake…", title_origin="first_words")
    assert titled([untitled], Analyser()) is None
    assert titled([untitled, article(QUAKE_ONE, id="b", title="Oh no")], Analyser()) is not None


@pytest.mark.parametrize(
    ("outlet", "url", "title"),
    [
        ("Karvala Post", None, f"{GOOD} | Karvala Post"),
        ("The Lamp", None, f"Lamp: {GOOD}"),
        (None, "https://www.karvalapost.example/tower", f"{GOOD} - Karvala Post"),
    ],
)
def test_a_title_without_its_outlet_is_taken_before_one_with_it(
    outlet: str | None, url: str | None, title: str
) -> None:
    bearing = article(QUAKE_ONE, id="a", title=title, outlet=outlet, url=url)
    bare = article(QUAKE_ONE, id="b", title=GOOD[:-11])
    assert titled([bearing, bare], Analyser()) is bare
    assert titled([bearing], Analyser()) is bearing


def test_a_title_that_says_the_outlet_within_is_no_worse() -> None:
    told = article(QUAKE_ONE, id="a", title=f"{GOOD}, a Post reader says", outlet="Post")
    assert titled([told, article(QUAKE_ONE, id="b", title="Oh no")], Analyser()) is told
