"""What of a web page is no part of its article, and what only looks so."""

import pytest
from lxml import html

from bot.articles.readers.html import _whole
from bot.articles.readers.markup import heading_words, words_of
from tests.articles.readers.pages import STORY, read

UNREAD = "Nobody asked to read this sentence, which is as long as one of the story."


@pytest.mark.parametrize(
    "hidden",
    [
        f"<p class='visually-hidden'>{UNREAD}</p>",
        f"<p class='sr-only big'>{UNREAD}</p>",
        f"<p class='u-hidden'>{UNREAD}</p>",
        f"<div class='c-screen-reader-text'><p>{UNREAD}</p></div>",
        f"<details><summary>More</summary><p>{UNREAD}</p></details>",
        f"<dialog><p>{UNREAD}</p></dialog>",
        f"<select><option>{UNREAD}</option></select>",
        f"<noscript style='display:none'><p>{UNREAD}</p></noscript>",
        f"<template><p>{UNREAD}</p></template>",
    ],
)
def test_what_no_reader_sees_is_left_out(hidden: str) -> None:
    text = read(hidden).text
    assert UNREAD not in text
    assert STORY[0].strip() in text


@pytest.mark.parametrize(
    "seen",
    [
        f"<p class='hidden md:block'>{UNREAD}</p>",
        f"<p class='d-none d-lg-block'>{UNREAD}</p>",
        f"<p class='hidden-treasure'>{UNREAD}</p>",
        f"<details open><summary>More</summary><p>{UNREAD}</p></details>",
    ],
)
def test_what_some_readers_see_is_kept(seen: str) -> None:
    assert UNREAD in read(seen).text


@pytest.mark.parametrize(
    "furniture",
    [
        f"<div class='related-stories'><p>{UNREAD}</p></div>",
        f"<div class='article__newsletter'><p>{UNREAD}</p></div>",
        f"<section id='comments'><p>{UNREAD}</p></section>",
        f"<div role='complementary'><p>{UNREAD}</p></div>",
        f"<div class='author-bio'><p>{UNREAD}</p></div>",
        f"<div class='licence'><p>{UNREAD}</p></div>",
        f"<figure><img src='a.png'><figcaption>{UNREAD}</figcaption></figure>",
        f"<p class='image-caption'>{UNREAD}</p>",
        f"<div class='photo-gallery'><p>{UNREAD}</p></div>",
        f"<p><a href='/other'>{UNREAD}</a></p>",
        f"<p><b>MORE:</b> <a href='/other'>{UNREAD}</a></p>",
        f"<ul><li>On this <i>story</i>: <a href='/other'>{UNREAD}</a></li></ul>",
    ],
)
def test_furniture_is_known_by_its_place(furniture: str) -> None:
    text = read(furniture).text
    assert UNREAD not in text
    assert STORY[0].strip() in text


@pytest.mark.parametrize(
    "part",
    [
        f"<div class='commentary'><p>{UNREAD}</p></div>",
        f"<p>{UNREAD} <a href='/other'>The law says more on it here.</a></p>",
        f"<p>More: {UNREAD}</p>",
        f"<p>More: <a href='/other'>the law</a> {UNREAD}</p>",
    ],
)
def test_a_part_that_only_looks_like_furniture_stays(part: str) -> None:
    assert UNREAD in read(part).text


def test_what_holds_most_of_a_page_is_its_article() -> None:
    whole = "".join(f"<p>{UNREAD} Number {n}.</p>" for n in range(20))
    assert UNREAD in read(f"<div class='newsletter'>{whole}</div>").text
    assert UNREAD in read(f"<details>{whole}</details>").text


def card(number: int, teaser: str) -> str:
    return (
        f"<div><h3><a href='/{number}'>Another story, number {number}</a></h3><p>{teaser}</p></div>"
    )


def test_boxes_headed_by_links_are_other_stories() -> None:
    cards = "".join(card(number, UNREAD) for number in range(4))
    assert UNREAD not in read(f"<div>{cards}</div>").text


@pytest.mark.parametrize(
    "boxes",
    [
        "".join(card(number, UNREAD) for number in range(2)),
        "".join(card(number, UNREAD * 6) for number in range(4)),
        "".join(f"<div><h3>Part {number}</h3><p>{UNREAD}</p></div>" for number in range(4)),
    ],
)
def test_boxes_of_the_article_stay(boxes: str) -> None:
    assert UNREAD in read(f"<div>{boxes}</div>").text


def test_a_headline_on_top_is_told_by_the_title_alone() -> None:
    draft = read("<h1>Ferry to the islands runs again</h1>")
    assert draft.title == "Ferry to the islands runs again"
    assert draft.title not in draft.text


def test_an_article_in_many_boxes_is_read_whole() -> None:
    part = "".join(f"<p>{line * 2}</p>" for line in STORY)
    boxes = "".join(
        f"<div class='wrap'><div class='article-body'>{part}<p>{UNREAD} Part {n}.</p></div></div>"
        for n in range(4)
    )
    text = read(f"<div>{boxes}</div>").text
    assert all(f"Part {n}." in text for n in range(4))


def test_a_box_that_ends_in_headlines_and_teasers_leads_to_other_stories() -> None:
    told = f"<p>{STORY[0] * 5}</p>"
    links = [f"<p><a href='/{n}'>Another story, number {n}</a></p>" for n in range(3)]
    teasers = "".join(f"{link}<p>{UNREAD}</p>" for link in links)
    assert UNREAD not in read(f"<div>{told}{teasers}</div>").text
    assert UNREAD in read(f"<div>{told}{links[0]}<p>{UNREAD}</p></div>").text
    assert UNREAD in read(f"<div>{told}{teasers}<p>{UNREAD}</p></div>").text


def test_paragraphs_beside_the_one_that_was_found_belong_to_it() -> None:
    parts = [f"<p>{line * 2} Part {n}.</p>" for n in range(3) for line in STORY]
    page = html.fromstring(f"<div><section>{'<hr/>'.join(parts)}</section></div>")
    assert _whole(page, words_of(page.find(".//p"))).count("Part") == len(parts)
    assert _whole(page, UNREAD) == UNREAD


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Ferry<br>runs", "Ferry runs"),
        ("<span>Storm</span><span>Ferry <b>run</b>s</span> again", "Storm Ferry runs again"),
        ("<span>F</span><span>erry</span>", "Ferry"),
        ("<span>Storm</span><span>: ferry</span>", "Storm: ferry"),
        ("<span>Storm</span>-<span>ferry</span>", "Storm-ferry"),
    ],
)
def test_boxes_in_a_heading_are_words_apart(heading: str, words: str) -> None:
    assert heading_words(html.fromstring(f"<h1>{heading}</h1>")) == words
