"""The README tells everything that there is to use."""

import json
import re
import shlex
from itertools import takewhile
from pathlib import Path

import pytest

from bot.cli.arguments import parser
from bot.settings import Settings, resource
from bot.wording.prompts import Prompts
from tests.commands import Pullquote

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?:^ {4,}.*\n)+", README, re.MULTILINE)
LINES = [line.strip() for block in BLOCKS for line in block.splitlines()]
TYPED = [line.removeprefix("> ") for line in LINES if re.match(r"> /(?:ask|brief) ", line)]
ASKED = [
    shlex.split(line, comments=True)[1:]
    for line in LINES
    if re.match(r"\S*pullquote (?:ask|brief) ", line)
]
SETTINGS = [field.alias for field in Settings.model_fields.values()]


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_told(name: str) -> None:
    assert f"`{name}`" in README


def test_every_command_is_told() -> None:
    usage = parser(Prompts()).format_help()
    commands = re.findall(r"^    (\w+) ", usage, re.MULTILINE)
    assert len(commands) > 8
    assert [name for name in commands if f"`pullquote {name}" not in README] == []


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)
    assert len(pictures) >= 3
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []


def test_the_number_of_sample_articles_is_told_right() -> None:
    count = len(list(resource("corpus").glob("*.md")))
    assert f"{count} sample articles" in README


def test_there_are_examples() -> None:
    assert len(TYPED) >= 2
    assert len(ASKED) >= 2


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_in_an_example_is_answered(
    typed: str, pullquote: Pullquote, sample: Path
) -> None:
    command, _, words = typed.removeprefix("/").partition(" ")
    answer = pullquote(command, words, "--json", "--data", str(sample)).object
    assert answer["state"] == "answer"


@pytest.mark.parametrize("arguments", ASKED, ids=" ".join)
def test_a_command_of_an_example_is_answered(
    arguments: list[str], pullquote: Pullquote, sample: Path
) -> None:
    done = pullquote(*arguments, "--data", str(sample))
    assert done.code == 0
    assert "--json" not in arguments or json.loads(done.out)["state"] == "answer"


@pytest.mark.parametrize("typed", TYPED)
def test_what_an_example_shows_is_said(typed: str, pullquote: Pullquote, sample: Path) -> None:
    shown = _after(f"> {typed}")
    said = pullquote("chat", "--data", str(sample), typed=f"{typed}\n").out
    told = [line.strip() for line in said.splitlines()]
    for line in shown:
        beginning = line.removesuffix("…").rstrip()
        assert any(one.startswith(beginning) for one in told), line


def _after(line: str) -> list[str]:
    """What the README shows below a typed line, up to the next one."""
    below = LINES[LINES.index(line) + 1 :]
    return [one for one in takewhile(lambda one: not one.startswith("> "), below) if one]
