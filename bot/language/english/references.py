"""Words that refer to what is not said beside them: "he", "the ruling", "Bell". English.

`outside` are words without what stands in quotation marks: whoever is quoted says "I" and "they" of
whom they please.
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


def unquoted(words: str) -> str:
    """The words without what stands between quotation marks."""
    return re.sub(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)", " ", words)


def stated(words: str, within: str) -> bool:
    """Whether words stand within others as they are, whatever their case, not inside a number."""
    sought = rf"(?<![\w.,$£€]){re.escape(words.casefold())}(?!\w|[.,]\d)"
    return bool(words) and re.search(sought, within.casefold()) is not None


def opens_with_a_link(words: str) -> bool:
    """Whether words begin with one that leans on what stood before them."""
    return _DANGLING.match(words.lstrip("“\"'‘* -•")) is not None


def has_open_person(outside: str) -> bool:
    """Whether a word such as "he" stands before any person that it could stand for."""
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
        for name in names(before)
    )


def person_word(words: str) -> re.Match[str] | None:
    """The first word such as "he" or "her"."""
    return _PERSONAL.search(words)


def compares_with_others(outside: str) -> bool:
    """Whether words go on from what was told of another: "was close behind", "also"."""
    return _COMPARING.search(outside) is not None or _SUPERLATIVE.match(outside) is not None


def has_open_thing(outside: str) -> bool:
    """Whether a word such as "it" stands before anything that it could stand for."""
    plural = _PLURAL.search(outside)
    before = outside[: plural.start()] if plural is not None else ""
    return plural is not None and (
        len(before.split()) < 3  # noqa: PLR2004 - a noun with its verb
        or not (names(before) or re.search(r"\b(?:the|an?|[a-z]+s) [a-z]", before, re.IGNORECASE))
    )


def reports_of_somebody(outside: str) -> bool:
    """Whether it is told that "it" or "they" said or did something."""
    return _REPORTED.search(outside) is not None


def points_back(outside: str) -> bool:
    """Whether words such as "the two" or "that year" point to what was said before."""
    return bool(_POINTING.search(outside) or _THAT.search(outside))


def without_pair(words: str, title: str) -> str:
    """The words without "the two countries", when a headline names two."""
    return _THE_TWO.sub("", words) if _PAIR.search(title) else words


def opens_with_a_known_pair(words: str, title: str) -> bool:
    """Whether words open with "the two countries", and a headline names them."""
    return bool(_PAIR.search(title) and _THE_TWO.match(words))


def bare_definites(outside: str, title: str) -> list[int]:
    """Where things are called "the ..." as if they were known, and nothing tells which they are."""
    found = _DEFINITE.finditer(outside)
    return [one.start() for one in found if _is_bare(one, outside, title.casefold())]


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


def names(words: str) -> list[str]:
    """The capitalised words that may be names, without the genitive's ending."""
    found = (name.removesuffix("’s").removesuffix("'s") for name in _CAPITAL.findall(words))
    return [name for name in found if name.casefold() not in NOT_NAMES]


def bare_surnames(words: str, title: str, text: str) -> Iterator[str]:
    """The names that stand alone in words, whose whole form a text has and the headline has not."""
    for name in lone_names(unquoted(words)):
        is_known = name.casefold() in NOT_NAMES | COUNTRIES or (
            stated(name, title) and not _is_introduced(name, text)
        )
        firsts = [one for one in _first_names(text).get(name, ()) if _is_first_name(one)]
        if not is_known and firsts and not any(stated(first, words) for first in firsts):
            yield name


def lone_names(words: str) -> Iterator[str]:
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


def unexplained_letters(outside: str, words: str, title: str, text: str) -> bool:
    """Whether initials are used that a text explains elsewhere, since not everybody knows them."""
    for letters in re.findall(r"\b[A-Z]{3,6}\b", outside):
        whole = r"\s(?:(?:of|for|the|and|on)\s)*".join(rf"{letter}\w+" for letter in letters)
        explained = re.search(rf"\b{whole}|\({letters}\)", text)
        if explained and not stated(letters, title) and not re.search(whole, words):
            return True
    return False
