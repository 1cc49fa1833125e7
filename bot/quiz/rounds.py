"""A round of the quiz: what a click, a timeout and a stop do to it; moments in milliseconds."""

from dataclasses import dataclass, replace
from typing import Literal

from bot.quiz.item import Item

Mode = Literal["solo", "live", "daily"]
"""Alone and private; a whole channel at once; one question for a day."""

Ending = Literal["finished", "stopped", "silence", "empty", "interrupted", "unreachable"]
"""Why a round is over: all asked, somebody stopped it, nobody answers, nothing left to ask, the bot
was away for too long, its channel cannot be written to."""

Judgement = Literal["taken", "changed", "same", "once", "late", "foreign", "not_yours", "no_option"]
"""What becomes of a click: the first three count, the others are refused."""

Step = Literal["close", "reveal", "ask", "end", "tell", "drop"]

SECOND = 1_000

BY_LENGTH = 0
"""In the place of a round's seconds: each question has as long as its words need."""

READY_SECONDS, WORDS_A_SECOND = 10, 4
"""Time to answer by length: these seconds, and one for so many words of question and options. A
fixed time was too short for questions of 45 words and four unknown names."""

FEWEST_SECONDS, MOST_SECONDS = 5, 120

MOST_QUESTIONS = 20

LIVE_QUESTIONS, SOLO_QUESTIONS = 10, 5
"""Questions of a round when nobody says how many: three minutes, or one."""

PAUSE = 8 * SECOND
"""Between a reveal and what comes next: time to read the quoted sentence."""

QUIET = 2
"""Questions in a row that nobody answers end a live round: by then the channel has gone."""

SOLO_SILENCE = 3_600 * SECOND
"""After so long without a press a round played alone is over."""

ABSENCE = 120 * SECOND
"""A live round whose question closed so much too late goes no further: its players have left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round on a face: `server` and `channel` by their ids, `seconds` to answer or BY_LENGTH.

    `ending` is why it is to end or has ended, `ended` when its last question was shown.
    """

    id: str
    face: str
    mode: Mode
    server: str
    channel: str
    starter: str
    collection: str | None
    topic: str | None
    questions: int
    seconds: int
    speed_bonus: bool
    started: int
    ending: Ending | None = None
    ended: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question of a round, `number` counted from 1; `message` shows it.

    It is open from `asked` until `closes`; `closed` and `shown` tell when it was, and when its
    answer was shown. `item` is None when its article has been removed since.
    """

    round: Round
    number: int
    item: Item | None
    asked: int
    closes: int
    closed: int | None = None
    shown: int | None = None
    message: str | None = None

    @property
    def is_last(self) -> bool:
        """Whether the round asks nothing after it."""
        return self.round.ending is not None or self.number >= self.round.questions


@dataclass(frozen=True, slots=True)
class Click:
    """A press of an answer's button, `choice` counted from 0; `message` is None in a terminal."""

    player: str
    server: str
    channel: str
    message: str | None
    choice: int
    at: int


def judged(turn: Turn, click: Click, held: int | None) -> Judgement:
    """What becomes of a click, when the player's answer so far is `held`."""
    refused = _refused(turn, click)
    if refused is not None:
        return refused
    if held is None:
        return "taken"
    if turn.round.mode != "live":
        return "once"
    return "same" if held == click.choice else "changed"


def opened(played: Round, number: int, item: Item, now: int) -> Turn:
    """The next question of a round, open from now on for its time."""
    closes = closing(played, item, now)
    return Turn(round=played, number=number, item=item, asked=now, closes=closes)


def closing(played: Round, item: Item | None, now: int) -> int:
    """When a question that is asked now closes, at a whole second."""
    seconds = played.seconds or seconds_for(item)
    return -(-(now + seconds * SECOND) // SECOND) * SECOND


def seconds_for(item: Item | None) -> int:
    """The seconds that a question needs: to get ready, and to read its words."""
    words = " ".join((item.question, *item.options)).split() if item else []
    return READY_SECONDS - -len(words) // WORDS_A_SECOND


def stopped(turn: Turn, ending: Ending, now: int) -> Turn:
    """The question of a round that is to end: closed now if it was open."""
    played = replace(turn.round, ending=turn.round.ending or ending)
    return replace(turn, round=played, closes=min(turn.closes, now))


def step(turn: Turn, quiet: int, now: int) -> Step | None:
    """What is to be done about a round whose latest question this is; None for nothing yet.

    `quiet` is how many questions, up to this one, nobody answered.
    """
    played = turn.round
    if played.ended is not None:
        return "tell"
    if played.mode == "solo":
        return "drop" if now >= _alone_until(turn) else None
    if turn.closed is None:
        return "close" if now >= turn.closes else None
    if turn.shown is None:
        return "reveal"
    if now < turn.shown + PAUSE and played.ending is None:
        return None
    return "end" if ending(turn, quiet) else "ask"


def due(turn: Turn) -> int:
    """When `step` is to be asked again."""
    if turn.round.mode == "solo":
        return _alone_until(turn)
    if turn.closed is None:
        return turn.closes
    if turn.shown is None:
        return turn.closed
    return turn.shown + (0 if turn.round.ending else PAUSE)


def ending(turn: Turn, quiet: int) -> Ending | None:
    """Why a round whose latest question was shown asks no more; None when it does."""
    played = turn.round
    if played.ending is not None:
        return played.ending
    if turn.number >= played.questions:
        return "finished"
    if quiet >= QUIET:
        return "silence"
    late = turn.closed is not None and turn.closed >= turn.closes + ABSENCE
    return "interrupted" if late else None


def _alone_until(turn: Turn) -> int:
    return (turn.closed or turn.asked) + SOLO_SILENCE


def _refused(turn: Turn, click: Click) -> Judgement | None:
    played = turn.round
    elsewhere = (click.server, click.channel) != (played.server, played.channel)
    # A click may be faster than the note of which message shows the question.
    if elsewhere or (turn.message is not None and click.message != turn.message):
        return "foreign"
    if played.mode == "solo" and click.player != played.starter:
        return "not_yours"
    if turn.item is None or turn.closed is not None or click.at >= turn.closes:
        return "late"
    return None if 0 <= click.choice < len(turn.item.options) else "no_option"
