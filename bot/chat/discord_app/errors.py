"""What Discord's command framework refuses, told in one polite sentence."""

from discord import app_commands

from bot.errors import NotForYou, PullquoteError, WrongUse

SENTENCES: tuple[tuple[type[app_commands.AppCommandError], type[PullquoteError], str], ...] = (
    (app_commands.TransformerError, WrongUse, "discord/bad_option"),
    (app_commands.CommandNotFound, WrongUse, "discord/outdated"),
    (app_commands.CommandSignatureMismatch, WrongUse, "discord/outdated"),
    (app_commands.NoPrivateMessage, NotForYou, "discord/server_only"),
    (app_commands.MissingPermissions, NotForYou, "discord/manage_server"),
    (app_commands.BotMissingPermissions, NotForYou, "discord/bot_permissions"),
    (app_commands.CommandOnCooldown, NotForYou, "discord/cooldown"),
    (app_commands.CheckFailure, NotForYou, "discord/not_allowed"),
)
"""Each error class of the framework, the more special ones first, and its sentence."""


def cause(error: app_commands.AppCommandError) -> BaseException:
    """The error of ours that tells what went wrong; the original one when it is no refusal."""
    if isinstance(error, app_commands.CommandInvokeError):
        return error.original
    for kind, ours, utterance in SENTENCES:
        if isinstance(error, kind):
            return ours(utterance)
    return error
