"""What of a web page is no part of its article, by its element, its class and its place."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any

from lxml import etree

from bot.articles.readers.markup import UNSEEN, drop, letters

# A list or a row of boxes with so many entries, of which so much is links, is a menu.
LEAST_ENTRIES = 3
LINKED = 0.8
# A paragraph that is nothing but a link leads to another story.
WHOLLY_LINKED = 0.95
LEAST_LETTERS = 15
LONGEST_LABEL = 30
# Letters of another story's headline and teaser.
LONGEST_CARD = 300
# What holds so much of the words in a page's paragraphs is its article, whatever its class says.
MOST_OF_PAGE = 0.3
MOST_OF_WORDS = 0.5
# A class longer than this is no name.
LONGEST_NAME = 300

_HIDDEN_STYLE = re.compile(  # without its blanks: display:none; opacity:0!important
    r"(?:display:none|visibility:(?:hidden|collapse)|(?:opacity|font-size):0(?:\.0+)?[a-z%]*)"
    r"(?:!important)?(?:;|$)"
)
_HIDDEN_NAME = re.compile(  # class="visually-hidden"
    r"(?:\A|\s)(?:[a-z]{1,12}[-_]{1,2})?(?:visually-?hidden|sr-only|screen-?reader(?:-only|-text)?"
    r"|hidden|hide|d-none|element-invisible|off-?screen|print-only|no-?print)(?=\s|\Z)"
)
# Such a name with another, and shown on a wide window: class="hidden md:block"
_SHOWN_NAME = re.compile(r"\b(?:sm|md|lg|xl)[:-]|-(?:sm|md|lg|xl)\b|\bno-js\b")
_FURNITURE_NAME = re.compile(  # class="article__related-stories"
    r"related|recirc|read-?(?:more|next|also)|also-?(?:read|like)|more-?(?:stories|from|news|on-this)"
    r"|most-?(?:read|popular|viewed)|trending|recommend|newsletter|sign-?up|subscri(?:be|ption)"
    r"|promo|advert|sponsor|donat(?:e|ion)|share|sharing|social|follow-us|comment(?!ary)|disqus"
    r"|bread-?crumb|author-?(?:bio|box|info|card|about)|about-?(?:the-)?author|bio-?box"
    r"|caption|credit|gallery|slide-?show|carousel|copyright|licen[cs]e|disclaimer|cookie|consent"
    r"|app-?(?:banner|download|promo)|podcast-?(?:promo|player)|poll\b|quiz-"
)
# Hidden until their scripts have run, as every visitor's browser runs them.
_WHOLE = ("html", "body")
_CONTROLS = ("select", "datalist", "button", "textarea", "dialog")
_ROLES = frozenset("navigation complementary contentinfo search dialog alertdialog".split())
_LISTS = ("ul", "ol")
_CARDS = ("div", "section", "article", "li")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def drop_unseen(page: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Take out what a reader of the page does not see: programs, hidden text, closed details."""
    for whole in page.iter(*_WHOLE):
        # The readers of articles behind this one would take the page for hidden.
        for name in ("style", "hidden"):
            whole.attrib.pop(name, None)
    drop([*page.iter(*UNSEEN, *_CONTROLS), *filter(_is_hidden, page.iter())])
    drop(Measures(page).minor(node for node in page.iter("*") if _is_closed(node)))


