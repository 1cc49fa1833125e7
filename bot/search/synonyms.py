"""Ways to say the same thing, from an editable file: "fall" and "decline", "China", "Chinese".

A theme is said by what it is made of as well: who asks for "energy" and nothing else finds "oil".
"""

from collections.abc import Iterable, Mapping, Sequence

from bot.language.english.analyser import Analyser

Terms = tuple[str, ...]

THEMES = "themes"
"""The table of a variants file that lists parts of themes; all others list groups."""


class Synonyms:
    """Groups of phrases that a reader takes for one another, and the parts of themes, as terms."""

    def __init__(
        self,
        groups: Iterable[Sequence[str]],
        analyser: Analyser,
        themes: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._ways: dict[Terms, list[Terms]] = {}
        for group in groups:
            ways = [tuple(analyser.terms(phrase)) for phrase in group]
            for way in ways:
                known = self._ways.setdefault(way, [])
                known.extend(other for other in ways if other and other not in known)
        self.longest = max((len(way) for way in self._ways), default=1)
        self._themes = {
            tuple(analyser.terms(theme)): tuple(tuple(analyser.terms(part)) for part in parts)
            for theme, parts in (themes or {}).items()
        }

    def group(self, terms: Terms) -> Terms:
        """What stands for all ways to say `terms`: equal for "China" and "Chinese"."""
        return min(self.of(terms))

    def of(self, terms: Terms) -> tuple[Terms, ...]:
        """All ways to say `terms`, itself first; only itself when no group holds it."""
        return (terms, *(way for way in self._ways.get(terms, ()) if way != terms))

    def parts(self, theme: Terms) -> tuple[Terms, ...]:
        """What a theme is made of; nothing when it is none."""
        return self._themes.get(theme, ())


def synonym_groups(tables: Mapping[str, object]) -> list[list[str]]:
    """The groups of a variants file, whatever its tables are called; ValueError when malformed."""
    groups: list[list[str]] = []
    for name, rows in tables.items():
        if name == THEMES:
            continue
        if not isinstance(rows, list) or not all(_is_group(row) for row in rows):
            raise ValueError(name)
        groups.extend(rows)
    return groups


def synonym_themes(tables: Mapping[str, object]) -> dict[str, list[str]]:
    """The themes of a variants file, each with its parts; ValueError when malformed."""
    themes = tables.get(THEMES, {})
    if not isinstance(themes, dict) or not all(_is_group(parts) for parts in themes.values()):
        raise ValueError(THEMES)
    return themes


def _is_group(row: object) -> bool:
    return isinstance(row, list) and len(row) > 1 and all(isinstance(phrase, str) for phrase in row)
