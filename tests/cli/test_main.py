"""The commands, their JSON, their exit codes, and what they say on bad input."""

import json
from pathlib import Path

import pytest

from tests.commands import Done, Object, Pullquote, is_a_sentence
from tests.examples import HARBOUR, MINE, ORCHARD, SATELLITE, article, news

DREDGED = HARBOUR[HARBOUR.index("Dredgers") : HARBOUR.index(" The harbour master")]

ARTICLE = set(
    "id version title title_origin outlet author published url language collection source topics "
    "text excerpt marks".split()
)
QUOTE = set("article_id version start end text outlet title author published url source".split())
CITED = QUOTE | {"passage_start", "passage_end"}
ANSWER = set(
    "query found quotes answer articles_matched articles_total "
    "state closest missing nearest did_you_mean widened differs corrected".split()
)
HIT = {"rank", "score", "article_id", "start", "end", "text"}


def own(pullquote: Pullquote) -> dict[str, str]:
    """The texts of the three articles, taken in, by id."""
    assert pullquote("ingest", str(news(pullquote.folder / "news"))).code == 0
    return {one["id"]: one["text"] for one in pullquote("articles", "--json").objects}


def slices(texts: dict[str, str], quotes: list[Object]) -> bool:
    return all(texts[q["article_id"]][q["start"] : q["end"]] == q["text"] for q in quotes)


def test_an_ingest_tells_what_became_of_each_file(pullquote: Pullquote) -> None:
    folder = news(pullquote.folder / "news")
    (folder / "empty.txt").touch()
    done = pullquote("ingest", str(folder), "--json")
    refused = done.object.pop("refused")
    assert (done.code, done.err) == (0, "")
    assert {key: done.object[key] for key in ("added", "updated", "unchanged")} == {
        "added": 3,
        "updated": 0,
        "unchanged": 0,
    }
    assert [Path(item["path"]).name for item in refused] == ["empty.txt"]
    assert is_a_sentence(refused[0]["reason"])


def test_the_same_files_again_change_nothing_and_a_changed_one_is_updated(
    pullquote: Pullquote,
) -> None:
    own(pullquote)
    assert pullquote("ingest", "news", "--json").object["unchanged"] == 3
    article(pullquote.folder / "news", "satellite.md", SATELLITE.replace("nine", "ten"))
    report = pullquote("ingest", "news", "--json").object
    assert (report["added"], report["updated"], report["unchanged"]) == (0, 1, 2)
    assert report["told"] == []


def test_what_goes_in_otherwise_than_its_name_says_is_told(pullquote: Pullquote) -> None:
    own(pullquote)
    folder = pullquote.folder / "news"
    article(folder, "satellite.md", ORCHARD.replace("Apple", "Pear").replace("April", "late"))
    article(folder, "copy.txt", HARBOUR)
    done = pullquote("ingest", "news", "--json")
    assert (done.code, done.err) == (0, "")
    notes = {Path(told["path"]).name: told["note"] for told in done.object["told"]}
    assert notes.keys() == {"copy.txt", "satellite.md"}
    assert all(map(is_a_sentence, notes.values()))
    article(folder, "satellite.md", MINE)
    done = pullquote("ingest", "news")
    assert done.out == "Done: 1 new, 0 updated, 3 unchanged.\n"
    assert "satellite.md: Another article is known under this name" in done.err


def test_an_ingest_for_a_person_counts_and_names_the_refused(pullquote: Pullquote) -> None:
    folder = news(pullquote.folder / "news")
    (folder / "empty.txt").touch()
    done = pullquote("ingest", "news")
    assert done.out == "Done: 3 new, 0 updated, 0 unchanged.\n"
    assert "empty.txt: There is no text in it." in done.err


def test_an_ingest_that_takes_nothing_in_fails(pullquote: Pullquote) -> None:
    assert pullquote("ingest", "nowhere.txt").code == 1


def test_a_folder_without_articles_is_nothing_found(pullquote: Pullquote) -> None:
    (pullquote.folder / "bare").mkdir()
    done = pullquote("ingest", "bare")
    assert done.code == 3
    assert is_a_sentence(done.err)


def test_an_ingest_does_not_bring_the_sample_articles_and_hides_them_later(
    pullquote: Pullquote, sample: Path
) -> None:
    before = pullquote("articles", "--json").objects
    assert {one["collection"] for one in before} == {"sample"}
    own(pullquote)
    assert {one["collection"] for one in pullquote("articles", "--json").objects} == {"operator"}
    assert pullquote("ingest", "news", "--data", str(sample.with_name("other"))).err == ""
    fresh = pullquote("articles", "--json", "--data", str(sample.with_name("other"))).objects
    assert len(fresh) == 3


