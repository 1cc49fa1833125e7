"""A reply knows its quotes."""

from bot.wording.prompts import utterance
from bot.wording.reply import Block, Line, Reply
from tests.articles.examples import article


def test_the_blocks_of_a_reply_are_its_quotes() -> None:
    block = Block(article("The ferry sailed.").quote(0, 17), ())
    reply = Reply(
        (Line(utterance("context/quote")), block, Line(utterance("context/after")), block)
    )
    assert reply.blocks == (block, block)
    assert Reply(()).blocks == ()
