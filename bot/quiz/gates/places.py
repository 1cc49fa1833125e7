"""Gates on places: the sentence turns on one, and nothing that is shown tells which. English."""

import re

from bot.language.english.countries import COUNTRY_GAZETTEER, Place, is_written
from bot.language.english.us_states import STATE_GAZETTEER
from bot.quiz.extraction.measures import BLANK
from bot.quiz.extraction.places import GAZETTEERS, is_surely
from bot.quiz.extraction.shortening import is_verb
from bot.quiz.facts import Fact
from bot.quiz.gates.article_evidence import ArticleEvidence

MOST_PLACES = 3
"""Places of a sentence; one with more is a list, in which any of them would fit."""

HOMES = frozenset(["US", "UK"])

_NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z]\b|\b[A-Z]{2,}\b")
_NAME_OF = re.compile(r"\b[A-Z][\w’'.-]*\sof\s(?:the\s)?$")  # "Bank of ", "Anna Bell of "
_SERIES = re.compile(r",? (?:and|or|v|vs|versus) (?:the )?[A-Z]|,(?: the)? [A-Z]\w+(?:,| and| or)")
_DESCRIBED = re.compile(
    r"The (?:(?P<age>\d+-year-old)|(?P<word>[A-Z]\w+) (?P<following>[a-z][\w-]*))"
)
_GAME = re.compile(
    r"\b\d{1,3}-\d{1,3}\b|\b(?:match|friendly|final|semi-final|quarter-final|goals?|try|tries|"
    r"wicket|innings|penalty|qualifier|Tests?|cup|Cup|side|squad|team|coach|"
    r"defeat(?:ed)? (?:by|against)|victory (?:over|against)|win (?:over|against)|beat|beaten)\b"
)  # a 3-0 defeat by Norway
_ELSEWHERE = re.compile(r"\b(?:outside|except|beyond|besides|than|not in|without)\s+(?:the\s+)?$")
_BETWEEN = (
    r"(?:[’']s)?\s+(?:(?!(?:and|or|said|says|has|had|have|is|was|were|that|in|to|for|with|"
    r"by|on|at|from|as|will|after|against|over)\b)[\w’'-]+\s+){0,4}"
)


def is_part_of_a_name(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The place belongs to a name before it: "Bank of England", "Anna Bell of Norway"."""
    return _NAME_OF.search(evidence.before(fact)) is not None


def is_one_of_several(fact: Fact, evidence: ArticleEvidence) -> bool:
    """It stands in a series, or the sentence names so many places that it is about none."""
    gazetteer = GAZETTEERS[fact.kind]
    named = gazetteer.mentions(evidence.article.text, fact.quote_start, fact.quote_end)
    several = len({one.place.name for one in named}) > MOST_PLACES
    return several or _SERIES.match(evidence.after(fact)) is not None


def is_told_by_a_sign(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The question or the headline has a city, a people or an institution of the place."""
    shown = f"{fact.stem} {evidence.article.title}"
    return shows_a_sign(_place(fact), shown)


def shows_a_sign(place: Place, shown: str) -> bool:
    """Whether words tell somebody which place is meant."""
    initials = "".join(word[0] for word in place.name.split())
    home = _named("UK").words if place.name in ("England", "Scotland", "Wales") else ()
    states = STATE_GAZETTEER.mentions(shown, 0, len(shown)) if place.name == "US" else ()
    is_short = len(initials) > 1 and re.search(rf"\b{initials}\b", shown) is not None
    words = (*place.words, *home)
    return is_short or any(is_written(word, shown) for word in words) or any(states)


def is_told_by_a_name(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The question or the headline has a name that the report ties to the place."""
    place = _place(fact)
    ways = "|".join(map(re.escape, (*place.names, *place.adjectives)))
    shown = f"{fact.stem.replace(BLANK, ' ')} . {evidence.article.title}"
    others = {found for found in _NAME.findall(shown) if found not in place.words}
    text = evidence.article.text
    for name in map(re.escape, sorted(others)):
        before = rf"(?<![\w-])(?:{ways}){_BETWEEN}{name}\b"
        behind = rf"\b{name}\b(?:,| in| of| from)(?: the)? (?:{ways})(?![\w-])"
        if re.search(before, text) or re.search(behind, text):
            return True
    return False


def is_not_surely_the_place(fact: Fact, evidence: ArticleEvidence) -> bool:
    """A person, a thing or another place has the name too, and nothing says that it is this."""
    return not is_surely(_place(fact), evidence.article.text)


def is_in_the_stem_again(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The question asks of a place and speaks of another of the same name."""
    return fact.stem.count(BLANK) != 1


def is_a_team(fact: Fact, _ground: ArticleEvidence) -> bool:
    """A country plays, and which others might no gazetteer tells: Malta is no rival at rugby."""
    return _GAME.search(fact.stem) is not None


def is_true_of_others(fact: Fact, evidence: ArticleEvidence) -> bool:
    """It tells where something is not, which is so of most places: "sales outside the UK"."""
    return _ELSEWHERE.search(evidence.before(fact)) is not None


def is_at_home(fact: Fact, evidence: ArticleEvidence) -> bool:
    """Nothing but a home affair: the report names no other country than that of its readers."""
    text = evidence.article.text
    named = {one.place.name for one in COUNTRY_GAZETTEER.mentions(text, 0, len(text))}
    place = _place(fact).name
    return place in HOMES and named <= {place, "England", "Scotland", "Wales"}


def leans_on_a_description(fact: Fact, _ground: ArticleEvidence) -> bool:
    """It opens with somebody described before: "The 27-year-old winger", "The American has"."""
    found = _DESCRIBED.match(fact.stem)
    if found is None or found["age"]:
        return found is not None
    word, following = found["word"], found["following"]
    is_one = any(word in one.adjectives for one in COUNTRY_GAZETTEER.places)
    return "-" in following or (is_one and is_verb(following))


def _place(fact: Fact) -> Place:
    name = fact.value.partition(":")[2]
    return next(one for one in GAZETTEERS[fact.kind].places if one.name == name)


def _named(country: str) -> Place:
    return next(one for one in COUNTRY_GAZETTEER.places if one.name == country)
