"""While a question is open in a server, nothing there quotes the article that answers it."""

from dataclasses import replace

from bot.briefing.answer import Answer
from bot.errors import NotForYou
from bot.storage.store import Store


class Withholding:
    """Knows the articles withheld in each server; asks the database again only after a change."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, frozenset[str]] | None = None
        self._changes = 0

    def changed(self) -> None:
        """Note that a live question was opened or closed."""
        self._changes += 1
        self._known = None

    async def articles(self, server: str | None) -> frozenset[str]:
        """The articles that answer what is being asked live in a server."""
        if self._known is not None:
            return self._known.get(server or "", frozenset())
        before = self._changes
        found: dict[str, frozenset[str]] = {}
        for name, article in await self._store.open_articles():
            found[name] = found.get(name, frozenset()) | {article}
        if before == self._changes:
            self._known = found
        return found.get(server or "", frozenset())

    async def leaving_out(self, answer: Answer, server: str | None) -> Answer:
        """An answer without the articles withheld; NotForYou when it has no others."""
        hidden = await self.articles(server)
        cited = tuple(one for one in answer.cited if one.quote.article.id not in hidden)
        if len(cited) == len(answer.cited):
            return answer
        if not cited:
            raise NotForYou("quiz/withheld")
        return replace(answer, cited=cited)
