"""Rounds over real sockets against a stand-in for Discord, which judges every payload."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.discord_app import interactions
from bot.chat.discord_app.channel import FACE
from bot.quiz import rounds
from bot.services.newsroom import Newsroom
from tests.chat.discord_app.connected import connected, until
from tests.chat.discord_app.examples import Json, ids, links, told
from tests.discord_standin import Exchange, Standin, user
from tests.quiz.play import RIGHT, answers
from tests.quiz.round_examples import ASKED, FixedPool, number_on


@pytest.fixture
async def discord(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Standin]:
    """The stand-in with the bot connected; at the end nothing may have been refused."""
    monkeypatch.setattr(rounds, "PAUSE", 200)
    newsroom.rounds.selector.pool = await FixedPool.of(newsroom)
    async with connected(newsroom) as standin:
        yield standin


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The data folder of the newsroom."""
    return tmp_path / "data"


def posted(standin: Standin, words: str) -> list[Json]:
    """The public messages that say something."""
    public = [message for message in standin.state.messages.values() if not message["flags"] & 64]
    return [message for message in public if words in told(message["components"])]


async def told_privately(press: Exchange) -> str:
    """What only who presses is told, at once or, on a busy machine, after a deferral."""
    if (await press.reply())["type"] == 6:
        await until(lambda: press.followups)
        return told(press.followups[0]["components"])
    return told((await press.message())["components"])


async def test_two_hundred_click_in_the_same_second(discord: Standin, database: Path) -> None:
    message = await (await discord.users.slash("quiz", live=True, seconds=120)).message()
    guesses = ids(message["components"], "quiz")
    crowd = [user(f"user{number}") for number in range(200)]
    clicks = await asyncio.gather(
        *(
            discord.users.click(message, guesses[number % 4], by=who)
            for number, who in enumerate(crowd)
        )
    )
    replies = [await told_privately(click) for click in clicks]
    assert all("is locked in" in reply for reply in replies)
    await discord.users.click(message, ids(message["components"], "quizstop")[0])
    await until(lambda: posted(discord, "was stopped"))
    kept = answers(database)
    expected = {who["id"]: number % 4 for number, who in enumerate(crowd)}
    assert {player: choice for player, choice, _ in kept} == expected
    assert len(kept) == 200
    assert all(points == (10 if choice == RIGHT else 0) for _, choice, points in kept)
    (revealed,) = posted(discord, "50 of 200 answers were right.")
    assert told(revealed["components"]).count("50 (25 %)") == 4


async def test_one_user_clicks_fifty_times_at_once(discord: Standin, database: Path) -> None:
    for mode in (True, False):
        message = await (await discord.users.slash("quiz", live=mode)).message()
        guesses = ids(message["components"], "quiz")
        before = len(answers(database))
        clicks = await asyncio.gather(
            *(discord.users.click(message, guesses[number % 4]) for number in range(50))
        )
        for click in clicks:
            await click.reply()
        assert len(answers(database)) == before + 1


async def test_a_whole_round_is_taken_by_discord(discord: Standin, newsroom: Newsroom) -> None:
    first = await (await discord.users.slash("quiz", live=True, questions=2, seconds=5)).message()
    click = await discord.users.click(first, ids(first["components"], "quiz")[RIGHT])
    assert "is locked in" in await told_privately(click)
    await until(lambda: posted(discord, "1 of 1 answer was right."))
    await until(lambda: posted(discord, "**Question 2** of 2"))
    (second,) = posted(discord, "**Question 2** of 2")
    await discord.users.click(second, ids(second["components"], "quizstop")[0])
    await until(lambda: posted(discord, "was stopped"))
    (revealed,) = posted(discord, "1 of 1 answer was right.")
    asked = await discord.users.click(revealed, ids(revealed["components"], "quizdoubt")[0])
    reasons = await asked.message()
    thanked = await discord.users.click(reasons, ids(reasons["components"], "quizdoubt")[0])
    assert "Thank you" in told((await thanked.message())["components"])
    for command in ("score", "leaderboard", "quiz-admin list", "privacy delete"):
        assert await (await discord.users.slash(command)).message()
    exported = await (await discord.users.slash("privacy export")).message()
    assert exported["attachments"]
    zones = await discord.users.autocomplete("quiz-admin settings", "zone", "europe/p")
    assert len(await zones.choices()) > 1
    assert await newsroom.rounds.next_due(FACE, 0) is None


