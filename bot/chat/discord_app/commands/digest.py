"""/digest: a daily post in a channel; for those who manage the server."""

from typing import Any

import discord
from discord import app_commands

from bot.chat.digest_options import days_of_week, time_of_day
from bot.chat.digest_writer import DigestWriter
from bot.chat.discord_app import completion
from bot.chat.discord_app.channel import FACE, PostingChannel, missing_permissions
from bot.chat.discord_app.commands.building import Callback
from bot.chat.discord_app.interactions import Interaction, answer, answer_all, managed_collection
from bot.digest.schedule import EVERY_DAY, Timing
from bot.errors import NotForYou, WrongUse
from bot.language.cleaning import clean
from bot.services.digests import DigestOrder
from bot.services.ports import Trouble
from bot.wording.prompts import Prompts, utterance

IN_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
BY_SERVERS = app_commands.AppInstallationType(guild=True, user=False)

Short = app_commands.Range[str, 1, 40]
Zone = app_commands.Range[str, 1, 60]
Topic = app_commands.Range[str, 1, 100]


def digest_commands(prompts: Prompts) -> app_commands.Group:
    """/digest schedule, preview, status, pause, resume and remove.

    Discord's default permission can be changed by a server, so each asks for Manage Server itself.
    """
    group = app_commands.Group(
        name="digest",
        description=prompts.say(utterance("command/digest")),
        allowed_contexts=IN_SERVERS,
        allowed_installs=BY_SERVERS,
        default_permissions=discord.Permissions(manage_guild=True),
        guild_only=True,
    )
    for name, callback in COMMANDS.items():
        group.add_command(
            app_commands.Command[Any, ..., Any](
                name=name,
                description=prompts.say(utterance(f"command/digest_{name}")),
                callback=_described(prompts, callback),
            )
        )
    return group


@app_commands.autocomplete(zone=completion.zone, topic=completion.topics, days=completion.days)
async def _schedule(
    interaction: Interaction,
    channel: PostingChannel,
    time: Short,
    zone: Zone,
    *,
    topic: Topic | None = None,
    days: Short | None = None,
    role: discord.Role | None = None,
    silent: bool = False,
    quiz: bool = False,
    empty: bool = False,
) -> None:
    server, asker = managed_collection(interaction), interaction.user
    assert isinstance(asker, discord.Member)  # noqa: S101 - in a server everybody is one
    refuse_channel(interaction.client.writer, channel, asker)
    refuse_role(role, channel, asker)
    wanted = DigestOrder(
        face=FACE,
        server=server,
        channel=str(channel.id),
        topic=" ".join(clean(topic or "").split()),
        made_by=str(asker.id),
        timing=Timing(time_of_day(time), zone, days_of_week(days) if days else EVERY_DAY),
        role=str(role.id) if role else None,
        silent=silent,
        quiz=quiz,
        tell_empty=empty,
    )
    await answer(interaction, interaction.client.digests.order(wanted), private=True)


@app_commands.autocomplete(digest=completion.digest)
async def _preview(interaction: Interaction, digest: Short | None = None) -> None:
    preview = interaction.client.digests.preview
    await answer_all(interaction, preview(managed_collection(interaction), digest), private=True)


@app_commands.autocomplete(digest=completion.digest)
async def _status(interaction: Interaction, digest: Short | None = None) -> None:
    status = interaction.client.digests.status
    await answer(interaction, status(managed_collection(interaction), digest), private=True)


@app_commands.autocomplete(digest=completion.digest)
async def _pause(
    interaction: Interaction, digest: Short | None = None, until: Short | None = None
) -> None:
    pause = interaction.client.digests.pause
    await answer(interaction, pause(managed_collection(interaction), digest, until), private=True)


@app_commands.autocomplete(digest=completion.digest)
async def _resume(interaction: Interaction, digest: Short | None = None) -> None:
    resume = interaction.client.digests.resume
    await answer(interaction, resume(managed_collection(interaction), digest), private=True)


@app_commands.autocomplete(digest=completion.digest)
async def _remove(interaction: Interaction, digest: Short | None = None) -> None:
    remove = interaction.client.digests.remove
    await answer(interaction, remove(managed_collection(interaction), digest), private=True)


COMMANDS: dict[str, Callback] = {
    "schedule": _schedule,
    "preview": _preview,
    "status": _status,
    "pause": _pause,
    "resume": _resume,
    "remove": _remove,
}


def _described(prompts: Prompts, callback: Callback) -> Callback:
    names = [name for name in callback.__annotations__ if name not in {"interaction", "return"}]
    words = {name: prompts.say(utterance(f"command/digest_option_{name}")) for name in names}
    return app_commands.describe(**words)(callback)


def refuse_channel(writer: DigestWriter, channel: PostingChannel, asker: discord.Member) -> None:
    """WrongUse or NotForYou when a digest cannot be posted there, or the asker cannot see it."""
    if not channel.permissions_for(asker).view_channel:
        raise NotForYou("digest/unseen_channel")
    missing = missing_permissions(channel, channel.guild.me)
    if missing:
        why = writer.why(Trouble("permissions", missing))
        raise WrongUse("digest/problem", why=why)


def refuse_role(role: discord.Role | None, channel: PostingChannel, asker: discord.Member) -> None:
    """NotForYou when the asker could not call the role themselves."""
    if role is None or role.mentionable:
        return
    if role.is_default() or not channel.permissions_for(asker).mention_everyone:
        raise NotForYou("digest/not_your_role")
