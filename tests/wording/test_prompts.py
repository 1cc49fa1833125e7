"""The words in prompts/ fit the code, and words that do not are found out when they are read."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot import errors
from bot.cli.arguments import parser
from bot.errors import PromptError
from bot.settings import resource
from bot.wording.messages import Messages
from bot.wording.prompts import PLAIN, Form, Prompts, Utterance, utterance
from tests.commands import surroundings

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
def english() -> dict[str, frozenset[str]]:
    """The utterances in `prompts/en`, each with its variables."""
    found: dict[str, frozenset[str]] = {}
    for file in (resource("prompts") / "en").iterdir():
        messages = Messages("en", file.read_text(encoding="utf-8"))
        found |= {f"{file.stem}/{name}": messages.variables(name) for name in messages.names}
    return found


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
    assert named() - english().keys() == set()


def test_every_utterance_is_used() -> None:
    known = words()
    unused = {
        name
        for name in english().keys() - named()
        if not any(
            name.startswith(begin)
            and (name[len(begin) :] in known or known.issuperset(name[len(begin) :].split("_")))
            for begin in put_together()
        )
    }
    assert unused == set()


def test_the_code_gives_the_variables_that_an_utterance_uses() -> None:
    found = list(calls())
    assert len(found) > 50
    for name, given in found:
        assert (name, given) == (name, english()[name])


def test_every_command_has_its_words() -> None:
    top = parser(Prompts())
    assert "usage: pullquote" in top.format_help()
    with pytest.raises(SystemExit):
        top.parse_args(["brief", "--help"])


def test_every_language_that_is_shipped_is_whole() -> None:
    assert Prompts().problems() == []


def test_no_file_in_prompts_is_anything_else() -> None:
    files = [path for path in resource("prompts").rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".ftl"}


def test_no_platform_stands_in_the_words() -> None:
    for file in resource("prompts").rglob("*.ftl"):
        assert not re.search(r"<[@#t:]", file.read_text(encoding="utf-8")), file


def written(folder: Path, text: str, language: str = "en") -> Prompts:
    (folder / language).mkdir(exist_ok=True)
    (folder / language / "room.ftl").write_text(text, encoding="utf-8")
    return Prompts(folder=folder)


def said(folder: Path, text: str, form: Form = PLAIN, **variables: str | int) -> str:
    return written(folder, f"name = {text}\n").say(utterance("room/name", **variables), form)


def test_an_utterance_is_said_with_its_variables(tmp_path: Path) -> None:
    assert said(tmp_path, "{ $who } sells { $what }.", who="Ada", what="fish") == "Ada sells fish."


def test_lines_stay_lines(tmp_path: Path) -> None:
    text = 'Two lines,\n\n    { "{" }really{ "}" }.'
    assert said(tmp_path, text) == "Two lines,\n\n{really}."


def test_numbers_are_plain_digits_and_texts_of_any_length_are_whole(tmp_path: Path) -> None:
    long = "ship " * 2_000
    assert said(tmp_path, "{ $n } { $x }", n=1_234_567, x=long) == f"1234567 {long}"


ESCAPING = Form(
    escape=lambda value: f"\\{value}",
    moment=lambda moment, style: f"<{moment} {style}>",
    person=lambda person: f"<@{person}>",
    place=lambda place: f"<#{place}>",
)


def test_variables_are_escaped_and_words_are_not(tmp_path: Path) -> None:
    assert said(tmp_path, "**{ $who }** { $n }", ESCAPING, who="*", n=2) == "**\\*** \\2"


def test_moments_people_and_places_are_written_by_the_face(tmp_path: Path) -> None:
    text = '{ MOMENT($at) }{ MOMENT($at, style: "relative") } { PERSON($who) } { PLACE($where) }'
    prompts = written(tmp_path, f"name = {text}\n")
    what = utterance("room/name", at=60, who="U1", where=7)
    assert prompts.say(what, ESCAPING) == "<60 ><60 relative> <@U1> <#7>"
    assert prompts.say(what) == "1970-01-01 00:01 UTC1970-01-01 00:01 UTC U1 7"


@pytest.mark.parametrize(("ships", "shown"), [(0, "0 ships"), (1, "1 ship"), (2, "2 ships")])
def test_a_number_and_its_noun_agree(tmp_path: Path, ships: int, shown: str) -> None:
    text = "{ $ships ->\n    [one] { $ships } ship\n   *[other] { $ships } ships\n }"
    assert said(tmp_path, text, ships=ships) == shown


def test_words_may_depend_on_a_text(tmp_path: Path) -> None:
    text = "{ $kind ->\n    [feed] a feed\n   *[page] a page\n }"
    assert [said(tmp_path, text, kind=kind) for kind in ("feed", "x")] == ["a feed", "a page"]


@pytest.mark.parametrize(
    "text",
    [
        "name",
        "name = { $a",
        "name = }",
        "name = { $a ->\n    [one] x\n}",
        "name = { NOTHING($a) }",
        'name = { MOMENT($a, style: "someday") }',
        "name = { other }",
        "name =\n    .title = x",
        "name = x\nname = y",
    ],
)
def test_malformed_words_are_named(tmp_path: Path, text: str) -> None:
    (problem,) = written(tmp_path, f"{text}\n").problems()
    assert problem.variables == {"file": "en/room.ftl", "name": "name"}


def test_words_that_are_no_text_are_named(tmp_path: Path) -> None:
    prompts = written(tmp_path, "name = x\n")
    (tmp_path / "en" / "room.ftl").write_bytes(b"name = \xff\xfe")
    (problem,) = prompts.problems()
    assert problem.variables == {"file": "en/room.ftl", "name": "*"}
    with pytest.raises(PromptError):
        prompts.say(utterance("room/name"))


@pytest.mark.parametrize(
    "what",
    [
        utterance("other/name"),
        utterance("room/other"),
        utterance("room/name"),
        utterance("room/name", a=1, b=2),
    ],
)
def test_what_cannot_be_said_is_an_error(tmp_path: Path, what: Utterance) -> None:
    made = written(tmp_path, "name = { $a }\n")
    with pytest.raises(PromptError) as caught:
        made.say(what)
    feature, _, name = what.name.partition("/")
    assert caught.value.variables == {"file": f"en/{feature}.ftl", "name": name}


def test_said_is_the_same_in_whatever_order_it_is_written() -> None:
    assert utterance("room/name", a=1, b=2) == utterance("room/name", b=2, a=1)


def speaking(language: str) -> Form:
    return Form(language=lambda: language)


SHIPS = "ships = { $n } ships\nsea = The sea\n"


def test_a_reader_is_spoken_to_in_his_language_and_else_in_english(tmp_path: Path) -> None:
    written(tmp_path, SHIPS)
    prompts = written(tmp_path, "ships = { $n } Schiffe\n", "de")
    ships, sea = utterance("room/ships", n=2), utterance("room/sea")
    for language, shown in (("de", "2 Schiffe"), ("de-AT", "2 Schiffe"), ("fr", "2 ships")):
        assert prompts.say(ships, speaking(language)) == shown
    assert prompts.say(sea, speaking("de")) == "The sea"
    assert Prompts("de", tmp_path).say(ships) == "2 Schiffe"
    assert Prompts("de", tmp_path).say(ships, speaking("en-GB")) == "2 ships"


def test_what_is_wrong_in_another_language_is_named_and_said_in_english(tmp_path: Path) -> None:
    written(tmp_path, f"{SHIPS}port = The port\n")
    prompts = written(tmp_path, "ships = Schiffe\nsea = { $a\nlake = Der See\n", "de")
    wrong = {str(problem.variables["name"]) for problem in prompts.problems()}
    assert wrong == {"ships", "sea", "port", "lake"}
    assert {problem.variables["file"] for problem in prompts.problems()} == {"de/room.ftl"}
    said = [prompts.say(utterance(f"room/{name}"), speaking("de")) for name in ("sea", "port")]
    assert said == ["The sea", "The port"]


def test_a_command_that_says_nothing_reads_no_words(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "bot", "brief", "sanctions", "--data"]
    found = subprocess.run(
        [*command, str(tmp_path / "data"), "--json", "--quiet"],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
        env=surroundings(),
    )
    assert "bot.wording.prompts" in found.stderr
    assert "fluent" not in found.stderr
