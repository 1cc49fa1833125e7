"""/articles: everybody lists and shows; who manages the server adds and removes its own."""

import pytest

from bot.articles.readers.formats import MAX_FILE_BYTES
from bot.services.newsroom import Newsroom
from tests.chat.discord_app.conftest import Server, answered
from tests.chat.discord_app.examples import all_articles, are_verbatim, ids, quotes, told
from tests.ferry import page

SEALS = page("Seal Times", "Seals have come back to the bay. Nine pups were counted.")


async def test_the_list_names_titles_outlets_and_dates_privately(server: Server) -> None:
    message = await server.asks("articles list")
    assert message.ephemeral
    assert "News from Coast Radio · Coast Radio · 2024\\-04\\-02" in told(message.components)


async def test_a_long_list_goes_on_by_a_button(server: Server, newsroom: Newsroom) -> None:
    for number in range(4):
        await newsroom.intake.upload(
            f"{number}.txt", f"Note {number} on the bay.".encode(), "operator"
        )
    message = await server.asks("articles list")
    (button,) = ids(message.components, "articles")
    assert "11–12 of 12" in told((await server.presses(message, button)).components)


async def test_an_article_is_shown_with_its_opening(server: Server, newsroom: Newsroom) -> None:
    article = (await all_articles(newsroom))[0]
    message = await server.asks("articles show", article=article.id)
    assert message.ephemeral
    assert article.text.startswith(quotes(message.components)[0])


async def test_an_article_that_is_not_there_is_told(server: Server) -> None:
    message = await server.asks("articles show", article="@everyone")
    assert 'no article "\\@everyone" here' in told(message.components)


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html", ".json", ".jsonl"])
async def test_a_manager_adds_a_file_and_the_server_is_answered_from_it(
    server: Server, newsroom: Newsroom, suffix: str
) -> None:
    content = {
        ".html": b"<html><body><article><p>Seals have come back to the bay. Nine pups were "
        b"counted on the rocks by a class of the village school.</p></article></body></html>",
        ".json": b'{"text": "Seals have come back to the bay."}',
        ".jsonl": b'{"text": "Seals have come back to the bay."}\n',
    }.get(suffix, SEALS)
    message = await server.manages("articles add", file=(f"seals{suffix}", content))
    assert message.ephemeral
    assert "1 new" in told(message.components)
    found = await server.asks("brief", topic="seals have come back")
    assert await are_verbatim(newsroom, found.components, server.collection)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("seals.pdf", b"%PDF-", 'Files of the kind ".pdf" cannot be read'),
        ("seals", b"text", 'Files of the kind "" cannot be read'),
        ("seals.txt", b"", "There is no text in it"),
        ("seals.txt", b"\x00\x01\x02" * 99, "not a text file"),
        ("seals.json", b"{", "not valid JSON"),
        ("seals.txt", b"a" * (MAX_FILE_BYTES + 1), "larger than 5 MB"),
    ],
)
async def test_a_file_that_is_no_article_is_refused_kindly(
    server: Server, newsroom: Newsroom, name: str, content: bytes, sentence: str
) -> None:
    message = await server.manages("articles add", file=(name, content))
    assert message.ephemeral
    assert sentence in told(message.components).replace("\\", "")
    assert len(await all_articles(newsroom, server.collection)) == 8


async def test_a_manager_removes_an_article_of_the_server(
    server: Server, newsroom: Newsroom
) -> None:
    await server.manages("articles add", file=("seals.md", SEALS))
    (own,) = [
        item
        for item in await all_articles(newsroom, server.collection)
        if item.outlet == "Seal Times"
    ]
    message = await server.manages("articles remove", article=own.id)
    assert "Removed: News from Seal Times" in told(message.components)
    assert len(await all_articles(newsroom, server.collection)) == 8


async def test_what_everybody_sees_cannot_be_removed_from_a_server(
    server: Server, newsroom: Newsroom
) -> None:
    article = (await all_articles(newsroom))[0]
    message = await server.manages("articles remove", article=article.id)
    assert "not one of this server's own" in told(message.components)
    assert len(await all_articles(newsroom)) == 8


async def test_who_does_not_manage_the_server_neither_adds_nor_removes(
    server: Server, newsroom: Newsroom
) -> None:
    article = (await all_articles(newsroom))[0]
    added = await server.asks("articles add", file=("seals.md", SEALS))
    removed = await server.asks("articles remove", article=article.id)
    for message in (added, removed):
        assert message.ephemeral
        assert "Manage Server permission" in told(message.components)
    assert len(await all_articles(newsroom, server.collection)) == 8


async def test_direct_messages_have_no_articles_of_their_own(server: Server) -> None:
    user = server.env.create_user("alone")
    message = answered(await user.slash("articles add", file=("seals.md", SEALS)))
    assert "only in a server" in told(message.components)


async def test_a_file_that_discord_does_not_hand_out_is_told(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server.env.backend.cdn, "get", lambda _url: None)
    message = await server.manages("articles add", file=("seals.md", SEALS))
    assert "could not fetch that file" in told(message.components)
