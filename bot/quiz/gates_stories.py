"""Gates on whole articles."""

import re

from bot.quiz.ground import Ground

ENGLISH = 0.12
"""Share of the commonest words in English prose: it is .2 to .4 there, and under .05 elsewhere."""

JUDGED = 60
"""Words from which on a text can be judged by its commonest ones."""

_COMMON = re.compile(
    r"\b(?:the|of|and|to|in|that|is|was|for|on|with|said|has|are)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


def is_not_english(ground: Ground) -> bool:
    """The rules know English only."""
    text = ground.article.text
    words = len(_WORD.findall(text))
    return words >= JUDGED and len(_COMMON.findall(text)) < ENGLISH * words


def is_a_sensitive_story(ground: Ground) -> bool:
    """The operator's list keeps the whole story out."""
    return ground.sensitive.bars_story(ground.article.title, ground.article.text)


STORY_GATES = (is_not_english, is_a_sensitive_story)
