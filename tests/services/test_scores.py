"""Scores are sums of answers, by the days of the server's zone; a player can take them along."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.errors import NotForYou, WrongUse
from bot.quiz.rounds import SECOND
from bot.quiz.scoring import LEADERS, ServerSettings
from bot.services.scores import zones
from tests.persistence.examples import rows
from tests.quiz.play import RIGHT, SERVER, STARTER, WRONG, Play, answers
from tests.quiz.round_examples import asked

DAY = 24 * 3_600


def moment(written: str) -> int:
    return int(datetime.fromisoformat(written).replace(tzinfo=UTC).timestamp()) * SECOND


async def answered(play: Play, player: str = STARTER, *, right: bool = True) -> None:
    """A player has a question of their own, out of many, and answers it."""
    turn = await play.start("solo", starter=player, questions=1)
    await play.click(turn, player, RIGHT if right else WRONG)


@pytest.fixture
def many(play: Play) -> Play:
    """Rounds with more questions than the articles give: only their answers matter."""
    item = play.pool.items[0]
    play.pool.items = [replace(item, id=f"{number:016x}") for number in range(60)]
    return play


async def test_a_score_is_of_this_week_this_month_and_all_time(many: Play) -> None:
    for day in ("2024-02-28", "2024-03-01", "2024-03-04", "2024-03-10"):
        many.now = moment(f"{day} 12:00")
        await answered(many)
    score = await many.rounds.scores.score(SERVER, STARTER, many.now)
    assert [score.week.tally.points, score.month.tally.points, score.all.tally.points] == [
        20,
        30,
        40,
    ]
    assert score.week.rank == 1


async def test_a_day_and_a_week_begin_in_the_servers_zone(many: Play) -> None:
    await many.rounds.scores.set_settings(SERVER, "America/New_York")
    many.now = moment("2024-03-11 03:30")  # Sunday evening in New York, Monday in UTC
    await answered(many)
    assert (await many.rounds.scores.score(SERVER, STARTER, many.now)).week.tally.points == 10
    many.now = moment("2024-03-11 12:00")
    score = await many.rounds.scores.score(SERVER, STARTER, many.now)
    assert (score.week.tally.points, score.all.tally.points) == (0, 10)
    other = await many.rounds.scores.score("2", STARTER, many.now)
    assert other.all.tally.answers == 0


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])
async def test_a_streak_is_fair_in_every_zone(many: Play, zone: str) -> None:
    await many.rounds.scores.set_settings(SERVER, zone)
    many.now = moment("2024-03-08 10:00")
    for _ in range(5):
        await answered(many)
        many.later(DAY)
    assert (await many.rounds.scores.score(SERVER, STARTER, many.now)).streak == 5
    many.later(2 * DAY)
    assert (await many.rounds.scores.score(SERVER, STARTER, many.now)).streak == 0


async def test_the_leaderboard_ranks_ties_and_tells_ones_own_place(many: Play) -> None:
    for number in range(LEADERS + 2):
        for _ in range(2 if number < 3 else 1):
            await answered(many, f"{number:03}")
    await answered(many, "none", right=False)
    found = await many.rounds.scores.leaderboard(SERVER, "week", "011", many.now)
    assert [(one.rank, one.tally.player) for one in found.leaders][:4] == [
        (1, "000"),
        (1, "001"),
        (1, "002"),
        (4, "003"),
    ]
    assert len(found.leaders) == LEADERS
    assert (found.own.rank, found.own.tally.points) == (4, 10)
    assert "none" not in {one.tally.player for one in found.leaders}
    elsewhere = await many.rounds.scores.leaderboard("2", "all", "011", many.now)
    assert elsewhere.leaders == ()


async def test_scores_are_the_sums_of_the_answers_whatever_is_played(
    many: Play, folder: Path
) -> None:
    await many.rounds.scores.set_settings(SERVER, speed_bonus=True)
    for number in range(12):
        turn = await many.start(questions=1, channel=f"{number}")
        for player in range(5):
            many.later(0.9)
            choice = (player * number) % 4
            await many.click(turn, f"p{player}", choice, channel=f"{number}")
        await many.reveal()
        await many.board()
    by_player: dict[object, int] = {}
    for who, _, points in answers(folder):
        by_player[who] = by_player.get(who, 0) + int(str(points))
    found = await many.rounds.scores.leaderboard(SERVER, "all", "p0", many.now)
    assert {one.tally.player: one.tally.points for one in found.leaders} == {
        who: points for who, points in by_player.items() if points
    }


@pytest.mark.parametrize("player", [STARTER, "U02ABC/T01", "Zoë & Söhne: 10%'"])
async def test_everything_kept_of_a_player_can_be_exported_and_forgotten(
    play: Play, folder: Path, player: str
) -> None:
    live = await play.start(starter=player)
    await play.click(live, player)
    await play.click(live, "other")
    play.later(16)
    await play.step()
    await play.rounds.moderation.report(live.round.id, 1, SERVER, player, "unclear", now=play.now)
    await answered(play, player)
    kept = await play.rounds.scores.export(player)
    told = json.loads(json.dumps(kept))
    assert (len(told["answers"]), len(told["reports"])) == (2, 1)
    assert [one["mode"] for one in told["rounds_started"]] == ["live", "solo"]
    assert await play.rounds.scores.forget(player) == 3
    assert await play.rounds.scores.export(player) == {
        "player": player,
        "answers": [],
        "reports": [],
        "rounds_started": [],
        "feeds_added": [],
        "digests_ordered": [],
    }
    everything = [
        rows(folder / "pullquote.db", f"SELECT * FROM {table}")  # noqa: S608 - our own tables
        for table in ("quiz_round", "quiz_turn", "quiz_answer", "quiz_report")
    ]
    kept_values = {value for table in everything for row in table for value in row}
    assert not [value for value in kept_values if player in str(value)]
    assert [who for who, _, _ in answers(folder)] == ["other"]


async def test_each_setting_of_a_server_is_kept_when_another_is_changed(play: Play) -> None:
    scores = play.rounds.scores
    assert await scores.settings(SERVER) == ServerSettings("UTC")
    assert await scores.set_settings(SERVER, "Europe/Paris") == ServerSettings("Europe/Paris")
    await scores.set_settings(SERVER, speed_bonus=True)
    await scores.set_settings(SERVER, double_last=True)
    everything = ServerSettings("Europe/Paris", speed_bonus=True, double_last=True)
    assert await scores.settings(SERVER) == everything
    assert await scores.set_settings(SERVER, double_last=False) == replace(
        everything, double_last=False
    )
    assert await scores.settings("2") == ServerSettings("UTC")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "", "/etc", "Europe"])
async def test_a_zone_that_does_not_exist_is_refused(play: Play, zone: str) -> None:
    with pytest.raises(WrongUse):
        await play.rounds.scores.set_settings(SERVER, zone)


def test_zones_are_found_by_a_part_of_their_name() -> None:
    assert zones("new york") == ["America/New_York"]
    assert len(zones("e", 25)) == 25
    assert zones("nowhere at all") == []


async def test_a_click_on_what_was_forgotten_is_told(play: Play) -> None:
    turn = await play.start("solo")
    await play.rounds.scores.forget(STARTER)
    with pytest.raises(NotForYou):
        await play.click(turn)
    assert asked().round.id != turn.round.id
