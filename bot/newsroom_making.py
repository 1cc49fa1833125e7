"""Making questions of articles: what each gives to ask about is kept, the rest is put together."""

import asyncio
import tomllib
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from hashlib import sha256

from bot.articles.article import Article
from bot.articles.copies import are_copies, shingles
from bot.chat.prompts import Prompts, said
from bot.errors import WrongConfiguration
from bot.quiz.distractors import Neighbours, Source
from bot.quiz.extracting import material
from bot.quiz.facts import Material, Rejected
from bot.quiz.grammar import Grammar
from bot.quiz.item import Item
from bot.quiz.questions import questions
from bot.quiz.sensitive import Sensitive, sensitive_words
from bot.resources import resource
from bot.storage.scope import Scope
from bot.storage.store import Store
from bot.storage.stories import Stories

SENSITIVE = "sensitive.toml"

RULES = 1
"""Counted up when the rules change, so that what the old ones made is made anew."""

REMEMBERED = 300
"""Articles kept in memory with what they give to ask about: about 5 MB."""


class Making:
    """Makes the questions of single articles, in view of the articles around them."""

    def __init__(self, store: Store, stories: Stories, grammar: Grammar | None) -> None:
        self._store = store
        self._stories = stories
        self._grammar = grammar
        self._sensitive = read_sensitive()
        self._prompts = Prompts.read()
        self._sources: OrderedDict[tuple[int, int], Source] = OrderedDict()
        self.recipe = _recipe(grammar)

    async def made(self, row: int, scope: Scope) -> tuple[list[Item], list[Rejected]]:
        """The questions about an article that may be seen, and the facts that gave none."""
        own = (await self.sources([row])).get(row)
        if own is None or own.article.collection not in scope.collections:
            return [], []
        around = await self._stories.around(row, own.article, scope)
        found = await self.sources([*around.story, *around.corpus])
        neighbours = Neighbours(
            _originals(own, (found[other] for other in around.story if other in found)),
            tuple(found[other] for other in around.corpus if other in found),
        )
        items, rejected = await asyncio.to_thread(questions, own, neighbours, self._say)
        return items, [*own.material.rejected, *rejected]

    async def keep(self, row: int, scope: Scope) -> list[Item]:
        """The questions about an article, made anew and saved."""
        items, _ = await self.made(row, scope)
        own = (await self.sources([row])).get(row)
        if own is not None:
            await self._store.save_items(row, own.article.version, items)
        return items

    async def story(self, row: int, scope: Scope) -> tuple[int, ...]:
        """The rows of the other reports of an article's story."""
        own = (await self.sources([row])).get(row)
        return (await self._stories.around(row, own.article, scope)).story if own else ()

    async def sources(self, rows: Iterable[int]) -> dict[int, Source]:
        """Articles with their material, by row: remembered, stored, or made now and stored."""
        articles = await self._store.articles_by_row(list(dict.fromkeys(rows)))
        missing = [row for row, one in articles.items() if (row, one.version) not in self._sources]
        stored = await self._store.materials(missing, self.recipe)
        new: dict[tuple[int, int], Material] = {}
        found: dict[int, Source] = {}
        for row, article in articles.items():
            key = (row, article.version)
            source = self._sources.get(key)
            if source is None:
                version, held = stored.get(row, (0, None))
                if held is None or version != article.version:
                    held = new[key] = await self._extracted(article)
                source = await asyncio.to_thread(Source.of, article, held)
            found[row] = source
        await self._store.save_materials(new, self.recipe)
        self._remember(found)
        return found

    async def _extracted(self, article: Article) -> Material:
        return await asyncio.to_thread(material, article, self._sensitive, self._grammar)

    def _remember(self, found: Mapping[int, Source]) -> None:
        for row, source in found.items():
            self._sources[row, source.article.version] = source
            self._sources.move_to_end((row, source.article.version))
        while len(self._sources) > REMEMBERED:
            self._sources.popitem(last=False)

    def _say(self, form: str, variables: Mapping[str, str]) -> str:
        return self._prompts.say(said(f"question/{form}", **variables))


def read_sensitive() -> Sensitive:
    """What is not asked about, from the file beside the sample articles."""
    path = resource("corpus") / SENSITIVE
    try:
        return sensitive_words(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise WrongConfiguration("setting/sensitive", file=SENSITIVE) from error


def _recipe(grammar: Grammar | None) -> str:
    """What made the facts: the rules, the operator's list, and the model if there is one."""
    listed = sha256((resource("corpus") / SENSITIVE).read_bytes()).hexdigest()[:8]
    return f"{RULES}:{listed}:{grammar.name if grammar else 'rules'}"


def _originals(own: Source, story: Iterable[Source]) -> tuple[Source, ...]:
    """The reports of a story without copies of the article, which would confirm themselves."""
    mine = shingles(own.article.text, own.article.marks)
    return tuple(
        one for one in story if not are_copies(mine, shingles(one.article.text, one.article.marks))
    )
