"""From files to drafts, whatever is in the files."""

import json
import subprocess
import sys
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.article import Draft, Rejection
from bot.articles.metadata import Metadata
from bot.articles.readers.formats import MAX_FILE_BYTES, SUFFIXES, drafts
from bot.wording.messages import Messages
from tests.articles.examples import PHRASES
from tests.shared import CHECKOUT

TEXT = "The ferry ran again on Monday.\n"
MESSAGES = {
    path.stem: Messages("en", path.read_text(encoding="utf-8"))
    for path in (CHECKOUT / "prompts" / "en").glob("*.ftl")
}


def read(name: str, content: bytes, facts: Metadata | None = None) -> list[Draft | Rejection]:
    return list(drafts(name, BytesIO(content), name, facts or Metadata(), PHRASES))


def refusal(name: str, content: bytes) -> str:
    (rejection,) = read(name, content)
    assert isinstance(rejection, Rejection)
    assert rejection.source == name
    return rejection.error.utterance


def one(name: str, content: bytes, facts: Metadata | None = None) -> Draft:
    (draft,) = read(name, content, facts)
    assert isinstance(draft, Draft)
    return draft


def test_a_text_file_is_kept_whole_with_the_facts_it_states() -> None:
    text = f"---\na: b\n---\nAuthor: Ann Lee\nhttps://example.org/f\n\n{TEXT}"
    draft = one("a.TXT", text.replace("\n", "\r\n").encode(), Metadata(author="Bo Marsh"))
    assert draft.text == text
    assert (draft.author, draft.url, draft.key) == ("Bo Marsh", "https://example.org/f", "a.TXT")


def test_the_boilerplate_of_a_text_is_marked() -> None:
    draft = one("a.txt", f"Author: Ann Lee\n{TEXT}".encode())
    assert [draft.text[mark.start : mark.end] for mark in draft.marks] == ["Author: Ann Lee"]


def test_a_title_from_outside_wins() -> None:
    draft = one("a.md", f"# Ferry\n{TEXT}".encode(), Metadata(title="Ferry news"))
    assert (draft.title, draft.title_origin) == ("Ferry news", "metadata")


@pytest.mark.parametrize("suffix", [".html", ".htm"])
def test_a_web_page_is_read(suffix: str) -> None:
    assert one(f"a{suffix}", f"<p>{TEXT} It was late again.</p>".encode()).text.startswith(
        "The ferry"
    )


def test_one_bad_article_of_a_list_is_named_and_the_others_go_in() -> None:
    first, bad, last = read("a.json", json.dumps([{"text": TEXT}, 5, {"text": TEXT}]).encode())
    assert isinstance(first, Draft)
    assert isinstance(bad, Rejection)
    assert isinstance(last, Draft)
    assert (first.key, bad.source, last.key) == ("a.json#1", "a.json#2", "a.json#3")


def test_a_single_object_is_known_by_its_file() -> None:
    assert one("a.json", json.dumps({"text": TEXT}).encode()).key == "a.json"


def test_one_bad_line_is_named_and_the_others_go_in() -> None:
    good = json.dumps({"text": TEXT}).encode()
    found = read("a.jsonl", b"\n".join([good, b"", b"{bad", b"[]", good]))
    assert [type(item) for item in found] == [Draft, Rejection, Rejection, Draft]
    assert [item.source for item in found] == [
        "a.jsonl",
        "a.jsonl, line 3",
        "a.jsonl, line 4",
        "a.jsonl",
    ]


def test_a_broken_line_is_named_by_its_line_in_the_file() -> None:
    good = json.dumps({"text": TEXT}).encode()
    broken = read("a.jsonl", b"\n".join([good, b"", b'{"text": "x"', good, b'{"text": }', b"{"]))[
        1:
    ]
    lines = [one.error.variables["line"] for one in broken if isinstance(one, Rejection)]
    assert lines == [3, 5, 6]


def test_a_line_that_is_too_long_is_refused_and_the_next_is_read() -> None:
    content = (
        b'{"text":"' + b"a" * (2 * MAX_FILE_BYTES) + b'"}\n' + json.dumps({"text": TEXT}).encode()
    )
    long, good = read("a.jsonl", content)
    assert isinstance(long, Rejection)
    assert (long.source, long.error.utterance) == ("a.jsonl, line 1", "refused/too_large")
    assert isinstance(good, Draft)


@pytest.mark.parametrize("end", [b"", b"x"])
def test_a_file_of_five_megabytes_is_the_largest(end: bytes) -> None:
    found = read("a.txt", b"a" * MAX_FILE_BYTES + end)
    assert [type(item) for item in found] == [Rejection if end else Draft]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_blank_file_is_refused(suffix: str) -> None:
    assert refusal(f"a{suffix}", b"\n \n") == "refused/empty"


@pytest.mark.parametrize(
    ("name", "content", "utterance"),
    [
        ("a.pdf", b"words", "pdf"),
        ("a.doc", b"words", "unknown_format"),
        ("words", b"words", "unknown_format"),
        ("a.txt", b"\xef\xbb\xbf\xe2\x80\x8b", "empty"),
        ("a.txt", b"12 * 12 = 144", "no_words"),
        ("a.md", b"\xff\xd8\xff\xe0", "not_text"),
        ("a.json", b"[]", "empty"),
    ],
)
def test_a_file_that_is_no_article_is_refused(name: str, content: bytes, utterance: str) -> None:
    assert refusal(name, content) == f"refused/{utterance}"


def test_a_file_name_that_is_no_text_can_be_stored() -> None:
    found = list(drafts("a.txt", BytesIO(TEXT.encode()), "b\udcff.txt", Metadata(), PHRASES))
    assert found[0].source == "b?.txt"


_PIECES = st.sampled_from(
    [
        *(
            b"---\n",
            b"a: ",
            b"title: ",
            b"&x ",
            b"*x",
            b"[",
            b"\n",
            b"word ",
            b"\xff\xfe",
            b"\xe9",
            b"\0",
        ),
        *(b"<p>", b"<html>", b"</p>", b"<meta charset=", b"<!--", b'<script type="', b"}"),
        *(b'{"text":', b'"word"', b'{"text":"A word"}'),
    ]
)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(content=st.binary() | st.lists(_PIECES).map(b"".join))
def test_any_bytes_end_in_drafts_or_in_words_for_a_person(suffix: str, content: bytes) -> None:
    for item in read(f"a{suffix}", content):
        if isinstance(item, Draft):
            assert item.title.strip()
            assert item.text.encode()
        else:
            spoken(item)


def spoken(rejection: Rejection) -> None:
    feature, _, name = rejection.error.utterance.partition("/")
    assert MESSAGES[feature].variables(name) == set(rejection.error.variables)


def test_importing_the_readers_loads_no_parser() -> None:
    heavy = "{'yaml', 'lxml', 'trafilatura', 'pydantic', 'charset_normalizer'}"
    code = f"import sys, bot.articles.readers.formats; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
