"""What is said about a round: every ending, every source, every kind of answer."""

from dataclasses import replace

import pytest

from bot.articles.article import Article
from bot.chat.quiz_replies import (
    board_reply,
    question_reply,
    reveal_reply,
)
from bot.chat.score_replies import leaderboard_reply, not_asked_reply, score_reply, settings_reply
from bot.persistence.reports import Decision, Verdict
from bot.quiz.item import REASONS
from bot.quiz.rounds import Ending, Mode
from bot.quiz.scoring import Board, Leaderboard, Posed, Reveal, Score, Standing, Tally
from bot.services.moderation import ReportedItem
from bot.wording.prompts import Form, Prompts
from bot.wording.reply import Line, Reply
from tests.quiz.round_examples import ITEM, NOW, asked, played

PROMPTS = Prompts()
FACE = Form(
    moment=lambda moment, style: f"<{moment} {style}>", person=lambda person: f"<@{person}>"
)

ARTICLE = Article(
    id=ITEM.article_id,
    version=1,
    collection="1",
    key="boats",
    source="boats.md",
    text="two boats came at dawn to take them home",
    title="Boats at dawn",
    title_origin="metadata",
    outlet="Harbour Post",
    published="2024-03-05",
)


def says(reply: Reply) -> str:
    """The words of our own in a reply."""
    return "\n".join(
        PROMPTS.say(unit.words, FACE) for unit in reply.units if isinstance(unit, Line)
    )


def standing(rank: int, player: str, points: int, right: int = 1) -> Standing:
    return Standing(rank, Tally(player, points, right, 3))


def revealed(
    mode: Mode, chosen: tuple[int, ...] = (0, 0, 0, 0), given: int | None = None
) -> Reveal:
    """A closed question of a round."""
    proof = ARTICLE.quote(ITEM.start, ITEM.end), ARTICLE.quote(ITEM.answer_start, ITEM.answer_end)
    turn = replace(asked(played(mode)), closed=NOW)
    return Reveal(turn, chosen, proof, (standing(1, "7", 10),), given)


@pytest.mark.parametrize(
    ("outlet", "published", "source"),
    [
        ("Harbour Post", "2024-03-05T10:00:00Z", "From Harbour Post · Boats at dawn · 2024-03-05"),
        ("Harbour Post", None, "From Harbour Post · Boats at dawn · undated"),
        (None, "2024-03-05", "From an article of 2024-03-05 · Boats at dawn · source not stated"),
        (None, None, "From Boats at dawn · source not stated · undated"),
    ],
)
def test_a_question_tells_where_it_is_from_and_no_more(
    outlet: str | None, published: str | None, source: str
) -> None:
    article = replace(ARTICLE, outlet=outlet, published=published)
    assert source in says(question_reply(Posed(asked(), article)))


def test_first_words_in_a_titles_place_are_not_shown_for_they_may_answer() -> None:
    article = replace(ARTICLE, title_origin="first_words")
    assert "From" not in says(question_reply(Posed(asked(), article)))
    assert "From" not in says(question_reply(Posed(asked(), None)))


@pytest.mark.parametrize(
    ("mode", "heading"),
    [
        ("solo", "**Question 1** of 3"),
        ("live", f"**Question 1** of 3 · answer before it closes, <{NOW // 1000 + 15} relative>"),
        ("daily", "**Question of the day** · one try each"),
    ],
)
def test_each_kind_of_round_has_its_heading(mode: Mode, heading: str) -> None:
    reply = question_reply(Posed(asked(played(mode)), ARTICLE))
    assert says(reply).startswith(heading)
    assert reply.private is (mode == "solo")


def test_a_terminal_is_told_to_type_a_letter() -> None:
    assert "answer with a letter" in says(
        question_reply(Posed(asked(played("solo")), ARTICLE), here=True)
    )


def test_a_question_of_a_removed_article_is_told_to_be_gone() -> None:
    gone = replace(asked(), item=None)
    assert "has been removed" in says(question_reply(Posed(gone, None)))
    assert "has been removed" in says(reveal_reply(replace(revealed("live"), turn=gone)))
    assert "has been removed" in says(reveal_reply(replace(revealed("live"), proof=None)))


@pytest.mark.parametrize(
    ("reveal", "verdict"),
    [
        (revealed("live", (1, 2, 0, 0)), "2 of 3 answers were right."),
        (revealed("daily", (0, 1, 0, 0)), "1 of 1 answer was right."),
        (revealed("live"), "Nobody answered."),
        (revealed("solo", (0, 1, 0, 0), 1), "Right, that is 10 points."),
        (revealed("solo", (1, 0, 0, 0), 0), "Not quite: it is B."),
        (revealed("solo"), "Not answered. It is B."),
    ],
)
def test_an_answer_is_told_to_be_right_or_not(reveal: Reveal, verdict: str) -> None:
    assert verdict in says(reveal_reply(reveal))


