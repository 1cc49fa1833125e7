"""Boilerplate that names somebody: by-lines, credits, date lines and captions. English."""

import re

LONGEST_CREDIT = 140  # characters; a credit names a few people and agencies, no more
LONGEST_BYLINE = 220  # characters; by-lines of three authors with their papers stay below
LONGEST_THANKS = 400  # characters; agencies thank up to a dozen colleagues by name
MOST_NAMES = 5  # words of one name, with its particles ("Maria del Carmen de la Cruz")

_AGENCY = re.compile(
    r"(?:the )?(?:(?i:reuters|associated press|agence france[- ]presse|getty(?: images)?"
    r"|bloomberg(?: news)?"
    r"|shutterstock|alamy|istock(?:photo)?|xinhua|sputnik|tass|ria novosti|anadolu(?: agency)?"
    r"|kyodo(?: news)?"
    r"|yonhap|press trust of india|zuma(?: press| wire)?|nurphoto|imago(?: images)?|canadian press"
    r"|press association|lapresse|wikimedia(?: commons)?|creative commons|unsplash|pexels"
    r"|pixabay|flickr"
    r"|adobe stock|depositphotos|news agencies|agencies|magnum photos|jiji press|polaris"
    r"|sipa(?: usa| press)?"
    r"|pa (?:wire|media|images|archive)|epa(?:-efe)?|apimages|imagn(?: images)?|usa today "
    r"sports|redux|eyevine)"
    r"|AP|AFP|EPA|EFE|UPI|PTI|ANI|IANS|DPA|dpa|ANSA|AAP|PA|NASA|ESA|NOAA|CNN Newsource|TNS)"
)
_PICTURE_WORD = re.compile(
    r"\b(?:photo(?:graph)?|image|picture|file|pool|handout|credit|courtesy|illustration"
    r"|submitted|supplied"
    r"|stock|archive|screengrab|source|provided|staff)s?\b(?: (?:by|of|from|via)\b)?\s*:?\s*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s(?:via|for)\s|[/|,;·•©()\[\]]|\s[-–—]\s|\s(?:and|&)\s")
