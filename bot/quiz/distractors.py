"""Wrong options: of the right one's kind, believable, and nowhere a second right answer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.articles.article import Article
from bot.comparing.agreement import SentenceSignature, content_words, signatures
from bot.language.english.countries import COUNTRY_GAZETTEER, is_written
from bot.language.english.lexicon import PARTIES
from bot.language.english.references import stated
from bot.language.numbers import quantities
from bot.quiz.facts import Fact, Material, Person
from bot.quiz.selection import mixed
from bot.quiz.wrong_values import WANTED, bound, date_options, number_options

SHARED_ROLE = 0.5
"""Share of its words from which on a role may be somebody else's as well."""

SAME_WORDS = 0.5
"""Share of the words of a quotation from which on a sentence may quote the same."""
SAME_PASSAGE = 0.35
"""Share of the words of a passage from which on another sentence may state the same fact."""
BESIDE = 150
"""Characters around such a sentence in which its speaker stands."""

LIKELY = 2
"""Wrong options that must be as likely as the right one; two good ones are better than three."""
KNOWN = 2
"""Reports, with the own one, from which on whoever is named in them may be known."""
KNOWN_FIELDS = frozenset(["office", "sport", "arts"])
"""Fields whose people the news speak of every day; an analyst is a stranger to most readers."""
PASSER_BY = "life"
"""The field of residents, students and the like: nobody can guess what one of them said."""
LEADING = {"business", "management"}
"""Fields that one person may be said to be in as well as in the other."""

_INITIAL = re.compile(r"\b[A-Z]\.")


