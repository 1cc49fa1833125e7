"""Messages keep Discord's limits whatever is in a reply, and lose no quote."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles.article import Article, Quote
from bot.briefing.answer import Answer, Cited, Context
from bot.chat.discord_app.rendering.digest import CardRenderer
from bot.chat.discord_app.rendering.verbatim import verify
from bot.chat.discord_app.rendering.views import ROOM, Message
from bot.chat.ids import TEMPLATES, more_prefix, quiz_me_id
from bot.chat.replies import answer_reply, article_reply, articles_reply, context_reply
from bot.errors import NotVerbatim
from bot.persistence.article_rows import ArticleHead
from bot.services.newsroom import Question
from bot.wording.prompts import utterance
from bot.wording.reply import Block, Button, Line, More, Reply
from tests.chat.discord_app.conftest import PROMPTS
from tests.chat.discord_app.examples import HOSTILE, ids, links, parts, quotes, texts, told

RENDERER = CardRenderer(PROMPTS)
ASKED = Question("brief", "ferry")
PREFIX = more_prefix(ASKED.token)
MORE = More(PREFIX, 0, beyond=False)

HOSTILE_TEXTS = (
    st.sampled_from([HOSTILE, "[a](" * 16_000, "`" * 5_000, "*_" * 3_000, "\n" * 99])
    | st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1)
    | st.lists(st.sampled_from(["ferry", "@everyone", "a-b", "<@1>", "1."]), min_size=1).map(
        " ".join
    )
)


def article(text: str, title: str = "A title", url: str | None = None) -> Article:
    return Article(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        version=1,
        collection="operator",
        key="a.md",
        source="a.md",
        text=text,
        title=title,
        title_origin="metadata",
        outlet=title,
        author=title,
        published="2024-04-02",
        url=url,
    )


def block(text: str, title: str = "A title", url: str | None = None) -> Block:
    quote = Quote(article(text, title, url), 0, len(text))
    source = tuple(utterance("source/title", title=title) for _ in range(4))
    notes = (utterance("source/also_in", outlets=title),)
    return Block(quote, source, (quote,), notes)


def is_allowed(message: Message) -> bool:
    """Whether a message keeps the limits of Discord's that can be counted."""
    components = message.to_components()
    every = list(parts(components))
    known = [part["custom_id"] for part in every if "custom_id" in part]
    return (
        len(every) <= 40
        and sum(map(len, texts(components))) <= 4_000
        and all(text.strip() for text in texts(components))
        and len(set(known)) == len(known)
        and all(any(kind.fullmatch(name) for kind in TEMPLATES) for name in known)
        and all(0 < len(part["label"]) <= 80 for part in every if "label" in part)
    )


@settings(max_examples=60)
@given(st.lists(HOSTILE_TEXTS, max_size=9), HOSTILE_TEXTS, st.booleans())
def test_any_answer_keeps_the_limits_and_its_order(
    many: list[str],
    title: str,
    last: bool,  # noqa: FBT001 - hypothesis fills it in
) -> None:
    blocks = tuple(
        block(f"{number} {text}", title, "https://news.example/a")
        for number, text in enumerate(many)
    )
    heading = Line(utterance("answer/brief", query=title, matched=3, total=9), heading=True)
    reply = Reply((heading, *blocks), more=More(PREFIX, 0, beyond=not last))
    message = RENDERER.message(reply)
    shown = quotes(message.to_components())
    assert is_allowed(message)
    assert len(shown) >= min(len(many), 1)
    assert len(ids(message.to_components(), "more")) == (len(shown) < len(many) or not last)


@settings(max_examples=40)
@given(HOSTILE_TEXTS, HOSTILE_TEXTS)
def test_any_context_keeps_the_limits_and_shows_the_passage(text: str, title: str) -> None:
    whole = article(f"x{text}" * 3, title)
    size = len(whole.text) // 3
    before, quote, after = (Quote(whole, n * size, n * size + size) for n in range(3))
    message = RENDERER.message(context_reply(Context(before, quote, after)))
    assert is_allowed(message)
    assert len(quotes(message.to_components())) == 1


@settings(max_examples=40)
@given(HOSTILE_TEXTS)
def test_any_list_of_articles_keeps_the_limits_and_shows_every_row(title: str) -> None:
    heads = [
        ArticleHead(f"id{n}", f"x{title}", "metadata", title, "2024-04-02", None) for n in range(10)
    ]
    message = RENDERER.message(articles_reply(heads, 99, 0))
    assert is_allowed(message)
    assert all(f"`id{n}`" in told(message.to_components()) for n in range(10))


@settings(max_examples=40)
@given(HOSTILE_TEXTS)
def test_any_article_keeps_the_limits(text: str) -> None:
    assert is_allowed(RENDERER.message(article_reply(article(text, text))))


def test_as_many_quotes_are_shown_as_fit_and_more_leads_to_the_rest() -> None:
    blocks = tuple(block(f"{number} " + "word " * 300) for number in range(5))
    message = RENDERER.message(Reply(blocks, more=MORE))
    assert len(quotes(message.to_components())) == 2
    assert ids(message.to_components(), "more") == [f"{PREFIX}:2"]


