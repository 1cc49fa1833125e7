"""The people of an article, each known by evidence beside the name and never by a list of names."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.articles.article import SourceSentence
from bot.language.english.analyser import STOP_WORDS
from bot.language.english.lexicon import (
    ACTS,
    CALENDAR,
    COUNTRIES,
    NATIONAL,
    NOT_NAMES,
    OFFICE,
    ORGANISATION,
    PARTICLES,
    PARTIES,
    ROLE,
    SAYING,
    SHORT_TITLE,
    TITLES,
)
from bot.quiz.extraction.names import NAME, NAME_RUN
from bot.quiz.extraction.organisations import employers, is_it

Evidence = Literal["title", "role", "saying", "known"]

_SAID_AFTER = re.compile(
    rf"(?:,[^,.;“”\"]{{3,80}}(?:,[^,.;“”\"]{{3,60}})?,|\s*\([^()]{{2,40}}\))?\s+(?:has\s+|had\s+|"
    rf"also\s+|later\s+|then\s+|[a-z]+ly\s+)*(?:{SAYING}|{ACTS})\b"
)
_SAID_BEFORE = re.compile(
    rf"(?:\b{SAYING}|\baccording\s+to)\s+(?:(?:the\s+)?[a-z][\w’'-]*\s+){{0,4}}$"
)
_ROLE_AFTER = re.compile(
    r",\s+(?:who\s+(?:is|was)\s+)?(?:now\s+)?(?:(?:an?|the|one\s+of\s+the)\s+)?"
    r"(?:(?!(?:where|which|who|whose|when|while|in|on|at|and|but|with|after|before|as|is|was|has|had|"
    rf"said|says|to|by|for)\b)[\w’'.-]+\s+){{0,6}}?{ROLE.pattern}",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(?:of|in|to|for|from|at|with|by|on)\s+(?:the\s+)?$")
_THING = re.compile(r"\b(?:the|in|at|near|around|across|outside)\s+$", re.IGNORECASE)
_RULER = re.compile(rf"\b{OFFICE}\s+(?P<name>{NAME})")  # President Xi, Gov. Ada Lund
_GOES_ON = re.compile(r"\s+(?:el|al|bin|ibn|ben|van|von|de|der|den|da|du)(?:-|\s+)[A-Z]")
_LABEL = re.compile(
    r"\w{4,}(?:writer|caster|maker|owner|leader|player|keeper|worker|ologist|icist)$"
)
_AT = re.compile(rf"\b(?:in|at|near|outside|inside|across)\s+(?:the\s+)?(?P<name>{NAME})(?![’'])")
_SHORT_TITLE = re.compile(rf"\b{SHORT_TITLE}\.\s+$")
JOB_ENDINGS = ("policeman", "policewoman", "maker", "businessman", "businesswoman", "congressman")
BEFORE = 60
"""Characters before a name in which its title or verb is looked for."""
MOST_WORDS = 4
"""Words of a person's name at most: longer runs of capitals are titles of works and offices."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text that its surroundings show to be a person's, as it stands there.

    `full` is the person's full name, empty as long as it is not looked up.
    """

    start: int
    end: int
    name: str
    evidence: Evidence
    sentence: SourceSentence
    full: str = ""


class People:
    """The people of one article, by every way in which it names them."""

    def __init__(
        self, text: str, sentences: Sequence[SourceSentence], found: Sequence[Mention]
    ) -> None:
        self._full = _full_names(found, _longer_names(text, sentences, found))

    @property
    def names(self) -> tuple[str, ...]:
        """The full names, in the order in which they were first given."""
        return tuple(dict.fromkeys(self._full.values()))

    def full(self, name: str) -> str | None:
        """The full name of somebody the article names so; None when that is not known."""
        return self._full.get(name)


def mentions(text: str, sentences: Sequence[SourceSentence]) -> list[Mention]:
    """The people that the sentences name with evidence, in order."""
    common, places, firms = _common_words(text), _places(text), employers(text)
    found: list[Mention] = []
    for sentence, start, name, titled in _names(text, sentences):
        if not _may_be_person(name) or _follows_a_place(text, start, name):
            continue
        evidence = _evidence(text, sentence, start, start + len(name), titled=titled)
        if evidence == "saying" and (_is_common(name, common) or is_it(text, start, name)):
            continue
        if (evidence == "saying" and name in firms) or (evidence != "title" and name in places):
            continue
        if evidence:
            found.append(Mention(start, start + len(name), name, evidence, sentence))
    return found


def known_mentions(text: str, sentences: Sequence[SourceSentence], people: People) -> list[Mention]:
    """Every place where the sentences name somebody whose full name is known, in order."""
    return [
        Mention(start, start + len(name), name, "known", sentence, full)
        for sentence, start, name, _ in _names(text, sentences)
        if (full := people.full(name))
    ]


def shown(full: str, named: str) -> str:
    """The name that a passage proves: "Xi" does not prove "Xi Jinping"."""
    return full if named.rsplit(maxsplit=1)[-1] == full.rsplit(maxsplit=1)[-1] else named


def only_titles(words: str, people: People) -> bool:
    """Whether words before a name say no more than its bearer's title and house."""
    tokens = words.split()
    return all(
        token.strip(",.").casefold() in TITLES
        or token in ("the", "The", "of")
        or (token[:1].isupper() and not people.full(token.removesuffix("’s").removesuffix("'s")))
        for token in tokens
    )


