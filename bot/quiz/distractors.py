"""Wrong options: of the right one's kind, believable, and nowhere a second right answer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.articles.article import Article
from bot.comparing.agreement import SentenceSignature, content_words, signatures
from bot.quiz.facts import Fact, Material
from bot.quiz.gates.article_evidence import stated
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
    """Three wrong options; `near` when all come from the article or its story."""

    options: tuple[str, ...]
    near: bool


def wrong_people(
    fact: Fact, own: Source, around: Neighbours, sources: Sequence[Source]
) -> Distractors | None:
    """Three other people who could have said it, or could have that role."""
    near = list(_candidates(fact, (own, *around.story)))
    if fact.kind == "who_role":  # nobody takes a president for a professor
        famous = _rulers((own, *around.story))
        near = [one for one in near if one[0] not in famous]
    title = own.article.title
    if stated(fact.answer.split()[-1], title):  # the headline shall not leave the right one alone
        near.sort(key=lambda one: not stated(one[0].split()[-1], title))
    known = _rulers(around.corpus)
    far = [
        (name, role)
        for name, role in _candidates(fact, around.corpus)
        if role and name not in known
    ]
    passage = own.article.text[fact.quote_start : fact.quote_end]
    chosen: list[str] = []
    likely = _near_like_words(fact, own, sources)
    alike = _like_passage(fact, own, sources)
    for name, role in (*near, *far):
        fits = not _may_be_right(fact, name, role, passage)
        fits = fits and not stated(name.split()[-1], likely) and not stated(name, alike)
        if fits and not any(_are_alike(name, other) for other in (fact.answer, *chosen)):
            chosen.append(name)
        if len(chosen) == WANTED:
            break
    nearby = [name for name in chosen if name in {other for other, _ in near}]
    if len(chosen) < WANTED:
        return None
    return Distractors(tuple(chosen), near=len(nearby) == WANTED)


def wrong_values(
    fact: Fact, own: Source, around: Neighbours, last: date | None
) -> Distractors | None:
    """Three other values, none of which any report of the story states."""
    texts = [own.article.text, own.article.title, *(one.article.text for one in around.story)]
    if fact.value.startswith("date:"):
        sets = date_options(fact.answer, fact.value, last, _name(fact, own))
    else:
        before = own.article.text[fact.quote_start : fact.start]
        sets = number_options(fact.answer, fact.value, _name(fact, own), bound(before))
    for options in sets:
        if not any(stated(one, text) for one in options for text in texts):
            return Distractors(tuple(options), near=True)
    return None


def _candidates(fact: Fact, sources: Iterable[Source]) -> Iterator[tuple[str, str]]:
    """People with their roles, those of the own article first, by chance among themselves.

    They are named in full, or all by the one word that the passage has: "Xi", "Putin".
    """
    is_short = " " not in fact.answer
    for source in sources:
        speakers = set(source.material.speakers)
        mixed_up = mixed(source.material.people, fact.answer, fact.stem)
        for name, role, short in sorted(mixed_up, key=lambda one: one[0] not in speakers):
            shown = short if is_short else name
            if shown and (role or fact.kind != "who_role"):
                yield shown, role


def _rulers(sources: Iterable[Source]) -> set[str]:
    """Those whom everybody knows, and would not believe in another story."""
    return {name for source in sources for name in source.material.rulers}


def _may_be_right(fact: Fact, name: str, role: str, passage: str) -> bool:
    parts = name.split()
    if any(stated(part, fact.stem) for part in parts):
        return True
    if fact.kind == "who_role":
        return _same_role(fact.stem, role)
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


def _are_alike(name: str, other: str) -> bool:
    """Whether two names may be one person's, or look like one."""
    words, others = _plain(name), _plain(other)
    ends = {words[0], words[-1]} & {others[0], others[-1]}
    return bool(ends) or set(words) <= set(others) or set(others) <= set(words)


def _plain(name: str) -> list[str]:
    return _INITIAL.sub("", name).casefold().replace("-", " ").split() or [name]


def _name(fact: Fact, own: Source) -> str:
    return f"{own.article.id}:{own.article.version}:{fact.kind}:{fact.start}"
