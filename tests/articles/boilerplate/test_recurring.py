"""Lines that recur in articles of one source: furniture, or what a story needs each time."""

from dataclasses import replace

import pytest

from bot.articles.article import Draft, Mark
from bot.articles.boilerplate.recurring import (
    MOST_JUDGED,
    MOST_LINES,
    is_furniture,
    telling_lines,
    with_recurring,
)

WEIR = "The weir at Tarnholt was lowered on Monday. The miller was glad that the strike was over."
GOATS = "Nine goats walked into the chapel of Orm and ate the flowers. The sexton led them out."
COMET = "A comet will be seen above the bay before dawn. Amateurs found it with a tin telescope."
UNRELATED = (WEIR, GOATS, COMET)
STRIKE = (
    "Dockers at Varn walked out again on Tuesday. The strike has closed four of the six quays.",
    "Talks on the strike were broken off after an hour. The union wants a longer night's rest.",
    "A judge allowed the strike to go on. The shipowners had called it a danger to Varn.",
)


def drafted(text: str, **facts: object) -> Draft:
    stated = {"key": "a", "source": "a", "title": "T", "title_origin": "first_words"}
    return Draft(**(stated | {"text": text, "outlet": "Coast Gazette"} | facts))  # type: ignore[arg-type]  # what a test varies


def among(line: str, texts: tuple[str, ...]) -> list[Draft]:
    return [drafted(f"{text}\n\n{line}") for text in texts]


FURNITURE = {
    "of the paper": "The Coast Gazette is printed on Thursdays in the old rope works.",
    "of a giver": "Reports from the islands are paid for by the Brandt foundation of Varn.",
    "to the reader": "Tell us what you think of the strike, the goats, the weir or the comet.",
    "no sentence": "Monday, goats, comet and all the rest",
    "button": "Listen to the strike",
    "dated": "Opening hours of the ticket office are kept until the 3rd of October 2025.",
}
NEWS = {
    "background": "The strike began in March, when the night shift was made two hours longer.",
    "background without a name": "It is the longest strike that the harbour has ever seen.",
    "quotation": "“We shall win this strike, and you will see it,” said the leader of the dockers.",
    "short": "Nobody was hurt.",
    "short and of nothing": "More will follow soon.",
}


@pytest.mark.parametrize("line", FURNITURE.values(), ids=FURNITURE)
def test_what_unrelated_articles_share_is_furniture(line: str) -> None:
    assert is_furniture(line, among(line, UNRELATED)) is True


@pytest.mark.parametrize("line", NEWS.values(), ids=NEWS)
def test_what_a_story_needs_each_time_is_not(line: str) -> None:
    assert is_furniture(line, among(line, STRIKE)) is False


def test_lines_that_are_furniture_together_say_nothing_of_each_other() -> None:
    one, two = FURNITURE["of the paper"], "Drawings hang in the hall of the old rope works."
    articles = among(f"{one}\n{two}", UNRELATED)
    assert [is_furniture(line, articles) for line in (one, two)] == [True, True]


def test_versions_of_one_text_are_one_article() -> None:
    line = FURNITURE["of a giver"]
    edited = tuple(f"{WEIR}\n\nPart {number}." for number in range(MOST_JUDGED))
    assert is_furniture(line, among(line, edited[:3])) is None
    assert is_furniture(line, among(line, (*edited[:3], GOATS, COMET))) is True
    assert is_furniture(line, among(line, edited)) is False


@pytest.mark.parametrize(
    "texts", [(), (WEIR,), (WEIR, GOATS), (WEIR, GOATS, GOATS)], ids=["0", "1", "2", "twice"]
)
def test_fewer_than_three_tell_nothing(texts: tuple[str, ...]) -> None:
    assert is_furniture(FURNITURE["button"], among(FURNITURE["button"], texts)) is None


def shown(draft: Draft) -> list[str]:
    return [draft.text[line.start : line.end] for line in telling_lines(draft, "here")]


def test_sentences_tell_at_the_edges_and_other_lines_everywhere() -> None:
    middle = [f"Sentence {number} stands in the middle." for number in range(20)]
    middle[10] = "Related"
    first, last = [f"{n}. It begins." for n in range(2)], [f"{n}. It ends." for n in range(4)]
    text = "\n\n".join([*first, *middle, *last])
    assert shown(drafted(text)) == [*first, "Related", *last]


def test_headlines_rows_leads_and_long_or_marked_lines_tell_nothing() -> None:
    lines = ["Weir lowered", "| Place | Depth |", "It goes on:", f"{'Long ' * 100}.", "By Ada"]
    text = "\n".join([*lines, "  Share it  ", ""])
    start = text.index("By Ada")
    draft = drafted(text, title="Weir lowered", marks=(Mark(start, start + 6, "byline"),))
    assert shown(draft) == ["  Share it"]


def test_only_so_many_lines_of_an_article_are_looked_at() -> None:
    lines = [f"entry {number}" for number in range(100)]
    found = shown(drafted("\n".join(lines)))
    assert found == [*lines[: MOST_LINES // 2], *lines[-MOST_LINES // 2 :]]


def test_a_line_is_the_same_in_its_source_and_collection_only() -> None:
    def number(draft: Draft, collection: str = "here") -> int | None:
        return next((line.number for line in telling_lines(draft, collection)), None)

    one = drafted("Share it", url="https://coast.example/1")
    assert number(one) == number(replace(one, outlet="COAST  Gazette", text="Share   it"))
    others = [
        number(one, "there"),
        number(replace(one, outlet="Inland Post")),
        number(replace(one, outlet=None)),
        number(replace(one, text="Share this")),
    ]
    assert len({number(one), *others}) == 5
    by_site = replace(one, outlet=None, url="https://www.coast.example/2")
    by_feed = replace(one, outlet=None, url=None, source="https://coast.example/feed")
    assert number(replace(one, outlet=None)) == number(by_site) == number(by_feed)
    assert number(replace(one, outlet=None, url=None, source="notes/a.txt")) is None


def test_marks_stay_in_order() -> None:
    text = f"Share it\n\n{WEIR}\n\nBy Ada\nListen to it"
    start = text.index("By Ada")
    draft = drafted(text, marks=(Mark(start, start + 6, "byline"),))
    known = {line.number for line in telling_lines(draft, "here")}
    kinds = [
        (mark.kind, text[mark.start : mark.end])
        for mark in with_recurring(draft, "here", known).marks
    ]
    assert kinds == [
        ("recurring", "Share it"),
        ("recurring", WEIR),
        ("byline", "By Ada"),
        ("recurring", "Listen to it"),
    ]
    assert with_recurring(draft, "here", set()) is draft
    assert with_recurring(draft, "there", known) is draft
