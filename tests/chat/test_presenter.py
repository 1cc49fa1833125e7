"""Answers, articles and feeds as replies, without any platform."""

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.articles.readers.formats import MAX_FILE_BYTES
from bot.chat.ids import more_prefix
from bot.chat.presenter import Presenter, Upload, apology
from bot.errors import NotForYou, Refused, StorageFailed
from bot.services.newsroom import Newsroom, Question
from bot.wording.reply import Line, Reply

SERVER = "a server"
FERRY = Question("brief", "ferry")


@pytest.fixture
async def newsroom(folder: Path) -> AsyncIterator[Newsroom]:
    """Eight articles on a ferry."""
    async with await Newsroom.open(folder) as opened:
        yield opened


@pytest.fixture
def presenter(newsroom: Newsroom) -> Presenter:
    """Replies about those articles."""
    return Presenter(newsroom)


def says(reply: Reply) -> list[str]:
    """The names of what a reply says."""
    return [unit.words.name for unit in reply.units if isinstance(unit, Line)]


def upload(name: str, content: bytes, size: int | None = None) -> Upload:
    """A file as somebody would send it."""

    async def read() -> bytes:
        return content

    return Upload(name, len(content) if size is None else size, read)


async def test_the_same_question_gets_the_same_reply_until_an_article_changes(
    presenter: Presenter,
) -> None:
    first = await presenter.answer(FERRY)
    assert await presenter.answer(FERRY) is first
    await presenter.add_file(upload("late.md", b"A late ferry came to the pier."), "operator")
    assert await presenter.answer(FERRY) is not first


async def test_more_leads_from_quote_to_quote_and_to_an_end(presenter: Presenter) -> None:
    first = await presenter.answer(FERRY)
    assert first.more is not None
    assert first.more.prefix == more_prefix(FERRY.token)
    second = await presenter.more(FERRY.token, 6, None)
    assert second.blocks
    assert second.following is None
    with pytest.raises(NotForYou):
        await presenter.more(FERRY.token, 600, None)
    with pytest.raises(NotForYou):
        await presenter.more(FERRY.token, 6, SERVER)


async def test_the_words_around_a_quote_are_shown(presenter: Presenter) -> None:
    quote = (await presenter.answer(FERRY)).blocks[0].quote
    article = quote.article
    reply = await presenter.context(article.id, article.version, quote.start, quote.end, None)
    [block] = reply.blocks
    assert block.quote.holds(quote)
    assert block.spans == (quote,) or says(reply) == ["context/nothing"]


async def test_a_server_adds_lists_and_removes_its_own_articles(
    presenter: Presenter, newsroom: Newsroom
) -> None:
    added = await presenter.add_file(upload("own.md", b"The mill of Orr grinds again."), SERVER)
    assert says(added) == ["articles/added"]
    assert says(await presenter.listing(0, SERVER))[0] == "articles/heading"
    ((name, _),) = await newsroom.articles.titles("mill", SERVER)
    assert says(await presenter.remove(name, SERVER)) == ["articles/removed"]
    ((name, _),) = await newsroom.articles.titles("coast", SERVER)
    with pytest.raises(NotForYou):
        await presenter.remove(name, SERVER)


@pytest.mark.parametrize(
    ("file", "utterance"),
    [
        (upload("big.md", b"", MAX_FILE_BYTES + 1), "refused/too_large"),
        (upload("paper.pdf", b""), "refused/pdf"),
        (upload("paper.xyz", b""), "refused/unknown_format"),
    ],
)
async def test_a_file_that_cannot_be_taken_is_refused_before_it_is_read(
    presenter: Presenter, file: Upload, utterance: str
) -> None:
    with pytest.raises(Refused) as refused:
        await presenter.add_file(file, SERVER)
    assert refused.value.utterance == utterance


async def test_a_server_without_feeds_is_told_so(presenter: Presenter) -> None:
    assert says(await presenter.feeds(0, SERVER)) == ["feeds/none"]


@pytest.mark.parametrize(
    ("error", "utterance", "is_logged"),
    [
        (NotForYou("quiz/not_yours"), "quiz/not_yours", False),
        (StorageFailed("storage/full", file="f"), "storage/full", True),
        (ValueError("broken"), "error/unexpected", True),
    ],
)
def test_an_error_is_told_and_logged_when_it_is_to_be_mended(
    error: Exception, utterance: str, *, is_logged: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    assert says(apology(error)) == [utterance]
    assert bool(caplog.records) == is_logged
