"""`pullquote stories`: what the articles are about, for a person and for a script."""

from pathlib import Path

import pytest

from tests.commands import Pullquote


def test_each_article_is_in_one_story_of_the_days_that_it_was_told(
    pullquote: Pullquote, sample: Path
) -> None:
    assert sample.is_dir()
    articles = {item["id"]: item for item in pullquote("articles", "--json").objects}
    done = pullquote("stories", "--json")
    assert done.code == 0
    told = [name for story in done.objects for name in story["articles"]]
    assert sorted(told) == sorted(articles)
    ids = {story["id"] for story in done.objects}
    for story in done.objects:
        assert list(story) == ["id", "articles", "related", "outlets", "first", "last"]
        days = [articles[name]["published"][:10] for name in story["articles"]]
        assert (story["first"], story["last"]) == (min(days), max(days))
        assert set(story["outlets"]) == {articles[name]["outlet"] for name in story["articles"]}
        assert set(story["related"]) < ids - {story["id"]}


def test_stories_of_some_days(pullquote: Pullquote, sample: Path) -> None:
    assert sample.is_dir()
    days = ("--since", "2024-05-16", "--until", "2024-05-16")
    found = pullquote("stories", *days, "--json").objects
    assert found
    assert {(story["first"], story["last"]) for story in found} == {("2024-05-16", "2024-05-16")}
    assert pullquote("stories", "--since", "2030", "--json").code == 3


def test_stories_are_told_to_a_person(pullquote: Pullquote, tmp_path: Path) -> None:
    for name, head in {"one": "published: 2026-03-08\n", "two": "published: 2026-03-10\n"}.items():
        text = "The dam at Orrin Lake cracked, and 400 people of Orrin had to leave."
        words = f"---\ntitle: Dam cracks\noutlet: Post {name}\n{head}---\n{text} {name}.\n"
        (tmp_path / f"{name}.md").write_text(words, encoding="utf-8")
    note = "---\ntitle: Rye bread\n---\nA baker of Essen won a prize for bread.\n"
    (tmp_path / "three.md").write_text(note, encoding="utf-8")
    dated = note.replace("title: Rye bread", "title: Comet seen\npublished: 2026-03-09")
    comet = dated.replace("A baker of Essen won a prize for bread.", "Islanders watched a comet.")
    (tmp_path / "four.md").write_text(comet, encoding="utf-8")
    assert pullquote("ingest", *map(str, tmp_path.glob("*.md"))).code == 0
    lines = pullquote("stories").out.splitlines()
    assert lines == [
        "Dam cracks (2 articles, 2026-03-08 to 2026-03-10) Post one, Post two",
        "Comet seen (1 article, 2026-03-09)",
        "Rye bread (1 article, undated)",
    ]


@pytest.mark.parametrize("option", ["--since", "--until"])
def test_a_day_that_is_none_is_wrong_use(pullquote: Pullquote, sample: Path, option: str) -> None:
    assert sample.is_dir()
    done = pullquote("stories", option, "yesterweek")
    assert done.code == 2
    assert "yesterweek" in done.err
