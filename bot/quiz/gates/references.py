"""Gates on what the words of a question refer to: it must be in them, or in the headline. English.

Each is true of a fact that it turns away, and its name is the reason that is kept.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bot.language.english.lexicon import (
    CALLINGS,
    COUNTRIES,
    NATIONAL,
    NOT_NAMES,
    ORGANISATION,
    TITLES,
)
from bot.language.english.us_states import STATE_GAZETTEER
from bot.quiz.facts import PEOPLE, Fact
from bot.quiz.gates.article_evidence import ArticleEvidence, stated, unquoted

TOLD_BY_QUOTE = 4
"""Quoted words from which on a stem is known by them."""
_DANGLING = re.compile(
    r"(?:he|she|they|it|his|her|their|its|this|that|these|those|such|but|and|or|so|yet|also|"
    r"however|"
    r"meanwhile|meantime|there|then|thus|therefore|another|others?|the (?:same|other|next|"
    r"following|latter|former|"
    r"two(?!-)|three(?!-)|four(?!-)|pair|group|move)|at the same time|as if|as such|in "
    r"(?:addition|all|total|contrast|"
    r"response|return|turn|comparison|other words|particular|fact|that|this|these|those|both|"
    r"doing so)|"
    r"for (?:example|instance|this|that|comparison|its|his|her|their|them)|even|again|here|now|"
    r"instead|"
    r"similarly|likewise|besides|additionally|furthermore|moreover|nevertheless|nonetheless|still|"
    r"although|though|while|because|since then|after (?:that|this|which)|before (?:that|this)|"
    r"on (?:the other hand|top of)|by (?:contrast|comparison|then)|as a result|according to "
    r"(?:him|her|them|the)|"
    r"of (?:those|these|them|the)|among (?:those|these|them|the)|some of|one of|both|all of|most "
    r"of|"
    r"some|others|rather|to this|to that|until then|earlier|later|previously|afterwards?|besides|"
    r"we|i|you|my|our|your|if|when|with (?:this|that|the)|following (?:this|that)|per)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:said|says|reported|reports|added|claimed|claims|stated|announced|that|did|who did|"
    r"confirmed) (?:it|they|this|so)\b"
)
_PERSONAL = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
_PLURAL = re.compile(r"\b(?:they|them|their|theirs|themselves|it|its|itself)\b", re.IGNORECASE)
_POINTING = re.compile(
    r"\b(?:these|those|such(?! as\b)|this|the (?:same|latter|former|other|pair|duo|trio|two|"
    r"three|four|move|above))\b(?!-| (?:year|month|week))",
    re.IGNORECASE,
)
_MR = frozenset(["Mr", "Mrs", "Ms", "Dr"])
_PAIR = re.compile(r"\b[A-Z][a-z]\w+ and [A-Z][a-z]")
_THE_TWO = re.compile(
    r"\b(?:the|their) two (?:leaders|countries|nations|sides|presidents|men|neighbou?rs|powers|"
    r"teams|companies)\b",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"\b(?:that|this) (?:day|time|year|month|point|number|figure|sum|amount|date|case|period|"
    r"event)\b"
)
_TWO_NAMES = re.compile(  # Anna Bell, Anna M. Bell
    r"(?<![.!?:”\"] )(?=\b([A-Z][\w’'-]*[a-z]) (?:[A-Z]\. )?([A-Z][\w’'-]*[a-z])\b)"
)
REMEMBERED = 4
"""Texts whose names are kept: the gates look at one after the other."""

_COMPARING = re.compile(
    r"\b(?:close behind|next came|followed by|as well(?! as)|too(?=[,.;]|$)|also|"
    r"in second place|likewise)\b"
)
_SUPERLATIVE = re.compile(
    r"The (?:most|least|[a-z]+est) [a-z-]+ (?:was|were|is|are|came|fell|rose)\b"
)
_CAPITAL = re.compile(r"\b[A-Z][\w.’'-]*[a-z]")
_DEFINITE = re.compile(r"\b[Tt]he ([a-z][\w-]*)(?: ([\w’'-]+))?(?: ([\w’'-]+))?")
_VERB = re.compile(
    r"(?:was|were|is|are|has|have|had|will|did|said|came|went|took|left|made|became|began|saw|got|gave|"
    r"found|told|held|lost|won|met|fell|rose|ran|led|sent|hit|kept|brought|built|bought|put|set|cut|"
    r"struck|broke|\w+ed|\w+s)$"
)
_KNOWN_TO_ALL = frozenset(
    "government president world public economy police media internet web sun moon earth "
    "parliament military army press past future market planet people rest end beginning start "
    "time first second third fourth fifth last year month week day night century weekend season "
    "number amount cost price total rate use need lack rise fall fact way part majority same most "
    "more morning afternoon evening north south east west summer winter spring autumn least death "
    "toll top bottom middle centre center front back left right opportunity ability possibility "
    "only largest biggest highest lowest smallest longest best worst oldest youngest latest "
    "greatest fastest".split()
)
_FOLLOWS = frozenset(
    "of in for that who which at on from to between against behind where whose with by named "
    "called "
    "known".split()
)


def opens_dangling(fact: Fact, evidence: ArticleEvidence) -> bool:
    """It begins with a word that leans on the sentence before."""
    is_pair = _PAIR.search(evidence.article.title) and _THE_TWO.match(fact.stem)
    return not is_pair and opens_with_a_link(fact.stem)


def opens_with_a_link(words: str) -> bool:
    """Whether words begin with one that leans on what stood before them."""
    return _DANGLING.match(words.lstrip("“\"'‘* -•")) is not None


def has_open_person(fact: Fact, _ground: ArticleEvidence) -> bool:
    """A word such as "he" or "her" stands before any person that it could stand for."""
    outside = unquoted(fact.stem)
    personal = _PERSONAL.search(outside)
    if personal is None:
        return False
    before = outside[: personal.start()]
    places = {
        part
        for one in STATE_GAZETTEER.mentions(before, 0, len(before))
        for part in before[one.start : one.end].split()
    }
    return not any(
        name not in places and name.casefold() not in COUNTRIES | ORGANISATION
        for name in _names(before)
    )


def compares_with_others(fact: Fact, _ground: ArticleEvidence) -> bool:
    """It goes on from what was told of another: "was close behind", "the biggest jump was"."""
    outside = unquoted(fact.stem)
    return _COMPARING.search(outside) is not None or _SUPERLATIVE.match(outside) is not None


def has_open_thing(fact: Fact, _ground: ArticleEvidence) -> bool:
    """A word such as "it" or "their" stands before anything that it could stand for."""
    outside = unquoted(fact.stem)
    plural = _PLURAL.search(outside)
    before = outside[: plural.start()] if plural is not None else ""
    early = plural is not None and (
        len(before.split()) < 3  # noqa: PLR2004 - a noun with its verb
        or not (_names(before) or re.search(r"\b(?:the|an?|[a-z]+s) [a-z]", before, re.IGNORECASE))
    )
    return early or (fact.kind not in PEOPLE and _REPORTED.search(outside) is not None)


def points_back(fact: Fact, evidence: ArticleEvidence) -> bool:
    """Words such as "the two" or "that year" point to a sentence that is not shown."""
    outside = _without_pair(unquoted(fact.stem), evidence.article.title)
    return bool(_POINTING.search(outside) or _THAT.search(outside))


def has_bare_definite(fact: Fact, evidence: ArticleEvidence) -> bool:
    """A thing is called "the …" as if it were known, and no name in the headline tells which."""
    title = evidence.article.title
    outside = unquoted(fact.stem)
    quoted = len(fact.stem.split()) - len(outside.split())
    outside = _without_pair(outside, title)
    if fact.kind in PEOPLE and quoted >= TOLD_BY_QUOTE:
        return False
    bare = [one for one in _DEFINITE.finditer(outside) if _is_bare(one, outside, title.casefold())]
    # Beside a name of the headline "the company" is the one that has it, but not as the subject.
    is_placed = any(stated(name, title) for name in _names(outside))
    return any(one.start() == 0 or not is_placed for one in bare)


def _without_pair(words: str, title: str) -> str:
    """The words without "the two countries", when the headline names two."""
    return _THE_TWO.sub("", words) if _PAIR.search(title) else words


def _is_bare(found: re.Match[str], outside: str, title: str) -> bool:
    before = outside[: found.start()].casefold()
    noun, second, third = (word or "" for word in found.groups())
    # "The hamlet of _____ people" is told by nothing but the number that is asked for.
    says_which = _says_which(second) and not third.startswith("_")
    if noun in _KNOWN_TO_ALL or noun[:5] in title or noun[:5] in before or says_which:
        return False
    is_noun = second[:1].islower() and not _VERB.match(second)
    return not (is_noun and (second[:5] in title or _says_which(third)))


def _says_which(following: str) -> bool:
    return following in _FOLLOWS or following[:1].isupper()


def _names(words: str) -> list[str]:
    found = (name.removesuffix("’s").removesuffix("'s") for name in _CAPITAL.findall(words))
    return [name for name in found if name.casefold() not in NOT_NAMES]


def has_bare_surname(fact: Fact, evidence: ArticleEvidence) -> bool:
    """Somebody is called by one name only, and neither stem nor headline has the whole one."""
    title, text = evidence.article.title, evidence.article.text
    for name in _lone_names(unquoted(fact.stem)):
        is_known = name.casefold() in NOT_NAMES | COUNTRIES or (
            stated(name, title) and not _is_introduced(name, text)
        )
        firsts = [one for one in _first_names(text).get(name, ()) if _is_first_name(one)]
        if not is_known and firsts and not any(stated(first, fact.stem) for first in firsts):
            return True
        full = evidence.people.full(name) or ""
        if full.split()[:1] == [name] and not stated(full, fact.stem) and not stated(name, title):
            return True
    return False


def _lone_names(words: str) -> Iterator[str]:
    """The capitalised words that stand alone: "Bell", but not "Anna Bell"."""
    parts = words.split()
    for before, word, after in zip(["", *parts], parts, [*parts[1:], ""], strict=False):
        plain = word.strip("“”\"'‘’(),.;:").removesuffix("’s").removesuffix("'s").rstrip("’'")
        in_run = (before[:1].isupper() and before[-1:] not in ",.;:") or after[:1].isupper()
        if _CAPITAL.fullmatch(plain) and not (in_run and before.rstrip(".") not in _MR):
            yield plain


@lru_cache(maxsize=REMEMBERED)
def _first_names(text: str) -> Mapping[str, frozenset[str]]:
    """The capitalised words before each other one, but for those that open a sentence."""
    found: dict[str, set[str]] = {}
    for pair in _TWO_NAMES.finditer(text):
        found.setdefault(pair[2], set()).add(pair[1])
    return {last: frozenset(firsts) for last, firsts in found.items()}


def _is_introduced(name: str, text: str) -> bool:
    """Whether a text tells who somebody is, outside politics: readers need it, as players do."""
    whole = rf"[A-Z][\w’'-]*[a-z] (?:[A-Z]\. )?{re.escape(name)}\b"
    title = re.search(rf"\b([a-z]+) {whole}", text)
    is_of_note = title is not None and CALLINGS.get(title[1], "office") != "office"
    return (
        is_of_note or re.search(rf"\b{whole}, (?:an?|the|who|whose|head|chief)\b", text) is not None
    )


def _is_first_name(word: str) -> bool:
    no_name = NOT_NAMES | TITLES | ORGANISATION | COUNTRIES
    return word.casefold() not in no_name and not NATIONAL.fullmatch(word)


def has_unexplained_letters(fact: Fact, evidence: ArticleEvidence) -> bool:
    """It has initials that the report explains elsewhere, since not everybody knows them."""
    title, text = evidence.article.title, evidence.article.text
    for letters in re.findall(r"\b[A-Z]{3,6}\b", unquoted(fact.stem)):
        whole = r"\s(?:(?:of|for|the|and|on)\s)*".join(rf"{letter}\w+" for letter in letters)
        explained = re.search(rf"\b{whole}|\({letters}\)", text)
        if explained and not stated(letters, title) and not re.search(whole, fact.stem):
            return True
    return False


def may_speak_of_another(fact: Fact, evidence: ArticleEvidence) -> bool:
    """It says "he" or "she" after somebody else was named, who may be the one that is meant."""
    outside = unquoted(fact.stem)
    personal = _PERSONAL.search(outside)
    if personal is None:
        return False
    after = evidence.after(fact)
    found = _PERSONAL.search(after)
    before = after[: found.start()] if found else after
    return any(
        full != fact.answer and not full.endswith(fact.answer)
        for full in map(evidence.people.full, _names(before))
        if full
    )
