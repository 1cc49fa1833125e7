"""Who wrote an article, told in a sentence about them: "Ada Lund is a reporter for The Quay"."""

import re

from bot.articles.boilerplate.bylines import is_name, names_only
from bot.language.english.lexicon import REPORTED

LONGEST_APPOSITION = 60  # characters between the name and what is told of it
LONGEST_NAME = 80  # characters; a name that stands twice, with a role before it

# Ada Lund is a; Ada Lund and Tom Frey are; Ada Lund, an economist, writes; Ada Lund covers
_ABOUT = re.compile(
    rf"(?P<name>(?:[^,.]|\b(?:[A-Z]|Jr|St|Dr)\.){{3,{LONGEST_NAME}}}?)"
    rf"(?:, [^,]{{2,{LONGEST_APPOSITION}}},)? "
    r"(?P<verb>is|are|was|has|have|covers?|writes?|reports?|edits?|leads?|lives?|teaches|hosts?"
    r"|serves?|works?|joined|holds?) (?P<what>.+)"
)
_TRADE = (  # of those who write
    r"(?:reporters?|correspondents?|editors?|editor-in-chief|journalists?|columnists?|writers?"
    r"|producers?|photojournalists?|photographers?|contributors?|bloggers?|critics?|freelancers?"
    r"|interns?|commentators?|cartoonists?|podcasters?|authors?|fellows?|hosts?|co-hosts?"
    r"|news (?:organi[sz]ation|outlet|agency|service|site|website|nonprofit)s?|newsroom)"
)
_NO_LINK = r"(?!(?:at|with|by|to|on|from|in|that|who|when|not|as|for|than|between|among)\b)"
_WRITES = re.compile(  # a senior political editor at; one of the authors; writing a book
    rf"(?:(?:as|been) )?(?:an? |the |our |one of the )?(?:{_NO_LINK}[\w'’,.&-]+ ){{0,8}}?"
    rf"{_TRADE}\b(?! (?:to|was|were|is|are)\b)|(?:currently )?writing a (?:book|novel|biography)\b"
)
_TRADE_FIRST = re.compile(  # An award-winning journalist, Ada has covered
    rf"An? [^.“”\"]{{0,120}}?\b{_TRADE}\b[^.,“”\"]{{0,60}}, (?P<name>[A-Z][\w'’ -]{{1,40}}?) "
    r"(?:has|is|was|covers|writes|joined|previously|currently)\b"
)
_COVERED = re.compile(  # writes about shipping; has reported for The Quay; has 15 years in
    r"(?:(?:covers?|(?:co-)?writes?|edits?)\b|(?:has|have) (?:(?:also|been|long|previously) )*"
    r"(?:covered|covering|written|writing|reported|reporting|edited)\b[^.;]{0,80}?"
    r"\b(?:(?:for|in|at) (?:the )?[A-Z]|journalis|newspapers?|magazines?)"
    r"|(?:has|have) [\w -]{0,40}\b(?:years|decades)\b.{0,80}\bjournalis)"
)
_CALLING = re.compile(  # what others do who write for a paper
    r"(?:(?:as|been) )?(?:(?:an?|the|our|one of|formerly|also|currently) )+[^.;]{0,120}?"
    r"\b(?:professors?|lecturers?|scholars?|attorneys?|lawyers?|economists?|historians?"
    r"|founders?|co-founders?|presidents?|directors?|executives?|consultants?|analysts?"
    r"|researchers?|novelists?|poets?|chair(?:man|woman)?|partners?|strategists?|students?"
    r"|senators?|ministers?|ambassadors?|officers?|physicians?|experts?|advis[eo]rs?"
    r"|candidates?|veterans?|members? of)\b"
    r"|(?:professors?|president|chair(?:man|woman)?|director|ceo|editor) (?:emerit\w+|of|and|at)\b"
)
_GOES_ON = re.compile(  # He lives; She has also written; His work; Lund previously; Follow her
    r"(?:(?:He|She|They)(?=['’ ])|(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}))"
    r"(?:['’]s| (?:(?:also|previously|currently|now|formerly|has|have|frequently|often) )*"
    r"(?:is|are|makes|was|has|have|had|lives?|holds?|writes?|covers?|enjoys?|can|joined|worked|works"
    r"|won|graduated|handles|received|earned|tweets|reported|reports|wrote|written|covered|served"
    r"|serves|studied|teaches|taught|speciali[sz]es|authored|authors|hosts))\b.*"
    r"|(?:His|Her|Their) (?:latest |new |most recent |next )*(?:work|book|books|writing|articles?"
    r"|novel|columns?|reporting|email|e-mail|twitter|research|interests)\b.*"
    r"|Previously,? .*|(?:Follow|Email|E-mail|Contact|Reach|Write to|Find|Send) .*|@\w+",
    re.DOTALL,
)
_SAME_WRITER = re.compile(  # Ada served; She leads; Her work; My beat
    r"(?:He|She|They|His|Her|Their|Prior to|Before|Previously|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
    r"\b[^“”\"]*"
)
_REACHED = re.compile(  # Ada Lund can be reached at; Contact Ada at ada@; Follow her on Twitter
    r"(?:[^.,]{2,60}) (?:can|may) (?:also )?be (?:(?:reached|contacted|emailed|followed)"
    r" (?:at|on|by|via)\b.*|found (?:on|at) (?:@|x\b|twitter|facebook|instagram|bluesky).*)"
    r"|(?:contact|e-?mail|reach|write to|send tips to) [^@]{0,60}?(?:@|at [\w.+-]+@|via ).*"
    r"|(?:please |you can )?(?:also )?(?:follow|find|reach|contact|e-?mail) "
    r"(?:him|her|them|me|(?!us\b)[A-Z@][\w.' ]{1,40}) (?:on|at|@|via)\b.{1,160}"
    r"|if you (?:would like|want|wish) to (?:contact|reach) (?:this|the|our) (?:reporter|author"
    r"|writer|journalist|newsroom)s?\b.*"
    r"|(?:twitter|e-?mail|contact|instagram|bluesky): ?\S*@.*"
    r"|\(?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}\)?",
    re.IGNORECASE | re.DOTALL,
)
_AND = re.compile(r" (?:and|&) ")
_CAPITALISED = re.compile(r"[A-Z][\w-]+")
_TOLD = re.compile(rf"\b{REPORTED}\b")
_BEING = frozenset("is are was has have serves works".split())
_STOP = " .:;,)"


