"""The headline of a web page, as its head and its headings tell it, without the site's name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape

from bot.articles.drafting import is_headline
from bot.articles.metadata import MAX_TITLE, one_line

# Words of a site's name, of the name of its section, and of the shortest headline beside them.
LONGEST_SITE = 5
LONGEST_SECTION = 3
LEAST_HEADLINE = 3
LEAST_NAME = 3  # characters; a shorter name begins too many words

_JOINT = re.compile(  # Ferry runs again | News » The Lamp; Ferry runs: BBC News
    r"(\s{0,9}\|+\s{0,9}|\s{1,9}(?:[-–—·•~/\\»«›]+|::)\s{1,9}|:\s{1,9})"
)
_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")  # &#8217; &quot;
_WORD = re.compile(r"\w+")
_SITE_WORD = re.compile(r"[^\W_a-z][\w.'’&-]*|of|the|and|&|for|in|de|la|le|der|die")


@dataclass(frozen=True, slots=True)
class Titles:
    """What a page calls itself.

    `stated` are the titles of its metadata, best first, `window` is the one of its window, and
    `first` are the headings of the first rank among all its `headings`.
    """

    stated: Iterable[str | None] = ()
    window: str | None = None
    headings: Sequence[str] = ()
    first: Sequence[str] = ()


def page_title(page: Titles, sites: set[str]) -> str | None:
    """The headline of a page; None where nothing but a heading may tell it.

    `sites` are names of the site, which are taken off at either end.
    """
    names = {key for site in sites for key in site_keys(site)}
    titles = [_without_site(line, names) for line in map(_line, page.stated) if line]
    is_stated = bool(titles)
    whole = _line(page.window)
    if whole:
        titles.append(_without_site(whole, names, unnamed=not titles))
    tops = [top for top in map(_line, page.headings) if top and site_key(top) not in names]
    keys = {site_key(title) for title in titles} | set(_parts(whole or "", titles))
    printed = [top for top in tops if site_key(top) in keys]
    if printed:
        return _as_stated(printed[0], titles)
    shown = None if is_stated or not whole else _shown_headline(page.first, whole, names)
    return shown or next(iter(titles), None)


def _as_stated(printed: str, titles: Sequence[str]) -> str:
    """The printed headline, or the same words with the marks and blanks that its boxes lose."""
    key = site_key(printed)
    same = (title for title in titles if site_key(title) == key and "\\" not in title)
    return next(same, printed)


def _shown_headline(first: Sequence[str], window: str, names: set[str]) -> str | None:
    """The one heading of the first rank, or the one with most words of the window's title."""
    key = site_key(window)
    tops = [
        top
        for top in map(_line, first)
        if is_headline(top) and site_key(top) not in names and not _is_small_part(top, key)
    ]
    if len(tops) == 1:
        return tops[0]
    told = {*_WORD.findall(window.casefold())}
    shared = {top: len(told & {*_WORD.findall(top.casefold())}) for top in tops}
    best = max(tops, key=lambda top: shared[top], default=None)
    return best if best is not None and shared[best] else None


def names_site(title: str, sites: Iterable[str]) -> bool:
    """Whether a title begins or ends with the name of its site."""
    return _without_site(title, {key for site in sites for key in site_keys(site)}) != title


def _is_small_part(top: str, window: str) -> bool:
    """Whether a heading is the lesser part of a window's title: it names the site."""
    key = site_key(top)
    return key in window and len(key) < len(window) / 2


def _line(written: str | None) -> str:
    """One line of words; what was escaped twice is read twice."""
    line = one_line(written, MAX_TITLE) or ""
    return (one_line(unescape(line), MAX_TITLE) or "") if _ENTITY.search(line) else line


def site_key(name: str) -> str:
    """The letters of a name by which two ways to write it are the same: "The Lamp", "LAMP"."""
    words = _WORD.findall(name.casefold())
    return "".join(words[1:] if words[:1] == ["the"] else words)


def site_keys(site: str) -> Iterable[str]:
    """The keys of a site's name and of its initials; of a host also that of its own label."""
    words = [word for word in _WORD.findall(site.casefold()) if word != "the"]
    yield "".join(words)
    if len(words) > 1:
        yield "".join(word[0] for word in words)
    if "." in site and " " not in site:
        yield max(site.casefold().split(".")[:-1], key=len)


def _parts(whole: str, titles: Sequence[str]) -> Iterable[str]:
    """The keys of the stretches of a window's title that are long enough to be its headline."""
    pieces = _JOINT.split(whole)[::2]
    least = max((len(site_key(title)) for title in titles), default=0) / 2
    for first in range(len(pieces)):
        for stop in range(first + 1, len(pieces) + 1):
            key = site_key(" ".join(pieces[first:stop]))
            if len(key) >= least:
                yield key


def _without_site(title: str, names: set[str], *, unnamed: bool = False) -> str:
    """The title without names of its site at either end, and without a section beside one.

    With `unnamed` also without what only looks like a name of a site: a few capitalised words.
    """
    pieces = _JOINT.split(title)
    joint = ""
    while len(pieces) > 1:
        last = pieces[-1]
        is_section = pieces[-2] == joint and ":" not in joint and _is_section(pieces)
        if not _is_site(last, names) and not is_section:
            break
        joint = pieces[-2]
        del pieces[-2:]
    while len(pieces) > 1 and site_key(pieces[0]) in names:
        del pieces[:2]
    if unnamed and not joint and len(pieces) > 1 and _looks_like_site(pieces):
        del pieces[-2:]
    return "".join(pieces).strip()


def _is_site(piece: str, names: set[str]) -> bool:
    """Whether a piece of a title is the site's name, or a short one built of it: "BBC News"."""
    key = site_key(piece)
    if key in names or not key:
        return True
    return (
        len(piece.split()) <= LONGEST_SITE
        and _is_capitalised(piece)
        and any(len(name) >= LEAST_NAME and key.startswith(name) for name in names)
    )


def _is_section(pieces: Sequence[str]) -> bool:
    before = " ".join(pieces[:-2])
    return len(pieces[-1].split()) <= LONGEST_SECTION and len(before.split()) >= LEAST_HEADLINE


def _looks_like_site(pieces: Sequence[str]) -> bool:
    return (
        ":" not in pieces[-2]
        and len(pieces[-1].split()) <= LONGEST_SITE - 1
        and _is_capitalised(pieces[-1])
        and len(" ".join(pieces[:-2]).split()) >= LEAST_HEADLINE
    )


def _is_capitalised(piece: str) -> bool:
    return all(_SITE_WORD.fullmatch(word) for word in piece.split())
