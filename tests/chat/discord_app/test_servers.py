"""Two servers never see each other's articles, whatever is typed or forged."""

import pytest

from bot.services.newsroom import Newsroom
from tests.chat.discord_app.conftest import Server, forged
from tests.chat.discord_app.examples import all_articles, ids, quotes, told
from tests.ferry import page

RUMOUR = "The mayor of Linnholm collects antique zithers. Zither strings are dear."


@pytest.fixture(autouse=True)
async def _rumour(server: Server) -> None:
    await server.manages("articles add", file=("zither.md", page("Zither Post", RUMOUR)))


async def own_id(server: Server, newsroom: Newsroom) -> str:
    seen = await all_articles(newsroom, server.collection)
    return next(article.id for article in seen if article.outlet == "Zither Post")


async def test_the_own_server_is_answered(server: Server) -> None:
    assert quotes((await server.asks("brief", topic="zithers")).components) == [
        RUMOUR.partition(". ")[0] + "."
    ]


async def test_another_server_finds_nothing_and_counts_nothing(other: Server) -> None:
    message = await other.asks("brief", topic="zithers")
    assert quotes(message.components) == []
    assert "I looked in 8 articles" in told(message.components)
    assert "Zither" not in told(message.components)
    assert "of 8" in told((await other.asks("articles list")).components)


async def test_another_server_is_offered_no_name_of_it(server: Server, other: Server) -> None:
    for command, option in (("brief", "topic"), ("brief", "outlet"), ("articles show", "article")):
        assert not any("ither" in str(offer) for offer in await other.types(command, option, "Zi"))
    assert await server.types("brief", "outlet", "Zi") == [
        {"name": "Zither Post", "value": "Zither Post"}
    ]


async def test_its_id_shows_nothing_elsewhere(
    server: Server, other: Server, newsroom: Newsroom
) -> None:
    article = await own_id(server, newsroom)
    shown = await other.asks("articles show", article=article)
    removed = await other.manages("articles remove", article=article)
    assert "There is no article" in told(shown.components)
    assert "There is no article" in told(removed.components)
    assert await own_id(server, newsroom) == article


async def test_its_buttons_work_nowhere_else(
    server: Server, other: Server, newsroom: Newsroom
) -> None:
    for number in range(8):
        text = (
            f"Zither number {number} has {number + 20} strings and a case of wood number {number}."
        )
        await newsroom.intake.upload(
            f"z{number}.md", page(f"Zither {number}", text), server.collection
        )
    own = await server.asks("brief", topic="zither")
    foreign = await other.asks("brief", topic="ferry")
    context = await forged(other, foreign, ids(own.components, "context")[0])
    assert "no longer in my articles" in told(context.components)
    more = await forged(
        other, await other.asks("brief", topic="ferry"), ids(own.components, "more")[0]
    )
    assert "belongs to another server" in told(more.components)


async def test_direct_messages_see_no_server(server: Server) -> None:
    user = server.env.create_user("alone")
    result = await user.slash("brief", topic="zithers")
    assert result.response is not None
    assert quotes(result.response.components) == []
