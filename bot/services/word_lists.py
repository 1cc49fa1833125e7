"""The word lists that an operator may edit: those of a folder, else those beside the samples."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from bot.articles.boilerplate.wording import BoilerplatePhrases, boilerplate_phrases
from bot.errors import WrongConfiguration
from bot.language.english.analyser import Analyser
from bot.quiz.gates.article_evidence import Sensitive, sensitive_words
from bot.search.synonyms import Synonyms
from bot.settings import resource

BOILERPLATE = "boilerplate.toml"
SENSITIVE = "sensitive.toml"
SYNONYMS = "synonyms.toml"
LISTS = (BOILERPLATE, SENSITIVE, SYNONYMS)

WordList = TypeVar("WordList")


@dataclass(frozen=True, slots=True)
class WordLists:
    """Where the lists stand; WrongConfiguration names one that cannot be used.

    A list of `folder` replaces the one that comes with Pullquote.
    """

    folder: Path | None = None

    def synonyms(self) -> Synonyms:
        """The other words that a query may find."""
        return self._read(SYNONYMS, lambda tables: Synonyms.of_tables(tables, Analyser()))

    def sensitive(self) -> Sensitive:
        """What the quiz does not ask about."""
        return self._read(SENSITIVE, sensitive_words)

    def boilerplate(self) -> BoilerplatePhrases:
        """The lines of a page that are not its article."""
        return self._read(BOILERPLATE, boilerplate_phrases)

    def fingerprint(self, name: str) -> str:
        """Eight hexadecimal digits that change when a list does."""
        return sha256(self._path(name).read_bytes()).hexdigest()[:8]

    def problems(self) -> list[WrongConfiguration]:
        """What is wrong with each of the lists."""
        found: list[WrongConfiguration] = []
        for read in (self.synonyms, self.sensitive, self.boilerplate):
            try:
                read()
            except WrongConfiguration as error:
                found.append(error)
        return found

    def _path(self, name: str) -> Path:
        own = self.folder / name if self.folder is not None else None
        return own if own is not None and own.exists() else resource("corpus") / name

    def _read(self, name: str, made: Callable[[dict[str, Any]], WordList]) -> WordList:
        if self.folder is not None and not self.folder.is_dir():
            raise WrongConfiguration("setting/value", setting="PULLQUOTE_CORPUS")
        try:
            return made(tomllib.loads(self._path(name).read_text(encoding="utf-8")))
        except (OSError, ValueError, RecursionError) as error:
            raise WrongConfiguration(f"setting/{Path(name).stem}", file=name) from error


BUNDLED = WordLists()
"""The lists that come with Pullquote."""
