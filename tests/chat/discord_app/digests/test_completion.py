"""What is offered while somebody types a zone, days, or which digest they mean."""

import pytest

from tests.chat.discord_app.conftest import Server
from tests.chat.discord_app.digests.test_commands import order
from tests.chat.discord_app.examples import told


async def offered(server: Server, command: str, option: str, text: str) -> list[dict[str, str]]:
    """What a manager is offered while typing."""
    found: list[dict[str, str]] = await server.manager.autocomplete(
        server.channel, f"digest {command}", option, text
    )
    return found


async def test_days_are_offered(server: Server) -> None:
    found = await offered(server, "schedule", "days", "week")
    assert [offer["value"] for offer in found] == ["weekdays", "weekends"]


async def test_of_several_digests_one_must_be_named(server: Server) -> None:
    await order(server)
    await order(server, topic="dams")
    assert "several digests" in told((await server.manages("digest pause")).components)
    (choice,) = [
        offer
        for offer in await offered(server, "pause", "digest", "dams")
        if "dams" in offer["name"]
    ]
    message = await server.manages("digest pause", digest=choice["value"])
    assert "Paused" in told(message.components)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("berlin", "Europe/Berlin"),
        ("new y", "America/New_York"),
        ("São_Paulo", "America/Sao_Paulo"),
    ],
)
async def test_a_zone_is_found_by_its_city(server: Server, typed: str, zone: str) -> None:
    assert zone in [offer["value"] for offer in await offered(server, "schedule", "zone", typed)]


async def test_usual_zones_are_offered_before_anything_is_typed(server: Server) -> None:
    found = await offered(server, "schedule", "zone", "")
    assert 0 < len(found) <= 25
    assert found[0]["value"] == "UTC"
