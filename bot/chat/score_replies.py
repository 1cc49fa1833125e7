"""What is said about scores, and to those who manage the quiz of a server."""

from collections.abc import Iterator, Sequence

from bot.chat.replies import LIST_PAGE
from bot.quiz.scoring import Leaderboard, Score, ServerSettings, Standing
from bot.services.moderation import ReportedItem
from bot.wording.prompts import Utterance, utterance
from bot.wording.reply import Line, Reply

LONGEST_QUESTION = 150
"""Characters of a question in a list of ten."""


def score_reply(score: Score) -> Reply:
    """What a player has in a server."""
    if not score.all.tally.answers:
        return Reply((Line(utterance("quiz/score_none"), heading=True),), private=True)
    week, month, every = score.week, score.month, score.all
    sentences = [
        utterance("quiz/score_week", rank=week.rank, **sums(week)),
        utterance("quiz/score_month", rank=month.rank, **sums(month)),
        utterance("quiz/score_all", **sums(every)),
        utterance("quiz/streak", days=score.streak),
    ]
    return Reply(tuple(Line(words) for words in sentences), private=True)


def leaderboard_reply(found: Leaderboard) -> Reply:
    """The first places of a server, and one's own below when it is not among them."""
    units = [Line(utterance(f"quiz/leaderboard_{found.window}"), heading=True)]
    if not found.leaders:
        return Reply((*units, Line(utterance("quiz/leaderboard_none"))))
    units += [Line(place_line(standing)) for standing in found.leaders]
    own = found.own
    players = {standing.tally.player for standing in found.leaders}
    if own.tally.points and own.tally.player not in players:
        units.append(Line(utterance("quiz/own_place", rank=own.rank, points=own.tally.points)))
    return Reply(tuple(units))


def not_asked_reply(found: Sequence[ReportedItem]) -> Reply:
    """The questions that are not asked in a server, and why."""
    if not found:
        return Reply((Line(utterance("quiz/admin_none"), heading=True),), private=True)
    units = [Line(utterance("quiz/admin_heading", questions=len(found)), heading=True)]
    units += [Line(words) for one in found[:LIST_PAGE] for words in _not_asked(one)]
    if len(found) > LIST_PAGE:
        units.append(Line(utterance("quiz/admin_more", questions=len(found) - LIST_PAGE)))
    return Reply(tuple(units), private=True)


def settings_reply(held: ServerSettings) -> Reply:
    """What holds for a server."""
    speed = "quiz/settings_speed" if held.speed_bonus else "quiz/settings_steady"
    last = "quiz/settings_double" if held.double_last else "quiz/settings_single"
    units = (Line(utterance(speed, zone=held.zone), heading=True), Line(utterance(last)))
    return Reply(units, private=True)


def place_line(standing: Standing) -> Utterance:
    """A place of a board or a leaderboard."""
    tally = standing.tally
    return utterance(
        "quiz/place",
        rank=standing.rank,
        player=tally.player,
        points=tally.points,
        right=tally.right,
    )


def sums(standing: Standing) -> dict[str, int]:
    """What a standing adds up, as the variables of a sentence."""
    tally = standing.tally
    return {"points": tally.points, "right": tally.right, "answers": tally.answers}


def _not_asked(one: ReportedItem) -> Iterator[Utterance]:
    name, item = one.decided.item, one.item
    if item is None:
        yield utterance("quiz/admin_gone", id=name)
        return
    question = item.question[:LONGEST_QUESTION]
    yield utterance(f"quiz/admin_{one.decided.verdict}", question=question, id=name)
    for reason in sorted(set(one.reasons)):
        yield utterance(f"quiz/reason_{reason}")
