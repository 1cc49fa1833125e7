"""A Discord that keeps its channels' history and may forget nonces, lose replies and refuse."""

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import web
from pydantic import SecretStr

from bot.chat.discord_app.client import PullquoteClient
from bot.chat.discord_app.endpoint import logged_in
from bot.services.newsroom import Newsroom
from bot.settings import Settings
from tests.chat.discord_app.conftest import PROMPTS
from tests.chat.discord_app.digests.payloads import (
    APPLICATION,
    BOT_USER,
    EPOCH,
    GUILD,
    OWNER,
    TOKEN,
    Json,
    guild,
    thread,
)

API = "/api/v10"


@dataclass
class FakeDiscord:
    """Channels with their messages. Each message is stored before its reply can be lost.

    `lost` is how often the reply to the same message is lost; `latency` are seconds before it is
    stored; `refused` are channels with the status and code that they answer with; `seen` hears of
    every request before and after it is served, and says whether who asked is still there.
    """

    remembers_nonces: bool = False
    lost: int = 0
    latency: float = 0.0
    no_threads: bool = False
    refused: dict[int, tuple[int, int]] = field(default_factory=dict)
    messages: defaultdict[int, list[Json]] = field(default_factory=lambda: defaultdict(list))
    private: list[Json] = field(default_factory=list)
    threads: dict[int, str] = field(default_factory=dict)
    requests: list[tuple[str, str, Json]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    deleted: dict[str, Json] = field(default_factory=dict)
    seen: Callable[[str], bool] = lambda _what: True
    clock: Callable[[], float] = time.time

    def __post_init__(self) -> None:
        self._attempts: defaultdict[str, int] = defaultdict(int)
        self._last = 0
        self.base = ""

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[Self]:
        """Be reachable on this machine."""
        app = web.Application()
        app.router.add_routes(
            [
                web.get(f"{API}/users/@me", _reply(BOT_USER)),
                web.get(f"{API}/oauth2/applications/@me", _reply(APPLICATION)),
                web.post(f"{API}/users/@me/channels", self._open_private),
                web.get(f"{API}/channels/{{channel}}", self._channel),
                web.post(f"{API}/channels/{{channel}}/messages", self._post),
                web.get(f"{API}/channels/{{channel}}/messages", self._history),
                web.post(f"{API}/channels/{{channel}}/messages/{{message}}/threads", self._thread),
                web.patch(f"{API}/channels/{{channel}}/messages/{{message}}", self._edit),
            ]
        )
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        self.base = f"http://127.0.0.1:{port}{API}"
        try:
            yield self
        finally:
            await runner.cleanup()

    async def _post(self, request: web.Request) -> web.StreamResponse:
        channel, body = int(request.match_info["channel"]), await request.json()
        self.requests.append(("POST", request.path[len(API) :], body))
        if not self.seen("request"):
            return _cut(request)
        if channel in self.refused:
            return _refusal(*self.refused[channel])
        await asyncio.sleep(self.latency)
        known = self._known(channel, body)
        if known is not None and known["id"] in self.deleted:
            return _refusal(404, 10008)
        message = known or self._stored(channel, body)
        self._attempts[body["nonce"]] += 1
        if self._attempts[body["nonce"]] <= self.lost or not self.seen("stored"):
            return _cut(request)
        return _json(message)

    def _known(self, channel: int, body: Json) -> Json | None:
        if not (self.remembers_nonces and body.get("enforce_nonce")):
            return None
        kept = [*self.messages[channel], *self.deleted.values()]
        return next((m for m in kept if m["nonce"] == body["nonce"]), None)

    def _stored(self, channel: int, body: Json) -> Json:
        self.times.append(time.monotonic())
        message = {
            "id": str(self._snowflake()),
            "channel_id": str(channel),
            "author": BOT_USER,
            "content": "",
            "timestamp": "2024-01-01T00:00:00+00:00",
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "pinned": False,
            "type": 0,
            "flags": body.get("flags", 0),
            "components": body["components"],
            "nonce": body.get("nonce"),
            "allowed_mentions": body.get("allowed_mentions"),
        }
        (self.private if channel == OWNER else self.messages[channel]).append(message)
        return message

    async def _history(self, request: web.Request) -> web.Response:
        channel, after = int(request.match_info["channel"]), int(request.query.get("after", "0"))
        self.requests.append(("GET", request.path[len(API) :], {}))
        if not self.seen("request"):
            return _cut(request)
        found = [m for m in self.messages[channel] if int(m["id"]) > after]
        page = found[: int(request.query["limit"])]
        return _json(page[::-1])

    async def _edit(self, request: web.Request) -> web.Response:
        channel, wanted = int(request.match_info["channel"]), request.match_info["message"]
        for message in self.messages[channel]:
            if message["id"] == wanted:
                message.update(await request.json())
                return _json(message)
        return _refusal(404, 10008)

    async def _thread(self, request: web.Request) -> web.Response:
        message, body = int(request.match_info["message"]), await request.json()
        self.requests.append(("POST", request.path[len(API) :], body))
        if not self.seen("request"):
            return _cut(request)
        if self.no_threads:
            return _refusal(403, 50013)
        if message in self.threads:
            return _refusal(400, 160004)
        self.threads[message] = body["name"]
        if not self.seen("stored"):
            return _cut(request)
        return _json(thread(message, body["name"]))

    async def _channel(self, request: web.Request) -> web.Response:
        number = int(request.match_info["channel"])
        if number not in self.threads:
            return _refusal(404, 10003)
        return _json(thread(number, self.threads[number]))

    async def _open_private(self, request: web.Request) -> web.Response:
        if OWNER in self.refused:
            return _refusal(*self.refused[OWNER])
        user = {**BOT_USER, "id": (await request.json())["recipient_id"], "bot": False}
        return _json({"id": str(OWNER), "type": 1, "recipients": [user]})

    def _snowflake(self) -> int:
        made = int(self.clock() * 1000) - EPOCH << 22
        self._last = max(self._last + 1, made)
        return self._last

    def delete(self, message: str) -> None:
        """Delete a message, as a moderator does; a nonce of it is remembered."""
        for channel, every in self.messages.items():
            self.deleted |= {one["id"]: one for one in every if one["id"] == message}
            self.messages[channel] = [one for one in every if one["id"] != message]

    def posts(self) -> list[Json]:
        """Every message in a channel of the server."""
        return [message for channel in self.messages.values() for message in channel]


def _reply(body: Json) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def reply(_request: web.Request) -> web.Response:
        return _json(body)

    return reply


def _cut(request: web.Request) -> web.Response:
    """Break the connection instead of answering."""
    assert request.transport is not None
    request.transport.close()
    return web.Response()


def _json(body: object, status: int = 200) -> web.Response:
    # With a charset in its type discord.py takes an answer for text.
    content = json.dumps(body).encode()
    return web.Response(body=content, status=status, headers={"Content-Type": "application/json"})


def _refusal(status: int, code: int) -> web.Response:
    return _json({"code": code, "message": "refused"}, status=status)


@asynccontextmanager
async def client_of(
    base: str, newsroom: Newsroom, channels: list[Json]
) -> AsyncIterator[PullquoteClient]:
    """The real bot, logged in over HTTP; what the gateway would tell it is put in its hands."""
    settings = Settings(DISCORD_TOKEN=SecretStr(TOKEN), PULLQUOTE_DISCORD_API=base)
    async with logged_in(newsroom, settings, PROMPTS) as client:
        see(client, channels)
        yield client


def see(client: PullquoteClient, channels: list[Json], server: int = GUILD) -> None:
    """Let the bot know a server with these channels."""
    told: Any = guild(channels, server)
    client._connection._add_guild_from_data(told)  # noqa: SLF001 - instead of a gateway


def texts(message: Json) -> str:
    """All that a message says."""
    return "\n".join(_contents(message["components"]))


def _contents(components: list[Json]) -> list[str]:
    found: list[str] = []
    for part in components:
        found += [part["content"]] if "content" in part else []
        found += _contents(part.get("components") or [])
    return found
