"""Which machines may be asked, and names resolved to their addresses."""

import asyncio
import ipaddress
import re
import socket
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address

from yarl import URL

from bot.articles.metadata import MAX_URL
from bot.errors import Refused

IPAddress = IPv4Address | IPv6Address
IsAllowed = Callable[[IPAddress], bool]
"""Says of the address of a machine whether it may be connected to."""

WEB_PORTS = frozenset([80, 443])

RESERVED = tuple(
    ipaddress.ip_network(net)
    for net in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
        *("172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24"),
        *("192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        "168.63.129.16/32",  # a public number under which a large cloud answers its own machines
        *("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"),
    )
)
"""The registries' special-purpose nets: Python 3.11 still takes some of them for public ones."""

GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
ISATAP = frozenset([0x00005EFE, 0x02005EFE])
"""The third quarter of an IPv6 address whose last quarter is an IPv4 address in a tunnel."""

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9_-]{0,62})?\.)*[a-z0-9](?:[a-z0-9_-]{0,62})?\.?")
_BRACKETED = re.compile(r"[^/?#]*//[^/?#]*\[")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")


def is_public(address: IPAddress) -> bool:
    """Whether the address is a public machine's, whatever it is wrapped in."""
    if isinstance(address, IPv6Address):
        inner = _wrapped(address)
        if inner is not None:
            return is_public(inner)
        if address not in GLOBAL_UNICAST or _in_tunnel(address):
            return False
    return address.is_global and not any(address in net for net in RESERVED)


def checked_url(written: str, ports: frozenset[int] = WEB_PORTS) -> URL:
    """The address as it is fetched; Refused when it is no plain web address.

    Numbers are taken only in the form that every program reads alike.
    """
    url = _parsed(written.strip())
    if url.scheme not in {"http", "https"}:
        raise Refused("fetch/scheme")
    if "@" in url.raw_authority:
        raise Refused("fetch/user")
    host = url.raw_host or ""
    literal = literal_address(host)
    if not (_is_written(literal, written) if literal else _is_name(host, written)):
        raise Refused("fetch/no_address")
    if url.port not in ports:
        raise Refused("fetch/port")
    return url.with_fragment(None)


def redirected(url: URL, location: str, ports: frozenset[int] = WEB_PORTS) -> URL:
    """The address that a redirect leads to; Refused when it may not be followed there."""
    try:
        target = checked_url(str(url.join(URL(location))), ports)
    except ValueError:
        raise Refused("fetch/no_address") from None
    # Whoever listens on the way could put other words in the place of these.
    if url.scheme == "https" and target.scheme == "http":
        raise Refused("fetch/insecure", host=url.raw_host or "")
    return target


def literal_address(host: str) -> IPAddress | None:
    """The machine's address that a host is in itself, None for a name."""
    if "%" in host:
        return None
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def without_zone(written: str) -> IPAddress:
    """An address without the zone of its network, which "fe80::1%eth0" has."""
    return ipaddress.ip_address(written.partition("%")[0])


def _parsed(written: str) -> URL:
    if len(written) > MAX_URL or not written.isprintable() or re.search(r"[ \\]", written):
        raise Refused("fetch/no_address")
    try:
        url = URL(written)
        known = url.raw_host and url.port is not None and len(str(url)) <= 2 * MAX_URL
    except ValueError:
        raise Refused("fetch/no_address") from None
    if not known and url.scheme in {"http", "https"}:
        raise Refused("fetch/no_address")
    return url


def _is_name(host: str, written: str) -> bool:
    """Whether the host is a name; one that ends in a number is read as an address by some."""
    last = host.rstrip(".").rpartition(".")[2]
    plain = _HOST.fullmatch(host) and not _NUMBER.fullmatch(last)
    return bool(plain) and not _BRACKETED.match(written.strip())


def _is_written(literal: IPAddress, written: str) -> bool:
    """Whether the number stands in the address itself, not as look-alikes that turn into it."""
    return isinstance(literal, IPv6Address) or str(literal) in written


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped


def _in_tunnel(address: IPv6Address) -> bool:
    return (int(address) >> 32) & 0xFFFFFFFF in ISATAP


Resolve = Callable[[str, int], Awaitable[list[IPAddress]]]
"""From a host and a port to every address that it has; OSError when it has none."""


async def system_addresses(host: str, port: int) -> list[IPAddress]:
    """The addresses that this machine knows for a name.

    Each question has a thread of its own that nobody waits for at the end: a name server that
    hangs holds up neither other work nor the end of the program.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[IPAddress]] = loop.create_future()

    def settle(found: list[IPAddress] | None, error: OSError | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(found or [])

    def ask() -> None:
        found, failure = None, None
        try:
            found = _asked(host, port)
        except OSError as error:
            failure = error
        with suppress(RuntimeError):  # the loop may have ended meanwhile
            loop.call_soon_threadsafe(settle, found, failure)

    threading.Thread(target=ask, daemon=True).start()
    return await answer


def _asked(host: str, port: int) -> list[IPAddress]:
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # a label that is empty or too long
        raise OSError(str(error)) from error
    return list(dict.fromkeys(without_zone(str(info[4][0])) for info in infos))
