"""Questions come from the articles that may be seen, and the same seed gives the same."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

import pytest

from bot.articles import duplicates
from bot.quiz import stems
from bot.quiz.distractors import Source
from bot.quiz.extraction.clauses import ParsedWord
from bot.quiz.facts import Fact
from bot.quiz.item import Item
from bot.services import quiz_making as question_making
from bot.services.newsroom import Newsroom
from tests.examples import article
from tests.persistence.examples import rows

SPEAKERS = (
    "“The bridge of Norwick will be open before the winter,” said Mayor Anna Bell. "
    "“Nobody in Norwick has seen the bill so far,” said Tom Reed, a commissioner for the Port of "
    "Norwick.\n\n“The gulls of Norwick will not like it at all,” said Ida Finch, an official at "
    "Lund Castle. “Boats have always come to Norwick,” said Ambassador Max Stone.\n\n"
)
COUNT = "Norwick bought 340 benches for a promenade along Castle Street last winter."


@pytest.fixture
async def quizzed(tmp_path: Path) -> AsyncIterator[Newsroom]:
    """Two reports of one story and one of another, and one that only server 1 has."""
    news = tmp_path / "news"
    article(
        news,
        "bridge.md",
        f"{SPEAKERS}{COUNT}",
        title="Bridge nearly done",
        outlet="Harbour Post",
        published="2024-03-05",
    )
    article(
        news,
        "wool.md",
        "The wool fair of Lund drew 2,400 visitors from Norland over one long weekend.",
        title="Wool everywhere",
        published="2024-03-06",
    )
    article(
        tmp_path / "own",
        "cave.md",
        SPEAKERS.replace("Norwick", "Grindal").replace("Anna Bell", "Eve Poe"),
        title="Cave found",
        published="2024-03-07",
    )
    async with await Newsroom.open(tmp_path / "data") as opened:
        await opened.ingest([news])
        await opened.ingest([tmp_path / "own"], "1")
        yield opened


async def proof(newsroom: Newsroom, item: Item, collection: str | None = None) -> str:
    told = await newsroom.articles.article(item.article_id, collection)
    assert told.version == item.version
    return told.quote(item.start, item.end).text


async def test_the_same_seed_gives_the_same_questions(quizzed: Newsroom) -> None:
    items = await quizzed.quiz.items(4, 1)
    assert len(items) == 4
    assert await quizzed.quiz.items(4, 1) == items
    assert any([await quizzed.quiz.items(4, seed) != items for seed in range(2, 9)])


async def test_no_more_questions_are_made_than_leave_a_choice(quizzed: Newsroom) -> None:
    assert len(await quizzed.quiz.items(1, 1)) == 1


async def test_every_question_is_proved_by_its_passage(quizzed: Newsroom) -> None:
    for item in await quizzed.quiz.items(50, 1):
        right = item.options[item.answer_index].split()[-1] if item.options else ""
        assert right in await proof(quizzed, item)


async def test_a_topic_leaves_other_articles_out(quizzed: Newsroom) -> None:
    items = await quizzed.quiz.items(9, 1, topic="wool fair")
    assert [item.value for item in items] == ["count:visitor:2400"]
    assert await quizzed.quiz.items(9, 1, topic="zeppelin") == []


async def test_questions_of_a_server_are_asked_only_there(quizzed: Newsroom) -> None:
    everywhere = {item.article_id for item in await quizzed.quiz.items(50, 1)}
    there = {item.article_id for item in await quizzed.quiz.items(50, 1, collection="1")}
    [own] = there - everywhere
    assert (await quizzed.articles.article(own, "1")).title == "Cave found"
    await quizzed.quiz.make_ready()
    assert own not in {item.article_id for item in await quizzed.quiz.pool(None, None)}
    assert own not in {item.article_id for item in await quizzed.quiz.pool("2", None)}
    assert own in {item.article_id for item in await quizzed.quiz.pool("1", None)}


async def test_nobody_of_a_server_is_an_option_elsewhere(quizzed: Newsroom) -> None:
    await quizzed.quiz.make_ready()
    for item in (*await quizzed.quiz.items(50, 1), *await quizzed.quiz.pool(None, None)):
        assert "Eve Poe" not in item.options


async def test_what_is_made_ready_is_there_at_once(quizzed: Newsroom) -> None:
    assert await quizzed.quiz.pool(None, None) == []
    assert await quizzed.quiz.make_ready() == 3
    assert await quizzed.quiz.make_ready() == 0
    ready = await quizzed.quiz.pool(None, None)
    assert {item.id for item in await quizzed.quiz.items(50, 1)} <= {item.id for item in ready}
    assert await quizzed.quiz.pool(None, "wool fair") != []


async def test_what_is_missing_is_made_while_somebody_waits(quizzed: Newsroom) -> None:
    assert await quizzed.quiz.refill(None, None)
    newest = await quizzed.quiz.pool(None, None)
    assert len({item.article_id for item in newest}) == 1
    assert await quizzed.quiz.refill(None, None)
    assert len({item.article_id for item in await quizzed.quiz.pool(None, None)}) == 2
    assert not await quizzed.quiz.refill(None, None)


async def test_making_goes_on_where_it_was_broken_off(quizzed: Newsroom) -> None:
    making = asyncio.create_task(quizzed.quiz.make_ready(rest=3600))
    await asyncio.sleep(0)
    making.cancel()
    with pytest.raises(asyncio.CancelledError):
        await making
    assert await quizzed.quiz.make_ready() == 3


async def test_a_new_report_of_the_story_changes_what_is_asked(
    quizzed: Newsroom, tmp_path: Path
) -> None:
    await quizzed.quiz.make_ready()
    answers = {item.value for item in await quizzed.quiz.pool(None, None)}
    assert "count:bench:340" in answers
    article(
        tmp_path / "more",
        "again.md",
        "The bridge of Norwick is nearly done, and its promenade has somewhere to sit at last. "
        f"{COUNT.replace('340', '290')} Painters will come next week, and gardeners after them.",
        title="Bridge of Norwick nearly done",
        published="2024-03-08",
    )
    await quizzed.ingest([tmp_path / "more"])
    assert await quizzed.quiz.make_ready() == 1
    assert await quizzed.quiz.make_ready() == 1
    answers = {item.value for item in await quizzed.quiz.pool(None, None)}
    assert not answers & {"count:bench:340", "count:bench:290"}


async def test_a_new_version_has_questions_of_its_own(quizzed: Newsroom, tmp_path: Path) -> None:
    await quizzed.quiz.make_ready()
    wool = "The wool fair of Lund drew 3,100 visitors from Norland."
    article(tmp_path / "news", "wool.md", wool, title="Wool everywhere")
    await quizzed.ingest([tmp_path / "news"])
    assert await quizzed.quiz.pool(None, "wool fair Lund visitors") == []
    await quizzed.quiz.make_ready()
    pool = await quizzed.quiz.pool(None, "wool fair Lund visitors")
    item = next(item for item in pool if item.kind == "cloze_number")
    assert (item.options[item.answer_index], item.version) == ("3,100", 2)


async def test_with_an_article_goes_all_that_was_made_of_it(
    quizzed: Newsroom, tmp_path: Path
) -> None:
    await quizzed.quiz.make_ready()
    [item] = await quizzed.quiz.items(9, 1, topic="wool fair")
    assert await quizzed.intake.remove(item.article_id, "operator")
    file = tmp_path / "data" / "pullquote.db"
    assert rows(file, "SELECT count(*) FROM quiz_item WHERE question LIKE '%wool%'") == [(0,)]
    assert rows(file, "SELECT count(*) FROM quiz_facts WHERE facts LIKE '%wool%'") == [(0,)]
    assert item.article_id not in {one.article_id for one in await quizzed.quiz.items(50, 1)}


async def test_an_article_that_is_removed_while_it_is_looked_at_leaves_nothing(
    quizzed: Newsroom, tmp_path: Path
) -> None:
    maker = quizzed.quiz._maker()  # noqa: SLF001 - the moment between two steps
    [item] = await quizzed.quiz.items(9, 1, topic="wool fair")
    known = rows(tmp_path / "data" / "pullquote.db", "SELECT public_id, id FROM article")
    [row] = [int(str(one[1])) for one in known if one[0] == item.article_id]
    sources = await maker.sources([row])
    await quizzed.intake.remove(item.article_id, "operator")
    store = quizzed._store  # noqa: SLF001 - see above
    await store.items.save_materials({(row, 1): sources[row].material}, maker.recipe)
    await store.items.save_items(row, 1, [item])
    assert await store.items.items_of([row]) == []
    scope = await quizzed.quiz._visibility.of(None)  # noqa: SLF001 - see above
    assert await maker.keep(row, scope) == question_making.ArticleQuestions()


async def test_an_article_that_is_removed_before_its_turn_is_passed_over(
    quizzed: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    [item] = await quizzed.quiz.items(9, 1, topic="wool fair")

    async def resting(_seconds: float) -> None:
        await quizzed.intake.remove(item.article_id, "operator")

    monkeypatch.setattr("bot.services.quiz_questions.asyncio.sleep", resting)
    assert await quizzed.quiz.make_ready(rest=1) == 3
    assert await quizzed.quiz.pool(None, "wool fair") == []


async def test_only_so_many_articles_are_remembered(
    quizzed: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = await quizzed.quiz.items(50, 1)
    monkeypatch.setattr(question_making, "REMEMBERED", 1)
    assert await quizzed.quiz.items(50, 1) == items


async def test_it_can_be_told_why_there_are_no_other_questions(quizzed: Newsroom) -> None:
    told = await quizzed.quiz.explain()
    assert told.articles == 2
    assert told.made["who_said"] >= 3
    assert sum(told.rejected.values()) > 0
    assert all(kind and gate for kind, gate in told.rejected)


async def test_an_article_gives_one_number_to_guess(quizzed: Newsroom, tmp_path: Path) -> None:
    text = (
        f"{COUNT}\n\nThe port of Norwick sold 520 lamps for a pier along Castle Street last winter."
    )
    article(tmp_path / "lamps", "lamps.md", text, title="Lamps go out", published="2024-03-08")
    await quizzed.ingest([tmp_path / "lamps"], "1")
    told = await quizzed.quiz.explain("port sold lamps", "1")
    assert told.articles == 1
    assert told.made["guess_number"] == 1
    assert told.rejected["guess_number", "is_one_more"] == 1


async def test_no_articles_are_no_questions(tmp_path: Path) -> None:
    async with await Newsroom.open(tmp_path / "empty") as newsroom:
        assert await newsroom.quiz.items(5, 1) == []
        assert await newsroom.quiz.pool(None, None) == []
        assert not await newsroom.quiz.refill(None, None)
        assert await newsroom.quiz.make_ready() == 0


async def test_an_article_without_words_to_find_has_no_neighbours(
    quizzed: Newsroom, tmp_path: Path
) -> None:
    article(tmp_path / "odd", "odd.md", "??? !!!.\n\nThe end of it.", title="???")
    report = await quizzed.ingest([tmp_path / "odd"], "1")
    assert report.added == 1
    assert await quizzed.quiz.items(50, 1, collection="1")
    assert await quizzed.quiz.make_ready() == 4


class BreakingParser:
    """A parser that one article breaks."""

    name = "breaking"

    def parsed(self, sentences: Sequence[str]) -> list[list[ParsedWord]]:
        """No words; an error for what tells of Norwick."""
        if any("Norwick" in sentence for sentence in sentences):
            raise ValueError("Norwick")
        return [[] for _ in sentences]


BREAKS = ["its facts", "its neighbours", "a question"]


@pytest.mark.parametrize("breaks", BREAKS)
@pytest.mark.usefixtures("quizzed")
async def test_an_article_that_breaks_the_quiz_gives_no_question_and_the_others_do(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    breaks: str,
) -> None:
    def question(fact: Fact, own: Source, *rest: object) -> object:
        if own.article.title == "Bridge nearly done":
            raise ValueError(own.article.title)
        return made_of(fact, own, *rest)

    def signature(text: str, *rest: object) -> object:
        if "Norwick" in text:
            raise ValueError(text)
        return signature_of(text, *rest)

    made_of: Callable[..., object] = stems.question
    signature_of: Callable[..., object] = duplicates.signature
    parser = BreakingParser() if breaks == "its facts" else None
    if breaks == "a question":
        monkeypatch.setattr(question_making, "question", question)
    elif breaks == "its neighbours":
        monkeypatch.setattr(question_making, "signature", signature)
    async with await Newsroom.open(tmp_path / "data", parser=parser) as opened:
        items = await opened.quiz.items(50, 1)
        assert any("wool" in item.question for item in items)
        assert not any("Norwick" in item.question for item in items)
        assert await opened.quiz.make_ready() == 3
        assert await opened.quiz.make_ready() == 0
        pool = await opened.quiz.pool(None, None)
        assert {item.id for item in pool} >= {item.id for item in items}
        assert not await opened.quiz.refill(None, None)
    told = {
        "its facts": "an article broke its facts",
        "its neighbours": "an article broke its questions",
        "a question": "a fact broke its question",
    }
    assert told[breaks] in caplog.text
    assert "Bridge nearly done" in caplog.text
