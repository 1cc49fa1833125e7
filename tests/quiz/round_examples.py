"""Questions on the ferry articles, as somebody who reads them would ask."""

from collections.abc import Sequence
from hashlib import sha256

from bot.articles.article import Article
from bot.newsroom import Newsroom
from bot.quiz.item import Item, Tier

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


class FixedPool:
    """The questions on the ferry articles that a newsroom has, and no others."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = list(items)

    @classmethod
    async def of(cls, newsroom: Newsroom, collection: str | None = None) -> "FixedPool":
        """The questions on those articles that a newsroom has."""
        seen = [article async for article in newsroom.articles(collection)]
        return cls([item_on(article) for article in seen if article.outlet in ASKED])

    async def pool(self, collection: str | None, topic: str | None) -> Sequence[Item]:
        """All questions, or those whose words hold the topic."""
        del collection
        return [item for item in self.items if topic is None or topic in item.question]
