"""Talking in the terminal: commands, numbers, filters, and what is not understood."""

import asyncio
import io
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.terminal.screen import Screen
from bot.chat.terminal.session import Session
from bot.services.newsroom import Newsroom
from bot.wording.prompts import Prompts
from tests.commands import Pullquote
from tests.examples import HARBOUR, ORCHARD, SATELLITE, article, news

PROMPTS = Prompts()


def lead(text: str) -> str:
    """The first sentence of an article, which tells its topic."""
    return text.partition(". ")[0] + "."


class Talk:
    """A conversation; each line gives what it put on the screen."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._stream = io.StringIO()
        self._session = Session(newsroom, Screen(PROMPTS, self._stream))

    async def __call__(self, words: str) -> str:
        """Say a line."""
        self._stream.seek(0)
        self._stream.truncate()
        await self._session.reply(words)
        return self._stream.getvalue()


@pytest.fixture
async def newsroom(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with await Newsroom.open(tmp_path / "data") as opened:
        await opened.ingest([news(tmp_path / "news")])
        yield opened


@pytest.fixture
def talk(newsroom: Newsroom) -> Talk:
    return Talk(newsroom)


async def test_a_topic_is_briefed_with_quotes_word_for_word(talk: Talk) -> None:
    shown = await talk("/brief frost")
    assert lead(ORCHARD) in shown
    assert "Velden Weekly · Frost takes half the blossom · 2024-04-22" in shown


async def test_plain_words_are_a_question(talk: Talk) -> None:
    answer = "The harbour master, Ilse Tamm, called the work overdue."
    assert answer in await talk("Who called the work overdue?")
    assert answer in await talk("/ask who called the work overdue")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ('outlet:"Velden Weekly"', True),
        ("outlet:Lumen", False),
        ("since:2024-04-22 until:2024-04-22", True),
        ("since:2024-05-01", False),
        ("outlet:velden", True),
        ("since:2024-04 until:2024", True),
        ("until:2024-03", False),
        ("on:2024-04-22", True),
        ("on:2024-04-21", False),
        ('"single night"', True),
        ("-harbour", True),
        ("-blossom", False),
    ],
)
async def test_filters_are_written_beside_the_topic(
    talk: Talk, filters: str, *, found: bool
) -> None:
    shown = await talk(f"/brief frost {filters}")
    assert ("blossom" in shown.partition("1. ")[2]) is found
    assert ("try without them" in shown) is not found
    assert shown.startswith("frost")


async def test_a_bad_day_is_told(talk: Talk) -> None:
    assert "is not a date" in await talk("/brief frost since:2024-02-30")
    assert "is not a date" in await talk("/brief frost on:someday")
    assert "is not a date" in await talk("When was the frost? until:someday")


async def test_the_closest_quotes_are_shown_with_their_sources(talk: Talk) -> None:
    shown = await talk("/brief harbour silt zeppelin")
    assert "harbour silt zeppelin is not answered in my 3 articles" in shown
    assert f"1. {lead(HARBOUR)}" in " ".join(shown.split())
    assert "Lumen Courier · Quay open again · 2024-02-06" in shown
    assert "None of these mentions: zeppelin." in shown
    assert HARBOUR in " ".join((await talk("context 1")).split())


async def test_nothing_is_told_without_quotes(talk: Talk) -> None:
    shown = await talk("zeppelin regatta")
    assert "zeppelin regatta is not in my articles" in shown
    assert "No passage that fits says: zeppelin, regatta." in shown
    assert "1. " not in shown


async def test_a_mistyped_word_is_read_as_the_one_that_was_meant(talk: Talk) -> None:
    shown = await talk("/brief blosom")
    assert "Read “blosom” as “blossom”." in shown
    assert "Half of the blossom was lost in a single night." in shown


async def test_commands_are_known_in_any_case_and_after_any_blank(talk: Talk) -> None:
    assert lead(ORCHARD) in await talk("/BRIEF\t frost")


async def test_what_was_said_next_comes_with_more_until_there_is_none(
    talk: Talk, newsroom: Newsroom, tmp_path: Path
) -> None:
    for number in range(8):
        text = f"Correspondent number{number} saw a comet over bay{number}. It was bright."
        article(tmp_path / "many", f"{number}.md", text)
    await newsroom.ingest([tmp_path / "many"])
    first = await talk("/brief comet")
    assert "type more" in first
    assert "1. " in first
    second = await talk("more")
    assert "from quote 7 on" in second
    assert "type more" not in second
    assert "nothing more" in await talk("/more")


async def test_more_of_nothing_is_told(talk: Talk) -> None:
    assert "nothing more" in await talk("more")


async def test_the_context_of_a_quote_is_shown_by_its_number(
    talk: Talk, newsroom: Newsroom, tmp_path: Path
) -> None:
    sentences = [f"Sentence number {n} tells of thing{n} and adds some words." for n in range(40)]
    await newsroom.ingest([article(tmp_path / "long", "long.md", "\n\n".join(sentences))])
    quoted = await talk("/brief thing20")
    shown = await talk("context 1")
    assert "thing20" in quoted
    assert all(sentences[number] in shown for number in range(16, 25))
    await newsroom.ingest([article(tmp_path / "short", "s.md", "A geyser broke out near Holt.")])
    assert "Nothing that can be quoted" in await talk_about(talk, "/brief geyser", "context 1")


async def talk_about(talk: Talk, *lines: str) -> str:
    for line in lines[:-1]:
        await talk(line)
    return await talk(lines[-1])


@pytest.mark.parametrize("number", ["", "0", "9", "one", "-1", "²", "1" * 5000])
async def test_a_number_that_is_none_is_asked_for(talk: Talk, number: str) -> None:
    await talk("/brief frost")
    assert "Which quote?" in await talk(f"context {number}")


async def test_articles_are_listed_shown_added_and_removed(talk: Talk, tmp_path: Path) -> None:
    file = article(tmp_path / "my own", "geyser.md", "A geyser broke out near Holt.", title="Holt")
    assert "Articles 1–3 of 3" in await talk("/articles")
    assert "Done: 1 new, 0 updated, 0 unchanged." in await talk(f"/articles add {file}")
    listed = await talk("/articles list")
    assert "Articles 1–4 of 4" in listed
    name = next(line for line in listed.splitlines() if line.startswith("Holt")).split()[-1]
    assert "A geyser broke out near Holt." in await talk(f"/articles show {name}")
    assert "Removed: Holt" in await talk(f"/articles remove {name}")
    assert "no article" in await talk(f"/articles show {name}")
    assert "no article" in await talk(f"/articles remove {name}")
    assert "geyser is not in my articles" in await talk("/brief geyser")


@pytest.mark.parametrize("page", ["99", "0", "x", "9" * 30, "9" * 5000])
async def test_a_page_that_does_not_exist_is_the_nearest_one(talk: Talk, page: str) -> None:
    assert "Articles 1–3 of 3" in await talk(f"/articles list {page}")


async def test_an_empty_newsroom_says_so(tmp_path: Path) -> None:
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        talk = Talk(newsroom)
        assert "no articles here yet" in await talk("/articles list 3")
        assert "no articles yet" in await talk("/brief frost")


@pytest.mark.parametrize(
    "words", ["/articles show", "/articles add", "/articles remove", "/articles burn"]
)
async def test_an_articles_command_that_lacks_something_is_explained(
    talk: Talk, words: str
) -> None:
    assert "/articles show ID" in await talk(words)


async def test_a_file_that_cannot_be_added_is_told(talk: Talk, tmp_path: Path) -> None:
    assert "There is no such file" in await talk("/articles add nowhere.txt")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "cannot be read" in await talk(f"/articles add {tmp_path / 'loop'}")


async def test_help_and_unknown_commands_are_answered(talk: Talk) -> None:
    assert "/brief sanctions" in await talk("help")
    assert 'There is no command "/burn".' in await talk("/burn it")


async def test_an_empty_topic_is_asked_for(talk: Talk) -> None:
    assert "name a topic" in await talk("/brief")


async def test_markup_in_words_stays_as_it_is_written(
    talk: Talk, newsroom: Newsroom, tmp_path: Path
) -> None:
    text = "The sign said **stop** and `go` and [bold]nothing[/bold] :smile: at Quarrel Bridge."
    await newsroom.ingest([article(tmp_path / "m", "m.txt", text)])
    assert text in await talk("/brief Quarrel Bridge")
    assert "**zeppelin** `x`" in await talk("/brief **zeppelin** `x`")


def test_lines_are_answered_one_by_one_until_somebody_leaves(pullquote: Pullquote) -> None:
    pullquote("ingest", str(news(pullquote.folder / "news")))
    done = pullquote("chat", typed="\n/brief frost\n \u200b\n/quit\n/brief silt\n")
    assert done.code == 0
    assert lead(ORCHARD) in done.out
    assert lead(HARBOUR) not in done.out
    assert lead(SATELLITE) in pullquote("chat", typed=b"/brief satellite").out


class Terminal(io.StringIO):
    """Standard input with a person before it."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_a_person_is_welcomed_and_asked_for_a_line(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, sample: Path
) -> None:
    stream = io.StringIO()

    async def talk() -> None:
        async with await Newsroom.open(sample) as newsroom:
            await Session(newsroom, Screen(PROMPTS, stream)).talk()

    assert pullquote("check").code == 0
    monkeypatch.setattr(sys, "stdin", Terminal("/brief sanctions\n"))
    asyncio.run(talk())
    assert stream.getvalue().startswith("Pullquote. Try /brief sanctions")
    assert "1. " in stream.getvalue()


def test_ctrl_c_leaves_while_a_line_is_awaited(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, sample: Path
) -> None:
    asked: list[str] = []

    def interrupted() -> bool:
        asked.append("for the welcome, then for a line")
        if len(asked) > 1:
            signal.raise_signal(signal.SIGINT)
        return False

    assert sample.exists()
    before = signal.getsignal(signal.SIGINT)
    stdin = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(stdin, "isatty", interrupted)
    monkeypatch.setattr("io.TextIOWrapper", lambda _: stdin)
    assert pullquote("chat").code == 130
    assert signal.getsignal(signal.SIGINT) is before
