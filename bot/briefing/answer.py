"""An answer: quotes, and nothing that is not one."""

from dataclasses import dataclass
from typing import Literal

from bot.articles.article import Quote

State = Literal["answer", "closest", "nothing"]


@dataclass(frozen=True, slots=True)
class Cited:
    """A quote of an answer, the words in it that answer, and the outlets that printed it too."""

    quote: Quote
    spans: tuple[Quote, ...] = ()
    also_in: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles say on a query; without `cited` they do not say.

    `matched` of `total` articles have a passage that covers the query. `closest` are quotes that
    may not answer it, given only when none does. `nearest` are topics that the articles do have,
    `corrected` the query with its typing errors mended, `missing` its words that the closest quotes
    or, without any, no article says, `more` whether another page of quotes follows, `narrowed` that
    filters left some articles out, `empty` that the query held nothing to search for.
    """

    query: str
    cited: tuple[Cited, ...]
    matched: int
    total: int
    closest: tuple[Cited, ...] = ()
    nearest: tuple[str, ...] = ()
    corrected: str | None = None
    missing: tuple[str, ...] = ()
    more: bool = False
    narrowed: bool = False
    empty: bool = False

    @property
    def found(self) -> bool:
        """Whether any article says something on the query."""
        return bool(self.cited)

    @property
    def state(self) -> State:
        """Whether there is an answer, only what comes closest to one, or nothing."""
        if self.found:
            return "answer"
        return "closest" if self.closest else "nothing"

    @property
    def span(self) -> Quote | None:
        """The shortest span that answers, inside one of the quotes."""
        return next((span for cited in self.cited for span in cited.spans), None)
