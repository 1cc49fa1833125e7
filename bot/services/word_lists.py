"""The word lists that an operator may edit, read from the files beside the sample articles."""

import tomllib
from collections.abc import Callable
from hashlib import sha256
from typing import Any, TypeVar

from bot.errors import WrongConfiguration
from bot.language.english.analyser import Analyser
from bot.quiz.gates.evidence import Sensitive, sensitive_words
from bot.search.synonyms import Synonyms
from bot.settings import resource

SYNONYMS = "synonyms.toml"
SENSITIVE = "sensitive.toml"

WordList = TypeVar("WordList")


def read_synonyms() -> Synonyms:
    """The ways to say the same thing."""
    return _read(
        SYNONYMS, lambda tables: Synonyms.of_tables(tables, Analyser()), "setting/synonyms"
    )


def read_sensitive() -> Sensitive:
    """What the quiz does not ask about."""
    return _read(SENSITIVE, sensitive_words, "setting/sensitive")


def sensitive_fingerprint() -> str:
    """Eight hexadecimal digits that change when the list of what is not asked about does."""
    return sha256((resource("corpus") / SENSITIVE).read_bytes()).hexdigest()[:8]


def _read(name: str, made: Callable[[dict[str, Any]], WordList], wrong: str) -> WordList:
    # Any: whatever an operator wrote
    try:
        return made(tomllib.loads((resource("corpus") / name).read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise WrongConfiguration(wrong, file=name) from error
