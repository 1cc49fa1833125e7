"""Registering the commands with Discord, and only when they have changed."""

import hashlib
import json
from dataclasses import dataclass

import discord

from bot.chat.discord_app.client import PullquoteClient, Tree
from bot.chat.discord_app.endpoint import UNREACHED, logged_in
from bot.errors import PullquoteError, WrongUse
from bot.services.newsroom import Newsroom
from bot.settings import Settings
from bot.wording.prompts import Prompts


@dataclass(frozen=True, slots=True)
class SyncResult:
    """Whether the commands had to be registered, and how many there are."""

    changed: bool
    commands: int


async def sync(
    newsroom: Newsroom, settings: Settings, prompts: Prompts, guild: int | None = None
) -> SyncResult:
    """Register the commands everywhere, or in one server at once; logs in without the gateway."""
    async with logged_in(newsroom, settings, prompts) as client:
        return await register(client, newsroom, guild)


async def register(
    client: PullquoteClient, newsroom: Newsroom, guild: int | None = None
) -> SyncResult:
    """Register the commands of a client that is logged in, unless Discord has them already."""
    commands, note = len(client.tree.get_commands()), _note(client, guild)
    found = fingerprint(client.tree)
    if await newsroom.notes.value(note) == found:
        return SyncResult(changed=False, commands=commands)
    await _send(client, guild)
    await newsroom.notes.keep(note, found)
    return SyncResult(changed=True, commands=commands)


async def is_registered(client: PullquoteClient, newsroom: Newsroom) -> bool | None:
    """Whether Discord has the commands as they are now; None when it never had any."""
    known = await newsroom.notes.value(_note(client, None))
    return None if known is None else known == fingerprint(client.tree)


def fingerprint(tree: Tree) -> str:
    """The SHA-256 of the commands, the same however they are ordered."""
    found = sorted(canonical(command.to_dict(tree)) for command in tree.get_commands())
    return hashlib.sha256("\n".join(found).encode()).hexdigest()


def canonical(payload: object) -> str:
    """JSON that is equal for equal values."""
    return json.dumps(payload, sort_keys=True, ensure_ascii=False)


async def _send(client: PullquoteClient, guild: int | None) -> None:
    target = None if guild is None else discord.Object(guild)
    if target is not None:
        client.tree.copy_global_to(guild=target)
    try:
        await client.tree.sync(guild=target)
    except (discord.Forbidden, discord.NotFound) as error:
        raise WrongUse("discord/no_such_server", guild=guild or 0) from error
    except UNREACHED as error:
        raise PullquoteError("discord/unreachable") from error


def _note(client: PullquoteClient, guild: int | None) -> str:
    return f"discord/commands/{client.application_id}/{guild or 'everywhere'}"
