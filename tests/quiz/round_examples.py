"""Questions on the ferry articles, as somebody who reads them would ask."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from bot.articles.article import Article
from bot.quiz.item import GUESS_NUMBER, Item, Tier
from bot.quiz.rounds import SECOND, Click, Mode, Round, Turn
from bot.services.newsroom import Newsroom

ASKED: dict[str, tuple[str, str, tuple[str, str, str], str]] = {
    "Harbour Post": (
        "How many passengers were brought ashore by two fishing boats?",
        "Sixty",
        ("Forty", "Fifty", "Ninety"),
        "Sixty passengers were brought ashore by two fishing boats.",
    ),
    "Island Weekly": (
        "How long do trucks wait at the pier when the wind turns north?",
        "three hours",
        ("two hours", "five hours", "six hours"),
        "They say that trucks wait three hours at the pier whenever the wind turns north.",
    ),
    "Town Crier": (
        "How much would a new ferry cost?",
        "14 million euros",
        ("11 million euros", "17 million euros", "23 million euros"),
        "A new ferry would cost 14 million euros, the council heard on Tuesday.",
    ),
    "Coast Radio": (
        "For how long has the captain steered the ferry?",
        "thirty years",
        ("twenty years", "ten years", "forty years"),
        "The captain has steered the ferry for thirty years.",
    ),
    "Evening Mail": (
        "By how much do ticket prices rise in May?",
        "ten percent",
        ("five percent", "twelve percent", "twenty percent"),
        "Ticket prices for the ferry rise by ten percent in May.",
    ),
    "Lighthouse": (
        "By when would the shipyards build an electric ferry?",
        "2027",
        ("2026", "2029", "2031"),
        "Two shipyards have offered to build an electric ferry by 2027.",
    ),
}
"""A question for an outlet's article: its words, the answer, others, and the sentence."""


def item_on(article: Article, *, right: int = 1, tier: Tier = "A") -> Item:
    """The question on an article, its answer among the options at place `right` from 0."""
    question, answer, others, sentence = ASKED[article.outlet or ""]
    start = article.text.index(sentence)
    at = article.text.index(answer, start)
    options = (*others[:right], answer, *others[right:])
    return Item(
        id=sha256(question.encode()).hexdigest()[:16],
        kind="how_many",
        question=question,
        options=options,
        answer_index=right,
        article_id=article.id,
        version=article.version,
        start=start,
        end=start + len(sentence),
        answer_start=at,
        answer_end=at + len(answer),
        value=answer,
        tier=tier,
        score=1.0,
    )


VALUES = {
    "Harbour Post": "count:passenger:60",
    "Island Weekly": "duration:hour:3",
    "Town Crier": "money:eur:14000000",
    "Coast Radio": "duration:year:30",
    "Evening Mail": "percent:10",
    "Lighthouse": "count:2027",
}
"""The numbers of the articles, as keys of the number reader."""


def number_on(article: Article) -> Item:
    """The question on an article as one that asks to guess its number."""
    item = item_on(article)
    value = VALUES[article.outlet or ""]
    return replace(
        item, id=f"{item.id[:15]}n", kind=GUESS_NUMBER, options=(), answer_index=0, value=value
    )


NOW = 1_710_000_000_000
"""2024-03-09 16:00:00 UTC."""

ITEM = Item(
    id="00",
    kind="how_many",
    question="How many boats came?",
    options=("one", "two", "three", "four"),
    answer_index=1,
    article_id="0123456789abcdef",
    version=1,
    start=0,
    end=20,
    answer_start=0,
    answer_end=3,
    value="2",
    tier="A",
    score=1.0,
)

NUMBER = replace(
    ITEM,
    id="11",
    kind=GUESS_NUMBER,
    question="How many nets were mended?",
    options=(),
    answer_index=0,
    value="count:net:1200",
    tier="B",
)
"""A question that asks to guess a number."""


def played(mode: Mode) -> Round:
    """A round of three questions, or of one for a day."""
    return Round(
        id="0" * 16,
        face="face",
        mode=mode,
        server="1",
        channel="1",
        starter="1",
        collection="1",
        topic=None,
        questions=1 if mode == "daily" else 3,
        seconds=15,
        speed_bonus=False,
        started=NOW,
    )


def asked(of: Round | None = None) -> Turn:
    """The first question of a round, a live one by default, whose right answer is number 1."""
    closes = NOW + 15 * SECOND
    made = of or played("live")
    return Turn(round=made, number=1, item=ITEM, asked=NOW, closes=closes, message="1")


def click(  # every argument is one thing that a test varies
    *,
    player: str = "1",
    server: str = "1",
    channel: str = "1",
    message: str | None = "1",
    choice: int = 1,
    at: int = NOW,
) -> Click:
    """A press of an answer's button."""
    return Click(player, server, channel, message, choice, at)


class FixedPool:
    """The questions on the ferry articles that a newsroom has, and no others."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = list(items)

    @classmethod
    async def of(cls, newsroom: Newsroom, collection: str | None = None) -> "FixedPool":
        """The questions on those articles that a newsroom has."""
        seen = [article async for article in newsroom.articles.articles(collection)]
        return cls([item_on(article) for article in seen if article.outlet in ASKED])

    async def pool(self, collection: str | None, topic: str | None) -> Sequence[Item]:
        """All questions, or those whose words hold the topic."""
        del collection
        return [item for item in self.items if topic is None or topic in item.question]

    async def refill(self, collection: str | None, topic: str | None) -> bool:
        """There are no others."""
        del collection, topic
        return False
