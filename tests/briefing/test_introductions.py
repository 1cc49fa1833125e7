"""Where a text introduces somebody by the full name."""

import pytest

from bot.briefing.introductions import introduces, surname_of
from tests.articles.examples import article
from tests.search.examples import ANALYSER, question, topic, word

HOLM = word("holm")


def introduced(text: str, surname: str = "Holm") -> bool:
    """Whether a text has the surname beside a given name, told amid other sentences."""
    before = "Anna Holm waved. "
    whole = article(f"{before}{text} Anna Holm waved.")
    quote = whole.quote(len(before), len(before) + len(text))
    (term,) = ANALYSER.terms(surname)
    return introduces(quote, word(term), ANALYSER)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm spoke.",
        "The ferry of Ida Holm sailed.",
        "Mayor Ida Holm spoke.",
        "J. Holm spoke.",
        "Ida B. Holm spoke.",
        "Ida B. C. Holm spoke.",
        "Zoë-Ann Holm spoke.",
        "Ida Holm's ferry sailed.",
        "Holm spoke. Ida Holm left.",
    ],
)
def test_a_given_name_introduces(text: str) -> None:
    assert introduced(text)


@pytest.mark.parametrize(
    "text",
    [
        "Holm spoke.",
        "Then Holm spoke.",
        "Mr Holm spoke.",
        "Mr. Holm spoke.",
        "Dr. Holm spoke.",
        "Mayor spoke with the Holm.",
        "President Holm spoke.",
        "The Holm ferry sailed.",
        "It was said. Holm spoke.",
        "A ferry of Holm sailed.",
        "Ida holm spoke.",
        "Ida Frey spoke.",
        "Ida, Holm and Frey spoke.",
    ],
)
def test_a_surname_alone_a_title_or_a_role_does_not_introduce(text: str) -> None:
    assert not introduced(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xi Jinping spoke.", True),
        ("President Xi Jinping spoke.", True),
        ("President Xi spoke.", False),
        ("Mr Xi said so.", False),
        ("Jinping Xi spoke.", False),
    ],
)
def test_some_surnames_stand_before_the_given_name(text: str, *, expected: bool) -> None:
    assert introduced(text, "Xi") is expected


def test_the_name_may_begin_before_the_quote_but_not_too_far() -> None:
    text = f"{'Ida' + 'a' * 60} Holm spoke."
    assert not introduced(text)
    whole = article("Ida Holm spoke.")
    assert introduces(whole.quote(4, 15), HOLM, ANALYSER)
    assert not introduces(whole.quote(9, 15), HOLM, ANALYSER)


def test_only_one_word_with_no_other_ways_may_be_a_surname() -> None:
    asked = topic("Holm")
    assert surname_of(asked) is asked.concepts[0]
    assert surname_of(question("Who is Holm?")) is not None
    assert surname_of(topic("Ida Holm")) is None
    assert surname_of(topic("decline")) is None
    assert surname_of(topic("weather")) is None
    assert surname_of(topic("the")) is None


@pytest.mark.parametrize("initial", ["A.", "I."])
def test_any_initial_introduces(initial: str) -> None:
    assert introduced(f"{initial} Holm spoke.")
