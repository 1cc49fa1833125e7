"""The rooms of bot/ and what each may import, as a table: change it when the house changes."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.effort import PATIENCE
from tests.shared import CHECKOUT

TABLE = """
room             | pure | what it is                             | libraries
errors           |      | what can go wrong, as a tree           |
settings         |      | read once, at the door                 | pydantic dotenv
logs             |      | text or JSON, secrets taken out        | structlog
language         | pure | English: sentences, numbers, lexicon   | Stemmer py3langid
articles         | pure | articles, quotes, readers of files     | pydantic yaml charset_normalizer
                 |      |                                        | lxml trafilatura readability
                 |      |                                        | markdown_it
search           | pure | from words to ranked passages          | numpy rank_bm25
briefing         | pure | from passages to quotes that answer    |
comparing        | pure | whether articles state the same        |
quiz             | pure | facts, stems, distractors, rounds      |
digest           | pure | stories, and when they are told        | numpy
feeds            | pure | feeds as values; what becomes of items |
wording          |      | every word that is said, from prompts/ | fluent babel
persistence      |      | one repository an aggregate            | sqlalchemy alembic
engines          |      | indexes and the parser, behind ports   | tantivy spacy numpy
fetching         |      | guarded HTTP, and the formats of feeds | aiohttp yarl protego lxml
                 |      |                                        | defusedxml
services         |      | use cases and loops of every face      | numpy rapidfuzz filelock
operations       |      | whether all is well                    |
chat             |      | replies, free of any platform          |
chat.terminal    |      | a face: the terminal                   | rich
chat.discord_app |      | a face: Discord                        | discord aiohttp yarl
cli              |      | the command for terminals and scripts  | rich
__main__         |      | starts the command                     |
"""
"""From the ground up: a room imports from itself and from those above it in the table, and a
library only where it is named. Faces do not know each other."""

_LINES = re.sub(r"\n +\| +\| +\|", "", TABLE).strip().splitlines()[1:]
ROWS = [[cell.strip() for cell in line.split("|")] for line in _LINES]
ROOMS = [room for room, *_ in ROWS]
PURE = {room for room, pure, *_ in ROWS if pure}
LIBRARIES = {room: set(libraries.split()) for room, *_, libraries in ROWS}
FACES = {room for room in ROOMS if room.startswith("chat.")}
ONE_FILE_EACH = ("tantivy", "spacy", "fluent", "structlog")
"""Libraries that one file stands before, so that another could take their place."""

IMPURE = frozenset("asyncio time random socket sqlite3 subprocess threading".split())
READING = frozenset("open read read_text read_bytes environ getenv cwd iterdir glob rglob".split())
LATER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)

BOT = CHECKOUT / "bot"
MODULES = sorted(BOT.rglob("*.py"))


@cache
def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def name_of(module: Path) -> str:
    """The module's name as it is imported."""
    parts = module.relative_to(BOT.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def room_of(name: str) -> str | None:
    """The innermost room that holds a module or a name in it; none for the package itself."""
    inside = f"{name.removeprefix('bot').removeprefix('.')}."
    return max((r for r in ROOMS if inside.startswith(f"{r}.")), key=len, default=None)


@cache
def imported(module: Path) -> frozenset[str]:
    """Every module imported, wherever in the file, and every name imported from one."""
    found: set[str] = set()
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def packages(module: Path) -> set[str]:
    """The packages that a module imports from."""
    return {name.partition(".")[0] for name in imported(module)}


def run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a module that run when it is imported."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, LATER):
            yield child
            yield from run_at_import(child)


def test_a_person_can_read_the_table() -> None:
    assert len(ROOMS) <= 24
    assert all((BOT / room.replace(".", "/")).with_suffix(".py").exists() for room in ROOMS[:3])
    assert all(len(row) == 4 for row in ROWS)


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_imports_only_go_down(module: Path) -> None:
    room = room_of(name_of(module))
    if room is None:
        return
    for name in imported(module):
        other = room_of(name) if name.partition(".")[0] == "bot" else None
        if other is not None:
            assert ROOMS.index(other) <= ROOMS.index(room), f"{room} imports {name}"
            assert len({room, other} & FACES) < 2 or room == other, f"{room} imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_every_module_stands_in_a_room(module: Path) -> None:
    assert module == BOT / "__init__.py" or room_of(name_of(module)) is not None


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_library_is_imported_only_in_its_rooms(module: Path) -> None:
    foreign = packages(module) - sys.stdlib_module_names - {"bot"}
    assert foreign <= LIBRARIES.get(room_of(name_of(module)) or "", set())


@pytest.mark.parametrize("library", ONE_FILE_EACH)
def test_one_file_stands_before_a_library(library: str) -> None:
    assert len([module for module in MODULES if library in packages(module)]) == 1


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_pure_rooms_know_no_clock_chance_or_outside(module: Path) -> None:
    if room_of(name_of(module)) in PURE:
        assert not IMPURE & packages(module)


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_nothing_is_read_at_import(module: Path) -> None:
    if "migrations" in module.parts:  # run by Alembic, never imported
        return
    for node in run_at_import(parsed(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in READING, f"line {node.lineno}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in READING, f"line {node.lineno}"


@pytest.mark.parametrize("module", sorted(BOT.rglob("__init__.py")), ids=name_of)
def test_a_package_says_what_it_is_and_holds_no_code(module: Path) -> None:
    docstring, *exports = parsed(module).body
    assert isinstance(docstring, ast.Expr)
    for node in exports:
        names = node.targets if isinstance(node, ast.Assign) else []
        is_all = [name.id for name in names if isinstance(name, ast.Name)] == ["__all__"]
        assert isinstance(node, ast.ImportFrom) or is_all, f"line {node.lineno}"


WITHOUT_DISCORD = """
import importlib, sys
sys.modules["discord"] = None
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def test_all_but_its_face_can_be_imported_without_discord() -> None:
    names = [name_of(module) for module in MODULES if "migrations" not in module.parts]
    without = [name for name in names if room_of(name) not in {"chat.discord_app", "__main__"}]
    code = [sys.executable, "-c", WITHOUT_DISCORD, *without]
    done = subprocess.run(code, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.stderr == ""


def test_services_and_replies_pass_their_tests_without_discord() -> None:
    plugins = ("-p", "no:simcord", "-p", "tests.without_discord", "-p", "no:cacheprovider")
    tests = ("tests/services", "tests/chat", "--ignore", "tests/chat/discord_app")
    named = "test_jobs test_rounds test_posting memory_face conducting presenter replies"
    few = ("-k", " or ".join(named.split()))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *plugins, "-q", "-n", "0", "--no-cov", *tests, *few],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=10 * PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout
