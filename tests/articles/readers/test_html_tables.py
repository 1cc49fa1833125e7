"""Tables of web pages: data as rows with their heads, layout as the boxes that it places."""

import pytest

from bot.articles.readers.tables import row_lines
from tests.articles.readers.pages import STORY, read

HEADS = "<tr><th>Line</th><th>Fare</th></tr>"


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (f"{HEADS}<tr><td>7</td><td rowspan='x' colspan='999'>3</td></tr>", ["Line: 7 | Fare: 3"]),
        (f"{HEADS}<tr><td>7</td><td>3 crowns</td></tr>", ["Line: 7 | Fare: 3 crowns"]),
        (
            (
                f"<caption>From May</caption><thead>{HEADS.replace('th>', 'td>')}</thead>"
                "<tr><td>7</td><td><p>3 <b>crowns</b></p><p>cash</p></td></tr>"
            ),
            ["From May", "Line: 7 | Fare: 3 crowns cash"],
        ),
        (
            (
                "<tr><th></th><th>2023</th><th>2024</th></tr><tr><th>Adults</th><td>3</td><td></td></tr>"
                "<tr><th>Children</th><td>1</td><td>2</td></tr>"
            ),
            ["Adults | 2023: 3", "Children | 2023: 1 | 2024: 2"],
        ),
        (
            (
                "<tr><th rowspan='2'>Line</th><th colspan='2'>Fare</th></tr>"
                "<tr><th>adult</th><th>child</th></tr>"
                "<tr><td rowspan='2'>7</td><td>3</td><td>1</td></tr><tr><td>4</td><td>2</td></tr>"
            ),
            [
                "Line: 7 | Fare adult: 3 | Fare child: 1",
                "Line: 7 | Fare adult: 4 | Fare child: 2",
            ],
        ),
        (
            f"{HEADS}<tr><td>7</td><td>3</td><td>by card | cash</td></tr>",
            ["Line: 7 | Fare: 3 | by card / cash"],
        ),
    ],
)
def test_a_row_carries_its_heads(table: str, lines: list[str]) -> None:
    text = read(f"<table>{table}</table>").text
    assert "\n".join(lines) in text


@pytest.mark.parametrize(
    "table",
    [
        "<tr><td>7</td><td>3 crowns</td></tr><tr><td>8</td><td>4 crowns</td></tr>",
        "<tr>" + "<th>Fare</th>" * 5 + "</tr><tr>" + "<td>3 crowns</td>" * 5 + "</tr>",
    ],
)
def test_a_table_without_heads_or_with_many_is_kept_as_it_is(table: str) -> None:
    text = read(f"<table>{table}</table>").text
    assert "Line: 7" not in text
    assert "3 crowns" in text


def test_a_table_that_only_places_text_is_no_table() -> None:
    told = "".join(f"<p>{line}Again.</p>" for line in STORY)
    page = (
        f"<table><tr><td>Menu</td><td><table><tr><td>{told * 2}</td></tr></table></td></tr></table>"
    )
    lines = read(page).text.split("\n")
    assert f"{STORY[0]}Again." in lines
    assert not any("|" in line for line in lines)


def test_rows_with_sentences_in_their_cells_are_no_data() -> None:
    assert row_lines(["Line", "Note"], [["7", "word " * 200]]) == []
    assert row_lines(["Line"], [["", ""]]) == []
