"""The use cases, and that nothing of one server is ever told in another."""

import asyncio
from dataclasses import astuple, fields
from itertools import pairwise
from pathlib import Path

import pytest

from bot.articles.article import Quote
from bot.briefing.answer import Answer
from bot.errors import NotForYou, NothingFound, WrongConfiguration, WrongUse
from bot.language.cleaning import clean
from bot.language.english.analyser import Analyser
from bot.persistence.database import database_url
from bot.persistence.store import Store
from bot.services.newsroom import Newsroom, Question
from bot.services.preparing import analysed
from tests.examples import HARBOUR, ORCHARD, article, news


def quotes_of(answer: Answer) -> list[Quote]:
    return [cited.quote for cited in answer.cited]


async def ids(newsroom: Newsroom, collection: str | None) -> list[str]:
    return [one.id async for one in newsroom.articles.articles(collection)]


@pytest.mark.parametrize(
    "asked",
    [
        Question("brief", "frost"),
        Question("ask", "when?", "1"),
        Question("sources", "a message\ud800\0", "1"),
        Question("brief", "frost", None, "Velden Weekly", "2024-01-01", "2024-12-31"),
    ],
)
async def test_what_was_asked_is_found_again_by_its_token(
    newsroom: Newsroom, asked: Question
) -> None:
    token = await newsroom.inquiries.remember(asked, 0)
    assert token == await newsroom.inquiries.remember(asked, 1)
    found = await newsroom.inquiries.recall(token, asked.collection)
    shown = [name.name for name in fields(Question) if name.name != "text"]
    assert [getattr(found, name) for name in shown] == [getattr(asked, name) for name in shown]


def test_a_token_tells_every_part_of_what_was_asked_apart() -> None:
    asked = [
        Question("brief", "a"),
        Question("ask", "a"),
        Question("brief", "b"),
        Question("brief", "a", "1"),
        Question("brief", "a", None, "x"),
        Question("brief", "a", None, None, "2024-01-01"),
        Question("brief", "a", None, None, None, "2024-01-01"),
    ]
    assert len({one.token for one in asked}) == len(asked)


async def test_every_quote_is_a_slice_of_its_article(newsroom: Newsroom) -> None:
    for query in ("harbour silt", "frost", "satellite clouds"):
        answer = await newsroom.brief(query)
        assert answer.found
        for quote in quotes_of(answer):
            whole = await newsroom.articles.article(quote.article.id)
            assert quote.text == whole.text[quote.start : quote.end]


async def test_an_older_quote_still_gives_its_context(newsroom: Newsroom, tmp_path: Path) -> None:
    (taken,) = quotes_of(await newsroom.brief("silt dredgers"))
    await newsroom.intake.remove(taken.article.id, "operator")
    await newsroom.ingest([news(tmp_path / "news")])
    (quote,) = quotes_of(await newsroom.brief("silt dredgers"))
    changed = HARBOUR.replace("40,000", "41,000")
    article(tmp_path / "news", "harbour.md", changed, title="Quay open again")
    report = await newsroom.ingest([tmp_path / "news"])
    assert (report.updated, report.unchanged) == (1, 2)
    (newer,) = quotes_of(await newsroom.brief("silt dredgers"))
    assert (quote.article.version, newer.article.version) == (1, 2)
    assert "41,000" in newer.text
    older = await newsroom.articles.context(quote.article.id, 1, quote.start, quote.end)
    assert older.quote.text == quote.text


async def test_a_removed_article_is_gone_at_once(newsroom: Newsroom) -> None:
    (quote,) = quotes_of(await newsroom.brief("silt dredgers"))
    assert await newsroom.intake.remove(quote.article.id, "operator")
    assert not await newsroom.intake.remove(quote.article.id, "operator")
    assert not (await newsroom.brief("silt dredgers")).found
    assert await newsroom.inquiries.search("silt dredgers") == []
    assert "harbour" not in await newsroom.articles.names("topic", "", None)
    with pytest.raises(NotForYou):
        await newsroom.articles.context(quote.article.id, 1, quote.start, quote.end)
    with pytest.raises(NothingFound):
        await newsroom.articles.article(quote.article.id)


