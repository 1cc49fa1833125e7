"""A reply, free of any platform: utterances and quotes, and nothing else can be in it."""

from dataclasses import dataclass

from bot.articles.article import Article, Quote
from bot.wording.prompts import Utterance, utterance


@dataclass(frozen=True, slots=True)
class Line:
    """Words of our own, from `prompts/`; `heading` when it opens the reply.

    A `small` one is beside the matter: where something is from, what was counted. The variables
    of a `long` one are whole sentences, such as a question, and not names.
    """

    words: Utterance
    heading: bool = False
    small: bool = False
    long: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A quote with its source; `spans` stand out in it, `source` says where it is from.

    `cut_before` and `cut_after` tell that the quote begins or ends inside a sentence; a `featured`
    quote is set apart from the others.
    """

    quote: Quote
    source: tuple[Utterance, ...]
    spans: tuple[Quote, ...] = ()
    notes: tuple[Utterance, ...] = ()
    cut_before: bool = False
    cut_after: bool = False
    context: bool = True
    featured: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """A button as data: `id` is what a press sends back; a `primary` one stands out.

    What a `danger` button does cannot be undone.
    """

    label: Utterance
    id: str
    primary: bool = False
    danger: bool = False


@dataclass(frozen=True, slots=True)
class InputForm:
    """A form with one line to type in; `id` is what comes back with it, `longest` in characters."""

    id: str
    title: Utterance
    label: Utterance
    hint: Utterance
    longest: int


@dataclass(frozen=True, slots=True)
class Headline:
    """The title that an outlet gave an article, whole: its own words, and no quote.

    `source` says whose title it is, and what is noted of it.
    """

    article: Article
    source: tuple[Utterance, ...] = ()

    @property
    def title(self) -> Utterance:
        """The title, linked where the article has an address."""
        title, url = self.article.title, self.article.url
        if url:
            return utterance("source/title_linked", title=title, url=url)
        return utterance("source/title", title=title)


@dataclass(frozen=True, slots=True)
class Card:
    """Quotes that belong together, such as those of a story, below a headline.

    Without one the first quote is the headline. `foot` is noted below the quotes, and `links` are
    articles to go on to. A face whose messages are full leaves out quotes and cards from the end.
    """

    blocks: tuple[Block, ...]
    buttons: tuple[Button, ...] = ()
    headline: Headline | None = None
    foot: tuple[Utterance, ...] = ()
    links: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class More:
    """A *more* button: its id is `prefix` and the number of what comes next.

    `first` is the number of the reply's first quote; in a reply without quotes, of the next page.
    `beyond` tells that there is more than the reply holds.
    """

    prefix: str
    first: int
    beyond: bool

    def id(self, shown: int) -> str:
        """The id of the button below so many quotes."""
        return f"{self.prefix}:{self.first + shown}"


Unit = Line | Block | Headline | Card


@dataclass(frozen=True, slots=True)
class Reply:
    """What to answer.

    `more` is there when something may follow; without it every quote is shown, if need be in part.
    `buttons` are rows of buttons below the units. A reply that `replaces` is shown in place of the
    message whose button was pressed.
    """

    units: tuple[Unit, ...]
    private: bool = False
    more: More | None = None
    buttons: tuple[tuple[Button, ...], ...] = ()
    replaces: bool = False

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The quotes of the reply, each a unit of its own; those of cards are in their cards."""
        return tuple(unit for unit in self.units if isinstance(unit, Block))

    @property
    def following(self) -> int | None:
        """The number of the quote or the page after the whole reply; None when there is none."""
        more = self.more
        return more.first + len(self.blocks) if more and more.beyond else None