_PARTICLES = re.compile(
    r"de|del|della|der|den|da|di|dos|du|el|la|le|al|bin|ibn|van|von"
    r"|und|y|e|st"
)
_NEVER_NAMES = re.compile(
    r"a|all|an|any|popular|order|land|sea|force|design|degrees|hook|then|now|contrast|"
    r"comparison|chance|accident|air|water|foot|late|early|mid|the|this|that|way|law|no|"
    r"his|her|my|our|default|nature|night|day|far|public|request|invitation|what|when|how|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|"
    r"april|june|july|august|september|october|november|december|next|last|summer|winter|"
    r"spring|autumn|fall|midnight|noon|dawn|dusk|hand|mail|phone|both|some|most|every|many|"
    r"one|two|three|new|end|leaving|making|taking|using"
)
_NAME_WORD = re.compile(r"[^\W\d_a-z][\w.'’-]*\.?")
_ROLES = re.compile(
    r"a|an|and|the|of|in|on|at|for|to|from|with|by|as|our|their|its|or|also|additionally|"
    r"additional|further|reporting|editing|writing|research|researching|production|"
    r"graphics|photography|translation|compiled|video|reporter|reporters|writer|writers|"
    r"editor|editors|correspondent|correspondents|special|staff|senior|chief|political|"
    r"economics|business|sports|sport|science|health|foreign|diplomatic|security|national|"
    r"local|contributing|deputy|assistant|associate|bureau|agency|agencies|news|desk|team|"
    r"freelance|intern|columnist|photographer|photographers|colleagues|reported|wrote|"
    r"based|journalist|journalists|newsroom|graphic|data|visual|de|del|della|der|den|da|di|"
    r"dos|du|el|la|le|al|bin|ibn|van|von|und|y|e|st"
)
_BY = re.compile(
    r"(?:(?:written|posted|published|reported|reviewed|words|text|story|report|analysis|opinion)"
    r"\s+(?:and [a-z]+ )?)?by:?\s+(?P<who>.+)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:authors?|writers?|byline|by-line|contributors?)\s*[:|]\s*(.+)", re.IGNORECASE
)
_OUR_REPORTER = re.compile(
    r"(?:our |an? |the )?(?:[\w-]+ ){0,3}(?:reporters?|correspondents?|desk|staff|bureau"
    r"|writers?|agencies"
    r"|newsroom|editorial board)\W*",
    re.IGNORECASE,
)
_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DATE_WORD = re.compile(
    rf"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|{_MONTH}"
    r"|[ap]\.?m|[ap]|[a-z]{1,2}[sd]?t|gmt|utc|ist|amt|bst|cet|cest|z|t"
    r"|\d{1,2}(?:st|nd|rd|th)|hrs?|hours?|h|local|time|eastern|et|pt",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"published|updated|posted|first|last|modified|on|at|created|date|edited|reviewed|ago"
    r"|about|an?|over"
    r"|min(?:ute)?s?|hours?|days?|weeks?|months?|read|reading|time|of|revised|release|released"
    r"|issued|and"
    r"|m|h|d|hrs?|secs?|seconds?|today|yesterday|is|article|story|was|estimated|to",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(
    rf"\b(?:{_MONTH})\b.*\b(?:18|19|20)\d\d|\b(?:18|19|20)\d\d\b.*(?:{_MONTH})\b"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d){1,2}\b|\b(?:18|19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}"
    rf"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*(?:\d:\d\d|\b(?:{_MONTH})\b)"
    rf"|\b(?:mon|tue|wed|thu|fri|sat|sun)\b.*\d:\d\d.*\b(?:{_MONTH})\b"
    rf"|\b(?:updated|published|posted|modified)\b.*(?:\b(?:{_MONTH})\b|\d:\d\d)",
    re.IGNORECASE,
)
_PART = re.compile(r"\s[/•·–—-]\s|\s?\|\s?")
_CLOCK = re.compile(r"\d:\d\d")
_DATE_START = re.compile(
    r",?\s(?:[Oo]n\s)?(?=\d{1,4}[/-]\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]*\.?\s\d)"
)
_NOTICE = re.compile(
    r"(?:first |last )?(?:published|updated|posted|modified|created|revised)\b", re.IGNORECASE
)
_RELATIVE = re.compile(
    r"(?:(?:updated|published|posted|last updated)?[: ]*(?:about |an? |over )*\d{0,3} ?(?:m|h"
    r"|d|min|mins|minutes?"
    r"|hours?|hrs?|days?|weeks?|months?) ago|(?:reading time:? ?)?\d{1,3}[ "
    r"-]min(?:ute)?s?(?:[ -]read)?)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b"
    r"|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
)
_THANKS_START = re.compile(
    r"[(\[]?(?:(?:additional|further|extra|with|other) )?(?:reporting|research|editing|writing"
    r"|production|photography|graphics|translation|illustrations?|assistance|compiled|edited)"
    r"(?: and \w+)? (?:by|from)\b",
    re.IGNORECASE,
)
_THANKS_END = re.compile(
    r"\bcontributed (?:to (?:this|the) (?:report|story|article|piece|dispatch|post|analysis"
    r"|coverage)"
    r"|(?:additional )?(?:reporting|research|writing)(?: and (?:reporting|research|writing))?"
    r"(?: (?:to|for) this (?:report|story|article|piece))?)",
)
_PHOTO_LABEL = re.compile(
    r"(?:file |main |top |cover |lead |featured? )?(?:photo(?:graph)?|image|picture|pic"
    r"|illustration)s?"
    r"(?: (?:credits?|source|courtesy|by))*\s*(?P<mark>:|©|\bby\b|\bvia\b|courtesy"
    r"|/)\s*(?P<who>.+)"
    r"|(?:photo|image|picture) (?:by|via|courtesy of) (?P<by>.+)|courtesy(?: of)? (?P<from>.+)"
    r"|(?P<name>.+) (?:submitted|handout|contributed|supplied|courtesy|staff|file) photo",
    re.IGNORECASE,
)
_MEDIA = re.compile(
    r"\b(?:Times|Post|News|Press|Tribune|Herald|Journal|Guardian|Globe|Chronicle|Star|Sun"
    r"|Images|Staff|Pool"
    r"|Handout|Gazette|Telegraph|Independent|Observer|Mail|Register|Media|Magazine|BBC|CNN|NBC"
    r"|CBS|ABC|NPR"
    r"|Photos?|Getty|Daily|Today|Agency|Bee|Register)\b"
)


