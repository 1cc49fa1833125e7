"""Gates on quantities: a blank asks for a fact, not for a code, a part of a list or a guess."""

import re
from decimal import Decimal
from itertools import combinations

from bot.language.english.lexicon import MONTH, WEEKDAY
from bot.language.english.references import stated
from bot.language.english.units import DURATIONS, ORDINALS
from bot.language.numbers import Quantity, quantities
from bot.language.numerals import SMALL_NUMBER
from bot.quiz.facts import Fact
from bot.quiz.gates.article_evidence import ArticleEvidence

SMALLEST = 3
"""Counts below it are told by grammar, or leave too few believable options."""
MOST_NUMBERS = 4
"""A sentence with more is a table in words."""

MOST_SHARES = 2
"""Other numbers beside a percentage, which is a part of the same whole."""

_LIMIT = re.compile(
    r"\b(?:a (?:minimum|maximum) of|minimum|maximum|no (?:more|fewer|less) than|as (?:few|low|"
    r"late|early) as|"
    r"within|every|per|each|between|from|another|an additional|an extra|a further|additional|"
    r"some of the|"
    r"of the|all|(?:the |his |her |its |their )?(?:first|last|next|past|other|top|final|"
    r"remaining|previous))"
    r"\s+(?:(?:the|a|an|his|her|its|their)\s+)?$",
    re.IGNORECASE,
)
_KNOWN = re.compile(r"\b(?:the|these|those|his|her|its|their|all)\s+$", re.IGNORECASE)
_RANGE_AFTER = re.compile(
    rf"\s*(?:-|–|—|to|or|and|out of|in|of the)\s+(?:[$£€]?\d|{SMALL_NUMBER}\b)"
)  # "two or three", "two out of 10"
_RANGE_BEFORE = re.compile(
    rf"(?:\d|\b{SMALL_NUMBER})(?: (?:percent|per cent|million|billion))?%?\s*"
    r"(?:-|–|—|to|or|and|out of|in|of|by|x|×)\s+$"
)
_COMPOUND_BEFORE = re.compile(
    rf"(?:\d|\b{SMALL_NUMBER})"
    r"(?: (?:hours?|minutes?|years?|months?|weeks?|days?|feet|foot|pounds?|degrees?),?(?: "
    r"and)?)?\s+$",
    re.IGNORECASE,
)
_CODE_BEFORE = re.compile(
    r"(?:\b(?:[Nn]o|[Nn]os|[Nn]umber|[Cc]hapter|[Aa]rticle|[Ss]ection|[Pp]age|[Pp]art|[Rr]oute|"
    r"[Hh]ighway|[Ii]nterstate|"
    r"[Ff]light|[Rr]oom|[Gg]ate|[Cc]hannel|[Gg]roup of|[Rr]esolution|[Vv]ersion|[Ll]evel|"
    r"[Cc]lass|[Gg]rade|[Pp]hase|[Tt]ype|"
    r"[Ss]eason|[Ee]pisode|[Dd]ivision|[Zz]one|[Tt]ask|[Ss]tage|[Cc]ategory|[Mm]ark|[Mm]odel|"
    r"[Pp]oint|[Ss]core|"
    r"[Mm]agnitude|UNSC)\.?|[#№/-])\s*$"
)
_CAPITAL_BEFORE = re.compile(
    r"\b(?!(?:The|A|An|In|On|At|By|For|With|About|Some|And|But|After|Since|Of|To|From|Nearly|"
    r"Around|When)\b)[A-Z][\w’'.-]*\s+$"
)
_EVENT_AFTER = re.compile(
    r"\s+(?:freestyle|butterfly|backstroke|breaststroke|medley|sprint|hurdles|dash|relay|event|race|"
    r"final|record|time trial|steeplechase|gold|silver|bronze|medal|title|crown|champion|win|"
    r"victory|winner|runner|heats?)\b"
)
_COMPARED_BEFORE = re.compile(
    r"(?:% to|\b(?:up|down|rise|rising|rose|fell|fall|falling|drop|increase|dropped|grew) from|"
    r"\b(?:\w+er|more|less)\b[^,.;]{0,20} than|"
    r"\bcompared (?:with|to)|\bversus|\b(?:percent|per cent|points) to)\s+"
    r"(?:[\w’'-]+\s+){0,2}$"
)
_COMPARED_AFTER = re.compile(r"[^.;]{0,25}?\b(?:(?:up|down) from|compared (?:with|to)|versus)\b")
_POLLED = re.compile(
    r"(?:[A-Z]\w+, )?_+ (?:said|thought|believed|felt|backed|agreed|disagreed|wanted|would|were|"
    r"supported|opposed|preferred|chose)\b"
)
_RANKED = re.compile(
    rf"\b(?:{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))\s+[\w-]+\s+(?:in|of|out of)\s+"
    r"(?:the\s+|their\s+|its\s+|his\s+|her\s+)?$"
)  # an eighth defeat in 11 games
_BRAND_AFTER = re.compile(
    rf"\s+(?!{WEEKDAY}|{MONTH}|North|South|East|West)[a-z]*[A-Z]"
)  # a 60GB iPod
_CLOCK_AFTER = re.compile(
    r"\s*(?:[ap]\.?m\b|o[’']clock|hours?\b|noon|midnight|GMT|UTC|BST|CET|local time|[A-Z]{3,4}\b)"
)
_ARTICLE_BEFORE = re.compile(r"\ban?\s+$", re.IGNORECASE)
_COMMON = frozenset(
    "percent:100 percent:50 duration:hour:24 duration:hour:48 duration:day:7 duration:day:365 "
    "duration:month:12 "
    "duration:minute:60 duration:day:30 duration:year:10 duration:year:100 measure:degree:360 "
    "percent:0 percent:110".split()
)
_AGED = re.compile(r"\baged?\s+$")


