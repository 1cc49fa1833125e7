"""Replies on a screen: quotes as they are, plain lines for a pipe, colour for a person."""

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.article import Article, Quote
from bot.briefing.answer import Answer, Cited
from bot.chat.replies import answer_reply, block_of
from bot.chat.terminal import screen
from bot.chat.terminal.screen import Screen, quoted
from bot.errors import NotVerbatim
from bot.language.cleaning import clean
from bot.services.newsroom import Question
from bot.wording.prompts import Prompts, utterance
from bot.wording.reply import Card, Headline, Line, More, Reply, Unit
from tests.examples import HARBOUR

PROMPTS = Prompts()


def an_article(text: str = HARBOUR, url: str | None = None) -> Article:
    return Article(
        key="k",
        source="harbour.md",
        text=text,
        title="Quay",
        title_origin="metadata",
        url=url,
        id="a1",
        version=1,
        collection="operator",
    )


def shown(*blocks: Unit, more: More | None = None) -> str:
    stream = io.StringIO()
    Screen(PROMPTS, stream).show(Reply(blocks, more=more))
    return stream.getvalue()


@given(st.text(min_size=1).map(clean).filter(bool))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert text in shown(block_of(an_article(text).quote(0, len(text))))


def test_a_pipe_gets_plain_lines_without_blanks_at_their_ends() -> None:
    lines = shown(
        Line(utterance("terminal/help")), block_of(an_article().quote(0, 88))
    ).splitlines()
    assert all(line == line.rstrip() for line in lines)
    assert not any("\x1b" in line for line in lines)
    assert "" in lines


def test_quotes_are_numbered_and_their_source_is_one_line() -> None:
    block = block_of(an_article(url="https://example.org/quay").quote(0, 88))
    more = More("more", 0, beyond=True)
    told = shown(Line(utterance("terminal/welcome")), block, block, more=more)
    assert "  1. The harbour" in told
    assert "  2. The harbour" in told
    assert told.count("\n  — source not stated · Quay · undated · https://example.org/quay\n") == 2
    assert "type more" in told


def test_a_cut_sentence_is_told_by_dots_outside_the_quote() -> None:
    block = block_of(an_article().quote(4, 20))
    assert "1. … harbour of Port … \n" not in shown(block)
    assert f"1. … {HARBOUR[4:20]} …" in shown(block)


def test_copies_are_noted() -> None:
    quote = an_article().quote(0, 88)
    answer = Answer("silt", (Cited(quote, also_in=("Twin Post", None)),), 2, 3)
    told = shown(*answer_reply(Question("brief", "silt"), answer, 0).units)
    assert "also in Twin Post" in told
    assert "the same text in 1 article without a stated source" in told


def test_answering_words_are_bold_for_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    quote = an_article().quote(0, len(HARBOUR))
    span = quote.article.quote(105, 111)
    outside = replace(quote, article=replace(quote.article, id="a2"))
    block = replace(block_of(quote), spans=(span, outside, span))
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: True)
    Screen(PROMPTS, stream).show(Reply((block,)))
    assert f"\x1b[1m{span.text}\x1b[0m" in stream.getvalue()
    plain = quoted(block, 1).plain
    assert plain == f"1. {HARBOUR}"


def test_a_quote_that_does_not_match_its_article_is_never_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def altered(quote: Quote, _: object) -> list[tuple[str, bool]]:
        return [(quote.text.upper(), False)]

    monkeypatch.setattr(screen, "_pieces", altered)
    with pytest.raises(NotVerbatim):
        shown(block_of(an_article().quote(0, 88)))


def test_a_card_is_a_title_with_its_source_over_quotes_and_what_is_noted() -> None:
    item = an_article(url="https://harbour.example/quay")
    outlet, note = utterance("source/outlet", outlet="Mail*"), utterance("digest/copies", copies=2)
    block = replace(block_of(item.quote(0, 10)), source=(outlet,))
    card = Card((block,), (), Headline(item, (outlet,)), (note,))
    assert shown(card, Headline(an_article(), (outlet,)), block).splitlines() == [
        "",
        "Quay",
        "  — Mail* · https://harbour.example/quay",
        "",
        f"  1. {HARBOUR[:10]} …",
        "  — Mail* · https://harbour.example/quay",
        "  2 copies",
        "Quay",
        "  — Mail*",
        "",
        f"  2. {HARBOUR[:10]} …",
        "  — Mail* · https://harbour.example/quay",
    ]
    assert shown(Card((block,), ())).splitlines()[1] == f"  1. {HARBOUR[:10]} …"
