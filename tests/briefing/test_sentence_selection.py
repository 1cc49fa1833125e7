"""The sentences that are shown: as few as the doubt allows, and such that they can stand alone."""

import pytest

from bot.articles.article import Quote
from bot.briefing.sentence_selection import (
    FIRST_MASS,
    LEAD_IN_WORDS,
    MASS,
    passage_sentences,
    question_quote,
)
from bot.language.paragraphs import Span
from tests.articles.examples import article, marked
from tests.briefing.examples import passage, scored, told_of

FERRY = "The Lund ferry sailed to Bergen on Monday."
CALM = "Nobody waved at the pier."
QUIET = " ".join([CALM] * 6)
DAMAGE = "The storm did damage to 14 of the boats that lay in Halm."


def shown(asked: str, text: str, mass: float = MASS, *, answer: str = "", of: str = "") -> str:
    """The short quote of a text, or of the passage `of` in it, for a question."""
    told = article(text)
    window = within(told.quote(0, len(text)), of or text)
    held = text.index(answer)
    mark = Span(held, held + len(answer)) if answer else None
    return question_quote(window, scored(asked, window), mass, mark).text


def within(quote: Quote, words: str) -> Quote:
    start = quote.article.text.index(words)
    return quote.article.quote(start, start + len(words))


def test_one_sentence_is_shown_where_it_surely_answers() -> None:
    assert shown("When did the Lund ferry sail to Bergen?", f"{CALM} {FERRY} It rained.") == FERRY


def test_all_is_shown_where_nothing_stands_out() -> None:
    text = f"{CALM} The sun shone. A dog barked."
    assert shown("What is the fare?", text, FIRST_MASS) == text


def test_more_doubt_or_more_to_hold_shows_more() -> None:
    text = f"The ferry sailed. {CALM} The Lund line is old. A dog barked. The sun shone."
    lengths = [len(shown("When did the Lund ferry sail?", text, mass)) for mass in (0.3, 0.8, 0.99)]
    assert lengths == sorted(lengths)
    assert lengths[0] < lengths[-1]


def test_certainties_are_shares_of_one() -> None:
    text = f"{CALM} {FERRY} A dog barked."
    found = scored("When did the Lund ferry sail?", passage(article(text)))
    assert sum(one.certainty for one in found) == pytest.approx(1)
    assert max(found, key=lambda one: one.certainty).span == Span(26, 26 + len(FERRY))


def test_a_mark_is_shown_with_its_own_sentence_alone() -> None:
    text = f"{CALM} {FERRY} A dog barked."
    assert shown("When did the ferry sail?", text, 1.0, answer="Monday") == FERRY


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Why was the pier of Lund closed?", "It was shut because a beam had rotted."),
        ("How many lamps has the pier of Lund?", "The crew counted 14 of the 20 there."),
        ("What did Ada Lund say of the pier?", "“The beam has rotted,” the mayor told us."),
    ],
)
def test_a_cause_a_number_or_somebodys_words_are_looked_for(asked: str, told: str) -> None:
    first, second = scored(asked, passage(article(f"A dog barked at noon. {told}")))
    assert second.certainty > first.certainty


@pytest.mark.parametrize(
    ("lead", "leaning"),
    [
        (FERRY, "It carried the mayor of Halm."),
        ("Harbour Lines was sold in May.", "The company owes the town of Halm money."),
        ("Four men were seen.", "One of them is the mayor of Halm."),
        ("Two boats were seen.", "The two carried the mayor of Halm."),
        ("Ada Lund spoke.", "The 73-year-old is the mayor of Halm."),
        ("The dockers took less.", "In return, the mayor of Halm gave them rest."),
        ("Ada Lund left.", "Two days later she was the mayor of Halm."),
        ("The first vote on it failed.", "However, the mayor of Halm will try again."),
        ("Ada Lund, the mayor of Halm, spoke.", "“We of Halm have a mayor,” she said."),
    ],
)
def test_a_sentence_that_leans_on_another_brings_it_along(lead: str, leaning: str) -> None:
    text = f"{FERRY} {lead} {leaning} A dog barked."
    assert shown("Who is it?", text, answer=leaning, of=f"{leaning} A dog barked.") == (
        f"{lead} {leaning}"
    )


def test_no_more_than_two_short_sentences_are_brought_along() -> None:
    chain = ["The mayor spoke.", "She was late.", "She was calm.", "She left in May."]
    told = shown("When did she leave?", " ".join(chain), answer="May", of=chain[-1])
    assert told == " ".join(chain[1:])
    long = f"The mayor {'very ' * LEAD_IN_WORDS}slowly spoke."
    assert shown("When?", f"{long} She left in May.", answer="May", of="She left in May.") == (
        "She left in May."
    )


def test_nothing_is_brought_along_over_boilerplate() -> None:
    text = f"{FERRY}\nAdvertisement\nIt was late."
    told = article(text, marks=marked(text, ["Advertisement"]))
    window = told.quote(text.index("It was"), len(text))
    assert question_quote(window, scored("What was late?", window), MASS).text == "It was late."


RUNNING_ON = (
    "Nobody waved at the pier of Halm.\n\n"
    "The mayor spoke. “The pier was closed on Monday. We shall mend it.\n\n"
    "“We shall open it in May,” she said. A dog barked."
)


def test_no_quote_ends_inside_a_quotation_that_runs_on() -> None:
    told = shown("When was the pier closed?", RUNNING_ON, answer="Monday")
    assert told == RUNNING_ON[RUNNING_ON.index("The mayor") :].removesuffix(" A dog barked.")


@pytest.mark.parametrize("following", ["The pier stayed shut.", "A dog barked."])
def test_a_quotation_that_nothing_continues_is_shown_as_it_is(following: str) -> None:
    opened = "“The pier was closed on Monday."
    assert shown("When was it closed?", f"{opened}\n\n{following}", answer="Monday") == opened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{CALM} The storm in Halm took 14 roofs off, the mayor said. A dog barked.", 1),
        ("Is the storm of Halm over, asks all Halm? A storm took 14 roofs off in all of Halm.", 1),
        ("Storm! The storm of Halm took 14 roofs off in an hour on Monday.", 1),
        ("The storm is on its way to us, they all said. A storm took the 14 roofs of Ada Lund.", 1),
        ("It was the storm that all of us feared most. A storm took the 14 roofs off in Halm.", 1),
        ("A storm took 14 roofs off in Halm on Monday. A storm took 15 roofs off in Lund.", 0),
    ],
)
def test_a_topic_is_told_by_a_sentence_with_a_name_or_number_and_early(
    text: str, expected: int
) -> None:
    told = article(f"{QUIET}\n\n{text}")
    start = told.text.index(text)
    sentences = passage_sentences(told.text, Span(start, len(told.text)))
    [found] = told_of("storm", [told])
    assert found.quote.end == sentences[expected].end


@pytest.mark.parametrize(
    ("opening", "is_shown"),
    [("Trees fell in Halm on Monday in a storm, the mayor said.", True), (CALM, False)],
)
def test_the_opening_of_an_article_may_leave_some_of_the_topic_to_the_title(
    opening: str, *, is_shown: bool
) -> None:
    [found] = told_of("storm damage", [article(f"{opening}\n\n{QUIET}\n\n{DAMAGE}")])
    assert (found.quote.text == opening) is is_shown
