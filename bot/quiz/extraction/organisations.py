"""Names that a text shows to be of firms and bodies, which speak as people do. English."""

import re

from bot.language.english.lexicon import ROLE_STEM, SAYING
from bot.quiz.extraction.names import NAME

_EMPLOYER = re.compile(
    rf"\b(?:{ROLE_STEM}s?\s+(?:of|at)|(?:works|worked|working)\s+(?:at|for))\s+(?P<name>{NAME})"
)  # analyst at Stone Marlow
_SAYS_IT = re.compile(
    rf"\s+(?:has\s+|had\s+|also\s+)*{SAYING}\s+(?:that\s+)?"
    r"(?:its|it\s+(?:has|had|would|will|plans|expects|intends))\b(?!\s+be(?:en)?\b)"
)  # said it would buy
_IS_IT = re.compile(
    r",\s+which\b|\s+\((?P<short>[A-Z]{2,6})\)|"
    r",\s+(?:the|an?)\s+(?:(?!(?:of|for|at|in|who|with|from)\b)[\w’'-]+\s+){0,4}?"
    r"(?:company|firm|group|maker|agency|charity|bank|publisher|retailer|club)\b"
)  # Stone Marlow, the London bank


def employers(text: str) -> set[str]:
    """The names that somebody holds an office of or works for: "chief analyst at Stone Marlow"."""
    return {
        found["name"].removesuffix("’s").removesuffix("'s") for found in _EMPLOYER.finditer(text)
    }


def is_it(text: str, start: int, name: str) -> bool:
    """Whether a name that speaks is called "it" or "which", or has its initials in brackets."""
    end = start + len(name)
    if _SAYS_IT.match(text, end):
        return True
    found = _IS_IT.match(text, end)
    return found is not None and found["short"] in (None, "".join(re.findall(r"\b[A-Z]", name)))
