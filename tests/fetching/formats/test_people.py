"""The names of people in feeds, and what is none."""

import json

import pytest

from bot.fetching.formats.people import people
from tests.effort import little_effort
from tests.fetching.formats.feeds import atom_item, read, rss_item

NAMES = {
    "Ina Bell": (
        *("Ina Bell", "desk@post.example (Ina Bell)", "a@b.technology (Ina Bell)"),
        *("Ina Bell <a@b.c>", "Ina Bell (a@b.co.uk)", "Ina Bell a@b.c", "Ina Bell, a@b.c"),
        *("a@b.c(Ina Bell)", "mailto:a@b.c (Ina Bell)", "Ina Bell @inabell", "(Ina Bell) a@b"),
        *("&lt;b&gt;Ina&lt;/b&gt; Bell", "Ina Bell https://post.example/ina", " Ina\n Bell "),
        '"Ina Bell" <a@b.c>',
    ),
    "Ina Bell, Bo Alm": ("a@b.c (Ina Bell), d@e.f (Bo Alm)", "Ina Bell, Bo Alm"),
    "Ina Bell (Lindmouth Post)": ("Ina Bell (Lindmouth Post)",),
    "/u/inabell": ("/u/inabell",),
    "Zoë & Söhne": ("Zoë &amp;amp; Söhne", "ZoÃ« &amp; SÃ¶hne"),
    None: ("a@b.c", "noreply@post", "a@b.press ()", "@inabell", "https://post.example/", "42", "—"),
}


@pytest.mark.parametrize(
    ("written", "name"), [(one, name) for name, many in NAMES.items() for one in many]
)
def test_a_name_is_told_from_the_address_beside_it(written: str, name: str | None) -> None:
    assert (
        rss_item(f"<author>{written.replace('<a@b.c>', '&lt;a@b.c&gt;')}</author>").author == name
    )


@pytest.mark.parametrize(
    ("inside", "name"),
    [
        ("<author>Ina</author><author>Bo</author><author>INA</author>", "Ina, Bo"),
        ("<dc:creator>Ina</dc:creator><dc:creator>Bo</dc:creator>", "Ina, Bo"),
        ("<itunes:author>Radio Bay</itunes:author><dc:creator>Ina</dc:creator>", "Ina"),
        ("<author>desk@post.example</author><dc:creator>Ina</dc:creator>", "Ina"),
        ("<dc:author>Ina (ina@post.example)</dc:author>", "Ina"),
        ("<a:author><a:name>Ina</a:name><a:email>a@b.c</a:email></a:author>", "Ina"),
        ("<author><p>Ina</p></author>", "Ina"),
        ("<author><email>a@b.c</email></author>", None),
        ("<itunes:author>Radio Bay</itunes:author>", "Radio Bay"),
        ("", None),
    ],
)
def test_people_stand_in_many_elements(inside: str, name: str | None) -> None:
    assert rss_item(inside).author == name


FEED = "<author><name>Bo</name></author>"
SOURCE = "<source><title>Island Post</title><author><name>Una</name></author></source>"


@pytest.mark.parametrize(
    ("inside", "feed", "name"),
    [
        ("<author><name>Ina</name></author>" + SOURCE, FEED, "Ina"),
        ("<contributor><name>Ina</name></contributor>" + SOURCE, FEED, "Una"),
        ("", FEED, "Bo"),
        ("", "", None),
    ],
)
def test_an_entry_without_people_has_those_of_its_source_else_of_its_feed(
    inside: str, feed: str, name: str | None
) -> None:
    assert atom_item(inside, feed).author == name


def test_who_edits_a_feed_or_runs_its_server_has_written_nothing() -> None:
    channel = "<managingEditor>Bo</managingEditor><webMaster>Una</webMaster>"
    assert rss_item("", channel).author is None
    assert rss_item("", channel + "<dc:creator>Ina</dc:creator>").author == "Ina"


@pytest.mark.parametrize(
    ("item", "feed", "name"),
    [
        ({"authors": [{"name": "Ina"}, {"name": "Bo"}]}, {}, "Ina, Bo"),
        ({"author": {"name": "Ina"}}, {"authors": [{"name": "Bo"}]}, "Ina"),
        ({}, {"authors": [{"name": "Bo"}, {"url": "https://bo.example/"}]}, "Bo"),
        ({}, {"author": {"name": "Bo"}}, "Bo"),
        ({"authors": "Ina"}, {}, "Ina"),
        ({"authors": [None, 5, {"name": None}]}, {}, None),
    ],
)
def test_json_feeds_name_people_in_either_version(
    item: dict[str, object], feed: dict[str, object], name: str | None
) -> None:
    version = "https://jsonfeed.org/version/1.1"
    (one,) = read(json.dumps({"version": version, **feed, "items": [item]})).items
    assert one.author == name


def test_a_field_without_end_costs_little() -> None:
    with little_effort():
        for one in ("a@" + "a." * 32_000, "a@a.a (" * 200_000, "(" * 1_000_000, "a" * 1_000_000):
            people([one] * 100)
