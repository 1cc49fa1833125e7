"""News of a small island, as its paper's pages and feed tell them."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

SEALS = (
    "Seals have come back to the inner bay after eleven years. "
    "Nine pups were counted on the rocks by a class of the village school. "
    "The harbour office asks boats to keep two hundred metres away until June."
)
PIER = (
    "The old pier will be closed to carts from Monday on. "
    "Divers found that shipworms have eaten into four of its piles. "
    "A new pier of oak would cost the town two years of harbour fees."
)
BAKER = (
    "The baker of the island has bought a second oven. "
    "She wants to bake for the hotels of the mainland as well. "
    "Her bread travels with the first boat every morning."
)
LONG = "\n".join(f"{number}. {SEALS} {PIER} {BAKER}" for number in range(1, 4))
"""More than two hundred words: nobody looks for more of it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a feed."""

    guid: str | None
    link: str | None
    title: str
    text: str
    date: str = "Tue, 19 May 2026 08:00:00 +0200"


def rss(entries: Sequence[Entry], title: str = "Island Post", link: str = "") -> str:
    """An RSS feed."""
    items = "".join(map(_item, entries))
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>{escape(title)}</title><link>{escape(link)}</link>{items}</channel></rss>"
    )


def page(title: str, text: str, head: str = "") -> str:
    """A web page with one article on it, and the furniture that pages have."""
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/n'>News</a></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article><footer>Imprint</footer></body></html>"
    )


def _item(entry: Entry) -> str:
    guid = f'<guid isPermaLink="false">{escape(entry.guid)}</guid>' if entry.guid else ""
    link = f"<link>{escape(entry.link)}</link>" if entry.link else ""
    return (
        f"<item><title>{escape(entry.title)}</title>{link}{guid}"
        f"<pubDate>{entry.date}</pubDate><description>{escape(entry.text)}</description></item>"
    )
