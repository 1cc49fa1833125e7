"""Lines that recur in the articles of a source, marked before an article is saved or afterwards."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.articles.article import Article
from bot.articles.boilerplate.recurring import is_furniture, telling_lines, with_recurring
from bot.persistence.article_rows import Prepared, Saved
from bot.persistence.furniture import FurnitureRepository
from bot.services.workers import Hashed, in_thread, prepare

MOST_REMARKED = 200
"""Articles that are marked anew at a time; the others follow with the next ones that come in."""


class FurnitureLearner:
    """Learns from what comes in which lines are a source's furniture."""

    def __init__(self, lines: FurnitureRepository) -> None:
        self._lines = lines

    async def marked(self, batch: Sequence[Hashed], collection: str) -> list[Hashed]:
        """The articles with marks on known furniture, and the lines that may prove to be such."""
        lines = await asyncio.to_thread(_numbers, batch, collection)
        verdicts = await self._lines.verdicts(sorted({line for own in lines for line in own}))
        furniture = {line for line, told in verdicts.items() if told}
        return [
            replace(
                one,
                draft=with_recurring(one.draft, collection, furniture) if furniture else one.draft,
                lines=tuple(line for line in own if line not in verdicts),
            )
            for one, own in zip(batch, lines, strict=True)
        ]

    async def learn(self, lines: Iterable[int]) -> tuple[list[Prepared], list[Saved]]:
        """Judge lines that recur by now; the articles that were marked anew for what is known."""
        recurring = await self._lines.recurring(sorted(set(lines)))
        verdicts = await asyncio.to_thread(_judged, recurring)
        if verdicts:
            await self._lines.judge(verdicts)
        lagging = await self._lines.lagging(MOST_REMARKED)
        if not lagging:
            return [], []
        remade = await self._remade(lagging)
        saved = await self._lines.remark(remade)
        return [made for _, made in remade.values()], saved

    async def _remade(self, lagging: Mapping[int, Article]) -> dict[int, tuple[Article, Prepared]]:
        numbers = {
            line.number
            for article in lagging.values()
            for line in telling_lines(article, article.collection)
        }
        verdicts = await self._lines.verdicts(sorted(numbers))
        furniture = {line for line, told in verdicts.items() if told}
        marked = [
            Hashed(with_recurring(article, article.collection, furniture), "", article.source)
            for article in lagging.values()
        ]
        made = await in_thread(prepare, marked)
        return {
            row: (article, one)
            for (row, article), one in zip(lagging.items(), made, strict=True)
            if isinstance(one, Prepared)
        }


def _numbers(batch: Sequence[Hashed], collection: str) -> list[tuple[int, ...]]:
    return [tuple(line.number for line in telling_lines(one.draft, collection)) for one in batch]


def _judged(recurring: Mapping[int, Sequence[Article]]) -> dict[int, bool]:
    """What is known now of lines that recur in articles of one source."""
    judged: dict[int, bool] = {}
    for number, articles in recurring.items():
        line = _line(number, articles)
        told = is_furniture(line, articles) if line else False
        if told is not None:
            judged[number] = told
    return judged


def _line(number: int, articles: Sequence[Article]) -> str:
    """The words of the line of this number; none when the articles have it no more."""
    for article in articles:
        for line in telling_lines(article, article.collection):
            if line.number == number:
                return article.text[line.start : line.end]
    return ""
