"""What is said about a round: every ending, every source, every kind of answer."""

from dataclasses import replace

import pytest

from bot.articles.article import Article
from bot.chat.board_replies import board_reply
from bot.chat.quiz_replies import question_reply, reveal_reply
from bot.chat.score_replies import leaderboard_reply, not_asked_reply, score_reply, settings_reply
from bot.persistence.reports import Decision, Verdict
from bot.quiz.item import HEADLINE_WORD, REASONS
from bot.quiz.podium import BestTold, Row
from bot.quiz.rounds import Ending, Mode, paused
from bot.quiz.scoring import (
    Board,
    Leaderboard,
    Posed,
    Reveal,
    Score,
    ServerSettings,
    Standing,
    Tally,
)
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
    "ending", ["finished", "stopped", "silence", "empty", "interrupted", "unreachable", "paused"]
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


@pytest.mark.parametrize(
    ("players", "told"),
    [
        (("7",), "Best streak: <@7>, 4 right in a row"),
        (("7", "8"), "Best streak: <@7> and <@8>, 4 right in a row"),
        (("7", "8", "9"), "Best streak: <@7>, <@8> and <@9>, 4 right in a row"),
        (("6", "7", "8", "9"), "Best streak: 4 right in a row, by 4 players"),
    ],
)
def test_a_board_tells_the_longest_row_and_whose_it_was(
    players: tuple[str, ...], told: str
) -> None:
    over = replace(played("live"), ending="finished", ended=NOW)
    shown = says(board_reply(Board(over, (standing(1, "7", 40),), 1, 4, Row(4, players))))
    assert shown.splitlines()[-1] == told


def test_a_board_tells_the_best_told_outlet() -> None:
    over = replace(played("live"), ending="finished", ended=NOW)
    told = BestTold("Harbour Post", 3, 4)
    shown = says(board_reply(Board(over, (standing(1, "7", 40),), 1, 4, told=told)))
    assert shown.splitlines()[-1] == "Best told: Harbour Post, 3 of 4 answers right"


@pytest.mark.parametrize(("length", "is_told"), [(2, False), (3, True)])
def test_alone_only_a_row_of_three_is_told(length: int, *, is_told: bool) -> None:
    over = replace(played("solo"), ending="finished", ended=NOW)
    board = Board(over, (standing(1, "7", 20, 2),), 1, 3, Row(length, ("7",)))
    assert (f"in a row: {length}" in says(board_reply(board))) is is_told


def labels(reply: Reply) -> list[list[str]]:
    """The words of a reply's buttons, row by row."""
    return [[PROMPTS.say(button.label) for button in row] for row in reply.buttons]


def test_a_live_question_has_the_buttons_of_the_host_below_its_answers() -> None:
    letters = ["A", "B", "C", "D"]
    assert labels(question_reply(Posed(asked(), ARTICLE))) == [letters, ["Pause", "Skip", "Stop"]]
    last = replace(asked(), number=3)
    assert labels(question_reply(Posed(last, ARTICLE))) == [letters, ["Skip", "Stop"]]
    waiting = paused(asked(), NOW)
    assert labels(question_reply(Posed(waiting, ARTICLE)))[1] == ["Go on", "Skip", "Stop"]
    for mode, rest in (("solo", ["Stop"]), ("daily", [])):
        reply = question_reply(Posed(asked(played(mode)), ARTICLE))  # type: ignore[arg-type]  # a mode
        assert labels(reply)[1] == rest


def test_a_paused_answer_tells_who_can_go_on_and_until_when() -> None:
    turn = paused(revealed("live").turn, NOW)
    reply = reveal_reply(replace(revealed("live"), turn=turn))
    until = f"<{NOW // 1000 + 1_800} relative>"
    assert f"**Paused.** <@1> or a moderator can go on; else the round ends {until}." in says(reply)
    assert labels(reply) == [["Report this question", "Go on", "Stop"]]
    gone = reveal_reply(replace(revealed("live"), turn=turn, proof=None))
    assert "**Paused.**" in says(gone)
    forgotten = replace(turn, round=replace(turn.round, starter=""))
    told = says(reveal_reply(replace(revealed("live"), turn=forgotten)))
    assert "**Paused.** A moderator can go on" in told


def test_a_double_question_says_so_open_and_closed() -> None:
    double = replace(played("live"), double_last=True)
    turn = replace(asked(double), number=3)
    assert "double points" in says(question_reply(Posed(turn, ARTICLE)))
    assert "double points" in says(reveal_reply(replace(revealed("live"), turn=turn)))
    assert "double" not in says(question_reply(Posed(asked(double), ARTICLE)))


@pytest.mark.parametrize(
    ("outlet", "published", "source"),
    [
        ("Harbour Post", "2024-03-05", "From Harbour Post · 2024-03-05"),
        ("Harbour Post", None, "From Harbour Post · undated"),
        (None, "2024-03-05", "From an article of 2024-03-05 · source not stated"),
        (None, None, ""),
    ],
)
@pytest.mark.parametrize("mode", ["solo", "live", "daily"])
def test_a_question_on_a_headline_hides_it_until_its_answer(
    mode: Mode, outlet: str | None, published: str | None, source: str
) -> None:
    item = replace(ITEM, kind=HEADLINE_WORD)
    article = replace(ARTICLE, outlet=outlet, published=published)
    turn = replace(asked(played(mode)), item=item)
    for here in (False, True):
        shown = says(question_reply(Posed(turn, article), here=here))
        assert article.title not in shown
        assert source in shown
    proof = (article.quote(0, 20), article.quote(0, 3))
    (block,) = reveal_reply(Reveal(replace(turn, closed=NOW), (0, 0, 0, 0), proof, ())).blocks
    assert article.title in " ".join(PROMPTS.say(words) for words in block.source)


@pytest.mark.parametrize("mode", ["solo", "live", "daily"])
def test_an_answer_shows_what_proves_it_with_outlet_date_and_link(mode: Mode) -> None:
    article = replace(ARTICLE, url="https://harbour.example/boats")
    proof = (article.quote(0, 20), article.quote(0, 3))
    (block,) = reveal_reply(replace(revealed(mode), proof=proof)).blocks
    assert block.quote.text == article.text[:20]
    assert [span.text for span in block.spans] == ["two"]
    linking = Form(link=lambda words, url: f"[{words}]({url})")
    assert [PROMPTS.say(words, linking) for words in block.source] == [
        "**Harbour Post**",
        "[Boats at dawn](https://harbour.example/boats)",
        "2024-03-05",
    ]


def test_settings_tell_whether_speed_counts() -> None:
    assert "fast answers" in says(settings_reply(ServerSettings(speed_bonus=True)))
    assert "does not count" in says(settings_reply(ServerSettings()))
    assert "gives double points" in says(settings_reply(ServerSettings(double_last=True)))
    assert "as many points as the others" in says(settings_reply(ServerSettings()))
