"""Gates on numbers to be guessed: large enough that near and far differ. English."""

import re

from bot.language.english.countries import COUNTRY_GAZETTEER
from bot.quiz.extraction.measures import BLANK
from bot.quiz.extraction.shortening import is_verb
from bot.quiz.facts import Fact
from bot.quiz.gates.article_evidence import ArticleEvidence
from bot.quiz.wrong_values import bound

SMALLEST = 10
"""Numbers below it are guessed by everybody."""

MOST = 22
"""Words of a question."""

_GLUED = re.compile(rf"{BLANK}[-–\w]|[-–\w$£€]{BLANK}")
_BETWEEN = re.compile(rf"\b(?:between|from)\b[^,.;]*\b(?:and|to) {BLANK}")
_PART = re.compile(rf"(?:\b(?:half|third|quarter|fifth|tenth|cent|percent|most|some)|%) of {BLANK}")
_OPEN = re.compile(rf"\b[Tt]he [a-z]+ of {BLANK}")
_END_OF_PHRASE = re.compile(
    r"[.,;]|[’']s\s|\s(?:and|or|to|in|on|for|by|with|at|from|has|have|is|are|was|were|had|will|"
    r"would|could|can|after|as|when|who|which|that|but|while|since|because|said|says|before|"
    r"during|over|under|amid|until|where|than|by|into|against|may|might|must|should|did|through|"
    r"despite|following|if|about|without|towards?|a|an|the|its|this|last|next)\b"
)
_DESCRIBED = re.compile(
    r"The (?:(?P<age>\d+-year-old)|(?P<word>[A-Z]\w+) (?P<following>[a-z][\w-]*))"
)
_DOZEN = re.compile(
    r"\ba (?:hundred|thousand|million|billion)\b|"
    r"\b(?:dozens?|scores?|couple|hundreds|thousands|millions|billions)\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(
    rf"(?:’s|'s|\b(?:the|these|those|all|his|her|its|their|my|our|your|a|an|"
    rf"every|each|another|other|first|last|next))\s{BLANK}",
    re.IGNORECASE,
)


def is_small(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The number is so small that a guess is near it anyway."""
    return float(fact.value.rpartition(":")[2]) < SMALLEST


def cannot_be_asked(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The words "how many" cannot stand in its place: "the 33 miners", "half of 10 villages"."""
    after = fact.stem.partition(BLANK)[2]
    describes = fact.value.startswith("money:") and not _END_OF_PHRASE.match(after)
    return describes or any(one.search(fact.stem) for one in (_GLUED, _POSSESSIVE, _PART))


def is_all_that_tells(fact: Fact, _ground: ArticleEvidence) -> bool:
    """A thing is known by the number only: "the hamlet of _____ people"."""
    return _OPEN.search(fact.stem) is not None


def follows_another_clause(fact: Fact, _ground: ArticleEvidence) -> bool:
    """A whole clause stands before the one that asks: "The ferry sank and how many swam?"."""
    before = fact.stem.partition(BLANK)[0]
    *first, last = re.split(r",? (?:and|but) ", before)
    return bool(first) and any(map(is_verb, first[-1].split())) and any(map(is_verb, last.split()))


def is_half_of_two(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The other end of a range tells where the number lies: "between 250 and _____"."""
    return _BETWEEN.search(fact.stem) is not None


def is_bounded(fact: Fact, evidence: ArticleEvidence) -> bool:
    """Only a bound is told: nobody can be nearest to "more than 300"."""
    return bound(evidence.before(fact)) != 0


def is_vague(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The report gives no number: "a dozen", "a million", or one that may be metres: "200m"."""
    return _DOZEN.search(fact.answer) is not None or (
        fact.value.startswith("count:") and re.search(r"\dm$", fact.answer) is not None
    )


def is_long(fact: Fact, _ground: ArticleEvidence) -> bool:
    """It is longer than what people ask each other, which has 12 words and seldom 22."""
    return len(fact.stem.split()) > MOST


def leans_on_a_description(fact: Fact, _ground: ArticleEvidence) -> bool:
    """It opens with somebody described before: "The 27-year-old winger", "The American has"."""
    found = _DESCRIBED.match(fact.stem)
    if found is None or found["age"]:
        return found is not None
    word, following = found["word"], found["following"]
    is_one = any(word in one.adjectives for one in COUNTRY_GAZETTEER.places)
    return "-" in following or (is_one and is_verb(following))
