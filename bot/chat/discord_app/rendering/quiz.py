"""Questions, answers and boards as Discord messages, with the buttons below them."""

from collections.abc import Iterable, Sequence

import discord
from discord import ui

from bot.chat.discord_app.rendering.form import form
from bot.chat.discord_app.rendering.views import Item, Message, Renderer, verify
from bot.chat.ids import doubt_id, guess_id, next_id, stop_id
from bot.chat.quiz_replies import board_reply, letter, question_reply, reveal_reply
from bot.quiz.item import REASONS
from bot.quiz.results import Board, Posed, Reveal
from bot.quiz.rounds import Turn
from bot.wording.prompts import Utterance, utterance
from bot.wording.reply import Line, Reply

LONGEST = 1_200
"""Characters of a question, escaped; with its options it must not fill a message alone."""

SECONDARY, PRIMARY = discord.ButtonStyle.secondary, discord.ButtonStyle.primary

Button = ui.Button[ui.LayoutView]


class QuizRenderer(Renderer):
    """Makes messages of what happens in a round."""

    def question(self, posed: Posed) -> Message:
        """A question with a button for each option, and one that ends the round."""
        turn = posed.turn
        options = turn.item.options if turn.item else ()
        answers = [self._guess(turn, choice) for choice in range(len(options))]
        return self.with_buttons(question_reply(posed), [answers, self._stop(turn)])

    def reveal(self, reveal: Reveal) -> Message:
        """The answer to a question, with a button that reports it."""
        turn = reveal.turn
        report = self._button("quiz/button_report", doubt_id(turn.round.id, turn.number))
        alone = turn.round.mode == "solo"
        following = [self._next(turn)] if alone and not turn.is_last else []
        stop = [] if turn.is_last else self._stop(turn)
        return self.with_buttons(reveal_reply(reveal), [[*following, report, *stop]])

    def board(self, board: Board) -> Message:
        """The end of a round."""
        return self.message(board_reply(board))

    def ended(self, reveal: Reveal, board: Board) -> Message:
        """The last answer of a round played alone, and what it came to."""
        shown, end = reveal_reply(reveal), board_reply(board)
        report = doubt_id(reveal.turn.round.id, reveal.turn.number)
        both = Reply((*shown.units, *end.units), private=True)
        return self.with_buttons(both, [[self._button("quiz/button_report", report)]])

    def reasons(self, turn: Turn) -> Message:
        """The reasons for which a question can be reported, a button each."""
        buttons = [
            self._button(f"quiz/reason_{reason}", doubt_id(turn.round.id, turn.number, reason))
            for reason in REASONS
        ]
        return self.with_buttons(
            Reply((Line(utterance("quiz/report_why")),), private=True), [buttons]
        )

    def with_buttons(self, reply: Reply, rows: Iterable[Sequence[Button]]) -> Message:
        """A reply with rows of buttons below it; empty rows are left out."""
        kept = self._kept(reply, None)
        items: list[Item] = [*self._items(kept), *(ui.ActionRow(*row) for row in rows if row)]
        message = Message(items, private=reply.private, continued=False)
        verify(message.to_components(), [unit for unit in kept if not isinstance(unit, Line)])
        return message

    def _say(self, what: Utterance) -> str:
        """An utterance's words; a question is never cut where a name would be."""
        if what.name == "quiz/question":
            return self._prompts.say(what, form(LONGEST))
        return super()._say(what)

    def _guess(self, turn: Turn, choice: int) -> Button:
        custom_id = guess_id(turn.round.id, turn.number, choice)
        return ui.Button(label=letter(choice), custom_id=custom_id, style=PRIMARY)

    def _next(self, turn: Turn) -> Button:
        label = self._say(utterance("quiz/button_next"))
        return ui.Button(label=label, custom_id=next_id(turn.round.id), style=PRIMARY)

    def _stop(self, turn: Turn) -> list[Button]:
        """A daily question is not stopped: it closes by itself."""
        if turn.round.mode == "daily":
            return []
        return [self._button("quiz/button_stop", stop_id(turn.round.id))]
