"""What a web page states of its article in its head: metadata and JSON-LD, nothing else."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from bot.articles.metadata import Metadata, known, web_address
from bot.language.calendar import iso_date

# A page has a handful of objects; more are an attack on patience.
MAX_OBJECTS = 1_000
# The longest of real pages has a tenth of it; what is cut is no JSON any more, and passed over.
MAX_LINKED = 300_000

_TITLE = ("og:title", "citation_title", "dc.title", "twitter:title")
_OUTLET = ("og:site_name", "citation_journal_title", "dc.publisher", "publisher")
_AUTHOR = ("author", "article:author", "citation_author", "dc.creator", "parsely-author", "byl")
_PUBLISHED = (
    *("article:published_time", "og:published_time", "og:article:published_time"),
    *("datepublished", "citation_publication_date", "parsely-pub-date", "sailthru.date"),
    *("dc.date.issued", "dcterms.created", "dc.date", "pubdate", "publishdate", "date"),
)
# Between the headline and the name of the site in a page's title.
_JOINTS = (" | ", " - ", " – ", " — ", " · ")


def page_facts(page: Any) -> Metadata:  # noqa: ANN401 - lxml has no types
    """Return the facts that the page states; a bad date is unknown, for nobody here can mend it."""
    metas, linked = _metas(page), _linked_article(page)
    outlet = _first(metas, _OUTLET) or _name(linked.get("publisher"))
    title = _text(linked.get("headline")) or _first(metas, _TITLE)
    return known(
        title=_without_outlet(title, outlet),
        outlet=outlet,
        author=_name(linked.get("author")) or _person(_first(metas, _AUTHOR)),
        published=_published(linked, metas),
        url=_canonical(page) or _first(metas, ("og:url",)),
        language=page.get("lang") or _text(linked.get("inLanguage")),
    )


def _metas(page: Any) -> dict[str, str]:  # noqa: ANN401 - lxml has no types
    """Return the page's metadata by lower-case name; of several the first."""
    metas: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _canonical(page: Any) -> str | None:  # noqa: ANN401 - lxml has no types
    links = (link.get("href") for link in page.iter("link") if link.get("rel") == "canonical")
    return next(filter(None, map(web_address, links)), None)


def _published(linked: dict[str, object], metas: dict[str, str]) -> str | None:
    stated = (linked.get("datePublished"), *(metas.get(name) for name in _PUBLISHED))
    return next(filter(None, map(iso_date, stated)), None)


def _linked_article(page: Any) -> dict[str, object]:  # noqa: ANN401 - lxml has no types
    """Return the first object of the page's JSON-LD that is an article, or an empty one."""
    for script in page.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                loaded = json.loads((script.text or "")[:MAX_LINKED], strict=False)
            except (ValueError, RecursionError):
                continue
            for node in _objects(loaded):
                if _is_article(node):
                    return node
    return {}


def _objects(loaded: object) -> Iterator[dict[str, object]]:
    waiting = [loaded]
    for _ in range(MAX_OBJECTS):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting.append(node.get("@graph"))
        elif isinstance(node, list):
            waiting.extend(node[:MAX_OBJECTS])


def _is_article(node: dict[str, object]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(str(kind).endswith(("Article", "BlogPosting", "Report")) for kind in named)


def _text(value: object) -> str | None:
    return unescape(value) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """Return the name of a person or organisation of JSON-LD, or the names of a list of them."""
    if isinstance(value, list):
        names = [name for name in map(_plain_name, value[:MAX_OBJECTS]) if name]
        return ", ".join(dict.fromkeys(names)) or None
    return _plain_name(value)


def _plain_name(value: object) -> str | None:
    return _person(_text(value.get("name") if isinstance(value, dict) else value))


def _person(name: str | None) -> str | None:
    """Return the name without a leading "By", unless it is the address of a profile."""
    return (
        None if not name or "://" in name else re.sub(r"\A\s*by\s+", "", name, flags=re.IGNORECASE)
    )


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    for joint in _JOINTS:
        if title and outlet:
            title = title.removesuffix(f"{joint}{outlet}")
    return title
