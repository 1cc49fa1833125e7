"""Which lines of a news text are not the article: credits, by-lines, page and mail furniture."""

import re

from bot.articles.article import Mark
from bot.articles.boilerplate.bylines import is_date_notice, is_thanks
from bot.articles.boilerplate.credits import is_caption, is_credit
from bot.articles.boilerplate.placement import PlacedLine, mark_by_place
from bot.articles.boilerplate.wording import BoilerplatePhrases, phrase_kind

LONGEST_LINE = 600  # characters; longer lines are paragraphs, and no rule looks at them

_DRESS = " \t*_#>•»►▶▸|·"
_CLOSE = " :.…›»→>!"
_LIST_ITEM = re.compile(r"\s*[-*•]\s")  # "* one"
_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^\s()]{0,500}\)")  # [More](https://a.example)
_END_MARK = re.compile(  # ###, -30-, (ends), * * *
    r"#{3,5}|-\s?30\s?-|ENDS?|\(ends\)|\[ends?\]|-ends?-|[Ee]nds\.?|(?:[*•]\s*){3,7}", re.ASCII
)


def marks(text: str, phrases: BoilerplatePhrases) -> tuple[Mark, ...]:
    """Mark the lines of `text` that are not article text, in order, each from end to end."""
    lines = _lines(text, phrases)
    mark_by_place(lines, phrases)
    return tuple(Mark(line.start, line.end, line.kind) for line in lines if line.kind is not None)


def _lines(text: str, phrases: BoilerplatePhrases) -> list[PlacedLine]:
    """Read the lines that hold anything, with what each shows by itself."""
    found: list[PlacedLine] = []
    start = 0
    for raw in text.split("\n"):
        if raw.strip():
            core = _core(raw) if len(raw) <= LONGEST_LINE else ""
            kind = _kind(raw.strip(), core, phrases)
            found.append(PlacedLine(start, start + len(raw), raw, core, kind))
        start += len(raw) + 1
    return found


def _core(raw: str) -> str:
    """Take a line without bullet, emphasis or the target of a link."""
    words = " ".join(raw.replace("’", "'").split()).strip(_DRESS)
    link = _LINK.fullmatch(words)
    return link[1].strip(_DRESS) if link else words


def _kind(raw: str, core: str, phrases: BoilerplatePhrases) -> str | None:
    """Tell the kind of a line by its own words, wherever it stands."""
    if _END_MARK.fullmatch(raw):
        return "end_mark"
    if is_thanks(core):
        return "contribution"
    if not _LIST_ITEM.match(raw) and is_credit(core.strip("()[]–— "), phrases):
        return "credit"
    if is_caption(core, phrases):
        return "caption"
    if is_date_notice(core):
        return "page_date"
    return phrase_kind(core.rstrip(_CLOSE) or core, phrases)