@dataclass(frozen=True, slots=True)
class Source:
    """An article with what it gives to ask about, and its sentences ready to be compared."""

    article: Article
    material: Material
    signatures: tuple[SentenceSignature, ...]

    @classmethod
    def of(cls, article: Article, material: Material) -> "Source":
        """An article with its material."""
        return cls(article, material, tuple(signatures(article)))


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where wrong options come from: reports of the same event, and the corpus around it."""

    story: tuple[Source, ...]
    corpus: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Distractors:
    """Wrong options; `known` is the share of all options that a player may know."""

    options: tuple[str, ...]
    known: float = 1.0


def wrong_people(
    fact: Fact, own: Source, around: Neighbours, sources: Sequence[Source]
) -> Distractors | None:
    """Two or three people of the story who could have said it, or could have that role.

    Two of them at least are as likely as the right one.
    """
    key = _person(fact, (own, *around.story))
    is_stranger = (not key.calling and not key.role) or key.calling == PASSER_BY
    is_stranger = is_stranger and not _is_known(key, own, sources)
    if is_stranger or _is_told_by_the_words(fact, key):
        return None
    title, passage = own.article.title, own.article.text[fact.quote_start : fact.quote_end]
    is_named = stated(fact.answer.split()[-1], title)
    elsewhere = (_near_like_words(fact, own, sources), _like_passage(fact, own, sources))
    chosen: list[Person] = []
    # The headline shall not leave the right one alone: another of its people comes first.
    for one in sorted(
        _candidates(fact, (own, *around.story)),
        key=lambda one: is_named and not stated(one.name.split()[-1], title),
    ):
        if _may_be_right(fact, one, passage) or stated(one.name.split()[-1], elsewhere[0]):
            continue
        names = (fact.answer, *(other.name for other in chosen))
        if not stated(one.name, elsewhere[1]) and not any(are_alike(one.name, n) for n in names):
            chosen.append(one)
    likely = [one for one in chosen if _is_likely(fact, one, key)]
    best = [*likely, *(one for one in chosen if one not in likely)][:WANTED]
    if len(likely) < LIKELY:
        return None
    known = [one for one in (key, *best) if _is_known(one, own, sources)]
    return Distractors(tuple(one.name for one in best), known=len(known) / len((key, *best)))


def wrong_values(
    fact: Fact, own: Source, around: Neighbours, last: date | None
) -> Distractors | None:
    """Three other values, none of which any report of the story states."""
    texts = [own.article.text, own.article.title, *(one.article.text for one in around.story)]
    if fact.value.startswith("date:"):
        sets = date_options(fact.answer, fact.value, last, _name(fact, own))
    else:
        text = own.article.text
        bounded = bound(text[fact.quote_start : fact.start])
        others = [
            one.value
            for one in quantities(text, fact.quote_start, fact.quote_end)
            if one.kind == "percent" and one.start != fact.start
        ]
        sets = number_options(fact.answer, fact.value, _name(fact, own), bounded, others)
    for options in sets:
        if not any(stated(one, text) for one in options for text in texts):
            return Distractors(tuple(options))
    return None


def _person(fact: Fact, sources: Iterable[Source]) -> Person:
    """What the article and its story tell of the one who is asked for."""
    named = fact.value.partition(":")[2]
    found = [
        one for source in sources for one in source.material.people if one.name.casefold() == named
    ]
    return next(
        (one for one in found if one.calling or one.party), *found[:1] or [Person(name=fact.answer)]
    )


def _candidates(fact: Fact, sources: Iterable[Source]) -> Iterator[Person]:
    """People with words or a role, those of the own article first, by chance among themselves.

    They are named in full, or all by the one word that the passage has: "Xi", "Putin".
    """
    is_short = " " not in fact.answer
    for source in sources:
        for one in sorted(
            mixed(source.material.people, fact.answer, fact.stem), key=lambda one: not one.speaks
        ):
            shown = one.short if is_short else one.name
            # Who is only spoken of, such as a president of old, is nobody's idea of an answer.
            is_fit = one.role if fact.kind == "who_role" else one.speaks or one.calling
            if shown and is_fit:
                yield replace(one, name=shown)


def _is_known(one: Person, own: Source, sources: Iterable[Source]) -> bool:
    """Whether a player may know somebody: by an office, by the headline, or from other reports."""
    if one.rules or one.calling in KNOWN_FIELDS or stated(one.name.split()[-1], own.article.title):
        return True
    return sum(stated(one.name, source.article.text) for source in sources) >= KNOWN


def _is_told_by_the_words(fact: Fact, key: Person) -> bool:
    """Whether words speak of the land or the party of their speaker: "Iran will not wait"."""
    lands = (one for one in COUNTRY_GAZETTEER.places if key.nation in one.adjectives)
    told = [word for one in lands for word in (*one.names, *one.adjectives)]
    party = PARTIES.get(key.party)
    return any(is_written(word, fact.stem) for word in told) or (
        party is not None and party.search(fact.stem) is not None
    )


def _is_likely(fact: Fact, one: Person, key: Person) -> bool:
    """Whether somebody is as likely as the right one: of one field, and of one side."""
    sides = ((one.party, key.party), (one.camp, key.camp))
    if any(mine and theirs and mine != theirs for mine, theirs in sides):
        return False
    # Only foreigners have their nation told, so somebody without it is at home.
    if bool(one.nation) != bool(key.nation):
        return False
    # Nobody speaks of "the president" who is one.
    if one.job and re.search(rf"\bthe {re.escape(one.job)}\b", fact.stem, re.IGNORECASE):
        return False
    if one.calling and key.calling:
        return one.calling == key.calling or {one.calling, key.calling} == LEADING
    return one.speaks or fact.kind == "who_role"


def _may_be_right(fact: Fact, one: Person, passage: str) -> bool:
    parts = one.name.split()
    if any(stated(part, fact.stem) for part in parts):
        return True
    if fact.kind == "who_role":
        # Nobody takes a president for a professor.
        return one.rules or _same_role(fact.stem, one.role)
    return stated(parts[-1], passage)


def _near_like_words(fact: Fact, own: Source, sources: Sequence[Source]) -> str:
    """What stands around the same words elsewhere, where somebody else may be given them."""
    words = content_words(fact.stem)
    found: list[str] = []
    for source in sources:
        text = source.article.text
        for one in source.signatures:
            is_own = source is own and one.start < fact.quote_end and fact.quote_start < one.end
            if not is_own and len(words & one.words) >= SAME_WORDS * len(words):
                found.append(text[max(0, one.start - BESIDE) : one.end + BESIDE])
    return " ".join(found)


def _like_passage(fact: Fact, own: Source, sources: Sequence[Source]) -> str:
    """The sentences elsewhere that have much in common with the passage."""
    passage = content_words(own.article.text[fact.quote_start : fact.quote_end])
    return " ".join(
        source.article.text[one.start : one.end]
        for source in sources
        for one in source.signatures
        if not (source is own and one.start < fact.quote_end and fact.quote_start < one.end)
        and len(passage & one.words) >= SAME_PASSAGE * len(passage)
    )


def _same_role(one: str, other: str) -> bool:
    words, others = _content_words(one), _content_words(other)
    return len(words & others) > SHARED_ROLE * min(len(words), len(others))


def _content_words(role: str) -> set[str]:
    return {word for word in re.findall(r"[^\W_]+", role.casefold()) if len(word) > 3}  # noqa: PLR2004 - "the", "for"


def are_alike(name: str, other: str) -> bool:
    """Whether two names may be one person's, or look like one."""
    words, others = _plain(name), _plain(other)
    ends = {words[0], words[-1]} & {others[0], others[-1]}
    return bool(ends) or set(words) <= set(others) or set(others) <= set(words)


def _plain(name: str) -> list[str]:
    return _INITIAL.sub("", name).casefold().replace("-", " ").split() or [name]


def _name(fact: Fact, own: Source) -> str:
    return f"{own.article.id}:{own.article.version}:{fact.kind}:{fact.start}"
