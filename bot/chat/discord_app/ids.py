"""The ids of buttons: all that a button needs to work after a restart, in 100 characters."""

import re

MORE = re.compile(r"more:(?P<token>[0-9a-f]{16}):(?P<offset>[0-9]{1,6})")
CONTEXT = re.compile(
    r"context:(?P<article>[0-9A-Za-z_-]{1,40}):(?P<version>[0-9]{1,9})"
    r":(?P<start>[0-9]{1,9}):(?P<end>[0-9]{1,9})"
)
LISTING = re.compile(r"articles:(?P<page>[0-9]{1,6})")
FEEDS = re.compile(r"feeds:(?P<page>[0-9]{1,6})")

STORY = re.compile(r"story:(?P<article>[0-9A-Za-z_-]{1,40})")

TEMPLATES = (MORE, CONTEXT, LISTING, FEEDS, STORY)
"""Every kind of id that is answered."""


def more_id(token: str, offset: int) -> str:
    """The id of a button that shows the quotes of an answer from number `offset` on."""
    return f"more:{token}:{offset}"


def context_id(article: str, version: int, start: int, end: int) -> str:
    """The id of a button that shows what stands around a quote."""
    return f"context:{article}:{version}:{start}:{end}"


def listing_id(page: int) -> str:
    """The id of a button that shows another page of the list of articles."""
    return f"articles:{page}"


def feeds_id(page: int) -> str:
    """The id of a button that shows another page of the list of feeds."""
    return f"feeds:{page}"


def story_id(article: str) -> str:
    """The id of a button that tells the story of an article."""
    return f"story:{article}"
