"""What the gates know of an article, and the list of sensitive matter."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.articles.article import Article
from bot.language.calendar import day_of, stated_dates
from bot.language.english.analyser import STOP_WORDS
from bot.language.english.lexicon import NOT_NAMES
from bot.quiz.extraction.people import People
from bot.quiz.facts import Fact

TOLD, ENDING = 4, 2
"""First letters at least that two forms of a word share, and last ones at most that differ."""

_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_NAME = re.compile(r"(?<!^)(?<![.!?:“\"] )(?<![“\"(])\b[A-Z][\w’'-]*[a-zA-Z]|\b[A-Z]{2,6}\b")

DATELINE_REACH = 300
"""Characters at the beginning of a text in which a line may state the day of the report."""


class Sensitive:
    """Words that keep a whole story, or one sentence, out of the quiz.

    A phrase matches whole words in any case; one that ends in "*" matches every word that so
    begins.
    """

    def __init__(self, story: Iterable[str], sentence: Iterable[str]) -> None:
        self._story = _pattern(story)
        self._sentence = _pattern(sentence)

    def bars_story(self, title: str, text: str) -> bool:
        """Whether a story is left out: its title says so, or its text does more than once."""
        if self._story is None:
            return False
        matched = {found.group().casefold() for found in self._story.finditer(text)}
        return bool(self._story.search(title)) or len(matched) > 1

    def bars_sentence(self, words: str) -> bool:
        """Whether no question is made from these words."""
        barred = (pattern for pattern in (self._story, self._sentence) if pattern is not None)
        return any(pattern.search(words) for pattern in barred)


def sensitive_words(tables: Mapping[str, object]) -> Sensitive:
    """The lists of a file, `story` and `sentence`; ValueError when it has anything else."""
    if set(tables) != {"story", "sentence"}:
        raise ValueError(sorted(tables))
    story, sentence = (_phrases(tables[name]) for name in ("story", "sentence"))
    return Sensitive(story, sentence)


@dataclass(frozen=True, slots=True)
class ArticleEvidence:
    """An article, who is in it, and what is too sensitive to ask."""

    article: Article
    people: People
    sensitive: Sensitive

    @property
    def day(self) -> date | None:
        """The day on which the article was published, as its facts state it."""
        return published_day(self.article)

    def passage(self, fact: Fact) -> str:
        """The words that prove a fact."""
        return self.article.text[fact.quote_start : fact.quote_end]

    def before(self, fact: Fact) -> str:
        """The words of the passage before the answer."""
        return self.article.text[fact.quote_start : fact.start]

    def after(self, fact: Fact) -> str:
        """The words of the passage after the answer."""
        return self.article.text[fact.end : fact.quote_end]


def published_day(article: Article) -> date | None:
    """The day on which an article was published, None when that is not stated."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def known_day(article: Article) -> date | None:
    """The day that a reader knows: of publication, else one written at the top of the text."""
    day = published_day(article)
    found = stated_dates(article.text, 0, min(len(article.text), DATELINE_REACH))
    for one in found if day is None else ():
        if one.year and one.month and one.day and not one.last:
            return day_of(one.year, one.month, one.day)
    return day


def names_in(words: str) -> list[str]:
    """The capitalised words that begin no sentence, which are names: "Bergen", "NATO"."""
    found = (name for name in _NAME.findall(words) if not name.startswith(("I’", "I'")))
    return [name for name in found if name.casefold() not in NOT_NAMES]


def shares_a_word(words: str, title: str) -> bool:
    """Whether words have one that tells something in common with a headline, whatever its ending.

    All but the last letters are compared: "taxes" and "taxed" are one word.
    """
    return any(_is_one_word(one, other) for one in _telling(words) for other in _telling(title))


def _telling(words: str) -> set[str]:
    return set(_LONG_WORD.findall(words.casefold())) - STOP_WORDS


def _is_one_word(one: str, other: str) -> bool:
    told = max(TOLD, min(len(one), len(other)) - ENDING)
    return one[:told] == other[:told]


def _phrases(listed: object) -> list[str]:
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise ValueError(listed)
    return [one for one in listed if one.strip("* ")]


def _pattern(phrases: Iterable[str]) -> re.Pattern[str] | None:
    ways = [re.escape(one.rstrip("*")) + (r"\w*" if one.endswith("*") else "") for one in phrases]
    return re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE) if ways else None
