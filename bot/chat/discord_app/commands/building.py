"""Commands from a callback and the descriptions in `prompts/command/`."""

from collections.abc import Callable
from typing import Any

from discord import app_commands

from bot.wording.prompts import Prompts, utterance

EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
"""Asking is allowed in servers and in direct messages."""

ANYONE = app_commands.AppInstallationType(guild=True, user=True)
"""Asking is allowed with the app added to a server, and to somebody's own account."""

Callback = Callable[..., Any]  # Any: discord.py reads a command's options from its signature
AnyCommand = app_commands.Command[Any, ..., Any]


def command(prompts: Prompts, name: str, callback: Callback) -> AnyCommand:
    """A command that may be used everywhere."""
    return app_commands.Command(
        name=name,
        description=prompts.say(utterance(f"command/{name}")),
        callback=options(prompts, callback),
        allowed_contexts=EVERYWHERE,
        allowed_installs=ANYONE,
    )


def subcommand(prompts: Prompts, group: app_commands.Group, name: str, callback: Callback) -> None:
    """Add a command to a group, which says where it may be used."""
    group.add_command(
        app_commands.Command(
            name=name,
            description=prompts.say(utterance(f"command/{group.name}_{name}")),
            callback=options(prompts, callback),
        )
    )


def options(prompts: Prompts, callback: Callback) -> Callback:
    """The callback with its options described: everything in its signature but the interaction."""
    names = [name for name in callback.__annotations__ if name not in {"interaction", "return"}]
    words = {name: prompts.say(utterance(f"command/option_{name}")) for name in names}
    return app_commands.describe(**words)(callback)
