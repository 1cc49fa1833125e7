"""The bot from its start to its end, in this process."""

import asyncio
import logging
import os
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from pydantic import SecretStr

from bot.chat.discord_app import endpoint, running
from bot.chat.discord_app.endpoint import logged_in
from bot.errors import PullquoteError, WrongConfiguration
from bot.services.newsroom import Newsroom
from bot.settings import Settings
from tests.chat.discord_app.conftest import PROMPTS
from tests.chat.discord_app.connected import settings_of, until
from tests.discord_standin import Standin
from tests.effort import PATIENCE
from tests.persistence.examples import rows


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
async def standin() -> AsyncIterator[Standin]:
    async with Standin() as discord:
        yield discord
        assert discord.problems() == []


async def run_and_stop(standin: Standin, newsroom: Newsroom, number: signal.Signals) -> None:
    """Run the bot until it is connected, then send a signal."""
    bot = asyncio.create_task(running.run(newsroom, settings_of(standin), PROMPTS))
    await standin.gateway.wait_ready()
    await until(lambda: standin.gateway.sessions)
    os.kill(os.getpid(), number)
    await asyncio.wait_for(bot, PATIENCE)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_the_bot(
    standin: Standin, newsroom: Newsroom, number: signal.Signals
) -> None:
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    await run_and_stop(standin, newsroom, number)
    assert before == (Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY)


async def test_commands_are_registered_at_the_first_start_only(
    standin: Standin, newsroom: Newsroom
) -> None:
    await run_and_stop(standin, newsroom, signal.SIGTERM)
    await run_and_stop(standin, newsroom, signal.SIGTERM)
    assert len(standin.calls("PUT", "/commands$")) == 1


async def test_changed_commands_are_told_and_left(
    standin: Standin, newsroom: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    await newsroom.notes.keep(f"discord/commands/{standin.state.bot['id']}/everywhere", "older")
    await run_and_stop(standin, newsroom, signal.SIGTERM)
    assert "pullquote sync" in capsys.readouterr().err
    assert standin.calls("PUT", "/commands$") == []


async def test_a_token_that_the_gateway_refuses_names_its_setting(
    standin: Standin, newsroom: Newsroom, tmp_path: Path
) -> None:
    (tmp_path / "token").write_text(standin.token)
    settings = settings_of(standin).model_copy(
        update={"token": None, "token_file": tmp_path / "token"}
    )
    bot = asyncio.create_task(running.run(newsroom, settings, PROMPTS))
    await standin.gateway.wait_ready()
    await standin.gateway.drop(4004)
    with pytest.raises(WrongConfiguration) as failure:
        await asyncio.wait_for(bot, PATIENCE)
    assert failure.value.variables == {"setting": "DISCORD_TOKEN_FILE"}


async def test_a_gateway_that_lets_us_go_for_good_is_told(
    standin: Standin, newsroom: Newsroom
) -> None:
    bot = asyncio.create_task(running.run(newsroom, settings_of(standin), PROMPTS))
    await standin.gateway.wait_ready()
    await standin.gateway.drop(4012)
    with pytest.raises(PullquoteError) as failure:
        await asyncio.wait_for(bot, PATIENCE)
    assert failure.value.utterance == "discord/unreachable"


@pytest.mark.parametrize("patience", [0.05, 20])
async def test_a_gateway_that_is_not_there_is_told(
    standin: Standin, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, patience: float
) -> None:
    monkeypatch.setattr(running, "REACHED_WITHIN", patience)
    settings = settings_of(standin).model_copy(update={"discord_gateway": "ws://127.0.0.1:9/"})
    with pytest.raises(PullquoteError) as failure:
        await running.run(newsroom, settings, PROMPTS)
    assert failure.value.utterance == "discord/unreachable"


async def test_an_answer_that_never_comes_does_not_hold_up_the_end(
    standin: Standin,
    newsroom: Newsroom,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(endpoint, "CLOSED_WITHIN", 0.05)
    async with logged_in(newsroom, settings_of(standin), PROMPTS) as client:
        waiting = client.busy()
        waiting.__enter__()
    assert "closing took too long: idle" in caplog.text
    assert client.is_closed()


def test_addresses_stay_discords_own_when_none_is_set() -> None:
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    with endpoint.endpoint(Settings(DISCORD_TOKEN=SecretStr("test.token.value"))):
        assert before == (Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY)


async def test_questions_are_made_while_nobody_waits_for_them(
    standin: Standin, newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "QUESTIONS_EVERY", 0.05)
    made = "SELECT count(*) FROM quiz_facts WHERE asked"
    file = tmp_path / "data" / "pullquote.db"
    bot = asyncio.create_task(running.run(newsroom, settings_of(standin), PROMPTS))
    await until(lambda: rows(file, made) == [(8,)])
    await newsroom.intake.upload(
        "late.md", b"The tide mill of Orr grinds again. It had stood still.", "7"
    )
    await until(lambda: rows(file, made) == [(9,)])
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(bot, PATIENCE)
