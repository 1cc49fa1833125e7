"""A reply as a Discord message: a heading, a section for each quote, buttons."""

from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import discord
from discord import ui

from bot.chat.discord_app.rendering.verbatim import Components, verify
from bot.chat.discord_app.rendering.words import READER, form, quoted, shortened_to
from bot.chat.ids import context_id
from bot.wording.prompts import Prompts, Utterance, utterance
from bot.wording.reply import Block, Button, Card, Headline, InputForm, Line, Reply, Unit

ROOM = 4_000
"""Characters of all texts of a message, Discord's own limit."""

MOST_BLOCKS = 6
"""Quotes of a message: of 40 components, Discord's limit, each takes 5 and a line over it 1."""

LONG = 1_200
"""Characters of a variable in a long line, escaped: with its options a question must fit."""

REMEMBERED = 300
"""Messages kept for replies that are sent again; 50 kB each at most."""

TYPED = "typed"
"""The id of the line that is typed in a form."""

SMALL = "-# "
SEPARATOR = " · "

Item = ui.Item[ui.LayoutView]


def _kind(unit: Line | Block) -> str:
    if isinstance(unit, Line):
        return "line"
    return "featured" if unit.featured and unit.context else "quote"


def _is_digest(reply: Reply) -> bool:
    """Whether a reply is of cards, or lists headlines below a heading."""
    has_heading = isinstance(reply.units[0], Line)
    kinds = (Card, Headline) if has_heading else Card
    return any(isinstance(unit, kinds) for unit in reply.units)


def _titled(unit: Unit) -> Unit:
    """A headline over quotes that have sections of their own: a line."""
    return Line(unit.title, long=True) if isinstance(unit, Headline) else unit


class Message(ui.LayoutView):
    """A reply ready to be sent, any number of times: it holds its components and keeps no state."""

    def __init__(self, items: Sequence[Item], *, private: bool, replaces: bool = False) -> None:
        super().__init__(timeout=None)
        for item in items:
            self.add_item(item)
        self.private = private
        self.replaces = replaces
        self._prepared: Components = [item.to_component_dict() for item in self.children]
        # A finished view is not kept by discord.py; its buttons are answered by their ids.
        self.stop()

    def to_components(self) -> Components:
        """The components, as they were when the message was made."""
        return self._prepared


class Renderer(ABC):
    """Makes messages of replies, in the words of `prompts/`."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts
        self._form, self._long_form = form(), form(LONG)
        self._rendered: OrderedDict[tuple[int, str | None], tuple[Reply, Message]] = OrderedDict()

    def message(self, reply: Reply) -> Message:
        """The reply within Discord's limits, every quote checked against its article.

        Of a reply with more to follow, quotes that do not fit are left to a *more* button; of
        others they are cut.
        """
        key = id(reply), READER.get()
        _, message = self._rendered.get(key, (None, None))
        if message is None:
            message = self.of_cards(reply) if _is_digest(reply) else self.made(reply)
            self._rendered[key] = reply, message
            if len(self._rendered) > REMEMBERED:
                self._rendered.popitem(last=False)
        return message

    @abstractmethod
    def of_cards(self, reply: Reply) -> Message:
        """The message of a reply with cards."""

    def made(self, reply: Reply) -> Message:
        """The message of a reply without cards, not remembered."""
        kept = self._kept(replace(reply, units=tuple(map(_titled, reply.units))))
        shown = [unit for unit in kept if isinstance(unit, Block)]
        rows = [[self.button(button) for button in row] for row in reply.buttons if row]
        if reply.more and (reply.more.beyond or len(shown) < len(reply.blocks)):
            more = self.button(Button(utterance("discord/more"), reply.more.id(len(shown))))
            rows = [[more, *(rows[0] if rows else [])], *rows[1:]]
        items = [*self._items(kept), *(ui.ActionRow(*row) for row in rows)]
        message = Message(items, private=reply.private, replaces=reply.replaces)
        verify(message.to_components(), shown)
        return message

    def _kept(self, reply: Reply) -> list[Line | Block]:
        """The units that fit, in their order; lines always do, for they are few and ours."""
        lines = [unit for unit in reply.units if isinstance(unit, Line)]
        room = ROOM - sum(len(self._line(line)) + 1 for line in lines)
        blocks = iter((self._first if reply.more else self._shared)(reply.blocks, room))
        kept = (unit if isinstance(unit, Line) else next(blocks, None) for unit in reply.units)
        return [unit for unit in kept if unit is not None]

    def _first(self, blocks: Sequence[Block], room: int) -> Iterator[Block]:
        """As many blocks as fit; the first one is cut when it does not fit alone."""
        for block in blocks[:MOST_BLOCKS]:
            source = len(self._source(block))
            shown = shortened_to(block, room - source) if block is blocks[0] else block
            room -= source + len(quoted(shown))
            if room < 0:
                return
            yield shown

    def _shared(self, blocks: Sequence[Block], room: int) -> list[Block]:
        """All blocks that a message may have, each cut to its share of the room."""
        blocks = blocks[:MOST_BLOCKS]
        sources = [len(self._source(block)) for block in blocks]
        return [
            shortened_to(block, room // len(blocks) - source)
            for block, source in zip(blocks, sources, strict=True)
        ]

    def _items(self, units: Sequence[Line | Block]) -> Iterator[Item]:
        """Neighbouring lines in one text, quotes that are set apart in one frame."""
        for kind, group in groupby(units, _kind):
            if kind == "line":
                lines = [self._line(unit) for unit in group if isinstance(unit, Line)]
                yield ui.TextDisplay("\n".join(lines))
                continue
            quotes = [self._quotation(unit) for unit in group if isinstance(unit, Block)]
            yield from [ui.Container(*quotes)] if kind == "featured" else quotes

    def _quotation(self, block: Block) -> Item:
        """A quote above its source, the button to its context beside them."""
        words: Item = ui.TextDisplay(quoted(block))
        source: Item = ui.TextDisplay(self._source(block))
        if not block.context:
            return ui.Container(words, source)
        quote, article = block.quote, block.quote.article
        target = context_id(article.id, article.version, quote.start, quote.end)
        button = self.button(Button(utterance("discord/context"), target))
        return ui.Section(words, source, accessory=button)

    def button(self, button: Button) -> ui.Button[ui.LayoutView]:
        """A button of a reply."""
        style = discord.ButtonStyle.primary if button.primary else discord.ButtonStyle.secondary
        style = discord.ButtonStyle.danger if button.danger else style
        return ui.Button(label=self._say(button.label), custom_id=button.id, style=style)

    def form(self, form: InputForm) -> ui.Modal:
        """A form; what is typed comes back with the form's own id, also after a restart."""
        line: ui.TextInput[ui.Modal] = ui.TextInput(custom_id=TYPED, max_length=form.longest)
        modal = ui.Modal(title=self._say(form.title), custom_id=form.id)
        label, hint = self._say(form.label), self._say(form.hint)
        modal.add_item(ui.Label(text=label, description=hint, component=line))
        # As a message, it is not kept by discord.py.
        modal.stop()
        return modal

    def _source(self, block: Block) -> str:
        """Where a quote is from, and what is noted of it, on one line."""
        return SMALL + SEPARATOR.join(self._say(part) for part in (*block.source, *block.notes))

    def _line(self, line: Line) -> str:
        words = self._prompts.say(line.words, self._long_form if line.long else self._form)
        return f"{SMALL}{words}" if line.small else words

    def _say(self, what: Utterance) -> str:
        return self._prompts.say(what, self._form)
