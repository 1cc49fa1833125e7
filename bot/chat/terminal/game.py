"""A round of the quiz in a terminal: questions by command, answers by letter."""

import re
import time
from typing import cast

from bot.chat.board_replies import board_reply
from bot.chat.presenter import Clock
from bot.chat.quiz_replies import LETTERS, question_reply, reveal_reply
from bot.chat.replies import line_reply
from bot.chat.score_replies import score_reply
from bot.errors import WrongUse
from bot.quiz.item import REASONS
from bot.quiz.rounds import MOST_QUESTIONS, SOLO_QUESTIONS, Click, Turn
from bot.quiz.scoring import Board, Posed
from bot.services.hosting import Host
from bot.services.round_requests import RoundRequest
from bot.services.rounds import RoundService
from bot.wording.prompts import utterance
from bot.wording.reply import Line, Reply

HERE = "terminal"
"""Stands for the face, the server, the channel and the player."""

QUESTIONS = re.compile(r"\bquestions:(\d{1,2})\b")
ANSWER = re.compile(r"\(?(?:[A-Za-z]|\d{1,2})[.)]?")
"""What is typed for an option: `b`, `B.`, `b)`, `(b)`, or its number: `2`, `2.`."""


class Game:
    """The round of whoever sits at the terminal."""

    def __init__(self, rounds: RoundService, clock: Clock = time.time) -> None:
        self._rounds = rounds
        self._clock = clock
        self._open: Turn | None = None
        self._last: Turn | None = None

    @property
    def is_on(self) -> bool:
        """Whether a question waits for its answer."""
        return self._open is not None

    def takes(self, words: str) -> bool:
        """Whether the words are meant to answer the open question: a letter or a number."""
        return bool(self._letters) and ANSWER.fullmatch(words) is not None

    async def start(self, rest: str) -> Reply:
        """The first question; `rest` is a topic, and `questions:5` how many."""
        number = QUESTIONS.search(rest)
        wished = int(number[1]) if number else SOLO_QUESTIONS
        topic = " ".join(QUESTIONS.sub(" ", rest).split())
        wanted = RoundRequest(
            mode="solo",
            face=HERE,
            server=HERE,
            channel=HERE,
            starter=HERE,
            topic=topic or None,
            questions=min(max(wished, 1), MOST_QUESTIONS),
        )
        self._open = None
        return self._asked(await self._rounds.start(wanted, self._now()))

    async def answer(self, words: str) -> Reply:
        """The right answer, and the next question or the end."""
        turn = self._turn()
        choice = self._choice(words)
        click = Click(HERE, HERE, HERE, None, choice, self._now())
        answered = await self._rounds.answer(turn.round.id, turn.number, click)
        self._open, self._last = None, answered.turn
        reveal = reveal_reply(await self._rounds.reveal(answered.turn, HERE))
        following = await self._rounds.go_on(turn.round.id, HERE, self._now())
        then = board_reply(following) if isinstance(following, Board) else self._asked(following)
        return Reply((*reveal.units, Line(utterance("quiz/rule")), *then.units), private=True)

    async def stop(self, _: str) -> Reply:
        """The end of the round, now."""
        turn = self._turn()
        self._open = None
        over = await self._rounds.stop(turn.round.id, Host(HERE, HERE), self._now())
        return board_reply(cast("Board", over))  # a round played alone ends at once

    async def report(self, reason: str) -> Reply:
        """Report the question that was answered last."""
        if self._last is None or reason not in REASONS:
            raise WrongUse("quiz/report_usage", reasons=", ".join(REASONS))
        turn = self._last
        await self._rounds.moderation.report(
            turn.round.id, turn.number, HERE, HERE, reason, now=self._now()
        )
        return line_reply("quiz/reported")

    async def score(self, _: str) -> Reply:
        """What was gathered at this terminal."""
        return score_reply(await self._rounds.scores.score(HERE, HERE, self._now()))

    @property
    def _letters(self) -> str:
        """The letters of the open question."""
        item = self._open.item if self._open else None
        return LETTERS[: len(item.options)] if item else ""

    def _choice(self, words: str) -> int:
        """The option that is meant, counted from 0; WrongUse names the letters there are."""
        typed = words.strip("(.)").upper()
        choice = int(typed) - 1 if typed.isdecimal() else self._letters.find(typed)
        if not 0 <= choice < len(self._letters):
            raise WrongUse("quiz/no_letter", letters=", ".join(self._letters))
        return choice

    def _asked(self, posed: Posed) -> Reply:
        self._open = posed.turn
        return question_reply(posed, here=True)

    def _turn(self) -> Turn:
        if self._open is None:
            raise WrongUse("quiz/no_round")
        return self._open

    def _now(self) -> int:
        return int(self._clock() * 1000)
