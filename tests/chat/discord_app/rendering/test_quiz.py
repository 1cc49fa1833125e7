"""Questions, answers and boards within Discord's limits, whatever their words are."""

from dataclasses import replace

import pytest

from bot.articles.article import Article
from bot.chat.board_replies import board_reply
from bot.chat.discord_app.rendering.digest import CardRenderer
from bot.chat.discord_app.rendering.views import Message
from bot.chat.discord_app.rendering.words import unescaped
from bot.chat.guess_replies import guess_form
from bot.chat.quiz_replies import (
    ended_reply,
    question_reply,
    reasons_reply,
    reveal_reply,
)
from bot.quiz.guessing import LARGEST
from bot.quiz.item import GUESS_NUMBER, Item
from bot.quiz.podium import BestTold, Row
from bot.quiz.rounds import Turn
from bot.quiz.scoring import (
    LEADERS,
    Board,
    GivenAnswer,
    Posed,
    Reveal,
    Standing,
    Tally,
    ranked_guesses,
)
from tests.chat.discord_app.conftest import PROMPTS
from tests.chat.discord_app.examples import HOSTILE, Json, parts, told
from tests.discord_standin.judging import required_judge
from tests.discord_standin.limits import faults_of
from tests.discord_standin.payloads import COMPONENTS_V2
from tests.quiz.round_examples import ITEM, NOW, NUMBER, asked, played

RENDERER = CardRenderer(PROMPTS)
LONG = "An unreasonably long sentence about (boats), * and \\ and @everyone. " * 70


def article_of(text: str) -> Article:
    return Article(
        id="a" * 16,
        version=1,
        collection="1",
        key="k",
        source="s",
        text=text,
        title=HOSTILE * 9,
        title_origin="metadata",
        outlet=HOSTILE * 9,
        published="2024-03-05",
        url="https://example.org/a",
    )


def turn_with(item: Item) -> Turn:
    return replace(asked(), item=item, round=replace(played("live"), id="0123456789abcdef"))


def hostile(options: int) -> Item:
    """A question whose every word is hostile, and as long as they come."""
    words = tuple(f"{number} {HOSTILE}"[:80] for number in range(options))
    return replace(ITEM, question=HOSTILE + " " + "long " * 150, options=words)


def messages(item: Item) -> list[Message]:
    """Everything that is shown of a question."""
    article = article_of(LONG)
    turn = turn_with(item)
    proof = (article.quote(0, len(LONG)), article.quote(10, 40))
    leaders = tuple(
        Standing(1, Tally(str(10**19 + number), 10**6, 10**4, 10**5)) for number in range(LEADERS)
    )
    chosen = tuple(10**5 for _ in item.options)
    reveal = Reveal(replace(turn, closed=NOW), chosen, proof, leaders)
    alone = replace(turn, round=replace(turn.round, mode="solo", ending="finished"))
    ended = Reveal(alone, chosen, proof, leaders, 0)
    row = Row(20, tuple(one.tally.player for one in leaders[:3]))
    told = BestTold(HOSTILE * 9, 10**6, 10**7)
    board = Board(replace(turn.round, ending="finished"), leaders, 10**6, 20, row, told)
    alone_board = Board(alone.round, leaders[:1], 1, 20)
    replies = [
        question_reply(Posed(turn, article, 10**6)),
        reveal_reply(reveal),
        board_reply(board),
        ended_reply(ended, alone_board),
        reasons_reply(turn),
    ]
    return [RENDERER.message(reply) for reply in replies]


def question(turn: Turn) -> Message:
    return RENDERER.message(question_reply(Posed(turn, None)))


def components(message: Message) -> list[Json]:
    return list(message.to_components())


def body_of(message: Message) -> Json:
    return {"components": components(message), "flags": COMPONENTS_V2}


@pytest.mark.parametrize("options", [2, 3, 4, 5])
def test_everything_is_taken_by_discord(options: int) -> None:
    for message in messages(hostile(options)):
        assert list(faults_of(body_of(message))) == []


def guessing() -> list[Json]:
    """The bodies of a question that asks for a number, of its answer, and of its form."""
    item = replace(hostile(0), kind=GUESS_NUMBER, value=NUMBER.value)
    turn = replace(turn_with(item), closed=NOW)
    crowd = [GivenAnswer(str(10**19 + n), 0, NOW, LARGEST - n) for n in range(9)]
    article = article_of(LONG)
    proof = (article.quote(0, len(LONG)), article.quote(10, 40))
    revealed = Reveal(turn, (), proof, (), guesses=ranked_guesses(turn, crowd))
    shown = [RENDERER.message(reveal_reply(revealed)), *messages(item)]
    return [body_of(message) for message in shown]


def test_a_number_to_guess_is_taken_by_discord() -> None:
    for body in guessing():
        assert list(faults_of(body)) == []
    form = RENDERER.form(guess_form("0" * 16, 99)).to_dict()
    assert list(faults_of({"type": 9, "data": form})) == []


def test_everything_is_taken_by_discords_own_document() -> None:
    judge = required_judge()
    for options in (2, 3, 4, 5):
        for message in messages(hostile(options)):
            assert judge.errors("POST", "/channels/1/messages", body_of(message)) == []
    for body in guessing():
        assert judge.errors("POST", "/channels/1/messages", body) == []
    answer = {"type": 9, "data": RENDERER.form(guess_form("0" * 16, 99)).to_dict()}
    assert judge.errors("POST", "/interactions/1/token/callback", answer) == []


def test_nothing_in_a_question_has_an_effect() -> None:
    for message in messages(hostile(4))[:2]:
        shown = told(components(message))
        assert "@everyone" not in shown.replace("\\@everyone", "")
        assert "[click](" not in shown
        assert "<@1>" not in shown
        assert "<@&2>" not in shown


def test_a_question_is_shown_whole() -> None:
    item = hostile(4)
    shown = unescaped(told(components(question(turn_with(item)))))
    assert " ".join(item.question.split()) in shown
    for option in item.options:
        assert " ".join(option.split()) in shown


def test_a_daily_question_cannot_be_stopped() -> None:
    turn = asked(replace(played("daily"), id="0123456789abcdef"))
    found = [part.get("custom_id", "") for part in parts(components(question(turn)))]
    assert not any(name.startswith("quizstop") for name in found)


def test_a_question_of_a_removed_article_has_no_answers() -> None:
    turn = replace(asked(), item=None)
    labels = [p.get("label") for p in parts(components(question(turn)))]
    assert "A" not in labels
