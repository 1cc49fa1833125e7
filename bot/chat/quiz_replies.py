"""From what happens in a round of the quiz to what is said about it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.articles.article import Article
from bot.chat.replies import DAY, LIST_PAGE, block_of
from bot.quiz.results import Board, Leaderboard, Posed, Reveal, Score
from bot.quiz.rounds import SECOND, Turn
from bot.quiz.scoring import GivenAnswer, Standing, points
from bot.services.moderation import ReportedItem
from bot.wording.prompts import Utterance, utterance
from bot.wording.reply import Line, Reply, Unit

LETTERS = "ABCDE"

SHOWN_LEADERS = 3
"""Places shown between two questions; the board at the end has more."""

LONGEST_QUESTION = 150
"""Characters of a question in a list of ten."""


def letter(choice: int) -> str:
    """The letter of an option, `choice` counted from 0."""
    return LETTERS[choice]


def question_reply(posed: Posed, *, here: bool = False) -> Reply:
    """A question with all its options; `here` in a terminal, where letters are typed."""
    turn = posed.turn
    item = turn.item
    if item is None:
        return Reply((Line(utterance("quiz/gone"), heading=True),), private=True)
    units = [
        Line(_heading(turn, here=here), heading=True),
        *_source(posed.article),
        Line(utterance("quiz/question", question=item.question)),
    ]
    units += [
        Line(utterance("quiz/option", letter=letter(choice), option=option))
        for choice, option in enumerate(item.options)
    ]
    if turn.round.mode == "live":
        units.append(Line(utterance("quiz/players", players=posed.players)))
    return Reply(tuple(units), private=turn.round.mode == "solo")


def reveal_reply(reveal: Reveal) -> Reply:
    """The answer to a question, what proves it, and who stands where."""
    turn = reveal.turn
    item = turn.item
    if item is None or reveal.proof is None:
        return Reply((Line(utterance("quiz/gone"), heading=True),), turn.round.mode == "solo")
    quote, words = reveal.proof
    units: list[Unit] = [
        Line(_closed_heading(turn), heading=True),
        Line(utterance("quiz/question", question=item.question)),
        *(Line(words) for words in _options(reveal, item.options, item.answer_index)),
        Line(_verdict(reveal, item.answer_index)),
        replace(block_of(quote), spans=(words,)),
    ]
    units += _standing(reveal)
    return Reply(tuple(units), private=turn.round.mode == "solo")


def board_reply(board: Board) -> Reply:
    """The end of a round: who won, and the first places."""
    alone = board.round.mode == "solo"
    heading = utterance(f"quiz/board_{board.round.ending}", questions=board.asked)
    units = [Line(heading, heading=True)]
    if alone:
        units += [Line(_result(board.leaders))] if board.leaders else []
        return Reply(tuple(units), private=True)
    units += [Line(words) for words in _winners(board.leaders)]
    units += [Line(_place(standing)) for standing in board.leaders]
    if board.players > len(board.leaders):
        units.append(
            Line(utterance("quiz/more_players", players=board.players - len(board.leaders)))
        )
    return Reply(tuple(units))


def score_reply(score: Score) -> Reply:
    """What a player has in a server."""
    if not score.all.tally.answers:
        return Reply((Line(utterance("quiz/score_none"), heading=True),), private=True)
    week, month, every = score.week, score.month, score.all
    told = [
        utterance("quiz/score_week", rank=week.rank, **_sums(week)),
        utterance("quiz/score_month", rank=month.rank, **_sums(month)),
        utterance("quiz/score_all", **_sums(every)),
        utterance("quiz/streak", days=score.streak),
    ]
    return Reply(tuple(Line(words) for words in told), private=True)


def leaderboard_reply(found: Leaderboard) -> Reply:
    """The first places of a server, and one's own below when it is not among them."""
    units = [Line(utterance(f"quiz/leaderboard_{found.window}"), heading=True)]
    if not found.leaders:
        return Reply((*units, Line(utterance("quiz/leaderboard_none"))))
    units += [Line(_place(standing)) for standing in found.leaders]
    own = found.own
    players = {standing.tally.player for standing in found.leaders}
    if own.tally.points and own.tally.player not in players:
        units.append(Line(utterance("quiz/own_place", rank=own.rank, points=own.tally.points)))
    return Reply(tuple(units))


