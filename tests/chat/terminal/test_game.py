"""The quiz in a terminal: the same rounds, answered by letter."""

import io
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.terminal.screen import Screen
from bot.chat.terminal.session import Session
from bot.quiz.item import Item
from bot.services.newsroom import Newsroom
from bot.wording.prompts import Prompts
from tests.quiz.round_examples import FixedPool

PROMPTS = Prompts()


class Talk:
    """A conversation; each line gives what it put on the screen."""

    def __init__(self, newsroom: Newsroom, pool: FixedPool) -> None:
        self.pool = pool
        self._stream = io.StringIO()
        self.session = Session(newsroom, Screen(PROMPTS, self._stream))

    async def __call__(self, *lines: str) -> str:
        """What the last of the lines put on the screen."""
        for line in lines:
            self._stream.seek(0)
            self._stream.truncate()
            await self.session.reply(line)
        return self._stream.getvalue()

    @property
    def shown(self) -> str:
        """Everything on the screen."""
        return self._stream.getvalue()

    def asked(self, shown: str) -> Item:
        """The question that a screen shows last."""
        return max(self.pool.items, key=lambda item: shown.rfind(item.question))


@pytest.fixture
async def talk(folder: Path) -> AsyncIterator[Talk]:
    async with await Newsroom.open(folder) as newsroom:
        newsroom.rounds.selector.pool = pool = await FixedPool.of(newsroom)
        yield Talk(newsroom, pool)


async def test_a_question_shows_its_options_by_letter(talk: Talk) -> None:
    shown = await talk("/quiz questions:2")
    item = talk.asked(shown)
    assert "Question 1 of 2" in shown
    for letter, option in zip("ABCD", item.options, strict=True):
        assert f"{letter}  {option}" in shown
    assert "From " in shown


async def test_an_answer_is_told_with_its_quote_and_the_next_question_follows(talk: Talk) -> None:
    first = talk.asked(await talk("/quiz questions:2"))
    shown = await talk("b")
    assert "Right, that is 10 points." in shown
    assert f"✅ B  {first.options[1]}" in shown
    assert "1. " in shown
    assert "Question 2 of 2" in shown
    end = await talk("A")
    assert "Not quite: it is B." in end
    assert "You had 1 of 2 right: 10 points." in end
    assert "This week: 10 points, 1 of 2 right, place 1" in await talk("/score")


async def test_a_letter_without_a_question_is_a_query_as_ever(talk: Talk) -> None:
    assert "b is not in my articles" in await talk("b")
    assert "banana is not in my articles" in await talk("/quiz", "banana")


@pytest.mark.parametrize("typed", ["b", "B", "b.", "B)", "(b)", "2", "2.", "2)", "(2)"])
async def test_an_answer_is_typed_as_a_letter_or_a_number(talk: Talk, typed: str) -> None:
    assert "Right, that is 10 points." in await talk("/quiz questions:2", typed)


@pytest.mark.parametrize("typed", ["e", "F)", "(z)", "0", "5", "10.", "²"])
async def test_an_answer_outside_the_options_is_told_which_letters_there_are(
    talk: Talk, typed: str
) -> None:
    shown = await talk("/quiz questions:2", typed)
    assert ("There are A, B, C, D." in shown) is (typed != "²")
    assert "it is B" in await talk("a")


async def test_the_help_tells_how_an_answer_is_typed(talk: Talk) -> None:
    assert "answered by letter or number (a, B), 2.)" in await talk("/help")


async def test_other_commands_work_between_two_questions(talk: Talk) -> None:
    await talk("/quiz questions:2")
    assert "ferry" in await talk("/brief ferry")
    assert "it is B" in await talk("a")


async def test_a_round_is_stopped(talk: Talk) -> None:
    assert "was stopped" in await talk("/quiz", "stop")
    assert "do not know that round" in await talk("stop")


async def test_a_topic_and_a_number_are_kept_to(talk: Talk) -> None:
    shown = await talk("/quiz captain questions:99")
    assert "captain" in talk.asked(shown).question
    assert "of 20" in shown
    assert "no question left on that topic" in await talk("/quiz volcano")


async def test_a_question_is_reported_after_its_answer(talk: Talk) -> None:
    assert "After an answer" in await talk("report wrong")
    await talk("/quiz", "a")
    assert "After an answer" in await talk("report badly")
    assert "Thank you." in await talk("report given_away")
    assert "already" in await talk("report wrong")


async def test_a_score_without_any_answer_invites(talk: Talk) -> None:
    assert "not played here yet" in await talk("/score")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\n\nb\n", "You had 1 of 2 right"),
        ("a\nquit\nb\n", "was stopped"),
        ("a\n", "Question 2 of 2"),
    ],
)
async def test_a_round_is_played_until_it_or_the_input_ends(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, typed: str, shown: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert await talk.session.play("", 2)
    assert shown in talk.shown
    assert shown == "Question 2 of 2" or "Question 3" not in talk.shown


async def test_a_round_without_questions_is_not_played(talk: Talk) -> None:
    assert not await talk.session.play("volcano", 2)
