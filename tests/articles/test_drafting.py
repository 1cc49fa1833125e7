"""What a draft states beside what its facts state."""

import pytest

from bot.articles.article import Mark
from bot.articles.drafting import draft
from bot.articles.metadata import Metadata
from tests.articles.examples import PHRASES

ENGLISH = "The ferry to the islands ran again on Monday, and its crew was glad of the calm weather."
GERMAN = "Die Fähre zu den Inseln fuhr am Montag wieder, und die Mannschaft war froh darüber."


@pytest.mark.parametrize(
    ("text", "stated", "language", "found"),
    [
        (ENGLISH, None, "en", True),
        (ENGLISH, "en-gb", "en-gb", False),
        (GERMAN, "en", "de", True),
        (GERMAN, "de-at", "de-at", False),
        ("Ferry runs.", None, None, False),
    ],
)
def test_a_language_is_stated_or_found(
    text: str,
    stated: str | None,
    language: str | None,
    found: bool,  # noqa: FBT001 - a case
) -> None:
    made = draft(text, Metadata(language=stated), PHRASES, key="a", source="a")
    assert (made.language, made.language_found) == (language, found)


def test_what_could_not_be_read_is_told() -> None:
    (note,) = draft("The \ufffderry r\ufffdn.", Metadata(), PHRASES, key="a", source="a").notes
    assert (note.utterance, note.variables) == ("articles/told_damaged", (("characters", 2),))


def test_lines_that_a_reader_knows_are_marked_beside_the_others() -> None:
    text = f"{ENGLISH}\nrun it\nAdvertisement\n"
    start = text.index("run it")
    known = [Mark(start, start + 6, "code"), Mark(text.index("Adv"), len(text) - 1, "code")]
    made = draft(text, Metadata(), PHRASES, key="a", source="a", marked=known)
    assert [text[one.start : one.end] for one in made.marks] == ["run it", "Advertisement"]
    assert [one.kind == "code" for one in made.marks] == [True, False]
