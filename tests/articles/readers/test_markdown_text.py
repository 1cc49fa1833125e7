"""The words of a Markdown text."""

import pytest

from bot.articles.article import Mark
from bot.articles.readers.markdown_text import MOST_MARKS, MOST_NESTED, markdown_text
from tests.effort import little_effort

ROW = "| Line | Fare |\n| --- | ---: |\n| 1 | 2 **crowns** |\n| 7 | |\n"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (
            "The *cheapest* ticket costs **2 crowns**, __now__.",
            "The cheapest ticket costs 2 crowns, now.",
        ),
        (
            'See [the list](https://a.example/l "t") and [more][1].\n\n[1]: /x',
            "See the list and more.",
        ),
        ("![a bus](bus.png)\n\nIt ran.", "It ran."),
        ("It ran ![late](l.png) again.", "It ran late again."),
        ("> “We wait,”\n> she said.\n>\n> > Again.", "“We wait,”\nshe said.\n\nAgain."),
        (
            "# Fares\n\nThey rose.\n\n## Why ##\n\nNobody knows.",
            "Fares\n\nThey rose.\n\nWhy\n\nNobody knows.",
        ),
        ("Fares\n=====\n\nThey rose.", "Fares\n\nThey rose."),
        (
            "* Children\n* Dogs\n  - of all kinds\n\nThat is all.",
            "- Children\n\n- Dogs\n\n- of all kinds\n\nThat is all.",
        ),
        ("1. Go.\n2) Stay.", "1. Go.\n\n2) Stay."),
        ("1986. What a year.", "1986. What a year."),
        (
            "It cost 5 * 3 * 2 crowns, snake_case and all.",
            "It cost 5 * 3 * 2 crowns, snake_case and all.",
        ),
        ("“F**k the s**t,” he said, and 2*3*4.", "“F**k the s**t,” he said, and 2*3*4."),
        ("这是**重点**内容。", "这是重点内容。"),
        ("He said.[^1]\n\nAnd she.", "He said.\n\nAnd she."),
        (
            "4 million[^1] crowns, he said.[^long] It [^zz] opens.",
            "4 million crowns, he said. It opens.",
        ),
        ("He said[^1][^2], as [^3], “so [^4]”", "He said, as, “so ”"),
        ("He said[^1]: go.[^2]\nNow.", "He said: go.\nNow."),
        ("[^1] He said.", "He said."),
        ("The [^a b] and [x^1] stay.", "The [^a b] and [x^1] stay."),
        ("| Line[^1] |\n|---|\n| 7[^2] a |", "Line: 7 a"),
        ("It is full.<br>Two hundred.<br/>\nThree.", "It is full.\nTwo hundred.\nThree."),
        ("One<hr>two <img src=a>three", "One\ntwo three"),
        ("<details><summary>More</summary>Hidden.</details>", "More\nHidden."),
        ("So <summary>More</summary>Hidden.", "So\nMore\nHidden."),
        ("So <script><br></script>it is.", "So it is."),
        ("It is 10<sup>3</sup>, 10<sub>2</sub> or 19<sup>th</sup>.", "It is 10^3, 10_2 or 19th."),
        ("| a |\n|---|\n| 3<br>crowns |", "a: 3 crowns"),
        (
            "<table>\n<tr><th>Line<th>Fare</tr>\n\n<tr><td>7<td>3</tr>\n</table>\n\nEnd.",
            "Line: 7 | Fare: 3\n\nEnd.",
        ),
        ("<table><tr><td>7</td><td>3</td></tr></table>", "7 | 3"),
        (f"| a | b |\n|---|---|\n| x | {'long ' * 200}|", f"x | {('long ' * 200).strip()}"),
        ("Use `ferry --now` \\*please\\*.", "Use ferry --now *please*."),
        ("It costs ~~6~~ 7 crowns.", "It costs 7 crowns."),
        ("Caf&eacute; AT&T a < b", "Café AT&T a < b"),
        ("One <b>bold</b> <script>x()</script>word, <name>.", "One bold word, <name>."),
        ("<div>\n<p>In a box.</p>\n</div>\n\n<!-- not this -->\nEnd.", "In a box.\n\nEnd."),
        ("One line\nand another.  \nThird.", "One line\nand another.\nThird."),
        ("    The town was quiet.\n\n    It rained.", "The town was quiet.\n\nIt rained."),
        ("One.\n\n***\n\nTwo.", "One.\n\nTwo."),
        ("<https://a.example/x>", "https://a.example/x"),
        ("```\nThe ferry ran.\n\nAnd ran.", "The ferry ran.\nAnd ran."),
        ("-\n\nThen.", "Then."),
        (ROW, "Line: 1 | Fare: 2 crowns\nLine: 7"),
        (f"| a |\n|---|\n| {'long ' * 200}|", ("long " * 200).strip()),
    ],
)
def test_the_words_stay_and_the_marks_go(written: str, words: str) -> None:
    assert markdown_text(written).text == f"{words}\n"


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("# Who pays?\n\nAll do.", [("heading", "Who pays?")]),
        ("# Fares rise\n\nAll pay.", []),
        ("```sh\nrun a\nrun b\n```\n\nAll.", [("code", "run a"), ("code", "run b")]),
        ("All.\n\n[^1]: Interview, May.", [("footnote", "Interview, May.")]),
        ("All.\n\n[^1]: Report", [("footnote", "Report")]),
        ("All.[^1]\n\n[^1]: https://a.example/x", [("footnote", "https://a.example/x")]),
        ('All.\n\n[^1]: /x "A title"', [("footnote", '/x "A title"')]),
        ("All.\n[^1]: One.\n[^2]: Two.", [("footnote", "One."), ("footnote", "Two.")]),
        ("> All.\n>\n> [^1]: One", [("footnote", "One")]),
        ("All [fares][1].\n\n[1]: /fares", []),
        ("The ferry ran on.\n---\nIt rained.", []),
    ],
)
def test_what_is_no_prose_is_marked(written: str, marked: list[tuple[str, str]]) -> None:
    read = markdown_text(written)
    assert [(m.kind, read.text[m.start : m.end]) for m in read.marks] == marked
    assert all(isinstance(mark, Mark) for mark in read.marks)


