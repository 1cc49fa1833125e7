"""Interactions: the first answer, later ones, and edits, by the token that each has."""

import time

from tests.discord_standin.payloads import EPHEMERAL, LOADING, Json, message
from tests.discord_standin.records import DEFERRED, Exchange, Refused
from tests.discord_standin.state import State

COMMAND, COMPONENT, TYPING, FORM = 2, 3, 4, 5
"""Kinds of interactions."""

MESSAGE, LATER, UPDATE, CHOICES, SHOW_FORM = 4, 6, 7, 8, 9
"""Kinds of answers besides "thinking": LATER changes the message of the component, or nothing."""

ALLOWED = {
    COMMAND: {MESSAGE, DEFERRED, SHOW_FORM},
    COMPONENT: {MESSAGE, DEFERRED, LATER, UPDATE, SHOW_FORM},
    TYPING: {CHOICES},
    FORM: {MESSAGE, DEFERRED, LATER, UPDATE},
}

Files = list[tuple[str, int]]


class Interactions:
    """Every interaction by its token; `too_late` refuses first answers, as Discord does in time."""

    def __init__(self, state: State) -> None:
        self.exchanges: dict[str, Exchange] = {}
        self.too_late = False
        self.late: list[Exchange] = []
        self._state = state

    def unanswered(self) -> list[str]:
        """The interactions that the bot left without an answer."""
        return [one.name for one in self.exchanges.values() if one.acknowledged is None]

    def answer(self, number: str, token: str, body: Json, files: Files) -> Json:
        """Take the first answer to an interaction; what Discord tells of it."""
        exchange = self.exchanges.get(token)
        if exchange is None or exchange.payload["id"] != number:
            raise Refused(404, 10062, "Unknown interaction")
        if self.too_late:
            self.late.append(exchange)
            raise Refused(404, 10062, "Unknown interaction")
        if exchange.acknowledged is not None:
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        if body["type"] not in ALLOWED[exchange.payload["type"]]:
            raise Refused(400, 50035, f"Invalid Form Body: an answer of type {body['type']}")
        exchange.acknowledged, exchange.callback = time.perf_counter(), body
        exchange.original = self._shown(exchange, body, files)
        exchange.answered.set()
        return _told(exchange, body["type"])

    def _shown(self, exchange: Exchange, body: Json, files: Files) -> Json | None:
        said, kind = body.get("data") or {}, body["type"]
        if kind in {MESSAGE, DEFERRED}:
            made = self._said(exchange, said, files)
            made["flags"] |= LOADING if kind == DEFERRED else 0
            return made
        if kind not in {LATER, UPDATE}:
            return None
        shown: Json = exchange.payload["message"]
        pressed = self._state.messages.get(shown["id"], shown)
        return self._state.edit(pressed, said) if kind == UPDATE else pressed

    def _said(self, exchange: Exchange, body: Json, files: Files) -> Json:
        made = message(exchange.payload["channel_id"], self._state.bot, body)
        made |= {"application_id": self._state.bot["id"], "webhook_id": self._state.bot["id"]}
        return self._state.keep(self._state.attach(made, files))

    def follow_up(self, token: str, body: Json, files: Files) -> Json:
        """Another message; the first one after "thinking" takes its place."""
        exchange = self._known(token)
        if exchange.original is not None and exchange.original["flags"] & LOADING:
            return self.edit(token, "@original", body, files)
        exchange.followups.append(self._said(exchange, body, files))
        return exchange.followups[-1]

    def edit(self, token: str, number: str, body: Json, files: Files) -> Json:
        """A message of an interaction, changed."""
        exchange, made = self._known(token), self.message(token, number)
        self._state.attach(self._state.edit(made, body), files)
        made["flags"] &= ~LOADING
        if made is exchange.original:
            exchange.edited.set()
        return made

    def message(self, token: str, number: str) -> Json:
        """A message of an interaction; the first answer has a name instead of a number."""
        exchange = self._known(token)
        found = exchange.original if number == "@original" else self._state.messages.get(number)
        if found is None or found["id"] not in self._state.messages:
            raise Refused(404, 10008, "Unknown Message")
        return found

    def _known(self, token: str) -> Exchange:
        exchange = self.exchanges.get(token)
        if exchange is None or exchange.acknowledged is None:
            raise Refused(404, 10015, "Unknown Webhook")
        return exchange


def _told(exchange: Exchange, kind: int) -> Json:
    told: Json = {"id": exchange.payload["id"], "type": exchange.payload["type"]}
    if exchange.original is None:
        return {"interaction": told}
    told["response_message_id"] = exchange.original["id"]
    told["response_message_loading"] = kind == DEFERRED
    told["response_message_ephemeral"] = bool(exchange.original["flags"] & EPHEMERAL)
    resource = {"type": kind, "message": exchange.original}
    shown = {"resource": resource} if kind in {MESSAGE, UPDATE} else {}
    return {"interaction": told, **shown}
