"""Link buttons lead to web addresses only, as they truly are."""

import pytest

from bot.chat.discord_app.rendering.words import LONGEST, link


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/a?b=c#d", "https://news.example/a?b=c#d"),
        ("https://zürich.example/Fähre", "https://xn--zrich-kva.example/F%C3%A4hre"),
        ("http://news.example/a b)", "http://news.example/a%20b)"),
        ("http://\u0430pple.example/", "http://xn--pple-43d.example/"),
        ("http://[::1]/", "http://[::1]/"),
    ],
)
def test_a_web_address_is_encoded(url: str, expected: str) -> None:
    assert link(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http:///nowhere",
        "http://user@news.example/",
        "http://exa mple.example/",
        "http://bad.example\\@good.example/",
        "http://news.example:99999/",
        "https://news.example/" + "a" * LONGEST,
    ],
)
def test_anything_else_gets_no_button(url: str | None) -> None:
    assert link(url) is None
