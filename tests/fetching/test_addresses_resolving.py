"""Names are resolved beside everything else, and a name that has no address is an error."""

import asyncio
import ipaddress
import socket
import threading
from typing import Any

import pytest

from bot.fetching.addresses import system_addresses
from tests.effort import PATIENCE


async def test_this_machine_is_known_by_its_name() -> None:
    assert ipaddress.ip_address("127.0.0.1") in await system_addresses("localhost", 80)


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a..b", f"{'a' * 64}.example"])
async def test_a_name_without_an_address_is_an_error(host: str) -> None:
    with pytest.raises(OSError, match=r".*"):
        await system_addresses(host, 80)


async def test_a_name_server_that_hangs_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    answer, held = threading.Event(), threading.Event()

    def hanging(*_: Any, **__: Any) -> list[Any]:  # noqa: ANN401 - as the real one
        held.set()
        answer.wait(PATIENCE)
        return [(socket.AF_INET6, 1, 6, "", ("fe80::1%eth0", 80, 0, 0))]

    monkeypatch.setattr(socket, "getaddrinfo", hanging)
    given_up = asyncio.create_task(system_addresses("slow.example", 80))
    assert await asyncio.to_thread(held.wait, PATIENCE)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    waiting = asyncio.create_task(system_addresses("slow.example", 80))
    await asyncio.sleep(0)
    answer.set()
    assert await waiting == [ipaddress.ip_address("fe80::1")]
