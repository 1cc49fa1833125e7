"""Gates on the words of a question: it must stand alone and read well.

Each is true of a fact that it turns away, and its name is the reason that is kept.
"""

import re

from bot.language.english.lexicon import (
    SHORT_TITLE,
    WEEKDAY,
)
from bot.language.english.references import unquoted
from bot.quiz.facts import Fact
from bot.quiz.gates.article_evidence import ArticleEvidence

FEWEST_WORDS = {"when": 6, "how_many": 6, "who_stated": 10}
"""Words from which on a stem of a kind tells enough; a sentence with a blank needs FEWEST."""
FEWEST = 7
MOST = 28
"""Words of a stem at most: a longer one is hard to play."""

_RELATIVE_DAY = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening|week|"
    r"weekend|month)|"
    r"so far|right now|currently|at present|recently|lately|(?:days?|weeks?|months?|years?|hours?|"
    r"minutes?|decades?) (?:ago|earlier|later|before)|earlier (?:today|this|that)|later (?:today|"
    r"this|that)|"
    r"the (?:previous|next|following|same|past|coming) (?:day|night|week|month|year|morning|"
    r"season)|"
    r"(?:the|that) (?:day|time|year) (?:before|after)|to date|up to now|until now|upcoming|as of "
    r"now|afterwards|(?:shortly|soon) (?:after|before)(?=[,.;]))\b",
    re.IGNORECASE,
)
_CUT = re.compile(rf"\b(?:{SHORT_TITLE}|St|Ave|No|vs|ID|[A-Z])\.$")
_DAY_OF_WEEK = re.compile(
    rf"\b{WEEKDAY}s?\b|\b(?:last|next|this) (?:year|month|week|spring|summer|autumn|fall|winter"
    r"|season)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us|you|You|your|Your|I’m|I'm)\b")
_FURNITURE = re.compile(
    r"https?:|www\.|coupon|promo code|\boffers? the (?:latest|new) \w+ (?:for|at) [$£€]|"
    r"\bcheckout\b|\boff (?:select|retail|the (?:list|regular) price)|\bon sale (?:for|at) [$£€]|"
    r"\bdiscount (?:codes?|coupons?)\b|pre-?order|\bMSRP\b|\(\d+-\d+\)|@|subscribe|newsletter|"
    r"getty images|read more|click here|photo(?:graph)? by|\bimage:|\bsource:|"
    r"(?-i:\bvia [A-Z])|#\w|=\w|\||\bGMT\b|\bUTC\b|\[\W|\.\.\.|…|"
    r"(?-i:\b[A-Z]{3,}\w*\d+\b)|(?-i:\.[A-Z]{3,})",
    re.IGNORECASE,
)
"""What is an advertisement, a credit or a scrap of markup: "via Reuters", "photo by"."""


def is_no_sentence(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The passage is a heading, a list entry, or cut off."""
    passage = evidence.passage(fact)
    is_cut = _CUT.search(passage) is not None
    return (
        is_cut or not re.match(r"[\"“‘']?[A-Z\d$£€]", passage) or not re.search(r"[.!]$", passage)
    )


def is_a_quotation(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The sentence is somebody's own words, or the blank stands inside them."""
    before = evidence.before(fact)
    opened = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return opened or evidence.passage(fact)[:1] in "“\"‘'"


def has_unbalanced_marks(fact: Fact, _ground: ArticleEvidence) -> bool:
    """A bracket or quotation mark of the stem has no partner."""
    stem = fact.stem
    pairs = stem.count("“") != stem.count("”") or stem.count("(") != stem.count(")")
    return pairs or stem.count('"') % 2 == 1 or stem.count("[") != stem.count("]")


def is_too_short_or_long(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The stem has too few or too many words."""
    return not FEWEST_WORDS.get(fact.kind, FEWEST) <= len(fact.stem.split()) <= MOST


def tells_relative_day(fact: Fact, evidence: ArticleEvidence) -> bool:
    """It says "yesterday", or "Thursday" in a report whose day is not known."""
    outside = unquoted(fact.stem)
    relative = _RELATIVE_DAY.search(outside) is not None
    return relative or (evidence.day is None and _DAY_OF_WEEK.search(outside) is not None)


def speaks_of_itself(fact: Fact, _ground: ArticleEvidence) -> bool:
    """Words such as "I", "we" or "you" stand outside a quotation."""
    return _FIRST_PERSON.search(unquoted(fact.stem)) is not None


def is_furniture(fact: Fact, _ground: ArticleEvidence) -> bool:
    """It has the marks of captions, codes, links or advertising."""
    return _FURNITURE.search(fact.stem) is not None


def is_sensitive(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The operator's list bars the passage, or the headline that stands before it."""
    words = (evidence.passage(fact), evidence.article.title)
    return any(map(evidence.sensitive.bars_sentence, words))


def is_hypothetical(fact: Fact, evidence: ArticleEvidence) -> bool:
    """It tells what may be, not what is: plans, guesses, denials and conditions."""
    return _UNSURE.search(unquoted(evidence.passage(fact))) is not None


_UNSURE = re.compile(
    r"\b(?:would|could|might|may(?! \d)|if|whether|rumou?r\w*|alleged\w*|reportedly|apparently|"
    r"supposed\w*|likely|unlikely|not|n’t|n't|never|no longer|denied|denies|possibly|perhaps|"
    r"probably|"
    r"unconfirmed|suspected|preliminary|unclear)\b|n[’']t\b",
    re.IGNORECASE,
)
