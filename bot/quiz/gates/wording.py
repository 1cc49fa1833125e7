"""Gates on the words of a question: it must stand alone and read well.

Each is true of a fact that it turns away, and its name is the reason that is kept.
"""

import re

from bot.language.english.lexicon import NOT_NAMES, SHORT_TITLE, WEEKDAY
from bot.quiz.facts import PEOPLE, Fact
from bot.quiz.gates.article_evidence import ArticleEvidence, stated, unquoted

FEWEST_WORDS = {"when": 6, "how_many": 6, "who_stated": 6}
"""Words from which on a stem of a kind tells enough; a sentence with a blank needs FEWEST."""
FEWEST = 7
TOLD_BY_QUOTE = 4
"""Quoted words from which on a stem is known by them."""
MOST = 28
"""Words of a stem at most: a longer one is hard to play."""

_DANGLING = re.compile(
    r"(?:he|she|they|it|his|her|their|its|this|that|these|those|such|but|and|or|so|yet|also|"
    r"however|"
    r"meanwhile|there|then|thus|therefore|another|others?|the (?:same|other|next|following|"
    r"latter|former|"
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
_REPORTED = re.compile(
    r"\b(?:said|says|reported|reports|added|claimed|claims|stated|announced|that|did|who did|"
    r"confirmed) (?:it|they|this|so)\b"
)
_DAY_OF_WEEK = re.compile(
    rf"\b{WEEKDAY}s?\b|\b(?:last|next|this) (?:year|month|week|spring|summer|autumn|fall|winter"
    r"|season)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us|you|You|your|Your|I’m|I'm)\b")
_PERSONAL = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
_PLURAL = re.compile(r"\b(?:they|them|their|theirs|themselves|it|its|itself)\b", re.IGNORECASE)
_POINTING = re.compile(
    r"\b(?:these|those|such(?! as\b)|this|the (?:same|latter|former|other|pair|duo|trio|two|"
    r"three|four|move|above))\b(?!-| (?:year|month|week))",
    re.IGNORECASE,
)
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
_CAPITAL = re.compile(r"\b[A-Z][\w.’'-]*[a-z]")
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
_DEFINITE = re.compile(r"\b[Tt]he ([a-z][\w-]*)(?: ([\w’'-]+))?(?: ([\w’'-]+))?")
_VERB = re.compile(
    r"(?:was|were|is|are|has|have|had|will|did|said|came|went|took|left|made|became|began|saw|got|gave|"
    r"found|told|held|lost|won|met|fell|rose|ran|led|sent|hit|kept|brought|built|bought|put|set|cut|"
    r"struck|broke|\w+ed|\w+s)$"
)
_KNOWN_TO_ALL = frozenset(
    "government president world country public economy police media internet web sun moon earth "
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


def has_open_person(fact: Fact, _ground: ArticleEvidence) -> bool:
    """A word such as "he" or "her" stands before any name that it could stand for."""
    outside = unquoted(fact.stem)
    personal = _PERSONAL.search(outside)
    return personal is not None and not _names(outside[: personal.start()])


def has_open_thing(fact: Fact, _ground: ArticleEvidence) -> bool:
    """A word such as "it" or "their" stands before anything that it could stand for."""
    outside = unquoted(fact.stem)
    plural = _PLURAL.search(outside)
    early = plural is not None and len(outside[: plural.start()].split()) < 3  # noqa: PLR2004 - a noun with its verb
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
    if any(stated(name, title) for name in _names(outside)):
        return False
    return any(_is_bare(found, outside, title.casefold()) for found in _DEFINITE.finditer(outside))


def _without_pair(words: str, title: str) -> str:
    """The words without "the two countries", when the headline names two."""
    return _THE_TWO.sub("", words) if _PAIR.search(title) else words


def _is_bare(found: re.Match[str], outside: str, title: str) -> bool:
    before = outside[: found.start()].casefold()
    noun, second, third = (word or "" for word in found.groups())
    if noun in _KNOWN_TO_ALL or noun[:5] in title or noun[:5] in before or _says_which(second):
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
    outside, title = unquoted(fact.stem), evidence.article.title
    for name in _names(outside):
        full = evidence.people.full(name) or ""
        parts = [part for part in full.split() if stated(part, outside)]
        if len(parts) == 1 and full != name and not stated(name, title):
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
