"""Words that may have been written down as HTML."""

import pytest

from bot.articles.readers.written import plain_line, plain_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The caf&eacute; &amp; the mayor&#39;s &quot;no&quot;", 'The café & the mayor\'s "no"'),
        ("30&nbsp;per cent &mdash; more &#x20AC;5", "30\xa0per cent — more €5"),
        ("AT&T and R&D; a < b and c > d", "AT&T and R&D; a < b and c > d"),
        ("x &notanentity; y &copy=1 &amp z", "x &notanentity; y &copy=1 &amp z"),
        ("<p>One.</p><p>Two <b>more</b>.</p><script>track()</script>", "One.\nTwo more."),
        ("<p>If a < b, AT&T pays.</p>", "If a < b, AT&T pays."),
        ("<div>See <name> of it.<br>Then</div>", "See <name> of it.\nThen"),
        ("First <b>one</b>.\n\nSecond <a href='x'>one</a>.", "First one.\n\nSecond one."),
        ("Type <name> and <3", "Type <name> and <3"),
        ("One.<!-- p { } -->Two.<style>p{}</style>", "One.Two."),
        ("Plain words.\n\nMore of them.\n", "Plain words.\n\nMore of them.\n"),
        ("Twice: &amp;eacute;", "Twice: &eacute;"),
    ],
)
def test_tags_and_entities_are_read_and_all_else_is_kept(written: str, read: str) -> None:
    assert plain_text(written) == read


def test_a_line_is_one_line() -> None:
    assert plain_line("<b>Caf&eacute;</b>\n closes") == "Café closes"
    assert plain_line(None) is None
