"""An index of four articles on disk."""

from pathlib import Path

import pytest

from bot.engines.tantivy_index import TantivyIndex
from tests.search.indexes import article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "index"


@pytest.fixture
def index(folder: Path) -> TantivyIndex:
    made = TantivyIndex.create(folder, "this database")
    made.apply(
        [
            article(1, "ferri sail ferri", "storm pier", outlet="post", day=20240305),
            article(2, "ferri pier", outlet="echo", day=20240401),
            article(3, "electr car", "car electr storm"),
            article(4, "ferri storm", collection=2, outlet="post", day=20240305),
        ],
        7,
    )
    return made