def doubted_reply(found: Sequence[ReportedItem]) -> Reply:
    """The questions that are not asked in a server, and why."""
    if not found:
        return Reply((Line(utterance("quiz/admin_none"), heading=True),), private=True)
    units = [Line(utterance("quiz/admin_heading", questions=len(found)), heading=True)]
    units += [Line(words) for one in found[:LIST_PAGE] for words in _doubted(one)]
    if len(found) > LIST_PAGE:
        units.append(Line(utterance("quiz/admin_more", questions=len(found) - LIST_PAGE)))
    return Reply(tuple(units), private=True)


def settings_reply(zone: str, *, speed_bonus: bool) -> Reply:
    """What holds for a server."""
    name = "quiz/settings_speed" if speed_bonus else "quiz/settings_steady"
    return Reply((Line(utterance(name, zone=zone), heading=True),), private=True)


def _doubted(one: ReportedItem) -> Iterator[Utterance]:
    name, item = one.decided.item, one.item
    if item is None:
        yield utterance("quiz/admin_gone", id=name)
        return
    question = item.question[:LONGEST_QUESTION]
    yield utterance(f"quiz/admin_{one.decided.verdict}", question=question, id=name)
    for reason in sorted(set(one.reasons)):
        yield utterance(f"quiz/reason_{reason}")


def _heading(turn: Turn, *, here: bool) -> Utterance:
    closes, played = turn.closes // SECOND, turn.round
    if played.mode == "daily":
        return utterance("quiz/heading_daily", closes=closes)
    place = {"number": turn.number, "questions": played.questions}
    if played.mode == "live":
        return utterance("quiz/heading_live", closes=closes, **place)
    return utterance("quiz/heading_here" if here else "quiz/heading_solo", **place)


def _closed_heading(turn: Turn) -> Utterance:
    if turn.round.mode == "daily":
        return utterance("quiz/heading_daily_closed")
    return utterance("quiz/heading_closed", number=turn.number, questions=turn.round.questions)


def _source(article: Article | None) -> Iterator[Line]:
    """Where the question is from; first words in a title's place might give the answer away."""
    if article is None or article.title_origin == "first_words":
        return
    title, outlet, date = article.title, article.outlet, (article.published or "")[:DAY]
    if outlet and date:
        yield Line(utterance("quiz/source", outlet=outlet, title=title, date=date))
    elif outlet:
        yield Line(utterance("quiz/source_undated", outlet=outlet, title=title))
    elif date:
        yield Line(utterance("quiz/source_unstated", title=title, date=date))
    else:
        yield Line(utterance("quiz/source_bare", title=title))


def _options(reveal: Reveal, options: Sequence[str], right: int) -> Iterator[Utterance]:
    """The options in the order in which they were shown, the right one marked."""
    counted = reveal.turn.round.mode != "solo"
    for choice, option in enumerate(options):
        told = {"letter": letter(choice), "option": option}
        if counted and reveal.answers:
            count = reveal.chosen[choice]
            share = round(100 * count / reveal.answers)
            name = "option_right_counted" if choice == right else "option_counted"
            yield utterance(f"quiz/{name}", count=count, share=share, **told)
        elif choice == right:
            yield utterance("quiz/option_right", **told)
        elif choice == reveal.given:
            yield utterance("quiz/option_wrong", **told)
        else:
            yield utterance("quiz/option_other", **told)


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


def _winners(leaders: Sequence[Standing]) -> Iterable[Utterance]:
    first = [standing for standing in leaders if standing.rank == 1 and standing.tally.points]
    if not leaders:
        return [utterance("quiz/nobody_played")]
    if not first:
        return []
    if len(first) > 1:
        return [utterance("quiz/tie", players=len(first))]
    return [utterance("quiz/winner", player=first[0].tally.player)]


def _leader(standing: Standing) -> Utterance:
    tally = standing.tally
    return utterance("quiz/leader", rank=standing.rank, player=tally.player, points=tally.points)


def _place(standing: Standing) -> Utterance:
    tally = standing.tally
    return utterance(
        "quiz/place",
        rank=standing.rank,
        player=tally.player,
        points=tally.points,
        right=tally.right,
    )


def _result(leaders: Sequence[Standing]) -> Utterance:
    return utterance("quiz/result", **_sums(leaders[0]))


def _sums(standing: Standing) -> dict[str, int]:
    tally = standing.tally
    return {"points": tally.points, "right": tally.right, "answers": tally.answers}
