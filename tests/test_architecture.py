"""The rooms of bot/ and the order in which they may import each other, as HOUSE draws them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

BOT = Path(__file__).parent.parent / "bot"
MODULES = sorted(BOT.rglob("*.py"))

ROOMS = (
    *("bot", "bot.errors", "bot.settings", "bot.logs"),
    *("bot.language", "bot.articles", "bot.search", "bot.briefing", "bot.comparing", "bot.quiz"),
    *("bot.digest", "bot.feeds", "bot.wording", "bot.persistence", "bot.engines", "bot.fetching"),
    *("bot.services", "bot.operations", "bot.chat", "bot.chat.terminal", "bot.chat.discord_app"),
    *("bot.cli", "bot.__main__"),
)
"""From the ground up: a room imports from itself and from those before it."""

FACES = ("bot.chat.terminal", "bot.chat.discord_app")
PURE = frozenset(
    f"bot.{room}"
    for room in "language articles search briefing comparing quiz digest feeds".split()
)
IMPURE = frozenset("asyncio time random sqlalchemy aiosqlite tantivy discord rich".split())
READING = frozenset(
    "open read read_text read_bytes environ getenv cwd iterdir glob rglob read_synonyms".split()
)
LATER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@cache
def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def name_of(module: Path) -> str:
    return ".".join(["bot", *module.relative_to(BOT).with_suffix("").parts]).removesuffix(
        ".__init__"
    )


def room_of(name: str) -> str:
    """The innermost room that holds a module or a name in it."""
    return max((room for room in ROOMS if f"{name}.".startswith(f"{room}.")), key=len)


def imported(module: Path) -> Iterator[str]:
    """Every module imported, wherever in the file, and every name imported from one."""
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a module that run when it is imported."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, LATER):
            yield child
            yield from run_at_import(child)


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_imports_only_go_down(module: Path) -> None:
    room = room_of(name_of(module))
    for name in imported(module):
        if name.partition(".")[0] == "bot":
            other = room_of(name)
            assert ROOMS.index(other) <= ROOMS.index(room), f"{room} imports {name}"
            assert {room, other} != set(FACES), f"{room} imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_every_module_stands_in_a_room(module: Path) -> None:
    name = name_of(module)
    assert name == "bot" or room_of(name) != "bot"


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_discord_is_imported_only_in_its_room(module: Path) -> None:
    packages = {name.partition(".")[0] for name in imported(module)}
    assert "discord" not in packages or room_of(name_of(module)) == "bot.chat.discord_app"


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_pure_rooms_know_no_clock_chance_or_platform(module: Path) -> None:
    name = name_of(module)
    if room_of(name) in PURE:
        assert not IMPURE & {used.partition(".")[0] for used in imported(module)}


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_nothing_is_read_at_import(module: Path) -> None:
    if "migrations" in module.parts:  # run by Alembic, never imported
        return
    for node in run_at_import(parsed(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in READING, f"line {node.lineno}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in READING, f"line {node.lineno}"