@pytest.mark.parametrize(
    ("version", "start", "end"), [(1, 5, 5), (1, -1, 4), (1, 0, 10**9), (9, 0, 5), (2**70, 0, 5)]
)
async def test_a_forged_quote_has_no_context(
    newsroom: Newsroom, version: int, start: int, end: int
) -> None:
    name = (await ids(newsroom, None))[0]
    with pytest.raises(NotForYou):
        await newsroom.articles.context(name, version, start, end)


async def test_the_same_question_is_answered_from_memory_until_an_article_changes(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    first = await newsroom.brief("frost")
    assert await newsroom.brief("frost") is first
    await newsroom.ingest([article(tmp_path / "more", "late.md", "A late frost hit Quorn again.")])
    later = await newsroom.brief("frost")
    assert (first.matched, later.matched) == (1, 2)


async def test_only_so_many_answers_are_remembered(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.inquiries.CACHED_ANSWERS", 1)
    first = await newsroom.brief("frost")
    await newsroom.brief("silt")
    assert await newsroom.brief("frost") is not first


async def test_another_process_is_noticed(newsroom: Newsroom, tmp_path: Path) -> None:
    assert not (await newsroom.brief("geyser")).found
    async with await Newsroom.open(tmp_path / "data") as other:
        more = article(tmp_path / "more", "geyser.md", "A geyser broke out near Holt.")
        report = await other.ingest([more])
        assert (await newsroom.brief("geyser")).found
        await other.intake.remove(report.article_ids[0], "operator")
    assert not (await newsroom.brief("geyser")).found


async def test_questions_are_answered_while_articles_come_in(tmp_path: Path) -> None:
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        await newsroom.ingest([news(tmp_path / "news")])
        for number in range(150):
            article(tmp_path / "many", f"{number}.md", f"Report {number}: {ORCHARD}")
        coming = asyncio.create_task(newsroom.ingest([tmp_path / "many"]))
        asked = 0
        while not coming.done():
            answers = await asyncio.gather(newsroom.brief("frost"), newsroom.ask("Who is Tamm?"))
            assert answers[0].found
            assert all(q.text in q.article.text for a in answers for q in quotes_of(a))
            asked += 1
        assert (await coming).added == 150
        assert asked > 0
        assert len(await newsroom.inquiries.search("frost", 500)) >= 150


async def test_two_at_once_may_take_in_the_same_files(tmp_path: Path) -> None:
    folder = news(tmp_path / "news")
    async with (
        await Newsroom.open(tmp_path / "data") as one,
        await Newsroom.open(tmp_path / "data") as other,
    ):
        await asyncio.gather(one.ingest([folder]), other.ingest([folder]), one.ingest([folder]))
        assert len(await ids(one, None)) == len(await ids(other, None)) == 3
        assert not one.repaired
        assert not other.repaired


async def test_an_upload_is_known_by_its_name(newsroom: Newsroom) -> None:
    first = await newsroom.intake.upload(
        "note.txt", b"A meteor was seen over Drum Hill late on Monday.", "1"
    )
    again = await newsroom.intake.upload(
        "note.txt", b"Two meteors were seen over Drum Hill late on Monday.", "1"
    )
    assert (first.added, again.updated) == (1, 1)
    assert (await newsroom.brief("meteor", "1")).found
    assert not (await newsroom.brief("meteor", "2")).found


async def test_the_samples_fill_only_an_empty_newsroom(tmp_path: Path) -> None:
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        assert await newsroom.fill() > 20
        assert await newsroom.fill() == 0
        assert (await newsroom.brief("sanctions", "77")).found
        await newsroom.ingest([news(tmp_path / "news")])
        assert not (await newsroom.brief("sanctions", "77")).found


async def test_pages_follow_each_other_and_end(tmp_path: Path) -> None:
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        await newsroom.fill()
        seen: list[tuple[str, int]] = []
        more = True
        while more:
            answer = await newsroom.inquiries.answer(Question("brief", "Putin"), len(seen))
            seen += [(quote.article.id, quote.start) for quote in quotes_of(answer)]
            more = answer.more
        assert len(seen) > 6
        assert len(set(seen)) == len(seen)
        assert not (await newsroom.inquiries.answer(Question("brief", "Putin"), len(seen))).cited


@pytest.mark.parametrize("day", ["2024-02-30", "soon", "2024-13", "202"])
async def test_a_day_that_is_none_is_wrong_use(newsroom: Newsroom, day: str) -> None:
    for days in ((day, None), (None, day)):
        with pytest.raises(WrongUse):
            await newsroom.brief("frost", None, None, *days)


async def test_what_is_suggested_starts_as_typed(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await newsroom.articles.names("topic", "har", None) == ["harbour"]
    assert await newsroom.articles.names("outlet", "week", None) == ["Velden Weekly"]
    assert [title for _, title in await newsroom.articles.titles("FROST", None)] == [
        "Frost takes half the blossom"
    ]
    monkeypatch.setattr("bot.services.articles.MOST_SUGGESTED", 1)
    assert len(await newsroom.articles.names("topic", "", None)) == 1


async def test_a_note_of_a_face_is_kept(newsroom: Newsroom) -> None:
    assert await newsroom.notes.value("fingerprint") is None
    await newsroom.notes.keep("fingerprint", "abc")
    assert await newsroom.notes.value("fingerprint") == "abc"


@pytest.mark.parametrize("words", ["\ud800", "\0", "frost\udcff", "\u202e", "[a](" * 16_384])
async def test_words_that_cannot_be_stored_can_be_asked(newsroom: Newsroom, words: str) -> None:
    for kind in ("brief", "ask", "sources"):
        asked = Question(kind, words)
        assert astuple(await newsroom.inquiries.answer(asked))[0] == words
        assert await newsroom.inquiries.remember(asked, 0) == asked.token
    assert not clean(words) or not (await newsroom.brief("frost", outlet=words)).found


async def test_a_newsroom_that_cannot_open_lets_go_of_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.settings.PACKAGE", tmp_path)
    with pytest.raises(WrongConfiguration):
        await Newsroom.open(tmp_path / "data")


async def test_a_search_gives_no_passage_that_mostly_repeats_a_better_one(
    newsroom: Newsroom,
) -> None:
    sights = (f"Tower {n} of the old town was seen from a boat on day {n}." for n in range(28))
    await newsroom.intake.upload("towers.txt", " ".join(sights).encode(), "operator")
    hits = await newsroom.inquiries.search("tower", 50)
    spans = sorted((hit.quote.start, hit.quote.end) for hit in hits)
    assert len(spans) > 1
    for (start, end), (following, last) in pairwise(spans):
        assert end - following <= min(end - start, last - following) / 2


async def test_a_typing_error_is_mended_only_when_that_finds_something(tmp_path: Path) -> None:
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        await newsroom.fill()
        mended = await newsroom.brief("sanctons")
        assert (mended.found, mended.read_as) == (True, {"sanctons": "sanctions"})
        for unrelated in ("elections in Brazil", "sanctons-zeppelin"):
            answer = await newsroom.brief(unrelated)
            assert (answer.found, answer.read_as, answer.corrected) == (False, {}, None)


async def test_a_reply_offers_each_topic_in_one_form(tmp_path: Path) -> None:
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        await newsroom.fill()
        nearest = (await newsroom.brief("Bitcoin")).nearest
        assert len(nearest) == len(set(nearest)) == 5
        assert not {"China", "Chinese"} <= set(nearest)


async def test_the_mean_length_counts_what_is_scored(tmp_path: Path) -> None:
    """A title is scored with each passage, so the lengths that BM25 compares must hold it too."""
    async with await Newsroom.open(tmp_path) as newsroom:
        await newsroom.fill()
    store = await Store.open(database_url(tmp_path))
    articles = [analysed(change, Analyser()) for change in await store.changes.after(0, 99)]
    [held] = await store.changes.statistics(["sample"])
    await store.close()
    terms = [f"{passage.terms} {one.title}" for one in articles for passage in one.passages]
    assert held.words == sum(len(words.split()) for words in terms)
