"""What is said about a question that asks to guess a number."""

from collections.abc import Iterator
from decimal import Decimal

from bot.chat.ids import number_id, typed_id
from bot.errors import NotForYou
from bot.quiz.guessing import LONGEST, number_of
from bot.quiz.rounds import Judgement, Turn
from bot.quiz.scoring import Reveal
from bot.wording.prompts import Utterance, utterance
from bot.wording.reply import Button, InputForm

NEAREST = 3
"""Guesses shown: those on the first places."""

LOCKED_IN: dict[Judgement, str] = {
    "taken": "quiz/number_locked_in",
    "changed": "quiz/number_changed",
    "same": "quiz/number_same",
}


def written(number: Decimal) -> str:
    """A number in digits, with commas between thousands and no idle zeros: 1,200.5."""
    return f"{number.normalize():,f}"


def guess_button(turn: Turn) -> Button:
    """The button that opens the form for a guess."""
    label = utterance("quiz/button_guess")
    return Button(label, number_id(turn.round.id, turn.number), primary=True)


def guess_form(round_id: str, number: int) -> InputForm:
    """The form in which a number is typed."""
    return InputForm(
        typed_id(round_id, number),
        title=utterance("quiz/form_title"),
        label=utterance("quiz/form_label"),
        hint=utterance("quiz/form_hint"),
        longest=LONGEST,
    )


def locked_in(judgement: Judgement, guess: Decimal) -> Utterance:
    """That a guess counts, as it was read; NotForYou says why it does not."""
    if judgement not in LOCKED_IN:
        raise NotForYou(f"quiz/{judgement}")
    return utterance(LOCKED_IN[judgement], number=written(guess))


def guesses(reveal: Reveal) -> Iterator[Utterance]:
    """The number that was asked for, and the nearest guesses with their points."""
    number = number_of(reveal.turn.item) if reveal.turn.item else None
    if number is not None:
        yield utterance("quiz/number", number=written(number))
    if not reveal.guesses:
        yield utterance("quiz/nobody")
    for one in reveal.guesses[:NEAREST]:
        yield utterance(
            "quiz/number_guessed",
            rank=one.rank,
            player=one.player,
            number=written(one.guess),
            points=one.points,
        )
    others = len(reveal.guesses) - NEAREST
    if others > 0:
        yield utterance("quiz/more_players", players=others)
