"""/feeds add: what may not be fetched is refused, with its reason."""

import pytest

from bot.services.newsroom import Newsroom
from tests.chat.discord_app.conftest import Server
from tests.chat.discord_app.examples import told


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1/feed", "private or reserved network"),
        ("http://[::ffff:169.254.169.254]/", "private or reserved network"),
        ("file:///etc/passwd", "begin with http:// or https://"),
        ("http://a:b@news.example/", "user name or a password"),
        ("news.example/feed", "begin with http:// or https://"),
        ("@everyone", "begin with http:// or https://"),
    ],
)
async def test_an_address_that_may_not_be_fetched_is_refused_with_its_reason(
    server: Server, newsroom: Newsroom, url: str, words: str
) -> None:
    message = await server.manages("feeds add", url=url)
    assert words in told(message.components).replace("\\", "")
    assert await newsroom.feeds.statuses(server.collection) == []