@pytest.mark.parametrize(
    ("written", "heading"),
    [
        ("# Fares\n\nAll.", "Fares"),
        ("Fares\n===\nAll.", "Fares"),
        ("# Fares[^1]\n\nAll.", "Fares"),
        ("All.\n\n# Fares", None),
        ("## Fares\n\nAll.", None),
    ],
)
def test_the_first_heading_is_the_title(written: str, heading: str | None) -> None:
    assert markdown_text(written).heading == heading


@pytest.mark.parametrize("levels", [1, 5, 9, 10, 12, 40, 49, 50, 51, 400])
@pytest.mark.parametrize("mark", ["-", "1."])
def test_nothing_is_lost_in_lists_within_lists(levels: int, mark: str) -> None:
    indent = " " * (len(mark) + 1)
    lists = "\n".join(f"{indent * level}{mark} Level {level}." for level in range(levels))
    with little_effort():
        words = markdown_text(f"Before.\n\n{lists}\n\nAfter all.\n").text
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    assert lines == ["Before.", *(f"{mark} Level {n}." for n in range(levels)), "After all."]


@pytest.mark.parametrize("levels", [10, 98, 99, 100, 101, 400])
def test_nothing_is_lost_in_quotations_within_quotations(levels: int) -> None:
    words = markdown_text(f"{'> ' * levels}Deep.\n\nAfter all.\n").text
    assert all(one in words for one in ("Deep.", "After all."))
    assert words.startswith("Deep.") == (levels < MOST_NESTED)


def test_a_text_that_is_all_marks_is_left_as_it_is() -> None:
    written = "[" * (MOST_MARKS + 1)
    assert markdown_text(written).text == written


@pytest.mark.parametrize(
    "unit",
    [
        "![",
        "[](",
        "*_",
        "**a _b ",
        "`",
        "<a ",
        "> ",
        "- ",
        "|a",
        "<!--",
        "a**b",
        "~~a ",
        "[^1] ",
        " [^a]",
    ],
)
def test_hostile_marks_take_a_moment(unit: str) -> None:
    with little_effort():
        markdown_text(unit * (MOST_MARKS // len(unit)))
