"""Which lines of a news text are not the article: credits, by-lines, page and mail furniture."""

import re

from bot.articles.article import Mark
from bot.articles.boilerplate.bios import is_contact
from bot.articles.boilerplate.bylines import is_date_notice, is_name, is_thanks
from bot.articles.boilerplate.captions import is_picture_text
from bot.articles.boilerplate.credits import is_caption, is_credit, is_signed_caption
from bot.articles.boilerplate.notes import is_about_report, is_note
from bot.articles.boilerplate.placement import PlacedLine, mark_by_place
from bot.articles.boilerplate.wording import BoilerplatePhrases, phrase_kind
from bot.language.paragraphs import Span
from bot.language.sentences import sentences

LONGEST_LINE = 1_000  # characters; longer lines are paragraphs, and only their end is looked at
LONGEST_PARAGRAPH = 5_000  # characters; longer ones are texts without line breaks

LEAST_APPEALS = 2  # sentences of furniture that make the others of their line furniture, if fewer
MOST_BETWEEN = 4  # sentences of a line that begins and ends with furniture, without the last ones

_DRESS = " \t*_#>•»►▶▸|·"
_CLOSE = " :.…›»→>!"
_LIST_ITEM = re.compile(r"\s*[-*•]\s")  # "* one"
_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^\s()]{0,500}\)")  # [More](https://a.example)
_SIGNED = re.compile(r"[\[(]([^\[\]()]{2,40} [^\[\]()]{2,40})[\])]")  # [Ada Lund]
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
            whole = kind is not None or is_signed_caption(core, phrases)
            cut, ending = (len(raw), None) if whole else _furniture_at_end(raw, phrases)
            if cut:
                above = core if ending is None else _core(raw[:cut])[:LONGEST_LINE]
                found.append(PlacedLine(start, start + cut, raw[:cut], above, kind))
            if ending:
                found.append(PlacedLine(start + cut, start + len(raw), raw[cut:], "", ending))
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
    if not _LIST_ITEM.match(raw) and is_credit(core.strip("()[]–— "), phrases):
        return "credit"
    if is_note(core):
        return "note"
    if is_caption(core, phrases):
        return "caption"
    return _sentence_kind(core, phrases)


def _sentence_kind(core: str, phrases: BoilerplatePhrases) -> str | None:
    """Tell the kind of a line that is one sentence, or of one sentence of it."""
    if is_thanks(core):
        return "contribution"
    if is_picture_text(core, phrases):
        return "caption"
    if is_date_notice(core):
        return "page_date"
    if is_contact(core):
        return "contact"
    return phrase_kind(core.rstrip(_CLOSE) or core, phrases)


def _furniture_at_end(raw: str, phrases: BoilerplatePhrases) -> tuple[int, str | None]:
    """Find where the sentences at the end of a line begin that are furniture, and their kind.

    A line that also begins with furniture, or is little else, is furniture from its place 0 on:
    an appeal opens with its reasons.
    """
    spans = sentences(raw, Span(0, len(raw))) if len(raw) <= LONGEST_PARAGRAPH else []
    if len(spans) == 1:  # `_kind` has looked at it
        kind = _signing_kind(_core(raw), phrases)
        return (0, kind) if kind else (len(raw), None)
    cut, kind, count = len(raw), None, 0
    for span in reversed(spans):
        own = _kind_at_end(_core(raw[span.start : span.end]), phrases)
        if own is None:
            break
        cut, kind, count = span.start, own, count + 1
    others = len(spans) - count
    is_appeal = LEAST_APPEALS <= count > others or (
        count > 0 and others <= MOST_BETWEEN and _kind_at_end(_core(raw[: spans[0].end]), phrases)
    )
    return (0 if is_appeal else cut), kind


def _kind_at_end(core: str, phrases: BoilerplatePhrases) -> str | None:
    if len(core) > LONGEST_LINE:
        return None
    return _signing_kind(core, phrases) or _sentence_kind(core, phrases)


def _signing_kind(core: str, phrases: BoilerplatePhrases) -> str | None:
    """Tell the kind of a sentence that signs a text or is about it."""
    if phrases.agency.fullmatch(core.strip("()[]–—. ")):
        return "credit"
    signed = _SIGNED.fullmatch(core)
    if signed and is_name(signed[1]):
        return "byline"
    return "note" if is_about_report(core) else None
