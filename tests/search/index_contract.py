"""What every engine behind `PassageIndex` must do: a class to inherit, with an empty index."""

from collections.abc import Iterator, Sequence

import pytest

from bot.search.passage_index import Filters, IndexedArticle, IndexState, PassageIndex, number_of
from tests.search.indexes import EVERYTHING, article, found, rows

FERRIES = [
    article(1, "ferri sail ferri", "storm pier", outlet="post", day=20240305),
    article(2, "ferri pier", outlet="echo", day=20240401),
    article(3, "electr car", "car electr storm"),
    article(4, "ferri storm", collection=2, outlet="post", day=20240305),
]
PHRASED = [
    article(1, "night ferri sail"),
    article(2, "ferri sail by night"),
    article(3, "night", "sail", title="ferri sail over sea"),
    article(4, "night ferri", collection=2),
    article(5, "night nightferri ferri"),
]


def phrase(*phrases: str, without: Sequence[str] = ()) -> Filters:
    return Filters(
        phrases=tuple(tuple(words.split()) for words in phrases),
        without=tuple(tuple(words.split()) for words in without),
    )


class IndexContract:
    """Its tests run for each class that inherits it and has a fixture `empty`.

    `empty` is a new index of the database "this database".
    """

    @pytest.fixture
    def index(self, empty: PassageIndex) -> PassageIndex:
        """An index of four articles."""
        empty.apply(FERRIES, 7)
        return empty

    @pytest.fixture
    def phrased(self, empty: PassageIndex) -> PassageIndex:
        """An index of five articles that say the same words in other orders."""
        empty.apply(PHRASED, 1)
        return empty

    def test_it_says_what_it_holds(self, empty: PassageIndex) -> None:
        assert (empty.state, len(empty)) == (IndexState("this database", 0), 0)
        assert empty.is_whole(0)
        empty.apply(FERRIES, 7)
        assert (empty.state, len(empty)) == (IndexState("this database", 7), 6)
        assert empty.is_whole(6)
        assert not empty.is_whole(5)
        assert not empty.is_whole(7)
        assert not empty.is_wasteful(6)

    def test_what_fails_halfway_leaves_it_as_it_was(self, index: PassageIndex) -> None:
        def broken() -> Iterator[IndexedArticle]:
            yield article(1, "whale")
            raise KeyError("the next article")

        with pytest.raises(KeyError):
            index.apply(broken(), 8)
        assert index.state.change == 7
        assert found(index, "whale") == []
        assert found(index, "sail") == [10]

    def test_passages_with_a_word_are_found_best_first(self, index: PassageIndex) -> None:
        assert found(index, "ferri") == [10, 20]
        assert found(index, "ferri", limit=1) == [10]
        assert set(found(index, "sail", "storm")) == {10, 11, 31}
        assert found(index, "unknown") == []

    def test_a_way_of_several_terms_needs_all_of_them(self, index: PassageIndex) -> None:
        assert set(found(index, "electr car")) == {30, 31}
        assert found(index, "electr ferri") == []
        either = index.candidates([[("electr", "storm"), ("sail",)]], [1], EVERYTHING, 10)
        assert set(rows(either)) == {31, 10}

    def test_nothing_asked_finds_nothing(self, index: PassageIndex) -> None:
        assert found(index) == []
        assert found(index, "ferri", collections=[]) == []
        assert rows(index.similar("ferri", [], 10)) == []

    def test_collections_never_mix(self, index: PassageIndex) -> None:
        assert found(index, "ferri", collections=[2]) == [40]
        assert set(found(index, "ferri", collections=[1, 2])) == {10, 20, 40}
        assert found(index, "ferri", collections=[3]) == []
        assert index.frequency([("ferri",)], [1]) == 2
        assert index.frequency([("ferri",)], [2]) == 1
        assert index.frequency([("ferri",)], [1, 2]) == 3

    def test_filters_leave_other_outlets_and_days_out(self, index: PassageIndex) -> None:
        assert found(index, "ferri", filters=Filters(outlets=("post",))) == [10]
        assert found(index, "ferri", filters=Filters(outlets=("Post",))) == []
        assert set(found(index, "ferri", filters=Filters(outlets=("post", "echo")))) == {10, 20}
        assert found(index, "ferri", filters=Filters(outlets=())) == []
        assert found(index, "ferri", filters=Filters(since=20240306)) == [20]
        assert found(index, "ferri", filters=Filters(until=20240305)) == [10]
        assert set(found(index, "ferri", filters=Filters(since=20240305, until=20240401))) == {
            10,
            20,
        }
        assert found(index, "ferri", filters=Filters(("echo",), 20240101, 20240331)) == []
        assert found(index, "car", filters=Filters(since=1)) == []

    def test_frequencies_count_passages(self, index: PassageIndex) -> None:
        assert index.frequency([("storm",)], [1]) == 2
        assert index.frequency([("unknown",)], [1]) == 0
        assert index.frequency([("electr", "car")], [1]) == 2
        assert index.frequency([("sail",), ("electr", "car")], [1]) == 3

    def test_deleted_passages_are_not_counted(self, index: PassageIndex) -> None:
        index.apply([article(1)], 8)
        assert index.frequency([("ferri",)], [1]) == 1
        assert found(index, "ferri") == [20]
        assert len(index) == 4

    def test_an_article_put_in_anew_replaces_itself(self, index: PassageIndex) -> None:
        index.apply([article(1, "whale"), article(5)], 8)
        assert found(index, "whale") == [10]
        assert found(index, "sail") == []
        assert found(index, "ferri", collections=[2]) == [40]

    def test_mistyped_words_are_found_in_their_collection_only(self, index: PassageIndex) -> None:
        assert set(rows(index.similar("fery", [1], 10))) == set()
        assert set(rows(index.similar("feri", [1], 10))) == {10, 20}
        assert rows(index.similar("feri", [2], 10)) == [40]
        assert rows(index.similar("elektrr", [1], 10)) == [30, 31]
        assert rows(index.similar("stormy", [1], 1)) in ([11], [31])

    def test_a_word_of_six_letters_may_have_two_errors_and_a_shorter_one_one(
        self, index: PassageIndex
    ) -> None:
        assert rows(index.similar("starn", [1], 10)) == []
        assert set(rows(index.similar("storn", [1], 10))) == {11, 31}
        assert set(rows(index.similar("sttrmm", [1], 10))) == {11, 31}

    @pytest.mark.parametrize(("mine", "other"), [(7, 8), (7, 77), (1, 12)])
    def test_similar_words_of_another_collection_stay_there(
        self, empty: PassageIndex, mine: int, other: int
    ) -> None:
        empty.apply(
            [article(1, "sanction", collection=mine), article(2, "sanction", collection=other)], 1
        )
        assert rows(empty.similar("sanctio", [mine], 10)) == [10]
        assert rows(empty.similar("sanctio", [other], 10)) == [20]

    def test_the_terms_of_a_match_are_those_of_its_article(self, index: PassageIndex) -> None:
        index.apply([article(8, "whale sea", "whale", version=3, title="calf")], 8)
        matches = index.candidates([[("whale",)], [("ferri",)]], [1], EVERYTHING, 10)
        records = index.records(matches)
        assert [record.article for record in records] == [match.article for match in matches]
        whale = next(record for record in records if record.article == 8)
        assert whale.version == 3
        assert whale.terms.tolist() == [number_of(term) for term in "calf whale sea whale".split()]
        assert [whale.span(0), whale.span(1)] == [(0, 9), (10, 19)]
        assert index.records([]) == []

    def test_passages_of_one_article_share_its_terms(self, index: PassageIndex) -> None:
        one, other = index.records(index.candidates([[("car",)]], [1], EVERYTHING, 10))
        assert one is other

    def test_a_title_is_found_with_every_passage_of_its_article(self, index: PassageIndex) -> None:
        index.apply([article(8, "sea", "wave", title="whale calf")], 8)
        assert set(found(index, "whale")) == {80, 81}
        assert set(found(index, "calf wave")) == {81}
        assert index.frequency([("whale",)], [1]) == 2

    def test_a_match_tells_the_day(self, index: PassageIndex) -> None:
        matches = index.candidates([[("ferri",)], [("car",)]], [1], EVERYTHING, 10)
        assert {match.article: match.day for match in matches} == {1: 20240305, 2: 20240401, 3: 0}

    def test_the_words_of_a_phrase_must_all_be_there_and_come_first_in_order(
        self,
        phrased: PassageIndex,
    ) -> None:
        both = found(phrased, "sail", "night", "ferri", filters=phrase("night ferri"))
        assert set(both) == {10, 20, 30, 50}
        assert both[-1] == 20
        assert found(phrased, "sail", filters=phrase("night whale")) == []
        assert found(phrased, "night", filters=phrase("by")) == [20]
        assert found(phrased, "sail", filters=phrase("night ferri", "by")) == [20]

    def test_a_phrase_is_sought_in_every_collection(self, phrased: PassageIndex) -> None:
        both = found(phrased, "night", collections=[1, 2], filters=phrase("night ferri"))
        assert set(both) == {10, 20, 30, 40, 50}
        assert both[-1] == 20
        assert found(phrased, "night", collections=[2], filters=phrase("night ferri")) == [40]

    def test_passages_with_a_word_that_is_not_wanted_are_left_out(
        self, phrased: PassageIndex
    ) -> None:
        assert set(found(phrased, "night", filters=phrase(without=["sail"]))) == {50}
        assert found(phrased, "night", filters=phrase(without=["night", "sail"])) == []
        assert set(found(phrased, "night", filters=phrase(without=["whale"]))) == {10, 20, 30, 50}
        assert found(phrased, "night", filters=phrase(without=["night ferri"])) == []
        assert found(phrased, "night", collections=[1, 2], filters=phrase(without=["ferri"])) == []

    @pytest.mark.parametrize("surface", ["½", "été", "ſ", "x" * 64])
    def test_any_term_is_found_as_it_was_put_in(self, index: PassageIndex, surface: str) -> None:
        index.apply([article(6, f"sea {surface}")], 8)
        assert found(index, surface) == [60]

    def test_a_small_collection_does_not_crowd_out_a_large_one(self, empty: PassageIndex) -> None:
        large = [article(n, "ferri sea sea sea") for n in range(1, 401)]
        small = [article(n, "ferri sea sea sea", collection=2) for n in range(501, 611)]
        best = article(700, "ferri ferri ferri ferri")
        empty.apply([*large, *small, best], 1)
        assert 7000 in found(empty, "ferri", collections=[1, 2], limit=100)
