"""A server, its channels and the bot, as Discord tells of them."""

from typing import Any

import discord

Json = dict[str, Any]  # Any: JSON

TOKEN = "MTIz.fake.token"  # noqa: S105 - made up
BOT, GUILD, OWNER = 100, 200, 300
FIRST_CHANNEL = 1_000
SYSTEM_CHANNEL = 999
EPOCH = 1_420_070_400_000
"""Discord's first millisecond."""

ALL = discord.Permissions.all()
BOT_USER: Json = {"id": str(BOT), "username": "Pullquote", "discriminator": "0", "avatar": None}
BOT_USER |= {"bot": True, "global_name": None}


def channel(number: int, denied: discord.Permissions | None = None) -> Json:
    """A text channel; `denied` are permissions that the bot does not have in it."""
    overwrites = (
        [{"id": str(BOT), "type": 1, "allow": "0", "deny": str(denied.value)}] if denied else []
    )
    return {
        "id": str(number),
        "type": 0,
        "name": f"news-{number}",
        "position": 0,
        "permission_overwrites": overwrites,
        "parent_id": None,
        "nsfw": False,
    }


def thread(number: int, name: str) -> Json:
    """A thread under a message."""
    metadata = {"archived": False, "auto_archive_duration": 1440, "locked": False}
    return {
        "id": str(number),
        "guild_id": str(GUILD),
        "parent_id": str(FIRST_CHANNEL),
        "type": 11,
        "name": name,
        "owner_id": str(BOT),
        "message_count": 0,
        "member_count": 1,
        "thread_metadata": {**metadata, "archive_timestamp": "2024-01-01T00:00:00+00:00"},
    }


def guild(channels: list[Json], server: int = GUILD) -> Json:
    """The server, as the gateway tells of it."""
    role = {"id": str(server), "name": "@everyone", "permissions": str(ALL.value), "position": 0}
    role |= {"color": 0, "hoist": False, "managed": False, "mentionable": False}
    # Whoever may administrate is denied nothing, so the bot's role has everything else.
    role["permissions"] = str(discord.Permissions(ALL.value & ~(1 << 3)).value)
    member = {"user": BOT_USER, "roles": [], "joined_at": "2024-01-01T00:00:00+00:00"}
    return {
        "id": str(server),
        "name": "Linnholm",
        "owner_id": str(OWNER),
        "roles": [role],
        "emojis": [],
        "stickers": [],
        "features": [],
        "channels": [channel(SYSTEM_CHANNEL), *channels],
        "threads": [],
        "members": [{**member, "deaf": False, "mute": False, "flags": 0}],
        "member_count": 2,
        "system_channel_id": str(SYSTEM_CHANNEL),
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "premium_tier": 0,
        "preferred_locale": "en-US",
        "nsfw_level": 0,
    }


APPLICATION: Json = {
    "id": str(BOT),
    "name": "Pullquote",
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "owner": {**BOT_USER, "id": str(OWNER), "bot": False},
    "verify_key": "0" * 64,
    "flags": 0,
    "team": None,
}
