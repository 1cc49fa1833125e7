"""What users of the server do: they type commands, press buttons, and write."""

import secrets
from collections.abc import Iterator, Mapping

from tests.discord_standin.gateway import Gateway
from tests.discord_standin.interactions import COMMAND, COMPONENT, FORM, TYPING, Interactions
from tests.discord_standin.limits import parts
from tests.discord_standin.payloads import EVERYTHING, Json, member, message, snowflake
from tests.discord_standin.records import Exchange
from tests.discord_standin.state import State

CHAT_COMMAND, MESSAGE_COMMAND = 1, 3
SUBCOMMAND, GROUP = 1, 2
TEXT_INPUT = 4
MEGABYTES = 10 << 20


class Users:
    """The users of the server, all in its first channel; who is not named is its owner."""

    def __init__(self, state: State, interactions: Interactions, gateway: Gateway) -> None:
        self._state, self._interactions, self._gateway = state, interactions, gateway

    async def slash(self, words: str, /, *, by: Json | None = None, **options: object) -> Exchange:
        """Somebody sends a command: "quiz", or "quiz-admin list"."""
        return await self._interact(COMMAND, self._typed(words, options), by)

    async def autocomplete(
        self, words: str, focused: str, text: str, /, *, by: Json | None = None, **options: object
    ) -> Exchange:
        """Somebody types a text into an option of a command."""
        data = self._typed(words, {**options, focused: text}, focused)
        return await self._interact(TYPING, data, by)

    async def choose(self, name: str, target: Json, *, by: Json | None = None) -> Exchange:
        """Somebody chooses a command in the menu of a message."""
        data = {"id": self._command(MESSAGE_COMMAND, name)["id"], "name": name}
        data |= {"type": MESSAGE_COMMAND, "target_id": target["id"]}
        data["resolved"] = {"messages": {target["id"]: target}}
        return await self._interact(COMMAND, data, by)

    async def click(self, pressed: Json, custom_id: str, *, by: Json | None = None) -> Exchange:
        """Somebody presses a button that is on a message and can be pressed."""
        found = [p for p in parts(pressed["components"]) if p.get("custom_id") == custom_id]
        assert found, f"no button {custom_id}"
        assert not found[0].get("disabled"), f"{custom_id} cannot be pressed"
        data = {"component_type": found[0]["type"], "custom_id": custom_id, "id": found[0]["id"]}
        return await self._interact(COMPONENT, data, by, pressed)

    async def submit(
        self, pressed: Json, form: Json, text: str, *, by: Json | None = None
    ) -> Exchange:
        """Somebody types a text into the one line of a form that a button of a message opened."""
        (label,) = form["components"]
        line = {"type": TEXT_INPUT, "id": 2, "custom_id": label["component"]["custom_id"]}
        typed = {"type": label["type"], "id": 1, "component": line | {"value": text}}
        data = {"custom_id": form["custom_id"], "components": [typed]}
        return await self._interact(FORM, data, by, pressed)

    def say(self, text: str, *, by: Json | None = None) -> Json:
        """Somebody writes a message; the bot is not told, for it may not read along."""
        author = by or self._state.owner
        return self._state.keep(message(self._here["id"], author, {"content": text}))

    @property
    def _here(self) -> Json:
        return next(iter(self._state.channels.values()))

    def _command(self, kind: int, name: str) -> Json:
        known = (one for place in self._state.commands.values() for one in place)
        return next(one for one in known if (one["type"], one["name"]) == (kind, name))

    def _typed(self, words: str, options: Mapping[str, object], focused: str = "") -> Json:
        name, *path = words.split()
        node = self._command(CHAT_COMMAND, name)
        data: Json = {"id": node["id"], "name": name, "type": CHAT_COMMAND}
        inner = data
        for word in path:
            node = next(one for one in node["options"] if one["name"] == word)
            assert node["type"] in {SUBCOMMAND, GROUP}
            inner["options"] = [{"name": word, "type": node["type"]}]
            inner = inner["options"][0]
        inner["options"] = list(_filled(node.get("options") or [], options, focused))
        return data

    async def _interact(
        self, kind: int, data: Json, by: Json | None, pressed: Json | None = None
    ) -> Exchange:
        place, guild = self._here, self._state.guild_id
        payload: Json = {
            "id": snowflake(),
            "application_id": self._state.bot["id"],
            "type": kind,
            "token": secrets.token_urlsafe(32),
            "version": 1,
            "data": data,
            "guild_id": guild,
            "guild": {"id": guild, "locale": "en-US", "features": []},
            "channel_id": place["id"],
            "channel": {**place, "permissions": EVERYTHING},
            "member": member(by or self._state.owner, permissions=EVERYTHING),
            "app_permissions": EVERYTHING,
            "locale": "en-US",
            "guild_locale": "en-US",
            "entitlements": [],
            "authorizing_integration_owners": {"0": guild},
            "context": 0,
            "attachment_size_limit": MEGABYTES,
        }
        if pressed is not None:
            payload["message"] = pressed
        exchange = self._interactions.exchanges[payload["token"]] = Exchange(payload)
        await self._gateway.dispatch("INTERACTION_CREATE", payload)
        return exchange


def _filled(known: list[Json], options: Mapping[str, object], focused: str) -> Iterator[Json]:
    """What was typed, with the type that each option was registered with."""
    kinds = {option["name"]: option for option in known}
    assert options.keys() <= kinds.keys(), f"no such option: {options.keys() - kinds.keys()}"
    for name, value in options.items():
        assert (
            not kinds[name].get("choices")
            or name == focused
            or any(choice["value"] == value for choice in kinds[name]["choices"])
        ), f"{value!r} is not offered for {name}"
        typed = {"name": name, "type": kinds[name]["type"], "value": value}
        yield typed | ({"focused": True} if name == focused else {})
