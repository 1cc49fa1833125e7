"""Looking for what is wrong, without the network and without mending anything."""

from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.articles.facts import Facts
from bot.articles.reading import Rejection, drafts
from bot.chat.prompts import Said, said
from bot.chat.replies import told
from bot.errors import PullquoteError
from bot.newsroom import database_url, read_variants
from bot.resources import resource
from bot.settings import Settings
from bot.storage.checking import problems as database_problems
from bot.storage.indexing import index_problem
from bot.storage.place import is_missing
from bot.storage.store import Store


async def problems(settings: Settings, data: Path) -> list[Said]:
    """Everything found wrong with configuration, database, index, words and sample articles."""
    found = [*_configuration(settings), *_corpus()]
    url = settings.database.get_secret_value() if settings.database else database_url(data)
    try:
        wrong = await database_problems(url)
    except ArgumentError:
        return [*found, said("setting/value", setting="PULLQUOTE_DATABASE")]
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


def _corpus() -> list[Said]:
    damaged = []
    for path in sorted(resource("corpus").glob("*.md")):
        with path.open("rb") as stream:
            read = list(drafts(path.name, stream, path.name, Facts()))
        if any(isinstance(item, Rejection) for item in read):
            damaged.append(said("cli/corpus_damaged", path=path.name))
    return damaged


async def _index(url: str, data: Path) -> list[Said]:
    store = await Store.open(url)
    try:
        problem = index_problem(data, await store.identity(), await store.last_change())
    finally:
        await store.close()
    return [said(problem)] if problem else []
