"""Who asks is answered in the language of his own Discord, where the words are there in it."""

import shutil
from pathlib import Path

import pytest
from simcord import interactions

from bot.chat.discord_app.client import PullquoteClient
from bot.services.newsroom import Newsroom
from bot.settings import resource
from bot.wording.prompts import Prompts
from tests.chat.discord_app.conftest import Server, now
from tests.chat.discord_app.examples import Json, ids, told


@pytest.fixture
def bot(newsroom: Newsroom, tmp_path: Path) -> PullquoteClient:
    """The bot, with some words in German as well."""
    folder = tmp_path / "prompts"
    shutil.copytree(resource("prompts"), folder)
    (folder / "de").mkdir()
    (folder / "de" / "source.ftl").write_text("date = vom { $date }\n", encoding="utf-8")
    heading = "brief = **{ $query }** · { $matched } von { $total } Artikeln\n"
    (folder / "de" / "answer.ftl").write_text(heading, encoding="utf-8")
    return PullquoteClient(newsroom, Prompts(folder=folder), now)


async def test_who_asks_is_answered_in_his_own_language(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = interactions.base_payload

    def german(record: object, payload: Json) -> tuple[object, Json]:
        return record, {**payload, "locale": "de"}

    with monkeypatch.context() as patched:
        patched.setattr(
            interactions, "base_payload", lambda *args, **given: german(*whole(*args, **given))
        )
        first = await server.asks("brief", topic="ferry")
        assert " von 8 Artikeln" in told(first.components)
        context = await server.presses(first, ids(first.components, "context")[0])
        assert " vom 2024" in told(context.components)
        missing = await server.asks("brief", topic="zebras")
        assert "is not in my articles" in told(missing.components)
    again = await server.asks("brief", topic="ferry")
    assert " of 8" in told(again.components)
