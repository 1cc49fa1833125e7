"""A round that a member plays alone: private, one question after the other, in one message."""

import pytest

from bot.chat.discord_app.client import PullquoteClient
from bot.chat.ids import guess_id, next_id, stop_id
from tests.chat.discord_app.conftest import PROMPTS, Server, forged, now
from tests.chat.discord_app.examples import are_verbatim, ids, links, quotes
from tests.chat.discord_app.quiz_examples import Table, buttons, says
from tests.ferry import FERRY
from tests.quiz.play import RIGHT, WRONG


async def test_a_round_alone_is_seen_by_one_only(table: Table) -> None:
    message = await table.server.asks("quiz", questions=2)
    assert message.ephemeral
    assert "**Question 1** of 2" in says(message)
    assert "<t:" not in says(message)


async def test_the_answer_takes_the_place_of_the_question_with_its_proof(table: Table) -> None:
    message = await table.server.asks("quiz", questions=2)
    told = await table.guess(message, WRONG)
    assert told.id == message.id
    shown = says(told)
    assert "Not quite: it is B." in shown
    assert shown.count("❌ `A`") == shown.count("✅ `B`") == 1
    assert await are_verbatim(table.newsroom, told.components, None)
    assert links(told.components)
    assert [button["label"] for button in buttons(told)] == [
        "Next question",
        "Report this question",
        "Stop",
    ]


async def test_questions_follow_by_a_press_until_the_result(table: Table) -> None:
    message = await table.server.asks("quiz", questions=2)
    first = await table.guess(message, RIGHT)
    assert "Right, that is 10 points." in says(first)
    second = await table.press(first, ids(first.components, "quiznext")[0])
    assert "**Question 2** of 2" in says(second)
    end = await table.guess(second, WRONG)
    assert "You had 1 of 2 right: 10 points." in says(end)
    assert [button["label"] for button in buttons(end)] == ["Report this question"]
    assert "10 points" in says(await table.server.asks("score"))


async def test_it_is_stopped_by_its_player(table: Table) -> None:
    message = await table.server.asks("quiz")
    over = await table.press(message, ids(message.components, "quizstop")[0])
    assert "was stopped" in says(over)


async def test_a_press_after_a_restart_counts(table: Table) -> None:
    message = await table.server.asks("quiz", questions=2)
    await table.server.env.restart_bot(PullquoteClient(table.newsroom, PROMPTS, now))
    told = await table.guess(message, RIGHT)
    assert "Right, that is 10 points." in says(told)


async def test_after_an_hour_of_silence_it_is_over(table: Table) -> None:
    message = await table.server.asks("quiz")
    await table.later(3_601)
    assert "came too late" in says(await table.guess(message))
    another = await table.server.asks("quiz")
    assert "**Question 1**" in says(another)


async def test_a_round_that_another_one_replaced_gives_no_answer_away(table: Table) -> None:
    first = await table.server.asks("quiz")
    await table.server.asks("quiz")
    told = await table.guess(first)
    assert "came too late" in says(told)
    assert "✅" not in says(told)


async def test_another_members_round_is_not_played_by_a_forged_button(table: Table) -> None:
    message = await table.server.asks("quiz")
    name = ids(message.components, "quiz")[0].split(":")[1]
    another = table.joined("another")
    for custom_id in (guess_id(name, 1, 0), next_id(name), stop_id(name)):
        brief = await table.server.asks("brief", topic="seals")
        stored = table.server.env.backend.get_message(brief.channel_id, brief.id)
        rows = [part for part in stored.components if part["type"] == 1]
        rows[0]["components"][0]["custom_id"] = custom_id
        refused = await table.press(brief, custom_id, another)
        assert refused.ephemeral
        told = says(refused)
        assert "belongs to somebody else" in told or "can do that" in told


async def test_a_topic_is_kept_to_and_one_without_questions_is_told(table: Table) -> None:
    message = await table.server.asks("quiz", topic="captain")
    assert "captain" in says(message)
    none = await table.server.asks("quiz", topic="volcano")
    assert none.ephemeral
    assert "no question left on that topic" in says(none)


async def test_quiz_me_below_a_brief_asks_about_its_topic(table: Table) -> None:
    brief = await table.server.asks("brief", topic="ferry")
    (custom_id,) = ids(brief.components, "quizme")
    message = await table.press(brief, custom_id)
    assert message.ephemeral
    assert "ferry" in says(message)
    await table.server.env.restart_bot(PullquoteClient(table.newsroom, PROMPTS, now))
    assert "**Question 1**" in says(await table.press(brief, custom_id))


async def test_only_a_brief_that_found_something_offers_questions(table: Table) -> None:
    declined = await table.server.asks("brief", topic="volcano")
    asked = await table.server.asks("ask", question="how much would a new ferry cost?")
    for message in (declined, asked):
        assert ids(message.components, "quizme") == []


async def test_quiz_me_works_nowhere_else(table: Table, other: Server) -> None:
    brief = await table.server.asks("brief", topic="ferry")
    foreign = await other.asks("brief", topic="seals")
    refused = await forged(other, foreign, ids(brief.components, "quizme")[0])
    assert "belongs to another server" in says(refused)


async def test_an_article_that_a_live_question_is_about_is_not_quoted(table: Table) -> None:
    live = await table.live()
    question = says(live).splitlines()[2].strip("*")
    outlet = next(outlet for outlet in FERRY if f"From {outlet}" in says(live))
    asked = await table.server.asks("ask", question=question)
    assert f"**{outlet}**" not in says(asked)
    assert quotes(asked.components) or "not quoted until the question closes" in says(asked)
    assert asked.ephemeral == (not quotes(asked.components))
    await table.later(16)
    asked = await table.server.asks("ask", question=question)
    assert await are_verbatim(table.newsroom, asked.components, None)


@pytest.mark.parametrize("questions", [1, 20])
async def test_as_many_questions_as_wished_are_announced(table: Table, questions: int) -> None:
    message = await table.server.asks("quiz", questions=questions)
    assert f"**Question 1** of {questions}" in says(message)