def test_the_first_reading_command_fills_an_empty_data_folder_and_says_so(
    pullquote: Pullquote,
) -> None:
    done = pullquote("brief", "sanctions", "--json")
    assert done.code == 0
    assert done.object["found"]
    assert "sample articles" in done.err
    assert pullquote("brief", "sanctions", "--json").err == ""


def test_quiet_leaves_the_notices_out(pullquote: Pullquote) -> None:
    assert pullquote("brief", "sanctions", "--json", "--quiet").err == ""


def test_the_data_folder_is_the_option_then_the_setting(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULLQUOTE_DATA", "set")
    news(pullquote.folder / "news")
    pullquote("ingest", "news")
    pullquote("ingest", "news", "--data", "given")
    assert (pullquote.folder / "set" / "pullquote.db").exists()
    assert (pullquote.folder / "given" / "pullquote.db").exists()
    assert not (pullquote.folder / "data").exists()


def test_articles_have_the_promised_shape(pullquote: Pullquote) -> None:
    own(pullquote)
    objects = pullquote("articles", "--json").objects
    assert [set(one) for one in objects] == [ARTICLE] * 3
    unstated = objects[2]
    assert (unstated["outlet"], unstated["published"], unstated["url"]) == (None, None, None)
    one = pullquote("articles", objects[0]["id"], "--json").object
    assert one == objects[0]


def test_articles_are_listed_and_shown_to_a_person(pullquote: Pullquote, sample: Path) -> None:
    assert sample.exists()
    listed = pullquote("articles")
    assert listed.code == 0
    assert "Articles 1–10 of" in listed.out
    assert "Articles 21–" in listed.out
    first = pullquote("articles", "--json").objects[0]
    shown = pullquote("articles", first["id"])
    assert first["title"] in shown.out


def test_an_article_that_is_not_there_is_told(pullquote: Pullquote, sample: Path) -> None:
    assert sample.exists()
    done = pullquote("articles", "nosuchid")
    assert (done.code, done.out) == (3, "")
    assert "nosuchid" in done.err


def test_no_articles_at_all_is_nothing_found(pullquote: Pullquote) -> None:
    own(pullquote)
    for one in pullquote("articles", "--json").objects:
        pullquote("chat", typed=f"/articles remove {one['id']}\n")
    assert pullquote("articles", "--json") == Done(3, "", "")
    assert pullquote("articles").code == 3
    assert "no articles yet" in pullquote("brief", "quay").out


def test_a_search_ranks_passages_from_one(pullquote: Pullquote) -> None:
    texts = own(pullquote)
    found = pullquote("search", "frost harvest", "-k", "2", "--json").object
    assert set(found) == {"query", "results"}
    assert [set(hit) for hit in found["results"]] == [HIT] * len(found["results"])
    assert [hit["rank"] for hit in found["results"]] == [1]
    assert slices(texts, found["results"])


def test_a_search_for_a_person_shows_the_passages(pullquote: Pullquote) -> None:
    own(pullquote)
    assert "Half of the blossom was lost" in pullquote("search", "blossom").out
    assert pullquote("search", "zeppelin").code == 3


@pytest.mark.parametrize("command", ["brief", "ask"])
def test_an_answer_has_the_promised_shape_and_quotes_slices(
    pullquote: Pullquote, command: str
) -> None:
    texts = own(pullquote)
    answer = pullquote(command, "tonnes of silt in the harbour", "--json").object
    assert set(answer) == ANSWER
    assert answer["found"]
    assert [set(quote) for quote in answer["quotes"]] == [CITED] * len(answer["quotes"])
    for quote in answer["quotes"]:
        assert quote["passage_start"] <= quote["start"] < quote["end"] <= quote["passage_end"]
    assert slices(texts, answer["quotes"])
    assert (answer["articles_matched"], answer["articles_total"]) == (1, 3)


def test_the_answer_lies_inside_one_of_the_quotes(pullquote: Pullquote) -> None:
    texts = own(pullquote)
    answer = pullquote("ask", "How many tonnes of silt were moved?", "--json").object
    span = answer["answer"]
    assert "40,000" in span["text"]
    assert slices(texts, [span])
    assert any(
        quote["article_id"] == span["article_id"]
        and quote["start"] <= span["start"]
        and span["end"] <= quote["end"]
        for quote in answer["quotes"]
    )


@pytest.mark.parametrize("command", ["brief", "ask"])
def test_what_the_articles_do_not_say_is_declined(pullquote: Pullquote, command: str) -> None:
    own(pullquote)
    done = pullquote(command, "zeppelin regatta", "--json")
    answer = done.object
    assert done.code == 3
    assert (answer["found"], answer["quotes"], answer["answer"]) == (False, [], None)
    assert "harbour" in answer["nearest"]
    assert "is not in my articles" in pullquote(command, "zeppelin regatta").out


def test_a_typing_error_is_mended(pullquote: Pullquote) -> None:
    own(pullquote)
    done = pullquote("brief", "blosom", "--json")
    assert (done.object["found"], done.object["did_you_mean"]) == (True, None)
    assert done.object["corrected"] == {"blosom": "blossom"}


def test_quotes_are_shown_word_for_word(pullquote: Pullquote) -> None:
    own(pullquote)
    assert DREDGED in pullquote("brief", "silt dredgers").out
    assert "**" not in pullquote("brief", "silt dredgers").out


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--outlet", "velden  WEEKLY"], True),
        (["--outlet", "Lumen Courier"], False),
        (["--since", "2024-04-22"], True),
        (["--since", "2024-04-23"], False),
        (["--until", "2024-04-22"], True),
        (["--until", "2024-04-21"], False),
        (["--since", "2024-04-01", "--until", "2024-04-30"], True),
    ],
)
def test_filters_leave_articles_out(
    pullquote: Pullquote, options: list[str], *, found: bool
) -> None:
    own(pullquote)
    assert pullquote("brief", "frost", "--json", *options).object["found"] is found
    assert bool(pullquote("search", "frost", "--json", *options).object["results"]) is found


