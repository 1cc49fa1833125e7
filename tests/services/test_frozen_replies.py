"""Replies come out of the ledger as they went in, without what was removed meanwhile."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.articles.article import Article
from bot.persistence.articles import ArticleRepository
from bot.persistence.database import database_url
from bot.persistence.store import Store
from bot.services.frozen_replies import frozen, thawed
from bot.services.newsroom import Newsroom
from bot.wording.prompts import utterance
from bot.wording.reply import Block, Button, Card, Headline, Line, Reply
from tests.ferry import page

TEXT = "The ferry of Marrowby sails again. It was mended in nine days."
SEEN = ["operator"]


@pytest.fixture
async def newsroom(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with await Newsroom.open(tmp_path / "data") as opened:
        for outlet in ("Mail", "Post"):
            url = f"https://{outlet.lower()}.example/ferry"
            await opened.intake.upload(
                f"{outlet}.md", page(outlet, f"{outlet}. {TEXT}", url), SEEN[0]
            )
        yield opened


@pytest.fixture
async def articles(newsroom: Newsroom, tmp_path: Path) -> AsyncIterator[ArticleRepository]:
    """Where the newsroom's articles are kept."""
    assert newsroom is not None
    store = await Store.open(database_url(tmp_path / "data"))
    yield store.articles
    await store.close()


async def kept(newsroom: Newsroom) -> tuple[Article, Article]:
    """Two articles."""
    heads, _ = await newsroom.articles.heads(None, 10, 0)
    mail, post = [
        await newsroom.articles.article(h.id) for h in sorted(heads, key=lambda h: h.title)
    ]
    return mail, post


def reply_of(mail: Article, post: Article) -> Reply:
    """A reply of everything that a digest is made of."""
    note = utterance("digest/copies", copies=2)
    block = Block(post.quote(0, 5), (note,), notes=(note,), context=False)
    brief = Button(utterance("digest/brief_me"), "story:1")
    return Reply(
        (
            Line(utterance("digest/rest"), heading=True),
            Card((block,), (brief,), Headline(mail, (note,)), (note,), (post, mail)),
            Card((block,), (brief,)),
            Headline(mail, (note,)),
            block,
            Line(note, small=True),
        )
    )


async def test_a_reply_is_thawed_as_it_was_frozen(
    newsroom: Newsroom, articles: ArticleRepository
) -> None:
    mail, post = await kept(newsroom)
    reply = reply_of(mail, post)
    assert await thawed(frozen(reply), articles, SEEN) == reply
    assert mail.title not in frozen(reply)


async def test_what_was_removed_meanwhile_is_left_out(
    newsroom: Newsroom, articles: ArticleRepository
) -> None:
    mail, post = await kept(newsroom)
    ice = frozen(reply_of(mail, post))
    await newsroom.intake.remove(mail.id, SEEN[0])
    reply = await thawed(ice, articles, SEEN)
    cards = [unit for unit in reply.units if isinstance(unit, Card)]
    assert [(one.headline, len(one.blocks)) for one in cards] == [(None, 1), (None, 1)]
    assert cards[0].links == (post,)
    assert not any(isinstance(unit, Headline) for unit in reply.units)
    await newsroom.intake.remove(post.id, SEEN[0])
    assert not any(isinstance(u, Card) for u in (await thawed(ice, articles, SEEN)).units)


async def test_what_an_earlier_release_froze_is_thawed(
    newsroom: Newsroom, articles: ArticleRepository
) -> None:
    mail, post = await kept(newsroom)
    ice = json.loads(frozen(reply_of(mail, post)))
    ice["units"] = [ice["units"][0], ice["units"][2]]
    for name in ("head", "foot", "links"):
        del ice["units"][1][name]
    (_, card) = (await thawed(json.dumps(ice), articles, SEEN)).units
    assert isinstance(card, Card)
    assert (len(card.blocks), card.headline, card.foot, card.links) == (1, None, (), ())
