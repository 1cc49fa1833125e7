"""The part of a page's markup that is worth parsing: no programs, and no more than pages have."""

import re
from itertools import islice

# Of 54 real pages the longest has 263,000 characters and 3,201 tags.
MOST_CHARACTERS = 800_000
MOST_TAGS = 25_000

_PROGRAM = re.compile(r"<(script|style|svg)\b([^>]{0,2000}>)?", re.IGNORECASE)
_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "svg")}
# What a page states of its article comes in a script that is none.
_STATED = "ld+json"


def lean_markup(text: str) -> str:
    """Return the markup without programs and drawings, cut where it is longer than any page."""
    kept = "".join(_without_programs(text))[:MOST_CHARACTERS]
    beyond = next(islice(re.finditer("<", kept), MOST_TAGS, None), None)
    return kept[: beyond.start()] if beyond else kept


def _without_programs(text: str) -> list[str]:
    kept, at = [], 0
    for program in _PROGRAM.finditer(text):
        if program.start() < at or _STATED in (program[2] or "").lower():
            continue
        kept.append(text[at : program.start()])
        end = _ENDS[program[1].lower()].search(text, program.end())
        # What never ends hides all that follows it from a browser, too.
        at = end.start() if end else len(text)
    return [*kept, text[at:]]
