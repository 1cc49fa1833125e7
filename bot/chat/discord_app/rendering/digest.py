"""Cards as a Discord message, a box each: a digest in one message, whatever does not fit left out.

A message of cards is lines, cards, lists of headlines with a line over each, and lines again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from discord import ui

from bot.articles.article import Quote
from bot.chat.discord_app.rendering.verbatim import CONTAINER, Components
from bot.chat.discord_app.rendering.views import ROOM, SEPARATOR, SMALL, Item, Message, Renderer
from bot.chat.discord_app.rendering.words import escaped, link, unescaped
from bot.errors import NotVerbatim
from bot.wording.prompts import utterance
from bot.wording.reply import Block, Card, Headline, Line, Reply

COMPONENTS = 40
"""Components of a message over all levels, Discord's own limit."""

AROUND = 8
"""Components beside the cards: heading, the role that is called, lists, and what was counted."""

OF_A_CARD = 4
"""Components of a card: the box, its text, a row, a button."""

CARDS = (COMPONENTS - AROUND) // OF_A_CARD

MOST_LINKS = 4
"""Link buttons of a card at most; with its own button they fill a row."""

LABEL = 80
"""Characters of a button's label, Discord's own limit."""

MARGIN = 300
"""Characters kept free for what is below the cards, and for what others add."""

HEADLINE, QUOTED, LISTED = "### ", "> ", "- "

