"""What is offered while somebody types comes from the newsroom, within Discord's limits."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.services.newsroom import Newsroom
from tests.chat.discord_app.conftest import Server
from tests.chat.discord_app.examples import all_articles
from tests.ferry import page


async def test_outlets_are_offered_by_what_is_typed(server: Server) -> None:
    assert await server.types("brief", "outlet", "coast") == [
        {"name": "Coast Radio", "value": "Coast Radio"}
    ]


async def test_topics_are_offered(server: Server, newsroom: Newsroom) -> None:
    await newsroom.intake.upload(
        "l.md", b"---\ntopics: [lantern]\n---\n\nA lantern was lit.\n", "operator"
    )
    assert await server.types("brief", "topic", "lan") == [{"name": "lantern", "value": "lantern"}]


async def test_titles_stand_for_ids(server: Server, newsroom: Newsroom) -> None:
    known = {article.id: article.title for article in await all_articles(newsroom)}
    offers = await server.types("articles show", "article", "coast")
    assert [(offer["value"], offer["name"]) for offer in offers] == [
        item for item in known.items() if item[1] == "News from Coast Radio"
    ]


async def test_only_the_servers_own_articles_are_offered_for_removal(
    server: Server, newsroom: Newsroom
) -> None:
    assert await server.types("articles remove", "article", "") == []
    await newsroom.intake.upload("own.md", page("Own", "Our own article."), server.collection)
    offers = await server.types("articles remove", "article", "")
    assert [offer["name"] for offer in offers] == ["News from Own"]


async def test_no_more_than_25_short_names_are_offered(server: Server, newsroom: Newsroom) -> None:
    for number in range(30):
        text = f"Article {number} on lamps."
        await newsroom.intake.upload(
            f"{number}.md", page(f"Lamp {number} {'x' * 120}", text), "operator"
        )
    titles = await server.types("articles show", "article", "lamp")
    outlets = await server.types("brief", "outlet", "lamp")
    assert len(titles) == 25
    assert all(1 <= len(offer["name"]) <= 100 for offer in titles)
    assert outlets == []


async def test_nothing_is_offered_when_the_database_fails(server: Server, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "data" / "pullquote.db")) as database:
        database.execute("ALTER TABLE article RENAME TO elsewhere")
        assert await server.types("articles show", "article", "coast") == []
