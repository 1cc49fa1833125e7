"""The stand-in keeps to what Discord does where tests of the bot rest on it."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.discord_standin import Standin
from tests.discord_standin.limits import faults_of


@pytest.fixture
async def discord() -> AsyncIterator[Standin]:
    async with Standin() as opened:
        yield opened


async def asked(discord: Standin, method: str, path: str, body: object = None) -> tuple[int, Any]:
    """The status and the JSON that a path answers; Any: as the path has it."""
    headers = {"Authorization": f"Bot {discord.token}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.request(method, discord.base + path, json=body) as response,
    ):
        return response.status, await response.json()


def messages_of(discord: Standin) -> str:
    return f"/channels/{next(iter(discord.state.channels))}/messages"


async def test_the_same_nonce_is_posted_once_when_it_must_be_unique(discord: Standin) -> None:
    body = {"content": "News", "nonce": "7", "enforce_nonce": True}
    first = await asked(discord, "POST", messages_of(discord), body)
    assert await asked(discord, "POST", messages_of(discord), body) == first
    other = {"content": "News", "nonce": "7"}
    assert (await asked(discord, "POST", messages_of(discord), other))[1]["id"] != first[1]["id"]


async def test_the_history_after_a_message_begins_with_the_latest(discord: Standin) -> None:
    posts = messages_of(discord)
    sent = [(await asked(discord, "POST", posts, {"content": c}))[1] for c in "abcd"]
    _, found = await asked(discord, "GET", f"{posts}?after={sent[0]['id']}&limit=2")
    assert [message["content"] for message in found] == ["c", "b"]


async def test_a_message_has_one_thread(discord: Standin) -> None:
    _, message = await asked(discord, "POST", messages_of(discord), {"content": "News"})
    path = f"{messages_of(discord)}/{message['id']}/threads"
    assert (await asked(discord, "POST", path, {"name": "More"}))[0] == 200
    assert (await asked(discord, "POST", path, {"name": "More"}))[1]["code"] == 160004
    assert (await asked(discord, "GET", f"/channels/{message['id']}"))[1]["name"] == "More"


async def test_what_is_not_there_is_refused_and_told(discord: Standin) -> None:
    assert (await asked(discord, "GET", "/channels/1"))[1]["code"] == 10003
    assert discord.problems() == []
    assert (await asked(discord, "GET", "/voice/regions"))[0] == 404
    assert discord.problems() == ["no route: GET /voice/regions"]


async def test_a_body_beyond_the_limits_is_refused_and_told(discord: Standin) -> None:
    body = {"content": "x" * 2_001}
    status, told = await asked(discord, "POST", messages_of(discord), body)
    assert (status, told["code"]) == (400, 50035)
    assert discord.problems()


BUTTON = {"type": 2, "style": 1, "label": "Go", "custom_id": "go"}


@pytest.mark.parametrize(
    "components",
    [
        [{"type": 10, "content": " "}],
        [{"type": 10, "content": "x" * 2_001}] * 2,
        [{"type": 10, "content": "x"}] * 41,
        [{"type": 1, "components": [BUTTON, BUTTON]}],
        [{"type": 1, "components": [BUTTON | {"label": "x" * 81}]}],
        [{"type": 1, "components": [BUTTON | {"custom_id": "x" * 101}]}],
        [{"type": 9, "components": [], "accessory": BUTTON | {"url": "https://a.example"}}],
    ],
)
def test_the_limits_reach_all_components(components: list[dict[str, object]]) -> None:
    assert list(faults_of({"components": components}))
    assert list(faults_of({"type": 4, "data": {"components": components}}))


def test_what_keeps_the_limits_has_no_faults() -> None:
    assert list(faults_of({"components": [{"type": 1, "components": [BUTTON]}]})) == []
    assert list(faults_of({"flags": 1 << 15, "content": "x"}))
    assert list(faults_of({"type": 8, "data": {"choices": [{}] * 26}}))