def test_a_quote_that_fits_alone_is_never_cut() -> None:
    text = "w" * (ROOM - 100)
    message = RENDERER.message(Reply((block("short"), block(text)), more=MORE))
    assert quotes(message.to_components()) == ["short"]


def test_a_message_has_six_quotes_at_most() -> None:
    message = RENDERER.message(
        Reply(tuple(block(f"quote {number}") for number in range(8)), more=MORE)
    )
    assert len(quotes(message.to_components())) == 6
    assert ids(message.to_components(), "more") == [f"{PREFIX}:6"]


def test_no_more_is_offered_when_all_is_shown() -> None:
    message = RENDERER.message(Reply((block("short"),), more=MORE))
    assert ids(message.to_components(), "more") == []


def test_a_source_without_address_has_no_link() -> None:
    assert links(RENDERER.message(Reply((block("short"),))).to_components()) == []


def test_a_block_without_buttons_has_no_row() -> None:
    plain = Block(Quote(article("short"), 0, 5), (utterance("source/undated"),), context=False)
    components = RENDERER.message(Reply((plain,))).to_components()
    assert [part["type"] for part in parts(components)] == [17, 10, 10]


def test_lines_that_follow_each_other_are_one_text() -> None:
    lines = (Line(utterance("answer/differs")), Line(utterance("answer/also"), small=True))
    [text] = texts(RENDERER.message(Reply(lines)).to_components())
    assert text == "The reports differ. The newest first:\n-# Also:"


async def test_a_message_can_be_sent_twice_and_is_not_kept() -> None:
    message = RENDERER.message(Reply((block("short"),)))
    assert message.is_finished()
    assert message.to_components() == message.to_components()


@pytest.mark.parametrize(("featured", "context"), [(False, True), (True, True), (False, False)])
@pytest.mark.parametrize(("right", "wrong"), [("ferry", "fairy"), ("No ", ""), (" came", "")])
def test_a_message_with_another_quote_is_refused(
    right: str, wrong: str, *, featured: bool, context: bool
) -> None:
    whole = block("No ferry came", url="https://news.example/")
    blocks = [replace(whole, featured=featured, context=context)]
    components = RENDERER.message(Reply(tuple(blocks))).to_components()
    verify(components, blocks)
    [shown] = [part for part in parts(components) if "ferry came" in str(part.get("content"))]
    shown["content"] = shown["content"].replace(right, wrong)
    with pytest.raises(NotVerbatim):
        verify(components, blocks)


@pytest.mark.parametrize("featured", [True, False])
def test_quotes_at_each_others_place_missing_or_added_are_refused(*, featured: bool) -> None:
    blocks = [
        replace(block(text), featured=featured) for text in ("No ferry came", "Nobody was hurt")
    ]
    components = RENDERER.message(Reply(tuple(blocks))).to_components()
    verify(components, blocks)
    for others in (blocks[::-1], blocks[:1], [*blocks, block("It rained")]):
        with pytest.raises(NotVerbatim):
            verify(components, others)


def test_each_quote_has_its_button_beside_it_and_what_answers_a_frame_around() -> None:
    answer, other = replace(block("No ferry came"), featured=True), block("Nobody was hurt")
    frame, section = RENDERER.message(Reply((answer, other))).to_components()
    assert [part["type"] for part in frame["components"]] == [9]
    assert [part["type"] for part in section["components"]] == [10, 10]
    assert ids([section["accessory"]], "context") == ids([section], "context") != []


def test_six_quotes_each_under_a_line_keep_the_limits() -> None:
    units: list[Line | Block] = [Line(utterance("answer/also"), heading=True)]
    for number in range(6):
        units += [replace(block(f"quote {number}"), featured=True), Line(utterance("answer/also"))]
    buttons = (Button(utterance("quiz/button_me"), quiz_me_id(ASKED.token)),)
    message = RENDERER.message(
        Reply(tuple(units), more=replace(MORE, beyond=True), buttons=(buttons,))
    )
    assert len(quotes(message.to_components())) == 6
    assert is_allowed(message)


def test_a_title_leads_to_its_address_whatever_is_in_either() -> None:
    source = (
        utterance("source/title_linked", title="[a](b)", url="https://news.example/a_(b)"),
        utterance("source/title_linked", title="bad", url="javascript:alert(1)"),
    )
    shown = texts(
        RENDERER.message(Reply((replace(block("short"), source=source),))).to_components()
    )
    title, bad, *_ = shown[1].removeprefix("-# ").split(" · ")
    assert title == r"[\[a\]\(b\)](https://news.example/a_%28b%29)"
    assert bad == "bad"


def test_a_declined_answer_offers_no_quote() -> None:
    message = RENDERER.message(answer_reply(ASKED, Answer("ferry", (), 0, 8), 0))
    assert quotes(message.to_components()) == []


def test_a_long_query_is_repeated_in_part() -> None:
    answer = Answer("@" * 300, (Cited(block("short").quote),), 1, 1)
    assert is_allowed(RENDERER.message(answer_reply(ASKED, answer, 0)))
