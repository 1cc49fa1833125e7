"""From a ranking to quotes: never of another version, nor of what the asker may not see."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.language.english.analyser import Analyser
from bot.persistence.database import database_url
from bot.persistence.store import Store
from bot.search.operators import ParsedQuery, written
from bot.search.passage_index import Filters
from bot.search.query import topic_query
from bot.search.synonyms import Synonyms
from bot.services.index_sync import IndexSync
from bot.services.newsroom import Newsroom
from bot.services.retrieval import Ranking, Retriever
from bot.services.visibility import Visibility
from tests.examples import article

OLD = "The dredger Halla cleared the channel of Port Lumen. It worked for nine days."
NEW = "The tug Orm towed the dredger out. The dredger Halla never cleared the channel."
ANALYSER = Analyser()


@dataclass
class Memory:
    """A newsroom to take articles in with, and a retriever over the same folder."""

    folder: Path
    newsroom: Newsroom
    visibility: Visibility
    retriever: Retriever

    async def takes(self, text: str, collection: str = "operator") -> None:
        path = article(self.folder, "dredger.md", text, title="Dredger")
        await self.newsroom.ingest([path], collection)

    async def ranked(self, words: str, collection: str | None = None) -> Ranking:
        query = topic_query(words, ANALYSER, Synonyms(ANALYSER))
        return await self.retriever.ranking(query, await self.visibility.of(collection), Filters())

    async def quoted(
        self, ranking: Ranking, collection: str | None = None, words: str = ""
    ) -> list[str]:
        scope = await self.visibility.of(collection)
        read = written(words) if words else ParsedQuery("")
        quotes = await self.retriever.quotes(ranking.ranked, scope, read)
        return [quote.text for quote in quotes.values()]


@pytest.fixture
async def memory(tmp_path: Path) -> AsyncIterator[Memory]:
    data = tmp_path / "data"
    async with await Newsroom.open(data) as newsroom:
        store = await Store.open(database_url(data))
        index = await IndexSync.open(store.changes, store.notes, data)
        visibility = Visibility(store.changes, index)
        yield Memory(tmp_path / "news", newsroom, visibility, Retriever(store.articles, index))
        await store.close()


async def test_no_quote_is_made_of_a_version_that_was_not_ranked(memory: Memory) -> None:
    await memory.takes(OLD)
    before = await memory.ranked("dredger")
    assert await memory.quoted(before) == [OLD]
    await memory.takes(NEW)
    assert await memory.quoted(before) == []
    assert await memory.quoted(await memory.ranked("dredger")) == [NEW]


async def test_no_quote_is_made_for_who_may_not_see_the_article(memory: Memory) -> None:
    await memory.takes(OLD, "1")
    own = await memory.ranked("dredger", "1")
    assert await memory.quoted(own, "1") == [OLD]
    for foreign in ("2", None):
        assert await memory.quoted(own, foreign) == []
        assert not (await memory.ranked("dredger", foreign)).ranked


async def test_a_quote_says_the_phrases_that_were_written(memory: Memory) -> None:
    await memory.takes(OLD)
    ranking = await memory.ranked("dredger channel")
    assert await memory.quoted(ranking, words='"dredger halla"') == [OLD]
    assert await memory.quoted(ranking, words='"halla dredger"') == []
