"""When a question is withdrawn: by its reports, or because its answers are worse than chance."""

from collections.abc import Mapping
from typing import Literal, get_args

Doubt = Literal["reported", "below_chance"]

Reason = Literal["wrong", "ambiguous", "unclear", "given_away", "improper"]
"""Why somebody reports a question."""

REASONS: tuple[Reason, ...] = get_args(Reason)

ENOUGH_REPORTS = 2
"""Reports of different players that withdraw a question."""

ENOUGH_ANSWERS = 20
"""First answers from which on results below chance withdraw a question."""


def doubt(reports: int, first_answers: Mapping[str, bool], options: int) -> Doubt | None:
    """Why a question is to be withdrawn, from whose first answers were right; None to keep it."""
    if reports >= ENOUGH_REPORTS:
        return "reported"
    answers = len(first_answers)
    if answers >= ENOUGH_ANSWERS and sum(first_answers.values()) / answers < 1 / options:
        return "below_chance"
    return None
