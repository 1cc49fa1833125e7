"""Answers come in time: at once, or after "thinking"; and through faults of the network."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot.briefing.answer import Answer
from bot.chat.discord_app import completion
from bot.errors import StorageFailed
from bot.persistence.article_rows import Kind
from bot.services.articles import ArticleService
from bot.services.inquiries import InquiryService
from bot.services.newsroom import Newsroom, Question
from tests.chat.discord_app.connected import connected, until
from tests.chat.discord_app.examples import Json, quotes, told
from tests.discord_standin import Standin

EPHEMERAL = 64
V2 = 1 << 15


class Slow:
    """A newsroom that answers when it is let, or then fails."""

    def __init__(self) -> None:
        self.let = asyncio.Event()
        self.fails = False
        self.newsroom: Newsroom

    async def passed(self) -> None:
        """Wait until it is let."""
        await self.let.wait()
        if self.fails:
            raise StorageFailed("storage/full", file="news.db")


class SlowInquiries(InquiryService):
    """Answers, late; or errors."""

    slow: Slow

    async def answer(self, asked: Question, first: int = 0, *, now: date | None = None) -> Answer:
        """The answer, late; or an error."""
        await self.slow.passed()
        return await super().answer(asked, first, now=now)


class SlowArticles(ArticleService):
    """Names, late."""

    slow: Slow

    async def names(self, kind: Kind, typed: str, collection: str | None = None) -> list[str]:
        """The names, late."""
        await self.slow.passed()
        return await super().names(kind, typed, collection)


@pytest.fixture
async def slow(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Slow]:
    made = Slow()
    for name, late in (("InquiryService", SlowInquiries), ("ArticleService", SlowArticles)):
        monkeypatch.setattr(late, "slow", made, raising=False)
        monkeypatch.setattr(f"bot.services.newsroom.{name}", late)
    async with await Newsroom.open(shutil.copytree(prepared, tmp_path / "slow")) as opened:
        made.newsroom = opened
        yield made


@pytest.fixture
async def standin(slow: Slow) -> AsyncIterator[Standin]:
    async with connected(slow.newsroom) as discord:
        yield discord


@pytest.mark.parametrize("private", [False, True])
async def test_a_slow_answer_is_deferred_in_time_and_edited_in(
    standin: Standin, slow: Slow, *, private: bool
) -> None:
    exchange = await standin.users.slash("brief", topic="ferry", private=private)
    deferral = await exchange.reply()
    assert deferral == {"type": 5, "data": {"flags": EPHEMERAL}} if private else {"type": 5}
    slow.let.set()
    message = await exchange.message()
    assert message["flags"] & V2
    assert bool(message["flags"] & EPHEMERAL) == private
    assert quotes(message["components"])


async def test_work_that_fails_late_ends_in_a_sentence(standin: Standin, slow: Slow) -> None:
    slow.fails = True
    exchange = await standin.users.slash("ask", question="how much would a new ferry cost?")
    assert (await exchange.reply())["type"] == 5
    slow.let.set()
    message = await exchange.message()
    assert "no room left on the disk" in told(message["components"])


async def test_a_deferral_that_comes_too_late_is_logged_and_the_next_is_answered(
    standin: Standin, slow: Slow, caplog: pytest.LogCaptureFixture
) -> None:
    standin.interactions.too_late = True
    late = await standin.users.slash("brief", topic="ferry")
    await until(lambda: standin.interactions.late)
    standin.interactions.too_late = False
    slow.let.set()
    assert quotes((await brief(standin))["components"])
    assert late.original is None
    assert caplog.text.count("an answer came too late or twice") == 1
    standin.interactions.late.clear()
    standin.interactions.exchanges.clear()


async def test_many_at_once_are_all_answered(standin: Standin, slow: Slow) -> None:
    slow.let.set()
    standin.rest.judge = None  # judging takes longer than answering, in the same process
    topics = ["ferry", "strait", "seals", "council"] * 8
    exchanges = [await standin.users.slash("brief", topic=topic) for topic in topics]
    for exchange in exchanges:
        assert quotes((await exchange.message())["components"])


async def test_who_waits_is_answered_before_the_bot_goes(slow: Slow) -> None:
    async with connected(slow.newsroom) as standin:
        exchange = await standin.users.slash("brief", topic="ferry")
        assert (await exchange.reply())["type"] == 5
        slow.let.set()
    assert quotes(exchange.shown["components"])


async def test_a_cut_connection_is_resumed_and_what_was_missed_is_answered(
    standin: Standin, slow: Slow
) -> None:
    slow.let.set()
    await standin.gateway.drop()
    exchange = await standin.users.slash("brief", topic="ferry")
    await until(lambda: "resume" in standin.gateway.log)
    assert quotes((await exchange.message())["components"])


@pytest.mark.parametrize("status", [429, 502])
async def test_what_discord_asks_to_send_again_is_sent_again(
    standin: Standin, slow: Slow, status: int
) -> None:
    slow.let.set()
    standin.fault("/callback$", status=status)
    assert quotes((await brief(standin))["components"])


async def test_an_answer_whose_connection_breaks_ends_in_an_apology(
    standin: Standin, slow: Slow
) -> None:
    slow.let.set()
    standin.fault("/callback$", drop=True)
    assert "Something went wrong on my side" in told((await brief(standin))["components"])


async def test_nothing_is_offered_when_the_newsroom_is_slow(
    standin: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(completion, "PATIENCE", 0.1)
    assert await (await standin.users.autocomplete("brief", "outlet", "coast")).choices() == []


async def brief(standin: Standin) -> Json:
    """The message that answers /brief ferry."""
    message: Json = await (await standin.users.slash("brief", topic="ferry")).message()
    return message
