"""Guessing a number in a channel: a button, a form, and the nearest win."""

from collections.abc import Mapping

import pytest
import simcord

from bot.chat.discord_app.client import PullquoteClient
from tests.chat.discord_app.conftest import PROMPTS, now
from tests.chat.discord_app.examples import ids
from tests.chat.discord_app.quiz_examples import PAUSE, Table, buttons, says
from tests.quiz.round_examples import ASKED, number_on


@pytest.fixture
async def numbers(table: Table) -> Table:
    """A table where every question asks for a number."""
    seen = [article async for article in table.newsroom.articles.articles()]
    pool = table.newsroom.rounds.selector.pool
    pool.items = [number_on(one) for one in seen if one.outlet in ASKED]  # type: ignore[attr-defined]  # a fixed pool
    return table


async def opened(
    table: Table, message: simcord.ResponseMessage, by: simcord.MemberActor | None = None
) -> simcord.InteractionResult:
    """The form behind the one button of a question."""
    (custom_id,) = ids(message.components, "quiznumber")
    return await (by or table.server.member).click(message.message, custom_id=custom_id)


async def typed(
    table: Table,
    message: simcord.ResponseMessage,
    text: str,
    by: simcord.MemberActor | None = None,
) -> simcord.ResponseMessage:
    """What somebody is told who types a number."""
    form = await opened(table, message, by)
    told = await (by or table.server.member).submit_modal(form, {"typed": text})
    assert told.response is not None
    assert told.response.ephemeral
    return told.response


def number_of(table: Table, message: simcord.ResponseMessage) -> int:
    """The number that a question asks for."""
    items = table.newsroom.rounds.selector.pool.items  # type: ignore[attr-defined]  # a fixed pool
    (item,) = [one for one in items if one.question in says(message)]
    return int(item.value.rpartition(":")[2])


async def test_a_number_is_asked_for_with_one_button_and_a_form(numbers: Table) -> None:
    message = await numbers.live()
    assert [button["label"] for button in buttons(message)] == ["Guess", "Pause", "Skip", "Stop"]
    form = (await opened(numbers, message)).modal
    assert form is not None
    (label,) = form["components"]
    assert (form["title"], label["label"]) == ("Your guess", "A number")
    assert isinstance(label["component"], Mapping)
    assert label["component"]["max_length"] == 40


async def test_the_nearest_win_and_the_last_guess_counts(numbers: Table) -> None:
    message = await numbers.live(questions=2, seconds=60)
    number = number_of(numbers, message)
    first = await typed(numbers, message, str(number + 2))
    assert f"**{number + 2:,}** is locked in" in says(first)
    another = numbers.joined("another")
    await typed(numbers, message, f"about {number + 1}", another)
    assert "your guess is now" in says(await typed(numbers, message, f" {number:,} "))
    await numbers.later(7)
    assert "2 players have answered" in says(numbers.posted[0])
    await numbers.later(60)
    shown = says(numbers.posted[0])
    assert f"✅ **{number:,}**" in shown
    assert f"**1**  <@{numbers.server.member.id}> · {number:,} · 15 points" in shown
    assert f"**2**  <@{another.id}> · {number + 1:,} · 6 points" in shown
    assert ">>> " in shown


async def test_a_form_that_was_open_over_a_restart_counts(numbers: Table) -> None:
    message = await numbers.live(questions=1, seconds=60)
    number = number_of(numbers, message)
    form = await opened(numbers, message)
    bot = PullquoteClient(numbers.newsroom, PROMPTS, now)
    await numbers.server.env.restart_bot(bot)
    told = await numbers.server.member.submit_modal(form, {"typed": str(number)})
    assert told.response is not None
    assert "is locked in" in says(told.response)
    await numbers.later(61)
    await numbers.later(PAUSE)
    assert f"<@{numbers.server.member.id}> wins." in says(numbers.latest)


async def test_a_number_that_comes_too_late_is_told_so(numbers: Table) -> None:
    message = await numbers.live(questions=1)
    form = await opened(numbers, message)
    await numbers.later(120)
    told = await numbers.server.member.submit_modal(form, {"typed": "5"})
    assert told.response is not None
    assert "came too late" in says(told.response)


@pytest.mark.parametrize(
    "text",
    [
        "1" + "0" * 39,
        "-5",
        "NaN",
        "1e9999",
        "10^400",
        "\N{PARTY POPPER}",
        "12\N{RIGHT-TO-LEFT MARK}",
        "10 or 20",
        "no idea",
    ],
)
async def test_what_is_no_number_is_refused_with_an_example(numbers: Table, text: str) -> None:
    message = await numbers.live()
    assert "Write it like 1,200 or 1.2 million" in says(await typed(numbers, message, text))


async def test_alone_no_number_is_asked_for(numbers: Table) -> None:
    assert "no question left" in says(await numbers.server.asks("quiz"))


async def test_a_form_that_cannot_be_shown_is_asked_for_again(numbers: Table) -> None:
    message = await numbers.live()
    numbers.server.env.inject_error("POST", "/interactions*", status=404, code=10062, times=1)
    assert (await opened(numbers, message)).modal is None
    assert "is locked in" in says(await typed(numbers, message, "12"))
