"""Furniture and copies in real reports, where this machine has some."""

import random
import re
from itertools import combinations

import pytest

from bot.articles.boilerplate.marking import marks
from bot.articles.duplicates import Signature, are_copies, signature
from bot.language.cleaning import clean
from tests.articles.examples import PHRASES
from tests.shared import shared

SEEDS, WIKINEWS = shared("seeds"), shared("data") / "wikinews" / "texts"

FURNITURE = {
    "000": (30, [0, 1, 4, 12, 28, 29]),
    "001": (25, [11, 12]),
    "002": (32, [1, 30, 31]),
    "003": (42, [0, 2, 37, 38, 39, 40, 41]),
    "004": (25, [0, 24]),
}
"""Of five reports: how many lines hold anything, and which of them are page furniture."""

FRAME = "Home\nShare this article\n{}\nRead more\nSubscribe to our newsletter\nAll rights reserved."
SENTENCE = re.compile(r"(?<=[.!?])\s+")
CHANCE = 7


def marked(text: str) -> tuple[int, list[int]]:
    """How many lines hold anything, and the numbers of those that are marked."""
    starts = {mark.start for mark in marks(text, PHRASES)}
    position, found = 0, []
    for line in text.split("\n"):
        if line.strip():
            found.append(position in starts)
        position += len(line) + 1
    return len(found), [number for number, is_marked in enumerate(found) if is_marked]


@pytest.mark.parametrize("report", FURNITURE)
def test_the_furniture_of_a_real_report_is_marked_and_nothing_else(report: str) -> None:
    (path,) = SEEDS.glob(f"{report}_*.txt")
    assert marked(clean(path.read_text(encoding="utf-8"))) == FURNITURE[report]


def reports() -> list[str]:
    """A hundred reports of one news site on ten events."""
    files = sorted(WIKINEWS.glob("*.txt"))
    return [clean(path.read_text(encoding="utf-8")) for path in files]


def compared(text: str) -> Signature:
    return signature(text, marks(text, PHRASES))


def cut(text: str, share: float) -> str:
    words = text.split(" ")
    return " ".join(words[: int(len(words) * share)])


def changed(text: str) -> str:
    """The text with every tenth of its words exchanged for others of it."""
    chance = random.Random(CHANCE)  # noqa: S311 - no secret
    parts = re.split(r"(\w+)", text)
    places = range(1, len(parts), 2)
    for place in chance.sample(places, len(places) // 10):
        parts[place] = parts[chance.choice(places)][::-1]
    return "".join(parts)


REPRINTS = {
    "cut to 70 %": lambda text: cut(text, 0.7),
    "cut to 50 %": lambda text: cut(text, 0.5),
    "its first five sentences": lambda text: " ".join(SENTENCE.split(text)[:6]),
    "with furniture": FRAME.format,
    "cut and with furniture": lambda text: FRAME.format(cut(text, 0.5)),
    "10 % of the words changed": changed,
}


@pytest.mark.parametrize("kind", REPRINTS)
def test_reprints_of_real_reports_are_found(kind: str) -> None:
    texts = reports()
    found = [are_copies(compared(text), compared(REPRINTS[kind](text))) for text in texts]
    assert len(found) == 100
    assert sum(found) >= 98


def test_two_real_reports_of_one_event_are_no_copies() -> None:
    runs = [compared(text) for text in reports()]
    assert not any(are_copies(one, other) for one, other in combinations(runs, 2))


def test_in_real_reports_nothing_but_dates_and_credits_is_marked() -> None:
    kinds = {mark.kind for text in reports() for mark in marks(text, PHRASES)}
    assert kinds == {"page_date", "credit"}
