"""Replies that rest on another word than the one asked for, and say so."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.services.newsroom import Newsroom
from tests.commands import Object, Pullquote
from tests.examples import article

TYPHOON = "A typhoon tore the roofs off forty houses in Port Lumen."
CRANE = "A crane fell on a parked lorry at the quay."
FALL = f"{CRANE} Its driver, Olof Brandt, was killed."
BLESSED = "The bishop applauded the fishermen of Mossholm for their patience."
DECLINED = "Exports of herring declined by a third."
STATUE = "The statue of George Washington went back to its old place in Lumen Park."


def stories(folder: Path) -> Path:
    for number, text in enumerate(
        (
            f"{TYPHOON} Nobody was hurt.",
            FALL,
            BLESSED,
            f"{DECLINED} The minister declined to comment.",
            STATUE,
        )
    ):
        article(folder, f"{number}.txt", text)
    return folder


@pytest.fixture
async def reports(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with await Newsroom.open(tmp_path / "reports") as newsroom:
        await newsroom.ingest([stories(tmp_path / "told")])
        yield newsroom


@pytest.mark.parametrize(
    "topic", ["murder", "hail", "hurricane", "car", "praise hail", "United States", "storm praise"]
)
async def test_no_word_is_answered_by_a_broader_one_or_one_of_another_sense(
    reports: Newsroom, topic: str
) -> None:
    assert not (await reports.brief(topic)).found


@pytest.mark.parametrize(
    ("topic", "quoted", "widened"),
    [
        ("storm", TYPHOON, {"storm": "typhoon"}),
        ("vehicle", CRANE, {"vehicle": "lorry"}),
        ("death", FALL, {"death": "kill"}),
        ("praise", BLESSED, {"praise": "applaud"}),
        ("fall in exports", DECLINED, {"fall": "decline"}),
        ("decreasing exports", DECLINED, {"decreasing": "decline"}),
        ("typhoon", TYPHOON, {}),
        ("killing", FALL, {}),
    ],
)
async def test_a_reply_says_which_other_word_it_took(
    reports: Newsroom, topic: str, quoted: str, widened: dict[str, str]
) -> None:
    answer = await reports.brief(topic)
    assert [cited.quote.text for cited in answer.cited] == [quoted]
    assert answer.widened == widened


async def test_an_ambiguous_word_asked_alone_is_not_widened(reports: Newsroom) -> None:
    answer = await reports.brief("fall")
    assert [cited.quote.text for cited in answer.cited] == [CRANE]
    assert not (await reports.brief("drop")).found


async def test_a_question_is_widened_too(reports: Newsroom) -> None:
    answer = await reports.ask("When did the storm reach Port Lumen?")
    assert answer.widened == {"storm": "typhoon"}


def test_another_word_is_told_to_scripts_and_people(pullquote: Pullquote) -> None:
    pullquote("ingest", str(stories(pullquote.folder / "told")))
    told: Object = pullquote("brief", "storm", "--json").object
    assert told["widened"] == {"storm": "typhoon"}
    assert pullquote("brief", "typhoon", "--json").object["widened"] == {}
    assert "For “storm” this also quotes “typhoon”." in pullquote("brief", "storm").out
