"""From passages to the short quotes of a reply."""

import pytest

from bot.briefing.openings import opening_quotes
from bot.briefing.reply_quotes import unmarked_quotes
from tests.articles.examples import article
from tests.briefing.examples import (
    asked_of,
    even,
    extractor,
    marked,
    passage,
    retrieved,
    told_of,
)
from tests.search.examples import ANALYSER, question

STORM = "The old storm warning of Halm was too late for 14 of the boats."
TEXT = f"Nobody waved at the pier. {STORM} A dog barked."


def test_a_topic_is_quoted_shortly_and_its_words_stand_out() -> None:
    [found] = told_of("storm warning boats", [article(TEXT)])
    assert (found.quote.text, found.passage.text) == (STORM, TEXT)
    assert [words.text for words in found.highlights] == ["storm warning", "boats"]
    assert found.spans == ()


def test_what_comes_closest_has_no_mark() -> None:
    query = question("When did the ferry sail?")
    told = article("The ferry sailed on Monday.")
    [found] = unmarked_quotes([retrieved(told)], query, even(query), ANALYSER)
    assert (found.quote.text, found.spans) == (told.text, ())


@pytest.mark.parametrize(
    ("asked", "text", "shown"),
    [
        ("How many boats sank?", "The boats of Halm are old.", 0),
        ("How many boats sank?", "In the storm 14 boats sank.", 1),
        ("Who is the mayor of Halm?", "She won the vote in May.", 0),
        ("Why did the boats sink?", "The boats of Halm are old.", 1),
    ],
)
def test_a_number_or_a_holder_that_is_asked_for_must_be_there(
    asked: str, text: str, shown: int
) -> None:
    assert len(asked_of(asked, [article(text, title="News")])) == shown


@pytest.mark.parametrize(
    ("asked", "text", "shown"),
    [
        ("Where did the boats of Halm sink?", "The boats of Halm are old and sink.", 1),
        ("Where did the new boats of Halm sink?", "The boats of Halm are old.", 0),
        ("Where did the boats of Halm sink?", "In Lund the boats did sink.", 0),
        ("Why did the boats of Halm sink?", "The boats did sink. Halm is near. It rained.", 1),
        ("Why did the boats of Halm sink?", "The boats did sink. It rained. Halm is near.", 0),
    ],
)
def test_the_likeliest_sentence_speaks_of_who_is_asked_for_and_holds_the_kind(
    asked: str, text: str, shown: int
) -> None:
    assert len(asked_of(asked, [article(text, title="News")])) == shown


def test_quotes_without_a_mark_come_the_likeliest_first() -> None:
    rival = article("The boats of Halm are old.", id="rival", title="News")
    told = article("The old boats of Halm sank as a beam broke.", id="told", title="News")
    found = asked_of("What broke on the old boats of Halm?", [rival, told])
    assert [item.quote.article.id for item in found] == ["told", "rival"]
    assert sum(item.share for item in found) == pytest.approx(1)


@pytest.mark.parametrize(
    ("title", "text", "holder"),
    [
        ("Storm in Halm", "Mayor Edda Quill thanked the crews.", ["Edda Quill"]),
        ("Storm in Halm", "Mayor Edda Quill of Lund thanked the crews.", []),
        ("Storm", "Mayor Edda Quill thanked the crews.", []),
    ],
)
def test_the_title_may_say_where_somebody_holds_a_role(
    title: str, text: str, holder: list[str]
) -> None:
    found = asked_of("Who is the mayor of Halm?", [article(text, title=title)])
    assert marked(found) == holder


@pytest.mark.parametrize(("asked", "answers"), [("Who is", ["Edda Quill"]), ("Who now is", [])])
def test_what_is_so_now_is_marked_in_the_newest_report_only(asked: str, answers: list[str]) -> None:
    old = article(
        "The mayor of Halm is Edda Quill.", id="old", title="News", published="2024-03-01"
    )
    new = article("The mayor of Halm was late.", id="new", title="News", published="2024-03-02")
    assert marked(asked_of(f"{asked} the mayor of Halm?", [old, new])) == answers


def test_the_title_may_say_who_holds_a_role() -> None:
    told = article("She won the vote in May.", title="Edda Quill is the mayor of Halm")
    found = asked_of("Who is the mayor of Halm?", [told])
    assert ([item.quote.text for item in found], marked(found)) == ([told.text], [])


def test_every_span_of_the_kind_is_measured_also_where_none_is_marked() -> None:
    told = article("Jonas Brekke was not arrested; Ada Lund was seen.")
    spans = [span for span, _ in extractor("Who was arrested?").measured(passage(told))]
    assert [told.text[span.start : span.end] for span in spans] == ["Jonas Brekke", "Ada Lund"]


def test_an_article_opens_with_its_first_sentences_of_prose() -> None:
    text = (
        f"Halm.\n\n{STORM} It rained. A dog barked.\n\nThe {'very ' * 45}late boat sank. It rained."
    )
    told = article(text)
    assert [quote.text for quote in opening_quotes(told, 2)] == [
        f"{STORM} It rained.",
        "A dog barked.",
    ]
    assert len(opening_quotes(told, 9)) == 4
    assert [quote.text for quote in opening_quotes(article("It rained."))] == ["It rained."]


def test_a_row_that_carries_its_heads_is_quoted_alone() -> None:
    rows = ["Line: 1 | Fare: 2 crowns", "Line: 7 | Fare: 3 crowns", "Line: 9 | Fare: 4 crowns"]
    told = article("\n".join(rows), title="Fares")
    found = asked_of("How much is the fare of line 7?", [told])
    assert ([item.quote.text for item in found], marked(found)) == ([rows[1]], [])


def test_a_table_is_quoted_whole_and_nothing_in_it_is_marked() -> None:
    table = "| Line | Fare |\n|---|---|\n| 1 | 2 crowns |\n| 7 | 3 crowns |"
    told = article(table, title="Fares")
    found = asked_of("How much is the fare of line 7?", [told])
    assert ([item.quote.text for item in found], marked(found)) == ([table], [])
