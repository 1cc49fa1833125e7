"""Making quiz items of single articles, in view of the articles on the same story."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.articles.article import Article
from bot.articles.duplicates import are_copies, signature
from bot.errors import PullquoteError
from bot.language.english.analyser import Analyser
from bot.language.paragraphs import prose_runs
from bot.language.sentences import sentences
from bot.persistence.articles import ArticleRepository
from bot.persistence.quiz_items import ItemRepository
from bot.quiz.distractors import Neighbours, Source
from bot.quiz.extraction.clauses import Parser
from bot.quiz.extraction.extractor import material
from bot.quiz.facts import Material, Rejected
from bot.quiz.item import Item
from bot.quiz.stems import ONCE, question
from bot.search.evidence import ENOUGH
from bot.search.passage_index import Filters
from bot.search.query import plain_query, topic_query
from bot.search.synonyms import Synonyms
from bot.services.retrieval import Retriever
from bot.services.visibility import Scope
from bot.services.word_lists import SENSITIVE, WordLists
from bot.wording.prompts import Prompts, utterance

log = logging.getLogger(__name__)

SAME_STORY = 0.3
"""Share of the weight of an article's headline and first sentence that a passage of the same story
covers. On ten topics of ten reports .3 finds 7 of the 9 others, and one wrong report in ten."""

STORY = 9
"""Reports of one story that are looked at."""

CORPUS = 12
"""Other articles that are looked at for wrong options."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The rows of the articles around one, nearest first."""

    story: tuple[int, ...]
    corpus: tuple[int, ...]


class StoryFinder:
    """Finds the articles on a topic, and those around an article, that may be seen."""

    def __init__(self, retriever: Retriever, analyser: Analyser, synonyms: Synonyms) -> None:
        self._retriever = retriever
        self._analyser = analyser
        self._synonyms = synonyms

    async def on_topic(self, topic: str, scope: Scope, most: int) -> list[int]:
        """The rows of the articles that cover a topic, the best first."""
        query = topic_query(topic, self._analyser, self._synonyms)
        ranking = await self._retriever.ranking(query, scope, Filters())
        rows = [one.article_row for one in ranking.ranked if ranking.covered(one) >= ENOUGH]
        return list(dict.fromkeys(rows))[:most]

    async def around(self, row: int, article: Article, scope: Scope) -> Neighbourhood:
        """The other articles that tell of the same event, and those that come next."""
        query = plain_query(_beginning(article), self._analyser, self._synonyms)
        if not query.concepts:
            return Neighbourhood((), ())
        ranking = await self._retriever.ranking(query, scope, Filters())
        best: dict[int, float] = {}
        for ranked in ranking.ranked:
            other = ranked.article_row
            if other != row:
                best[other] = max(best.get(other, 0.0), ranking.covered(ranked))
        story = [other for other, covered in best.items() if covered >= SAME_STORY][:STORY]
        corpus = [other for other in best if other not in story][:CORPUS]
        return Neighbourhood(tuple(story), tuple(corpus))


def _beginning(article: Article) -> str:
    """The headline and the first sentence of an article."""
    runs = prose_runs(article.text, article.marks)
    first = [one for run in runs[:1] for one in sentences(article.text, run[0])[:1]]
    return " ".join([article.title, *(article.text[one.start : one.end] for one in first)])


@dataclass(frozen=True, slots=True)
class ArticleQuestions:
    """The questions about an article, the facts that gave none, and its story's other reports."""

    items: Sequence[Item] = ()
    rejected: Sequence[Rejected] = ()
    story: tuple[int, ...] = ()


RULES = 4
"""Counted up when the rules change, so that what the old ones made is made anew."""

REMEMBERED = 300
"""Articles kept in memory with what they give to ask about: about 5 MB."""


