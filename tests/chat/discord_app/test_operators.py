"""/brief and /ask with operators, and the closest quotes when nothing answers."""

import pytest

from bot.services.newsroom import Newsroom
from tests.chat.discord_app.conftest import Server
from tests.chat.discord_app.examples import are_verbatim, ids, links, quotes, told
from tests.ferry import FERRY, lead, page

NARROWED = {
    "ferry outlet:coast": ["Coast Radio"],
    'ferry outlet:"pier gazette"': ["Pier Gazette"],
    "ferry captain since:2024-04 until:2024": ["Coast Radio"],
    'ferry "ten percent"': ["Evening Mail"],
    "ferry linnholm -harvest -baker": ["Harbour Post"],
    "ferry linnholm outlet:ma": ["Market News"],
}
"""Topics, and the outlets of which all quotes in the reply are."""

OUTSIDE = ("ferry since:2024-05", "ferry until:2023", "ferry on:2024-04-01", "ferry -ferry")

CLOSE = "seals noise whirlpool"
CLOSEST = FERRY["Pier Gazette"]


@pytest.mark.parametrize(("topic", "outlets"), NARROWED.items())
async def test_a_topic_may_be_narrowed_in_words(
    server: Server, newsroom: Newsroom, topic: str, outlets: list[str]
) -> None:
    message = await server.asks("brief", topic=topic)
    assert quotes(message.components) == [lead(outlet) for outlet in outlets]
    assert await are_verbatim(newsroom, message.components, None)


async def test_a_question_may_be_narrowed_in_words(server: Server) -> None:
    question = "How much would a new ferry cost?"
    found = await server.asks("ask", question=f"{question} outlet:crier")
    assert "**14 million euros**" in told(found.components)
    hidden = await server.asks("ask", question=f"{question} -council")
    assert "14 million euros" not in told(hidden.components)


@pytest.mark.parametrize("topic", OUTSIDE)
async def test_what_leaves_everything_out_is_told(server: Server, topic: str) -> None:
    message = await server.asks("brief", topic=topic)
    assert quotes(message.components) == []
    assert "leave some articles out" in told(message.components)


async def test_the_words_of_a_phrase_that_nobody_says_are_looked_for(server: Server) -> None:
    message = await server.asks("brief", topic='ferry "nine percent"')
    assert quotes(message.components)
    assert "No article says “nine percent” word for word" in told(message.components)


@pytest.mark.parametrize("topic", ["ferry since:someday", "ferry until:2024-02-30"])
async def test_a_wrong_date_among_the_words_is_told_privately(server: Server, topic: str) -> None:
    message = await server.asks("brief", topic=topic)
    assert message.ephemeral
    assert "is not a date that I can use" in told(message.components)
    assert quotes(message.components) == []


async def test_an_option_may_be_the_part_of_a_name_or_of_a_date(server: Server) -> None:
    part = await server.asks("brief", topic="ferry", outlet="coast", since="2024-04", until="2024")
    assert quotes(part.components) == [lead("Coast Radio")]
    late = await server.asks("brief", topic="ferry", since="2024-05")
    assert quotes(late.components) == []


async def test_the_latest_comes_first_in_a_server(server: Server, newsroom: Newsroom) -> None:
    text = "At last the mended ferry sailed to Linnholm again with a band on its deck."
    late = page("Late Edition", text).replace(b"2024-04-02", b"2024-06-01")
    await newsroom.intake.upload("late.md", late, server.collection)
    message = await server.asks("brief", topic="latest ferry")
    assert quotes(message.components)[0] == text


async def test_the_closest_quotes_are_verbatim_blocks_with_their_sources(
    server: Server, newsroom: Newsroom
) -> None:
    message = await server.asks("brief", topic=CLOSE)
    said = told(message.components)
    assert f"**{CLOSE}** is not answered in my 8 articles" in said
    assert quotes(message.components)[0] == CLOSEST
    assert len(quotes(message.components)) <= 3
    assert await are_verbatim(newsroom, message.components, None)
    assert "**Pier Gazette** · [News from Pier Gazette](" in said
    assert "https://pier-gazette.example/ferry" in links(message.components)
    assert len(ids(message.components, "context")) == len(quotes(message.components))
    assert ids(message.components, "more") == []
    assert "None of these mentions: whirlpool" in said


async def test_the_context_of_a_closest_quote_can_be_opened(server: Server) -> None:
    message = await server.asks("brief", topic=CLOSE)
    context = await server.presses(message, ids(message.components, "context")[0])
    [passage] = quotes(context.components)
    assert passage.startswith(CLOSEST)


async def test_the_closest_to_a_question_are_shown_to_one_only_when_asked(server: Server) -> None:
    message = await server.asks(
        "ask", question="Was the noise of the seals a whirlpool?", private=True
    )
    assert message.ephemeral
    assert CLOSEST in quotes(message.components)


async def test_a_mistyped_word_is_read_as_the_one_that_was_meant(server: Server) -> None:
    message = await server.asks("brief", topic="treasuer")
    assert "treasurer" in quotes(message.components)[0]
    assert "Read “treasuer” as “treasurer”." in told(message.components)


async def test_nothing_is_told_without_quotes(server: Server) -> None:
    volcano = await server.asks("brief", topic="volcano")
    assert "No passage that fits says: volcano" in told(volcano.components)
