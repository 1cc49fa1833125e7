"""Wrong options: of the right one's kind, believable, and nowhere a second right answer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.articles.article import Article
from bot.quiz.chance import mixed
from bot.quiz.facts import Fact, Material
from bot.quiz.ground import stated
from bot.quiz.values import WANTED, date_options, number_options

NEAR_WANTED = 2
"""Wrong people who must come from the article or its story, to be believable."""

SHARED_ROLE = 0.5
"""Share of its words from which on a role may be somebody else's as well."""

_INITIAL = re.compile(r"\b[A-Z]\.")


@dataclass(frozen=True, slots=True)
class Source:
    """An article with what it gives to ask about."""

    article: Article
    material: Material


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where wrong options come from: reports of the same event, and the corpus around it."""

    story: tuple[Source, ...]
    corpus: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """Three wrong options; `near` when all come from the article or its story."""

    options: tuple[str, ...]
    near: bool


def wrong_people(fact: Fact, own: Source, around: Neighbours) -> Wrong | None:
    """Three other people who could have said it, or could have that role."""
    near = list(_candidates(fact, (own, *around.story)))
    far = list(_candidates(fact, around.corpus))
    passage = own.article.text[fact.quote_start : fact.quote_end]
    chosen: list[str] = []
    for name, role in (*near, *far):
        fits = not _may_be_right(fact, name, role, passage)
        if fits and not any(_are_alike(name, other) for other in (fact.answer, *chosen)):
            chosen.append(name)
        if len(chosen) == WANTED:
            break
    nearby = [name for name in chosen if name in {other for other, _ in near}]
    if len(chosen) < WANTED or len(nearby) < NEAR_WANTED:
        return None
    return Wrong(tuple(chosen), near=len(nearby) == WANTED)


def wrong_values(fact: Fact, own: Source, around: Neighbours, last: date | None) -> Wrong | None:
    """Three other values, none of which any report of the story states."""
    texts = [own.article.text, own.article.title, *(one.article.text for one in around.story)]
    if fact.value.startswith("date:"):
        sets = date_options(fact.answer, fact.value, last, _name(fact, own))
    else:
        sets = number_options(fact.answer, fact.value, _name(fact, own))
    for options in sets:
        if not any(stated(one, text) for one in options for text in texts):
            return Wrong(tuple(options), near=True)
    return None


def _candidates(fact: Fact, sources: Iterable[Source]) -> Iterator[tuple[str, str]]:
    """People with their roles, those of the own article first, by chance among themselves."""
    for source in sources:
        found = source.material
        by_role = dict(found.people)
        if fact.kind == "who_role":
            yield from mixed(((n, r) for n, r in found.people if r), fact.answer, fact.stem)
            continue
        speakers = mixed(found.speakers, fact.answer, fact.stem)
        yield from ((name, by_role.get(name, "")) for name in speakers)
        others = [name for name, _ in found.people if name not in found.speakers]
        yield from ((name, by_role[name]) for name in mixed(others, fact.answer, fact.stem))


def _may_be_right(fact: Fact, name: str, role: str, passage: str) -> bool:
    parts = [part for part in name.split() if len(part) > 1]
    if len(parts) < 2 or any(stated(part, fact.stem) for part in parts):  # noqa: PLR2004 - full names
        return True
    if fact.kind == "who_role":
        return _same_role(fact.stem, role)
    return stated(parts[-1], passage)


def _same_role(one: str, other: str) -> bool:
    words, others = _telling(one), _telling(other)
    return len(words & others) > SHARED_ROLE * min(len(words), len(others))


def _telling(role: str) -> set[str]:
    return {word for word in re.findall(r"[^\W_]+", role.casefold()) if len(word) > 3}  # noqa: PLR2004 - "the", "for"


def _are_alike(name: str, other: str) -> bool:
    """Whether two names may be one person's, or look like one."""
    words, others = _plain(name), _plain(other)
    ends = {words[0], words[-1]} & {others[0], others[-1]}
    return bool(ends) or set(words) <= set(others) or set(others) <= set(words)


def _plain(name: str) -> list[str]:
    return _INITIAL.sub("", name).casefold().replace("-", " ").split() or [name]


def _name(fact: Fact, own: Source) -> str:
    return f"{own.article.id}:{own.article.version}:{fact.kind}:{fact.start}"


_ = Sequence
