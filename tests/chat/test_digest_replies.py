"""A digest in words, titles and quotes, the same on every face."""

from dataclasses import replace
from datetime import date

from bot.articles.article import Article
from bot.chat.digest_replies import more_replies
from bot.chat.digest_stories import CARDS, NAMED
from bot.chat.digest_writer import digest_pages, digest_reply
from bot.digest.digest import Digest, LeftOut, Story
from bot.wording.prompts import Prompts, Utterance
from bot.wording.reply import Block, Card, Headline, Line, Reply
from tests.digest.examples import QUAKE_ONE, QUAKE_TWO, SHIP, article

PROMPTS = Prompts()
DAY = date(2026, 3, 10)
SINCE = 1_773_100_800


def source(text: str, name: str, *, published: str = "2026-03-09") -> Article:
    """An article with a title, an outlet and an address."""
    url = f"https://{name.lower()}.example/news"
    return article(text, id=name, outlet=name, title=f"{name} title", url=url, published=published)


def story(*items: Article, more: int = 0, **facts: object) -> Story:
    """A story with the first sentence of each article, headed by the first one's title."""
    quotes = tuple(item.quote(0, item.text.index(".") + 1) for item in items)
    made = Story(
        id=items[0].id,
        titled=items[0],
        headline=None,
        quotes=quotes,
        more=quotes[:more],
        articles=items,
    )
    return replace(made, **facts)  # type: ignore[arg-type]  # whatever a test varies


def said(words: tuple[Utterance, ...]) -> list[str]:
    """Utterances in plain words."""
    return [PROMPTS.say(one) for one in words]


def lines(reply: Reply) -> list[str]:
    """The words of our own in a reply, beside its cards."""
    return [PROMPTS.say(unit.words) for unit in reply.units if isinstance(unit, Line)]


def card(reply: Reply) -> Card:
    """The first card of a reply."""
    return next(unit for unit in reply.units if isinstance(unit, Card))


def test_a_digest_opens_with_a_summary_and_ends_with_what_was_counted() -> None:
    told = story(source(QUAKE_ONE, "Anvil"), source(QUAKE_TWO, "Beacon"), update=True)
    rest = (story(source(SHIP, "Courier")), story(source(SHIP, "Dial"), is_opinion=True))
    digest = Digest((told,), rest, 6, (LeftOut("c", "copy"),), 1)
    assert lines(digest_reply(digest, DAY)) == [
        "Digest of Tue 10 Mar 2026",
        "4 articles of 4 outlets: 3 stories, 1 update",
        "Also new",
        "Opinion",
        "6 new articles read",
        "1 copy left out",
        "1 over the limit",
    ]
    (paged,) = digest_pages(digest, DAY, "ships", since=SINCE, late=SINCE)
    assert lines(paged)[:3] == [
        "Digest of Tue 10 Mar 2026: ships",
        "Late: this was due 2026-03-10 00:00 UTC.",
        "4 articles of 4 outlets since 2026-03-10 00:00 UTC: 3 stories, 1 update",
    ]


def test_one_article_without_an_outlet_is_summed_up_too() -> None:
    lonely = story(article(SHIP, outlet=None))
    assert lines(digest_reply(Digest((lonely,), (), 1), DAY))[1] == "1 article: 1 story"


def test_an_empty_day_is_one_line() -> None:
    assert lines(digest_reply(Digest((), (), 0), DAY)) == [
        "Digest of Tue 10 Mar 2026: nothing new since the last one."
    ]


def test_a_story_is_headed_by_a_title_with_its_outlet_and_told_by_linked_others() -> None:
    items = [source(QUAKE_ONE, "Anvil"), source(QUAKE_TWO, "Beacon", published="2026-03-10")]
    others = [source(SHIP, f"Other{n}") for n in range(NAMED + 2)]
    copies = (source(QUAKE_ONE, "Copyist"), source(QUAKE_ONE.replace("40", "50"), "Altered"))
    views = (source(SHIP, "Viewer"), article(SHIP, outlet=None, title="Opinion: No"))
    told = story(*items, copies=copies, opinions=views)
    told = replace(told, articles=(*items, *others), new=told.quotes[1:], update=True)
    told = replace(told, related=("gone", "Row", "Courier", "Dial"))
    full = (told, story(source(SHIP, "Courier")), story(source(SHIP, "Dial")))
    found = card(digest_reply(Digest(full, (story(source(SHIP, "Row")),), 5), DAY))
    assert found.headline is not None
    assert PROMPTS.say(found.headline.title) == "Anvil title"
    assert said(found.headline.source) == ["**Anvil**", "Mon 9 Mar", "9 outlets", "**Update**"]
    one, other = found.blocks
    assert (said(one.source), said(one.notes)) == (["**Anvil**"], ["also in Copyist, Altered"])
    assert said(other.source) == ["**New**", "**Beacon**", "Tue 10 Mar"]
    assert said(found.foot) == [
        "also at Other0, Other1, Other2, Other3, Other4 and 2 more",
        "2 copies",
        "opinion: Viewer title (Viewer)",
        "opinion: Opinion: No (–)",
        "see also: Courier title",
    ]
    assert [one.outlet for one in found.links][:2] == ["Beacon", "Other0"]