Row = Block | Headline


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a message with cards, from above; each list has a line over it."""

    head: tuple[Line, ...]
    cards: tuple[Card, ...]
    lists: tuple[tuple[Line, tuple[Row, ...]], ...]
    foot: tuple[Line, ...]


class CardRenderer(Renderer):
    """Makes messages of all replies, also of those with cards, each quote checked."""

    def of_cards(self, reply: Reply) -> Message:
        """The reply within Discord's limits; of cards, what does not fit is left out."""
        layout = self._fitting(_layout(reply))
        room = COMPONENTS - AROUND - OF_A_CARD * len(layout.cards)
        links = min(MOST_LINKS, room // max(len(layout.cards), 1))
        items: list[Item] = [ui.TextDisplay(self._head(layout))]
        items += [self._box(card, links) for card in layout.cards]
        items += [ui.TextDisplay(self._list(title, rows)) for title, rows in layout.lists]
        if layout.foot:
            items.append(ui.TextDisplay(self._foot(layout)))
        message = Message(items, private=reply.private)
        verify_cards(message.to_components(), layout)
        return message

    def _head(self, layout: Layout) -> str:
        heading, *lines = layout.head
        return "\n".join([f"## {self._say(heading.words)}", *map(self._line, lines)])

    def _foot(self, layout: Layout) -> str:
        """What was counted on one line, and the last words below it."""
        *counts, last = layout.foot
        told = [SMALL + SEPARATOR.join(self._say(line.words) for line in counts)] if counts else []
        return "\n".join([*told, self._line(last)])

    def _fitting(self, layout: Layout) -> Layout:
        """As many quotes, then cards, then listed lines as there is room for."""
        room = ROOM - MARGIN - len(self._head(layout))
        for smaller in _smaller(layout):
            cards = sum(len(self._card(card)) for card in smaller.cards)
            lists = sum(len(self._list(title, rows)) for title, rows in smaller.lists)
            if cards + lists <= room and len(smaller.cards) <= CARDS:
                break
        return smaller

    def _box(self, card: Card, links: int) -> Item:
        box: ui.Container[ui.LayoutView] = ui.Container()
        box.add_item(ui.TextDisplay(self._card(card)))
        buttons = [self.button(button) for button in card.buttons]
        buttons += islice(_links(card, self._say(utterance("discord/open"))), links)
        if buttons:
            row: ui.ActionRow[ui.LayoutView] = ui.ActionRow(*buttons)
            box.add_item(row)
        return box

    def _card(self, card: Card) -> str:
        lines: list[str] = []
        if card.headline:
            lines.append(f"{HEADLINE}{self._title(card.headline)}")
            lines.append(SMALL + SEPARATOR.join(map(self._say, card.headline.source)))
        for block in card.blocks:
            begin = QUOTED if lines else HEADLINE
            lines += [f"{begin}{shown(block.quote)}", self._source(block)]
        if card.foot:
            lines.append(SMALL + SEPARATOR.join(map(self._say, card.foot)))
        return "\n".join(lines)

    def _title(self, headline: Headline) -> str:
        """A title, which is shown whole."""
        return self._prompts.say(headline.title, self._long_form)

    def _list(self, title: Line, rows: Sequence[Row]) -> str:
        return "\n".join([f"**{self._say(title.words)}**", *map(self._row, rows)])

    def _row(self, row: Row) -> str:
        words = self._title(row) if isinstance(row, Headline) else shown(row.quote)
        return LISTED + SEPARATOR.join([words, *map(self._say, row.source)])


def shown(quote: Quote) -> str:
    """The quote escaped, on one line."""
    return escaped(_folded(quote))


def verify_cards(components: Components, layout: Layout) -> None:
    """Refuse, as NotVerbatim, a message that does not show each quote word for word, on a line."""
    boxes = [part for part in components if part["type"] == CONTAINER]
    for box, card in zip(boxes, layout.cards, strict=True):
        lines = _beginning(box["components"][0]["content"], (HEADLINE, QUOTED))
        quotes = lines[1:] if card.headline else lines
        for line, block in zip(quotes, card.blocks, strict=True):
            if unescaped(line) != _folded(block.quote):
                raise NotVerbatim("error/not_verbatim")
    texts = components[1 + len(boxes) :]
    for part, (_, rows) in zip(texts, layout.lists, strict=False):
        lines = _beginning(part["content"], (LISTED,))
        for line, row in zip(lines, rows, strict=True):
            begun = _folded(row.quote) + SEPARATOR if isinstance(row, Block) else ""
            if not unescaped(line).startswith(begun):
                raise NotVerbatim("error/not_verbatim")


def _folded(quote: Quote) -> str:
    return quote.article.text[quote.start : quote.end].replace("\n", " ")


def _beginning(text: str, begins: tuple[str, ...]) -> list[str]:
    """The lines that begin with one of these, without it."""
    return [line.partition(" ")[2] for line in text.split("\n") if line.startswith(begins)]


def _layout(reply: Reply) -> Layout:
    first, *below = reply.units
    small = takewhile(lambda unit: isinstance(unit, Line) and not unit.heading, below)
    head = (first, *small)
    lists: list[tuple[Line, list[Row]]] = []
    foot: list[Line] = []
    for unit in reply.units[len(head) :]:
        if isinstance(unit, Line) and unit.heading:
            lists.append((unit, []))
        elif isinstance(unit, Line):
            foot.append(unit)
        elif not isinstance(unit, Card) and lists:
            lists[-1][1].append(unit)
    return Layout(
        tuple(unit for unit in head if isinstance(unit, Line)),
        tuple(unit for unit in reply.units if isinstance(unit, Card)),
        tuple((title, tuple(rows)) for title, rows in lists if rows),
        tuple(foot),
    )


def _smaller(layout: Layout) -> Iterator[Layout]:
    """The layout, then ever smaller ones: fewer quotes, rows, then cards, from the end on."""
    cards, lists = list(layout.cards), list(layout.lists)
    yield layout
    for most in (2, 1):
        for n in reversed(range(len(cards))):
            if len(cards[n].blocks) > most:
                cards[n] = replace(cards[n], blocks=cards[n].blocks[:most])
                yield replace(layout, cards=tuple(cards))
    while lists:
        title, rows = lists.pop()
        if rows[1:]:
            lists.append((title, rows[:-1]))
        yield replace(layout, cards=tuple(cards), lists=tuple(lists))
    for n in reversed(range(len(cards))):
        cards[n] = replace(cards[n], foot=())
        yield replace(layout, cards=tuple(cards), lists=())
    for count in reversed(range(len(cards))):
        yield replace(layout, cards=tuple(cards[:count]), lists=())


def _links(card: Card, label: str) -> Iterator[ui.Button[ui.LayoutView]]:
    """A button for each article that has an address a button can lead to."""
    for article in card.links:
        address = link(article.url)
        if address is not None:
            name = (article.outlet or label)[:LABEL].rstrip()
            yield ui.Button(label=name, url=address)


def with_role(message: Message, role: str) -> Message:
    """The message with a mention of a role below its heading."""
    heading, *others = message.children
    mention: Item = ui.TextDisplay(f"<@&{role}>")
    return Message([heading, mention, *others], private=message.private)
