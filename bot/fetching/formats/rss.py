"""RSS and Atom: from the text of a feed to its items."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice

from lxml import etree

from bot.articles.metadata import MAX_NAME, MAX_TITLE, MAX_URL, has_letter, one_line, topic_names
from bot.feeds.dates import item_date
from bot.feeds.document import FeedDocument, FeedItem
from bot.fetching.formats.items import read_items
from bot.fetching.formats.people import people
from bot.fetching.formats.safe_xml import well_formed
from bot.fetching.formats.wording import LONGEST_LINE, body_words, line_text, title_words
from bot.fetching.formats.xml_fields import (
    MOST_OF_ONE,
    Fields,
    Node,
    attribute,
    bare_text,
    decoded_once,
    joined_address,
    language_of,
    name_of,
)

ROOTS = frozenset(["rss", "feed", "rdf:rdf", "channel", "entry"])
_IS_ITEM = "contains(' item entry ITEM ENTRY Item Entry ', concat(' ', local-name(), ' '))"
ITEMS = etree.XPath(f"//*[{_IS_ITEM}][not(ancestor::*[{_IS_ITEM}])]")

TITLES = ("title", "dc:title", "itunes:title", "media:title")
BODIES = (
    *("content:encoded", "encoded", "content", "xhtml:body", "xhtml:div", "body", "fullitem"),
    *("description", "summary", "dc:description", "dc:abstract", "abstract"),
)
ASIDES = ("itunes:summary", "googleplay:description", "itunes:subtitle")
FIRST = ("pubdate", "published", "issued", "dc:issued")
PUBLISHED = (*FIRST, "dc:date", "date", "prism:publicationdate", "dc:created", "created")
EDITED = ("updated", "modified", "dc:modified")
PEOPLE = (("author",), ("dc:creator", "dc:author"), ("itunes:author",), ("googleplay:author",))
CAPTIONS = frozenset(["media:description", "media:text"])
PERSONS = frozenset(["name", "foaf:name", "rdf:li"])
MAILS = frozenset(["email", "uri", "url", "homepage"])
PERMALINK = "ispermalink"
ALTERNATE = frozenset(["", "alternate"])
PAGES = frozenset(["", "html", "xhtml+xml"])
"""What states the same, the likeliest first; of people, the first that names somebody."""


@dataclass(frozen=True, slots=True)
class _Feed:
    """What a feed states of all of its items."""

    url: str
    relative_to: str
    author: str | None
    language: str | None
    now: datetime


def xml_document(text: str, url: str, now: datetime) -> FeedDocument | None:
    """The feed that is written in a text, read from `url`; None when it is no RSS or Atom.

    An item of broken XML is left out, the others are kept. Refused when it is an attack.
    """
    content = well_formed(text, url)
    if content is None:
        return None
    # What is not well-formed came no further: this forgives prefixes that nobody declared.
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(content, parser, base_url=url)
    root = next((one for one in root.iter(etree.Element) if name_of(one) in ROOTS), None)
    if root is None:
        return None
    top = Fields(root).first("channel")
    top = root if top is None else top
    # An entry by itself belongs to no feed.
    fields = Fields(None if name_of(root) == "entry" else top)
    site = _link(fields, lambda node: node.base)
    feed = _Feed(
        url=url,
        relative_to=site or url if top is not root else url,
        author=_author(fields),
        language=_stated_language(fields, top),
        now=now,
    )
    return FeedDocument(
        title=_title(fields),
        site=site,
        publisher=people(fields.texts("dc:publisher")),
        author=feed.author,
        items=read_items(url, ITEMS(root), lambda node: _item(node, feed)),
    )


def _item(node: Node, feed: _Feed) -> FeedItem:
    fields = Fields(node)
    source = fields.first("source")
    origin = Fields(source)
    dates = [item_date(written, feed.now) for written in fields.texts(*PUBLISHED, *EDITED)]
    named = bare_text(source) if source is not None and len(source) == 0 else _title(origin)
    outlet = named or people(fields.texts("dc:publisher"))
    return FeedItem(
        guid=(bare_text(fields.first("guid", "id")) or attribute(node, "about"))[:MAX_URL] or None,
        url=_address(node, fields, feed),
        title=_title(fields),
        text=_text(fields, node),
        outlet=one_line(line_text(outlet or ""), MAX_NAME),
        author=_author(fields) or _author(origin) or feed.author,
        published=next(filter(None, dates), None),
        edited=_edited(fields),
        language=_stated_language(fields, node) or feed.language,
        topics=topic_names([*_topics(fields)]),
    )


def _title(fields: Fields) -> str | None:
    titles = (one_line(title_words(node), MAX_TITLE) for node in fields.all(*TITLES))
    return next(filter(None, titles), None)


def _text(fields: Fields, node: Node) -> str:
    """The longest text of an item; a caption of its pictures only where there is nothing else."""
    own = max(map(body_words, fields.all(*BODIES)), key=len, default="")
    if own:
        return own
    inside = (one for one in node.iterdescendants(etree.Element) if name_of(one) in CAPTIONS)
    others = map(body_words, chain(fields.all(*ASIDES), islice(inside, MOST_OF_ONE)))
    return next(filter(None, others), "")


def _author(fields: Fields) -> str | None:
    for names in PEOPLE:
        named = people(chain.from_iterable(map(_people_in, fields.all(*names))))
        if named:
            return named
    return None


def _people_in(node: Node) -> list[str]:
    """The fields of an element that each name somebody: an Atom person, a list of RDF, a text."""
    inside = (one for one in node.iterdescendants(etree.Element) if name_of(one) in PERSONS)
    named = [bare_text(one) for one in islice(inside, MOST_OF_ONE)]
    if named:
        return named
    mails = (bare_text(one) for one in node.iterchildren(etree.Element) if name_of(one) in MAILS)
    return [bare_text(node)] if not any(mails) else []


def _edited(fields: Fields) -> str | None:
    """The date of the last change, as it is written, where there is another of the first."""
    published = next(fields.texts(*FIRST), None)
    return next(fields.texts(*EDITED, "dc:date"), None) if published else None


def _stated_language(fields: Fields, node: Node) -> str | None:
    title = fields.first("title")
    marked = language_of(node if title is None else title)
    return marked or bare_text(fields.first("language", "dc:language")) or None


def _topics(fields: Fields) -> Iterator[str]:
    labels = [
        attribute(node, "label") or decoded_once(node.text or "").strip() or attribute(node, "term")
        for node in fields.all("category", "dc:subject")
    ]
    for words in fields.texts("itunes:keywords", "media:keywords"):
        labels += words[:LONGEST_LINE].split(",")
    for name in map(line_text, labels):
        if "://" not in name and has_letter(name):
            yield name


def _address(node: Node, fields: Fields, feed: _Feed) -> str | None:
    """The address of an item: where it came from before it was counted, its link, its name."""
    for origin in fields.texts("feedburner:origlink"):
        if address := joined_address(None, origin):
            return address

    def base(link: Node) -> str:
        # What the feed marks as its base goes before the address of its site.
        return feed.relative_to if link.base == feed.url else link.base

    if address := _link(fields, base):
        return address
    named = (_permalink(name, base(name)) for name in fields.all("guid", "id"))
    about = joined_address(None, attribute(node, "about"))
    return next(filter(None, named), about)


def _permalink(name: Node, base: str) -> str | None:
    """The address that the name of an item is, relative ones only where it is said to be one."""
    stated = attribute(name, PERMALINK).lower()
    return None if stated == "false" else joined_address(base if stated else None, bare_text(name))


def _link(fields: Fields, base: Callable[[Node], str | None]) -> str | None:
    """The address that stands in a link, else that of the first that leads to another form."""
    links = fields.all("link")
    alternate = [one for one in links if attribute(one, "rel").rpartition("/")[2] in ALTERNATE]
    written = [(one, bare_text(one)) for one in alternate if not attribute(one, "href")]
    alternate.sort(key=lambda one: attribute(one, "type").lower().rpartition("/")[2] not in PAGES)
    written += [(one, attribute(one, "href")) for one in alternate]
    addresses = (joined_address(base(one), address) for one, address in written)
    return next(filter(None, addresses), None)
