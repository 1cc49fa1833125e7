"""Commands are registered when they have changed, and only then."""

from collections.abc import AsyncIterator, Callable

import pytest
from pydantic import SecretStr

from bot.chat.discord_app.sync import SyncResult, sync
from bot.errors import PullquoteError, WrongConfiguration, WrongUse
from bot.services.newsroom import Newsroom
from bot.settings import Settings
from tests.chat.discord_app.conftest import PROMPTS
from tests.chat.discord_app.connected import settings_of
from tests.discord_standin import Standin

COMMANDS = 12


@pytest.fixture
async def standin() -> AsyncIterator[Standin]:
    async with Standin() as discord:
        yield discord
        assert discord.problems() == []


async def test_commands_are_registered_once(standin: Standin, newsroom: Newsroom) -> None:
    first = await sync(newsroom, settings_of(standin), PROMPTS)
    second = await sync(newsroom, settings_of(standin), PROMPTS)
    assert first == SyncResult(changed=True, commands=COMMANDS)
    assert second == SyncResult(changed=False, commands=COMMANDS)
    assert len(standin.calls("PUT", "/commands$")) == 1
    assert len(standin.state.commands[None]) == COMMANDS


async def test_a_change_is_registered_again(standin: Standin, newsroom: Newsroom) -> None:
    await sync(newsroom, settings_of(standin), PROMPTS)
    await newsroom.notes.keep(f"discord/commands/{standin.state.bot['id']}/everywhere", "another")
    assert (await sync(newsroom, settings_of(standin), PROMPTS)).changed


async def test_one_server_is_registered_apart(standin: Standin, newsroom: Newsroom) -> None:
    guild = int(standin.state.guild_id)
    assert (await sync(newsroom, settings_of(standin), PROMPTS, guild)).changed
    assert not (await sync(newsroom, settings_of(standin), PROMPTS, guild)).changed
    assert len(standin.state.commands[standin.state.guild_id]) == COMMANDS
    assert standin.state.commands[None] == []


async def test_a_wrong_token_names_its_setting(standin: Standin, newsroom: Newsroom) -> None:
    with pytest.raises(WrongConfiguration) as failure:
        await sync(newsroom, settings_of(standin, "wrong.token.value"), PROMPTS)
    assert failure.value.variables == {"setting": "DISCORD_TOKEN"}
    assert "wrong.token" not in repr(failure.value)


async def test_a_discord_that_is_not_there_is_told(
    newsroom: Newsroom, unused_tcp_port_factory: Callable[[], int]
) -> None:
    settings = Settings(
        DISCORD_TOKEN=SecretStr("test.token.value"),
        PULLQUOTE_DISCORD_API=f"http://127.0.0.1:{unused_tcp_port_factory()}/api/v10",
    )
    with pytest.raises(PullquoteError) as failure:
        await sync(newsroom, settings, PROMPTS)
    assert failure.value.utterance == "discord/unreachable"


async def test_a_server_that_does_not_know_us_is_told(standin: Standin, newsroom: Newsroom) -> None:
    standin.fault("/commands$", "PUT", status=403)
    with pytest.raises(WrongUse) as failure:
        await sync(newsroom, settings_of(standin), PROMPTS, 42)
    assert failure.value.variables == {"guild": 42}


async def test_a_discord_that_fails_is_told(standin: Standin, newsroom: Newsroom) -> None:
    standin.fault("/commands$", "PUT", status=503)
    with pytest.raises(PullquoteError) as failure:
        await sync(newsroom, settings_of(standin), PROMPTS)
    assert failure.value.utterance == "discord/unreachable"
