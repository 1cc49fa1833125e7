"""Databases of earlier releases: brought up to date with all that they knew, and back again."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.engines.forward_index import STATE
from bot.persistence import migrating
from bot.persistence.database import Database, make_folder
from bot.persistence.opening import SHIPPED, problems
from bot.persistence.schema import HEAD
from bot.quiz.rounds import SECOND
from bot.quiz.scoring import Posed
from bot.services.hosting import Host
from bot.services.index_sync import FOLDER
from bot.services.newsroom import Newsroom
from tests.commands import Pullquote
from tests.examples import FERRY, HARBOUR, ORCHARD, SATELLITE
from tests.persistence.examples import miscounts, names, rows, url_of
from tests.quiz.play import SERVER, STARTER, Play

TEXTS = (HARBOUR, ORCHARD, SATELLITE)
SPANS = tuple((0, len(text)) for text in TEXTS)
COLUMNS = "SELECT name FROM pragma_table_info('passage')"

FIRST_INDEX = '{"identity": "ab12", "change": 4, "format": 1}'
"""What the first release wrote beside its index."""


async def first_release(data: Path) -> Path:
    """A data folder as the first release left it: three articles, and one that was removed."""
    file = data / "pullquote.db"
    await moved(file, "0001")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("INSERT INTO meta VALUES ('identity', 'ab12')")
        connection.execute("INSERT INTO collection VALUES (1, 'operator', 3, 3, 100)")
        for row, text in enumerate(TEXTS, start=1):
            _insert_article(connection, row, text)
        connection.execute(
            "INSERT INTO article VALUES (4, 'gone', 1, 'ferry.md', 1, TRUE, 4, NULL)"
        )
        connection.execute(
            "INSERT INTO catalogue VALUES (1, 'outlet', 'first post', 'First Post', 3)"
        )
        connection.execute("UPDATE collection SET words = (SELECT sum(length) FROM passage)")
    (data / FOLDER).mkdir()
    (data / FOLDER / STATE).write_text(FIRST_INDEX, encoding="utf-8")
    return file


def _insert_article(connection: sqlite3.Connection, row: int, text: str) -> None:
    connection.execute(
        "INSERT INTO article VALUES (?, ?, 1, ?, 1, FALSE, ?, 20240305)",
        (row, f"a{row}", f"{row}.md", row),
    )
    connection.execute(
        "INSERT INTO article_version VALUES "
        "(?, 1, 'hash', ?, ?, 'metadata', 'First Post', NULL, '2024-03-05', NULL, 'en', "
        "'[]', '[]', ?)",
        (row, f"{row}.md", f"Report {row}", text),
    )
    connection.execute(
        'INSERT INTO passage (article_id, version, ordinal, start, "end", length, '
        "title_terms, terms) VALUES (?, 1, 0, 0, ?, ?, 'report', 'old terms')",
        (row, len(text), len(text.split())),
    )


async def moved(file: Path, revision: str) -> None:
    """Take a database file up to a revision."""
    await _migrated(file, revision, up=True)


async def _migrated(file: Path, revision: str, *, up: bool) -> None:
    make_folder(make_url(url_of(file)))
    database = Database(make_url(url_of(file)))
    move = migrating.upgrade if up else migrating.downgrade
    async with database.writing() as connection:
        await connection.run_sync(move, SHIPPED.folders, revision)
    await database.close()


async def test_a_database_of_the_first_release_answers_as_before(tmp_path: Path) -> None:
    file = await first_release(tmp_path / "data")
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        assert newsroom.repaired
        assert [article.text async for article in newsroom.articles.articles()] == list(TEXTS)
        for query, text in zip(("silt", "frost", "satellite"), TEXTS, strict=True):
            (cited,) = (await newsroom.brief(query)).cited
            assert cited.passage is not None
            assert cited.passage.text == text
            assert query in cited.quote.text
        assert len(await newsroom.inquiries.search("report", outlet="first", since="2024-03")) == 3
        assert (await newsroom.brief("ferry")).state == "nothing"
    assert rows(file, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert not {("terms",), ("title_terms",)} & set(rows(file, COLUMNS))
    assert rows(file, 'SELECT start, "end" FROM passage ORDER BY id') == list(SPANS)
    assert miscounts(file) == []


async def test_an_older_database_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    file = await first_release(tmp_path / "data")
    async with await Newsroom.open(tmp_path / "data"):
        assert await problems(url_of(file)) == []
    copy = file.with_name(f"{file.name}.before-{HEAD}")
    assert rows(copy, "SELECT DISTINCT terms, title_terms FROM passage") == [
        ("old terms", "report")
    ]
    assert copy.name in names(file.parent)


async def test_what_was_brought_up_to_date_takes_more_articles(tmp_path: Path) -> None:
    file = await first_release(tmp_path / "data")
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        report = await newsroom.intake.upload("ferry.md", FERRY.encode(), "operator")
        assert report.added == 1
        assert (await newsroom.brief("ferry aground")).found
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        assert not newsroom.repaired
        assert (await newsroom.brief("ferry aground")).found
    assert miscounts(file) == []


async def test_what_an_earlier_release_took_in_is_known_by_its_words(tmp_path: Path) -> None:
    file = await first_release(tmp_path / "data")
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        assert rows(file, "SELECT count(*) FROM article WHERE words_hash IS NULL") == [(3,)]
        report = await newsroom.intake.upload("other.txt", ORCHARD.encode(), "operator")
        assert (report.added, report.unchanged) == (0, 1)
        assert rows(file, "SELECT count(*) FROM article WHERE words_hash IS NULL") == [(0,)]
        assert rows(file, "SELECT words_hash FROM article WHERE removed") == [("",)]
    assert miscounts(file) == []


def test_a_person_is_told_that_the_index_was_made_anew(pullquote: Pullquote) -> None:
    asyncio.run(first_release(pullquote.folder / "data"))
    assert "older" in pullquote("check").out
    done = pullquote("brief", "frost", "--json")
    assert done.object["found"]
    assert "made anew" in done.err
    assert pullquote("check").code == 0


async def test_the_first_release_can_be_gone_back_to(tmp_path: Path) -> None:
    file = await first_release(tmp_path / "data")
    before = rows(file, "SELECT id, start, length FROM passage")
    shape = sorted(rows(file, COLUMNS))
    await moved(file, HEAD)
    await _migrated(file, "0001", up=False)
    assert sorted(rows(file, COLUMNS)) == shape
    assert rows(file, "SELECT id, start, length FROM passage") == before
    assert rows(file, "SELECT DISTINCT terms, title_terms FROM passage") == [("", "")]
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        assert (await newsroom.brief("frost")).found


@pytest.mark.parametrize("articles", [0, 1])
async def test_an_empty_database_of_the_first_release_needs_no_repair(
    tmp_path: Path, articles: int
) -> None:
    await moved(tmp_path / "data" / "pullquote.db", "0001")
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        assert not newsroom.repaired
        for _ in range(articles):
            await newsroom.intake.upload("ferry.md", FERRY.encode(), "operator")
        assert (await newsroom.brief("ferry")).found is bool(articles)


async def test_a_live_round_open_since_before_rounds_had_hosts_goes_on(folder: Path) -> None:
    play = await Play.opened(folder)
    turn = await play.start(questions=2)
    await play.click(turn, "a")
    await play.newsroom.close()
    await _migrated(folder / "pullquote.db", "0006", up=False)
    again = await Play.opened(folder)
    host = Host(STARTER, SERVER)
    assert await again.rounds.latest(turn.round.id) == turn
    await again.rounds.hosting.pause(turn.round.id, host, again.now)
    reveal = await again.reveal()
    assert (reveal.answers, reveal.turn.is_paused) == (1, True)
    await again.rounds.hosting.resume(turn.round.id, host, again.now)
    assert (await again.next_question()).number == 2
    await again.newsroom.close()


async def test_a_paused_round_goes_on_where_rounds_have_no_hosts(folder: Path) -> None:
    play = await Play.opened(folder)
    turn = await play.start(questions=2)
    await play.rounds.hosting.pause(turn.round.id, Host(STARTER, SERVER), play.now)
    await play.reveal()
    await play.newsroom.close()
    await _migrated(folder / "pullquote.db", "0006", up=False)
    again = await Play.opened(folder)
    again.now = play.now + 60 * SECOND
    (due,) = await again.due()
    assert isinstance(await again.rounds.advance(due, again.now), Posed)
    await again.newsroom.close()


DISCORD_MESSAGE = '[{"type": 10, "content": "## Digest"}]'
"""A message as the release before the second house froze it."""


async def release_before_faces(data: Path) -> Path:
    """A data folder with digests in every state, a round, and feeds, before rows had a face."""
    file = data / "pullquote.db"
    await moved(file, "0005")
    with closing(sqlite3.connect(file)) as connection, connection:
        for number, who in ((1, 6), (2, 0)):
            connection.execute(
                "INSERT INTO digest_schedule VALUES (?, '200', 1000000000000000001, ?, ?, '08:00', "
                "'UTC', '0123456', 77, 0, 0, 0, 5, NULL, 0, 900)",
                (number, f"topic {number}", who),
            )
        states = ("posted", "planned", "planned", "planned", "empty")
        for number, state in enumerate(states, start=1):
            connection.execute(
                "INSERT INTO digest_post VALUES "
                "(?, 1, ?, 700, ?, NULL, 0, 600, 650, NULL, ?, 'p1', 99, '{}')",
                (number, f"2026-03-0{number}", state, number % 2),
            )
        parts = ((1, 0, 11), (1, 1, 12), (2, 0, None), (2, 1, None), (3, 0, 31), (3, 1, None))
        for post, ordinal, message in (*parts, (4, 0, 41)):
            connection.execute(
                "INSERT INTO digest_part VALUES (?, ?, 'channel', 'ab', ?, ?)",
                (post, ordinal, DISCORD_MESSAGE, message),
            )
        connection.execute(
            "INSERT INTO quiz_round VALUES "
            "('r1', 'live', '200', '5', '6', NULL, NULL, 3, 15, 0, 1, NULL, NULL, 's', 9)"
        )
        for number, owner, by in ((1, "200", 6), (2, "operator", None)):
            connection.execute(
                "INSERT INTO feed VALUES (?, ?, 'https://a.example', NULL, NULL, 'active', 0, ?, "
                "1, 2, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, NULL, 0)",
                (number, owner, by),
            )
        connection.execute(
            "INSERT INTO feed_item VALUES (1, 1, 'n', NULL, 'k', '', '', '', NULL, 0)"
        )
    return file


async def test_what_belongs_to_discord_says_so_and_its_ids_are_text(tmp_path: Path) -> None:
    file = await release_before_faces(tmp_path / "data")
    await moved(file, HEAD)
    place = ("discord", "200", "1000000000000000001", "77")
    assert rows(file, "SELECT id, face, server, channel, role, made_by FROM digest_schedule") == [
        (1, *place, "6"),
        (2, *place, ""),
    ]
    assert rows(file, "SELECT DISTINCT typeof(channel) FROM digest_schedule") == [("text",)]
    assert rows(file, "SELECT id, face FROM quiz_round") == [("r1", "discord")]
    assert rows(file, "SELECT id, face, added_by FROM feed") == [(1, "discord", "6"), (2, "", None)]
    assert rows(file, "SELECT feed_id FROM feed_item") == [(1,)]
    assert rows(file, "PRAGMA foreign_key_check") == []


async def test_digests_that_were_not_sent_whole_are_planned_anew(tmp_path: Path) -> None:
    file = await release_before_faces(tmp_path / "data")
    await moved(file, HEAD)
    assert rows(file, "SELECT id, state, attempts FROM digest_post ORDER BY id") == [
        (1, "posted", 1),
        (2, "outdated", 0),
        (3, "outdated", 1),
        (4, "planned", 0),
        (5, "empty", 1),
    ]
    assert rows(
        file, "SELECT post_id, ordinal, message, payload FROM digest_part ORDER BY post_id"
    ) == [
        (1, 0, "11", ""),
        (1, 1, "12", ""),
        (3, 0, "31", ""),
        (4, 0, "41", ""),
    ]
    assert rows(file, "SELECT id, next_due FROM digest_schedule") == [(1, 0), (2, 900)]


async def test_the_release_before_faces_can_be_gone_back_to(tmp_path: Path) -> None:
    file = await release_before_faces(tmp_path / "data")
    tables = ("digest_schedule", "quiz_round", "feed_item")
    before = {table: rows(file, f"SELECT * FROM {table}") for table in tables}  # noqa: S608
    await moved(file, HEAD)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(
            "INSERT INTO digest_schedule (face, server, channel, topic, made_by, at, zone, days, "
            "silent, quiz, tell_empty, since, told, next_due) VALUES "
            "('slack', 'T1', 'C1', '', 'U1', '08:00', 'UTC', '0', 0, 0, 0, 5, 0, 900)"
        )
    await _migrated(file, "0005", up=False)
    again = {table: rows(file, f"SELECT * FROM {table}") for table in tables}  # noqa: S608
    again["digest_schedule"][0] = (*again["digest_schedule"][0][:-1], 900)
    assert again == before
    assert rows(file, "SELECT added_by FROM feed") == [(6,), (None,)]
    assert rows(file, "SELECT id, state FROM digest_post ORDER BY id") == [
        (1, "posted"),
        (3, "posted"),
        (4, "posted"),
        (5, "empty"),
    ]
    assert rows(file, "SELECT post_id, message FROM digest_part ORDER BY post_id") == [
        (1, 11),
        (1, 12),
        (3, 31),
        (4, 41),
    ]
