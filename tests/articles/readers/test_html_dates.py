"""The day on which a page was published."""

import pytest

from bot.articles.readers.html_dates import published_day, read_date
from tests.articles.readers.pages import read

DAY = "2024-05-16"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-05-16T18:30:00+08:00", "2024-05-16T18:30:00+08:00"),
        ("2024-05-16 18:30", DAY),
        ("20240516", DAY),
        ("20240516183000", DAY),
        ("Thursday, May 16, 2024, 2:47 PM", DAY),
        ("Thu, 16 May 2024 13:00:00 GMT", DAY),
        ("20241616", None),
        ("05/06/2024", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01", None),
        ("yesterday", None),
        (None, None),
        (5, None),
    ],
)
def test_a_date_in_a_head_is_read_where_it_has_one_reading(
    written: object, day: str | None
) -> None:
    assert read_date(written) == day


@pytest.mark.parametrize(
    ("stated", "modified", "shown", "address", "day"),
    [
        ([DAY], [], [], None, DAY),
        ([None, "x", DAY, "2020-01-01"], [], [], None, DAY),
        ([], [], [DAY], None, DAY),
        ([], [], [], "https://post.example/2024/05/16/ferry", DAY),
        ([], [], [], "https://post.example/2024/may/16/ferry", DAY),
        ([], [], [], "https://post.example/2024-05-16-ferry", DAY),
        ([], [], [], "https://post.example/2024/13/16/ferry", None),
        ([], [], [], "https://post.example/2024/abc/16/ferry", None),
        ([DAY], [], [], "https://post.example/2020/05/16/ferry", None),
        ([DAY], ["2024-06-01"], [], None, DAY),
        ([DAY], ["2024-01-01"], [], None, None),
        (["2024-05-15T23:30:00Z"], [], [DAY], None, DAY),
        (["2024-05-15T23:30:00Z"], [], [], "https://post.example/2024/5/16/a", DAY),
        (["2024-05-15T23:30:00-04:00"], [], [DAY], None, "2024-05-15T23:30:00-04:00"),
        (["2024-05-15T23:30:00Z"], [], ["2024-05-09"], None, "2024-05-15T23:30:00+00:00"),
    ],
)
def test_the_best_source_tells_the_day_unless_others_speak_against_it(
    stated: list[object], modified: list[object], shown: list[str], address: str | None, day: str
) -> None:
    assert published_day(stated, modified, shown, address) == day


@pytest.mark.parametrize(
    "near",
    [
        f"<h1>Ferry runs</h1><time datetime='{DAY}'>16 May</time>",
        f"<time datetime='{DAY}'>16 May</time><h1>Ferry runs</h1>",
        "<h1>Ferry runs</h1><span class='post-date'>May 16, 2024</span>",
        f"<h1>Ferry runs</h1><abbr class='published' title='{DAY}'>a while ago</abbr>",
        (
            f"<h1>Ferry runs</h1><time datetime='{DAY}'>16 May</time>"
            "<time class='updated' datetime='2024-05-20'>20 May</time>"
        ),
        (
            f"<h1>Ferry runs</h1><time class='published' datetime='{DAY}'>16 May</time>"
            "<time datetime='2024-05-20'>20 May</time>"
        ),
        "<h1>Ferry runs</h1><div itemprop='datePublished' content='2024-05-16'>x</div>",
    ],
)
def test_a_date_at_the_headline_is_that_of_the_article(near: str) -> None:
    assert read(near).published == DAY


@pytest.mark.parametrize(
    "near",
    [
        "<h1>Ferry runs</h1><time datetime='2024-05-20'>Updated 20 May</time>",
        f"<h1>Ferry runs</h1><aside><time datetime='{DAY}'>16 May</time></aside>",
        f"<h1>Ferry runs</h1><time datetime='{DAY}'>x</time><time datetime='2023-01-01'>x</time>",
        "<h1>Ferry runs</h1><span class='weather'>May 16, 2024</span>",
        "<h1>Ferry runs</h1><div class='date'>" + "May 16, 2024 " * 20 + "</div>",
    ],
)
def test_a_date_that_may_be_another_ones_is_none(near: str) -> None:
    assert read(near).published is None


def test_a_date_below_the_first_paragraph_belongs_to_the_story() -> None:
    told = "<h1>Ferry runs</h1>"
    later = f"<p>{'The ferry sailed. ' * 10}</p><time datetime='{DAY}'>16 May</time>"
    assert read(f"{told}{later}").published is None


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        (["2024-05-16T23:30:00Z", "2024-05-16T16:30:00-07:00"], "2024-05-16T16:30:00-07:00"),
        (["2024-05-16T23:30:00Z", "2024-05-16T17:30:00-07:00"], "2024-05-16T23:30:00+00:00"),
        (["2024-05-16T23:30:00Z", "2024-05-16"], "2024-05-16T23:30:00+00:00"),
    ],
)
def test_of_two_ways_to_tell_a_moment_the_local_one_is_taken(stated: list[str], day: str) -> None:
    assert published_day(stated, [], [], None) == day
