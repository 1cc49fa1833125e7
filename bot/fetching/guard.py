"""The guard: the one place that fetches anything whose address a person or a page has named.

Every address that a name stands for is checked before a connection is made, the connection goes
to a checked address and to nothing else, and each redirect begins anew. Nothing else in Pullquote
opens a connection to a site: its libraries are handed bytes.
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.errors import Refused
from bot.fetching.addresses import (
    WEB_PORTS,
    IPAddress,
    IsAllowed,
    Resolve,
    checked_url,
    is_public,
    literal_address,
    redirected,
    system_addresses,
    without_zone,
)
from bot.fetching.decompression import OFFERED, Decoder

MOST_REDIRECTS = 5
"""A site needs two or three: to https, to www, to the new place."""

CONNECTED_WITHIN = 10.0
DONE_WITHIN = 15.0
"""Seconds for everything, redirects too; a page that takes longer is seldom read by anyone."""

PIECE = 65_536
REDIRECTS = frozenset([301, 302, 303, 307, 308])
FOR_GOOD = frozenset([301, 308])

Headers = Mapping[str, str]
Permit = Callable[[URL], Awaitable[object]]
"""Refuses an address that a redirect leads to, before it is asked for."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered: its status, headers in lower case, and the decoded body.

    `url` is where the body came from in the end; `moved` is the address that is to be used from
    now on when every redirect on the way was a permanent one, else None.
    """

    url: str
    status: int
    headers: Headers
    content: bytes
    moved: str | None = None


class Guard:
    """Fetches from public machines and, unless it is told otherwise, from no others.

    `is_allowed` judges the address of each machine, `ports` are those that may be named, `resolve`
    finds a name's addresses; `agent` is what servers are told of who asks.
    """

    def __init__(
        self,
        agent: str,
        *,
        is_allowed: IsAllowed = is_public,
        ports: frozenset[int] = WEB_PORTS,
        resolve: Resolve = system_addresses,
        done_within: float = DONE_WITHIN,
    ) -> None:
        self.agent = agent
        self._is_allowed = is_allowed
        self._ports = ports
        self._resolve = resolve
        self._done_within = done_within

    def checked(self, address: str) -> URL:
        """The address as it would be fetched; Refused when it is none that may be."""
        return checked_url(address, self._ports)

    async def fetch(
        self, address: str, limit: int, headers: Headers | None = None, permit: Permit | None = None
    ) -> Fetched:
        """What a web address answers, of at most `limit` bytes when decoded.

        Any status is an answer. `permit` is asked before each redirect is followed. Refused when
        the address may not be fetched, nothing answers in time, or the answer is too large or
        cannot be read.
        """
        url = self.checked(address)
        try:
            async with asyncio.timeout(self._done_within):
                return await self._followed(url, limit, headers or {}, permit)
        except TimeoutError:
            raise Refused("fetch/slow", host=host_of(url)) from None

    async def _followed(
        self, url: URL, limit: int, headers: Headers, permit: Permit | None
    ) -> Fetched:
        for_good = True
        for hop in range(MOST_REDIRECTS + 1):
            answer = await self._answer(url, limit, headers)
            target = answer.headers.get("location")
            if answer.status not in REDIRECTS or not target:
                moved = answer.url if hop and for_good else None
                return Fetched(answer.url, answer.status, answer.headers, answer.content, moved)
            for_good = for_good and answer.status in FOR_GOOD
            url = redirected(url, target, self._ports)
            if permit is not None and hop < MOST_REDIRECTS:
                await permit(url)
        raise Refused("fetch/redirects", host=host_of(url))

    async def _answer(self, url: URL, limit: int, headers: Headers) -> Fetched:
        host = host_of(url)
        addresses = await self._addresses(url)
        try:
            async with (
                self._session(addresses) as session,
                session.get(
                    url,
                    headers={"Accept-Encoding": OFFERED, "User-Agent": self.agent, **headers},
                    allow_redirects=False,
                ) as response,
            ):
                self._check_peer(response, host)
                return await _read(response, url, limit)
        except (aiohttp.ClientConnectorCertificateError, aiohttp.ClientSSLError, ssl.SSLError):
            raise Refused("fetch/certificate", host=host) from None
        except (aiohttp.ClientPayloadError, aiohttp.ClientResponseError, ValueError) as error:
            raise Refused("fetch/broken", host=host) from error
        except (aiohttp.ClientError, OSError) as error:
            raise Refused("fetch/unreachable", host=host) from error

    async def _addresses(self, url: URL) -> list[IPAddress]:
        """Every address of the host, all of them allowed."""
        host = host_of(url)
        literal = literal_address(host)
        try:
            found = [literal] if literal else await self._resolve(host, url.port or 0)
        except OSError:
            found = []
        if not found:
            raise Refused("fetch/unknown_host", host=host)
        if not all(map(self._is_allowed, found)):
            raise Refused("fetch/private", host=host)
        return found

    def _session(self, addresses: list[IPAddress]) -> aiohttp.ClientSession:
        """A session that reaches these addresses only, and keeps nothing for the next one."""
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=_Pinned(addresses),
                socket_factory=lambda info: _socket(info, addresses),
                force_close=True,
                use_dns_cache=False,
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECTED_WITHIN),
            auto_decompress=False,
            trust_env=False,
        )

    def _check_peer(self, response: aiohttp.ClientResponse, host: str) -> None:
        """Refuse an answer that did not come from an allowed machine after all."""
        transport = response.connection.transport if response.connection else None
        peer = transport.get_extra_info("peername") if transport else None
        # A short answer is complete at once, and its connection already gone.
        if peer is not None and not self._is_allowed(without_zone(peer[0])):
            raise Refused("fetch/private", host=host)


def host_of(url: URL | str) -> str:
    """The host of an address as a machine reads it, so that look-alikes show what they are."""
    return URL(url).raw_host or ""


async def _read(response: aiohttp.ClientResponse, url: URL, limit: int) -> Fetched:
    headers = {name.lower(): value for name, value in response.headers.items()}
    decoder = Decoder(headers.get("content-encoding", ""), limit)
    if response.status not in REDIRECTS:
        async for piece in response.content.iter_chunked(PIECE):
            decoder.take(piece)
    return Fetched(str(url), response.status, headers, decoder.content())


class _Pinned(AbstractResolver):
    """Gives the addresses that were checked, whoever is asked for: there is no second look."""

    def __init__(self, addresses: list[IPAddress]) -> None:
        self._addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The checked addresses, in the form that aiohttp takes them."""
        del family
        return [
            ResolveResult(
                hostname=host,
                host=str(address),
                port=port,
                family=_family(address),
                proto=socket.IPPROTO_TCP,
                flags=socket.AI_NUMERICHOST,
            )
            for address in self._addresses
        ]

    async def close(self) -> None:
        """Nothing is held."""


def _socket(info: tuple[Any, ...], addresses: list[IPAddress]) -> socket.socket:
    """The socket for a connection; Refused when it would lead anywhere but where was checked."""
    family, kind, protocol, _, target = info
    if without_zone(target[0]) not in addresses:
        raise Refused("fetch/private", host=str(target[0]))
    return socket.socket(family, kind, protocol)


def _family(address: IPAddress) -> socket.AddressFamily:
    return socket.AF_INET if address.version == 4 else socket.AF_INET6  # noqa: PLR2004 - IPv4
