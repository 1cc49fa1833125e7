"""Web pages to test with."""

from bot.articles.article import Draft
from bot.articles.metadata import Metadata
from bot.articles.readers.html import webpage_draft
from tests.articles.examples import PHRASES

STORY = (
    "The ferry to the islands ran again on Monday, after nine days of storm kept it in port. ",
    "Some two hundred people had waited in the harbour hall since the early morning hours. ",
    "The harbour master said that the second boat would follow as soon as the swell allows it. ",
)
PARAGRAPHS = "".join(f"<p>{line * 2}</p>" for line in STORY)


def read(body: str, head: str = "", source: str = "a.html") -> Draft:
    """The draft of a page with three paragraphs, below `body` in an article."""
    page = f"<html><head>{head}</head><body><article>{body}{PARAGRAPHS}</article></body></html>"
    return webpage_draft(page.encode(), source, Metadata(), PHRASES)
