"""The Discord bot from its start to its end."""

import asyncio
import gc
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import discord

from bot.chat.discord_app.client import PullquoteClient
from bot.chat.discord_app.endpoint import REACHED_WITHIN, logged_in, token_setting
from bot.chat.discord_app.notices import keep_telling
from bot.chat.discord_app.sync import is_registered, register
from bot.errors import PullquoteError, WrongConfiguration
from bot.logs import start_logs
from bot.services.jobs import forever, stop_event
from bot.services.newsroom import Newsroom
from bot.services.posting import Poster
from bot.settings import Settings
from bot.wording.prompts import Prompts, utterance

QUESTIONS_EVERY = 60.0
"""Seconds between two looks for new articles: by then nobody remembers having added one."""

REST = 0.25
"""Seconds between two articles; without any, /brief took twice as long meanwhile."""

AUTHENTICATION_FAILED = 4004
"""The gateway's code for a token that it does not know."""

log = logging.getLogger(__name__)


async def run(newsroom: Newsroom, settings: Settings, prompts: Prompts) -> None:
    """Be in Discord until a signal says to stop; WrongConfiguration when the token is wrong."""
    start_logs(settings)
    with stop_event() as stop:
        async with logged_in(newsroom, settings, prompts) as client:
            await _commands(client, newsroom, prompts)
            # What is there now stays. Looking through it for garbage took a fifth of the time, and
            # let one answer in a hundred wait for 110 ms instead of 30.
            gc.freeze()
            _begin(client)
            await _connected(client, settings, stop)
    log.info("stopped")


def _begin(client: PullquoteClient) -> None:
    """Begin all that goes on beside the answers; it ends when the client closes."""
    newsroom = client.newsroom
    poster = Poster(client.port, newsroom.digests, client.writer, ask=client.ask_daily)
    client.jobs.begin(forever(partial(newsroom.quiz.make_ready, rest=REST), QUESTIONS_EVERY))
    client.jobs.begin(_once_ready(client, poster.beat))
    client.jobs.begin(_once_ready(client, partial(keep_telling, client, newsroom)))


async def _once_ready(client: PullquoteClient, job: Callable[[], Awaitable[None]]) -> None:
    """Do something from when Discord has told of the servers."""
    await client.wait_until_ready()
    await job()


async def _commands(client: PullquoteClient, newsroom: Newsroom, prompts: Prompts) -> None:
    """Register the commands at the very first start; later, only tell that they have changed."""
    registered = await is_registered(client, newsroom)
    if registered is None:
        await register(client, newsroom)
    elif not registered:
        log.warning(prompts.say(utterance("discord/commands_changed")))


async def _connected(client: PullquoteClient, settings: Settings, stop: asyncio.Event) -> None:
    """Stay connected until told to stop; an error when Discord is not reached or lets us go."""
    connection = asyncio.create_task(client.connect())
    waiting = [asyncio.create_task(event.wait()) for event in (stop, client.reached)]
    try:
        await _first(REACHED_WITHIN, connection, *waiting)
        if not (client.reached.is_set() or stop.is_set() or connection.done()):
            raise PullquoteError("discord/unreachable")
        await _first(None, connection, waiting[0])
        if connection.done():
            await connection
    except discord.ConnectionClosed as error:
        if error.code == AUTHENTICATION_FAILED:
            raise WrongConfiguration("setting/value", setting=token_setting(settings)) from None
        raise PullquoteError("discord/unreachable") from error
    except AttributeError as error:
        # discord.py 2.7.1 stumbles so over its second attempt when the first never connected.
        if client.reached.is_set():
            raise
        raise PullquoteError("discord/unreachable") from error
    finally:
        for task in (connection, *waiting):
            task.cancel()


async def _first(patience: float | None, *tasks: asyncio.Task[Any]) -> None:
    """Wait until one of the tasks is done, or `patience` seconds have passed."""
    await asyncio.wait(tasks, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