def rulers(text: str) -> set[str]:
    """The names to which a text gives a title that makes them known all over the world."""
    return {found["name"] for found in _RULER.finditer(text)}


def _names(
    text: str, sentences: Sequence[SourceSentence]
) -> Iterator[tuple[SourceSentence, int, str, bool]]:
    """Every run of capitals without its titles: where it begins, and whether it had a title."""
    runs = {match.group() for match in NAME_RUN.finditer(text)}
    for sentence in sentences:
        for match in NAME_RUN.finditer(text, sentence.start, sentence.end):
            start, titled = _without_title(text, match.start(), match.end())
            name = text[start : match.end()].removesuffix("’s").removesuffix("'s")
            # In "Anna el-Bell" the name goes on where no capital does.
            start, name = _without_label(runs, start, name)
            if name and not _GOES_ON.match(text, match.end()):
                yield sentence, start, name, titled


def _without_title(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the name itself begins, and whether a title stands before it."""
    words = list(re.finditer(r"\S+", text[start:end]))
    begin, titled = 0, False
    for number, word in enumerate(words):
        plain = word.group().strip(".,").casefold()
        if _is_job(plain) or plain.endswith(JOB_ENDINGS):
            begin, titled = number + 1, True
        elif begin == number and (plain in NOT_NAMES or NATIONAL.fullmatch(word.group())):
            begin = number + 1
    if begin >= len(words):
        return end, titled
    before = text[max(0, start - BEFORE) : start]
    lower = re.search(r"([a-z][\w-]*)\s+$", before)
    is_told = bool(lower and _is_job(lower[1])) or _SHORT_TITLE.search(before) is not None
    titled = titled or (begin == 0 and is_told)
    return start + words[begin].start(), titled


def _without_label(runs: Container[str], start: int, name: str) -> tuple[int, str]:
    """A name of three words without the first, where the text has the others alone too.

    "Songwriter Guy Bell" and a caption's "Reuters Guy Bell" are Guy Bell.
    """
    first, _, rest = name.partition(" ")
    if " " in rest and (_LABEL.match(first) or rest in runs):
        return start + len(first) + 1, rest
    return start, name


def _is_job(word: str) -> bool:
    parts = [word, *word.split("-")]
    return any(part in TITLES or ROLE.fullmatch(part) for part in parts)


def _may_be_person(name: str) -> bool:
    words = name.split()
    if not 1 <= len(words) <= MOST_WORDS or words[-1].endswith("."):
        return False
    plain = [word.strip(".,").casefold() for word in words]
    return not (
        plain[0] in NOT_NAMES
        or plain[0].endswith("ing")
        or any(word in ORGANISATION or word in TITLES or word in CALENDAR for word in plain)
        or any(NATIONAL.fullmatch(word) for word in words)
        or any(party.search(name) for party in PARTIES.values())
        or any(word.isupper() and len(word) > 2 for word in words)  # noqa: PLR2004 - "U.", "JR"
        or any(word.endswith(("'s", "’s", "-based", "-al")) for word in plain)
        or any(word in COUNTRIES for word in plain)
    )


def _follows_a_place(text: str, start: int, name: str) -> bool:
    """Whether a name after "of" or "to" may begin with a place: "Mayor of London Boris Johnson"."""
    long = len(name.split()) > 2  # noqa: PLR2004 - a first and a last name
    return long and _PREPOSITION.search(text[max(0, start - 12) : start]) is not None


def _is_common(name: str, common: set[str]) -> bool:
    """Whether the text has a word of the name as a plain word: "Climate Focus", "the climate"."""
    return any(part.casefold() in common for part in re.split(r"[ -]", name))


def _evidence(
    text: str, sentence: SourceSentence, start: int, end: int, *, titled: bool
) -> Evidence | None:
    if titled:
        return "title"
    before = text[max(sentence.paragraph.start, start - BEFORE) : start]
    if _THING.search(before):
        return None
    if _ROLE_AFTER.match(text, end, sentence.end):
        return "role"
    if _SAID_AFTER.match(text, end, sentence.paragraph.end) or _SAID_BEFORE.search(before):
        return "saying"
    return None


def _common_words(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w’'-])[a-z]{4,}(?![\w’'-])", text))


def _places(text: str) -> set[str]:
    """The names in, at or near which something happens."""
    return {found["name"] for found in _AT.finditer(text)}


def _longer_names(
    text: str, sentences: Sequence[SourceSentence], found: Sequence[Mention]
) -> list[str]:
    """Names without evidence of their own that end as a name with evidence does."""
    common = _common_words(text)
    known = {mention.name for mention in found}
    places = _places(text)
    lone = {last for last in (name.split()[-1] for name in known) if last not in places}
    longer: dict[str, None] = {}
    for _, start, name, _ in _names(text, sentences):
        words = name.split()
        # In China, Korea and Hungary the name that stands alone is the first of the two.
        is_first = len(words) == 2 and words[0] in lone and words[1].casefold() not in common  # noqa: PLR2004
        is_new = len(words) > 1 and name not in known and (words[-1] in lone or is_first)
        # "Never Bell", and "Does Bell" in the beginning of a question, are not her whole name.
        is_new = is_new and words[0].casefold() not in common | STOP_WORDS
        # "The Anna Bells of this world" are not her either.
        is_new = is_new and not (name.endswith("s") and name[:-1] in known)
        if is_new and _may_be_person(name) and not _follows_a_place(text, start, name):
            longer[name] = None
    return list(longer)


def _full_names(found: Sequence[Mention], longer: Sequence[str]) -> dict[str, str]:
    """Every way to name somebody, with the full name; ways that two people share are left out."""
    given = [mention.name for mention in found if " " in mention.name]
    wholes = [
        n for n in dict.fromkeys([*given, *longer]) if n.split()[0].casefold() not in PARTICLES
    ]
    full: dict[str, str | None] = {}
    for name in wholes:
        holding = [other for other in wholes if other != name and _holds(other, name)]
        full[name] = holding[0] if len(holding) == 1 else None if holding else name
    for name in wholes:
        for part in {name.split()[0], name.split()[-1], name.partition(" ")[2]}:
            owners = {
                full[n]
                for n in wholes
                if part in (n.split()[0], n.split()[-1], n.partition(" ")[2])
            }
            full.setdefault(part, owners.pop() if len(owners) == 1 else None)
    return {name: whole for name, whole in full.items() if whole}


def _holds(longer: str, shorter: str) -> bool:
    words, ends = longer.split(), shorter.split()
    return words[-1] == ends[-1] and set(ends) < set(words)
