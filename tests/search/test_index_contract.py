"""The contract of an index can be kept by an engine of a hundred lines."""

import pytest

from bot.search.passage_index import PassageIndex
from tests.search.index_contract import IndexContract
from tests.search.memory_index import MemoryIndex


class TestMemoryIndex(IndexContract):
    """The contract, in memory."""

    @pytest.fixture
    def empty(self) -> PassageIndex:
        return MemoryIndex("this database")