def is_one_or_two(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The number is so small that grammar or sense gives it away."""
    return _value(fact) < SMALLEST


def counts_nothing(fact: Fact, _ground: ArticleEvidence) -> bool:
    """A bare number, of which the passage does not say plainly what it counts."""
    return _kind(fact) == "count" and fact.value.count(":") < 2  # noqa: PLR2004 - kind, noun and value


def is_part_of_a_date(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The number is the day of a date or the year of one."""
    before = re.search(rf"\b{MONTH}\s+$", evidence.before(fact))
    return bool(before or re.match(rf"(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}", evidence.after(fact)))


def is_a_code(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The number names something: a flight, a law, a model, a street, a time of day."""
    before, after = evidence.before(fact), evidence.after(fact)
    if _kind(fact) in ("money", "percent"):
        return False
    # "The 60m hurdles" may have been read as sixty million of them.
    is_read_wrong = _kind(fact) == "count" and re.fullmatch(r"[\d,.]+m", fact.answer) is not None
    if is_read_wrong or (_kind(fact) == "measure" and _is_a_kind(before, after)):
        return True
    if _CODE_BEFORE.search(before) or _CLOCK_AFTER.match(after):
        return True
    if _CAPITAL_BEFORE.search(before) and not fact.answer.isalpha() and _kind(fact) == "count":
        return True
    return re.match(r"[\s-]+(?:[A-Z][a-z]*\d|[A-Z][\w.’'-]*[,.]?\s+\d)", after) is not None


def _is_a_kind(before: str, after: str) -> bool:
    """Whether a measure names a race or a device: "won silver in the 100m", "a 60GB iPod"."""
    if _EVENT_AFTER.match(after) or _BRAND_AFTER.match(after):
        return True
    is_bare = re.match(r"\s*(?:$|[.,;:)]|(?:and|at|in|for|but|with)\b)", after) is not None
    return is_bare and re.search(r"\b(?:the|a|an|[A-Z][\w]*[’']s?)\s+$", before) is not None


def is_glued(fact: Fact, evidence: ArticleEvidence) -> bool:
    """A hyphen, a sign or a unit hangs on the blank."""
    before, after = evidence.before(fact), evidence.after(fact)
    return bool(
        re.search(r"[\w$£€/.+~<>=–—-]$", before)
        or re.match(r"[\w%°/+–—-]|’s|'s|\s?[½¼¾°%]|\s+plus\b", after)
    )


def is_hyphenated(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The quantity is the first part of a compound: "two-day talks"."""
    describes = re.match(r"[\s-]+[A-Za-z]", evidence.after(fact)) is not None
    return describes and "-" in fact.answer and _kind(fact) in ("duration", "measure", "money")


def is_an_adjective(fact: Fact, _ground: ArticleEvidence) -> bool:
    """A unit is one where the number is not, for it describes a noun: "a thirty minute show"."""
    unit = fact.answer.split()[-1]
    return _kind(fact) in ("duration", "measure") and unit in DURATIONS and _value(fact) != 1


def follows_an_article(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The article before the blank tells how the answer begins, unless a currency sign does."""
    is_told = not re.match(r"(?:US)?[$£€](?!8|1[18])", fact.answer)
    return is_told and _ARTICLE_BEFORE.search(evidence.before(fact)) is not None


def is_a_limit(fact: Fact, evidence: ArticleEvidence) -> bool:
    """Words before it make it a part or a rate: "the next three", "every five"."""
    return _LIMIT.search(evidence.before(fact)) is not None


def is_told_as_known(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The things counted were told of before: "the four makers", "their 20 sources"."""
    return _kind(fact) == "count" and _KNOWN.search(evidence.before(fact)) is not None


def is_half_a_range(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The number is one end of a range, or a part of a ratio."""
    before, after = evidence.before(fact), evidence.after(fact)
    return bool(
        _RANGE_AFTER.match(after) or _RANGE_BEFORE.search(before) or _COMPOUND_BEFORE.search(before)
    )


def is_converted(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The same quantity stands beside it in another unit."""
    before, after = evidence.before(fact), evidence.after(fact)
    return bool(
        re.match(r"[^.;]{0,20}?[(\[][^)\]]*\d|\s*[(\[]", after)
        or re.search(r"\d[^.;]{0,20}[(\[][^)\]]*$", before)
        or re.search(r"\(\s*$", before)
        or re.search(r"\bequivalent\b", before + after)
    )


def is_a_sum(fact: Fact, evidence: ArticleEvidence) -> bool:
    """Other numbers of the passage add up to it, or leave it when they are taken away."""
    value, others = _value(fact), _others(fact, evidence)
    ranks = [one.value for one in _ranks(evidence.article.text, fact)]
    if any(abs(value - rank) <= 1 for rank in ranks):  # the fourth after three others
        return True
    pairs = [(a, b) for a, b in combinations(others, 2)]
    if any(value in (a + b, abs(a - b)) for a, b in pairs) or value in others:
        return True
    return _kind(fact) == "percent" and any(value + other == 100 for other in others)  # noqa: PLR2004 - a whole


def is_converted_money(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The sentence has the sum in another currency too: "two million pounds, or $2.5 million"."""
    if _kind(fact) != "money":
        return False
    text = evidence.article.text
    currency = fact.value.split(":")[1]
    return any(
        one.kind == "money" and one.unit != currency
        for one in quantities(text, fact.quote_start, fact.quote_end)
    )


def is_of_an_unnamed_poll(fact: Fact, _ground: ArticleEvidence) -> bool:
    """A share of people is all that is asked, and who asked them is not told: "32% said"."""
    return _kind(fact) == "percent" and _POLLED.match(fact.stem) is not None


def is_compared(fact: Fact, evidence: ArticleEvidence) -> bool:
    """Another number of the sentence tells about where it lies: "4.3%, up from 4.2%"."""
    if not _others(fact, evidence):
        return False
    before, after = evidence.before(fact), evidence.after(fact)
    return bool(
        _COMPARED_BEFORE.search(before) or _COMPARED_AFTER.match(after) or _RANKED.search(before)
    )


def is_in_a_list(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The sentence has so many numbers that it is a table."""
    most = MOST_SHARES if _kind(fact) == "percent" else MOST_NUMBERS
    return len(_others(fact, evidence)) >= most


def is_common_knowledge(fact: Fact, _ground: ArticleEvidence) -> bool:
    """Everybody can say it: 24 hours, 100 percent."""
    return fact.value in _COMMON


def is_an_age(fact: Fact, evidence: ArticleEvidence) -> bool:
    """It tells how old somebody is."""
    return bool(
        _kind(fact) == "age"
        or _AGED.search(evidence.before(fact))
        or (
            re.search(r"[A-Z]\w+,\s+$", evidence.before(fact))
            and re.match(r",", evidence.after(fact))
        )
    )


def is_since_what_is_not_told(fact: Fact, evidence: ArticleEvidence) -> bool:
    """It says "Three days before": before something in a sentence that is not shown."""
    after = re.match(
        r"\s+(?:ago|earlier|later|before(?=\W*$|[,.;])|previously|prior)\b", evidence.after(fact)
    )
    return _kind(fact) == "duration" and after is not None


def is_in_the_headline(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The headline, which is shown, has the value."""
    title = evidence.article.title
    return _value(fact) in _values(title, 0, len(title)) or stated(fact.answer, title)


def is_in_the_stem(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The stem has the value a second time."""
    return _value(fact) in _values(fact.stem, 0, len(fact.stem)) or stated(fact.answer, fact.stem)


def _kind(fact: Fact) -> str:
    return fact.value.partition(":")[0]


def _value(fact: Fact) -> Decimal:
    return Decimal(fact.value.rpartition(":")[2])


def _others(fact: Fact, evidence: ArticleEvidence) -> list[Decimal]:
    text = evidence.article.text
    before = _values(text, fact.quote_start, fact.start)
    return [*before, *_values(text, fact.end, fact.quote_end)]


def _ranks(text: str, fact: Fact) -> list[Quantity]:
    found = quantities(text, fact.quote_start, fact.quote_end)
    return [one for one in found if one.kind == "ordinal"]


def _values(text: str, start: int, end: int) -> list[Decimal]:
    """What the quantities between two offsets come to, both ends of a range."""
    return [
        value
        for one in quantities(text, start, end)
        for value in (one.value, one.upper)
        if value is not None
    ]