async def test_a_host_pauses_goes_on_and_skips_and_answers_lead_to_their_articles(
    discord: Standin,
) -> None:
    first = await (await discord.users.slash("quiz", live=True, questions=2, seconds=120)).message()
    for kind, sentence in (("quizpause", "is paused"), ("quizskip", "is closed")):
        press = await discord.users.click(first, ids(first["components"], kind)[0])
        assert sentence in await told_privately(press)
    await until(lambda: posted(discord, "**Paused.**"))
    (revealed,) = posted(discord, "**Paused.**")
    (address,) = links(revealed["components"])
    assert address.startswith("https://")
    resume = ids(revealed["components"], "quizresume")[0]
    assert "goes on" in await told_privately(await discord.users.click(revealed, resume))
    await until(lambda: posted(discord, "**Question 2** of 2"))
    await until(lambda: not posted(discord, "**Paused.**"))
    (second,) = posted(discord, "**Question 2** of 2")
    await discord.users.click(second, ids(second["components"], "quizskip")[0])
    await until(lambda: posted(discord, "**The round is over**"))


@pytest.fixture
async def numbers(discord: Standin, newsroom: Newsroom) -> Standin:
    """The stand-in, with questions that ask for a number."""
    seen = [article async for article in newsroom.articles.articles()]
    items = [number_on(article) for article in seen if article.outlet in ASKED]
    newsroom.rounds.selector.pool = FixedPool(items)
    return discord


async def test_two_hundred_guess_a_number_at_once(numbers: Standin, database: Path) -> None:
    message = await (await numbers.users.slash("quiz", live=True, seconds=120)).message()
    (button,) = ids(message["components"], "quiznumber")
    crowd = [user(f"user{number}") for number in range(200)]
    presses = await asyncio.gather(*(numbers.users.click(message, button, by=who) for who in crowd))
    forms = [(await press.reply())["data"] for press in presses]
    guesses = await asyncio.gather(
        *(
            numbers.users.submit(message, form, f"{10**9 + number:,}", by=who)
            for number, (who, form) in enumerate(zip(crowd, forms, strict=True))
        )
    )
    told = [await told_privately(guess) for guess in guesses]
    assert all("is locked in" in one for one in told)
    await numbers.users.click(message, ids(message["components"], "quizskip")[0])
    await until(lambda: posted(numbers, "and 197 more players"))
    kept = answers(database)
    assert len(kept) == 200
    worth = {who["id"]: points for who, points in zip(crowd, (10, 6, 3), strict=False)}
    assert {player: points for player, _, points in kept if points} == worth


async def test_one_user_guesses_fifty_times_and_hostile_forms_are_refused(
    numbers: Standin, database: Path
) -> None:
    message = await (await numbers.users.slash("quiz", live=True, seconds=120)).message()
    (button,) = ids(message["components"], "quiznumber")
    form = (await (await numbers.users.click(message, button)).reply())["data"]
    guesses = await asyncio.gather(
        *(numbers.users.submit(message, form, str(number)) for number in range(50))
    )
    for guess in guesses:
        await guess.reply()
    assert len(answers(database)) == 1
    for text in ("9" * 4_000, "1" + "0" * 400, "\N{RIGHT-TO-LEFT OVERRIDE}5", "5 6", ""):
        refused = await numbers.users.submit(message, form, text)
        assert "cannot read that as one number" in await told_privately(refused)
    old = form | {"custom_id": "an older form"}
    assert "no longer works" in await told_privately(await numbers.users.submit(message, old, "5"))
    await numbers.users.click(message, ids(message["components"], "quizstop")[0])
    await until(lambda: posted(numbers, "was stopped"))


async def test_a_round_alone_is_taken_by_discord(discord: Standin) -> None:
    message = await (await discord.users.slash("quiz", questions=2)).message()
    for choice in (RIGHT, 0):
        shown = await discord.users.click(message, ids(message["components"], "quiz")[choice])
        message = await shown.message()
        if following := ids(message["components"], "quiznext"):
            message = await (await discord.users.click(message, following[0])).message()
    assert "You had 1 of 2 right: 10 points." in told(message["components"])


async def test_a_slow_machine_defers_and_then_tells(
    discord: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interactions, "PATIENCE", 0.0)
    message = await (await discord.users.slash("quiz", live=True)).message()
    for choice, sentence in ((0, "is locked in"), (RIGHT, "is now")):
        press = await discord.users.click(message, ids(message["components"], "quiz")[choice])
        assert (await press.reply())["type"] == 6
        assert sentence in await told_privately(press)
    alone = await (await discord.users.slash("quiz")).message()
    press = await discord.users.click(alone, ids(alone["components"], "quiz")[RIGHT])
    assert (await press.reply())["type"] == 6
    await until(press.edited.is_set)
    assert "Right, that is 10 points." in told(press.shown["components"])
    late = await discord.users.click(press.shown, ids(press.shown["components"], "quizdoubt")[0])
    assert "What is wrong" in await told_privately(late)
