"""Gates on the words of a quotation: who reads it beside the headline knows what it is about."""

import re

from bot.quiz.facts import Fact
from bot.quiz.gates.article_evidence import ArticleEvidence, names_in, shares_a_word

TELLING = 3
"""Long words from which on a quotation is known by them: "Doubling our industry is no rocket"."""

_LONG = re.compile(r"[^\W\d_]{6,}")
_LINK = re.compile(
    r"(?:And|But|However|Or|So|Because|Which|That|This|These|Those|It|It['’]s|They|They['’]re|He|He['’]s|"
    r"She|She['’]s|Both of)\b"
)
_POINTING = re.compile(
    r"\b(?:this|these|those|such|(?:of|on|in|for|with|at|about) that)\s+(?!(?:is|was|are|were|will|"
    r"would|has|had|can|could|means|makes|made|the|a|an|we|they|he|she|it|you|year|week|month|time|"
    r"day|country|world|morning|summer|season|kind|sort|way|who|which)\b)[a-z]{3,}",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d")


def opens_mid_talk(fact: Fact, _ground: ArticleEvidence) -> bool:
    """It begins with "And", "It" or another word that leans on what was said before."""
    return _LINK.match(fact.stem) is not None


def speaks_of_somebody_unnamed(fact: Fact, _ground: ArticleEvidence) -> bool:
    """It says "he" or "she" before it names anybody."""
    found = _PERSONAL.search(fact.stem)
    return found is not None and not names_in(fact.stem[: found.start()])


def speaks_of_what_is_not_shown(fact: Fact, _ground: ArticleEvidence) -> bool:
    """It says "this project" or "that number"."""
    return _POINTING.search(fact.stem) is not None


def is_about_nothing(fact: Fact, evidence: ArticleEvidence) -> bool:
    """It is short and has no name, no number and no word of the headline: "It is awkward"."""
    if len(_LONG.findall(fact.stem)) >= TELLING or _NUMBER.search(fact.stem):
        return False
    return not names_in(fact.stem) and not _is_of_the_headline(fact, evidence)


def _is_of_the_headline(fact: Fact, evidence: ArticleEvidence) -> bool:
    return shares_a_word(fact.stem, evidence.article.title)
