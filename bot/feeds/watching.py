"""A folder whose new and changed files are taken in, also when it lies on another machine.

Its files are looked at again and again: a network mount tells nobody of a change.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.storage.files import ArticleFile, Findings, found_files

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
        settled = [file for path, file in found.items() if self._seen.get(path) == file]
        ready = [file for file in settled if self._taken.get(file.path) != file]
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
