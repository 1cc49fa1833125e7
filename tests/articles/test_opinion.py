"""Opinion is known by what a source says, and never by how an article argues."""

import pytest

from bot.articles.opinion import is_opinion
from tests.digest.examples import article

TEXT = "The ferry of Marrowby must run at night. We owe that to the nurses of the town."


def draft(
    *,
    url: str | None = None,
    title: str = "The ferry must run at night",
    author: str | None = None,
    topics: tuple[str, ...] = (),
    text: str = TEXT,
) -> bool:
    """Whether an article with these facts is one of opinion."""
    return is_opinion(article(text, title=title, url=url, author=author, topics=topics))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (None, False),
        ("https://mail.example/opinion/2026/03/ferry", True),
        ("https://mail.example/commentisfree/2026/mar/ferry", True),
        ("https://mail.example/2026/op-ed/ferry.html", True),
        ("https://mail.example/Editorials/ferry", True),
        ("https://mail.example/columns/ada-lund/ferry", True),
        ("https://opinion.mail.example/ferry", True),
        ("https://mail.example/news/opinion-the-ferry-must-run", True),
        ("https://mail.example/opinion", False),
        ("https://mail.example/news/public-opinion-turns", False),
        ("https://mail.example/news/opinion", False),
        ("https://mail.example/architecture/columns-of-marble", False),
        ("https://mail.example/news/editor-resigns", False),
        ("https://mail.example/news/editorial-2", True),
        ("https://mail.example/", False),
        ("https://opinionated.example/news/ferry", False),
    ],
)
def test_by_its_address(url: str | None, *, expected: bool) -> None:
    assert draft(url=url) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Opinion: The ferry must run at night", True),
        ("OPINION | The ferry must run", True),
        ("Op-Ed – Let the ferry run", True),
        ("[Editorial] Let the ferry run", True),
        ("Letters: the ferry, the baths", True),
        ("Letters to the editor", True),
        ("The ferry must run | Opinion", True),
        ("The ferry must run (Opinion)", True),
        ("The ferry must run - Opinion - Marrowby Mail", True),
        ("Guest column: nights on the ferry", True),
        ("Opinion polls see the ferry party ahead", False),
        ("Opinions differ on the ferry", False),
        ("Letters found in the old ferry", False),
        ("Column of smoke over the ferry", False),
        ("Court to hear an editorial dispute", False),
        ("Public opinion: ferry wins", False),
        ("Ferry line reopens - letters of thanks pour in", False),
    ],
)
def test_by_its_title(title: str, *, expected: bool) -> None:
    assert draft(title=title) == expected


@pytest.mark.parametrize(
    ("topics", "author", "text", "expected"),
    [
        (("Opinion",), None, TEXT, True),
        (("ferries", "Op-Ed"), None, TEXT, True),
        (("public opinion",), None, TEXT, False),
        ((), "The Editorial Board", TEXT, True),
        ((), "Ada Lund, opinion columnist", TEXT, True),
        ((), "Ada Lund, news editor", TEXT, False),
        ((), None, f"OPINION\n\n{TEXT}", True),
        ((), None, f"The ferry\nOpinion by Ada Lund\n\n{TEXT}", True),
        ((), None, f"{TEXT}\nOpinion by the court is due.\n{TEXT}", False),
        ((), None, f"{TEXT * 8}\nOpinion\n\n{TEXT}", False),
    ],
)
def test_by_its_topics_its_author_or_its_first_lines(
    topics: tuple[str, ...], author: str | None, text: str, *, expected: bool
) -> None:
    assert draft(topics=topics, author=author, text=text) == expected