def is_name(words: str) -> bool:
    """Whether the words look like the name of one to three people or a place, not a phrase."""
    parts = words.split()
    return 0 < len(parts) <= MOST_NAMES and all(
        _PARTICLES.fullmatch(part)
        or (_NAME_WORD.fullmatch(part) is not None and not _NEVER_NAMES.fullmatch(part.lower()))
        for part in parts
    )


def is_credit(line: str) -> bool:
    """Whether a line says only which agency or photographer a picture or text is from."""
    if len(line) > LONGEST_CREDIT or _BY.fullmatch(line):
        return False
    label = _PHOTO_LABEL.fullmatch(line)
    if label:
        return all(is_name(part) for part in _segments(" ".join(filter(None, label.groups()[1:]))))
    parts = [_PICTURE_WORD.sub("", part).strip() for part in _segments(line)]
    return any(map(_AGENCY.fullmatch, parts)) and all(
        not part or _AGENCY.fullmatch(part) or is_name(part) for part in parts
    )


def is_bare_agency(words: str) -> bool:
    """Whether the words are one agency alone, as agencies also sign their last paragraph."""
    return _AGENCY.fullmatch(words) is not None


def is_bracket_credit(words: str) -> bool:
    """Whether the words of a closing bracket name the source of a picture."""
    outlets = words.split("/")
    return is_credit(words) or (
        len(outlets) > 1
        and len(words) <= LONGEST_CREDIT
        and _MEDIA.search(outlets[-1]) is not None
        and all(is_name(part.strip()) or _knows(part.strip()) for part in outlets)
    )


def is_byline(line: str) -> bool:
    """Whether a line says only who wrote the article, perhaps with paper, role, place and date."""
    if len(line) > LONGEST_BYLINE:
        return False
    author = _AUTHOR.fullmatch(line)
    if author:
        return _names_people(author[1], least=1)
    by = _BY.fullmatch(line)
    return by is not None and _is_writer(by["who"])


def is_thanks(line: str) -> bool:
    """Whether a line only thanks colleagues: "Additional reporting by ...", "... contributed"."""
    if len(line) > LONGEST_THANKS:
        return False
    start, end = _THANKS_START.match(line), _THANKS_END.search(line)
    if start:
        return _knows(line[start.end() :])
    return end is not None and _knows(line[: end.start()]) and _knows(line[end.end() :], least=0)


def is_dated(line: str) -> bool:
    """Whether a line is only a date, with a time, a zone or an age such as "2 hours ago"."""
    if line.endswith((".", "!", "?")) and not line.endswith(".m."):
        return False
    return _RELATIVE.fullmatch(line) is not None or (_is_date(line) and not _labelled(line))


def is_date_notice(line: str) -> bool:
    """Whether a line only says when the page was published, updated or read."""
    return _is_date(line) and _labelled(line)


def tells_a_day(line: str) -> bool:
    """Whether a day of a month stands in the line, as captions have it."""
    return _MONTH_DAY.search(line) is not None


def _segments(line: str) -> list[str]:
    return [part.strip(" .:–—-") for part in _SEPARATOR.split(line) if part.strip(" .:–—-")]


def _knows(words: str, least: int = 1) -> bool:
    """Whether the words are only names and the small words of roles, with `least` names."""
    parts = [part.strip(".,;:()[]*_") for part in words.replace("/", " ").split()]
    names = [
        part for part in parts if _NAME_WORD.fullmatch(part) and not _ROLES.fullmatch(part.lower())
    ]
    return len(names) >= least and all(
        not part or _ROLES.fullmatch(part.lower()) or _NAME_WORD.fullmatch(part) for part in parts
    )


