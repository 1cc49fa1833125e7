"""Tables as text: each row on a line that carries its heads, so that one can be quoted alone."""

from collections.abc import Sequence

# Characters of a row; longer ones have sentences in their cells, and are no data.
LONGEST_ROW = 600


def row_lines(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as lines such as `Line: 7 | Fare: 3 crowns`; empty when one would be too long.

    A cell without a head stands as it is, an empty cell is left out.
    """
    lines = [" | ".join(_cells(heads, row)) for row in rows]
    return (
        [line for line in lines if line] if max(map(len, lines), default=0) <= LONGEST_ROW else []
    )


def _cells(heads: Sequence[str], row: Sequence[str]) -> list[str]:
    padded = [*heads, *[""] * (len(row) - len(heads))]
    pairs = [
        (_plain(head).rstrip(": "), _plain(cell)) for head, cell in zip(padded, row, strict=False)
    ]
    return [f"{head}: {cell}" if head else cell for head, cell in pairs if cell]


def _plain(cell: str) -> str:
    return " ".join(cell.replace("|", "/").split())
