"""A round of the quiz: what a click, a timeout and a stop do to it; moments in milliseconds."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from bot.quiz.item import Item

Mode = Literal["solo", "live", "daily"]
"""Alone and private; a whole channel at once; one question for a day."""

Ending = Literal["finished", "stopped", "silence", "empty", "interrupted", "unreachable", "paused"]
"""Why a round is over: all asked, somebody stopped it, nobody answers, nothing left to ask, the bot
was away for too long, its channel cannot be written to, it was paused for too long."""

Judgement = Literal["taken", "changed", "same", "once", "late", "foreign", "not_yours", "no_option"]
"""What becomes of a click: the first three count, the others are refused."""

Step = Literal["close", "reveal", "ask", "end", "tell", "drop"]

SECOND = 1_000

BY_LENGTH = 0
"""In the place of a round's seconds: each question has as long as its words need."""

READY_SECONDS, WORDS_A_SECOND = 10, 4
"""Time to answer by length: these seconds, and one for so many words of question and options. A
fixed time was too short for questions of 45 words and four unknown names."""

TYPING_SECONDS = 10
"""More time for a number that has to be typed."""

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

LONGEST_PAUSE = 1_800 * SECOND
"""For so long a live round waits for its host to go on; then it ends."""

ABSENCE = 120 * SECOND
"""A live round whose question closed so much too late goes no further: its players have left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round on a face: `server` and `channel` by their ids, `seconds` to answer or BY_LENGTH.

    `ending` is why it is to end or has ended, `ended` when its last question was shown. It is
    `paused` since a moment, and `steered` when its host last paused it, skipped, went on or stopped
    it. With `double_last` the last question of a live round gives double points.
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
    paused: int | None = None
    steered: int | None = None
    double_last: bool = False


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

    @property
    def is_double(self) -> bool:
        """Whether it gives double points."""
        played = self.round
        return played.double_last and played.mode == "live" and self.number >= played.questions

    @property
    def is_paused(self) -> bool:
        """Whether nothing is asked after it until the host goes on."""
        return self.round.paused is not None and not self.is_last


@dataclass(frozen=True, slots=True)
class Click:
    """A press of an answer's button, `choice` counted from 0; `message` is None in a terminal.

    With a `guess` it is a number that was typed, and the choice counts for nothing.
    """

    player: str
    server: str
    channel: str
    message: str | None
    choice: int
    at: int
    guess: Decimal | None = None

    @property
    def answer(self) -> int | Decimal:
        """What is answered: a choice or a number."""
        return self.choice if self.guess is None else self.guess


def judged(turn: Turn, click: Click, held: int | Decimal | None) -> Judgement:
    """What becomes of a click, when the player's answer so far is `held`."""
    refused = _refused(turn, click)
    if refused is not None:
        return refused
    if held is None:
        return "taken"
    if turn.round.mode != "live":
        return "once"
    return "same" if held == click.answer else "changed"


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
    if item is None:
        return READY_SECONDS
    words = " ".join((item.question, *item.options)).split()
    typing = TYPING_SECONDS if item.asks_number else 0
    return READY_SECONDS + typing - -len(words) // WORDS_A_SECOND


def stopped(turn: Turn, ending: Ending, now: int) -> Turn:
    """The question of a round that is to end: closed now if it was open."""
    played = replace(turn.round, ending=turn.round.ending or ending, steered=now)
    closes = min(turn.closes, now) if turn.closed is None else turn.closes
    return replace(turn, round=played, closes=closes)


def skipped(turn: Turn, now: int) -> Turn:
    """An open question that its host closes now."""
    return replace(turn, round=replace(turn.round, steered=now), closes=min(turn.closes, now))


def paused(turn: Turn, now: int) -> Turn:
    """The question of a round that asks nothing after it; its answer is to tell so."""
    return replace(turn, round=replace(turn.round, paused=now, steered=now), shown=None)


def resumed(turn: Turn, now: int) -> Turn:
    """The question of a paused round that goes on."""
    return replace(turn, round=replace(turn.round, paused=None, steered=now))


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
    if now < _shown_until(turn, turn.shown):
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
    return _shown_until(turn, turn.shown)


def last_moved(turn: Turn) -> int:
    """The last moment at which something was due in a round, or its host did something."""
    played = turn.round
    return max(turn.closes, played.steered or 0, played.ended or 0)


def ending(turn: Turn, quiet: int) -> Ending | None:
    """Why a round whose latest question was shown asks no more; None when it does."""
    played = turn.round
    if played.ending is not None:
        return played.ending
    if turn.number >= played.questions:
        return "finished"
    if played.paused is not None:
        return "paused"
    steered = played.steered or 0  # where the host is, somebody is there
    if quiet >= QUIET and steered < turn.asked:
        return "silence"
    closed = turn.closed or 0
    return "interrupted" if closed >= turn.closes + ABSENCE and steered < closed else None


def _shown_until(turn: Turn, shown: int) -> int:
    """When what comes after an answer, shown at a moment, is due."""
    if turn.round.ending is not None:
        return shown
    since = turn.round.paused
    return shown + PAUSE if since is None or turn.is_last else since + LONGEST_PAUSE


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
    item = turn.item
    if item is None or turn.closed is not None or click.at >= turn.closes:
        return "late"
    if item.asks_number:
        return "no_option" if click.guess is None else None
    is_option = click.guess is None and 0 <= click.choice < len(item.options)
    return None if is_option else "no_option"
