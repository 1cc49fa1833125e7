"""The article in a web page, and what the page states of it."""

import json

import pytest
import trafilatura

from bot.articles.metadata import Metadata
from bot.articles.readers.html import webpage_draft
from bot.errors import Refused
from tests.articles.examples import PHRASES

STORY = (
    "The ferry to the islands ran again on Monday, after nine days of storm kept it in port. ",
    "Some two hundred people had waited in the harbour hall since the early morning hours. ",
    "The harbour master said that the second boat would follow as soon as the swell allows it. ",
)
PARAGRAPHS = "".join(f"<p>{line * 2}</p>" for line in STORY)


def page(head: str = "", body: str = PARAGRAPHS) -> bytes:
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>".encode()
    )


def test_the_article_is_found_between_the_furniture() -> None:
    body = (
        f"<nav><a href='/'>Home</a></nav><article><h1>Ferry runs again</h1>{PARAGRAPHS}</article>"
    )
    draft = webpage_draft(
        page(body=f"{body}<footer>All rights</footer>"), "a.html", Metadata(), PHRASES
    )
    assert "Home" not in draft.text
    assert all(line.strip() in draft.text for line in STORY)
    assert "\n" in draft.text
    assert (draft.title, draft.title_origin, draft.key) == (
        "Ferry runs again",
        "headline",
        "a.html",
    )


def test_metadata_states_the_facts() -> None:
    head = (
        '<meta property="og:title" content="Ferry runs again | The Lamp">'
        '<meta property="og:site_name" content="The Lamp"><meta name="author" content="By Ann Lee">'
        '<meta property="article:published_time" content="2024-05-16T18:30:00+08:00">'
        '<link rel="canonical" href="https://example.org/f"><meta name="x" content=" ">'
    )
    draft = webpage_draft(page(head), "a.html", Metadata(), PHRASES)
    assert (draft.title, draft.title_origin) == ("Ferry runs again", "metadata")
    assert (draft.outlet, draft.author, draft.language) == ("The Lamp", "Ann Lee", "en-gb")
    assert (draft.published, draft.url) == ("2024-05-16T18:30:00+08:00", "https://example.org/f")


def linked(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(n)}</script>' for n in nodes)


def test_linked_data_states_the_facts() -> None:
    article = {
        "@type": ["NewsArticle"],
        "headline": "Ferry &amp; storm",
        "author": [{"name": "Ann Lee"}, "Bo Marsh", {"name": "https://example.org/me"}, 5],
        "publisher": {"name": "The Lamp"},
        "datePublished": "2024-05-16",
    }
    head = "<script type='application/ld+json'>{bad</script><script>x</script>"
    head += linked("words", {"@type": "WebSite", "@graph": [{"@type": "Person"}, article]})
    draft = webpage_draft(page(head), "a.html", Metadata(), PHRASES)
    assert (draft.title, draft.outlet) == ("Ferry & storm", "The Lamp")
    assert (draft.author, draft.published) == ("Ann Lee, Bo Marsh", "2024-05-16")


def test_what_the_page_does_not_state_is_unknown() -> None:
    head = (
        "<title>Ferry - The Lamp</title><base href='https://lamp.example/2024/05/16/'>"
        "<meta name='date' content='yesterday'><meta name='author' content='https://x.example/me'>"
    )
    body = f"<time datetime='2024-05-16'>16 May</time><span class='author'>Ann</span>{PARAGRAPHS}"
    draft = webpage_draft(page(head, body), "https://lamp.example/a", Metadata(), PHRASES)
    assert (draft.outlet, draft.author, draft.published, draft.url) == (None, None, None, None)


def test_endless_linked_data_is_given_up() -> None:
    head = linked([{"@type": "Thing"}] * 2_000)
    assert webpage_draft(page(head), "a.html", Metadata(), PHRASES).author is None


def test_a_script_that_only_looks_like_a_statement_is_none() -> None:
    stated = json.dumps({"@type": "NewsArticle", "author": "Nobody"})
    head = f'<script type="text/plain" data-form="ld+json">{stated}</script>'
    assert webpage_draft(page(head), "a.html", Metadata(), PHRASES).author is None


@pytest.mark.parametrize(
    "hiding",
    [
        "hidden",
        'style="display: none"',
        'style="color:red;VISIBILITY:hidden;"',
        'style="font-size:0px"',
    ],
)
def test_hidden_text_is_not_taken(hiding: str) -> None:
    body = f"<article>{PARAGRAPHS}<p {hiding}>Secret orders for machines only.</p></article>"
    assert "Secret" not in webpage_draft(page(body=body), "a.html", Metadata(), PHRASES).text


@pytest.mark.parametrize("style", ["opacity:0.8", "font-size:0.9em", "display:block"])
def test_text_in_an_ordinary_style_is_taken(style: str) -> None:
    body = f"<article>{PARAGRAPHS}<p style='{style}'>{STORY[0]} Here too.</p></article>"
    assert "Here too." in webpage_draft(page(body=body), "a.html", Metadata(), PHRASES).text


def test_a_short_page_is_read_plainly() -> None:
    noon = "The ferry ran again on Monday at noon."
    body = f"<ul><li><p>First point of three.</p></li></ul><p>{noon}</p>"
    draft = webpage_draft(body.encode(), "a.html", Metadata(), PHRASES)
    assert noon in draft.text


