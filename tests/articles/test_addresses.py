"""When two web addresses are one page."""

import pytest

from bot.articles.metadata import are_one_site, canonical_address, without_tracking

SAME = (
    "https://news.example/a?id=1&b=2",
    "http://news.example/a?id=1&b=2",
    "https://www.news.example/a/?b=2&id=1",
    "https://NEWS.example:443/a?id=1&b=2#top",
    "https://news.example./a?id=1&utm_source=rss&b=2&fbclid=xyz",
    "https://m.news.example/a?b=2&id=1&UTM_Medium=feed&",
)


@pytest.mark.parametrize("address", SAME)
def test_what_only_tells_where_a_reader_comes_from_makes_no_other_page(address: str) -> None:
    assert canonical_address(address) == "https://news.example/a?b=2&id=1"
    assert canonical_address(canonical_address(address)) == canonical_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example/b?id=1&b=2",
        "https://news.example/a?id=2&b=2",
        "https://news.example/A?id=1&b=2",
        "https://other.example/a?id=1&b=2",
        "https://news.example:8080/a?id=1&b=2",
        "https://news.example/a?id=1&b=2&page=2",
        "https://news.example/a",
    ],
)
def test_what_tells_another_page_makes_another_one(address: str) -> None:
    assert canonical_address(address) != canonical_address(SAME[0])


def test_a_site_without_a_path_has_one_address() -> None:
    assert canonical_address("http://news.example") == canonical_address("https://news.example/")


def test_an_address_without_tracking_still_leads_there() -> None:
    told = "http://www.news.example/a/?id=1&utm_source=x#part"
    assert without_tracking(told) == "http://www.news.example/a/?id=1"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://news.example/a", "http://www.news.example/b", True),
        ("https://amp.news.example/", "https://news.example/", True),
        ("https://feeds.news.example/", "https://news.example/", True),
        ("https://news.example/", "https://example.news/", False),
        ("https://evilnews.example/", "https://news.example/", False),
        ("https://news.example/", "https://other.example/", False),
        ("mailto:a", "https://news.example/", False),
    ],
)
def test_parts_of_a_site_belong_to_it(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a table
    assert are_one_site(one, other) is same
    assert are_one_site(other, one) is same
