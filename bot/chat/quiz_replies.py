"""From what happens in a round of the quiz to what is said about it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bot.chat.board_replies import board_reply
from bot.chat.guess_replies import guess_button, guesses, locked_in
from bot.chat.ids import (
    guess_id,
    next_id,
    pause_id,
    report_id,
    resume_id,
    skip_id,
    stop_id,
)
from bot.chat.replies import DAY, block_of, line_reply
from bot.errors import NotForYou
from bot.quiz.item import REASONS, Item
from bot.quiz.rounds import LONGEST_PAUSE, SECOND, Turn
from bot.quiz.scoring import Answered, Board, GivenAnswer, Posed, Reveal, Standing, points
from bot.services.rounds import Happening
from bot.wording.prompts import Utterance, utterance
from bot.wording.reply import Button, Line, Reply, Unit

LETTERS = "ABCDE"

SHOWN_LEADERS = 3
"""Places shown between two questions; the board at the end has more."""


def letter(choice: int) -> str:
    """The letter of an option, `choice` counted from 0."""
    return LETTERS[choice]


def question_reply(posed: Posed, *, here: bool = False) -> Reply:
    """A question with all its options, a button for each or one to guess, and those of the host.

    `here` in a terminal, where letters are typed.
    """
    turn = posed.turn
    item = turn.item
    if item is None:
        return replace(_gone(turn), buttons=(_hosting(turn),))
    units = [
        Line(_heading(turn, here=here), heading=True),
        *_source(posed),
        Line(utterance("quiz/question", question=item.question), long=True),
    ]
    units += [
        Line(utterance("quiz/option", letter=letter(choice), option=option))
        for choice, option in enumerate(item.options)
    ]
    if item.asks_number:
        units.append(Line(utterance("quiz/nearest_wins")))
    if turn.round.mode == "live":
        units.append(Line(utterance("quiz/players", players=posed.players)))
    answers = tuple(_guess(turn, choice) for choice in range(len(item.options)))
    answers = (guess_button(turn),) if item.asks_number else answers
    return Reply(tuple(units), turn.round.mode == "solo", buttons=(answers, _hosting(turn)))


def reveal_reply(reveal: Reveal) -> Reply:
    """The answer to a question, what proves it, who stands where, and a button that reports it.

    In a paused round it says so, and has a button that goes on.
    """
    turn = reveal.turn
    item = turn.item
    alone = turn.round.mode == "solo"
    following = (_next(turn),) if alone and not turn.is_last else ()
    going_on = (_resume(turn),) if turn.is_paused else ()
    host = () if turn.is_last else (*going_on, *_stop(turn))
    buttons = ((*following, _report(turn), *host),)
    if item is None or reveal.proof is None:
        gone = _gone(turn)
        return replace(gone, units=(*gone.units, *_pause(turn)), buttons=buttons)
    quote, words = reveal.proof
    units: list[Unit] = [
        Line(_closed_heading(turn), heading=True),
        Line(utterance("quiz/question", question=item.question), long=True),
        *map(Line, guesses(reveal) if item.asks_number else _answers(reveal, item)),
        replace(block_of(quote), spans=(words,)),
    ]
    units += _standing(reveal)
    units += _pause(turn)
    return Reply(tuple(units), alone, buttons=buttons)


def happening_reply(happening: Happening) -> Reply:
    """What is shown next of a round: a question, an answer, or the board at the end."""
    if isinstance(happening, Posed):
        return question_reply(happening)
    return reveal_reply(happening) if isinstance(happening, Reveal) else board_reply(happening)


def ended_reply(reveal: Reveal, board: Board) -> Reply:
    """The last answer of a round played alone, and what it came to."""
    units = (*reveal_reply(reveal).units, *board_reply(board).units)
    return Reply(units, private=True, buttons=((_report(reveal.turn),),))


def answered_reply(answered: Answered) -> Reply:
    """That an answer counts; NotForYou says why it does not."""
    name, choice = answered.judgement, answered.answer
    if isinstance(choice, Decimal):
        return Reply((Line(locked_in(name, choice), heading=True),), private=True)
    if choice is None or name in ("late", "foreign", "not_yours", "no_option"):
        raise NotForYou(f"quiz/{name}")
    taken = "locked_in_daily" if answered.turn.round.mode == "daily" else "locked_in"
    return line_reply(f"quiz/{taken if name == 'taken' else name}", letter=letter(choice))


def reasons_reply(turn: Turn) -> Reply:
    """The reasons for which a question can be reported, a button each."""
    played, number = turn.round.id, turn.number
    buttons = tuple(
        Button(utterance(f"quiz/reason_{reason}"), report_id(played, number, reason))
        for reason in REASONS
    )
    return Reply((Line(utterance("quiz/report_why")),), private=True, buttons=(buttons,))


def _gone(turn: Turn) -> Reply:
    return Reply((Line(utterance("quiz/gone"), heading=True),), private=turn.round.mode == "solo")


def _guess(turn: Turn, choice: int) -> Button:
    label = utterance("quiz/button_option", letter=letter(choice))
    return Button(label, guess_id(turn.round.id, turn.number, choice), primary=True)


def _next(turn: Turn) -> Button:
    return Button(utterance("quiz/button_next"), next_id(turn.round.id), primary=True)


def _report(turn: Turn) -> Button:
    return Button(utterance("quiz/button_report"), report_id(turn.round.id, turn.number))


def _resume(turn: Turn) -> Button:
    return Button(utterance("quiz/button_resume"), resume_id(turn.round.id), primary=True)


def _hosting(turn: Turn) -> tuple[Button, ...]:
    """What only the host of a live round may press; who plays alone may only stop."""
    if turn.round.mode != "live":
        return _stop(turn)
    pause = Button(utterance("quiz/button_pause"), pause_id(turn.round.id))
    pausing = () if turn.is_last else (_resume(turn) if turn.is_paused else pause,)
    skip = Button(utterance("quiz/button_skip"), skip_id(turn.round.id, turn.number))
    return (*pausing, skip, *_stop(turn))


def _stop(turn: Turn) -> tuple[Button, ...]:
    """A daily question is not stopped: it closes by itself."""
    if turn.round.mode == "daily":
        return ()
    return (Button(utterance("quiz/button_stop"), stop_id(turn.round.id)),)


def _heading(turn: Turn, *, here: bool) -> Utterance:
    closes, played = turn.closes // SECOND, turn.round
    if played.mode == "daily":
        return utterance("quiz/heading_daily", closes=closes)
    place = {"number": turn.number, "questions": played.questions}
    if played.mode == "live":
        name = "quiz/heading_live_double" if turn.is_double else "quiz/heading_live"
        return utterance(name, closes=closes, **place)
    return utterance("quiz/heading_here" if here else "quiz/heading_solo", **place)


def _closed_heading(turn: Turn) -> Utterance:
    if turn.round.mode == "daily":
        return utterance("quiz/heading_daily_closed")
    name = "quiz/heading_closed_double" if turn.is_double else "quiz/heading_closed"
    return utterance(name, number=turn.number, questions=turn.round.questions)


def _pause(turn: Turn) -> Iterator[Line]:
    """That a round is paused, until when, and who may go on."""
    if turn.is_paused:
        ends = ((turn.round.paused or 0) + LONGEST_PAUSE) // SECOND
        if turn.round.starter:
            yield Line(utterance("quiz/paused", player=turn.round.starter, ends=ends))
        else:
            yield Line(utterance("quiz/paused_by_moderator", ends=ends))


def _source(posed: Posed) -> Iterator[Line]:
    """Where the question is from; first words in a title's place might give the answer away."""
    article, item = posed.article, posed.turn.item
    if article is None or article.title_origin == "first_words":
        return
    title, outlet, date = article.title, article.outlet, (article.published or "")[:DAY]
    if item and item.hides_headline:
        yield from _source_untitled(outlet, date)
    elif outlet and date:
        yield Line(utterance("quiz/source", outlet=outlet, title=title, date=date))
    elif outlet:
        yield Line(utterance("quiz/source_undated", outlet=outlet, title=title))
    elif date:
        yield Line(utterance("quiz/source_unstated", title=title, date=date))
    else:
        yield Line(utterance("quiz/source_bare", title=title))


