"""The article that a page's linked data describes."""

import json

import pytest

from tests.articles.readers.pages import STORY, read

ARTICLE = {"@type": "NewsArticle", "headline": "Ferry runs again", "datePublished": "2024-05-16"}


def script(written: str, kind: str = "application/ld+json") -> str:
    return f'<script type="{kind}">{written}</script>'


@pytest.mark.parametrize(
    "written",
    [
        json.dumps(ARTICLE),
        json.dumps([{"@type": "Person"}, ARTICLE]),
        json.dumps({"@graph": [ARTICLE]}),
        json.dumps({"@type": "WebPage", "mainEntity": ARTICLE}),
        json.dumps({"@type": ["LiveBlogPosting"], **ARTICLE}),
        f"<!-- {json.dumps(ARTICLE)} -->",
        f"/*<![CDATA[*/{json.dumps(ARTICLE)}/*]]>*/",
        f"{json.dumps(ARTICLE)[:-1]},}};",
        json.dumps({**ARTICLE, "description": "two\nlines"}).replace("\\n", "\n"),
    ],
)
def test_the_article_is_found_however_it_is_wrapped(written: str) -> None:
    draft = read("", script(written))
    assert (draft.title, draft.published) == ("Ferry runs again", "2024-05-16")
    assert read("", script(written, " Application/LD+JSON ")).title == draft.title


@pytest.mark.parametrize(
    "written",
    [
        "{bad",
        "[" * 100_000,
        "5",
        json.dumps({**ARTICLE, "@type": "Recipe"}),
        json.dumps({"@type": "ItemList", "itemListElement": [ARTICLE]}),
        json.dumps({"@type": "NewsArticle", "headline": ["x"], "datePublished": {"y": 1}}),
    ],
)
def test_what_is_no_article_states_nothing(written: str) -> None:
    draft = read("", script(written))
    assert (draft.title_origin, draft.published) == ("first_words", None)


@pytest.mark.parametrize("name", ["url", "@id", "mainEntityOfPage"])
def test_of_several_articles_the_one_at_this_address_is_meant(name: str) -> None:
    address = "https://post.example/ferry"
    place = {"@id": address} if name == "mainEntityOfPage" else address
    others = [{**ARTICLE, "headline": "Other news", "url": "https://post.example/other"}, ARTICLE]
    nodes = [*others, {**ARTICLE, "headline": "Our own story", name: place, "@type": "Report"}]
    assert read("", script(json.dumps(nodes)), f"{address}?utm_source=x").title == "Our own story"
    assert read("", script(json.dumps(nodes))).title == "Other news"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("By Ada Lund", "Ada Lund"),
        ({"name": "Ada Lund"}, "Ada Lund"),
        ([{"name": "Ada Lund"}, "Tom Frey", {"name": "Ada Lund"}, 5], "Ada Lund, Tom Frey"),
        ("Ada Lund | ada@post.example", "Ada Lund"),
        ("https://post.example/ada", None),
        ("@adalund", None),
        ("10592", None),
        ("#", None),
        ("More stories by Ada Lund", "Ada Lund"),
        ("Bobby Lund", "Bobby Lund"),
        ("Photograph by Ada Lund", None),
        ("Photo: Ada Lund", None),
        ("© Quay Press", None),
        ({"name": "The Lindmouth Post"}, None),
    ],
)
def test_the_author_is_who_is_named_and_not_the_site(author: object, names: str | None) -> None:
    stated = {**ARTICLE, "author": author, "publisher": {"name": "Lindmouth Post"}}
    assert read("", script(json.dumps(stated))).author == names


@pytest.mark.parametrize(
    ("signed", "author"),
    [
        ("<a rel='author' href='/ada'>Ada Lund</a>", "Ada Lund"),
        ("<span itemprop='author'><b itemprop='name'>Ada Lund</b>, editor</span>", "Ada Lund"),
        ("<aside><a rel='author' href='/tom'>Tom Frey</a></aside>", None),
        ("".join(f"<a rel='author'>Ada Lund {'I' * n}</a>" for n in range(1, 9)), None),
        ("<p>By Ada Lund</p>", "Ada Lund"),
    ],
)
def test_a_signature_in_the_article_names_its_author(signed: str, author: str | None) -> None:
    assert read(f"<h1>Ferry to the islands runs again</h1>{signed}").author == author


def test_a_field_that_states_two_days_is_of_two_articles() -> None:
    days = ("2024-05-16", "2024-05-19")
    metas = "".join(f"<meta name='publication_date' content='{day}'>" for day in days)
    assert read("", metas).published is None
    assert read("", metas.replace(days[1], days[0])).published == days[0]
    assert read("", metas.replace("publication", "updated")).published is None


WHOLE = "\n".join(f"{line * 2}It was the day number {n}." for n in range(6) for line in STORY)


@pytest.mark.parametrize(
    ("body", "is_taken"),
    [
        ("\n".join([*(line * 2 for line in STORY), WHOLE]), True),
        ("\n".join([*(line * 2 for line in STORY), WHOLE[:300]]), False),
        (WHOLE.replace("a", "o"), False),
    ],
)
def test_a_body_that_goes_on_far_beyond_the_page_is_the_article(
    body: str, *, is_taken: bool
) -> None:
    text = read("", script(json.dumps({**ARTICLE, "articleBody": body}))).text
    assert (text == "\n".join(map(str.strip, body.split("\n")))) == is_taken
