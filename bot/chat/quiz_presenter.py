"""The quiz, from a press or a command to a reply, on any platform."""

import json
import time
from contextlib import suppress
from dataclasses import replace

from bot.chat.board_replies import board_reply
from bot.chat.ids import forget_id
from bot.chat.presenter import Clock
from bot.chat.quiz_replies import (
    answered_reply,
    ended_reply,
    happening_reply,
    question_reply,
    reasons_reply,
    reveal_reply,
)
from bot.chat.replies import line_reply
from bot.chat.score_replies import leaderboard_reply, not_asked_reply, score_reply, settings_reply
from bot.errors import NotForYou, WrongUse
from bot.language.cleaning import clean
from bot.quiz.guessing import read_number
from bot.quiz.item import Item, Reason
from bot.quiz.rounds import Click, Turn
from bot.quiz.scoring import Board, Window
from bot.services.hosting import Host
from bot.services.newsroom import Newsroom
from bot.services.round_conducting import Conductor
from bot.services.round_requests import RoundRequest
from bot.wording.prompts import utterance
from bot.wording.reply import Button, Reply


class QuizPresenter:
    """Answers presses and commands of the quiz; what it does not know is in the database.

    The conductor is told of every round that begins, ends or is answered.
    """

    def __init__(self, newsroom: Newsroom, conductor: Conductor, clock: Clock = time.time) -> None:
        self._inquiries = newsroom.inquiries
        self._rounds = newsroom.rounds
        self._conductor = conductor
        self._clock = clock

    def now(self) -> int:
        """The moment, in Unix milliseconds."""
        return int(self._clock() * 1000)

    async def start(self, wanted: RoundRequest) -> Reply:
        """The first question of a new round."""
        posed = await self._rounds.start(wanted, self.now())
        self._conductor.wake()
        return question_reply(posed)

    async def start_on(self, token: str, wanted: RoundRequest) -> Reply:
        """The first question of a round on what was briefed under a token."""
        asked = await self._inquiries.recall(token, wanted.collection)
        return await self.start(replace(wanted, topic=asked.text))

    async def started(self, wanted: RoundRequest, message: str | None) -> None:
        """Note which message shows the first question; a round that nobody saw is over."""
        with suppress(NotForYou):  # it was not begun
            turn = await self._rounds.latest(wanted.id)
            if message is None:
                await self._rounds.lose(turn, self.now())
            else:
                await self._rounds.posted(turn, message)

    async def guess(self, round_id: str, number: int, click: Click) -> Reply:
        """What is shown for an answer: that it counts, or why not; alone, the right one."""
        answered = await self._rounds.answer(round_id, number, click)
        turn = answered.turn
        if turn.round.mode == "solo" and answered.answer is not None:
            return await self._revealed(turn, click.player)
        if turn.round.mode == "live" and answered.judgement == "taken":
            self._conductor.refresh(turn)
        return answered_reply(answered)

    async def guess_number(self, round_id: str, number: int, typed: str, click: Click) -> Reply:
        """What is shown for a number that was typed: how it was read, or why it does not count."""
        guess = read_number(typed)
        if guess is None:
            raise WrongUse("quiz/no_number")
        return await self.guess(round_id, number, replace(click, guess=guess))

    async def _revealed(self, turn: Turn, player: str) -> Reply:
        reveal = await self._rounds.reveal(turn, player)
        if not turn.is_last:
            return replace(reveal_reply(reveal), replaces=True)
        board = await self._rounds.go_on(turn.round.id, player, self.now())
        if isinstance(board, Board):
            return replace(ended_reply(reveal, board), replaces=True)
        raise NotForYou("quiz/late")

    async def go_on(self, round_id: str, player: str) -> Reply:
        """The next question of a round played alone, or its end."""
        following = await self._rounds.go_on(round_id, player, self.now())
        return replace(happening_reply(following), replaces=True)

    async def stop(self, round_id: str, host: Host) -> Reply:
        """End a round: alone at once, else after the answer to the open question."""
        over = await self._rounds.stop(round_id, host, self.now())
        self._conductor.wake()
        if isinstance(over, Board):
            return replace(board_reply(over), replaces=True)
        return line_reply("quiz/stopping")

    async def skip(self, round_id: str, number: int, host: Host) -> Reply:
        """Close a live question now; its answer follows, and then the next question."""
        await self._rounds.hosting.skip(round_id, number, host, self.now())
        self._conductor.wake()
        return line_reply("quiz/skipping")

    async def pause(self, round_id: str, host: Host) -> Reply:
        """Let nothing be asked after this question until somebody goes on."""
        turn = await self._rounds.hosting.pause(round_id, host, self.now())
        self._conductor.refresh(turn)
        self._conductor.wake()
        return line_reply("quiz/pausing")

    async def resume(self, round_id: str, host: Host) -> Reply:
        """Go on with a paused round."""
        turn = await self._rounds.hosting.resume(round_id, host, self.now())
        self._conductor.go_on(turn)
        return line_reply("quiz/resuming")

    async def ask_reason(self, round_id: str, number: int, server: str) -> Reply:
        """The reasons for which a question can be reported."""
        return reasons_reply(await self._rounds.moderation.reportable(round_id, number, server))

    async def report(
        self, round_id: str, number: int, server: str, player: str, reason: Reason
    ) -> Reply:
        """Take a report."""
        withdrawn = await self._rounds.moderation.report(
            round_id, number, server, player, reason, now=self.now()
        )
        name = "quiz/reported_withdrawn" if withdrawn else "quiz/reported"
        return replace(line_reply(name), replaces=True)

    async def score(self, server: str, player: str) -> Reply:
        """What a player has in a server."""
        return score_reply(await self._rounds.scores.score(server, player, self.now()))

    async def leaderboard(self, server: str, window: Window, player: str) -> Reply:
        """The first places of a server."""
        found = await self._rounds.scores.leaderboard(server, window, player, self.now())
        return leaderboard_reply(found)

    async def not_asked(self, server: str) -> Reply:
        """The questions that are not asked in a server, and why."""
        return not_asked_reply(await self._rounds.moderation.not_asked(server))

    async def restorable(self, server: str) -> list[Item]:
        """The questions that a server can have asked again."""
        found = await self._rounds.moderation.not_asked(server)
        return [one.item for one in found if one.item]

    async def retirable(self, server: str) -> list[Item]:
        """The questions asked in a server lately."""
        return await self._rounds.moderation.asked_lately(server)

    async def restore(self, server: str, item: str) -> Reply:
        """Let a question be asked again."""
        await self._rounds.moderation.restore(server, item, self.now())
        return line_reply("quiz/restored")

    async def retire(self, server: str, item: str) -> Reply:
        """Let a question never be asked again."""
        await self._rounds.moderation.retire(server, item, self.now())
        return line_reply("quiz/retired")

    async def set_up(
        self, server: str, zone: str | None, *, speed_bonus: bool | None, double_last: bool | None
    ) -> Reply:
        """Change what is given of a server's settings; what holds now."""
        held = await self._rounds.scores.set_settings(
            server,
            clean(zone) if zone else None,
            speed_bonus=speed_bonus,
            double_last=double_last,
        )
        return settings_reply(held)

    async def export(self, player: str) -> bytes:
        """All that is kept of a player, as a file."""
        kept = await self._rounds.scores.export(player)
        return json.dumps(kept, ensure_ascii=False, indent=2).encode()

    def ask_forget(self, player: str) -> Reply:
        """What deleting means, and a button that does it."""
        button = Button(utterance("privacy/button_delete"), forget_id(player), danger=True)
        return replace(line_reply("privacy/delete"), buttons=((button,),))

    async def forget(self, player: str, by: str) -> Reply:
        """Delete all that is kept of a player, who alone may ask for it."""
        if player != by:
            raise NotForYou("privacy/not_yours")
        traces = await self._rounds.scores.forget(player)
        return replace(line_reply("privacy/deleted", traces=traces), replaces=True)
