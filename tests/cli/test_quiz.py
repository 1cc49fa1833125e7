"""`pullquote quiz` prints questions, explains itself, and is played."""

from pathlib import Path

import pytest

from tests.commands import Pullquote
from tests.examples import article

KEYS = (
    "id kind question options answer_index article_id quote start end answer_text answer_start "
    "answer_end explanation value tier score"
).split()


def test_questions_have_the_promised_shape(pullquote: Pullquote, sample: Path) -> None:
    done = pullquote("quiz", "--count", "6", "--seed", "1", "--json", "--data", str(sample))
    assert done.code == 0
    assert len(done.objects) == 6
    texts = {
        one["id"]: one["text"]
        for one in pullquote("articles", "--json", "--data", str(sample)).objects
    }
    for item in done.objects:
        assert list(item) == KEYS
        text = texts[item["article_id"]]
        assert text[item["start"] : item["end"]] == item["quote"] == item["explanation"]
        assert text[item["answer_start"] : item["answer_end"]] == item["answer_text"]
        fewest, most = (0, 0) if item["kind"] == "guess_number" else (2, 5)
        assert fewest <= len(item["options"]) <= most
        assert item["tier"] in ("A", "B")


def test_a_seed_repeats_itself(pullquote: Pullquote, sample: Path) -> None:
    def ids(seed: str) -> list[str]:
        options = ("--count", "4", "--seed", seed, "--json", "--data", str(sample))
        return [item["id"] for item in pullquote("quiz", *options).objects]

    assert ids("1") == ids("1")
    assert ids("1") != ids("2")


def test_a_topic_without_articles_has_no_questions(pullquote: Pullquote, sample: Path) -> None:
    done = pullquote("quiz", "--topic", "zeppelin", "--json", "--data", str(sample))
    assert (done.code, done.out) == (3, "")


def test_it_tells_how_many_facts_each_rule_turned_away(pullquote: Pullquote, sample: Path) -> None:
    told = pullquote("quiz", "--explain", "--json", "--data", str(sample)).object
    assert told["articles"] == 29
    assert {"kind", "made"} == set(told["made"][0])
    assert {"kind", "gate", "rejected"} == set(told["rejected"][0])
    shown = pullquote("quiz", "--explain", "--data", str(sample)).out
    assert shown.startswith("Facts of 29 articles:")
    assert "is_one_or_two" in shown


def test_it_is_played_until_the_input_ends(pullquote: Pullquote, sample: Path) -> None:
    done = pullquote("quiz", "--data", str(sample), typed="a\n")
    assert done.code == 0
    assert "A" in done.out


def test_without_questions_there_is_nothing_to_play(pullquote: Pullquote, tmp_path: Path) -> None:
    article(tmp_path / "news", "plain.md", "Nothing to count here.", title="Plain")
    pullquote("ingest", str(tmp_path / "news"))
    assert pullquote("quiz").code == 3


@pytest.mark.parametrize("count", ["0", "1001", "many"])
def test_a_count_that_is_none_is_refused(pullquote: Pullquote, count: str) -> None:
    assert pullquote("quiz", "--count", count).code == 2
