"""A reply knows its quotes."""

from bot.chat.prompts import said
from bot.chat.reply import Block, Line, Reply
from tests.articles.examples import article


def test_the_blocks_of_a_reply_are_its_quotes() -> None:
    block = Block(article("The ferry sailed.").quote(0, 17), ())
    reply = Reply((Line(said("context/quote")), block, Line(said("context/after")), block))
    assert reply.blocks == (block, block)
    assert Reply(()).blocks == ()