def test_few_others_are_all_named() -> None:
    told = story(source(QUAKE_ONE, "Anvil"))
    told = replace(told, articles=(*told.articles, source(SHIP, "Beacon")))
    assert said(card(digest_reply(Digest((told,), (), 2), DAY)).foot) == ["also at Beacon"]


def test_articles_of_outlets_that_are_not_stated_are_counted() -> None:
    told = story(article(QUAKE_ONE, id="a", outlet=None), article(SHIP, id="b", outlet=None))
    found = card(digest_reply(Digest((told,), (), 2), DAY))
    assert found.headline is not None
    assert said(found.headline.source) == [
        "**source not stated**",
        "undated",
        "Told in 2 articles",
    ]


def test_labels_stand_beside_a_title() -> None:
    told = story(replace(source(QUAKE_ONE, "Anvil"), topics=("Karvala", "bells", "ships")))
    found = card(digest_reply(Digest((told,), (), 1), DAY))
    assert found.headline is not None
    assert said(found.headline.source)[2:] == ["bells", "ships"]


def test_a_sentence_heads_a_story_and_a_row_without_a_title() -> None:
    item = article(QUAKE_ONE, title_origin="first_words")
    sentence = item.quote(0, item.text.index(".") + 1)
    told = Story(id="s", titled=None, headline=sentence, quotes=(), articles=(item,))
    reply = digest_reply(Digest((told,), (told,), 2), DAY)
    assert card(reply).headline is None
    assert [block.quote for block in card(reply).blocks] == [sentence]
    (row,) = reply.blocks
    assert (row.quote, said(row.source)) == (sentence, ["**Post**", "undated"])


def test_a_row_tells_how_widely_and_whether_it_is_an_update() -> None:
    copies = (source(QUAKE_ONE, "Copyist"),)
    told = story(source(QUAKE_ONE, "Anvil"), source(SHIP, "Beacon"), copies=copies, update=True)
    reply = digest_reply(Digest((), (told,), 2), DAY)
    (row,) = [unit for unit in reply.units if isinstance(unit, Headline)]
    assert said(row.source) == ["**Anvil**", "Mon 9 Mar", "2 outlets", "1 copy", "**Update**"]


def test_many_stories_are_dealt_out_to_several_messages_in_order() -> None:
    stories = tuple(story(source(QUAKE_ONE, f"Outlet{n}")) for n in range(7))
    rest = tuple(story(source(SHIP, f"Rest{n}" + "x" * 150)) for n in range(10))
    pages = digest_pages(Digest(stories, rest, 17), DAY)
    cards = [[u for u in page.units if isinstance(u, Card)] for page in pages]
    assert [len(found) for found in cards][:2] == [CARDS, 3]
    assert [lines(page)[0] for page in pages][1:] == ["Digest of Tue 10 Mar 2026, continued"] * (
        len(pages) - 1
    )
    last = lines(pages[-1])
    assert ("Also new" in last, last[-1]) == (True, "17 new articles read")
    rows = [unit for page in pages for unit in page.units if isinstance(unit, Headline)]
    assert [row.article for row in rows] == [told.titled for told in rest]
    (whole,) = [digest_reply(Digest(stories, rest, 17), DAY)]
    assert sum(isinstance(unit, Card) for unit in whole.units) == len(stories)


def test_more_to_read_are_the_quotes_that_had_no_room() -> None:
    untitled = article(SHIP, title_origin="first_words")
    sentence = untitled.quote(0, untitled.text.index(".") + 1)
    lone = Story(id="s", titled=None, headline=sentence, quotes=(), articles=(untitled,))
    lone = replace(lone, more=(untitled.quote(sentence.end + 1, len(SHIP)),))
    digest = Digest((story(source(QUAKE_ONE, "Anvil"), more=1), lone, story(article(SHIP))), (), 3)
    one, other = more_replies(digest)
    assert isinstance(one.units[0], Headline)
    assert isinstance(other.units[0], Block)
    assert [len(reply.blocks) for reply in (one, other)] == [1, 2]