class QuestionMaker:
    """Makes the questions of single articles, in view of the articles around them."""

    def __init__(
        self,
        articles: ArticleRepository,
        items: ItemRepository,
        stories: StoryFinder,
        parser: Parser | None,
        lists: WordLists,
    ) -> None:
        self._articles = articles
        self._items = items
        self._stories = stories
        self._parser = parser
        self._sensitive = lists.sensitive()
        self._prompts = Prompts()
        self._sources: OrderedDict[tuple[int, int], Source] = OrderedDict()
        self.recipe = _recipe(lists, parser)

    async def made(self, row: int, scope: Scope) -> ArticleQuestions:
        """The questions about an article that may be seen; none when it breaks their making."""
        own = (await self.sources([row])).get(row)
        if own is None or own.article.collection not in scope.collections:
            return ArticleQuestions()
        try:
            return await self._made(row, own, scope)
        except PullquoteError:
            raise
        except Exception:
            log.exception("an article broke its questions: %s", _named(own.article))
            return ArticleQuestions(rejected=own.material.rejected)

    async def keep(self, row: int, scope: Scope) -> ArticleQuestions:
        """The questions about an article, made anew and saved."""
        made = await self.made(row, scope)
        own = (await self.sources([row])).get(row)
        if own is not None:
            await self._items.save_items(row, own.article.version, made.items)
        return made

    async def _made(self, row: int, own: Source, scope: Scope) -> ArticleQuestions:
        around = await self._stories.around(row, own.article, scope)
        if not own.material.facts:
            return ArticleQuestions((), own.material.rejected, around.story)
        found = await self.sources([*around.story, *around.corpus])
        neighbours = Neighbours(
            _originals(own, (found[other] for other in around.story if other in found)),
            tuple(found[other] for other in around.corpus if other in found),
        )
        made = await asyncio.to_thread(self._asked, own, neighbours)
        items = [one for one in made if isinstance(one, Item)]
        rejected = [one for one in made if isinstance(one, Rejected)]
        return ArticleQuestions(items, (*own.material.rejected, *rejected), around.story)

    def _asked(self, own: Source, around: Neighbours) -> list[Item | Rejected]:
        """What each fact gives; one that breaks its question does not stop the others."""
        made: list[Item | Rejected] = []
        for fact in own.material.facts:
            if fact.kind in ONCE and any(
                one.kind == fact.kind for one in made if isinstance(one, Item)
            ):
                made.append(Rejected(fact.kind, fact.start, fact.end, "is_one_more"))
                continue
            try:
                made.append(question(fact, own, around, self._say))
            except Exception:
                log.exception("a fact broke its question: %s", _named(own.article))
                made.append(Rejected(fact.kind, fact.start, fact.end, "breaks_its_question"))
        return made

    async def sources(self, rows: Iterable[int]) -> dict[int, Source]:
        """Articles with their material, by row: remembered, stored, or made now and stored."""
        articles = await self._articles.by_row(list(dict.fromkeys(rows)))
        missing = [row for row, one in articles.items() if (row, one.version) not in self._sources]
        stored = await self._items.materials(missing, self.recipe)
        new: dict[tuple[int, int], Material] = {}
        found: dict[int, Source] = {}
        for row, article in articles.items():
            key = (row, article.version)
            source = self._sources.get(key)
            if source is None:
                version, held = stored.get(row, (0, None))
                if held is None or version != article.version:
                    held = new[key] = await asyncio.to_thread(self._extracted, article)
                source = await asyncio.to_thread(Source.of, article, held)
            found[row] = source
        await self._items.save_materials(new, self.recipe)
        self._remember(found)
        return found

    def _extracted(self, article: Article) -> Material:
        """What an article gives to ask about; nothing when it breaks its reader."""
        try:
            return material(article, self._sensitive, self._parser)
        except Exception:
            log.exception("an article broke its facts: %s", _named(article))
            return Material((), (), ())

    def _remember(self, found: Mapping[int, Source]) -> None:
        for row, source in found.items():
            self._sources[row, source.article.version] = source
            self._sources.move_to_end((row, source.article.version))
        while len(self._sources) > REMEMBERED:
            self._sources.popitem(last=False)

    def _say(self, form: str, variables: Mapping[str, str]) -> str:
        return self._prompts.say(utterance(f"question/{form}", **variables))


def _recipe(lists: WordLists, parser: Parser | None) -> str:
    """What made the facts: the rules, the operator's list, and the model if there is one."""
    return f"{RULES}:{lists.fingerprint(SENSITIVE)}:{parser.name if parser else 'rules'}"


def _named(article: Article) -> str:
    """An article as the log names it."""
    return f"{article.id} {article.title}"


def _originals(own: Source, story: Iterable[Source]) -> tuple[Source, ...]:
    """The reports of a story without copies of the article, which would confirm themselves."""
    mine = signature(own.article.text, own.article.marks)
    return tuple(
        one for one in story if not are_copies(mine, signature(one.article.text, one.article.marks))
    )
