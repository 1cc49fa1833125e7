"""The use case of playing: rounds opened, questions drawn, answers counted, boards told."""

from dataclasses import replace

from bot.articles.article import Article
from bot.errors import NotForYou, NothingFound
from bot.persistence.store import Store
from bot.quiz.rounds import (
    Click,
    Ending,
    Round,
    Turn,
    closing,
    ending,
    opened,
    step,
    stopped,
)
from bot.quiz.scoring import (
    LEADERS,
    Answered,
    Board,
    Posed,
    Reveal,
    chosen,
    day_number,
    local_day,
    ranked_guesses,
    standings,
)
from bot.services.boards import BoardService
from bot.services.hosting import Host, HostService
from bot.services.item_selection import ItemPool, ItemSelector
from bot.services.moderation import ModerationService
from bot.services.round_requests import RoundRequest
from bot.services.scores import ScoreService
from bot.services.spoilers import SpoilerGuard
from bot.services.visibility import Visibility

Happening = Posed | Reveal | Board
"""What is to be shown next: a new question, an answer, or the board at the end."""


class RoundService:
    """Asks, takes answers and tells them; everything it knows is in the database."""

    def __init__(self, store: Store, scopes: Visibility, pool: ItemPool) -> None:
        self.scores = ScoreService(store.scores)
        self.moderation = ModerationService(store.reports, store.rounds, store.answers)
        self.spoilers = SpoilerGuard(store.rounds, store.articles, scopes)
        self.selector = ItemSelector(store, pool, self.spoilers)
        self.hosting = HostService(store.rounds)
        self._boards = BoardService(store.rounds, store.answers, store.articles, scopes)
        self._store = store
        self._scopes = scopes

    async def start(self, wanted: RoundRequest, now: int) -> Posed:
        """The first question of a new round; NotForYou when one is going on in the channel.

        A round that the player plays alone, or yesterday's daily question, ends for it.
        """
        holding = await self._store.rounds.holding(wanted.face, wanted.slot)
        if holding is not None and wanted.mode == "live":
            raise NotForYou("quiz/going_on")
        played = wanted.begun(now, await self.scores.settings(wanted.server))
        item = await self.selector.next_item(played, 1)
        if item is None:
            raise NothingFound("quiz/no_questions" if wanted.topic is None else "quiz/no_topic")
        if holding is not None:
            await self._abandon(holding, "stopped", now)
        turn = opened(played, 1, item, now)
        if not await self._store.rounds.open(turn, wanted.slot):
            raise NotForYou("quiz/going_on")
        self.spoilers.changed()
        return await self.posed(turn)

    async def answer(self, round_id: str, number: int, click: Click) -> Answered:
        """Take a click; in a round that is played alone it closes the question."""
        zone = (await self.scores.settings(click.server)).zone
        day = day_number(local_day(click.at, zone))
        answered = await self._store.answers.answer(round_id, number, click, day)
        if answered is None:
            raise NotForYou("quiz/no_round")
        # "once", too: the bot may have ended between an answer and the close.
        is_given = answered.judgement in ("taken", "once")
        if is_given and answered.turn.round.mode == "solo":
            await self._close(answered.turn, click.at)
        return answered

    async def go_on(self, round_id: str, player: str, now: int) -> Posed | Board:
        """What follows in a round that is played alone: the next question, or the board."""
        turn = await self.latest(round_id)
        if turn.round.mode != "solo" or turn.round.starter != player:
            raise NotForYou("quiz/not_yours")
        if turn.closed is None and turn.round.ended is None:
            return await self.posed(turn)
        return await self._asked(turn, now) or await self.board(turn.round)

    async def stop(self, round_id: str, host: Host, now: int) -> Turn | Board:
        """End a round after its open question; only its starter or a moderator may."""
        turn = await self.latest(round_id)
        if turn.round.mode != "solo":
            return await self.hosting.stop(round_id, host, now)
        host.refuse(turn)
        await self._close(turn, now)
        return await self._ended(stopped(turn, "stopped", now), "stopped", now)

    async def due(self, face: str, now: int) -> list[Round]:
        """The rounds of a face about which something is to be done, longest due first."""
        return await self._store.rounds.due_rounds(face, now)

    async def next_due(self, face: str, now: int) -> int | None:
        """When something is to be done about a round of a face after now; None for never."""
        return await self._store.rounds.next_due(face, now)

    async def latest(self, round_id: str) -> Turn:
        """The question that a round asked last; NotForYou when there is no such round."""
        turn = await self._store.rounds.turn(round_id)
        if turn is None:
            raise NotForYou("quiz/no_round")
        return turn

    async def advance(self, turn: Turn, now: int) -> Happening | None:
        """Do what is due about a round; what is to be shown, None for nothing."""
        quiet = await self._store.answers.unanswered(turn)
        todo = step(turn, quiet, now)
        if todo == "close":
            await self._close(turn, now)
            return await self.advance(await self.latest(turn.round.id), now)
        if todo == "reveal":
            return await self.reveal(turn)
        if todo == "ask":
            return await self._asked(turn, now)
        if todo in ("end", "drop"):
            return await self._ended(turn, ending(turn, quiet) or "silence", now)
        return await self.board(turn.round) if todo == "tell" else None

    async def reveal(self, turn: Turn, player: str | None = None) -> Reveal:
        """What a closed question came to; with a player, their own answer."""
        given = await self._store.answers.given(turn)
        article = await self._article(turn)
        leaders = standings(await self._store.answers.round_tallies(turn.round.id))[:LEADERS]
        own = next((one.choice for one in given if one.player == player), None)
        proof, item = None, turn.item
        if article is not None and item is not None:
            proof = (
                article.quote(item.start, item.end),
                article.quote(item.answer_start, item.answer_end),
            )
        guesses = ranked_guesses(turn, given) if item and item.asks_number else ()
        return Reveal(turn, chosen(turn, given), proof, tuple(leaders), own, guesses)

    async def board(self, played: Round) -> Board:
        """The places of a round."""
        return await self._boards.of(await self.latest(played.id))

    async def posed(self, turn: Turn) -> Posed:
        """A question as it is to be shown."""
        players = len(await self._store.answers.given(turn))
        return Posed(turn, await self._article(turn), players)

    async def posted(self, turn: Turn, message: str) -> None:
        """Note which message shows a question."""
        await self._store.rounds.set_message(turn, message)

    async def shown(self, turn: Turn, now: int) -> None:
        """Note that the answer to a question was shown, if it still says what is so."""
        await self._store.rounds.set_shown(turn, now)

    async def closed(self, played: Round) -> None:
        """Note that the board of a round was shown, and nothing is left to do."""
        await self._store.rounds.set_due(played.id, None)

    async def wait(self, turn: Turn) -> None:
        """Look after a round when it is due, for there was nothing to do."""
        await self._store.rounds.wait(turn.round.id)

    async def later(self, turn: Turn, moment: int) -> None:
        """Look after a round again at a moment, because something did not work."""
        await self._store.rounds.set_due(turn.round.id, moment)

    async def lose(self, turn: Turn, now: int) -> None:
        """End a round in a place where nothing can be shown any more; answers still count."""
        await self._abandon(turn, "unreachable", now)

    async def unposted(self, face: str, now: int) -> list[Turn]:
        """Live questions of a face that no message shows, for the bot had ended."""
        return [
            turn
            for turn in await self._store.rounds.open_live_turns()
            if turn.round.face == face and turn.item and turn.message is None and turn.closes > now
        ]

    async def asked_again(self, turn: Turn, now: int) -> Posed:
        """A question whose time begins anew."""
        again = replace(turn, asked=now, closes=closing(turn.round, turn.item, now))
        await self._store.rounds.change_turn(again, "asked", "closes")
        return await self.posed(again)

    async def _asked(self, turn: Turn, now: int) -> Posed | Board | None:
        """The next question of a round, maybe asked meanwhile, or the board when there is none.

        None when somebody paused or stopped the round in that moment.
        """
        number = turn.number + 1
        item = None if turn.is_last else await self.selector.next_item(turn.round, number)
        if item is None:
            return await self._ended(turn, "empty", now)
        following = opened(turn.round, number, item, now)
        if not await self._store.rounds.ask(following):
            latest = await self.latest(turn.round.id)
            return await self.posed(latest) if latest.number == number else None
        self.spoilers.changed()
        return await self.posed(following)

    async def _ended(self, turn: Turn, why: Ending, now: int) -> Board:
        due = now if turn.round.mode == "live" else None
        why = ending(turn, 0) or why
        over = replace(turn.round, ending=why, ended=now)
        await self._store.rounds.end(over, due)
        return await self.board(over)

    async def _abandon(self, turn: Turn, why: Ending, now: int) -> None:
        await self._close(turn, now)
        await self._store.rounds.end(replace(turn.round, ending=why, ended=now), None)

    async def _article(self, turn: Turn) -> Article | None:
        if turn.item is None:
            return None
        scope = await self._scopes.of(turn.round.collection)
        return await self._store.articles.one(
            turn.item.article_id, scope.collections, turn.item.version
        )

    async def _close(self, turn: Turn, now: int) -> None:
        if await self._store.answers.close_turn(turn, now):
            self.spoilers.changed()
            await self.moderation.review(turn, now)
