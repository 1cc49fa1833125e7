"""A folder whose new and changed files are taken in, also when it lies on another machine.

Its files are looked at again and again: a network mount tells nobody of a change.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.articles.facts import Facts
from bot.storage.files import Findings, found_files

LOOKED_EVERY = 15.0
"""Seconds between two looks; a file is taken in at the second one that finds it unchanged."""

Form = tuple[int, int, Facts]
"""A file's size, its time of change in nanoseconds, and what the sidecar beside it states."""


@dataclass(slots=True)
class WatchedFolders:
    """Folders, and the form in which each file was last seen and last taken in."""

    folders: Sequence[Path]
    _seen: dict[Path, Form] = field(default_factory=dict)
    _taken: dict[Path, Form] = field(default_factory=dict)
    _told: set[tuple[str, str]] = field(default_factory=set)

    def changed(self) -> Findings:
        """The files that are new or changed and are no more being written; looks at the disk.

        What cannot be read is told once, until it changes.
        """
        findings = found_files(self.folders)
        forms = {file.path: _form(file.path, file.size, file.facts) for file in findings.files}
        settled = {path: form for path, form in forms.items() if self._seen.get(path) == form}
        ready = [
            file
            for file in findings.files
            if file.path in settled and self._taken.get(file.path) != settled[file.path]
        ]
        self._seen = forms
        self._taken = {path: form for path, form in self._taken.items() if path in forms}
        self._taken |= {file.path: settled[file.path] for file in ready}
        untold = [r for r in findings.rejected if (r.source, r.error.utterance) not in self._told]
        self._told = {(r.source, r.error.utterance) for r in findings.rejected}
        return Findings(ready, untold)

    def forget(self, findings: Findings) -> None:
        """Look at these files again: they could not be taken in."""
        for file in findings.files:
            self._taken.pop(file.path, None)


def _form(path: Path, size: int, facts: Facts) -> Form:
    try:
        return size, path.stat().st_mtime_ns, facts
    except OSError:  # gone since it was found
        return size, -1, facts
