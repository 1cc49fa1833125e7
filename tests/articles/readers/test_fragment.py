"""Pieces of HTML as lines of plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.readers.markup import fragment_text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("", ""),
        ("Plain words, 5 < 6.", "Plain words, 5 < 6."),
        ("Two\n  lines\n\n here ", "Two\nlines\nhere"),
        ("<p>One\n line.</p><p>Another <b>bold</b> one.</p>", "One line.\nAnother bold one."),
        ("Before<br>after<br/>end", "Before\nafter\nend"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ("Fish &amp; chips &eacute;", "Fish & chips é"),
        ("<p>A</p><script>x()</script> tail<style>y</style>", "A\ntail"),
        ("<figure><img><figcaption>Seen</figcaption></figure><p>Text</p>", "Text"),
        (
            "<figure><table><tr><td>Line</td></tr></table><figcaption>Seen</figcaption></figure>",
            "Line",
        ),
        ("<figure><blockquote>Said</blockquote><figcaption>Ada</figcaption></figure>", "Said"),
        ("<form><p>Name</p></form>Text<iframe src=x>y</iframe>", "Text"),
        ("<!-- hidden --><p>Seen</p>", "Seen"),
        ("<p>Broken <b>tag", "Broken tag"),
        ("a\x00b<p>c", "ab\nc"),
        ("<p></p>", ""),
        ("<p>Half \ud800a sign</p>", "Half a sign"),
    ],
)
def test_what_a_reader_sees_is_kept_a_paragraph_a_line(written: str, text: str) -> None:
    assert fragment_text(written) == text


@given(st.text(alphabet="<>/&;pbra \n\x00\ud800!-['\"", max_size=60))
def test_whatever_is_written_there_comes_some_text(written: str) -> None:
    lines = fragment_text(written).split("\n")
    assert all(line == " ".join(line.split()) for line in lines)
