"""What Discord tells of users, a server, its channels, messages and an application."""

import itertools
import time
from datetime import UTC, datetime
from typing import Any

import discord

Json = dict[str, Any]  # Any: JSON

EPHEMERAL, LOADING, COMPONENTS_V2 = 1 << 6, 1 << 7, 1 << 15
TEXT_CHANNEL, PRIVATE_CHANNEL, PUBLIC_THREAD = 0, 1, 11
EVERYTHING = str(discord.Permissions.all().value)

_numbers = itertools.count()


def snowflake() -> str:
    """A new id, which tells the present moment as Discord's ids do."""
    milliseconds = int(time.time() * 1000) - discord.utils.DISCORD_EPOCH
    return str(milliseconds << 22 | next(_numbers) & 0x3FFFFF)


def moment() -> str:
    """The present, as Discord writes it."""
    return datetime.now(UTC).isoformat()


def user(name: str, *, bot: bool = False) -> Json:
    """A user, or a bot."""
    return {
        "id": snowflake(),
        "username": name,
        "global_name": None,
        "discriminator": "0",
        "avatar": None,
        "bot": bot,
        "public_flags": 0,
    }


def member(who: Json, *, permissions: str | None = None) -> Json:
    """A member of the server; interactions also tell what the member may do."""
    told = {"user": who, "roles": [], "joined_at": moment(), "deaf": False, "mute": False}
    told |= {"flags": 0, "nick": None, "avatar": None, "premium_since": None, "pending": False}
    return told if permissions is None else told | {"permissions": permissions}


def text_channel(name: str, guild: str) -> Json:
    """A channel of a server, open to all."""
    return {
        "id": snowflake(),
        "guild_id": guild,
        "type": TEXT_CHANNEL,
        "name": name,
        "position": 0,
        "permission_overwrites": [],
        "parent_id": None,
        "nsfw": False,
        "topic": None,
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "flags": 0,
    }


def private_channel(recipient: Json) -> Json:
    """The channel of a user and the bot."""
    return {"id": snowflake(), "type": PRIVATE_CHANNEL, "recipients": [recipient], "flags": 0}


def thread(message: str, parent: Json, name: str, owner: str) -> Json:
    """The thread under a message; the two have one id."""
    state = {"archived": False, "auto_archive_duration": 1440, "locked": False}
    return {
        "id": message,
        "guild_id": parent["guild_id"],
        "parent_id": parent["id"],
        "type": PUBLIC_THREAD,
        "name": name,
        "owner_id": owner,
        "message_count": 0,
        "member_count": 1,
        "thread_metadata": {**state, "archive_timestamp": moment()},
    }


def guild(number: str, owner: Json, bot: Json, channels: list[Json]) -> Json:
    """A server in which everybody may do everything."""
    role = {"id": number, "name": "@everyone", "permissions": EVERYTHING, "position": 0}
    role |= {"color": 0, "hoist": False, "managed": False, "mentionable": False, "flags": 0}
    return {
        "id": number,
        "name": "Stand-in",
        "owner_id": owner["id"],
        "roles": [role],
        "channels": [one for one in channels if one["type"] == TEXT_CHANNEL],
        "threads": [one for one in channels if one["type"] == PUBLIC_THREAD],
        "members": [member(bot), member(owner)],
        "member_count": 2,
        "emojis": [],
        "stickers": [],
        "features": [],
        "system_channel_id": None,
        "preferred_locale": "en-US",
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
    }


def application(bot: Json, owner: Json) -> Json:
    """The bot's application."""
    return {
        "id": bot["id"],
        "name": bot["username"],
        "description": "",
        "icon": None,
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": owner,
        "team": None,
        "flags": 0,
        "verify_key": "0" * 64,
    }


def message(channel: str, author: Json, body: Json) -> Json:
    """A message that was just sent with a body."""
    return {
        "id": snowflake(),
        "channel_id": channel,
        "author": author,
        "type": 0,
        "content": body.get("content") or "",
        "components": numbered(body.get("components") or []),
        "embeds": body.get("embeds") or [],
        "attachments": [],
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
        "pinned": False,
        "tts": False,
        "flags": body.get("flags") or 0,
        "timestamp": moment(),
        "edited_timestamp": None,
        "nonce": body.get("nonce"),
    }


def numbered(components: list[Json]) -> list[Json]:
    """Components with the ids that Discord gives to those that came without."""
    numbers = itertools.count(1)

    def copy(part: Json) -> Json:
        own: Json = {**part, "id": part.get("id") or next(numbers)}
        if "components" in part:
            own["components"] = [copy(one) for one in part["components"]]
        if "accessory" in part:
            own["accessory"] = copy(part["accessory"])
        return own

    return [copy(part) for part in components]
