"""Where somebody asks, and what they may see and do there."""

from bot.chat.discord_app.desk import Interaction
from bot.errors import NotForYou


def collection(interaction: Interaction) -> str | None:
    """The collection of the server that is asked from; None in direct messages."""
    return None if interaction.guild_id is None else str(interaction.guild_id)


def managed_collection(interaction: Interaction) -> str:
    """The collection of a server that the one who asks may manage; NotForYou says why not."""
    server = collection(interaction)
    is_foreign = interaction.is_user_integration() and not interaction.is_guild_integration()
    if server is None or is_foreign:
        raise NotForYou("discord/server_only")
    if not interaction.permissions.manage_guild:
        raise NotForYou("discord/manage_server")
    return server


DIRECT = "direct"
"""Stands for a server in direct messages, where everybody plays alone."""


def server_of(interaction: Interaction) -> str:
    """Where somebody plays: the server's id, or DIRECT."""
    return collection(interaction) or DIRECT


def is_moderator(interaction: Interaction) -> bool:
    """Whether the one who asks keeps order in this channel."""
    allowed = interaction.permissions
    return allowed.manage_messages or allowed.manage_guild
