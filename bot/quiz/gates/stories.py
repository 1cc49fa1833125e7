"""Gates on whole articles, and on items in view of other reports."""

import re

from bot.articles.article import Article
from bot.comparing.agreement import Agreement
from bot.language.english.references import stated
from bot.language.languages import is_english
from bot.quiz.facts import Fact
from bot.quiz.gates.article_evidence import ArticleEvidence

ENGLISH = 0.12
"""Share of the commonest words in English prose: it is .2 to .4 there, and under .05 elsewhere."""

JUDGED = 60
"""Words from which on a text can be judged by its commonest ones."""

_COMMON = re.compile(
    r"\b(?:the|of|and|to|in|that|is|was|for|on|with|said|has|are)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


def is_not_english(evidence: ArticleEvidence) -> bool:
    """The rules know English only; of a text whose language is not known, its words tell."""
    text, language = evidence.article.text, evidence.article.language
    if language is not None:
        return not is_english(language)
    words = len(_WORD.findall(text))
    return words >= JUDGED and len(_COMMON.findall(text)) < ENGLISH * words


def is_a_sensitive_story(evidence: ArticleEvidence) -> bool:
    """The operator's list keeps the whole story out."""
    return evidence.sensitive.bars_story(evidence.article.title, evidence.article.text)


STORY_GATES = (is_not_english, is_a_sensitive_story)


LONGEST_OPTION = 80
"""Characters of a Discord button's label."""


def is_disputed(
    _fact: Fact, _article: Article, agreement: Agreement, _wrong: tuple[str, ...]
) -> bool:
    """Another report, or another sentence, gives another value for the same fact."""
    return bool(agreement.disputed)


def is_alone_in_the_headline(
    fact: Fact, article: Article, _agreement: Agreement, wrong: tuple[str, ...]
) -> bool:
    """The headline, which is shown, has the right option and no wrong one."""
    if fact.kind == "headline_word":  # it is hidden above its own question
        return False
    named = [stated(one.split()[-1], article.title) for one in wrong]
    return _in_title(fact.answer, article.title) and not any(named)


def has_a_long_option(
    fact: Fact, _article: Article, _agreement: Agreement, wrong: tuple[str, ...]
) -> bool:
    """An option does not fit on a button."""
    return max(map(len, (fact.answer, *wrong))) > LONGEST_OPTION


def _in_title(option: str, title: str) -> bool:
    if option[:1].isdigit() or not option[:1].isupper():
        return stated(option, title)
    return any(stated(part, title) for part in option.split() if len(part) > 1)


ITEM_GATES = (is_disputed, is_alone_in_the_headline, has_a_long_option)
