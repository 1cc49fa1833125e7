"""The REST API: requests are kept and judged, meet their faults, and find their routes."""

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import BodyPartReader, web

from tests.discord_standin.gateway import Gateway
from tests.discord_standin.interactions import Files, Interactions
from tests.discord_standin.judging import Judge, judge_on_this_machine
from tests.discord_standin.limits import faults_of
from tests.discord_standin.payloads import Json
from tests.discord_standin.records import Fault, Refused, Request
from tests.discord_standin.state import State

API = "/api/v10"
COMMANDS = r"/applications/(\d+)/commands"
GUILD_COMMANDS = r"/applications/\d+/guilds/(\d+)/commands"
MESSAGES = r"/channels/(\d+)/messages"
ONE_MESSAGE = MESSAGES + r"/(\d+)"
WEBHOOK = r"/webhooks/\d+/([^/]+)"
WITHOUT_TOKEN = re.compile(r"^/(?:interactions|webhooks)/")


@dataclass(frozen=True, slots=True)
class Call:
    """A request as a route sees it: the parts of its path, its body, files and query."""

    parts: tuple[str, ...]
    body: Json
    files: Files
    query: dict[str, str]

    @property
    def first(self) -> str:
        """The first number or token of the path."""
        return self.parts[0]

    @property
    def both(self) -> tuple[str, str]:
        """The first and the second number or token of the path."""
        return self.parts[0], self.parts[1]


Handler = Callable[[Call], object]


class Rest:
    """Serves requests; `judge` may be set to None, and `unknown` are those without a route."""

    def __init__(
        self, state: State, interactions: Interactions, gateway: Gateway, token: str
    ) -> None:
        self.requests: list[Request] = []
        self.faults: list[Fault] = []
        self.unknown: list[str] = []
        self.judge: Judge | None = judge_on_this_machine()
        self._state, self._interactions, self._gateway = state, interactions, gateway
        self._token = token
        self._routes = [
            (method, re.compile(f"^{path}$"), handler)
            for method, path, handler in (*self._common(), *self._channels(), *self._answers())
        ]

    def _common(self) -> list[tuple[str, str, Handler]]:
        state = self._state
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return [
            ("GET", "/users/@me", lambda _: state.bot),
            ("GET", "/oauth2/applications/@me", lambda _: state.application),
            ("GET", "/applications/@me", lambda _: state.application),
            ("GET", "/gateway", lambda _: {"url": self._gateway.url}),
            (
                "GET",
                "/gateway/bot",
                lambda _: {"url": self._gateway.url, "shards": 1, "session_start_limit": limit},
            ),
            ("GET", COMMANDS, lambda _: state.commands[None]),
            ("PUT", COMMANDS, lambda call: state.register(None, _list(call))),
            ("GET", GUILD_COMMANDS, lambda call: state.commands[call.first]),
            ("PUT", GUILD_COMMANDS, lambda call: state.register(call.first, _list(call))),
        ]

    def _channels(self) -> list[tuple[str, str, Handler]]:
        state = self._state
        return [
            ("POST", "/users/@me/channels", lambda _: state.private_channel()),
            ("GET", r"/channels/(\d+)", lambda call: state.channel(call.first)),
            ("GET", MESSAGES, self._history),
            ("POST", MESSAGES, lambda c: state.attach(state.post(c.first, c.body), c.files)),
            ("GET", ONE_MESSAGE, lambda call: state.stored(*call.both)),
            ("PATCH", ONE_MESSAGE, lambda c: state.edit(state.stored(*c.both), c.body)),
            ("DELETE", ONE_MESSAGE, self._delete),
            (
                "POST",
                f"{ONE_MESSAGE}/threads",
                lambda call: state.open_thread(*call.both, call.body["name"]),
            ),
        ]

    def _answers(self) -> list[tuple[str, str, Handler]]:
        known = self._interactions
        return [
            ("POST", r"/interactions/(\d+)/([^/]+)/callback", self._callback),
            ("POST", WEBHOOK, lambda c: known.follow_up(c.first, c.body, c.files)),
            ("GET", f"{WEBHOOK}/messages/([^/]+)", lambda c: known.message(*c.both)),
            (
                "PATCH",
                f"{WEBHOOK}/messages/([^/]+)",
                lambda c: known.edit(*c.both, c.body, c.files),
            ),
        ]

    def _history(self, call: Call) -> object:
        after, limit = int(call.query.get("after", 0)), int(call.query.get("limit", 50))
        return self._state.history(call.first, after, limit)

    def _delete(self, call: Call) -> object:
        del self._state.messages[self._state.stored(*call.both)["id"]]
        return None

    def _callback(self, call: Call) -> object:
        told = self._interactions.answer(*call.both, call.body, call.files)
        return told if call.query.get("with_response") == "1" else None

    async def serve(self, request: web.Request) -> web.Response:
        """Answer one request, and keep it."""
        method, path = request.method, request.path.removeprefix(API)
        body, files = await _received(request)
        kept = Request(method, path, body, time.perf_counter())
        self.requests.append(kept)
        fault = next((one for one in self.faults if one.concerns(method, path)), None)
        if fault is not None:
            self.faults.remove(fault)
            return _faulty(request, fault)
        try:
            self._check(request, kept, len(files))
            answer = self._answer(kept, files, dict(request.query))
        except Refused as refusal:
            return _json(refusal.body, refusal.status)
        return web.Response(status=204) if answer is None else _json(answer)

    def _check(self, request: web.Request, kept: Request, files: int) -> None:
        named = request.headers.get("Authorization") == f"Bot {self._token}"
        if not named and not WITHOUT_TOKEN.match(kept.path):
            raise Refused(401, 0, "401: Unauthorized")
        if kept.body is None:
            return
        kept.errors += faults_of(kept.body)
        if self.judge is not None:
            kept.errors += self.judge.errors(kept.method, kept.path, kept.body, files=files)
        if kept.errors:
            raise Refused(400, 50035, f"Invalid Form Body: {kept.errors[0]}")

    def _answer(self, kept: Request, files: Files, query: dict[str, str]) -> object:
        for method, pattern, handler in self._routes:
            found = pattern.match(kept.path)
            if found is not None and method == kept.method:
                body: Json = kept.body or {}  # type: ignore[assignment]  # commands are a list
                return handler(Call(found.groups(), body, files, query))
        self.unknown.append(f"{kept.method} {kept.path}")
        raise Refused(404, 0, "404: Not Found")


def _list(call: Call) -> list[Json]:
    assert isinstance(call.body, list)
    return call.body


async def _received(request: web.Request) -> tuple[object, Files]:
    """The body of a request, and the files that come with it."""
    if not request.content_type.startswith("multipart/"):
        text = await request.text()
        return (json.loads(text) if text else None), []
    body, files = None, []
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        content = bytes(await part.read())
        if part.name == "payload_json":
            body = json.loads(content)
        else:
            files.append((part.filename or "", len(content)))
    return body, files


def _faulty(request: web.Request, fault: Fault) -> web.Response:
    if fault.drop:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    told = {"code": 0, "message": "a fault", "retry_after": fault.retry_after, "global": False}
    return _json(told, fault.status)


def _json(content: object, status: int = 200) -> web.Response:
    # With a charset in its type discord.py takes an answer for text; without "Via" it takes a
    # 429 for a ban.
    headers = {"Content-Type": "application/json", "Via": "1.1 standin"}
    return web.Response(body=json.dumps(content).encode(), status=status, headers=headers)
