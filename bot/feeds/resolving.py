"""Asking which machines a name stands for, without holding up anything else."""

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.feeds.addresses import IPAddress

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
    return list(dict.fromkeys(_address(str(info[4][0])) for info in infos))


def _address(written: str) -> IPAddress:
    return ipaddress.ip_address(written.partition("%")[0])
