"""A stand-in for Discord on this machine: its REST API and its gateway over real sockets."""

from tests.discord_standin.payloads import user
from tests.discord_standin.records import Exchange, Fault, Request
from tests.discord_standin.standin import Standin

__all__ = ["Exchange", "Fault", "Request", "Standin", "user"]