def test_a_filter_that_hides_everything_is_told(pullquote: Pullquote) -> None:
    own(pullquote)
    assert "try without them" in pullquote("brief", "frost", "--until", "2020-01-01").out


def test_a_batch_answers_every_line_with_one_object(pullquote: Pullquote) -> None:
    own(pullquote)
    typed = 'frost\n\nzeppelin\n[silt] AND (quay:*) "\n'
    for command in ("brief", "ask", "search"):
        done = pullquote(command, "-", typed=typed)
        assert done.code == 0
        assert [one["query"] for one in done.objects] == typed.splitlines()
    assert pullquote("brief", "-", typed="zeppelin\n").code == 3
    assert pullquote("brief", "-", typed="") == Done(3, "", "")


def test_a_wrong_line_of_a_batch_is_told_and_the_others_are_answered(pullquote: Pullquote) -> None:
    own(pullquote)
    for command in ("brief", "ask", "search"):
        done = pullquote(command, "-", typed="frost\nfrost since:24/1/1\nfrost\n")
        first, wrong, last = done.objects
        assert (done.code, first) == (0, last)
        assert wrong["query"] == "frost since:24/1/1"
        assert sorted(wrong) == ["error", "query"]
        assert is_a_sentence(wrong["error"])
    assert pullquote("brief", "-", typed="frost on:24\n").code == 2


def test_a_wrong_day_of_asking_is_told(pullquote: Pullquote) -> None:
    own(pullquote)
    for command in ("brief", "ask", "search"):
        for typed in ("frost", "-"):
            done = pullquote(command, typed, "--now", "2024-13-01", typed="frost\n")
            assert (done.code, done.out) == (2, "")
            assert "2024-13-01" in done.err


def test_a_batch_with_bytes_that_are_no_text_goes_on(pullquote: Pullquote) -> None:
    own(pullquote)
    done = pullquote("brief", "-", typed=b"\xff\xfe\x00\nfrost\n")
    assert [one["found"] for one in done.objects] == [False, True]


def test_a_collection_is_seen_with_the_operators(pullquote: Pullquote) -> None:
    own(pullquote)
    article(pullquote.folder / "more", "frost.md", "A frost warning for the coast. Stay in.")
    pullquote("ingest", "more", "--collection", "77")
    seen = pullquote("brief", "frost", "--json", "--collection", "77").object
    assert (seen["articles_matched"], seen["articles_total"]) == (2, 4)
    assert pullquote("brief", "frost", "--json").object["articles_total"] == 3
    assert len(pullquote("articles", "--json", "--collection", "77").objects) == 4


def test_chat_answers_a_pipe_and_ends_with_it(pullquote: Pullquote, sample: Path) -> None:
    assert sample.exists()
    done = pullquote("chat", typed="/brief sanctions\n")
    assert (done.code, done.err) == (0, "")
    assert "1. " in done.out
    assert "Sample " in done.out


def test_without_a_command_or_a_token_it_talks_here(pullquote: Pullquote, sample: Path) -> None:
    assert sample.exists()
    assert pullquote() == Done(0, "", "")
    told = pullquote("run")
    assert (told.code, told.out) == (0, "")
    assert "DISCORD_TOKEN is not set" in told.err


def test_registering_commands_needs_a_token(pullquote: Pullquote) -> None:
    done = pullquote("sync")
    assert done.code == 78
    assert is_a_sentence(done.err)


def test_json_is_the_only_thing_on_standard_output(pullquote: Pullquote) -> None:
    done = pullquote("articles", "--json")
    assert all(isinstance(json.loads(line), dict) for line in done.out.splitlines())
    assert "sample articles" in done.err
