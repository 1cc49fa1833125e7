"""The posts of a live blog on a web page, each parted from its neighbours."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from bot.articles.readers.markup import drop, letters, words_of

# Fewer neighbours with a time are a report and its update.
LEAST_POSTS = 3
# Letters of a time with its date and zone, and of the shortest post.
LONGEST_TIME = 40
LEAST_LETTERS = 10
PARTING = "* * *"
"""A line between two posts: no sentence of one leans on another one's."""

_BOXES = ("div", "section", "article", "li")


def part_posts(page: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Put a line between the posts of a live blog, and take out the times that they begin with."""
    for parent in [*page.iter(*_BOXES, "main", "ul", "ol", "body")]:
        posts = [(box, [*_times(box)]) for box in parent.iterchildren(*_BOXES)]
        posts = [(box, times) for box, times in posts if times]
        if len(posts) >= LEAST_POSTS:
            for box, times in posts:
                drop(times)
                parting = etree.Element("p")
                parting.text = PARTING
                box.insert(0, parting)


def _times(box: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml has no types
    """The times above the first paragraph of a box; none where it has no paragraph."""
    found: list[Any] = []
    for node in box.iter("time", "p"):
        if node.tag == "p" and letters(node.text_content()) >= LEAST_LETTERS:
            yield from found
            return
        if node.tag == "time" and len(words_of(node)) <= LONGEST_TIME:
            found.append(node)
