"""Cards as a Discord message, a box each: a digest in one message, whatever does not fit left out.

A message of cards is lines, cards, a line over a list of quotes, and lines again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from discord import ui

from bot.articles.article import Quote
from bot.chat.discord_app.rendering.verbatim import CONTAINER, Components
from bot.chat.discord_app.rendering.views import ROOM, SEPARATOR, SMALL, Item, Message, Renderer
from bot.chat.discord_app.rendering.words import escaped, link, unescaped
from bot.errors import NotVerbatim
from bot.wording.prompts import utterance
from bot.wording.reply import Block, Card, Line, Reply

COMPONENTS = 40
"""Components of a message over all levels, Discord's own limit."""

AROUND = 4
"""Components beside the cards: heading, the role that is called, the list, and what was counted."""

OF_A_CARD = 4
"""Components of a card without its links: the box, its text, a row, a button."""

MOST_LINKS = 3
"""Link buttons of a card at most; a fifth button would open a second row."""

MARGIN = 300
"""Characters kept free for what is below the cards, and for what others add."""

LABEL = 80
"""Characters of a button's label, Discord's own limit."""

HEADLINE, QUOTED, LISTED = "### ", "> ", "- "


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a message with cards, from above."""

    head: tuple[Line, ...]
    cards: tuple[Card, ...]
    title: Line | None
    listed: tuple[Block, ...]
    foot: tuple[Line, ...]


class CardRenderer(Renderer):
    """Makes messages of all replies, also of those with cards, each quote checked."""

    def of_cards(self, reply: Reply) -> Message:
        """The reply within Discord's limits; of cards, what does not fit is left out."""
        layout = self._fitting(_layout(reply))
        cards = len(layout.cards)
        room = COMPONENTS - AROUND - OF_A_CARD * cards
        links = min(MOST_LINKS, room // max(cards, 1))
        items: list[Item] = [ui.TextDisplay(self._head(layout))]
        items += [self._box(card, links) for card in layout.cards]
        if layout.listed:
            items.append(ui.TextDisplay(self._list(layout)))
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
            if cards + len(self._list(smaller)) <= room:
                break
        return smaller

    def _box(self, card: Card, links: int) -> Item:
        box: ui.Container[ui.LayoutView] = ui.Container()
        box.add_item(ui.TextDisplay(self._card(card)))
        row: ui.ActionRow[ui.LayoutView] = ui.ActionRow(*map(self.button, card.buttons))
        for label, address in list(_links(card, self._say(utterance("discord/open"))))[:links]:
            row.add_item(ui.Button(label=label, url=address))
        box.add_item(row)
        return box

    def _card(self, card: Card) -> str:
        lines: list[str] = []
        for block in card.blocks:
            begin = QUOTED if lines else HEADLINE
            lines += [f"{begin}{shown(block.quote)}", self._source(replace(block, notes=()))]
            lines += [f"{SMALL}{self._say(note)}" for note in block.notes]
        return "\n".join(lines)

    def _list(self, layout: Layout) -> str:
        if layout.title is None or not layout.listed:
            return ""
        lines = [f"**{self._say(layout.title.words)}**"]
        for block in layout.listed:
            source = SEPARATOR.join(self._say(part) for part in block.source)
            lines.append(f"{LISTED}{shown(block.quote)}{SEPARATOR}{source}")
        return "\n".join(lines)


def shown(quote: Quote) -> str:
    """The quote escaped, on one line."""
    return escaped(_folded(quote))


def verify_cards(components: Components, layout: Layout) -> None:
    """Refuse, as NotVerbatim, a message that does not show each quote word for word, on a line."""
    boxes = [part for part in components if part["type"] == CONTAINER]
    for box, card in zip(boxes, layout.cards, strict=True):
        lines = _beginning(box["components"][0]["content"], (HEADLINE, QUOTED))
        for line, block in zip(lines, card.blocks, strict=True):
            if unescaped(line) != _folded(block.quote):
                raise NotVerbatim("error/not_verbatim")
    if layout.listed:
        lines = _beginning(components[1 + len(boxes)]["content"], (LISTED,))
        for line, block in zip(lines, layout.listed, strict=True):
            if not unescaped(line).startswith(_folded(block.quote) + SEPARATOR):
                raise NotVerbatim("error/not_verbatim")


def _folded(quote: Quote) -> str:
    return quote.article.text[quote.start : quote.end].replace("\n", " ")


def _beginning(text: str, begins: tuple[str, ...]) -> list[str]:
    """The lines that begin with one of these, without it."""
    return [line.partition(" ")[2] for line in text.split("\n") if line.startswith(begins)]


def _layout(reply: Reply) -> Layout:
    head = tuple(takewhile(lambda unit: isinstance(unit, Line), reply.units))
    below = [unit for unit in reply.units[len(head) :] if isinstance(unit, Line)]
    return Layout(
        tuple(unit for unit in head if isinstance(unit, Line)),
        tuple(unit for unit in reply.units if isinstance(unit, Card)),
        next((line for line in below if line.heading), None),
        reply.blocks,
        tuple(line for line in below if not line.heading),
    )


def _smaller(layout: Layout) -> Iterator[Layout]:
    """The layout, then ever smaller ones: fewer quotes, from the end on, then fewer cards."""
    cards = list(layout.cards)
    yield layout
    for most in (3, 2):  # the headline is one of them
        for n in reversed(range(len(cards))):
            if len(cards[n].blocks) > most:
                cards[n] = replace(cards[n], blocks=cards[n].blocks[:most])
                yield replace(layout, cards=tuple(cards))
    for count in reversed(range(len(layout.listed))):
        yield replace(layout, cards=tuple(cards), listed=layout.listed[:count])
    for count in reversed(range(len(cards))):
        yield replace(layout, cards=tuple(cards[:count]), listed=())


def _links(card: Card, label: str) -> Iterator[tuple[str, str]]:
    """A label and an address for each quoted article that has one, each once."""
    seen: set[str] = set()
    for block in card.blocks:
        article = block.quote.article
        address = link(article.url)
        if address is not None and address not in seen:
            seen.add(address)
            yield (article.outlet or label)[:LABEL], address


def with_role(message: Message, role: str) -> Message:
    """The message with a mention of a role below its heading."""
    heading, *others = message.children
    mention: Item = ui.TextDisplay(f"<@&{role}>")
    return Message([heading, mention, *others], private=message.private)
