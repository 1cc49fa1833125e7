"""The JSON that scripts get."""

import json

from bot.articles.article import Mark
from bot.briefing.answer import Answer, Cited
from bot.chat.json import answer_object, article_object, item_object, quote_object, search_object
from bot.services.retrieval import Hit
from tests.articles.examples import article
from tests.quiz.round_examples import NUMBER

ARTICLE = article(
    "The ferry sailed.\nShare", author="Ada Lund", topics=("Lund",), marks=(Mark(18, 23, "share"),)
)
QUOTE = ARTICLE.quote(0, 17)
SPAN = ARTICLE.quote(4, 9)
SHOWN = {
    "article_id": "a1",
    "version": 1,
    "start": 0,
    "end": 17,
    "text": "The ferry sailed.",
    "outlet": "Harbour Post",
    "title": "Ferry sails again",
    "author": "Ada Lund",
    "published": "2024-03-05",
    "url": None,
    "source": "a1.md",
}


CITED = {**SHOWN, "passage_start": 0, "passage_end": 17}


def test_an_article_is_shown_whole() -> None:
    assert article_object(ARTICLE) == {
        "id": "a1",
        "version": 1,
        "title": "Ferry sails again",
        "title_origin": "metadata",
        "outlet": "Harbour Post",
        "author": "Ada Lund",
        "published": "2024-03-05",
        "url": None,
        "language": None,
        "collection": "operator",
        "source": "a1.md",
        "topics": ["Lund"],
        "excerpt": False,
        "text": "The ferry sailed.\nShare",
        "marks": [{"start": 18, "end": 23, "kind": "share"}],
    }


def test_a_quote_is_the_slice_of_its_offsets() -> None:
    assert quote_object(QUOTE) == SHOWN
    assert article_object(ARTICLE)["text"][:17] == SHOWN["text"]


def test_an_answer_shows_its_quotes_and_its_span() -> None:
    shown = answer_object(Answer("ferry", (Cited(QUOTE, (SPAN,)),), 1, 5))
    assert shown["found"] is True
    assert shown["quotes"] == [CITED]
    assert shown["answer"] == {**SHOWN, "start": 4, "end": 9, "text": "ferry"}
    assert (shown["articles_matched"], shown["articles_total"]) == (1, 5)
    assert (shown["state"], shown["closest"], shown["missing"]) == ("answer", [], [])


def test_no_answer_has_no_quotes() -> None:
    answer = Answer("fery", (), 0, 5, nearest=("Lund",), corrected="ferry", missing=("fery",))
    assert answer_object(answer) == {
        "query": "fery",
        "found": False,
        "quotes": [],
        "answer": None,
        "articles_matched": 0,
        "articles_total": 5,
        "state": "nothing",
        "closest": [],
        "missing": ["fery"],
        "nearest": ["Lund"],
        "did_you_mean": "ferry",
        "widened": {},
        "corrected": {},
        "differs": [],
    }


def test_the_closest_quotes_stand_beside_an_answer_and_are_none() -> None:
    closest = (Cited(QUOTE, (SPAN,)),)
    shown = answer_object(Answer("ferry fees", (), 0, 5, closest=closest, missing=("fees",)))
    assert (shown["found"], shown["quotes"], shown["answer"]) == (False, [], None)
    assert (shown["state"], shown["closest"], shown["missing"]) == ("closest", [CITED], ["fees"])
    assert (shown["articles_matched"], shown["articles_total"]) == (0, 5)


def test_search_results_have_rank_and_score() -> None:
    shown = search_object("ferry", [Hit(1, 2.5, QUOTE)])
    assert json.loads(json.dumps(shown)) == {
        "query": "ferry",
        "results": [
            {
                "rank": 1,
                "score": 2.5,
                "article_id": "a1",
                "start": 0,
                "end": 17,
                "text": "The ferry sailed.",
            }
        ],
    }


def test_a_question_that_asks_for_a_number_has_no_options() -> None:
    shown = item_object(NUMBER, article(text="Twelve hundred nets were mended."))
    assert (shown["kind"], shown["options"], shown["answer_index"]) == ("guess_number", [], 0)
    assert shown["answer_text"] == "Twe"
