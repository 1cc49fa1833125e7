"""Which other words a query's word may be found by; directed, one sense at a time.

The lines stand in an editable file, `corpus/synonyms.toml`, which says what each of its tables
does. A star after a phrase tells that it has other senses as well.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self, TypeGuard

from bot.language.english.analyser import Analyser
from bot.search.passage_index import Terms

AMBIGUOUS = "*"

Groups = Iterable[Sequence[str]]
Entries = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Link:
    """From a phrase to another one by which it may be found.

    `phrase` is the other one as written, empty when it is only another form of the same word.
    """

    terms: Terms
    phrase: str
    from_ambiguous: bool
    to_ambiguous: bool


Links = Mapping[Terms, Sequence[Link]]


class Synonyms:
    """The words by which other words may be found, as terms."""

    def __init__(
        self,
        analyser: Analyser,
        *,
        forms: Groups = (),
        same: Groups = (),
        narrower: Entries | None = None,
        themes: Entries | None = None,
    ) -> None:
        self._forms = _links(_each_to_the_others(forms), analyser, told=False)
        self._same = _links(_each_to_the_others(same), analyser)
        self._narrower = _links((narrower or {}).items(), analyser)
        self._themes = _links((themes or {}).items(), analyser)
        known = [*self._forms, *self._same, *self._narrower]
        self.longest = max(map(len, known), default=1)

    @classmethod
    def of_tables(cls, tables: Mapping[str, object], analyser: Analyser) -> Self:
        """The synonyms of a file's tables; ValueError with the name of one that is malformed."""
        unknown = tables.keys() - {"forms", "same", "narrower", "themes"}
        if unknown:
            raise ValueError(min(unknown))
        return cls(
            analyser,
            forms=_groups(tables, "forms"),
            same=_groups(tables, "same"),
            narrower=_entries(tables, "narrower"),
            themes=_entries(tables, "themes"),
        )

    def __contains__(self, terms: Terms) -> bool:
        return any(terms in table for table in (self._forms, self._same, self._narrower))

    def of(self, terms: Terms, *, alone: bool = False) -> dict[Terms, str]:
        """What `terms` may be found by, itself first, each with the other word that it is.

        That word is empty for forms of the same one. `alone` tells that the query has nothing else
        by which the sense of an ambiguous word could be told.
        """
        found = {terms: ""}
        unambiguous = [terms]
        for table in (self._forms, self._same, self._forms, self._narrower, self._forms):
            for source in tuple(unambiguous):
                for link in table.get(source, ()):
                    if link.terms in found or (
                        alone and (link.from_ambiguous or link.to_ambiguous)
                    ):
                        continue
                    found[link.terms] = link.phrase or found[source]
                    if not link.to_ambiguous:
                        unambiguous.append(link.terms)
        return found

    def parts(self, theme: Terms) -> dict[Terms, str]:
        """What a theme is made of, as `of` tells it; nothing when it is none."""
        return {link.terms: link.phrase for link in self._themes.get(theme, ())}

    def group(self, terms: Terms) -> Terms:
        """What stands for all forms of `terms`: equal for "China" and "Chinese"."""
        return min([terms, *(link.terms for link in self._forms.get(terms, ()))])


def _each_to_the_others(groups: Groups) -> Iterator[tuple[str, list[str]]]:
    for group in groups:
        for phrase in group:
            yield phrase, [other for other in group if other != phrase]


def _links(
    lines: Iterable[tuple[str, Sequence[str]]], analyser: Analyser, *, told: bool = True
) -> Links:
    links = defaultdict[Terms, list[Link]](list)
    for source, targets in lines:
        start = tuple(analyser.terms(source.removesuffix(AMBIGUOUS)))
        for target in targets:
            plain = target.removesuffix(AMBIGUOUS)
            end = tuple(analyser.terms(plain))
            if start and end and start != end:
                stars = (source.endswith(AMBIGUOUS), target.endswith(AMBIGUOUS))
                links[start].append(Link(end, plain if told else "", *stars))
    return dict(links)


def _groups(tables: Mapping[str, object], name: str) -> list[list[str]]:
    rows = tables.get(name, [])
    if not isinstance(rows, list) or not all(_is_words(row) and len(row) > 1 for row in rows):
        raise ValueError(name)
    return rows


def _entries(tables: Mapping[str, object], name: str) -> dict[str, list[str]]:
    rows = tables.get(name, {})
    if not isinstance(rows, dict) or not all(_is_words(row) for row in rows.values()):
        raise ValueError(name)
    return rows


def _is_words(row: object) -> TypeGuard[list[str]]:
    return isinstance(row, list) and bool(row) and all(isinstance(word, str) for word in row)
