"""A digest in words and blocks, for a terminal and for a thread."""

from datetime import date

from bot.articles.article import Article, Quote
from bot.chat.digest_replies import digest_reply, more_replies
from bot.digest.digest import Digest, LeftOut, Story
from bot.wording.prompts import Prompts
from bot.wording.reply import Line, Reply
from tests.digest.examples import QUAKE_ONE, QUAKE_TWO, SHIP, article

PROMPTS = Prompts()


def whole(item: Article) -> Quote:
    """All of an article."""
    return item.quote(0, len(item.text))


def story(*items: Article, more: int = 0, copies: tuple[Article, ...] = ()) -> Story:
    """A story whose headline is the first article."""
    quotes = tuple(map(whole, items))
    return Story("s", quotes[0], quotes[1:], quotes[:more], items, copies)


def lines(reply: Reply) -> list[str]:
    """The words of our own in a reply."""
    return [PROMPTS.say(unit.words) for unit in reply.units if isinstance(unit, Line)]


def test_a_digest_names_outlets_copies_and_what_was_left_out() -> None:
    told = story(
        article(QUAKE_ONE, id="a", outlet="A"),
        article(QUAKE_TWO, id="b", outlet="B"),
        copies=(article(QUAKE_ONE, id="c", outlet="C"),),
    )
    digest = Digest((told,), (story(article(SHIP, id="d")),), 5, (LeftOut("c", "copy"),), 1)
    assert lines(digest_reply(digest, date(2026, 3, 10))) == [
        "Digest of 2026-03-10",
        "Told by A, B",
        "also in C",
        "Also new",
        "5 new articles read",
        "1 copy left out",
        "1 over the limit",
    ]
    assert len(digest_reply(digest, date(2026, 3, 10)).blocks) == 3


def test_articles_of_outlets_that_are_not_stated_are_counted() -> None:
    told = story(article(QUAKE_ONE, id="a", outlet=None), article(SHIP, id="b", outlet=None))
    assert "Told in 2 articles" in lines(digest_reply(Digest((told,), (), 2), date(2026, 3, 10)))


def test_a_headline_is_shown_without_marks_of_a_cut() -> None:
    item = article(f"Tower falls\n\n{QUAKE_ONE}")
    headline = item.quote(0, len("Tower falls"))
    told = Story("s", headline, (), (), (item,))
    (block,) = digest_reply(Digest((told,), (), 1), date(2026, 3, 10)).blocks
    assert (block.cut_before, block.cut_after) == (False, False)


def test_more_to_read_are_the_other_quotes_and_the_rest_in_pages() -> None:
    rest = tuple(story(article(SHIP, id=str(n))) for n in range(12))
    digest = Digest((story(article(QUAKE_ONE), more=1), story(article(QUAKE_TWO))), rest, 14)
    assert [len(reply.blocks) for reply in more_replies(digest)] == [2, 5, 5, 2]
