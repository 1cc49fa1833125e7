"""The words in prompts/ fit the code, and words that do not are found out when they are read."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot import errors
from bot.cli.arguments import parser
from bot.errors import PromptError
from bot.settings import resource
from bot.wording.prompts import Prompts, Utterance, utterance

BOT = Path(errors.__file__).parent
UTTERANCE = re.compile(r"[a-z]+/[a-z]+(?:_[a-z]+)*")
FOLDER = re.compile(r"[a-z]+/(?:[a-z]+_)*")
SAYING = {"said", "line_reply"} | {
    name for name in vars(errors) if isinstance(getattr(errors, name), type)
}


@cache
def nodes() -> tuple[ast.AST, ...]:
    """Everything in the code."""
    modules = sorted(BOT.rglob("*.py"))
    return tuple(
        n for file in modules for n in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    )


@cache
def prompts() -> Prompts:
    return Prompts.read()


def literals() -> set[str]:
    return {n.value for n in nodes() if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def named() -> set[str]:
    """The utterances whose whole names stand in the code."""
    return {literal for literal in literals() if UTTERANCE.fullmatch(literal)}


def put_together() -> set[str]:
    """The beginnings of names that the code puts together, such as "usage/"."""
    begun = (n.values[0] for n in nodes() if isinstance(n, ast.JoinedStr) and n.values)
    words = {str(begin.value) for begin in begun if isinstance(begin, ast.Constant)}
    return {begin for begin in words if FOLDER.fullmatch(begin)}


def words() -> set[str]:
    """Every string and name in the code, of which names of utterances are put together."""
    found = literals()
    for node in nodes():
        found |= {
            str(getattr(node, field))
            for field in ("id", "arg", "name", "attr")
            if field in node._fields
        }
    return found


def calls() -> Iterator[tuple[str, frozenset[str]]]:
    """The utterances that are said with plain keywords, and the keywords."""
    for node in nodes():
        if not (isinstance(node, ast.Call) and node.args and isinstance(node.func, ast.Name)):
            continue
        first = node.args[0]
        given = [keyword.arg for keyword in node.keywords]
        if node.func.id in SAYING and isinstance(first, ast.Constant) and None not in given:
            yield str(first.value), frozenset(str(name) for name in given)


def test_every_utterance_that_the_code_names_exists() -> None:
    assert len(named()) > 50
    assert named() - prompts().names == set()


def test_every_utterance_is_used() -> None:
    known = words()
    unused = {
        name
        for name in prompts().names - named()
        if not any(
            name.startswith(begin)
            and (name[len(begin) :] in known or known.issuperset(name[len(begin) :].split("_")))
            for begin in put_together()
        )
    }
    assert unused == set()


def test_the_code_gives_the_variables_that_an_utterance_declares() -> None:
    found = list(calls())
    assert len(found) > 50
    for name, given in found:
        prompts().say(utterance(name, **dict.fromkeys(given, 2)))


def test_every_command_has_its_words() -> None:
    assert "usage: pullquote" in parser(prompts()).format_help()


def test_no_file_in_prompts_is_anything_else() -> None:
    files = {path for path in resource("prompts").rglob("*") if path.is_file()}
    assert {path.suffix for path in files} == {".md"}
    assert len(files) == len(prompts().names)


def written(folder: Path, text: str) -> Prompts:
    (folder / "room").mkdir(exist_ok=True)
    (folder / "room" / "name.md").write_text(text, encoding="utf-8")
    return Prompts.read(folder)


def test_an_utterance_is_said_with_its_variables(tmp_path: Path) -> None:
    made = written(tmp_path, "variables: who, what\n---\n{who} sells {what}.\n")
    assert made.names == {"room/name"}
    assert made.say(utterance("room/name", who="Ada", what="fish")) == "Ada sells fish."


def test_words_without_variables_are_said_as_they_are(tmp_path: Path) -> None:
    made = written(tmp_path, "variables:\n---\nTwo lines,\n\n{{really}}.\n")
    assert made.say(Utterance("room/name")) == "Two lines,\n\n{really}."


def test_variables_are_escaped_and_words_are_not(tmp_path: Path) -> None:
    made = written(tmp_path, "variables: who, ships\n---\n**{who}** has {ships:ship|ships}\n")
    shown = made.say(utterance("room/name", who="*", ships=2), lambda value: f"\\{value}")
    assert shown == "**\\*** has \\2 ships"


@pytest.mark.parametrize(("ships", "shown"), [(0, "0 ships"), (1, "1 ship"), (2, "2 ships")])
def test_a_number_and_its_noun_agree(tmp_path: Path, ships: int, shown: str) -> None:
    made = written(tmp_path, "variables: ships\n---\n{ships:ship|ships}")
    assert made.say(utterance("room/name", ships=ships)) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Only words.",
        "variables: a",
        "variables: a\n---\n",
        "variables: a\n---\n \n",
        "a, b\n---\n{a} {b}",
        "variables:\n---\n{a}",
        "variables: a\n---\nNothing.",
        "variables: a, b\n---\n{a}",
        "variables: a\n---\n{a} {}",
        "variables: a\n---\n{a.b}",
        "variables: a\n---\n{a",
        "variables: a\n---\n{a} }",
    ],
)
def test_malformed_words_are_named_when_they_are_read(tmp_path: Path, text: str) -> None:
    with pytest.raises(PromptError) as caught:
        written(tmp_path, text)
    assert caught.value.variables == {"name": "room/name"}


def test_words_that_are_no_text_are_named_when_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "name.md").write_bytes(b"variables:\n---\n\xff\xfe")
    with pytest.raises(PromptError) as caught:
        Prompts.read(tmp_path)
    assert caught.value.variables == {"name": "name"}


@pytest.mark.parametrize(
    "what", [utterance("room/other"), utterance("room/name"), utterance("room/name", a=1, b=2)]
)
def test_what_cannot_be_said_is_an_error(tmp_path: Path, what: Utterance) -> None:
    made = written(tmp_path, "variables: a\n---\n{a}")
    with pytest.raises(PromptError) as caught:
        made.say(what)
    assert caught.value.variables == {"name": what.name}


def test_said_is_the_same_in_whatever_order_it_is_written() -> None:
    assert utterance("room/name", a=1, b=2) == utterance("room/name", b=2, a=1)
