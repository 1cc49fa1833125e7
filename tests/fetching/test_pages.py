"""What a server answers becomes an article under its own address, or is refused with a reason."""

import pytest

from bot.articles.metadata import Metadata
from bot.errors import Refused
from bot.fetching.guard import Fetched
from bot.fetching.pages import page_draft
from tests.articles.examples import PHRASES
from tests.fetching.examples import LONG, PIER, SEALS, page

URL = "https://news.example/seals?utm_source=x&id=5"


def answer(
    content: str | bytes, content_type: str = "", status: int = 200, url: str = URL
) -> Fetched:
    written = content.encode() if isinstance(content, str) else content
    return Fetched(url, status, {"content-type": content_type}, written)


def test_a_page_is_read_with_what_it_states() -> None:
    head = (
        '<meta property="og:site_name" content="Island Post">'
        '<meta property="article:published_time" content="2026-05-19T08:00:00+02:00">'
    )
    made = page_draft(answer(page("Seals are back in the bay", LONG, head)), Metadata(), PHRASES)
    assert (made.title, made.outlet) == ("Seals are back in the bay", "Island Post")
    assert made.published == "2026-05-19T08:00:00+02:00"
    assert made.url == made.source == "https://news.example/seals?id=5"
    assert made.key == "https://news.example/seals?id=5"


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("https://news.example/2026/seals", "https://news.example/2026/seals"),
        ("https://www.news.example/seals", "https://www.news.example/seals"),
        ("https://other.example/seals", "https://news.example/seals?id=5"),
        ("javascript:alert(1)", "https://news.example/seals?id=5"),
    ],
)
def test_a_page_may_name_its_own_address_but_none_of_another_site(canonical: str, url: str) -> None:
    head = f'<link rel="canonical" href="{canonical}">'
    assert page_draft(answer(page("Seals", LONG, head)), Metadata(), PHRASES).url == url


def test_a_plain_text_states_its_byline_and_its_day() -> None:
    text = f"Seals are back in the bay\nBy Ina Bell\nPublished 3 June 2026\n\n{SEALS}"
    made = page_draft(answer(text, "text/plain"), Metadata(), PHRASES)
    assert (made.author, made.published) == ("Ina Bell", "2026-06-03")


def test_a_plain_text_is_an_article_as_well() -> None:
    made = page_draft(
        answer(f"Seals are back in the bay\n\n{SEALS}", "text/plain"), Metadata(), PHRASES
    )
    assert made.text.endswith(SEALS)
    assert made.title == "Seals are back in the bay"


def test_the_bytes_tell_what_it_is_not_the_server() -> None:
    made = page_draft(answer(page("Seals", LONG), "image/png"), Metadata(), PHRASES)
    assert "two hundred metres" in made.text
    with pytest.raises(Refused) as caught:
        page_draft(answer(b"\x89PNG\r\n\x1a\n" + bytes(99), "text/html"), Metadata(), PHRASES)
    assert caught.value.utterance == "refused/not_text"


def test_the_servers_encoding_goes_before_the_pages_own() -> None:
    written = page("Küste", f"Die Küste. {PIER} {SEALS}", '<meta charset="utf-8">').encode("cp1252")
    made = page_draft(answer(written, "text/html; charset=windows-1252"), Metadata(), PHRASES)
    assert "Die Küste." in made.text


@pytest.mark.parametrize(
    ("content", "status", "utterance"),
    [
        (b"%PDF-1.7 ...", 200, "refused/pdf"),
        (b'<?xml version="1.0"?><rss version="2.0">', 200, "fetch/is_feed"),
        (b"<!-- a --> <!-- b --><feed xmlns='http://www.w3.org/2005/Atom'>", 200, "fetch/is_feed"),
        (b"<html><body><p>Menu</p></body></html>", 200, "refused/no_article"),
        (b"", 200, "refused/empty"),
        (b"x", 401, "fetch/forbidden"),
        (b"x", 403, "fetch/forbidden"),
        (b"x", 404, "fetch/missing"),
        (b"x", 410, "fetch/missing"),
        (b"x", 429, "fetch/busy"),
        (b"x", 500, "fetch/fault"),
        (b"x", 503, "fetch/fault"),
        (b"x", 204, "fetch/status"),
        (b"x", 418, "fetch/status"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(
    content: bytes, status: int, utterance: str
) -> None:
    with pytest.raises(Refused) as caught:
        page_draft(answer(content, "", status), Metadata(), PHRASES)
    assert caught.value.utterance == utterance


def test_a_page_that_opens_comments_without_end_is_told_apart_quickly() -> None:
    with pytest.raises(Refused) as caught:
        page_draft(answer("<!-- a -->" * 100_000), Metadata(), PHRASES)
    assert caught.value.utterance == "refused/no_article"
