"""The words of a quote as Discord is sent them, and back again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.articles.article import Quote
from bot.chat.discord_app.escaping import CUT, escaped, fitting, unescaped
from bot.chat.reply import Block
from bot.errors import NotVerbatim

BOLD = "**"
BAR = ">>> "
"""Makes everything after it a block quotation, over all its lines."""


def quoted(block: Block) -> str:
    """The quote escaped, in a block quotation, its spans bold, an ellipsis where it is cut."""
    before = CUT if block.cut_before else ""
    after = CUT if block.cut_after else ""
    return f"{BAR}{before}{''.join(_pieces(block))}{after}"


def undone(shown: str, block: Block) -> str:
    """The words a reader sees in what `quoted` made, without bar, bold and ellipsis."""
    words = shown.removeprefix(BAR)
    if block.cut_before:
        words = words.removeprefix(CUT)
    if block.cut_after:
        words = words.removesuffix(CUT)
    return unescaped(words.replace(BOLD, ""))


def check(shown: str, block: Block) -> None:
    """Refuse, as NotVerbatim, what does not show exactly the article's own words."""
    quote = block.quote
    if undone(shown, block) != quote.article.text[quote.start : quote.end]:
        raise NotVerbatim("error/not_verbatim")


def shortened_to(block: Block, room: int) -> Block:
    """The same block, its quote cut at a word so that it takes at most `room` characters."""
    if len(quoted(block)) <= room:
        return block
    quote = block.quote
    end = quote.start + fitting(quote.text, room - len(BAR) - 2 * len(CUT))
    shorter = quote.article.quote(quote.start, end)
    spans = _inside(block.spans, shorter)
    cut = replace(block, quote=shorter, spans=spans, cut_after=True)
    return cut if len(quoted(cut)) <= room else replace(cut, spans=())


def _inside(spans: Iterable[Quote], quote: Quote) -> tuple[Quote, ...]:
    return tuple(span for span in spans if quote.holds(span))


def _pieces(block: Block) -> Iterator[str]:
    quote = block.quote
    text, at = quote.article.text, quote.start
    for start, end in _bold(block):
        yield escaped(text[at:start])
        yield "\n".join(_bolder(line) for line in text[start:end].split("\n"))
        at = end
    yield escaped(text[at : quote.end])


def _bolder(line: str) -> str:
    return f"{BOLD}{escaped(line)}{BOLD}" if line.strip() else line


def _bold(block: Block) -> list[tuple[int, int]]:
    """The spans in order, those that touch or overlap joined: bold cannot follow on bold."""
    joined: list[tuple[int, int]] = []
    for span in sorted(_inside(block.spans, block.quote), key=lambda span: span.start):
        if joined and span.start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], span.end))
        else:
            joined.append((span.start, span.end))
    return joined
