"""An answer, only what comes closest to one, or nothing: told apart in every way to ask."""

from pathlib import Path

import pytest

from bot.services.newsroom import Newsroom, Question
from tests.commands import Object, Pullquote
from tests.examples import HARBOUR, ORCHARD, article, news

ANSWERED = "harbour silt"
CLOSE = "harbour silt zeppelin"
NOTHING = "zeppelin regatta"

QUESTIONS = {
    "How many tonnes of silt were moved?": "answer",
    CLOSE: "closest",
    NOTHING: "nothing",
}


@pytest.mark.parametrize(
    ("query", "state"), [(ANSWERED, "answer"), (CLOSE, "closest"), (NOTHING, "nothing")]
)
async def test_a_topic_has_one_of_three_states(newsroom: Newsroom, query: str, state: str) -> None:
    answer = await newsroom.brief(query)
    assert answer.state == state
    assert bool(answer.cited) is answer.found is (state == "answer")
    assert bool(answer.closest) is (state == "closest")
    assert (answer.matched > 0) is (state == "answer")


@pytest.mark.parametrize(("query", "state"), QUESTIONS.items())
async def test_a_question_has_one_of_three_states(
    newsroom: Newsroom, query: str, state: str
) -> None:
    answer = await newsroom.ask(query)
    assert answer.state == state
    assert (answer.span is not None) is (state == "answer")


async def test_the_closest_quotes_are_slices_and_lack_what_is_missing(newsroom: Newsroom) -> None:
    answer = await newsroom.brief(CLOSE)
    for cited in answer.closest:
        whole = await newsroom.articles.article(cited.quote.article.id)
        assert cited.quote.text == whole.text[cited.quote.start : cited.quote.end]
        assert not any(word in cited.quote.text for word in answer.missing)
    assert [cited.quote.text for cited in answer.closest] == [HARBOUR]
    assert answer.missing == ("zeppelin",)


async def test_what_the_closest_say_between_them_is_not_missing(newsroom: Newsroom) -> None:
    answer = await newsroom.brief("harbour silt frost blossom")
    assert answer.state == "closest"
    assert [cited.quote.text in HARBOUR for cited in answer.closest].count(True) == 1
    assert [cited.quote.text in ORCHARD for cited in answer.closest].count(True) == 1
    assert len(answer.closest) == 2
    assert answer.missing == ()


async def test_nothing_names_every_word_that_no_article_says(newsroom: Newsroom) -> None:
    answer = await newsroom.brief("frost zeppelin regatta")
    assert (answer.state, answer.missing) == ("nothing", ("zeppelin", "regatta"))
    assert answer.nearest[0] == "frost"


async def test_the_closest_stay_inside_what_may_be_seen(newsroom: Newsroom) -> None:
    query = "ferry aground zeppelin"
    assert (await newsroom.brief(query, "1")).state == "closest"
    for stranger in ("2", None):
        assert (await newsroom.brief(query, stranger)).state == "nothing"


async def test_the_closest_keep_to_the_filters(newsroom: Newsroom) -> None:
    assert (await newsroom.brief(CLOSE, outlet="lumen")).state == "closest"
    narrowed = await newsroom.brief(CLOSE, outlet="velden")
    assert (narrowed.state, narrowed.narrowed) == ("nothing", True)
    assert (await newsroom.brief(f"{CLOSE} -silt")).closest == ()


@pytest.mark.parametrize(
    ("query", "state", "read_as"),
    [
        ("blosom", "answer", {"blosom": "blossom"}),
        ("who is Ilse Tam", "answer", {"Tam": "Tamm"}),
        ("frost blosom zeppelin", "closest", {"blosom": "blossom"}),
        ("harbour silt zepelin", "closest", {}),
        ("peple zeppelin", "nothing", {}),
        ("wher did frost take the blosom", "answer", {"wher": "where", "blosom": "blossom"}),
    ],
)
async def test_a_mistyped_word_is_read_as_the_one_that_was_meant(
    newsroom: Newsroom, query: str, state: str, read_as: dict[str, str]
) -> None:
    answer = await newsroom.ask(query)
    assert (answer.query, answer.state, answer.read_as) == (query, state, read_as)
    assert answer.corrected is None


async def test_where_two_words_may_be_meant_one_that_is_answered_is_offered(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    more = tmp_path / "more"
    texts = ("The strike at Grindal ended.", "The stripe on the hull of the boat is red.")
    await newsroom.ingest([article(more, f"{n}.md", text) for n, text in enumerate(texts)])
    answer = await newsroom.brief("strie")
    assert (answer.found, answer.read_as) == (False, {})
    assert answer.corrected in {"strike", "stripe"}
    assert (await newsroom.brief(answer.corrected or "")).found


async def test_a_second_page_of_no_answer_is_no_answer(newsroom: Newsroom) -> None:
    answer = await newsroom.inquiries.answer(Question("brief", ANSWERED), 6)
    assert (answer.found, answer.more) == (False, False)


def asked(pullquote: Pullquote, command: str, query: str) -> tuple[int, Object]:
    done = pullquote(command, query, "--json")
    return done.code, done.object


@pytest.mark.parametrize("command", ["brief", "ask"])
def test_the_states_are_told_to_scripts(pullquote: Pullquote, command: str) -> None:
    pullquote("ingest", str(news(pullquote.folder / "news")))
    code, found = asked(pullquote, command, ANSWERED)
    assert (code, found["state"], found["found"], found["closest"]) == (0, "answer", True, [])
    for query, state in ((CLOSE, "closest"), (NOTHING, "nothing")):
        code, told = asked(pullquote, command, query)
        assert (code, told["state"], told["found"]) == (3, state, False)
        assert (told["quotes"], told["answer"], told["articles_matched"]) == ([], None, 0)
        assert told["missing"]
        assert bool(told["closest"]) is (state == "closest")
    _, close = asked(pullquote, command, CLOSE)
    texts = {one["id"]: one["text"] for one in pullquote("articles", "--json").objects}
    for quote in close["closest"]:
        assert set(quote) == set(found["quotes"][0])
        assert quote["text"] == texts[quote["article_id"]][quote["start"] : quote["end"]]


def test_the_states_are_told_to_a_person(pullquote: Pullquote) -> None:
    pullquote("ingest", str(news(pullquote.folder / "news")))
    close = pullquote("brief", CLOSE)
    assert close.code == 3
    assert "is not answered in my 3 articles" in close.out
    assert HARBOUR in close.out
    assert "Lumen Courier · Quay open again · 2024-02-06" in close.out
    assert "None of these mentions: zeppelin." in close.out
    nothing = pullquote("brief", NOTHING)
    assert "is not in my articles" in nothing.out
    assert "No passage that fits says: zeppelin, regatta." in nothing.out
    assert not any(text in nothing.out for text in (HARBOUR, ORCHARD))


def test_the_closest_can_be_looked_at_in_a_conversation(pullquote: Pullquote, sample: Path) -> None:
    assert sample.exists()
    pullquote("ingest", str(news(pullquote.folder / "news")))
    done = pullquote("chat", typed=f"/brief {CLOSE}\ncontext 1\nmore\n")
    assert done.out.count(HARBOUR) == 2
    assert "nothing more" in done.out
