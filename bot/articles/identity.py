"""Which article a text is: one that is known, the next version of it, or another one."""

from hashlib import sha256
from urllib.parse import urlsplit

from bot.articles.article import Draft
from bot.articles.drafting import headline, unmarked_lines
from bot.articles.duplicates import shingles
from bot.articles.metadata import are_one_site, canonical_address, web_address

LEAST_LETTERS = 40
"""Some eight words: two notes as short as that may be two notices of one form."""

NEXT_VERSION = 0.3
"""Share of the shorter text's five-word runs in the other one from which it was only edited."""

KEY_DIGITS = 12

TOP_LINES = 12
LONGEST_HEAD = 200
"""Lines in which a headline is looked for, and characters of the longest."""

_DRESS = "\"'“”„‟‘’‚‛«»‹›`´*_#>"
_DASHES = "‐‑‒–—―−"
"""What two prints of one text differ in: quotation marks and emphasis, and the form of dashes."""


def words_hash(draft: Draft) -> str:
    """What two drafts have in common that are one text, whatever its headline and furniture are.

    Empty for an excerpt, and for a text that is too short to tell.
    """
    if draft.excerpt:
        return ""
    words = _undressed("\n".join(_body(draft)))
    return sha256(words.encode()).hexdigest() if len(words) >= LEAST_LETTERS else ""


def _body(draft: Draft) -> list[str]:
    """The lines of an article without furniture and headline."""
    head, origin = headline(draft.text, draft.marks)
    heads = {_undressed(head)} if origin == "headline" else set()
    if draft.title_origin != "first_words":
        heads.add(_undressed(draft.title))
    lines = list(unmarked_lines(draft.text, draft.marks))
    top = lines[:TOP_LINES]
    body = [line for line in top if len(line) > LONGEST_HEAD or _undressed(line) not in heads]
    return [*body, *lines[TOP_LINES:]]


def _undressed(text: str) -> str:
    # A text is searched for a sign much faster than it is translated sign by sign.
    for sign in _DRESS:
        text = text.replace(sign, "")
    for dash in _DASHES:
        text = text.replace(dash, "-")
    return " ".join(text.replace("…", "...").casefold().split())


def names_of(key: str) -> tuple[str, ...]:
    """The names under which an article of this key is looked for: a web address in two forms."""
    if web_address(key) is None or urlsplit(key).fragment:
        return (key,)
    return tuple(dict.fromkeys((key, canonical_address(key))))


def second_key(key: str, draft: Draft) -> str:
    """The key of another article under a known key, the same whenever its text comes again."""
    return f"{key}#{sha256(draft.text.encode()).hexdigest()[:KEY_DIGITS]}"


def are_of_two_sources(one: Draft, other: Draft) -> bool:
    """Whether two articles state different outlets or, where one states none, different sites.

    What stands at one address is of one source, whatever that is called.
    """
    at_both = one.url is not None and other.url is not None
    if at_both and canonical_address(one.url or "") == canonical_address(other.url or ""):
        return False
    if one.outlet and other.outlet:
        return _undressed(one.outlet) != _undressed(other.outlet)
    return at_both and not are_one_site(one.url or "", other.url or "")


def kinship(known: Draft, new: Draft) -> float:
    """How much a text under a known name is the known article: from NEXT_VERSION on, a version.

    One of another source never is, unless nothing but what its file states has changed.
    """
    if (known.source, known.text) == (new.source, new.text):
        return 1.0
    if are_of_two_sources(known, new):
        return 0.0
    one, other = shingles(known.text, known.marks), shingles(new.text, new.marks)
    shared = len(one & other) / max(1, min(len(one), len(other)))
    same_title = _undressed(known.title) == _undressed(new.title)
    return max(shared, NEXT_VERSION if same_title else 0.0)


def states_more(new: Draft, known: Draft) -> bool:
    """Whether a draft states all the facts that a known one states, and more."""
    return _stated(known) < _stated(new)


def _stated(draft: Draft) -> set[str]:
    facts = ("outlet", "author", "published", "url")
    stated = {name for name in facts if getattr(draft, name)}
    return stated | ({"title"} if draft.title_origin == "metadata" else set())
