"""A reply, free of any platform: utterances and quotes, and nothing else can be in it."""

from dataclasses import dataclass

from bot.articles.article import Quote
from bot.wording.prompts import Utterance


@dataclass(frozen=True, slots=True)
class Line:
    """Words of our own, from `prompts/`; `heading` when it opens the reply.

    A `small` one is beside the matter: where something is from, what was counted.
    """

    words: Utterance
    heading: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A quote with its source; `spans` stand out in it, `source` says where it is from.

    `cut_before` and `cut_after` tell that the quote begins or ends inside a sentence.
    """

    quote: Quote
    source: tuple[Utterance, ...]
    spans: tuple[Quote, ...] = ()
    notes: tuple[Utterance, ...] = ()
    cut_before: bool = False
    cut_after: bool = False
    context: bool = True


@dataclass(frozen=True, slots=True)
class Button:
    """A button as data: `id` is what a press sends back; a `primary` one stands out."""

    label: Utterance
    id: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """Quotes that belong together, such as those of a story; the first one is its headline.

    A face whose messages are full may leave out quotes and cards from the end.
    """

    blocks: tuple[Block, ...]
    buttons: tuple[Button, ...] = ()


Unit = Line | Block | Card


@dataclass(frozen=True, slots=True)
class Reply:
    """What to answer.

    `following` is where a *more* button leads to, None for nowhere: the number of a quote, or of
    a page of the list of articles. `buttons` are rows of buttons below the units.
    """

    units: tuple[Unit, ...]
    private: bool = False
    following: int | None = None
    buttons: tuple[tuple[Button, ...], ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The quotes of the reply, each a unit of its own; those of cards are in their cards."""
        return tuple(unit for unit in self.units if isinstance(unit, Block))
