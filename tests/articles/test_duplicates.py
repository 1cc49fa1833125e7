"""What counts as one text, however it was reprinted."""

import random

import pytest

from bot.articles.article import Mark
from bot.articles.duplicates import RUN_WORDS, WORDS_READ, are_copies, shingles

ARTICLE = """\
The ferry to the outer islands sailed again on Monday, nine days after a storm tore two of its
moorings away. Harbour master Ida Holm said that divers had checked the pier twice before she let
the first passengers on board. About 120 people had waited since dawn, many of them with food and
medicine for relatives who had run short of both.

The crossing took forty minutes longer than usual because timber was still drifting in the
northern channel. A tug went ahead of the ferry and pushed the larger trunks aside. Nobody was
hurt, and by noon the second ship of the line had left as well.

The company that runs the line wants the town to pay for stronger moorings. The council will talk
about that on Thursday, and several members have already said that the money is not there this
year. Fishermen fear that the ferry will then be moved to the southern harbour, where there is
room but no shelter from the west wind.
"""

SAME_STORY = """\
After more than a week without a connection, the outer islands can be reached by ship again. The
first boat left the town on Monday morning with some 120 travellers, who carried medicine and food
to families that had been cut off by the bad weather.

According to Ida Holm, who is in charge of the harbour, the pier was inspected by divers before
anybody was allowed on deck. Drifting wood slowed the voyage down: a tug had to clear the northern
channel, and the trip lasted forty minutes more than it normally does.

Who will pay for the broken moorings is open. The operator looks to the town, but in the council
there is little hope of finding the money before next year. A move to the southern harbour, which
lies open to the west, is what the fishing families dread most.
"""

WORDS = ARTICLE.split()


def altered(share: float) -> str:
    """The article with a share of its words exchanged, always the same ones."""
    exchanged = set(random.Random(7).sample(range(len(WORDS)), int(share * len(WORDS))))  # noqa: S311 - no secret
    return " ".join("other" if n in exchanged else word for n, word in enumerate(WORDS))


REPRINTS = {
    "as it was": ARTICLE,
    "in capitals": ARTICLE.upper(),
    "cut to 70 %": " ".join(WORDS[: len(WORDS) * 7 // 10]),
    "cut to 50 %": " ".join(WORDS[: len(WORDS) // 2]),
    "its first sentences": ". ".join(ARTICLE.split(". ")[:2]),
    "with furniture": f"Menu\nShare\n{ARTICLE}\nSign up for our newsletter\n",
    "with a frame": f"From our partners in the north.\n{ARTICLE}\nMore on this tomorrow.",
    "10 % of the words changed": altered(0.1),
    "without punctuation": "".join(c for c in ARTICLE if c.isalnum() or c.isspace()),
}


@pytest.mark.parametrize("reprint", REPRINTS.values(), ids=REPRINTS)
def test_a_reprint_is_a_copy(reprint: str) -> None:
    assert are_copies(shingles(ARTICLE), shingles(reprint))
    assert are_copies(shingles(reprint), shingles(ARTICLE))


def test_two_outlets_own_words_on_one_story_are_no_copies() -> None:
    assert not are_copies(shingles(ARTICLE), shingles(SAME_STORY))


def test_furniture_counts_for_nothing() -> None:
    menu = "Home News Sport Weather Jobs Homes Cars Ships Tides Letters"
    mark = Mark(0, len(menu), "navigation")
    one, other = f"{menu}\nThe ferry sailed again today.", f"{menu}\nThe council met on Thursday."
    assert are_copies(shingles(one), shingles(other))
    assert not are_copies(shingles(one, [mark]), shingles(other, [mark]))
    assert shingles(one, [mark]) == shingles("The ferry sailed again today.")


@pytest.mark.parametrize(("shared", "is_copy"), [(9, True), (8, False)])
def test_half_of_the_runs_of_the_shorter_text_make_a_copy(shared: int, *, is_copy: bool) -> None:
    words = ARTICLE.split()
    half, other = words[:shared], words[20:]
    one = shingles(" ".join([*half, *other[: 14 - shared]]))
    assert len(one) == 10
    assert are_copies(one, shingles(" ".join([*half, *other[30:]]))) is is_copy


def test_texts_without_words_are_no_copies() -> None:
    assert shingles(" … !") == frozenset()
    assert not are_copies(shingles(""), shingles(""))
    assert not are_copies(shingles(""), shingles(ARTICLE))


def test_a_text_shorter_than_a_run_is_compared_whole() -> None:
    assert len("The ferry sailed".split()) < RUN_WORDS
    assert are_copies(shingles("The ferry sailed"), shingles("the ferry sailed."))
    assert not are_copies(shingles("The ferry sailed"), shingles("The ferry sank"))


def test_only_the_beginning_of_a_very_long_text_is_compared() -> None:
    long = " ".join(str(number) for number in range(WORDS_READ + 1_000))
    assert len(shingles(long)) == WORDS_READ - RUN_WORDS + 1
