"""Paragraphs, wrapped lines, headings, and the runs that furniture interrupts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.article import Mark
from bot.language.paragraphs import is_heading, prose_runs, tables
from tests.articles.examples import marked, words

FIRST = "The ferry to the islands sailed again on Monday."
SECOND = "Its crew had waited nine days for calmer water."
THIRD = "The harbour master expects no more storms this month."


def runs(text: str, *furniture: str) -> list[list[str]]:
    return [words(text, run) for run in prose_runs(text, marked(text, furniture))]


def test_lines_are_paragraphs_without_the_blanks_around_them() -> None:
    assert runs(f"  {FIRST}\t\n\n\n{SECOND}\n\n{THIRD}  \n") == [[FIRST, SECOND, THIRD]]


def test_furniture_interrupts_a_run() -> None:
    text = f"{FIRST}\nAdvertisement\n{SECOND}\n\n{THIRD}"
    assert runs(text, "Advertisement") == [[FIRST], [SECOND, THIRD]]


def test_furniture_at_the_edges_leaves_no_empty_run() -> None:
    text = f"Menu\n{FIRST}\nShare\nPrint"
    assert runs(text, "Menu", "Share", "Print") == [[FIRST]]


def test_one_mark_covers_several_lines() -> None:
    text = f"{FIRST}\nShare\nPrint\n\n{SECOND}"
    start = text.index("Share")
    mark = Mark(start, text.index("Print") + len("Print"), "share")
    assert [words(text, run) for run in prose_runs(text, [mark])] == [[FIRST], [SECOND]]


def test_a_line_whose_end_is_furniture_keeps_its_beginning() -> None:
    text = "One ship left. Read more.\nAnother came."
    mark = Mark(text.index("Read"), text.index("\n"), "related")
    runs = prose_runs(text, [mark])
    assert [words(text, run) for run in runs] == [["One ship left."], ["Another came."]]


def test_a_heading_interrupts_a_run_and_is_left_out() -> None:
    assert runs(f"{FIRST}\n\nWhat comes next\n\n{SECOND}") == [[FIRST], [SECOND]]
    assert runs(f"Ferry sails\n{FIRST}\nThe end") == [[FIRST]]


def test_a_text_of_headings_only_keeps_them() -> None:
    assert runs("Ferry sails\n\nStorm is over") == [["Ferry sails", "Storm is over"]]


def test_a_bullet_is_no_part_of_its_paragraph() -> None:
    text = f"- {FIRST}\n* • {SECOND}\n– {THIRD}"
    assert runs(text) == [[FIRST, SECOND, f"– {THIRD}"]]


def test_long_items_of_a_list_are_no_wrapped_paragraph() -> None:
    text = f"- {FIRST}\n- {SECOND}\n- {THIRD}"
    assert runs(text) == [[FIRST, SECOND, THIRD]]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"{FIRST} It was \ufffd. {SECOND} {THIRD}", [[FIRST], [f"{SECOND} {THIRD}"]]),
        (f"{FIRST}\n\n\ufffdIt was.” {SECOND}\n\n{THIRD}", [[FIRST], [SECOND, THIRD]]),
        (f"{FIRST}\n\nIt w\ufffds.\n\n{SECOND}", [[FIRST], [SECOND]]),
        ("It w\ufffds.", []),
        (f"{FIRST} It w\ufffds.", [[FIRST]]),
    ],
)
def test_a_sentence_that_could_not_be_read_interrupts_a_run(
    text: str, whole: list[list[str]]
) -> None:
    assert runs(text) == whole


def test_a_row_that_could_not_be_read_is_in_no_table() -> None:
    assert tables("| a | b |\n| c | \ufffd |", []) == []


@pytest.mark.parametrize(
    "line",
    [
        "市议会星期一决定重建旧游泳池。",
        "「行く」と言った。」",
        "اس کا کیا مطلب ہے؟",
        "यह काम पूरा हुआ।",
        "林" * 60,
    ],
)
def test_prose_of_other_scripts_is_no_heading(line: str) -> None:
    assert not is_heading(line)


def test_a_headline_of_another_script_is_a_heading() -> None:
    assert is_heading("市议会决定重建游泳池")


@pytest.mark.parametrize("text", ["", "\n\n", "  \t \n  "])
def test_a_text_without_words_has_no_runs(text: str) -> None:
    assert runs(text) == []


def test_a_text_that_is_all_furniture_has_no_runs() -> None:
    assert runs("Menu\nShare", "Menu", "Share") == []


def test_wrapped_lines_of_a_mail_are_one_paragraph() -> None:
    mail = (
        "The ferry to the islands sailed again on Monday, after\n"
        "nine days in which no ship could leave the harbour, and\n"
        "the crews were glad."
    )
    assert runs(f"{mail}\n\n{SECOND}") == [[mail, SECOND]]


@pytest.mark.parametrize(
    "lines",
    [
        "Short lines.\nNo mail breaks here.",
        f"Yes, he said.\n{FIRST}",
        f"{FIRST} {SECOND} {THIRD}\n{FIRST} {SECOND} {THIRD}",
    ],
)
def test_lines_that_no_mail_program_breaks_are_paragraphs(lines: str) -> None:
    assert runs(lines) == [lines.split("\n")]


@pytest.mark.parametrize("line", ["## The end.", "What comes next", "Storm is over “at last”"])
def test_a_short_line_without_an_end_mark_is_a_heading(line: str) -> None:
    assert is_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        FIRST,
        "“The storm is over.”",
        "- a longer pier",
        "2. A longer pier",
        "and so it went",
        "The crews waited:",
        "The ferry " * 11,
    ],
)
def test_prose_and_list_items_are_no_headings(line: str) -> None:
    assert not is_heading(line.strip())


@given(st.text(alphabet="Aa .\n\t", max_size=80))
def test_paragraphs_are_ordered_and_hold_no_blanks_at_their_edges(text: str) -> None:
    position = 0
    for run in prose_runs(text, ()):
        for span in run:
            shown = text[span.start : span.end]
            assert position <= span.start < span.end
            assert shown == shown.strip()
            position = span.end


TABLE = "| Line | Fare |\n| --- | --- |\n| 1 | 2 crowns |"
BARE = "Line | Fare\n--- | ---\n1 | 2 crowns"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{FIRST}\n\n{TABLE}\n{SECOND}", [TABLE]),
        (f"{BARE}\n\n{FIRST}\n\n{TABLE}", [BARE, TABLE]),
        ("Halm | Lund\nferries | boats", []),
        ("| a lone row |", []),
        ("Line: 7 | Fare: 3 crowns", ["Line: 7 | Fare: 3 crowns"]),
        ("Adults | 2023: 3\nChildren | 2023: 1", ["Adults | 2023: 3\nChildren | 2023: 1"]),
        ("News: Halm | Lund", []),
        (FIRST, []),
    ],
)
def test_neighbouring_rows_with_bars_are_a_table(text: str, found: list[str]) -> None:
    assert ["\n".join(words(text, rows)) for rows in tables(text, ())] == found


def test_a_row_that_carries_its_heads_is_no_prose() -> None:
    row = "Line: 7 | Note: It runs all night."
    text = f"{FIRST}\n{row}\n{SECOND}"
    assert [words(text, run) for run in prose_runs(text, ())] == [[FIRST], [SECOND]]


def test_what_is_marked_is_in_no_table() -> None:
    text = f"{TABLE}\n| 7 | 3 crowns |"
    [rows] = tables(text, marked(text, ["| 7 | 3 crowns |"]))
    assert words(text, rows)[-1] == "| 1 | 2 crowns |"
