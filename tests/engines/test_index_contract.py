"""The embedded engine keeps the contract of an index."""

from pathlib import Path

import pytest

from bot.engines.tantivy_index import TantivyIndex
from bot.search.passage_index import PassageIndex
from tests.search.index_contract import IndexContract


class TestTantivyIndex(IndexContract):
    """The contract, on disk."""

    @pytest.fixture
    def empty(self, folder: Path) -> PassageIndex:
        return TantivyIndex.create(folder, "this database")
