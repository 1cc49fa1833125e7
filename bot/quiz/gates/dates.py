"""Gates on dates: only a past one that the date of the report does not give away."""

import re

from bot.language.calendar import day_of, stated_dates
from bot.language.english.lexicon import MONTH, WEEKDAY
from bot.quiz.facts import Fact
from bot.quiz.gates.article_evidence import ArticleEvidence, known_day

NEAR = 3
"""Days before a report within which its own date tells the date of what it reports."""

_NAMED = re.compile(r"[\s-]+(?!(?:and|or)\b)(?:[A-Z][a-z]+|[a-z]+s?\b(?=\s+(?:of|in|on)\b))")
_ADJECTIVE = re.compile(
    r"\s+(?!(?:after|before|when|while|because|following|and|or|but|as|by|in|on|at|for|from|to|"
    r"of|with|that|until|under|during|over|against|about|than|is|was|were|are|had|has|have|by|"
    r"near|amid|despite|along|without|between|through|since|where|due|thanks|into|via|led|said|"
    r"but|after|will|would|did|killed|left|made|became|began|came|saw)\b)[a-z]+"
)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|plans?|planned|planning|schedul\w+|expect\w*|deadline|target\w*|"
    r"aim(?:s|ed|ing)?|"
    r"expires?|expiring|upcoming|set to|predict\w*|forecast\w*|project(?:s|ed|ing)|goals?|"
    r"hop(?:es|ed|ing)|"
    r"could|might|proposed)\b"
)
_DEADLINE = re.compile(
    r"\b(?:by|until|before|through|till|beyond|after|for)\s+(?:the (?:end|middle|beginning) "
    r"of\s+)?$"
)
_A_YEAR = re.compile(r"(?<![\d,.$£€])(?:1[89]|20)\d\d(?![\d,.]\d|\d)")  # also in "mid-2003"
_AGAINST = re.compile(
    r"\b(?:up|down|higher|lower|rise|fall|increase|drop|compared|than)\b[^,.;]{0,20}"
    r"\b(?:on|from|with|to|in|than)\s+$"
)
_HAPPENED = re.compile(
    r"\b(?:was|were|had|did|has|have|[a-z]{2,}ed|began|became|came|fell|fought|found|gave|got|"
    r"grew|held|hit|kept|"
    r"knew|launched|led|left|lost|made|met|paid|ran|rose|said|saw|sent|set|shot|sold|spoke|spent|"
    r"stood|struck|"
    r"swept|took|told|went|won|wrote|broke|brought|built|bought|chose|cut|drew|drove|flew|put|"
    r"read|threw)\b"
)


def is_not_past(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The date is of something planned or foretold, or lies after the report."""
    day, parts = known_day(evidence.article), _parts(fact)
    later = day is not None and bool(parts[0]) and int(parts[0]) > day.year
    return (
        later
        or not _HAPPENED.search(evidence.passage(fact))
        or bool(_FUTURE.search(evidence.passage(fact)) or _DEADLINE.search(evidence.before(fact)))
    )


def is_near_the_report(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The date of the report, which is shown, tells this one."""
    day, (year, month, of_month) = known_day(evidence.article), _parts(fact)
    if day is None:
        # Without a date of its own a report is of the last of the years that it names.
        years = {*_A_YEAR.findall(evidence.article.text)} - {year}
        return not year or (bool(years) and year > max(years))
    if not month:
        return int(year) >= day.year
    if not of_month:
        return (int(year), int(month)) >= (day.year, day.month)
    stated = day_of(int(year) if year else day.year, int(month), int(of_month))
    return stated is None or abs((day - stated).days) <= NEAR or stated > day


def is_part_of_a_name(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The year belongs to a name or describes a noun: "the 2008 Olympics"."""
    before, after = evidence.before(fact), evidence.after(fact)
    if re.search(
        r"[-–—/(’'@#]\s*$|\b(?:the|a|an|this|his|her|its|their|post|pre|mid|[A-Z]\w*’s|of the|"
        r"early|late|season)[\s-]+$",
        before,
    ):
        return True
    if re.search(
        rf"(?<!^)\b(?!(?:In|On|Since|By|Until|From|During|Of|{MONTH}|{WEEKDAY})\b)[A-Z]\w+\s+$",
        before,
    ):
        return True
    return bool(
        re.match(r"[-–—/)’']|\s+[A-Z]|\s*(?:to|-|–|and|or|through)\s*(?:\d|[A-Z][a-z]+ \d)", after)
        or _ADJECTIVE.match(after)
    )


def is_not_when(fact: Fact, evidence: ArticleEvidence) -> bool:
    """Nothing before the date says that something happened then."""
    if evidence.before(fact).strip() == "":
        return True
    return not re.search(
        r"\b(?:[Ii]n|[Oo]n|[Ss]ince|[Dd]uring|[Ff]rom|[Oo]f)\s+(?:(?:early|late|mid|about|"
        rf"around)\s+)?(?:{WEEKDAY},?\s+(?:the\s+)?)?$",
        evidence.before(fact),
    )


def has_other_dates(fact: Fact, evidence: ArticleEvidence) -> bool:
    """Another date in the passage points to this one."""
    text = evidence.article.text
    found = [
        one
        for one in stated_dates(text, fact.quote_start, fact.quote_end)
        if one.start != fact.start
    ]
    years = set(_A_YEAR.findall(evidence.before(fact) + evidence.after(fact)))
    return (
        bool(found or years)
        or re.search(
            r"\b(?:first|second|third|\w+th|\d+(?:st|nd|rd|th)) anniversary|years? (?:later|"
            r"earlier|ago|after|before|since)|months? (?:later|earlier|after|before)|weeks? "
            rf"(?:later|earlier|after|before)|days? (?:later|earlier|after|before)|{WEEKDAY}",
            evidence.passage(fact),
        )
        is not None
    )


def is_compared(fact: Fact, evidence: ArticleEvidence) -> bool:
    """What is told is measured against the date, so it is the year before: "sales up on 2003"."""
    return _AGAINST.search(evidence.before(fact)) is not None


def is_told_elsewhere(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The headline has the date, or its year."""
    title = evidence.article.title
    parts = _parts(fact)
    return fact.answer.casefold() in title.casefold() or (not parts[1] and parts[0] in title)


def _parts(fact: Fact) -> tuple[str, str, str]:
    """Year, month and day as digits, each empty when it is not stated."""
    found = re.fullmatch(r"date:(?:(\d{4})|-)(?:-(\d\d))?(?:-(\d\d))?", fact.value)
    year, month, day = found.groups() if found else (None, None, None)
    return year or "", month or "", day or ""
