"""The quiz at the newsroom's counter in Discord: presses go in, messages come out."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.chat.discord_app.rendering.quiz import QuizRenderer
from bot.chat.discord_app.rendering.views import Message
from bot.chat.quiz_replies import leaderboard_reply, letter, score_reply
from bot.chat.replies import line_reply
from bot.errors import NotForYou
from bot.quiz.item import Reason
from bot.quiz.results import Answered, Board, Posed
from bot.quiz.rounds import Click, Turn
from bot.quiz.scoring import Window
from bot.services.newsroom import Newsroom
from bot.services.rounds import RoundRequest
from bot.wording.prompts import Prompts
from bot.wording.reply import Reply

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Shown:
    """A message to be shown for a press: in place of the one pressed, or beside it, privately."""

    message: Message
    replaces: bool = False


class QuizPresenter:
    """Answers presses and commands of the quiz; what it does not know is in the database."""

    def __init__(self, newsroom: Newsroom, prompts: Prompts, clock: Clock = time.time) -> None:
        self.rounds = newsroom.rounds
        self.renderer = QuizRenderer(prompts)
        self.changed: Callable[[], None] = _nobody
        self.taken: Callable[[Turn], None] = _nobody
        self._clock = clock

    def now(self) -> int:
        """The moment, in Unix milliseconds."""
        return int(self._clock() * 1000)

    async def start(self, wanted: RoundRequest) -> Posed:
        """The first question of a new round."""
        posed = await self.rounds.start(wanted, self.now())
        self.changed()
        return posed

    async def guess(self, round_id: str, number: int, click: Click) -> Shown:
        """What is shown for an answer: that it counts, or why not; alone, the right one."""
        answered = await self.rounds.answer(round_id, number, click)
        turn = answered.turn
        if turn.round.mode == "solo" and answered.choice is not None:
            return await self._told(turn, click.player)
        reply = _answered_reply(answered)
        if turn.round.mode == "live" and answered.judgement == "taken":
            self.taken(turn)
        return Shown(self.renderer.message(reply))

    async def go_on(self, round_id: str, player: str) -> Shown:
        """The next question of a round played alone, or its end."""
        following = await self.rounds.go_on(round_id, player, self.now())
        if isinstance(following, Board):
            return Shown(self.renderer.board(following), replaces=True)
        return Shown(self.renderer.question(following), replaces=True)

    async def stop(self, round_id: str, player: str, server: str, *, moderator: bool) -> Shown:
        """End a round: alone at once, else after the answer to the open question."""
        over = await self.rounds.stop(round_id, player, server, moderator=moderator, now=self.now())
        self.changed()
        if isinstance(over, Board):
            return Shown(self.renderer.board(over), replaces=True)
        return Shown(self.renderer.message(line_reply("quiz/stopping")))

    async def ask_reason(self, round_id: str, number: int, server: str) -> Shown:
        """The reasons for which a question can be reported."""
        turn = await self.rounds.doubts.reportable(round_id, number, server)
        return Shown(self.renderer.reasons(turn))

    async def report(
        self, round_id: str, number: int, server: str, player: str, reason: Reason
    ) -> Shown:
        """Take a report."""
        doubt = await self.rounds.doubts.report(
            round_id, number, server, player, reason, now=self.now()
        )
        name = "quiz/reported_withdrawn" if doubt else "quiz/reported"
        return Shown(self.renderer.message(line_reply(name)), replaces=True)

    async def score(self, server: str, player: str) -> Message:
        """What a player has in a server."""
        found = await self.rounds.scores.score(server, player, self.now())
        return self.renderer.message(score_reply(found))

    async def leaderboard(self, server: str, window: Window, player: str) -> Message:
        """The first places of a server."""
        found = await self.rounds.scores.leaderboard(server, window, player, self.now())
        return self.renderer.message(leaderboard_reply(found))

    async def _told(self, turn: Turn, player: str) -> Shown:
        reveal = await self.rounds.reveal(turn, player)
        if not turn.is_last:
            return Shown(self.renderer.reveal(reveal), replaces=True)
        board = await self.rounds.go_on(turn.round.id, player, self.now())
        if isinstance(board, Board):
            return Shown(self.renderer.ended(reveal, board), replaces=True)
        raise NotForYou("quiz/late")


def _answered_reply(answered: Answered) -> Reply:
    name, choice = answered.judgement, answered.choice
    if choice is None or name in ("late", "foreign", "not_yours", "no_option"):
        raise NotForYou(f"quiz/{name}")
    if name != "taken":
        return line_reply(f"quiz/{name}", letter=letter(choice))
    if answered.turn.round.mode == "daily":
        return line_reply("quiz/locked_in_daily", letter=letter(choice))
    return line_reply("quiz/locked_in", letter=letter(choice))


def _nobody(*_: Turn) -> None:
    """Where nobody conducts, nobody is told."""
