"""While a question is open in a server, nothing there quotes or names what answers it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.articles.article import Quote
from bot.briefing.answer import Answer
from bot.errors import NotForYou
from bot.persistence.articles import ArticleRepository
from bot.persistence.rounds import RoundRepository
from bot.quiz.item import Item
from bot.services.visibility import Visibility

Answering = tuple[Item, Quote]
"""An open question, and the sentence that answers it."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Articles that are not quoted, by id, and the sentences for which, also not from a copy.

    `headlines` lack a word that is asked for, and are not shown of any article.
    """

    articles: frozenset[str] = frozenset()
    sentences: tuple[str, ...] = ()
    headlines: frozenset[str] = frozenset()

    def allows(self, quote: Quote) -> bool:
        """Whether a quote, and the headline under it, give no answer away."""
        words = _words(quote.text)
        given_away = any(sentence in words for sentence in self.sentences)
        hidden = quote.article.id in self.articles or self.hides(quote.article.title)
        return not (hidden or given_away)

    def hides(self, headline: str) -> bool:
        """Whether a headline gives an answer away."""
        return bool(self.headlines) and _words(headline).casefold() in self.headlines


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

    async def allowed(self, quotes: Sequence[Quote], server: str | None) -> list[Quote]:
        """Those of some quotes that give no answer away; NotForYou when all do."""
        withheld = await self.of(server)
        allowed = [quote for quote in quotes if withheld.allows(quote)]
        if quotes and not allowed:
            raise NotForYou("quiz/withheld")
        return allowed

    async def _read(self) -> dict[str, Withheld]:
        answers: defaultdict[str, list[Answering]] = defaultdict(list)
        for turn in await self._rounds.open_live_turns():
            item = turn.item
            if item is None:
                continue
            scope = await self._visibility.of(turn.round.collection)
            found = await self._articles.one(item.article_id, scope.collections, item.version)
            if found is not None:
                answering = item, found.quote(item.start, item.end)
                answers[turn.round.server].append(answering)
        return {server: _withheld(mine) for server, mine in answers.items()}


def _withheld(answers: Sequence[Answering]) -> Withheld:
    return Withheld(
        frozenset(quote.article.id for _, quote in answers),
        tuple(_words(quote.text) for _, quote in answers),
        frozenset(
            _words(quote.article.title).casefold() for item, quote in answers if item.hides_headline
        ),
    )


def _words(text: str) -> str:
    return " ".join(text.split())
