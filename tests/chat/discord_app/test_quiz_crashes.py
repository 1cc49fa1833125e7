"""The bot is killed in mid-round, again and again: no answer is lost or counted twice."""

import asyncio
import os
import random
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.chat.discord_app.examples import Json, ids, told
from tests.chat.discord_app.standin import CHECKOUT, Standin, standin_module, until
from tests.persistence.examples import rows
from tests.quiz.play import RIGHT

KILLS = int(os.environ.get("PULLQUOTE_KILLS", "3"))
"""Twenty take about two minutes."""

PLAYERS = 12


@dataclass(slots=True)
class Channel:
    """The only channel, and what its players were told."""

    standin: Standin
    players: list[Json]
    acknowledged: dict[tuple[str, str], int] = field(default_factory=dict)

    def questions(self) -> list[Json]:
        """The messages whose question can be answered, the latest last."""
        public = [one for one in self.standin.messages.values() if not one["flags"] & 64]
        return [one for one in public if len(ids(one["components"], "quiz")) == 4]

    def open_question(self) -> Json | None:
        """The latest message whose question can be answered."""
        return next(iter(reversed(self.questions())), None)

    async def play(self, chance: random.Random, seconds: float) -> None:
        """Every player presses something within some seconds, maybe nobody answers."""
        await asyncio.gather(
            *(self._press(who, chance.uniform(0, seconds), chance) for who in self.players)
        )

    async def _press(self, who: Json, after: float, chance: random.Random) -> None:
        await asyncio.sleep(after)
        message = self.open_question()
        if message is None:
            return
        choice = chance.randrange(4)
        custom_id = ids(message["components"], "quiz")[choice]
        exchange = await self.standin.click(message, custom_id, by=who)
        try:
            reply = await exchange.message(timeout=3.0)
        except TimeoutError:
            return
        shown = told(reply["components"])
        if "locked in" in shown or "your answer is" in shown:
            _, name, number, _ = custom_id.split(":")
            self.acknowledged[f"{name}:{number}", who["id"]] = choice


async def started(standin: Standin, data: Path) -> asyncio.subprocess.Process:
    """The bot, connected."""
    standin._identified.clear()  # noqa: SLF001 - the stand-in has no other way to wait again
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.quiz.process", str(data)),
        *(standin.base, standin.gateway, standin.token),
        cwd=CHECKOUT,
        stderr=asyncio.subprocess.DEVNULL,
    )
    await standin.wait_ready()
    return bot


def remembering(module: Any) -> Any:  # noqa: ANN401 - found at run time
    """The stand-in that gives the first message again for the same nonce, as Discord does."""

    class Remembering(module.Standin):  # type: ignore[misc]  # found at run time
        async def _post(self, cid: str, body: Json, *rest: object) -> tuple[int, Json]:
            known = self.__dict__.setdefault("nonces", {})
            nonce = body.get("nonce") if body.get("enforce_nonce") else None
            if nonce in known:
                return 200, known[nonce]
            status, message = await super()._post(cid, body, *rest)
            known[nonce or message["id"]] = message
            return status, message

    return Remembering


@asynccontextmanager
async def channel() -> AsyncIterator[Channel]:
    """A channel in which the bot is not yet."""
    module = standin_module()
    async with remembering(module)() as standin:
        players = [module.user(f"player{number}") for number in range(PLAYERS)]
        yield Channel(standin, players)
        refused = [problem for problem in standin.problems() if "no answer to" not in problem]
        assert refused == []


def is_over(data: Path) -> bool:
    """Whether nothing is left to be done about any round."""
    return not rows(data / "pullquote.db", "SELECT id FROM quiz_round WHERE due IS NOT NULL")


async def test_rounds_survive_kills(prepared: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(prepared, tmp_path / "killed"))
    chance = random.Random(11)  # noqa: S311 - moments, not secrets
    async with channel() as here:
        for _ in range(KILLS):
            bot = await started(here.standin, data)
            if is_over(data):
                await here.standin.slash("quiz", live=True, questions=20, seconds=5)
                await until(here.open_question)
            playing = asyncio.create_task(here.play(chance, 1.5))
            await asyncio.sleep(chance.uniform(0.1, 1.6))
            bot.kill()
            await bot.wait()
            await playing
        bot = await started(here.standin, data)
        message = here.open_question()
        if message is not None:
            await here.standin.click(message, ids(message["components"], "quizstop")[0])
        async with asyncio.timeout(60):
            while not is_over(data):  # noqa: ASYNC110 - another process writes it
                await asyncio.sleep(0.1)
        bot.terminate()
        assert await bot.wait() == 0
        await check(here, data)


def first_id(message: Json) -> str:
    """The id of a question's first button."""
    return ids(message["components"], "quiz")[0]


async def check(here: Channel, data: Path) -> None:
    """Every acknowledged answer is kept once and scored; every question was closed and shown.

    Only a first question, which answers a command and so has no nonce, may stand there twice.
    """
    file = data / "pullquote.db"
    found = rows(file, 'SELECT round_id, number, player, choice, "right", points FROM quiz_answer')
    kept = {(f"{name}:{number}", who): choice for name, number, who, choice, _, _ in found}
    assert len(kept) == len(found)
    assert len(here.acknowledged) >= KILLS
    lost = {key: choice for key, choice in here.acknowledged.items() if key not in kept}
    assert lost == {}
    for *_, choice, right, points in found:
        assert (right, points) == ((1, 10) if choice == RIGHT else (0, 0))
    assert rows(file, "SELECT * FROM quiz_turn WHERE closed IS NULL OR shown IS NULL") == []
    assert rows(file, "SELECT * FROM quiz_round WHERE ended IS NULL OR slot IS NOT NULL") == []
    sums = rows(file, "SELECT sum(points), sum(choice = 1) FROM quiz_answer")
    assert sums[0][0] == 10 * int(str(sums[0][1]))
    noted = {message for (message,) in rows(file, "SELECT message FROM quiz_turn")}
    left = [one for one in here.questions() if one["id"] in noted or ":1:" not in first_id(one)]
    assert left == []
