"""What Discord knows: one server, its channels and messages, the bot and its commands."""

from collections import defaultdict
from collections.abc import Iterable

from tests.discord_standin.payloads import (
    EPHEMERAL,
    Json,
    application,
    guild,
    message,
    moment,
    numbered,
    private_channel,
    snowflake,
    text_channel,
    thread,
    user,
)
from tests.discord_standin.records import Refused


class State:
    """One server with one channel, its owner, and the bot."""

    def __init__(self) -> None:
        self.bot = user("standin-bot", bot=True)
        self.owner = user("alice")
        self.guild_id = snowflake()
        self.channels: dict[str, Json] = {}
        self.messages: dict[str, Json] = {}
        self.commands: defaultdict[str | None, list[Json]] = defaultdict(list)
        self._sent: dict[tuple[str, str], Json] = {}
        self.add_channel("general")

    @property
    def application(self) -> Json:
        """The bot's application."""
        return application(self.bot, self.owner)

    @property
    def guild(self) -> Json:
        """The server with its channels."""
        return guild(self.guild_id, self.owner, self.bot, list(self.channels.values()))

    def add_channel(self, name: str) -> str:
        """The id of a new channel."""
        made = text_channel(name, self.guild_id)
        self.channels[made["id"]] = made
        return str(made["id"])

    def channel(self, number: str) -> Json:
        """A channel that there is."""
        if number not in self.channels:
            raise Refused(404, 10003, "Unknown Channel")
        return self.channels[number]

    def private_channel(self) -> Json:
        """A new channel of the owner and the bot."""
        made = private_channel(self.owner)
        self.channels[made["id"]] = made
        return made

    def open_thread(self, channel: str, number: str, name: str) -> Json:
        """The thread under a message, which can have only one."""
        self.stored(channel, number)
        if number in self.channels:
            raise Refused(400, 160004, "A thread has already been created for this message")
        self.channels[number] = thread(number, self.channel(channel), name, self.bot["id"])
        return self.channels[number]

    def post(self, channel: str, body: Json) -> Json:
        """The bot's new message; or, for a nonce that must be unique, the one that has it."""
        self.channel(channel)
        nonce = body.get("nonce") if body.get("enforce_nonce") else None
        if nonce is not None and (channel, nonce) in self._sent:
            return self._sent[channel, nonce]
        made = self.keep(message(channel, self.bot, body))
        if nonce is not None:
            self._sent[channel, nonce] = made
        return made

    def keep(self, made: Json) -> Json:
        """A message, which is there from now on."""
        self.messages[made["id"]] = made
        return made

    def edit(self, made: Json, body: Json) -> Json:
        """A message, changed by what a body tells; who may see it stays as it was."""
        if "components" in body:
            made["components"] = numbered(body["components"] or [])
        for key in ("content", "embeds"):
            if key in body:
                made[key] = body[key] or type(made[key])()
        if "flags" in body:
            made["flags"] = made["flags"] & EPHEMERAL | (body["flags"] or 0) & ~EPHEMERAL
        made["edited_timestamp"] = moment()
        return made

    def attach(self, made: Json, files: Iterable[tuple[str, int]]) -> Json:
        """A message, with files by their names and sizes."""
        for name, size in files:
            url = f"https://cdn.example/{made['id']}/{name}"
            file = {"id": snowflake(), "filename": name, "size": size, "url": url}
            made["attachments"].append(file | {"proxy_url": url})
        return made

    def stored(self, channel: str, number: str) -> Json:
        """A message of a channel that can be looked up: a private answer cannot."""
        found = self.messages.get(number)
        if found is None or found["channel_id"] != channel or found["flags"] & EPHEMERAL:
            raise Refused(404, 10008, "Unknown Message")
        return found

    def history(self, channel: str, after: int, limit: int) -> list[Json]:
        """The first messages after a moment's id, the latest of them first."""
        self.channel(channel)
        every = sorted(self.messages.values(), key=lambda one: int(one["id"]))
        seen = (m for m in every if m["channel_id"] == channel and not m["flags"] & EPHEMERAL)
        return [m for m in seen if int(m["id"]) > after][:limit][::-1]

    def register(self, guild_id: str | None, bodies: list[Json]) -> list[Json]:
        """The commands in a place, which replace those that were there."""
        numbers = {(old["type"], old["name"]): old["id"] for old in self.commands[guild_id]}
        self.commands[guild_id] = [self._command(body, guild_id, numbers) for body in bodies]
        return self.commands[guild_id]

    def _command(
        self, body: Json, guild_id: str | None, numbers: dict[tuple[int, str], str]
    ) -> Json:
        kind = body.get("type") or 1
        permissions = body.get("default_member_permissions")
        told = {key: value for key, value in body.items() if value is not None}
        told |= {"id": numbers.get((kind, body["name"])) or snowflake(), "type": kind}
        told |= {"application_id": self.bot["id"], "version": snowflake()}
        told |= {"description": body.get("description") or "", "options": body.get("options") or []}
        told |= {"default_member_permissions": None if permissions is None else str(permissions)}
        return told if guild_id is None else told | {"guild_id": guild_id}
