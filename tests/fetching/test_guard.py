"""The guard: whom it connects to, where it follows, and how much it takes."""

import asyncio
import gzip
import ipaddress
import os
import ssl
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.errors import Refused
from bot.fetching.addresses import IPAddress
from bot.fetching.guard import MOST_REDIRECTS, Guard
from tests.fetching.site import AGENT, LOOPBACK, Site, here

MEGABYTE = 1_000_000
PUBLIC = ipaddress.ip_address("8.8.8.8")

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def refusal(fetching: Awaitable[object]) -> str:
    with pytest.raises(Refused) as caught:
        await fetching
    return caught.value.utterance


@asynccontextmanager
async def raw_server(talk: Talk) -> AsyncIterator[int]:
    """A server that says what a test lets it say; its port."""
    talking: set[asyncio.Task[None]] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await talk(reader, writer)
        except ConnectionError:
            pass
        finally:
            writer.close()

    def answered(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talking.add(asyncio.create_task(answer(reader, writer)))

    server = await asyncio.start_server(answered, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]
    for task in talking:
        task.cancel()
    await asyncio.gather(*talking, return_exceptions=True)


def open_guard(port: int, *, done_within: float = 5.0) -> Guard:
    return Guard(
        AGENT,
        is_allowed=lambda _: True,
        ports=frozenset([port]),
        resolve=here,
        done_within=done_within,
    )


async def test_a_page_is_fetched_with_an_honest_name(site: Site) -> None:
    site.put("/a", "hello", headers={"ETag": '"1"'})
    answer = await site.guard().fetch(site.url("/a"), MEGABYTE, {"Accept": "text/html"})
    assert (answer.status, answer.content, answer.url) == (200, b"hello", site.url("/a"))
    assert answer.headers["etag"] == '"1"'
    ((_, headers),) = site.asked
    assert (headers["User-Agent"], headers["Accept"]) == (AGENT, "text/html")


async def test_any_status_is_an_answer(site: Site) -> None:
    site.put("/gone", "bye", status=410)
    assert (await site.guard().fetch(site.url("/gone"), MEGABYTE)).status == 410


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1/",
    ],
)
async def test_a_private_address_is_refused_before_anything_is_connected(address: str) -> None:
    assert await refusal(Guard(AGENT).fetch(address, MEGABYTE)) == "fetch/private"


async def test_a_name_with_one_private_address_among_public_ones_is_refused(site: Site) -> None:
    async def both(_host: str, _port: int) -> list[IPAddress]:
        return [PUBLIC, LOOPBACK]

    guard = Guard(AGENT, ports=frozenset([site.port]), resolve=both)
    assert await refusal(guard.fetch(site.url(), MEGABYTE)) == "fetch/private"
    assert site.asked == []


async def test_a_name_is_asked_for_once_and_the_checked_address_is_used(site: Site) -> None:
    asked = []

    async def rebinding(host: str, _port: int) -> list[IPAddress]:
        asked.append(host)
        return [LOOPBACK if len(asked) == 1 else PUBLIC]

    site.put("/", "hello")
    guard = Guard(
        AGENT,
        is_allowed=lambda address: address == LOOPBACK,
        ports=frozenset([site.port]),
        resolve=rebinding,
    )
    assert (await guard.fetch(site.url(), MEGABYTE)).content == b"hello"
    assert asked == ["news.example"]
    assert await refusal(guard.fetch(site.url(), MEGABYTE)) == "fetch/private"


async def test_the_machine_that_answers_is_judged_as_well(site: Site) -> None:
    site.put("/", b"a" * MEGABYTE)
    judged: list[IPAddress] = []

    def once(address: IPAddress) -> bool:
        judged.append(address)
        return len(judged) == 1

    guard = Guard(AGENT, is_allowed=once, ports=frozenset([site.port]), resolve=here)
    assert await refusal(guard.fetch(site.url(), 2 * MEGABYTE)) == "fetch/private"
    assert judged == [LOOPBACK, LOOPBACK]


async def test_no_socket_is_made_for_an_address_that_was_not_checked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.put("/", "hello")
    looked_up = "bot.fetching.guard._Pinned.resolve"

    async def elsewhere(_: object, host: str, port: int, family: int) -> list[dict[str, object]]:
        found = {"hostname": host, "host": "127.0.0.2", "port": port, "family": family}
        return [{**found, "proto": 6, "flags": 0}]

    monkeypatch.setattr(looked_up, elsewhere)
    assert await refusal(site.guard().fetch(site.url(), MEGABYTE)) == "fetch/private"
    assert site.asked == []


async def test_a_name_that_nobody_has_is_told() -> None:
    async def nowhere(_host: str, _port: int) -> list[IPAddress]:
        raise OSError

    for resolve in (nowhere, no_addresses):
        guard = Guard(AGENT, resolve=resolve)
        assert await refusal(guard.fetch("http://a.example/", 9)) == "fetch/unknown_host"


async def no_addresses(_host: str, _port: int) -> list[IPAddress]:
    return []


async def test_redirects_are_followed_and_permanent_ones_are_told(site: Site) -> None:
    site.put("/end", "here")
    site.redirect("/a", "/b", 301)
    site.redirect("/b", site.url("/end"), 308)
    site.redirect("/c", "/b", 302)
    for start, moved in (("/a", site.url("/end")), ("/c", None), ("/end", None)):
        answer = await site.guard().fetch(site.url(start), MEGABYTE)
        assert (answer.url, answer.content) == (site.url("/end"), b"here")
        assert answer.moved == moved


