"""Boilerplate that names who wrote an article and when: by-lines, thanks and dates. English."""

import re

from bot.articles.boilerplate.wording import BoilerplatePhrases
from bot.language.english.lexicon import CALENDAR, MONTHS, PARTICLES, WEEKDAYS

LONGEST_BYLINE = 220  # characters; by-lines of three authors with their papers stay below
LONGEST_THANKS = 400  # characters; agencies thank up to a dozen colleagues by name
LONGEST_DATE = 140  # characters; two dates with their clocks and zones stay below
MOST_NAMES = 5  # words of one name, with its particles ("Maria del Carmen de la Cruz")

_NEVER_NAMES = CALENDAR | frozenset(  # "By popular demand", "In the end"
    "a all an any popular order land sea force design degrees hook then now contrast comparison "
    "chance accident air water foot late early mid the this that way law no his her my our default "
    "nature night day far public request invitation what when how next last summer winter spring "
    "autumn fall midnight noon dawn dusk hand mail phone both some most every many one two three "
    "new end leaving making taking using".split()
)
_NAME_WORD = re.compile(r"[^\W\d_a-z][\w.'’-]*\.?")  # Lund, J., O'Neill
_ROLES = PARTICLES | frozenset(
    "a an and the of in on at for to from with by as our their its or also additionally additional "
    "further reporting editing writing research researching production graphics photography "
    "translation compiled video reporter reporters writer writers editor editors correspondent "
    "correspondents special staff senior chief political economics business sports sport science "
    "health foreign diplomatic security national local contributing deputy assistant associate "
    "bureau agency agencies news desk team freelance intern columnist photographer photographers "
    "colleagues reported wrote based journalist journalists newsroom graphic data visual".split()
)
# Ada Lund and Tom Frey | The Quay
_SEPARATOR = re.compile(r"\s(?:via|for)\s|[/|,;·•©()\[\]]|\s[-–—]\s|\s(?:and|&)\s")
_BY = re.compile(  # By Ada Lund; Written by Ada Lund, The Quay
    r"(?:(?:written|posted|published|reported|reviewed|words|text|story|report|analysis|opinion)"
    r"\s+(?:and [a-z]+ )?)?by:?\s+(?P<who>.+)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(  # Author: Ada Lund
    r"(?:authors?|writers?|byline|by-line|contributors?)\s*[:|]\s*(.+)", re.IGNORECASE
)
_OUR_REPORTER = re.compile(  # our special correspondent
    r"(?:our |an? |the )?(?:[\w-]+ ){0,3}(?:reporters?|correspondents?|desk|staff|bureau|writers?"
    r"|agencies|newsroom|editorial board)\W*",
    re.IGNORECASE,
)
_THANKS_START = re.compile(  # Additional reporting by
    r"[(\[]?(?:(?:additional|further|extra|with|other) )?(?:reporting|research|editing|writing"
    r"|production|photography|graphics|translation|illustrations?|assistance|compiled|edited)"
    r"(?: and \w+)? (?:by|from)\b",
    re.IGNORECASE,
)
_THANKS_END = re.compile(  # Ada Lund contributed to this report; Tom Frey reported from Bonn
    r"\b(?:also )?(?:contributed (?:to (?:this|the) (?:report|story|article|piece|dispatch|post"
    r"|analysis|coverage)"
    r"|(?:additional )?(?:reporting|research|writing)(?: and (?:reporting|research|writing))?"
    r"(?: (?:to|for) this (?:report|story|article|piece))?)"
    r"|contributed(?=\.?$| from\b)|report(?:ed|ing) from\b)"
)
_APPOSITION = re.compile(r",? (?:an?|the|our) [^,]{2,60},")  # Ada Lund, a sailor, contributed

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in MONTHS) + "|Sept"
_WEEKDAY = "|".join(WEEKDAYS)
_SHORT_DAY = "mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun"
_DATE_WORD = re.compile(  # Mon, Sept, pm, 5th, GMT
    rf"{_WEEKDAY}|{_SHORT_DAY}|{_MONTH}"
    r"|[ap]\.?m|[ap]|[a-z]{1,2}[sd]?t|gmt|utc|ist|amt|bst|cet|cest|z|t"
    r"|\d{1,2}(?:st|nd|rd|th)|hrs?|hours?|h|local|time|eastern|et|pt",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(  # Updated on
    r"published|updated|posted|first|last|modified|on|at|created|date|edited|reviewed|ago|about"
    r"|an?|over|min(?:ute)?s?|hours?|days?|weeks?|months?|read|reading|time|of|revised|release"
    r"|released|issued|and|m|h|d|hrs?|secs?|seconds?|today|yesterday|is|article|story|was"
    r"|estimated|to",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(  # 5 March 2024; 2024-03-05; Mon 18:56 5 Mar; Updated 4:10
    rf"\b(?:{_MONTH})\b.*\b(?:18|19|20)\d\d|\b(?:18|19|20)\d\d\b.*(?:{_MONTH})\b"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d){1,2}\b|\b(?:18|19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}"
    rf"|\b(?:{_WEEKDAY})\b.*(?:\d:\d\d|\b(?:{_MONTH})\b)"
    rf"|\b(?:{_SHORT_DAY})\b.*\d:\d\d.*\b(?:{_MONTH})\b"
    rf"|\b(?:updated|published|posted|modified)\b.*(?:\b(?:{_MONTH})\b|\d:\d\d)",
    re.IGNORECASE,
)
_PART = re.compile(r"\s[/•·–—-]\s|\s?\|\s?")  # 5 March | Ada Lund
_CLOCK = re.compile(r"\d:\d\d")  # 18:56
_DATE_START = re.compile(  # , on Mar. 5 | 2024-03-05
    rf",?\s(?:[Oo]n\s)?(?=\d{{1,4}}[/-]\d|(?:{_MONTH})\.?\s\d)"
)
_NOTICE = re.compile(  # First published
    r"(?:first |last )?(?:published|updated|posted|modified|created|revised)\b", re.IGNORECASE
)
_RELATIVE = re.compile(  # Updated 2 hours ago; 5 min read
    r"(?:(?:updated|published|posted|last updated)?[: ]*(?:about |an? |over )*\d{0,3} ?"
    r"(?:m|h|d|min|mins|minutes?|hours?|hrs?|days?|weeks?|months?) ago"
    r"|(?:reading time:? ?)?\d{1,3}[ -]min(?:ute)?s?(?:[ -]read)?)",
    re.IGNORECASE,
)


def is_name(words: str) -> bool:
    """Whether the words look like the name of one to three people or a place, not a phrase."""
    parts = words.split()
    return 0 < len(parts) <= MOST_NAMES and all(
        part in PARTICLES
        or (_NAME_WORD.fullmatch(part) is not None and part.lower() not in _NEVER_NAMES)
        for part in parts
    )


def is_byline(line: str, phrases: BoilerplatePhrases) -> bool:
    """Whether a line says only who wrote the article, perhaps with paper, role, place and date."""
    if len(line) > LONGEST_BYLINE:
        return False
    author = _AUTHOR.fullmatch(line)
    if author:
        return _names_people(author[1], least=1)
    by = _BY.fullmatch(line)
    return by is not None and _is_writer(by["who"], phrases)


def begins_as_byline(line: str) -> bool:
    """Whether a line begins with "By" or the like, whoever it names."""
    return _BY.fullmatch(line) is not None


def is_thanks(line: str) -> bool:
    """Whether a line only thanks colleagues: "Additional reporting by ...", "... contributed"."""
    if len(line) > LONGEST_THANKS:
        return False
    start, end = _THANKS_START.match(line), _THANKS_END.search(line)
    if start:
        return names_only(line[start.end() :])
    return (
        end is not None
        and names_only(_APPOSITION.sub("", line[: end.start()]))
        and names_only(line[end.end() :], least=0)
    )


def is_dated(line: str) -> bool:
    """Whether a line is only a date, with a time, a zone or an age such as "2 hours ago"."""
    if line.endswith((".", "!", "?")) and not line.endswith(".m."):
        return False
    return _RELATIVE.fullmatch(line) is not None or (_is_date(line) and not _NOTICE.match(line))


def is_date_notice(line: str) -> bool:
    """Whether a line only says when the page was published, updated or read."""
    return _is_date(line) and _NOTICE.match(line) is not None


def segments(line: str) -> list[str]:
    """The parts of a credit or by-line between its commas, bars and the like."""
    return [part.strip(" .:–—-") for part in _SEPARATOR.split(line) if part.strip(" .:–—-")]


def names_only(words: str, least: int = 1) -> bool:
    """Whether the words are only names and the small words of roles, with `least` names."""
    parts = [part.strip(".,;:()[]*_—–-") for part in words.replace("/", " ").split()]
    names = [part for part in parts if _NAME_WORD.fullmatch(part) and part.lower() not in _ROLES]
    return len(names) >= least and all(
        not part or part.lower() in _ROLES or _NAME_WORD.fullmatch(part) for part in parts
    )


def _names_people(words: str, least: int) -> bool:
    parts = segments(words)
    return (
        bool(parts)
        and not words.endswith((".", "?", "!"))
        and least <= len(parts[0].split())
        and is_name(parts[0].split(" in ")[0].split(" On ")[0])
        and all(is_name(part) or _is_date(part) or names_only(part, least=0) for part in parts[1:])
    )


def _is_writer(who: str, phrases: BoilerplatePhrases) -> bool:
    """Whether people, an agency or "our reporter" stand behind "By", perhaps with a date."""
    if _OUR_REPORTER.fullmatch(who) or phrases.agency.fullmatch(who):
        return True
    date = _DATE_START.search(who)
    dated = date is not None and _is_date(who[date.end() :])
    return _names_people(who, least=2) or (
        date is not None and dated and _names_people(who[: date.start()], least=1)
    )


def _is_date(line: str) -> bool:
    """Whether a line holds a full date, or a weekday with more, and no other words."""
    if len(line) > LONGEST_DATE or not _FULL_DATE.search(line):
        return False
    return all(
        _DATE_WORD.fullmatch(word) or _DATE_LABEL.fullmatch(word)
        for part in _dating_parts(line)
        for word in re.findall(r"[^\W\d_]+|\d+(?:st|nd|rd|th)\b", part)
    )


def _dating_parts(line: str) -> list[str]:
    """Leave out names behind a date, and before it when a clock shows that it is no headline."""
    parts = _PART.split(line)
    kept = [part for part in parts if not is_name(part)]
    return kept if parts[0] in kept or _CLOCK.search(line) else parts