def test_a_page_that_is_longer_than_any_is_read_up_to_there() -> None:
    text = webpage_draft(
        page(body="<p>A few words.</p>" * 100_000), "a.html", Metadata(), PHRASES
    ).text
    assert 1_000 < text.count("A few words.") < 100_000


def test_lists_of_links_are_no_part_of_the_article() -> None:
    menu = "".join(f"<li><a href='/{n}'>Another story, number {n}</a></li>" for n in range(5))
    sources = "<ul><li>Divers</li><li><a href='/x'>Harbour</a> office and town</li><li>Us</li></ul>"
    body = f"<article>{PARAGRAPHS}<!-- here --><ul>{menu}</ul>{sources}</article>"
    text = webpage_draft(page(body=body), "a.html", Metadata(), PHRASES).text
    assert "Another story" not in text
    assert "Harbour office and town" in text


def test_where_the_first_look_finds_too_little_a_second_one_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trafilatura, "extract", lambda *_, **__: "Too little.")
    body = f"<div class='menu'><p>Menu</p></div><div class='article-body'>{PARAGRAPHS * 3}</div>"
    text = webpage_draft(page(body=body), "a.html", Metadata(), PHRASES).text
    assert STORY[0].strip() in text


def test_a_page_that_breaks_every_look_but_the_plainest_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object, **__: object) -> str:
        raise AttributeError

    monkeypatch.setattr(trafilatura, "extract", broken)
    monkeypatch.setattr("bot.articles.readers.html.Document", broken)
    assert STORY[0].strip() in webpage_draft(page(), "a.html", Metadata(), PHRASES).text


def test_a_page_that_breaks_the_extractor_is_read_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> str:
        raise AttributeError

    monkeypatch.setattr(trafilatura, "extract", broken)
    assert STORY[0].strip() in webpage_draft(page(), "a.html", Metadata(), PHRASES).text


@pytest.mark.parametrize(
    "body", ["", "<nav><a href='/'>Home</a></nav>", "<form>Please log in</form>"]
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(Refused) as refused:
        webpage_draft(page(body=body), "a.html", Metadata(), PHRASES)
    assert refused.value.utterance == "refused/no_article"


def test_a_page_that_cannot_be_parsed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trafilatura, "load_html", lambda _: None)
    with pytest.raises(Refused):
        webpage_draft(page(), "a.html", Metadata(), PHRASES)


def test_a_body_that_waits_for_its_scripts_is_read() -> None:
    content = page("<script hidden>x</script>").replace(b"<body>", b"<body style='opacity:0'>")
    assert STORY[0].strip() in webpage_draft(content, "a.html", Metadata(), PHRASES).text


def test_the_declared_encoding_is_used() -> None:
    body = PARAGRAPHS + f"<p>Die Fähre fährt wieder über den See. {STORY[0]}</p>"
    content = page("<meta charset='iso-8859-1'>", body).decode().encode("latin-1")
    assert "Fähre fährt" in webpage_draft(content, "a.html", Metadata(), PHRASES).text


@pytest.mark.parametrize(
    "hidden",
    [
        "<template hidden><p>Secret</p></template>",
        "<noscript style='visibility: hidden'><p hidden>Secret</p></noscript>",
        "<div hidden><script>x</script><div style='display:none'><p>Secret</p></div></div>",
        "<title hidden>Secret</title><style hidden>p{}</style>",
    ],
)
def test_what_is_hidden_in_more_ways_than_one_is_left_out(hidden: str) -> None:
    text = webpage_draft(page(body=f"{PARAGRAPHS}{hidden}"), "a.html", Metadata(), PHRASES).text
    assert STORY[0].strip() in text
    assert "Secret" not in text


@pytest.mark.parametrize("whole", ["html hidden", "html style='display:none'", "html"])
def test_a_page_that_only_its_scripts_show_is_read_without_a_word(
    whole: str, caplog: pytest.LogCaptureFixture
) -> None:
    content = f"<{whole}><body style='display:none'><p>{STORY[0]}</p></body></html>".encode()
    assert webpage_draft(content, "a.html", Metadata(), PHRASES).text.strip() == STORY[0].strip()
    assert not caplog.records


def test_a_short_page_without_spaces_is_an_article() -> None:
    lines = ("渡轮周一恢复开航。", "市议会决定票价不变。", "港务局长说船在暴风雨中没有受损。")
    body = "".join(f"<p>{line}</p>" for line in lines)
    draft = webpage_draft(page(body=body), "a.html", Metadata(), PHRASES)
    assert draft.text.strip().split("\n") == [*lines]


@pytest.mark.parametrize(
    "odd",
    [
        "<!-- a comment --><?php echo 'x' ?><![CDATA[x]]>",
        "<div>" * 3_000,
        f"<p {'a' * 60_000}='{'b' * 60_000}'>odd</p>",
        "<plaintext hidden>",
        "<frameset><frame></frameset><ul><li><!-- --><li></ul>",
    ],
    ids=["comments", "deep", "long attributes", "plain text", "frames"],
)
def test_odd_markup_keeps_no_page_from_being_read(odd: str) -> None:
    assert (
        STORY[0].strip()
        in webpage_draft(page(body=PARAGRAPHS + odd), "a.html", Metadata(), PHRASES).text
    )
