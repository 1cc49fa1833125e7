"""Boilerplate that is known by its words, from lists of phrases: buttons, promotions, house notes.

The lists are `corpus/boilerplate.toml`; the patterns here are of English.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.language.english.lexicon import REPORTED

LONGEST_PHRASE = 260  # characters; page furniture is short, and longer lines are left to prose

_LIST = re.compile(r"\{([a-z_]+)\}")  # {sites}
_GROUP = re.compile(r"(?<!\\)\((?!\?)")  # the bracket of (share|tweet), not that of \(
_TELLS = re.compile(  # "It is closed," she said
    rf"[“”\"]|\b(?:{REPORTED}|he|she|they|his|her)\b", re.IGNORECASE
)
_TITLED = re.compile(  # Read more: Where the herring went
    r"(?:read more|read also|also read|read next|read|related(?: \w+)?|see also|must[ -]read"
    r"|recommended|more stories|you may also like|trending|don't miss|more on this)"
    r"\s*(?::|\||»|›|>>|→)\s*(.+)",
    re.IGNORECASE,
)
_OTHERS = re.compile(  # More stories; You may also like
    r"(?:more|must|related|recommend|latest|top|popular|trending|most|you (?:may|might)"
    r"|similar|other|editor|from|around|stories|articles)\b.*",
    re.IGNORECASE,
)
_CRUMB = re.compile(r"[A-Z][^.!?]{1,100}")
_BREADCRUMB = re.compile(r"\s*[>›»]\s*")  # Home > World > Asia
_ADDRESS = re.compile(  # https://a.example/b_(c)
    r"[<(]?(?:https?://|www\.)[^\s<>()\[\]]+(?:\([^\s()]*\)[^\s()]*)?[>)]?"
)

_Rules = tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class BoilerplatePhrases:
    """The phrases that are boilerplate, by kind, and the names that sign pictures and reports."""

    anywhere: _Rules
    at_the_edges: _Rules
    agency: re.Pattern[str]
    outlet_word: re.Pattern[str]


def boilerplate_phrases(tables: Mapping[str, object]) -> BoilerplatePhrases:
    """The phrases of `boilerplate.toml`; ValueError when it is not in that form."""
    words = {name: _one_of(phrases) for name, phrases in _lists(tables, "words").items()}
    signing = _lists(tables, "credits")
    try:
        agencies, initials = _one_of(signing["agencies"]), _one_of(signing["initials"])
        return BoilerplatePhrases(
            anywhere=tuple(_rules(_lists(tables, "anywhere"), words)),
            at_the_edges=tuple(_rules(_lists(tables, "at_the_edges"), words)),
            agency=re.compile(rf"(?:the )?(?:(?i:{agencies})|{initials})"),
            outlet_word=re.compile(rf"\b{_one_of(signing['outlet_words'])}\b"),
        )
    except (KeyError, re.error) as error:
        raise ValueError(str(error)) from error


def phrase_kind(line: str, phrases: BoilerplatePhrases) -> str | None:
    """Tell what furniture a line is by its wording, wherever it stands; None for prose."""
    if _ADDRESS.fullmatch(line):
        return "url"
    if len(line) > LONGEST_PHRASE or _TELLS.search(line):
        return None
    return next((kind for kind, form in phrases.anywhere if form.fullmatch(line)), None)


def edge_kind(line: str, phrases: BoilerplatePhrases) -> str | None:
    """Tell the kind of a line that is furniture only outside the article's body: "Share"."""
    if len(line) > LONGEST_PHRASE:
        return None
    crumbs = _BREADCRUMB.split(line)
    if len(crumbs) > 1 and all(_CRUMB.fullmatch(crumb) for crumb in crumbs):
        return "navigation"
    words = line.rstrip(" :.…›»→>!")
    return next((kind for kind, form in phrases.at_the_edges if form.fullmatch(words)), None)


def names_another_article(line: str) -> bool:
    """Whether a line points to another article by its title, as in "Read more: A title"."""
    found = _TITLED.fullmatch(line) if len(line) <= LONGEST_PHRASE else None
    return found is not None and not found[1].endswith((".", "”", '"'))


def leads_to_others(line: str) -> bool:
    """Whether a line that is furniture stands above the titles of other articles."""
    return _OTHERS.fullmatch(line) is not None and not names_another_article(line)


def _lists(tables: Mapping[str, object], name: str) -> dict[str, list[str]]:
    """A table of lists of phrases."""
    table = tables.get(name)
    if not isinstance(table, dict):
        raise ValueError(name)  # noqa: TRY004 - wrong in a file, not in the program
    for key, phrases in table.items():
        if not isinstance(phrases, list) or not all(isinstance(one, str) for one in phrases):
            raise ValueError(f"{name}.{key}")
    return table


def _rules(
    lists: Mapping[str, list[str]], words: Mapping[str, str]
) -> Iterator[tuple[str, re.Pattern[str]]]:
    for kind, phrases in lists.items():
        form = _LIST.sub(lambda name: words[name[1]], _one_of(phrases))
        yield kind, re.compile(form, re.IGNORECASE)


def _one_of(phrases: Sequence[str]) -> str:
    """A pattern of several phrases, in which no group is kept; of none, what matches nothing."""
    return f"(?:{'|'.join(_GROUP.sub('(?:', phrase) for phrase in phrases) or '(?!)'})"
