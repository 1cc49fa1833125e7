"""The README tells everything that there is to use."""

import re
from pathlib import Path

import pytest

from bot.cli.arguments import parser
from bot.settings import Settings, resource
from bot.wording.prompts import Prompts

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
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
