"""The headline of a web page, without the name of its site."""

import pytest

from bot.articles.readers.html_titles import Titles, page_title

HEADLINE = "Ferry to the islands runs again"
MAIL = {"The Lindmouth Mail", "mail.example"}


@pytest.mark.parametrize(
    ("written", "sites"),
    [
        (f"{HEADLINE} - The Lindmouth Mail", MAIL),
        (f"{HEADLINE} | Lindmouth Mail", MAIL),
        (f"{HEADLINE}|Lindmouth Mail", MAIL),
        (f"{HEADLINE} » Lindmouth Mail", MAIL),
        (f"{HEADLINE} – Mail", MAIL),
        (f"{HEADLINE} | Mail.example", MAIL),
        (f"{HEADLINE} | LM", MAIL),
        (f"{HEADLINE} | News | The Lindmouth Mail", MAIL),
        (f"The Lindmouth Mail: {HEADLINE}", MAIL),
        (f"{HEADLINE}: BBC News", {"BBC"}),
        (f"{HEADLINE}: BBC News - BBC", {"BBC"}),
        (HEADLINE, MAIL),
        (HEADLINE, set()),
    ],
)
def test_the_site_is_no_part_of_a_title(written: str, sites: set[str]) -> None:
    assert page_title(Titles([written]), sites) == HEADLINE
    assert page_title(Titles(window=written), sites) == HEADLINE


@pytest.mark.parametrize(
    "title",
    [
        "Crew: Lindmouth ferry is safe",
        "Ferry - Lindmouth - runs",
        "Storm | What we know so far",
        "“We will sail » again”",
        "Mail ferry runs: crew is safe",
    ],
)
def test_a_piece_of_a_headline_stays(title: str) -> None:
    assert page_title(Titles([title]), MAIL) == title


@pytest.mark.parametrize(
    ("window", "title"),
    [
        (f"{HEADLINE} - The Harbour Post", HEADLINE),
        (f"{HEADLINE} - what we know", f"{HEADLINE} - what we know"),
        (f"{HEADLINE}: The Harbour Post", f"{HEADLINE}: The Harbour Post"),
        ("Ferry | The Harbour Post", "Ferry | The Harbour Post"),
    ],
)
def test_a_window_alone_is_cut_where_it_looks_like_a_site(window: str, title: str) -> None:
    assert page_title(Titles(window=window), set()) == title


@pytest.mark.parametrize(
    ("stated", "window", "headings", "title"),
    [
        (["Ferry runs"], f"{HEADLINE} - Post", [HEADLINE], HEADLINE),
        (["Ferry runs"], "Other words - Post", [HEADLINE], "Ferry runs"),
        (["Ferry runs", HEADLINE], None, ["Post", HEADLINE], HEADLINE),
        ([None], f"{HEADLINE} - Post", ["Post"], HEADLINE),
        ([], f"{HEADLINE} - News", ["News"], HEADLINE),
        ([], None, [HEADLINE], None),
        ([" "], " ", [], None),
    ],
)
def test_what_heading_and_head_agree_on_is_the_title(
    stated: list[str | None], window: str | None, headings: list[str], title: str | None
) -> None:
    assert page_title(Titles(stated, window, headings), {"Post"}) == title


@pytest.mark.parametrize(
    "written",
    ["Fish &amp; ships", "Fish & ships", "Fish&#32;&#38;#32;ships".replace("&#38;#32;", "& ")],
)
def test_what_was_escaped_twice_is_read(written: str) -> None:
    assert page_title(Titles([written]), set()) == "Fish & ships"


@pytest.mark.parametrize(
    ("first", "title"),
    [
        (["Boats sail again to Lindmouth"], "Boats sail again to Lindmouth"),
        (
            ["Storm over Quay Hill today", "Boats sail again to the isles"],
            "Boats sail again to the isles",
        ),
        (["Storm over Quay Hill today", "Mail for new readers"], "The isles: boats are back"),
        (["Post"], "The isles: boats are back"),
        (["Boats", "Sign in"], "The isles: boats are back"),
        ([], "The isles: boats are back"),
    ],
)
def test_a_printed_headline_goes_before_the_title_of_the_window(
    first: list[str], title: str
) -> None:
    page = Titles(window="The isles: boats are back", headings=first, first=first)
    assert page_title(page, {"Post"}) == title


def test_a_heading_that_is_the_small_part_of_a_window_is_the_name_of_the_site() -> None:
    site = "News of Quay Hill"
    window = f"{site} - the ferry to the islands runs again after the storm"
    assert page_title(Titles(window=window, first=[site]), set()) == window


@pytest.mark.parametrize(
    ("printed", "stated", "title"),
    [
        ("Storm in Lindmouth Two boats sink", "Storm in Lindmouth: Two boats sink", None),
        ("Storm:two boats sink", "Storm: two boats sink", None),
        ("Storm sinks ‘two’ boats", "Storm sinks \\'two\\' boats", "Storm sinks ‘two’ boats"),
    ],
)
def test_the_same_words_are_told_with_the_marks_that_the_head_states(
    printed: str, stated: str, title: str | None
) -> None:
    assert page_title(Titles([stated], None, [printed]), set()) == (title or stated)
