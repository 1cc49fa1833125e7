"""The tables of a web page: data becomes lines that can be quoted, layout becomes plain boxes."""

from collections.abc import Sequence
from itertools import takewhile, zip_longest
from typing import Any

from lxml import etree

from bot.articles.readers.markup import words_of
from bot.articles.readers.tables import row_lines

# A cell with more characters holds paragraphs: the table only places them.
LONGEST_CELL = 300
# With more heads a row is no quote that can be read at a glance.
MOST_HEADS = 4
# Columns and rows that one cell may span; more is an attack on memory.
MOST_SPANNED = 30
MOST_COLUMNS = 60
MOST_CELLS = 3_000
_ROWS = ("thead", "tbody", "tfoot", "tr")
_CELLS = ("td", "th")
_LINES = ("p", "div", "br", "li")

_Cell = tuple[str, bool]  # its words, and whether it is a head
_Row = list[_Cell]
_Reaching = tuple[int, _Cell]  # in how many further rows a cell stands


def write_tables(page: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Turn each table of a page into the boxes or the lines that it stands for."""
    # From the end: a table inside another one is turned first.
    for table in reversed([*page.iter("table")]):
        if _is_layout(table):
            _unfold(table)
            continue
        rows = _rows(table) if len([*table.iter(*_CELLS)]) <= MOST_CELLS else []
        top = [*takewhile(lambda row: all(is_head or not words for words, is_head in row), rows)]
        lines = row_lines(_heads(top), [[words for words, _ in row] for row in rows[len(top) :]])
        if top and lines and max(map(len, top)) <= MOST_HEADS:
            _replace(table, [*map(words_of, table.iter("caption")), *lines])
        # Who reads the table from here on would fill whole pages with the cells that one spans.
        etree.strip_attributes(table, "colspan", "rowspan")


def _is_layout(table: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether a table only places text: it has no heads, and one of its cells holds paragraphs."""
    if (
        table.get("role") == "presentation"
        or next(table.iterdescendants("div", "h1", "h2"), None) is not None
    ):
        return next(table.iter("th"), None) is None
    return any(len(words_of(cell)) > LONGEST_CELL for cell in table.iter(*_CELLS))


def _unfold(table: Any) -> None:  # noqa: ANN401 - lxml has no types
    for node in [table, *table.iter(*_ROWS, *_CELLS)]:
        node.tag = "div"


def _rows(table: Any) -> list[_Row]:  # noqa: ANN401 - lxml has no types
    """The rows with every cell at its place; what spans several is repeated."""
    rows: list[_Row] = []
    reaching: dict[int, _Reaching] = {}
    for line in table.iter("tr"):
        waiting, reaching = reaching, {}
        row: _Row = []
        for cell in (*line.iterchildren(*_CELLS), None):
            while len(row) in waiting:
                _place(row, reaching, *waiting[len(row)])
            if cell is not None and len(row) < MOST_COLUMNS:
                is_head = cell.tag == "th" or line.getparent().tag == "thead"
                for _ in range(_span(cell, "colspan")):
                    _place(row, reaching, _span(cell, "rowspan"), (_words(cell), is_head))
        rows.append(row)
    return [row for row in rows if any(words for words, _ in row)]


def _words(cell: Any) -> str:  # noqa: ANN401 - lxml has no types
    for line in cell.iter(*_LINES):
        line.tail = f" {line.tail or ''}"
    return words_of(cell)


def _place(row: _Row, reaching: dict[int, _Reaching], rows: int, cell: _Cell) -> None:
    """Put a cell at the end of a row, and into the ones below that it reaches into."""
    if rows > 1:
        reaching[len(row)] = (rows - 1, cell)
    row.append(cell)


def _span(cell: Any, name: str) -> int:  # noqa: ANN401 - lxml has no types
    written = (cell.get(name) or "").strip()
    known = written.isascii() and written.isdigit() and len(written) <= len(str(MOST_SPANNED))
    return max(1, min(int(written), MOST_SPANNED)) if known else 1


def _heads(top: Sequence[_Row]) -> list[str]:
    """The head of each column; what stands above several is put before each."""
    columns = zip_longest(*([words for words, _ in row] for row in top), fillvalue="")
    return [" ".join(dict.fromkeys(filter(None, column))) for column in columns]


def _replace(table: Any, lines: Sequence[str]) -> None:  # noqa: ANN401 - lxml has no types
    for part in [*table]:
        table.remove(part)
    table.tag, table.text = "div", None
    for line in lines:
        etree.SubElement(table, "p").text = line
