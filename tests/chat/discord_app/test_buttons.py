"""Buttons show more and what stands around a quote, to the one who presses them, at any time."""

import pytest

from bot.chat import presenter
from bot.chat.discord_app.client import PullquoteClient
from bot.chat.ids import LISTING_PREFIX, context_id, more_prefix
from bot.services.newsroom import Newsroom
from tests.chat.discord_app.conftest import PROMPTS, Server, forged
from tests.chat.discord_app.examples import are_verbatim, ids, quotes, told
from tests.ferry import page


async def test_more_shows_the_quotes_that_did_not_fit(server: Server, newsroom: Newsroom) -> None:
    first = await server.asks("brief", topic="ferry")
    (button,) = ids(first.components, "more")
    second = await server.presses(first, button)
    shown = [*quotes(first.components), *quotes(second.components)]
    assert second.ephemeral
    assert "from quote 7 on" in told(second.components)
    assert len(set(shown)) == len(shown) == 8
    assert ids(second.components, "more") == []
    assert await are_verbatim(newsroom, second.components, None)


async def test_no_quote_is_lost_when_long_ones_fill_the_message(
    server: Server, newsroom: Newsroom
) -> None:
    for number in range(9):
        words = " ".join(f"mayor {number} tree{at} (lime-tree)" for at in range(20))
        await newsroom.intake.upload(
            f"m{number}.md", page(f"Paper {number}", words + "."), server.collection
        )
    message = await server.asks("brief", topic="mayor")
    shown = quotes(message.components)
    while more := ids(message.components, "more"):
        message = await server.presses(message, more[0])
        shown += quotes(message.components)
    assert len(set(shown)) == len(shown) == 9


async def test_context_shows_the_neighbouring_sentences_privately(
    server: Server, newsroom: Newsroom
) -> None:
    text = " ".join(f"Sentence {number} of the log speaks of rope and tar." for number in range(60))
    await newsroom.intake.upload("log.md", page("Log", text), "operator")
    first = await server.asks("brief", topic="rope")
    shown = await server.presses(first, ids(first.components, "context")[-1])
    assert shown.ephemeral
    [passage] = quotes(shown.components)
    assert quotes(first.components)[-1] in passage
    assert passage.count("Sentence") > 4
    assert f"**{quotes(first.components)[-1]}**" in told(shown.components)
    assert await are_verbatim(newsroom, shown.components, None)


async def test_old_buttons_answer_after_a_restart(server: Server, newsroom: Newsroom) -> None:
    first = await server.asks("brief", topic="ferry")
    await server.env.restart_bot(PullquoteClient(newsroom, PROMPTS))
    (more,) = ids(first.components, "more")
    assert len(quotes((await server.presses(first, more)).components)) == 2
    context = ids(first.components, "context")[0]
    assert len(quotes((await server.presses(first, context)).components)) >= 1


async def test_a_quote_of_an_article_that_is_gone_is_told_politely(
    server: Server, newsroom: Newsroom
) -> None:
    await newsroom.intake.upload(
        "lichen.md", page("Lichen Post", "Lichen grows on the old pier."), server.collection
    )
    first = await server.asks("brief", topic="lichen")
    (button,) = ids(first.components, "context")
    await newsroom.intake.remove(button.split(":")[1], server.collection)
    shown = await server.presses(first, button)
    assert shown.ephemeral
    assert "no longer in my articles" in told(shown.components)


@pytest.mark.parametrize(
    ("custom_id", "sentence"),
    [
        (f"{more_prefix('0' * 16)}:6", "belongs to another server or an old reply"),
        (context_id("0" * 16, 1, 0, 9), "no longer in my articles"),
        (context_id("0" * 16, 1, 9, 3), "no longer in my articles"),
        (f"{LISTING_PREFIX}:77", "no more to show"),
        ("quiz:1:a", "older version of me"),
        ("more:short:6", "older version of me"),
        ("more:" + "0" * 16 + ":6:6", "older version of me"),
        ("anything", "older version of me"),
    ],
)
async def test_a_forged_or_forgotten_button_is_refused_privately(
    server: Server, custom_id: str, sentence: str
) -> None:
    first = await server.asks("brief", topic="ferry")
    shown = await forged(server, first, custom_id)
    assert shown.ephemeral
    assert sentence in told(shown.components)


async def test_a_number_behind_the_last_quote_is_told(server: Server) -> None:
    first = await server.asks("brief", topic="ferry")
    behind = ids(first.components, "more")[0].rpartition(":")[0] + ":600"
    shown = await forged(server, first, behind)
    assert "no more to show" in told(shown.components)


async def test_only_the_latest_answers_are_kept(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenter, "REMEMBERED_REPLIES", 1)
    for topic in ("ferry", "seals", "ferry"):
        assert quotes((await server.asks("brief", topic=topic)).components)
