"""An article is on a topic when a passage of it, with its title, says what the topic names."""

import pytest

from bot.digest.composing import on_topic
from bot.language.english.analyser import Analyser
from bot.search.query import topic_query
from bot.search.synonyms import Synonyms
from tests.digest.examples import QUAKE_ONE, article

ANALYSER = Analyser()
SYNONYMS = Synonyms(ANALYSER, same=[["earthquake", "quake"]])


@pytest.mark.parametrize(
    ("topic", "is_on"),
    [
        ("earthquake", True),
        ("quake Karvala", True),
        ("seismology", True),
        ("rescue prizes", True),
        ("volcano", False),
        ("earthquake volcano", False),
    ],
)
def test_what_the_topic_names_must_be_said(topic: str, *, is_on: bool) -> None:
    concepts = topic_query(topic, ANALYSER, SYNONYMS).concepts
    item = article(QUAKE_ONE, title="Prizes of seismology")
    assert on_topic(item, concepts, ANALYSER) == is_on