@pytest.mark.parametrize(
    ("target", "utterance"),
    [
        ("http://127.0.0.2/", "fetch/private"),
        ("//169.254.169.254/latest/", "fetch/private"),
        ("http://[::ffff:10.0.0.1]/", "fetch/private"),
        ("http://2130706433/", "fetch/no_address"),
        ("http://user@news.example/", "fetch/user"),
        ("file:///etc/passwd", "fetch/scheme"),
        ("ftp://news.example/", "fetch/scheme"),
        ("http://news.example:22/", "fetch/port"),
        ("http://[broken/", "fetch/no_address"),
    ],
)
async def test_a_redirect_to_where_nothing_may_be_fetched_is_refused(
    site: Site, target: str, utterance: str
) -> None:
    site.redirect("/", target)
    site.redirect("/deep", "/")

    async def named(host: str, _port: int) -> list[IPAddress]:
        return [LOOPBACK if host == "news.example" else ipaddress.ip_address(host)]

    guard = Guard(
        AGENT,
        is_allowed=lambda address: address == LOOPBACK,
        ports=frozenset([site.port, 80, 443]),
        resolve=named,
    )
    for start in ("/", "/deep"):
        assert await refusal(guard.fetch(site.url(start), MEGABYTE)) == utterance


async def test_redirects_without_end_are_given_up(site: Site) -> None:
    site.redirect("/", "/", 302)
    assert await refusal(site.guard().fetch(site.url(), MEGABYTE)) == "fetch/redirects"
    assert len(site.asked) == MOST_REDIRECTS + 1


async def test_a_proxy_of_the_environment_is_not_used(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.put("/", "hello")
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert (await site.guard().fetch(site.url(), MEGABYTE)).content == b"hello"
    assert os.environ["http_proxy"]


async def test_no_cookie_is_kept(site: Site) -> None:
    site.put("/", "hello", headers={"Set-Cookie": "seen=1"})
    guard = site.guard()
    for _ in range(2):
        await guard.fetch(site.url(), MEGABYTE)
    assert all("Cookie" not in headers for _, headers in site.asked)


@pytest.mark.parametrize("extra", [0, 1])
async def test_a_body_may_be_as_large_as_the_limit_and_no_larger(site: Site, extra: int) -> None:
    site.put("/", b"a" * (MEGABYTE + extra))
    if extra:
        assert await refusal(site.guard().fetch(site.url(), MEGABYTE)) == "refused/too_large"
    else:
        assert len((await site.guard().fetch(site.url(), MEGABYTE)).content) == MEGABYTE


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_a_bomb_is_refused_before_it_fills_the_memory(site: Site, encoding: str) -> None:
    pack = gzip.compress if encoding == "gzip" else zlib.compress
    site.put("/", pack(bytes(200 * MEGABYTE)), headers={"Content-Encoding": encoding})
    tracemalloc.start()
    try:
        utterance = await refusal(site.guard().fetch(site.url(), 5 * MEGABYTE))
        assert utterance == "refused/too_large"
        assert tracemalloc.get_traced_memory()[1] < 30 * MEGABYTE
    finally:
        tracemalloc.stop()


async def test_a_stream_without_end_is_refused_by_its_size() -> None:
    async def pour(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(bytes(65_536))
            await writer.drain()

    async with raw_server(pour) as port:
        fetching = open_guard(port).fetch(f"http://a.example:{port}/", MEGABYTE)
        assert await refusal(fetching) == "refused/too_large"


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n\r\na"])
async def test_a_server_that_falls_silent_is_given_up_in_time(said: bytes) -> None:
    async def stall(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(said)
        while True:
            await asyncio.sleep(0.05)
            writer.write(said[-1:] if said.endswith(b"a") else b"")
            await writer.drain()

    async with raw_server(stall) as port:
        fetching = open_guard(port, done_within=0.3).fetch(f"http://a.example:{port}/", MEGABYTE)
        assert await refusal(fetching) == "fetch/slow"


@pytest.mark.parametrize(
    ("said", "utterance"),
    [
        (b"", "fetch/unreachable"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "fetch/broken"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", "fetch/broken"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 100_000 + b"\r\n\r\n", "fetch/broken"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nabc", "fetch/compression"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nabc", "fetch/compression"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n\r\nabc", "fetch/compression"),
    ],
)
async def test_an_answer_that_makes_no_sense_is_told(said: bytes, utterance: str) -> None:
    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(said)
        await writer.drain()

    async with raw_server(say) as port:
        fetching = open_guard(port).fetch(f"http://a.example:{port}/", MEGABYTE)
        assert await refusal(fetching) == utterance


async def test_a_port_where_nothing_listens_is_told() -> None:
    async def nothing(_: asyncio.StreamReader, __: asyncio.StreamWriter) -> None:
        raise ConnectionError

    async with raw_server(nothing) as port:
        pass
    assert await refusal(open_guard(port).fetch(f"http://a.example:{port}/", 9)) == (
        "fetch/unreachable"
    )


async def test_a_server_that_cannot_prove_its_name_is_told(site: Site) -> None:
    site.put("/", "plain words where a handshake should be")
    address = site.url().replace("http://", "https://")
    assert await refusal(site.guard().fetch(address, MEGABYTE)) == "fetch/certificate"
    assert ssl.create_default_context().check_hostname


async def test_others_are_answered_while_a_server_is_slow(site: Site) -> None:
    held = asyncio.Event()

    async def slow(_: web.Request) -> web.Response:
        await held.wait()
        return web.Response(text="late")

    site.pages["/slow"] = slow
    site.put("/fast", "soon")
    guard = site.guard()
    late = asyncio.create_task(guard.fetch(site.url("/slow"), MEGABYTE))
    assert (await guard.fetch(site.url("/fast"), MEGABYTE)).content == b"soon"
    assert not late.done()
    held.set()
    assert (await late).content == b"late"
