"""The reports around an article: those of the same event, and what else is near it."""

from dataclasses import dataclass

from bot.articles.article import Article
from bot.articles.paragraphs import prose_runs
from bot.articles.sentences import sentences
from bot.search.analysis import Analyser
from bot.search.index import Filters
from bot.search.query import plain_query
from bot.search.variants import Variants
from bot.storage.finder import Finder
from bot.storage.scope import Scope

SAME_STORY = 0.3
"""Share of the weight of an article's headline and first sentence that a passage of the same story
covers. On ten topics of ten reports .3 finds 7 of the 9 others, and one wrong report in ten."""

STORY = 9
"""Reports of one story that are looked at."""

CORPUS = 12
"""Other articles that are looked at for wrong options."""


@dataclass(frozen=True, slots=True)
class Around:
    """The rows of the articles around one, nearest first."""

    story: tuple[int, ...]
    corpus: tuple[int, ...]


class Stories:
    """Finds what is told around an article, in the collections that may be seen."""

    def __init__(self, finder: Finder, analyser: Analyser, variants: Variants) -> None:
        self._finder = finder
        self._analyser = analyser
        self._variants = variants

    async def around(self, row: int, article: Article, scope: Scope) -> Around:
        """The other articles that tell of the same event, and those that come next."""
        query = plain_query(_beginning(article), self._analyser, self._variants)
        if not query.concepts:
            return Around((), ())
        ranking = await self._finder.ranking(query, scope, Filters())
        best: dict[int, float] = {}
        for ranked in ranking.ranked:
            other = ranked.article_row
            if other != row:
                best[other] = max(best.get(other, 0.0), ranking.covered(ranked))
        story = [other for other, covered in best.items() if covered >= SAME_STORY][:STORY]
        corpus = [other for other in best if other not in story][:CORPUS]
        return Around(tuple(story), tuple(corpus))


def _beginning(article: Article) -> str:
    """The headline and the first sentence of an article."""
    runs = prose_runs(article.text, article.marks)
    first = [one for run in runs[:1] for one in sentences(article.text, run[0])[:1]]
    return " ".join([article.title, *(article.text[one.start : one.end] for one in first)])
