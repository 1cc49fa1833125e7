"""Gates on quotations and roles: the words stand alone, and do not tell who is meant."""

import re

from bot.language.english.lexicon import OFFICE, ROLE_STEM, SHORT_TITLE
from bot.language.english.references import stated
from bot.quiz.facts import Fact
from bot.quiz.gates.article_evidence import ArticleEvidence

FEWEST_WORDS = 6
"""Words of a quotation from which it says something that one would remember."""
MOST_WORDS = 28
REACH = 170
"""Characters between a quotation and its speaker at most."""
OFTEN = 8
"""Mentions from which on a report is about somebody."""
TELLING = 5
"""Letters of a part of a name from which on it is known even inside another word."""
LONGEST_NAME = 60
"""Characters: a button holds 80."""

_SPECIFIC = re.compile(
    r"\b(?:of|for|at|in|with|from|to)\s+(?:the\s+)?(?:[\w’'.&-]+\s+){0,4}?[A-Z]|"
    r"[A-Z][\w.’'-]+(?:’s|'s)\s|\b[A-Z][\w.’'-]+\s+[\w\s-]*[a-z]"
)
_NOT_A_ROLE = re.compile(
    r"^(?:and|or|but|with)\b|\b(?:who|which|that|he|she|his|her|their|believed|whose|we|said|"
    r"told|says|also|uncle|aunt|mother|father|brother|sister|wife|husband|son|daughter|cousin|"
    r"friend|owner|victim|one)\b|\d"
)
_ENDED = re.compile(r"[.,?!—-]['’]?\s*$")
_LEFT_OUT = re.compile(r"…|\.\.\.|\[\W*\]|^\[")
_GOES_ON = re.compile(r"[^“”\".!?]*,\s*[“\"](?=[a-z])")  # " said, “is good”"
_HER = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_AS_A = re.compile(
    r"\b(?:as|I[’']m|I am|being) an? (?:\w+ )?(?:wo)?(?:man|mother|father|wife|husband)\b",
    re.IGNORECASE,
)
_NAMED_ROLE = re.compile(  # aide to President Xi
    rf"\b(?:{OFFICE}|{SHORT_TITLE}\.?)\s+[A-Z]\w+|\band\s+[A-Z]"
)
_PLURAL_ROLE = re.compile(rf"^(?:[a-z][\w-]*\s+){{0,3}}\b{ROLE_STEM}s\b")  # two senior officials


def is_no_full_sentence(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The quotation is a fragment: it begins small, or runs on outside its marks."""
    words = fact.stem.lstrip("(")
    is_whole = words[:1].isupper() and _ENDED.search(fact.stem) is not None
    text = evidence.article.text
    goes_on = fact.stem[-1:] == "," and _GOES_ON.match(text, fact.end, fact.end + REACH)
    return not is_whole or bool(goes_on) or _LEFT_OUT.search(fact.stem) is not None


def says_too_little(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The quotation is too short to be recognised, or too long to be shown."""
    return not FEWEST_WORDS <= len(fact.stem.split()) <= MOST_WORDS


def holds_marks(fact: Fact, _ground: ArticleEvidence) -> bool:
    """Quotation marks or line breaks inside the quotation would be shown twice."""
    is_open = fact.stem.count("(") != fact.stem.count(")")
    return is_open or re.search(r"[“”\"«»‘\n_*]", fact.stem) is not None


def names_the_speaker(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The words that are shown hold a part of the name that is asked for."""
    stem = fact.stem.casefold()
    parts = [part.casefold() for part in fact.answer.split()]
    return any(part in stem if len(part) >= TELLING else stated(part, stem) for part in parts)


def is_far_from_its_speaker(fact: Fact, evidence: ArticleEvidence) -> bool:
    """So much stands between the words that are shown and the name that they seem unrelated."""
    shown = evidence.passage(fact).find(fact.stem[-20:])
    gap = fact.start - (fact.quote_start + shown + 20)
    return shown < 0 or gap > REACH


def tells_the_gender(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The stem says "her", or the speaker "as a woman", which leaves few of the people."""
    told = _AS_A.search(fact.stem) is not None
    return told or (fact.kind != "who_said" and _HER.search(fact.stem) is not None)


def opens_the_headline(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The headline begins with the speaker, who then speaks: "Holm praises the pilots"."""
    first = re.findall(r"[\w’'-]+", evidence.article.title)[:2]
    return fact.answer.split()[-1] in (word.removesuffix("’s").removesuffix("'s") for word in first)


def is_the_main_person(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The report is about this person: whoever reads the headline will guess it."""
    last = fact.answer.split()[-1]
    return stated(last, evidence.article.title) or evidence.article.text.count(last) > OFTEN


def is_no_plain_name(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The name is too long for a button."""
    return len(fact.answer) > LONGEST_NAME


def is_unspecific(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The role could be many people's: "a spokesman", "an economist"."""
    words = fact.stem.split()
    return len(words) < 3 or not _SPECIFIC.search(fact.stem)  # noqa: PLR2004 - "a senior fellow"


def is_no_role(fact: Fact, _ground: ArticleEvidence) -> bool:
    """What follows the name tells something else than what the person is."""
    return (
        _NAMED_ROLE.search(fact.stem) is not None
        or _NOT_A_ROLE.search(fact.stem) is not None
        or _PLURAL_ROLE.search(fact.stem) is not None
    )


def is_cut_off(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The role ends with the full stop of a title, or in dots: "policy director for Gov.".

    Caught 5 of 34, cost none.
    """
    is_title = re.search(rf"\b{SHORT_TITLE}$", fact.stem) is not None
    return is_title or "…" in fact.stem


def is_about_two(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The role is shared with somebody who stands before the name."""
    return (
        re.search(r"(?:\band|\bwith|&|\bplus)\s+(?:[A-Z]\w+\s+){0,2}$", evidence.before(fact))
        is not None
    )
