"""An answer: quotes, and nothing that is not one."""

from dataclasses import dataclass

from bot.articles.article import Quote


@dataclass(frozen=True, slots=True)
class Cited:
    """A quote of an answer, the words in it that answer, and the outlets that printed it too."""

    quote: Quote
    spans: tuple[Quote, ...] = ()
    also_in: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles say on a query; without `cited` they do not say.

    `matched` of `total` articles have a passage that covers the query. `nearest` are topics that
    the articles do have, `corrected` the query with its typing errors mended, `missing` its words
    that no article says, `more` whether another page of quotes follows, `empty` that the query
    held nothing to search for.
    """

    query: str
    cited: tuple[Cited, ...]
    matched: int
    total: int
    nearest: tuple[str, ...] = ()
    corrected: str | None = None
    missing: tuple[str, ...] = ()
    more: bool = False
    empty: bool = False

    @property
    def found(self) -> bool:
        """Whether any article says something on the query."""
        return bool(self.cited)

    @property
    def span(self) -> Quote | None:
        """The shortest span that answers, inside one of the quotes."""
        return next((span for cited in self.cited for span in cited.spans), None)
