"""Sums over answers, and what is kept of a server and of a player."""

from dataclasses import replace

from bot.persistence.store import Store
from bot.quiz.scoring import ServerSettings, Tally
from tests.quiz.round_examples import NOW, asked, click, played

DAYS = (20_240_301, 20_240_309)


async def answered(store: Store, name: str, day: int, *players: str, choice: int = 1) -> None:
    """A live round of one question that some players answered."""
    turn = replace(asked(replace(played("live"), id=name)), message=None)
    assert await store.rounds.open(turn, f"slot of {name}")
    for player in players:
        await store.answers.answer(name, 1, click(player=player, choice=choice), day)
    await store.answers.close_turn(turn, NOW)


async def test_leaders_are_those_with_points_since_a_day(store: Store) -> None:
    await answered(store, "a", DAYS[0], "x", "y")
    await answered(store, "b", DAYS[1], "y")
    await answered(store, "c", DAYS[1], "z", choice=0)
    assert await store.scores.leaders("1", 0, 9) == [Tally("y", 20, 2, 2), Tally("x", 10, 1, 1)]
    assert await store.scores.leaders("1", DAYS[1], 9) == [Tally("y", 10, 1, 1)]
    assert await store.scores.leaders("1", 0, 1) == [Tally("y", 20, 2, 2)]
    assert await store.scores.leaders("2", 0, 9) == []


async def test_a_tally_tells_how_many_are_ahead(store: Store) -> None:
    await answered(store, "a", DAYS[0], "x", "y", "z")
    await answered(store, "b", DAYS[0], "y", "z")
    assert await store.scores.tally("1", 0, "x") == (Tally("x", 10, 1, 1), 2)
    assert await store.scores.tally("1", 0, "y") == (Tally("y", 20, 2, 2), 0)
    assert await store.scores.tally("1", 0, "nobody") == (Tally("nobody", 0, 0, 0), 3)
    assert await store.scores.days("1", "x") == [DAYS[0]]


async def test_the_settings_of_a_server_are_kept(store: Store) -> None:
    assert await store.scores.settings("1") == ServerSettings()
    seoul = ServerSettings("Asia/Seoul", speed_bonus=True, double_last=True)
    for chosen in (ServerSettings("Asia/Tokyo", speed_bonus=True), seoul):
        await store.scores.set_settings("1", chosen)
        assert await store.scores.settings("1") == chosen
    assert await store.scores.settings("2") == ServerSettings()


async def test_a_forgotten_player_leaves_the_others(store: Store) -> None:
    await answered(store, "a", DAYS[0], "x", "y")
    await store.reports.report("1", "00", "x", "wrong", now=NOW)
    assert await store.scores.forget("x") == 2
    assert (await store.scores.answers_of("x"), await store.scores.reports_of("x")) == ([], [])
    assert len(await store.scores.answers_of("y")) == 1
    assert [one["id"] for one in await store.scores.rounds_of("1")] == ["a"]
    await store.scores.forget("1")
    assert await store.scores.rounds_of("1") == []
    assert await store.rounds.turn("a") is not None
