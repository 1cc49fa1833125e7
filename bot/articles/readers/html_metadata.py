"""What a web page states of its article: in its metadata, its linked data, and at its headline."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from bot.articles.metadata import (
    MAX_NAME,
    Metadata,
    has_letter,
    known,
    one_line,
    site_of,
    web_address,
)
from bot.articles.readers.html_dates import dates_at, published_day, read_date
from bot.articles.readers.html_linked import linked_article
from bot.articles.readers.html_titles import Titles, page_title, site_key
from bot.articles.readers.markup import heading_words, words_of

# More headings of the first rank than a page of many stories has.
MAX_HEADINGS = 50
# Signatures of one article; a page with more of them names the authors of others.
MAX_WRITERS = 6

_TITLE = ("og:title", "twitter:title", "citation_title", "dc.title", "sailthru.title", "title")
_OUTLET = ("og:site_name", "citation_journal_title", "dc.publisher", "publisher")
_SITE = ("application-name", "apple-mobile-web-app-title", "twitter:site", "copyright")
_AUTHOR = ("author", "article:author", "citation_author", "dc.creator", "parsely-author", "byl")
_PUBLISHED = (
    *("article:published_time", "og:published_time", "og:article:published_time"),
    *("datepublished", "citation_publication_date", "parsely-pub-date", "sailthru.date"),
    *("dc.date.issued", "dcterms.created", "dc.date", "pubdate", "publishdate", "date"),
)
_PUBLISHED_NAME = re.compile(  # article_date_original, publication-date
    r"\A(?!.*(?:updat|modif|video|expir))(?=.*(?:pub|orig|issue|creat|post)).*(?:date|time).{0,20}\Z"
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")
_BY = re.compile(r"\A\W*(?:\w+\s+){0,4}by:?\s+", re.IGNORECASE)  # By Ada Lund, Stories by Ada Lund
_CREDIT = re.compile(  # Photograph by Ada Lund, Photo: Ada Lund, © Quay Press
    r"\A\W*(?:photo|picture|image|illustration|graphic)\w*(?:\s+\w+)?(?:\s+by\b|\s?:)|©|\(c\)",
    re.IGNORECASE,
)
_BEHIND_NAME = re.compile(r"\s*[|<(]")  # Ada Lund | ada@mail.example
_NO_NAME = re.compile(r"://|@")  # https://mail.example/ada, @adalund

_Metas = dict[str, list[str]]


def page_facts(page: Any, source: str) -> Metadata:  # noqa: ANN401 - lxml has no types
    """The facts that the page at `source` states; what is no good is unknown."""
    metas = _metas(page)
    own = [*filter(None, map(web_address, [*_canonical(page), *metas.get("og:url", ())]))]
    addresses = [*own, *filter(None, [web_address(source)])]
    linked = linked_article(page, addresses)
    outlets = [*_first_of(metas, _OUTLET), *linked.names("publisher")]
    outlet = outlets[0] if outlets else None
    headings = [(heading_words(node), node) for node in _headings(page)]
    sites = {*outlets, *_first_of(metas, _SITE), *map(site_of, addresses)}
    title = page_title(
        Titles(
            stated=[linked.text("headline"), *_first_of(metas, _TITLE)],
            window=_window_title(page),
            headings=[written for written, _ in headings],
            first=[written for written, node in headings if node.tag == "h1"],
        ),
        sites,
    )
    key = site_key(title or "")
    first = [node for _, node in headings if node.tag == "h1"]
    alone = first[0] if len(first) == 1 else None
    heading = next((node for written, node in headings if site_key(written) == key), alone)
    return known(
        title=title,
        outlet=outlet,
        author=_author([linked.names("author"), *_all_of(metas, _AUTHOR), _signed(page)], sites),
        published=published_day(
            [
                linked.stated.get("datePublished"),
                *_days(metas, [*_PUBLISHED, *filter(_PUBLISHED_NAME.match, metas)]),
            ],
            [linked.stated.get("dateModified"), *_days(metas, _MODIFIED)],
            dates_at(heading) if heading is not None else [],
            next(iter(addresses), None),
        ),
        url=own[0] if own else None,
        language=page.get("lang") or linked.text("inLanguage"),
    )


def _headings(page: Any) -> list[Any]:  # noqa: ANN401 - lxml has no types
    """The headings that may be the headline; on many a page the first rank is the site's name."""
    return [node for rank in ("h1", "h2") for node in islice(page.iter(rank), MAX_HEADINGS)]


def _metas(page: Any) -> _Metas:  # noqa: ANN401 - lxml has no types
    """The page's metadata by lower-case name, each value once."""
    metas: _Metas = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        values = metas.setdefault(name.strip().lower(), [])
        if content and content not in values[:MAX_WRITERS]:
            values.append(content)
    return metas


def _all_of(metas: _Metas, names: Sequence[str]) -> list[list[str]]:
    return [metas[name] for name in names if metas.get(name)]


def _first_of(metas: _Metas, names: Sequence[str]) -> list[str]:
    return [values[0] for values in _all_of(metas, names)]


def _days(metas: _Metas, names: Sequence[str]) -> Iterator[str]:
    """The dates of these fields; a field that states several days is of several articles."""
    for values in _all_of(metas, names):
        dates = [*filter(None, map(read_date, values))]
        if len({day[:10] for day in dates}) == 1:
            yield dates[0]


def _window_title(page: Any) -> str | None:  # noqa: ANN401 - lxml has no types
    """The title in the page's head; a drawing has one, too."""
    titles = (node for node in page.iter("title") if node.getparent().tag in ("head", "html"))
    return next((words_of(node) for node in titles), None)


def _canonical(page: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    return (link.get("href") or "" for link in page.iter("link") if link.get("rel") == "canonical")


def _signed(page: Any) -> list[str]:  # noqa: ANN401 - lxml has no types
    """The names that the page's markup calls those of the author, outside its furniture."""
    nodes = page.xpath("//*[@rel='author' or @itemprop='author' or contains(@property, 'author')]")
    inside = (
        node for node in nodes if next(node.iterancestors("aside", "nav", "footer"), None) is None
    )
    parts = ((node.xpath(".//*[@itemprop='name']") or [node])[0] for node in inside)
    names = dict.fromkeys(name for node in parts if (name := words_of(node)))
    return [*names] if len(names) <= MAX_WRITERS else []


def _author(sources: Iterable[Sequence[str]], sites: set[str]) -> str | None:
    """The people of the first source that names any beside the site itself."""
    own = {site_key(site) for site in sites}
    named = (filter(None, map(_person, names)) for names in sources)
    people = (dict.fromkeys(one for one in names if site_key(one) not in own) for names in named)
    return next((", ".join(found) for found in people if found), None)


def _person(name: str) -> str | None:
    """The name without what stands before "by"; None for an address, a handle, a sign, a credit."""
    line = one_line(name, MAX_NAME) or ""
    if _CREDIT.search(line):
        return None
    plain = _BEHIND_NAME.split(_BY.sub("", line))[0].strip()
    return plain if has_letter(plain) and not _NO_NAME.search(plain) else None
