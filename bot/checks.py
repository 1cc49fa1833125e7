"""Looking for what is wrong, without the network and without mending anything."""

import os
from pathlib import Path

from sqlalchemy import make_url

from bot.articles.facts import Facts
from bot.articles.reading import drafts
from bot.articles.rejection import Rejection
from bot.chat.prompts import Said, said
from bot.chat.replies import told
from bot.errors import PullquoteError, WrongConfiguration
from bot.newsroom import DATABASE, database_url, read_variants
from bot.resources import resource
from bot.settings import Settings
from bot.storage.checking import problems as database_problems
from bot.storage.indexing import index_problem
from bot.storage.place import is_missing
from bot.storage.store import Store


async def problems(settings: Settings, data: Path) -> list[Said]:
    """Everything found wrong with configuration, database, index, words and sample articles."""
    found = [*_configuration(settings), *_corpus()]
    if unusable := _folder(data):
        return [*found, unusable]
    url = settings.database.get_secret_value() if settings.database else database_url(data)
    try:
        wrong = await database_problems(url)
    except WrongConfiguration as error:
        return [*found, told(error)]
    found += [said(name, **variables) for name, variables in wrong]
    if not wrong and not is_missing(make_url(url)):
        found += await _index(url, data)
    return found


def _configuration(settings: Settings) -> list[Said]:
    try:
        settings.discord_token()
        read_variants()
    except PullquoteError as error:
        return [told(error)]
    return []


def _folder(data: Path) -> Said | None:
    try:
        place = next(path for path in (data.absolute(), *data.absolute().parents) if path.exists())
    except OSError:
        return said("storage/no_folder", folder=str(data))
    if not place.is_dir():
        return said("storage/no_folder", folder=str(data))
    if not os.access(place, os.W_OK | os.X_OK):
        return said("storage/read_only", file=str(data / DATABASE))
    return None


def _corpus() -> list[Said]:
    damaged = []
    for path in sorted(resource("corpus").glob("*.md")):
        with path.open("rb") as stream:
            read = list(drafts(path.name, stream, path.name, Facts()))
        if any(isinstance(item, Rejection) for item in read):
            damaged.append(said("cli/corpus_damaged", path=path.name))
    return damaged


async def _index(url: str, data: Path) -> list[Said]:
    try:
        store = await Store.open(url)
        try:
            held = await store.identity(), await store.last_change(), await store.passage_count()
            problem = index_problem(data, *held)
        finally:
            await store.close()
    except PullquoteError as error:
        return [told(error)]
    return [said(problem)] if problem else []
