"""A question with its options and the passage that proves the answer."""

from dataclasses import dataclass
from typing import Literal

Tier = Literal["A", "B"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One multiple-choice question about one fact of one version of an article.

    `id` is the same whenever the same fact of the same version is asked in the same form. Offsets
    count code points of the article's text: `start` and `end` bound the passage that proves the
    answer and explains it, `answer_start` and `answer_end` the deciding words inside it. `value`
    is the normalised fact, `tier` A is fit for ranked play, a higher `score` is asked earlier.
    """

    id: str
    kind: str
    question: str
    options: tuple[str, ...]
    answer_index: int
    article_id: str
    version: int
    start: int
    end: int
    answer_start: int
    answer_end: int
    value: str
    tier: Tier
    score: float
