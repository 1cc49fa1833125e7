"""Reports and verdicts in the database."""

from bot.persistence.reports import Decision
from bot.persistence.store import Store


async def test_a_player_reports_a_question_once_in_a_server(store: Store) -> None:
    assert await store.reports.report("1", "i", "a", "wrong", now=5)
    assert not await store.reports.report("1", "i", "a", "unclear", now=6)
    assert await store.reports.report("2", "i", "a", "unclear", now=6)
    assert await store.reports.report("1", "i", "b", "improper", now=7)
    assert sorted(await store.reports.reasons("1", "i")) == ["improper", "wrong"]
    assert await store.reports.reasons("1", "i", since=5) == ["improper"]
    assert await store.reports.reasons("1", "j") == []
    assert {
        item: sorted(found) for item, found in (await store.reports.all_reasons("1")).items()
    } == {"i": ["improper", "wrong"]}


async def test_the_last_verdict_holds_in_its_server(store: Store) -> None:
    assert await store.reports.verdict("1", "i") is None
    await store.reports.decide("1", "i", "reported", 5)
    await store.reports.decide("1", "j", "retired", 6)
    assert await store.reports.not_asked("1") == [
        Decision("j", "retired", 6),
        Decision("i", "reported", 5),
    ]
    await store.reports.decide("1", "i", "restored", 7)
    assert await store.reports.verdict("1", "i") == Decision("i", "restored", 7)
    assert await store.reports.not_asked("1") == [Decision("j", "retired", 6)]
    assert await store.reports.not_asked("2") == []
