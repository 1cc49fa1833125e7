"""/brief, /ask, /help and the menu "Find sources"."""

from bot.chat.discord_app.commands.asking import FIND_SOURCES
from bot.services.newsroom import Newsroom
from tests.chat.discord_app.conftest import Server, answered
from tests.chat.discord_app.examples import are_verbatim, ids, links, quotes, told


async def test_a_briefing_quotes_several_outlets_word_for_word(
    server: Server, newsroom: Newsroom
) -> None:
    message = await server.asks("brief", topic="ferry")
    assert not message.ephemeral
    assert len(quotes(message.components)) == 6
    assert await are_verbatim(newsroom, message.components, None)


async def test_each_quote_has_its_source_a_link_and_its_context(server: Server) -> None:
    message = await server.asks("brief", topic="ferry")
    said = told(message.components)
    title = "[News from Coast Radio](https://coast-radio.example/ferry)"
    assert f"\n-# **Coast Radio** · {title} · 2024\\-04\\-02\n" in said
    assert len(links(message.components)) == len(quotes(message.components))
    assert len(ids(message.components, "context")) == len(quotes(message.components))


async def test_the_words_of_the_topic_stand_out(server: Server) -> None:
    said = told((await server.asks("brief", topic="ferry captain")).components)
    assert ">>> The **captain** has steered the **ferry** for thirty years." in said


async def test_a_private_briefing_is_seen_by_one_only(server: Server) -> None:
    assert (await server.asks("brief", topic="ferry", private=True)).ephemeral


async def test_a_briefing_keeps_to_an_outlet(server: Server) -> None:
    message = await server.asks("brief", topic="ferry", outlet="Coast Radio")
    assert quotes(message.components)[0].startswith("The captain has")
    assert len(quotes(message.components)) == 1


async def test_a_briefing_keeps_to_dates(server: Server) -> None:
    message = await server.asks("brief", topic="ferry", since="2025-01-01")
    assert quotes(message.components) == []
    assert 'outlet, dates, "phrases" or -words that you gave' in told(message.components)


async def test_a_date_that_is_none_is_told_privately(server: Server) -> None:
    message = await server.asks("brief", topic="ferry", until="next week")
    assert message.ephemeral
    assert '"next week" is not a date' in told(message.components)


async def test_a_topic_that_no_article_covers_is_declined(server: Server) -> None:
    message = await server.asks("brief", topic="volcano")
    assert "**volcano** is not in my articles" in told(message.components)
    assert quotes(message.components) == []


async def test_words_that_mean_nothing_are_told_privately(server: Server) -> None:
    message = await server.asks("brief", topic="the of and")
    assert message.ephemeral
    assert "nothing to search for" in told(message.components)


async def test_a_question_is_answered_with_the_answer_in_bold(
    server: Server, newsroom: Newsroom
) -> None:
    message = await server.asks("ask", question="how much would a new ferry cost?")
    assert "**14 million euros**" in told(message.components)
    assert await are_verbatim(newsroom, message.components, None)


async def test_a_private_answer_is_seen_by_one_only(server: Server) -> None:
    assert (await server.asks("ask", question="how much is a new ferry?", private=True)).ephemeral


async def test_what_a_member_types_is_shown_without_its_effects(server: Server) -> None:
    message = await server.asks("brief", topic="@everyone **[a](https://bad.example)** <@1>")
    said = told(message.components)
    assert "\\@everyone \\*\\*\\[a\\]\\(https\\:" in said
    assert all(unescaped not in said for unescaped in ("[a]", "<@", " @everyone"))


async def test_a_reply_can_mention_nobody(server: Server) -> None:
    await server.asks("brief", topic="ferry")
    sent = [entry.json for entry in server.env.http_requests if entry.path.endswith("/callback")]
    assert [json["data"]["allowed_mentions"] for json in sent if json] == [{"parse": []}]


async def test_help_shows_examples_privately(server: Server) -> None:
    message = await server.asks("help")
    assert message.ephemeral
    assert "/brief topic: sanctions" in told(message.components)


async def test_sources_of_a_message_are_found_privately(server: Server, newsroom: Newsroom) -> None:
    message = await server.member.send(server.channel, "Is the ferry to Linnholm running again?")
    shown = answered(await server.member.context_menu(server.channel, FIND_SOURCES, message))
    assert shown.ephemeral
    assert await are_verbatim(newsroom, shown.components, None)


async def test_direct_messages_are_answered_too(server: Server, newsroom: Newsroom) -> None:
    user = server.env.create_user("alone")
    message = answered(await user.slash("brief", topic="ferry"))
    assert await are_verbatim(newsroom, message.components, None)