def _names_people(words: str, least: int) -> bool:
    parts = _segments(words)
    return (
        bool(parts)
        and not words.endswith((".", "?", "!"))
        and least <= len(parts[0].split())
        and is_name(parts[0].split(" in ")[0].split(" On ")[0])
        and all(is_name(part) or _is_date(part) or _knows(part, least=0) for part in parts[1:])
    )


def _is_writer(who: str) -> bool:
    """Whether people, an agency or "our reporter" stand behind "By", perhaps with a date."""
    if _OUR_REPORTER.fullmatch(who) or is_bare_agency(who):
        return True
    date = _DATE_START.search(who)
    dated = date is not None and _is_date(who[date.end() :])
    return _names_people(who, least=2) or (
        date is not None and dated and _names_people(who[: date.start()], least=1)
    )


def _is_date(line: str) -> bool:
    """Whether a line holds a full date, or a weekday with more, and no other words."""
    if len(line) > LONGEST_CREDIT or not _FULL_DATE.search(line):
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


def _labelled(line: str) -> bool:
    return _NOTICE.match(line) is not None


LONGEST_CAPTION = 80  # words; a paragraph with a credit at its end is prose beyond this
LONGEST_LONE_CAPTION = 60  # words; its credit stands on a line of its own
LONGEST_SIGNED = 45  # words before one agency in brackets, which may also sign a paragraph
MOST_BREAKS = 2  # between sentences; agencies write captions of up to three

_BREAK = re.compile(r"[.!?][\"'”’]*\s+[A-Z“]")
_REPORTED = re.compile(r"\b(?:said|says|told|added|according to|reported|announced)\b")
_FILE_PHOTO = re.compile(
    r"FILE\s?(?:PHOTO|IMAGE|PICTURE)?\s?[-–—:].+"
    r"|(?:[Ff]ile|[Uu]ndated|[Hh]andout|FILE) (?:photo|image|picture|PHOTO)"
    r"\s?(?:[:–—-]|of|showing|shows|dated|taken|from)\s.+"
)
_CREDIT_TAIL = re.compile(
    r"(?:[.|)”\"]|\s[-–—/])\s*(?:(?:file )?(?:photo|image|picture|photograph|pic)s?(?: credit"
    r"| source)?s?"
    r"(?: by|:)|credits?:)\s*(?P<who>[^.:|]{2,100})"
    r"|[\s.](?P<agency>(?:REUTERS|AP Photo|AFP Photo|EPA)/[^.]{2,60})",
    re.IGNORECASE,
)


def is_caption(line: str) -> bool:
    """Whether a line shows by itself that it belongs to a picture."""
    head, credit = _bracketed(line)
    if credit and not is_bare_agency(credit) and is_bracket_credit(credit):
        return _is_short(head, LONGEST_CAPTION, MOST_BREAKS)
    return _FILE_PHOTO.fullmatch(line) is not None or _ends_with_credit(line)


def is_signed_caption(line: str) -> bool:
    """Whether a line with one agency in brackets at its end is a caption and reports no words."""
    head, credit = _bracketed(line)
    return (
        is_bare_agency(credit) and not _REPORTED.search(head) and _is_short(head, LONGEST_SIGNED, 1)
    )


def is_lone_caption(line: str) -> bool:
    """Whether a paragraph above a lone credit names the day, as captions do, and is short."""
    return tells_a_day(line) and _is_short(line, LONGEST_LONE_CAPTION, MOST_BREAKS)


def _bracketed(line: str) -> tuple[str, str]:
    """Split off the words before a closing bracket that ends the line, and those inside it."""
    opener = {")": "(", "]": "["}.get(line[-1:])
    at = line.rfind(opener) if opener else -1
    return (line[:at], line[at + 1 : -1]) if at > 0 else ("", "")


def _ends_with_credit(line: str) -> bool:
    for tail in _CREDIT_TAIL.finditer(line):
        who = tail["who"] or tail["agency"]
        if line.endswith(who) and is_credit(f"Photo: {who}"):
            return _is_short(line, LONGEST_CAPTION, MOST_BREAKS)
    return False


def _is_short(words: str, most: int, breaks: int) -> bool:
    return len(words.split()) <= most and len(_BREAK.findall(words)) <= breaks
