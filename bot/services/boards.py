"""The use case of adding a round up: its places, its longest row, its best-told outlet."""

from bot.persistence.answers import AnswerRepository
from bot.persistence.articles import ArticleRepository
from bot.persistence.rounds import RoundRepository
from bot.quiz.podium import best_told, longest_row
from bot.quiz.rounds import Turn
from bot.quiz.scoring import LEADERS, Board, standings
from bot.services.visibility import Visibility


class BoardService:
    """Makes the board of a round of its recorded answers."""

    def __init__(
        self,
        rounds: RoundRepository,
        answers: AnswerRepository,
        articles: ArticleRepository,
        scopes: Visibility,
    ) -> None:
        self._rounds = rounds
        self._answers = answers
        self._articles = articles
        self._scopes = scopes

    async def of(self, turn: Turn) -> Board:
        """The board of the round whose latest question this is."""
        played = turn.round
        found = standings(await self._answers.round_tallies(played.id))
        marks = await self._answers.marks(played.id)
        told = best_told(marks, await self._outlets(turn)) if played.mode == "live" else None
        leaders = tuple(found[:LEADERS])
        return Board(played, leaders, len(found), turn.number, longest_row(marks), told)

    async def _outlets(self, turn: Turn) -> dict[int, str]:
        """The outlets of the questions of a round, by number, where they are known."""
        scope = await self._scopes.of(turn.round.collection)
        known: dict[int, str] = {}
        for asked in await self._rounds.turns(turn.round.id):
            item = asked.item
            article = item and await self._articles.one(
                item.article_id, scope.collections, item.version
            )
            if article and article.outlet:
                known[asked.number] = article.outlet
        return known
