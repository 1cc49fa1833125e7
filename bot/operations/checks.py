"""Looking for what is wrong, without the network and without mending anything."""

import os
from pathlib import Path

from bot.articles.article import Rejection
from bot.articles.metadata import Metadata
from bot.articles.readers.formats import drafts
from bot.errors import PullquoteError, WrongConfiguration
from bot.persistence.database import DATABASE, database_url, is_missing, place_of
from bot.persistence.opening import problems as database_problems
from bot.persistence.store import Store
from bot.services.index_sync import index_problem
from bot.services.word_lists import WordLists
from bot.settings import Settings, resource
from bot.wording.prompts import Prompts, Utterance, error_utterance, utterance


async def problems(settings: Settings, data: Path) -> list[Utterance]:
    """Everything found wrong with configuration, database, index, words and sample articles."""
    lists = WordLists(settings.corpus)
    wrong_words = [*lists.problems(), *Prompts().problems()]
    found = [*_configuration(settings), *map(error_utterance, wrong_words), *_corpus(lists)]
    if unusable := _folder(data):
        return [*found, unusable]
    url = settings.database.get_secret_value() if settings.database else database_url(data)
    try:
        wrong = await database_problems(url)
    except WrongConfiguration as error:
        return [*found, error_utterance(error)]
    found += [utterance(name, **variables) for name, variables in wrong]
    if not wrong and not is_missing(place_of(url)):
        found += await _index(url, data)
    return found


def _configuration(settings: Settings) -> list[Utterance]:
    try:
        settings.discord_token()
    except PullquoteError as error:
        return [error_utterance(error)]
    known = settings.language.startswith(Prompts().language(settings.language))
    return [] if known else [utterance("setting/value", setting="PULLQUOTE_LANGUAGE")]


def _folder(data: Path) -> Utterance | None:
    try:
        place = next(path for path in (data.absolute(), *data.absolute().parents) if path.exists())
    except OSError:
        return utterance("storage/no_folder", folder=str(data))
    if not place.is_dir():
        return utterance("storage/no_folder", folder=str(data))
    if not os.access(place, os.W_OK | os.X_OK):
        return utterance("storage/read_only", file=str(data / DATABASE))
    return None


def _corpus(lists: WordLists) -> list[Utterance]:
    try:
        phrases = lists.boilerplate()
    except WrongConfiguration:
        return []
    damaged = []
    for path in sorted(resource("corpus").glob("*.md")):
        with path.open("rb") as stream:
            read = list(drafts(path.name, stream, path.name, Metadata(), phrases))
        if any(isinstance(item, Rejection) for item in read):
            damaged.append(utterance("cli/corpus_damaged", path=path.name))
    return damaged


async def _index(url: str, data: Path) -> list[Utterance]:
    try:
        store = await Store.open(url)
        try:
            held = (
                await store.notes.identity(),
                await store.changes.last(),
                await store.changes.passage_count(),
            )
            problem = index_problem(data, *held)
        finally:
            await store.close()
    except PullquoteError as error:
        return [error_utterance(error)]
    return [utterance(problem)] if problem else []
