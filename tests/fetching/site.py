"""A web site on this machine whose pages a test writes, and what is asked of it."""

import ipaddress
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from bot.fetching.addresses import IPAddress
from bot.fetching.guard import DONE_WITHIN, Guard

AGENT = "Pullquote/test (+tests@news.example)"
LOOPBACK: IPAddress = ipaddress.ip_address("127.0.0.1")

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Site:
    """What stands at which path, and every request so far as its path and headers."""

    port: int
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "news.example") -> str:
        """The address of a path."""
        return f"http://{host}:{self.port}{path}"

    def put(
        self,
        path: str,
        body: str | bytes,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Let a path answer with a body."""
        content = body.encode() if isinstance(body, str) else body

        async def answer(_request: web.Request) -> web.StreamResponse:
            return web.Response(body=content, status=status, headers=headers)

        self.pages[path] = answer

    def redirect(self, path: str, target: str, status: int = 301) -> None:
        """Let a path lead to another address."""
        self.put(path, b"", status, {"Location": target})

    def paths(self) -> list[str]:
        """The paths that were asked for, without robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer as the test says, else with 404."""
        self.asked.append((request.path_qs, request.headers.copy()))
        written = self.pages.get(request.path_qs) or self.pages.get(request.path)
        return await written(request) if written else web.Response(status=404)

    def guard(self, *, done_within: float = DONE_WITHIN) -> Guard:
        """A guard that takes every name for this machine, and lets it be fetched from."""
        return Guard(
            AGENT,
            is_allowed=lambda _address: True,
            ports=frozenset([self.port]),
            resolve=here,
            done_within=done_within,
        )


async def here(_host: str, _port: int) -> list[IPAddress]:
    """This machine, whoever is asked for."""
    return [LOOPBACK]


@asynccontextmanager
async def running_site() -> AsyncIterator[Site]:
    """A site that answers while it lasts."""
    site = Site(0)
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", site.answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    site.port = runner.addresses[0][1]
    try:
        yield site
    finally:
        await runner.cleanup()
