"""The bot is killed in mid-round, again and again: no answer is lost or counted twice.

A host pauses, skips and goes on meanwhile, and some questions ask to guess a number.
"""

import asyncio
import os
import random
import re
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.chat.discord_app.connected import until
from tests.chat.discord_app.examples import Json, ids, told
from tests.discord_standin import Standin, user
from tests.persistence.examples import rows
from tests.quiz.play import RIGHT
from tests.shared import CHECKOUT

KILLS = int(os.environ.get("PULLQUOTE_KILLS", "3"))
"""Twenty take about two minutes."""

PLAYERS = 12

TAKEN = re.compile(r"is locked in|your (?:answer|guess) is")


@dataclass(slots=True)
class Channel:
    """The only channel, and what its players were told."""

    standin: Standin
    players: list[Json]
    acknowledged: dict[tuple[str, str], int] = field(default_factory=dict)
    told: int = 0

    def questions(self) -> list[Json]:
        """The messages whose question can be answered, the latest last."""
        public = [one for one in self.standin.state.messages.values() if not one["flags"] & 64]
        return [one for one in public if ids(one["components"], "quizskip")]

    def stoppable(self) -> list[Json]:
        """The latest message whose round can be stopped."""
        shown = list(self.standin.state.messages.values())
        return [one for one in shown if ids(one["components"], "quizstop")][-1:]

    def open_question(self) -> Json | None:
        """The latest message whose question can be answered."""
        return next(iter(reversed(self.questions())), None)

    async def play(self, chance: random.Random) -> None:
        """Every player presses something until an answer was taken; the told are counted."""
        await asyncio.gather(*(self._answer(who, chance) for who in self.players))

    async def host(self, chance: random.Random) -> None:
        """Pause, skip and go on, now and then, until cancelled."""
        while True:
            await asyncio.sleep(0.2)
            kind = chance.choice(("quizpause", "quizskip", "quizresume", "quizresume"))
            for message in list(self.standin.state.messages.values())[-3:]:
                for custom_id in ids(message["components"], kind):
                    await (await self.standin.users.click(message, custom_id)).reply()

    async def _answer(self, who: Json, chance: random.Random) -> None:
        while not await self._press(who, chance.randrange(4)):  # noqa: ASYNC110 - as in `until`
            await asyncio.sleep(0.02)

    async def _press(self, who: Json, choice: int) -> bool:
        """Whether there was something to press, and the answer was taken."""
        message = self.open_question()
        if message is None:
            return False
        users, (button, *_) = self.standin.users, ids(message["components"], "quizskip")
        forms = ids(message["components"], "quiznumber")
        if forms:
            form = (await (await users.click(message, forms[0], by=who)).reply())["data"]
            exchange = await users.submit(message, form, str(choice), by=who)
        else:
            custom_id = ids(message["components"], "quiz")[choice]
            exchange = await users.click(message, custom_id, by=who)
        shown = told((await exchange.message())["components"])
        if not TAKEN.search(shown):
            return False
        self.acknowledged[button.removeprefix("quizskip:"), who["id"]] = choice
        self.told += 1
        return True


async def started(standin: Standin, data: Path) -> asyncio.subprocess.Process:
    """The bot, connected."""
    standin.gateway.expect()
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.quiz.process", str(data)),
        *(standin.base, standin.gateway.url, standin.token),
        cwd=CHECKOUT,
        stderr=asyncio.subprocess.DEVNULL,
    )
    await standin.gateway.wait_ready()
    return bot


@asynccontextmanager
async def channel() -> AsyncIterator[Channel]:
    """A channel in which the bot is not yet."""
    async with Standin() as standin:
        yield Channel(standin, [user(f"player{number}") for number in range(PLAYERS)])
        refused = [problem for problem in standin.problems() if "no answer to" not in problem]
        assert refused == []


def is_over(data: Path) -> bool:
    """Whether nothing is left to be done about any round."""
    return not rows(data / "pullquote.db", "SELECT id FROM quiz_round WHERE due IS NOT NULL")


async def killed_in_play(here: Channel, data: Path, chance: random.Random) -> None:
    """The bot starts, takes some answers, and is killed while the others are on their way."""
    bot = await started(here.standin, data)
    if is_over(data):
        await here.standin.users.slash("quiz", live=True, questions=20, seconds=5)
    playing = [asyncio.create_task(work(chance)) for work in (here.play, here.host)]
    enough = here.told + chance.randrange(1, PLAYERS)
    await until(lambda: here.told >= enough)
    bot.kill()
    await bot.wait()
    for work in playing:
        work.cancel()
    await asyncio.wait(playing)


async def test_rounds_survive_kills(prepared: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(prepared, tmp_path / "killed"))
    chance = random.Random(11)  # noqa: S311 - moments, not secrets
    async with channel() as here:
        for _ in range(KILLS):
            await killed_in_play(here, data, chance)
        bot = await started(here.standin, data)
        await until(lambda: is_over(data) or here.stoppable())
        for message in here.stoppable():
            await here.standin.users.click(message, ids(message["components"], "quizstop")[0])
        await until(lambda: is_over(data))
        bot.terminate()
        assert await bot.wait() == 0
        await check(here, data)


def is_first(message: Json) -> bool:
    """Whether a question is the first one of its round."""
    return ids(message["components"], "quizskip")[0].endswith(":1")


async def check(here: Channel, data: Path) -> None:
    """Every acknowledged answer is kept once and scored; every question was closed and shown.

    Only a first question, which answers a command and so has no nonce, may stand there twice.
    """
    file = data / "pullquote.db"
    columns = 'round_id, number, player, coalesce(guess, choice), "right", points, guess'
    found = rows(file, f"SELECT {columns} FROM quiz_answer")  # noqa: S608 - our own words
    kept = {(f"{row[0]}:{row[1]}", row[2]): int(str(row[3])) for row in found}
    assert len(kept) == len(found)
    assert len(here.acknowledged) >= KILLS
    lost = {key: choice for key, choice in here.acknowledged.items() if key not in kept}
    assert lost == {}
    for *_, choice, right, points, guess in found:
        worth = 10 if choice == RIGHT else 0
        assert (right, points) == (points != 0, points if guess is not None else worth)
    assert rows(file, "SELECT * FROM quiz_turn WHERE closed IS NULL OR shown IS NULL") == []
    assert rows(file, "SELECT * FROM quiz_round WHERE ended IS NULL OR slot IS NOT NULL") == []
    # Of several guesses the nearest always wins; who guesses alone has to be near.
    crowds = "SELECT max(points) FROM quiz_answer GROUP BY round_id, number HAVING count(guess) > 1"
    assert {most for (most,) in rows(file, crowds)} <= {10, 15}
    noted = {message for (message,) in rows(file, "SELECT message FROM quiz_turn")}
    left = [one for one in here.questions() if one["id"] in noted or not is_first(one)]
    assert left == []