def described(line: str) -> str | None:
    """The surname of whom a sentence calls a reporter, an author or the like."""
    about = _ABOUT.match(line)
    told = about is not None and about["verb"] in _BEING and _WRITES.match(about["what"])
    return _surname(about["name"]) if about and told else None


def introduced(line: str) -> str | None:
    """The surname of whom a sentence introduces by work or calling, as below an opinion piece."""
    trade_first = _TRADE_FIRST.match(line)
    if trade_first:
        return trade_first["name"].split()[-1]
    about = _ABOUT.match(line)
    if about is None or about["name"].startswith("The "):
        return None
    calling = about["verb"] in _BEING and _CALLING.match(about["what"])
    told = calling or _COVERED.match(f"{about['verb']} {about['what']}")
    return _surname(about["name"]) if told else None


def goes_on_beside(sentence: str) -> bool:
    """Whether a sentence may tell more of who was described just before it, in the same line."""
    return _SAME_WRITER.fullmatch(sentence) is not None and not _TOLD.search(sentence)


def is_contact(line: str) -> bool:
    """Whether a sentence says only where its writer can be reached or followed."""
    return _REACHED.fullmatch(line.rstrip(_STOP)) is not None


def goes_on(line: str, surname: str) -> bool:
    """Whether a line tells more of somebody who was described just above."""
    more = _GOES_ON.match(line)
    return more is not None and (more["name"] is None or surname in more["name"].split())


def _surname(name: str) -> str | None:
    words = name.split()
    half = len(words) // 2
    if words[:half] == words[half:]:  # "Ada Lund Ada Lund is": her name above, then in the line
        words = words[:half]
    people = [part for part in _AND.split(" ".join(words)) if part]
    together = "&" in name and all(is_name(one) for one in people)  # Lund & Frey write
    full = together or all(
        len(one.split()) > 1 and (is_name(one) or names_only(one, least=2)) for one in people
    )
    found = _CAPITALISED.findall(people[-1]) if people and full else []
    return found[-1] if found else None