def _source_untitled(outlet: str | None, date: str) -> Iterator[Line]:
    """Where a question is from whose headline gives the answer away."""
    if outlet and date:
        yield Line(utterance("quiz/source_untitled", outlet=outlet, date=date))
    elif outlet:
        yield Line(utterance("quiz/source_untitled_undated", outlet=outlet))
    elif date:
        yield Line(utterance("quiz/source_untitled_unstated", date=date))


def _answers(reveal: Reveal, item: Item) -> Iterator[Utterance]:
    """The options in the order in which they were shown, the right one marked; who was right."""
    options, right = item.options, item.answer_index
    counted = reveal.turn.round.mode != "solo"
    for choice, option in enumerate(options):
        variables = {"letter": letter(choice), "option": option}
        if counted and reveal.answers:
            count = reveal.chosen[choice]
            share = round(100 * count / reveal.answers)
            name = "option_right_counted" if choice == right else "option_counted"
            yield utterance(f"quiz/{name}", count=count, share=share, **variables)
        elif choice == right:
            yield utterance("quiz/option_right", **variables)
        elif choice == reveal.given:
            yield utterance("quiz/option_wrong", **variables)
        else:
            yield utterance("quiz/option_other", **variables)
    yield _verdict(reveal, right)


def _verdict(reveal: Reveal, right: int) -> Utterance:
    if reveal.turn.round.mode != "solo":
        if not reveal.answers:
            return utterance("quiz/nobody")
        return utterance("quiz/results", right=reveal.chosen[right], answers=reveal.answers)
    if reveal.given is None:
        return utterance("quiz/unanswered", letter=letter(right))
    if reveal.given != right:
        return utterance("quiz/wrong", letter=letter(right))
    worth = points(reveal.turn, GivenAnswer(reveal.turn.round.starter, right, reveal.turn.asked))
    return utterance("quiz/right", points=worth)


def _standing(reveal: Reveal) -> list[Unit]:
    turn = reveal.turn
    leaders = [one for one in reveal.leaders if one.tally.points][:SHOWN_LEADERS]
    if turn.round.mode != "live" or turn.is_last or not leaders:
        return []
    places = [_leader(standing) for standing in leaders]
    return [Line(utterance("quiz/standing")), *(Line(words) for words in places)]


def _leader(standing: Standing) -> Utterance:
    tally = standing.tally
    return utterance("quiz/leader", rank=standing.rank, player=tally.player, points=tally.points)
