"""The stand-in as tests use it: served on this machine, with its users, faults and records."""

import re
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.discord_standin.gateway import Gateway
from tests.discord_standin.interactions import Interactions
from tests.discord_standin.records import Fault, Request
from tests.discord_standin.rest import API, Rest
from tests.discord_standin.state import State
from tests.discord_standin.users import Users

HOST = "127.0.0.1"
LARGEST = 30 << 20


class Standin:
    """Discord with one server: what it knows, who is connected, what users do, what was asked.

    Nothing here looks at a clock: what Discord does after some seconds, a test says.
    """

    def __init__(self, *, token: str = "test.token.value") -> None:  # noqa: S107 - made up
        self.token = token
        self.base = ""
        self.state = State()
        self.gateway = Gateway(self.state, token)
        self.interactions = Interactions(self.state)
        self.rest = Rest(self.state, self.interactions, self.gateway, token)
        self.users = Users(self.state, self.interactions, self.gateway)

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=LARGEST)
        app.router.add_get("/", self.gateway.serve)
        app.router.add_route("*", API + "/{path:.*}", self.rest.serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, 0).start()
        port = self._runner.addresses[0][1]
        self.base, self.gateway.url = f"http://{HOST}:{port}{API}", f"ws://{HOST}:{port}/"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.gateway.drop(1001)
        await self._runner.cleanup()

    def calls(self, method: str, path: str) -> list[Request]:
        """The requests of a method whose path matches a pattern."""
        return [r for r in self.rest.requests if r.method == method and re.search(path, r.path)]

    def fault(
        self,
        path: str,
        method: str | None = None,
        *,
        status: int = 500,
        retry_after: float = 0.2,
        drop: bool = False,
    ) -> None:
        """Let the next request that matches fail, or break its connection."""
        fault = Fault(re.compile(path), method, status, retry_after, drop)
        self.rest.faults.append(fault)

    def problems(self) -> list[str]:
        """What Discord would have refused, and what the bot did not answer."""
        refused = [f"{r.method} {r.path}: {e}" for r in self.rest.requests for e in r.errors]
        return [
            *refused,
            *(f"no route: {unknown}" for unknown in self.rest.unknown),
            *(f"too late: {exchange.name}" for exchange in self.interactions.late),
            *(f"no answer to {name}" for name in self.interactions.unanswered()),
        ]