def drop_furniture(page: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Take out menus, other stories, promotions and captions, where they are a small part."""
    measured = Measures(page)
    nodes = [*page.iter("*")]
    drop(
        [
            *filter(measured.is_menu, nodes),
            *measured.minor(
                [
                    *filter(_is_furniture, nodes),
                    *filter(measured.is_link, nodes),
                    *measured.cards(nodes),
                ]
            ),
        ]
    )


class Measures:
    """How much text stands in each node of a page, in its links and in its paragraphs."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401 - lxml has no types
        self._shown: dict[Any, int] = {}
        self._linked: dict[Any, int] = {}
        self._told: dict[Any, int] = {}
        # From the end, every node comes before the one that it is in: each text is counted once.
        for node in reversed([*page.iter()]):
            own = letters(node.text) if isinstance(node.tag, str) else 0
            shown = own + sum(self._shown[part] + letters(part.tail) for part in node)
            self._shown[node] = shown
            for tag, told in (("a", self._linked), ("p", self._told)):
                told[node] = shown if node.tag == tag else sum(told[part] for part in node)
        self._page = page

    def minor(self, nodes: Iterable[Any]) -> list[Any]:
        """Those of some nodes that hold a small part of the page's paragraphs and of its words."""
        most_told = MOST_OF_PAGE * self._told[self._page]
        most_shown = MOST_OF_WORDS * self._shown[self._page]
        return [
            node
            for node in nodes
            if self._told[node] <= most_told and self._shown[node] <= most_shown
        ]

    def is_menu(self, node: Any) -> bool:  # noqa: ANN401 - lxml has no types
        """Whether a node is a list of which nearly all is links."""
        return (
            node.tag in _LISTS
            and len(node.findall("li")) >= LEAST_ENTRIES
            and self._linked[node] >= LINKED * self._shown[node] > 0
        )

    def is_link(self, node: Any) -> bool:  # noqa: ANN401 - lxml has no types
        """Whether a paragraph is nothing but a link, or a label and a link: "More: Ferry runs"."""
        if node.tag not in ("p", "li") or self._shown[node] < LEAST_LETTERS:
            return False
        label = _before_link(node) if self._linked[node] else ""
        is_label = label.endswith(":") and letters(label) <= LONGEST_LABEL
        rest = self._shown[node] - (letters(label) if is_label else 0)
        is_whole = self._linked[node] >= WHOLLY_LINKED * rest and rest >= LEAST_LETTERS
        return is_whole and (is_label or node.tag == "p")

    def cards(self, nodes: Iterable[Any]) -> Iterator[Any]:
        """The boxes of other stories: three or more neighbours, nearly each headed by a link."""
        for parent in nodes:
            boxes = [child for child in parent if child.tag in _CARDS]
            if len(boxes) >= LEAST_ENTRIES:
                cards = sum(map(self._is_card, boxes))
                yield from boxes if cards >= max(LEAST_ENTRIES, LINKED * len(boxes)) else []
            yield from self._teasers([child for child in parent if child.tag == "p"])

    def _teasers(self, paragraphs: list[Any]) -> list[Any]:
        """The last paragraphs of a box, where they are linked headlines and their teasers."""
        found: list[Any] = []
        for part in reversed(paragraphs):
            teaser = found[-1] if found and not self.is_link(found[-1]) else None
            if not self.is_link(part) and (teaser is not None or not self._is_short(part)):
                break
            found.append(part)
        heads = [*filter(self.is_link, found)]
        return found if len(heads) >= LEAST_ENTRIES else []

    def _is_short(self, node: Any) -> bool:  # noqa: ANN401 - lxml has no types
        return 0 < self._shown[node] <= LONGEST_CARD

    def _is_card(self, node: Any) -> bool:  # noqa: ANN401 - lxml has no types
        if not 0 < self._linked[node] <= self._shown[node] <= LONGEST_CARD:
            return False
        links = (link for link in node.iter("a") if self._shown[link] >= LEAST_LETTERS)
        # A headline in a link, or a link in a headline.
        return any(
            len(link) or next(link.iterancestors(*_HEADINGS), None) is not None for link in links
        )


def _before_link(node: Any) -> str:  # noqa: ANN401 - lxml has no types
    """What stands in a node before its first link."""
    walk = etree.iterwalk(node, events=("start", "end"))
    before = takewhile(lambda step: step[1].tag != "a", walk)
    words = ((part.text if event == "start" else part.tail) or "" for event, part in before)
    return "".join(words).strip()


def _is_hidden(node: Any) -> bool:  # noqa: ANN401 - lxml has no types
    style = re.sub(r"\s", "", node.get("style") or "").lower()
    return node.get("hidden") is not None or bool(_HIDDEN_STYLE.search(style))


def _is_closed(node: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether a node is shown only on a click, or only to a machine that reads aloud."""
    if node.tag == "details":
        return node.get("open") is None
    name = (node.get("class") or "").lower()
    hidden = _HIDDEN_NAME.search(name[:LONGEST_NAME])
    return node.tag not in _WHOLE and hidden is not None and not _SHOWN_NAME.search(name)


def _is_furniture(node: Any) -> bool:  # noqa: ANN401 - lxml has no types
    if node.tag in ("figcaption", "nav") or (node.get("role") or "").lower() in _ROLES:
        return True
    if node.tag in (*_WHOLE, "main", "article", "h1", "p", "span", "a"):
        return node.tag == "p" and _names(node, "caption", "credit")
    name = f"{node.get('class') or ''} {node.get('id') or ''}".lower()
    return len(name) <= LONGEST_NAME and _FURNITURE_NAME.search(name) is not None


def _names(node: Any, *words: str) -> bool:  # noqa: ANN401 - lxml has no types
    return any(word in (node.get("class") or "").lower() for word in words)