def test_shares_are_told_of_those_who_answered() -> None:
    shown = says(reveal_reply(revealed("live", (1, 2, 0, 0))))
    assert "`A`  one · 1 (33 %)" in shown
    assert "✅ `B`  **two** · 2 (67 %)" in shown


def test_who_leads_is_told_between_two_live_questions_only() -> None:
    assert "<@7> · 10 points" in says(reveal_reply(revealed("live", (0, 1, 0, 0))))
    last = revealed("live", (0, 1, 0, 0))
    last = replace(last, turn=replace(last.turn, number=3))
    for reveal in (last, revealed("daily", (0, 1, 0, 0)), revealed("solo", (0, 1, 0, 0), 1)):
        assert "<@7>" not in says(reveal_reply(reveal))
    nobody = replace(revealed("live", (1, 0, 0, 0)), leaders=(standing(1, "7", 0, 0),))
    assert "So far" not in says(reveal_reply(nobody))


@pytest.mark.parametrize(
    "ending", ["finished", "stopped", "silence", "empty", "interrupted", "unreachable"]
)
def test_every_ending_has_its_sentence(ending: Ending) -> None:
    over = replace(played("live"), ending=ending, ended=NOW)
    shown = says(board_reply(Board(over, (standing(1, "7", 10),), 1, 1)))
    assert "1 question" in shown
    assert "<@7> wins." in shown


def board(*leaders: Standing, players: int | None = None) -> str:
    over = replace(played("live"), ending="finished", ended=NOW)
    return says(board_reply(Board(over, leaders, players or len(leaders), 3)))


def test_a_board_tells_ties_nobody_and_those_left_out() -> None:
    tied = board(standing(1, "7", 10), standing(1, "8", 10), standing(3, "9", 0))
    assert "2 players share the first place." in tied
    assert tied.count("**1**  <@") == 2
    assert "Nobody answered." in board()
    assert "wins" not in board(standing(1, "7", 0, 0))
    assert "and 2 more players" in board(standing(1, "7", 10), players=3)


def test_a_round_alone_ends_with_its_result() -> None:
    over = replace(played("solo"), ending="finished", ended=NOW)
    reply = board_reply(Board(over, (standing(1, "7", 20, 2),), 1, 3))
    assert reply.private
    assert "You had 2 of 3 right: 20 points." in says(reply)
    assert "<@" not in says(reply)
    assert "right" not in says(board_reply(Board(over, (), 0, 1)))


def test_a_score_without_answers_invites_and_one_with_them_adds_up() -> None:
    none = Standing(1, Tally("7", 0, 0, 0))
    assert "not played here yet" in says(score_reply(Score(none, none, none, 0)))
    some = standing(2, "7", 10)
    shown = says(score_reply(Score(some, some, some, 1)))
    assert "In all: 10 points, 1 of 3 right" in shown
    assert "Played 1 day in a row" in shown


def test_ones_own_place_is_told_when_it_is_not_among_the_first() -> None:
    first = (standing(1, "7", 10),)
    assert "You: place 12 with 5 points" in says(
        leaderboard_reply(Leaderboard("week", first, standing(12, "8", 5)))
    )
    for own in (first[0], standing(12, "8", 0)):
        assert "You" not in says(leaderboard_reply(Leaderboard("all", first, own)))
    assert "Nobody has points yet" in says(
        leaderboard_reply(Leaderboard("month", (), standing(1, "8", 0)))
    )


@pytest.mark.parametrize("verdict", ["reported", "below_chance", "retired"])
def test_a_doubted_question_is_listed_with_its_reasons(verdict: Verdict) -> None:
    decided = Decision(ITEM.id, verdict, NOW)
    shown = says(not_asked_reply([ReportedItem(decided, ITEM, REASONS)]))
    assert ITEM.question in shown
    assert f"`{ITEM.id}`" in shown
    assert "Two answers are right" in shown
    assert "removed article" in says(not_asked_reply([ReportedItem(decided, None, ())]))


def test_a_long_list_of_doubted_questions_is_cut() -> None:
    decided = Decision(ITEM.id, "retired", NOW)
    long = replace(ITEM, question="why " * 100)
    shown = says(not_asked_reply([ReportedItem(decided, long, ())] * 12))
    assert "and 2 more" in shown
    assert len(shown) < 2_500
    assert "Every question is asked here" in says(not_asked_reply([]))


def test_settings_tell_whether_speed_counts() -> None:
    assert "fast answers" in says(settings_reply("UTC", speed_bonus=True))
    assert "does not count" in says(settings_reply("UTC", speed_bonus=False))
