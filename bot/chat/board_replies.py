"""What is said at the end of a round."""

from collections.abc import Iterable, Iterator, Sequence

from bot.chat.score_replies import place_line, sums
from bot.quiz.scoring import Board, Standing
from bot.wording.prompts import Utterance, utterance
from bot.wording.reply import Line, Reply

ROWS = ("quiz/row_of_one", "quiz/row_of_two", "quiz/row_of_three")
"""Whose the longest row was, by how many had it; of more only their number is told."""

FEWEST_ALONE = 3
"""Right answers in a row that are worth telling one who plays alone."""


def board_reply(board: Board) -> Reply:
    """The end of a round: who won, the first places, and what was best."""
    alone = board.round.mode == "solo"
    heading = utterance(f"quiz/board_{board.round.ending}", questions=board.asked)
    units = [Line(heading, heading=True)]
    if alone:
        units += [Line(_result(board.leaders))] if board.leaders else []
        if board.row and board.row.length >= FEWEST_ALONE:
            units.append(Line(utterance("quiz/row_alone", length=board.row.length)))
        return Reply(tuple(units), private=True)
    units += [Line(words) for words in _winners(board.leaders)]
    units += [Line(place_line(standing)) for standing in board.leaders]
    if board.players > len(board.leaders):
        units.append(
            Line(utterance("quiz/more_players", players=board.players - len(board.leaders)))
        )
    units += [Line(words) for words in _best(board)]
    return Reply(tuple(units))


def _best(board: Board) -> Iterator[Utterance]:
    """The longest row of right answers and whose it was, and the best-told outlet."""
    row, told = board.row, board.told
    if row and len(row.players) <= len(ROWS):
        named = dict(zip(("first", "second", "third"), row.players, strict=False))
        yield utterance(ROWS[len(row.players) - 1], length=row.length, **named)
    elif row:
        yield utterance("quiz/row_of_many", length=row.length, players=len(row.players))
    if told:
        yield utterance(
            "quiz/best_told", outlet=told.outlet, right=told.right, answers=told.answers
        )


def _winners(leaders: Sequence[Standing]) -> Iterable[Utterance]:
    first = [standing for standing in leaders if standing.rank == 1 and standing.tally.points]
    if not leaders:
        return [utterance("quiz/nobody_played")]
    if not first:
        return []
    if len(first) > 1:
        return [utterance("quiz/tie", players=len(first))]
    return [utterance("quiz/winner", player=first[0].tally.player)]


def _result(leaders: Sequence[Standing]) -> Utterance:
    return utterance("quiz/result", **sums(leaders[0]))
