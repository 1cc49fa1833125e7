"""Article files under given paths, and folders that are watched for new ones."""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.articles.article import Rejection
from bot.articles.metadata import Metadata
from bot.articles.readers.markdown import MAX_SIDECAR_BYTES, sidecar
from bot.errors import Refused
from bot.services.word_lists import LISTS

SIDECAR = "sources.toml"
SETTINGS = frozenset([SIDECAR, *LISTS])


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file to read: its path, its size in bytes, and what the sidecar beside it states.

    `changed` is when it was last written to, in nanoseconds.
    """

    path: Path
    size: int
    facts: Metadata
    changed: int = 0


@dataclass(slots=True)
class Findings:
    """The files found, in order, and what could not be read."""

    files: list[ArticleFile] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)


def found_files(paths: Sequence[str | Path]) -> Findings:
    """The article files that `paths` name: files as they are, folders with all that is in them.

    Hidden files and folders are passed over, links to folders are not followed.
    """
    findings = Findings()
    sidecars: dict[Path, dict[str, Metadata]] = {}
    for path in dict.fromkeys(Path(os.path.realpath(path)) for path in paths):
        for file in _below(path, findings):
            if file.parent not in sidecars:
                sidecars[file.parent] = _sidecar(file.parent / SIDECAR, findings)
            _add(file, sidecars[file.parent], findings)
    return findings


def _below(path: Path, findings: Findings) -> Iterator[Path]:
    if os.path.isdir(path):  # noqa: PTH112 - pathlib raises an error for a name that is too long
        for folder, folders, names in os.walk(path, onerror=lambda e: _unreadable(e, findings)):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from (
                Path(folder, name)
                for name in sorted(names)
                if not name.startswith(".") and name not in SETTINGS
            )
    else:
        yield path


def _unreadable(error: OSError, findings: Findings) -> None:
    findings.rejected.append(Rejection(_shown(error.filename), Refused("refused/unreadable")))


def _add(file: Path, facts: dict[str, Metadata], findings: Findings) -> None:
    try:
        state = _state(file)
    except FileNotFoundError:
        findings.rejected.append(Rejection(_shown(file), Refused("refused/missing")))
    except OSError:
        findings.rejected.append(Rejection(_shown(file), Refused("refused/unreadable")))
    else:
        stated = facts.get(file.name, Metadata())
        findings.files.append(ArticleFile(file, state.st_size, stated, state.st_mtime_ns))


def _sidecar(path: Path, findings: Findings) -> dict[str, Metadata]:
    try:
        _state(path)
        with path.open("rb") as stream:
            found = sidecar(stream.read(MAX_SIDECAR_BYTES + 1))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError:
        findings.rejected.append(Rejection(_shown(path), Refused("refused/unreadable")))
    except Refused as error:
        findings.rejected.append(Rejection(_shown(path), error))
    else:
        findings.rejected += [Rejection(_shown(path), fault) for fault in found.faults]
        return found.facts
    return {}


def _state(file: Path) -> os.stat_result:
    """What the disk knows of a file; OSError for a pipe or device, which may never end."""
    state = file.stat()
    if not stat.S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), file)
    return state


def _shown(path: str | Path) -> str:
    """A path as text that every terminal and database takes."""
    return os.fspath(path).encode("utf-8", "replace").decode()


def bundled_files(folder: Path) -> Findings:
    """The sample articles that come with Pullquote."""
    paths = sorted(folder.glob("*.md"))
    return Findings([ArticleFile(path, path.stat().st_size, Metadata()) for path in paths])


LOOKED_EVERY = 15.0
"""Seconds between two looks; a file is taken in at the second one that finds it unchanged."""


@dataclass(slots=True)
class WatchedFolders:
    """Folders, and each file as it was last seen and last taken in."""

    folders: Sequence[Path]
    _seen: dict[Path, ArticleFile] = field(default_factory=dict)
    _taken: dict[Path, ArticleFile] = field(default_factory=dict)
    _told: set[tuple[str, str]] = field(default_factory=set)

    def changed(self) -> Findings:
        """The files that are new or changed and are no more being written; looks at the disk.

        What cannot be read is told once, until it changes.
        """
        findings = found_files(self.folders)
        found = {file.path: file for file in findings.files}
        unchanging = [file for path, file in found.items() if self._seen.get(path) == file]
        ready = [file for file in unchanging if self._taken.get(file.path) != file]
        self._seen = found
        self._taken = {path: file for path, file in self._taken.items() if path in found}
        self._taken |= {file.path: file for file in ready}
        untold = [r for r in findings.rejected if (r.source, r.error.utterance) not in self._told]
        self._told = {(r.source, r.error.utterance) for r in findings.rejected}
        return Findings(ready, untold)

    def forget(self, findings: Findings) -> None:
        """Look at these files again: they could not be taken in."""
        for file in findings.files:
            self._taken.pop(file.path, None)
