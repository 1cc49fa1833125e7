"""/digest: a daily post in a channel; for those who manage the server."""

from typing import Any

import discord
from discord import app_commands

from bot.chat.digest_options import days_of_week, time_of_day
from bot.chat.discord_app import completion
from bot.chat.discord_app import completion as digest_completion
from bot.chat.discord_app.channel import FACE
from bot.chat.discord_app.commands.building import Callback
from bot.chat.discord_app.digest_presenter import refuse_channel, refuse_role
from bot.chat.discord_app.interactions import answer, managed_collection
from bot.chat.discord_app.presenter import Interaction
from bot.chat.discord_app.rendering.views import Message
from bot.digest.schedule import EVERY_DAY, Timing
from bot.language.cleaning import clean
from bot.services.digests import DigestOrder
from bot.wording.prompts import Prompts, utterance

IN_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
BY_SERVERS = app_commands.AppInstallationType(guild=True, user=False)

Short = app_commands.Range[str, 1, 40]
Zone = app_commands.Range[str, 1, 60]
Topic = app_commands.Range[str, 1, 100]
Channel = discord.TextChannel | discord.Thread


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


@app_commands.autocomplete(
    zone=digest_completion.zone, topic=completion.topics, days=digest_completion.days
)
async def _schedule(
    interaction: Interaction,
    channel: Channel,
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
    async def ordered() -> Message:
        server = managed_collection(interaction)
        asker = interaction.user
        assert isinstance(asker, discord.Member)  # noqa: S101 - in a server everybody is one
        desk = interaction.client.desk
        refuse_channel(desk.prompts, channel, asker)
        refuse_role(role, channel, asker)
        timing = Timing(time_of_day(time), zone, days_of_week(days) if days else EVERY_DAY)
        wanted = DigestOrder(
            face=FACE,
            server=server,
            channel=str(channel.id),
            topic=" ".join(clean(topic or "").split()),
            made_by=str(asker.id),
            timing=timing,
            role=str(role.id) if role else None,
            silent=silent,
            quiz=quiz,
            tell_empty=empty,
        )
        return await desk.digests.order(wanted)

    await answer(interaction, ordered(), private=True)


@app_commands.autocomplete(digest=digest_completion.digest)
async def _preview(interaction: Interaction, digest: Short | None = None) -> None:
    async def previewed() -> Message:
        server = managed_collection(interaction)
        return await interaction.client.desk.digests.preview(server, digest)

    await answer(interaction, previewed(), private=True)


@app_commands.autocomplete(digest=digest_completion.digest)
async def _status(interaction: Interaction, digest: Short | None = None) -> None:
    async def told() -> Message:
        server = managed_collection(interaction)
        client = interaction.client
        return await client.desk.digests.status(client, server, digest)

    await answer(interaction, told(), private=True)


@app_commands.autocomplete(digest=digest_completion.digest)
async def _pause(
    interaction: Interaction, digest: Short | None = None, until: Short | None = None
) -> None:
    async def paused() -> Message:
        server = managed_collection(interaction)
        return await interaction.client.desk.digests.pause(server, digest, until)

    await answer(interaction, paused(), private=True)


@app_commands.autocomplete(digest=digest_completion.digest)
async def _resume(interaction: Interaction, digest: Short | None = None) -> None:
    async def resumed() -> Message:
        server = managed_collection(interaction)
        return await interaction.client.desk.digests.resume(server, digest)

    await answer(interaction, resumed(), private=True)


@app_commands.autocomplete(digest=digest_completion.digest)
async def _remove(interaction: Interaction, digest: Short | None = None) -> None:
    async def removed() -> Message:
        server = managed_collection(interaction)
        return await interaction.client.desk.digests.remove(server, digest)

    await answer(interaction, removed(), private=True)


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
