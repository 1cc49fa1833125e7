"""Nothing of one server is ever told in another."""

from collections.abc import Awaitable, Callable

import pytest

from bot.errors import NotForYou, NothingFound
from bot.services.newsroom import Newsroom, Question


async def ids(newsroom: Newsroom, collection: str | None) -> list[str]:
    return [one.id async for one in newsroom.articles.articles(collection)]


async def own(newsroom: Newsroom, collection: str) -> str:
    (found,) = set(await ids(newsroom, collection)) - set(await ids(newsroom, None))
    return found


Look = Callable[[Newsroom, str | None], Awaitable[object]]


async def _recalled(newsroom: Newsroom, collection: str | None) -> object:
    return await newsroom.inquiries.recall(Question("brief", "ferry", "1").token, collection)


async def _context(newsroom: Newsroom, collection: str | None) -> object:
    found = await newsroom.articles.context(await own(newsroom, "1"), 1, 0, 20, collection)
    return found.quote.text


LOOKS: dict[str, Look] = {
    "brief": lambda room, name: room.brief("ferry aground passengers", name),
    "brief by outlet": lambda room, name: room.brief("ferry", name, outlet="Strait Gazette"),
    "brief by an outlet in words": lambda room, name: room.brief("ferry outlet:strait", name),
    "closest": lambda room, name: room.brief("ferry aground zeppelin", name),
    "ask": lambda room, name: room.ask("How many passengers were on the ferry Corvina?", name),
    "sources": lambda room, name: room.inquiries.answer(
        Question("sources", "The ferry Corvina ran", name)
    ),
    "search": lambda room, name: room.inquiries.search("ferry passengers ashore", 50, name),
    "nearest": lambda room, name: room.brief("zeppelin", name),
    "did you mean": lambda room, name: room.brief("Corvna", name),
    "articles": ids,
    "list": lambda room, name: room.articles.heads(name, 50),
    "topics": lambda room, name: room.articles.names("topic", "", name),
    "outlets": lambda room, name: room.articles.names("outlet", "", name),
    "titles": lambda room, name: room.articles.titles("", name),
    "own titles": lambda room, name: room.articles.titles("", name, own=True),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
async def test_a_server_sees_what_no_server_would_see_of_another(
    newsroom: Newsroom, look: Look
) -> None:
    def told(seen: object) -> str:
        return repr(seen).casefold()

    secret = await own(newsroom, "1")
    strangers = [told(await look(newsroom, name)) for name in ("2", "3", None)]
    for words in ("mossholm", "strait gazette", "passengers on board", secret):
        assert not any(words in seen for seen in strangers)
    assert told(await look(newsroom, "1")) not in strangers


@pytest.mark.parametrize("query", ["ferry", "passengers", "frost", "mine", "zeppelin"])
async def test_counts_tell_nothing_of_another_server(newsroom: Newsroom, query: str) -> None:
    before = await newsroom.brief(query, "2")
    scores = [hit.score for hit in await newsroom.inquiries.search(query, 9, "2")]
    assert await newsroom.intake.remove(await own(newsroom, "1"), "1")
    after = await newsroom.brief(query, "2")
    assert (before.matched, before.total) == (after.matched, after.total)
    assert before.nearest == after.nearest
    assert [hit.score for hit in await newsroom.inquiries.search(query, 9, "2")] == scores


@pytest.mark.parametrize("stranger", ["2", "3", None])
async def test_what_is_known_by_its_id_is_refused_to_strangers(
    newsroom: Newsroom, stranger: str | None
) -> None:
    secret = await own(newsroom, "1")
    await newsroom.inquiries.remember(Question("brief", "ferry", "1"), 0)
    with pytest.raises(NothingFound):
        await newsroom.articles.article(secret, stranger)
    with pytest.raises(NotForYou):
        await _context(newsroom, stranger)
    with pytest.raises(NotForYou):
        await _recalled(newsroom, stranger)
    assert not await newsroom.intake.remove(secret, stranger or "operator")
    assert await newsroom.articles.article(secret, "1")
    assert "night ferry" in str(await _context(newsroom, "1"))
    assert await _recalled(newsroom, "1") == Question("brief", "ferry", "1")
