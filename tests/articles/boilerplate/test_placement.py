"""What is furniture only where it stands: above, below, or beside another line."""

import pytest

from bot.articles.boilerplate.marking import marks
from tests.articles.examples import PHRASES

PARAGRAPH = (
    "The harbour board voted on Tuesday to widen the northern channel, a project that fishermen "
    "have fought for eleven years and that engineers expect to finish before the herring return."
)
CLOSING = (
    "Work starts in the spring, and the ferries will keep to their winter timetable until then."
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(text[mark.start : mark.end], mark.kind) for mark in marks(text, PHRASES)]


def test_a_list_subject_is_marked_when_the_headline_comes_again() -> None:
    text = f"[Quay] Re: Channel to be widened\n\nChannel to be widened\n\n{PARAGRAPH}"
    assert kinds(text) == [("[Quay] Re: Channel to be widened", "list_header")]


def test_a_bracketed_headline_that_stands_alone_is_kept() -> None:
    assert kinds(f"[Video] Channel to be widened\n\n{PARAGRAPH}") == []


def test_mail_headers_at_the_top_are_marked() -> None:
    headers = "From: ada@example.org\nDate: Tue, 5 Mar 2024\nSubject: the channel"
    assert [kind for _, kind in kinds(f"{headers}\n\n{PARAGRAPH}")] == ["list_header"] * 3


def test_lines_that_only_resemble_mail_headers_are_kept() -> None:
    assert kinds(f"From: Bergen\nTo: Oslo\n\n{PARAGRAPH}") == []


def test_a_signature_is_marked_to_its_end() -> None:
    text = f"{PARAGRAPH}\n-- \nAda Lund\nThe Quay"
    assert [kind for _, kind in kinds(text)] == ["archive_trailer"] * 3


def test_a_rule_is_marked_only_below_the_article() -> None:
    text = f"{PARAGRAPH}\n___\n{CLOSING}\n___"
    assert [(len(text) - 3, "end_mark")] == [
        (mark.start, mark.kind) for mark in marks(text, PHRASES)
    ]


def test_a_paragraph_directly_above_a_lone_credit_is_its_caption_when_it_names_the_day() -> None:
    caption = "The mayor opened the new quay on March 5. Hundreds came to watch the first ship."
    text = f"{PARAGRAPH}\n{caption}\nReuters\n{PARAGRAPH}"
    assert kinds(text) == [(caption, "caption"), ("Reuters", "credit")]


@pytest.mark.parametrize(
    "text",
    [
        f"{PARAGRAPH}\nThe mayor opened the new quay and praised its builders.\nReuters\n{CLOSING}",
        f"{PARAGRAPH}\nThe mayor opened the new quay on March 5.\n\nReuters\n{CLOSING}",
        f"{PARAGRAPH}\nThe mayor opened the new quay on March 5.\nReuters",
    ],
)
def test_other_paragraphs_above_a_lone_credit_are_kept(text: str) -> None:
    assert kinds(text) == [("Reuters", "credit")]


def test_dates_that_divide_a_timeline_are_kept() -> None:
    text = f"5 March 2024\n{PARAGRAPH}\n6 March 2024\n{PARAGRAPH}\n7 March 2024\n{CLOSING}"
    assert kinds(text) == []


def test_headlines_below_more_stories_at_the_end_are_marked() -> None:
    text = f"{PARAGRAPH}\n{CLOSING}\nMore stories\nWhere the herring went\nA lighthouse for sale"
    assert [kind for _, kind in kinds(text)] == ["related"] * 3


def test_a_long_line_below_more_stories_keeps_the_rest() -> None:
    text = f"{PARAGRAPH}\nMore stories\n{'herring ' * 30}"
    assert kinds(text) == [("More stories", "related")]


def test_a_byline_is_marked_below_a_deck_as_long_as_a_paragraph() -> None:
    text = f"Channel to be widened\n{PARAGRAPH}\nBy Ada Lund\n{PARAGRAPH}\n{CLOSING}"
    assert kinds(text) == [("By Ada Lund", "byline")]


def test_a_byline_is_no_heading_between_later_paragraphs() -> None:
    assert kinds(f"{PARAGRAPH}\n{PARAGRAPH}\nBy Ada Lund\n{PARAGRAPH}\n{CLOSING}") == []


def test_a_pointer_to_another_article_is_kept_as_a_headline() -> None:
    assert kinds(f"Must read: ten books about the sea\n\n{PARAGRAPH}") == []
