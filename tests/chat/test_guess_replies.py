"""What is said about a question that asks for a number."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.chat.guess_replies import guess_form, written
from bot.chat.ids import NUMBER_TO_GUESS, TYPED
from bot.chat.quiz_replies import answered_reply, question_reply, reveal_reply
from bot.errors import NotForYou
from bot.quiz.item import Item
from bot.quiz.rounds import Judgement
from bot.quiz.scoring import Answered, GivenAnswer, Posed, Reveal, ranked_guesses
from bot.wording.prompts import Form, Prompts
from bot.wording.reply import Line, Reply
from tests.chat.test_quiz_replies import ARTICLE
from tests.quiz.round_examples import NOW, NUMBER, asked

PROMPTS = Prompts()
FACE = Form(person=lambda person: f"<@{person}>")
TURN = replace(asked(), item=NUMBER)


def says(reply: Reply) -> list[str]:
    """The words of our own in a reply, a line each."""
    return [PROMPTS.say(unit.words, FACE) for unit in reply.units if isinstance(unit, Line)]


def labels(reply: Reply) -> list[list[str]]:
    """The words of a reply's buttons, row by row."""
    return [[PROMPTS.say(button.label) for button in row] for row in reply.buttons]


@pytest.mark.parametrize(
    ("number", "shown"),
    [("1200", "1,200"), ("7.50", "7.5"), ("230500000", "230,500,000"), ("1E+15", "1" + ",000" * 5)],
)
def test_a_number_is_written_in_plain_digits(number: str, shown: str) -> None:
    assert written(Decimal(number)) == shown


def test_a_number_is_asked_for_with_one_button_and_those_of_the_host() -> None:
    reply = question_reply(Posed(TURN, ARTICLE))
    assert labels(reply) == [["Guess"], ["Pause", "Skip", "Stop"]]
    assert NUMBER_TO_GUESS.fullmatch(reply.buttons[0][0].id)
    assert any("nearest guess gets 10 points" in line for line in says(reply))


def test_a_form_comes_back_with_its_round_and_number() -> None:
    form = guess_form("0" * 16, 3)
    assert TYPED.fullmatch(form.id)
    assert "1.2 million" in PROMPTS.say(form.hint)


@pytest.mark.parametrize(
    ("judgement", "told"),
    [
        ("taken", "**1,200** is locked in. You may change it until the question closes."),
        ("changed", "Changed: your guess is now **1,200**."),
        ("same", "Your guess is **1,200** already."),
    ],
)
def test_a_guess_is_repeated_as_it_was_read(judgement: Judgement, told: str) -> None:
    reply = answered_reply(Answered(judgement, TURN, Decimal(1200)))
    assert (says(reply), reply.private) == ([told], True)


@pytest.mark.parametrize("held", [None, Decimal(7)])
def test_a_late_guess_is_told_kindly(held: Decimal | None) -> None:
    with pytest.raises(NotForYou) as late:
        answered_reply(Answered("late", TURN, held))
    assert late.value.utterance == "quiz/late"


def told(item: Item, *numbers: int) -> list[str]:
    """The lines of a reveal after these guesses."""
    turn = replace(TURN, item=item, closed=NOW)
    given = [GivenAnswer(str(n), 0, NOW, Decimal(number)) for n, number in enumerate(numbers)]
    proof = (ARTICLE.quote(0, 20), ARTICLE.quote(0, 3))
    reveal = Reveal(turn, (), proof, (), guesses=ranked_guesses(turn, given))
    return says(reveal_reply(reveal))[2:]


def test_the_number_and_the_nearest_three_are_shown() -> None:
    assert told(NUMBER, 1200, 1000, 1500, 1600, 9000) == [
        "✅ **1,200**",
        "**1**  <@0> · 1,200 · 15 points",
        "**2**  <@1> · 1,000 · 6 points",
        "**3**  <@2> · 1,500 · 3 points",
        "and 2 more players",
    ]


def test_a_number_that_nobody_guessed_or_that_is_none_is_told_all_the_same() -> None:
    assert told(NUMBER) == ["✅ **1,200**", "Nobody answered."]
    assert told(replace(NUMBER, value="count:net:1-2"), 1) == ["Nobody answered."]
