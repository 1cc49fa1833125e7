"""`pullquote digest`: the digest of a local day, for a person and for a script."""

from pathlib import Path

import pytest

from tests.commands import Object, Pullquote

DAY = "2024-05-16"


def quotes(digest: Object) -> list[Object]:
    """Every quote of a digest, headlines among them."""
    stories = [*digest["stories"], *digest["rest"]]
    found = [quote for story in stories for quote in (story["headline"], *story["quotes"])]
    return [quote for quote in found if quote is not None]


def test_a_day_is_told_as_one_object_of_verbatim_quotes(pullquote: Pullquote, sample: Path) -> None:
    assert sample.is_dir()
    done = pullquote("digest", "--date", DAY, "--zone", "Europe/Berlin", "--json")
    digest = done.object
    assert done.code == 0
    assert (digest["date"], digest["zone"]) == (DAY, "Europe/Berlin")
    assert (digest["from"], digest["to"]) == (f"{DAY}T00:00:00+02:00", "2024-05-17T00:00:00+02:00")
    articles = {item["id"]: item for item in pullquote("articles", "--json").objects}
    for quote in quotes(digest):
        article = articles[quote["article_id"]]
        assert quote["text"] == article["text"][quote["start"] : quote["end"]]
        assert quote["outlet"] == article["outlet"]
    stories = [*digest["stories"], *digest["rest"]]
    # Each story is headed by a title, or by a quote, and some are told in quotes besides.
    assert len(stories) + len(quotes(digest)) > 5
    for story in stories:
        title = story["title"]
        assert title["text"] == articles[title["article_id"]]["title"]
        assert (title["outlet"], title["url"]) in [
            (o["outlet"], o["url"]) for o in story["outlets"]
        ]
        assert all(quote in story["quotes"] for quote in story["new"])
        assert not story["opinion"]
    told = [name for story in stories for name in story["articles"]]
    assert digest["summary"]["articles"] == len(told)
    assert digest["summary"]["stories"] == len(stories)
    assert digest["summary"]["outlets"] > 1
    assert digest["articles_new"] == len(told) + len(digest["left_out"])
    assert all(articles[name]["published"][:10] == DAY for name in told)


def test_a_copy_of_an_article_of_the_day_before_is_left_out_and_said_why(
    pullquote: Pullquote, sample: Path
) -> None:
    assert sample.is_dir()
    digest = pullquote("digest", "--date", "2024-05-17", "--json").object
    assert [item["why"] for item in digest["left_out"]] == ["copy"]


def test_a_day_is_told_to_a_person(pullquote: Pullquote, sample: Path) -> None:
    assert sample.is_dir()
    done = pullquote("digest", "--date", "2024-05-17")
    assert done.code == 0
    assert done.out.startswith("Digest of Fri 17 May 2024")
    assert "5 new articles read" in done.out
    assert "1 copy left out" in done.out


def test_a_day_without_news_is_found_empty(pullquote: Pullquote, sample: Path) -> None:
    assert sample.is_dir()
    done = pullquote("digest", "--date", "1999-01-01", "--json")
    assert (done.code, done.object["stories"], done.object["articles_new"]) == (3, [], 0)
    assert "nothing new" in pullquote("digest", "--date", "1999-01-01").out


def test_today_is_the_day_unless_another_is_named(pullquote: Pullquote, sample: Path) -> None:
    assert sample.is_dir()
    assert len(pullquote("digest", "--json").object["date"]) == len(DAY)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--date", "yesterday"), '"yesterday" is not a date'),
        (("--zone", "Mars/Olympus"), 'no time zone "Mars/Olympus"'),
    ],
)
def test_wrong_use_is_told(
    pullquote: Pullquote, sample: Path, arguments: tuple[str, str], sentence: str
) -> None:
    assert sample.is_dir()
    done = pullquote("digest", *arguments)
    assert done.code == 2
    assert sentence in done.err
