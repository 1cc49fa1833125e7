"""A quiz item, its tier, and when reports of players withdraw it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Tier = Literal["A", "B"]

Withdrawal = Literal["reported", "below_chance"]
"""Why a question is withdrawn by itself."""

Reason = Literal["wrong", "ambiguous", "unclear", "given_away", "improper"]
"""Why somebody reports a question."""

REASONS: tuple[Reason, ...] = get_args(Reason)

ENOUGH_REPORTS = 2
"""Reports of different players that withdraw a question."""

ENOUGH_ANSWERS = 20
"""First answers from which on results below chance withdraw a question."""


HEADLINE_WORD = "headline_word"
"""The kind that asks for the missing word of its article's headline."""

GUESS_NUMBER = "guess_number"
"""The kind that asks to guess a number: the nearest win."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question about one fact of one version of an article.

    `id` is the same whenever the same fact of the same version is asked in the same form. Offsets
    count code points of the article's text: `start` and `end` bound the passage that proves the
    answer and explains it, `answer_start` and `answer_end` the deciding words inside it. `value`
    is the normalised fact, `tier` A is fit for ranked play, a higher `score` is asked earlier.
    `options` are empty where a number is to be guessed.
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

    @property
    def hides_headline(self) -> bool:
        """Whether its article's headline gives the answer away."""
        return self.kind == HEADLINE_WORD

    @property
    def asks_number(self) -> bool:
        """Whether a number is to be guessed, and there are no options."""
        return self.kind == GUESS_NUMBER


def withdrawal(reports: int, first_answers: Mapping[str, bool], options: int) -> Withdrawal | None:
    """Why a question is to be withdrawn, from whose first answers were right; None to keep it.

    Without options there is no chance that answers could be below.
    """
    if reports >= ENOUGH_REPORTS:
        return "reported"
    answers = len(first_answers)
    right = sum(first_answers.values())
    if options and answers >= ENOUGH_ANSWERS and right / answers < 1 / options:
        return "below_chance"
    return None
