"""While a question is open in a server, nothing there quotes the article that answers it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.articles.article import Quote
from bot.briefing.answer import Answer
from bot.errors import NotForYou
from bot.persistence.articles import ArticleRepository
from bot.persistence.rounds import RoundRepository
from bot.services.visibility import Visibility


@dataclass(frozen=True, slots=True)
class Withheld:
    """Articles that are not quoted, by id, and the sentences for which, also not from a copy."""

    articles: frozenset[str] = frozenset()
    sentences: tuple[str, ...] = ()

    def allows(self, quote: Quote) -> bool:
        """Whether a quote gives no answer away."""
        words = _words(quote)
        given_away = any(sentence in words for sentence in self.sentences)
        return quote.article.id not in self.articles and not given_away


NOTHING = Withheld()


class SpoilerGuard:
    """Knows what is withheld in each server; asks the database again only after a change."""

    def __init__(
        self, rounds: RoundRepository, articles: ArticleRepository, visibility: Visibility
    ) -> None:
        self._rounds = rounds
        self._articles = articles
        self._visibility = visibility
        self._known: dict[str, Withheld] | None = None
        self._changes = 0

    def changed(self) -> None:
        """Note that a live question was opened or closed."""
        self._changes += 1
        self._known = None

    async def of(self, server: str | None) -> Withheld:
        """What is withheld in a server."""
        known = self._known
        if known is None:
            before = self._changes
            known = await self._read()
            if before == self._changes:
                self._known = known
        return known.get(server or "", NOTHING)

    async def leaving_out(self, answer: Answer, server: str | None) -> Answer:
        """An answer without what is withheld; NotForYou when it has nothing else."""
        withheld = await self.of(server)
        if withheld is NOTHING:
            return answer
        cited = tuple(one for one in answer.cited if withheld.allows(one.quote))
        closest = tuple(one for one in answer.closest if withheld.allows(one.quote))
        if (answer.cited or answer.closest) and not (cited or closest):
            raise NotForYou("quiz/withheld")
        return replace(answer, cited=cited, closest=closest)

    async def _read(self) -> dict[str, Withheld]:
        quotes: defaultdict[str, list[Quote]] = defaultdict(list)
        for turn in await self._rounds.open_live_turns():
            item = turn.item
            if item is None:
                continue
            scope = await self._visibility.of(turn.round.collection)
            found = await self._articles.one(item.article_id, scope.collections, item.version)
            if found is not None:
                quotes[turn.round.server].append(found.quote(item.start, item.end))
        return {server: _withheld(mine) for server, mine in quotes.items()}


def _withheld(quotes: Iterable[Quote]) -> Withheld:
    articles = frozenset(quote.article.id for quote in quotes)
    return Withheld(articles, tuple(_words(quote) for quote in quotes))


def _words(quote: Quote) -> str:
    return " ".join(quote.text.split())
