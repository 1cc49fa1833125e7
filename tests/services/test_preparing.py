"""What is worked out of an article: the lengths that scores divide by are those that are scored."""

from bot.articles.article import Draft
from bot.engines.forward_index import record_bytes, record_of
from bot.language.english.analyser import Analyser
from bot.search.reranker import counted
from bot.services.preparing import prepared
from tests.examples import HARBOUR, ORCHARD
from tests.search.examples import word

TITLE = "Quay of Port Lumen open again"


def draft(text: str) -> Draft:
    return Draft(key="quay", source="quay.txt", title=TITLE, title_origin="metadata", text=text)


def test_a_passage_is_as_long_as_its_terms_and_its_titles() -> None:
    made = prepared(draft(HARBOUR), "hash", Analyser())
    title = len(made.title_terms.split())
    assert title == 5
    assert [one.length for one in made.passages] == [
        len(one.terms.split()) + title for one in made.passages
    ]


def test_the_lengths_that_are_kept_are_those_that_the_reranker_counts() -> None:
    text = "\n\n".join([HARBOUR, ORCHARD] * 4)
    made = prepared(draft(text), "hash", Analyser())
    count = len(made.passages)
    record = record_of(record_bytes(1, 1, count, *made.bodies))
    found = counted([(record, ordinal) for ordinal in range(count)], [word("quay")])
    assert count > 1
    assert [one.length for one in made.passages] == found.passage_lengths.tolist()
    assert sum(one.length for one in made.passages) == found.article_lengths.tolist()[0]
