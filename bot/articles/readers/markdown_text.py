"""The words of a Markdown text, without the marks that dress them."""

import re
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.token import Token

from bot.articles.article import Mark
from bot.articles.readers.markup import LINES, UNSEEN
from bot.articles.readers.tables import row_lines
from bot.articles.readers.written import html_text, is_tag, numbers_apart, tag_name_of
from bot.language.cleaning import clean
from bot.language.paragraphs import is_heading
from bot.language.scripts import UNSPACED

MOST_MARKS = 25_000
"""Signs that may be marks; more make no article but a table of data, and take seconds to read."""

MOST_NESTED = 100
"""Lists and quotations in one another, each list counted twice; deeper ones are left as written."""

_MARK = re.compile(r"[\[\]*_`<>|~!&]")
# f**k: inside a word of Latin letters asterisks stand for some of them.
_IN_WORD = re.compile(rf"(?<=[^\W_{UNSPACED}])\*{{1,10}}(?=[^\W_{UNSPACED}])")
# said.[^1] It, said [^1][^2], and
_FOOTNOTE_MARKS = re.compile(
    r"[ ]?(?:\[\^[^\]\s]{1,40}\])+(?=[\s.,;:!?)]|\Z)|(?:\[\^[^\]\s]{1,40}\])+"
)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:[ ]?")  # [^1]: Interview, May.
_FOOTNOTE_BEGINS = re.compile(rf"\n(?={_FOOTNOTE.pattern})")
_CONTAINERS = ("list_item_open", "blockquote_open")

_WORDS = ("text", "text_special", "code_inline", "html_inline")


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """Words, the marks of their lines that are no prose, and the first heading, if it leads."""

    text: str
    marks: tuple[Mark, ...] = ()
    heading: str | None = None


def markdown_text(written: str) -> MarkdownText:
    """Return the words of a Markdown text, a line for each of its lines; other text as it is."""
    if sum(1 for _ in _MARK.finditer(written)) > MOST_MARKS:
        return MarkdownText(written)
    source = numbers_apart(_IN_WORD.sub(lambda found: "\\*" * len(found[0]), written))
    tokens = _parser().parse(source)
    # The parser takes nothing of what stands deeper.
    if any(token.type in _CONTAINERS and token.level + 1 >= MOST_NESTED for token in tokens):
        return MarkdownText(written)
    page = _Page(source.split("\n"))
    for token in tokens:
        page.take(token)
    return page.whole()


@cache
def _parser() -> MarkdownIt:
    # An indented paragraph is one, as in a newspaper, and no program.
    parser = MarkdownIt("commonmark", {"maxNesting": MOST_NESTED})
    parser.enable(["table", "strikethrough"]).disable("code")
    parser.block.ruler.at("reference", _link_reference)
    return parser


def _link_reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser calls it so
    """The target of a link, [1]: /fares, but no footnote of one word, [^1]: Interview."""
    begins = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", begins) and reference(state, start, end, silent)


@dataclass(slots=True)
class _Page:
    """The blocks of a text as they are read, each its lines and the kind of what is no prose."""

    source: list[str]
    blocks: list[tuple[str, str | None]] = field(default_factory=list)
    heading: str | None = None
    _open: list[Token] = field(default_factory=list)
    _bullet: str = ""
    _rows: list[list[str]] = field(default_factory=list)
    _html: str = ""

    def take(self, token: Token) -> None:
        """Take one token of the parser."""
        if token.type == "html_block":
            # A blank line parts the blocks, but not a table that goes on.
            self._html += token.content
            return
        self._end_html()
        if token.type == "inline":
            self._words(inline_text(token))
        elif token.type == "fence":
            self._fence(token)
        elif token.type == "tr_open":
            self._rows.append([])
        elif token.type == "table_close":
            self._table()
        elif token.type == "list_item_open":
            self._bullet = f"{token.info}{token.markup} " if token.info else "- "
        elif token.nesting > 0:
            self._open.append(token)
        elif token.type == "list_item_close":
            self._bullet = ""
        if token.nesting < 0 and self._open and self._open[-1].type == f"{token.type[:-5]}open":
            self._open.pop()

    def whole(self) -> MarkdownText:
        """The text of all blocks."""
        self._end_html()
        marks, at = [], 0
        for block, kind in self.blocks:
            marks += [Mark(at, at + len(block), kind)] if kind else []
            at += len(block) + 2
        text = "\n\n".join(block for block, _ in self.blocks)
        return MarkdownText(f"{text}\n", tuple(_by_line(text, marks)), self.heading)

    def _end_html(self) -> None:
        if self._html:
            self._add(html_text(self._html))
            self._html = ""

    def _words(self, words: str) -> None:
        if self._rows:
            self._rows[-1].append(_FOOTNOTE_MARKS.sub("", words))
            return
        for part in _FOOTNOTE_BEGINS.split(words):
            self._part(part)

    def _part(self, written: str) -> None:
        """A paragraph or a heading, or one of the footnotes that stand below each other."""
        note = _FOOTNOTE.match(written)
        words = _FOOTNOTE_MARKS.sub("", written[note.end() if note else 0 :])
        head = bool(self._open) and self._open[-1].type == "heading_open"
        kind = "footnote" if note else None
        if head:
            if not self.blocks and self._open[-1].tag == "h1":
                self.heading = words
            kind = None if is_heading(words) or self._open[-1].markup in "=-" else "heading"
        self._add(words, kind)

    def _add(self, written: str, kind: str | None = None) -> None:
        lines = (line.strip() for line in clean(written).split("\n"))
        block = "\n".join(filter(None, lines))
        if block:
            self.blocks.append((self._bullet + block, kind))
        self._bullet = ""

    def _fence(self, token: Token) -> None:
        """A program between two fences; what none ends is text, and the fence a stray line."""
        first, beyond = token.map or (0, 0)
        ended = beyond - first > 1 and self.source[beyond - 1].strip().startswith(token.markup)
        self._add(token.content, "code" if ended else None)

    def _table(self) -> None:
        heads, *rows = self._rows
        self._rows = []
        self._add("\n".join(row_lines(heads, rows) or map(" | ".join, rows)))


def inline_text(token: Token) -> str:
    """Return the words of a line: no targets of links, nothing struck out.

    A picture among words is told by the words that stand for it; one alone has none.
    """
    words: list[str] = []
    pictures = [part for part in token.children or [] if part.type == "image"]
    alone = len(pictures) and not any(
        part.content.strip() for part in token.children or [] if part.type != "image"
    )
    hidden = struck = 0
    for part in token.children or []:
        if part.type in ("s_open", "s_close"):
            struck += part.nesting
            if not struck and words:
                words[-1] = words[-1].rstrip(" ")
        elif part.type == "html_inline" and is_tag(part.content):
            if tag_name_of(part.content) in UNSEEN:
                hidden += -1 if part.content.startswith("</") else 1
            elif hidden <= 0 and tag_name_of(part.content) in LINES:
                words.append("\n")
        elif hidden > 0 or struck > 0:
            continue
        elif part.type in ("softbreak", "hardbreak"):
            words.append("\n")
        elif part.type in _WORDS or (part.type == "image" and not alone):
            words.append(part.content)
    return "".join(words)


def _by_line(text: str, marks: list[Mark]) -> list[Mark]:
    """The marks of whole blocks as those of their lines."""
    found = []
    for mark in marks:
        start = mark.start
        for line in text[mark.start : mark.end].split("\n"):
            found.append(Mark(start, start + len(line), mark.kind))
            start += len(line) + 1
    return found
