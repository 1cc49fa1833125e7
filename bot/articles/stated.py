"""Lines of a plain text that state a fact and cannot be mistaken for anything else."""

import re
from itertools import islice

from bot.articles.facts import Facts, known, web_address

# A header is short; an address further down belongs to the story.
HEADER_LINES = 10
# A longer line is a sentence that happens to begin with the word.
MAX_AUTHOR = 100

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_AUTHOR = re.compile(rf"Author:[ \xa0]*(\S[^\n]{{0,{MAX_AUTHOR - 1}}})")


def stated_facts(text: str) -> Facts:
    """Return the address and the author that lines of their own state near the top of the text.

    Two different ones make the fact unknown: one of them is another article's.
    """
    lines = [line[0].strip() for line in islice(_LINE.finditer(text), HEADER_LINES)]
    addresses = {line for line in lines if web_address(line)}
    authors = {match[1] for line in lines if (match := _AUTHOR.fullmatch(line))}
    return known(url=_only(addresses), author=_only(authors))


def _only(values: set[str]) -> str | None:
    return min(values) if len(values) == 1 else None
