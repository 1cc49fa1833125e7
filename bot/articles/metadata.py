"""What is stated about an article beside its text: title, outlet, author, date, address."""

import re
from dataclasses import dataclass, fields
from urllib.parse import SplitResult, urlsplit, urlunsplit

from bot.language.calendar import stated_date
from bot.language.cleaning import clean

# A headline is shorter; what is longer is text that slipped into the field.
MAX_TITLE = 300
# The longest mastheads and author lists of real pages fit.
MAX_NAME = 200
# Browsers and servers stop near here.
MAX_URL = 2_000
MAX_TOPICS = 20
MAX_TOPIC = 80

# Letters and symbols that draw nothing: a name made of them is no name.
BLANK_LOOKING = "\u115f\u1160\u2800\u3164\uffa0"
_DRAWN = re.compile(rf"[^\s{BLANK_LOOKING}\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LETTER = re.compile(rf"[^\W\d_{BLANK_LOOKING}]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.ASCII)  # en, pt-br


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The stated facts of one article, in the form a draft keeps them."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """Return these facts, with the other's where these are silent."""
        names = [field.name for field in fields(self)]
        return Metadata(**{name: getattr(self, name) or getattr(other, name) for name in names})


def known(
    *,
    title: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    published: object = None,
    url: str | None = None,
    language: str | None = None,
) -> Metadata:
    """Return facts as a person or program wrote them down, brought into form.

    Raises Refused for a date that is none; anything else that is no good is unknown.
    """
    return Metadata(
        title=one_line(title, MAX_TITLE),
        outlet=one_line(outlet, MAX_NAME),
        author=one_line(author, MAX_NAME),
        published=stated_date("published", published),
        url=web_address(url),
        language=language_tag(language),
    )


def one_line(value: str | None, limit: int) -> str | None:
    """Return the words on one line, at most `limit` characters; None when nothing is drawn."""
    line = " ".join(clean(value or "").split())[:limit].strip()
    return line if _DRAWN.search(line) else None


def has_letter(text: str) -> bool:
    """Whether the text holds at least one letter that can be seen."""
    return bool(_LETTER.search(text))


def web_address(value: str | None) -> str | None:
    """Return the http or https address as it is written, or None when it is not a plain one."""
    address = (value or "").strip()
    if len(address) > MAX_URL or not address.isprintable() or re.search(r"[ \\]", address):
        return None
    try:
        parts = urlsplit(address)
        named = parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    plain = parts.scheme in {"http", "https"} and named and "@" not in parts.netloc
    return address if plain else None


def language_tag(value: str | None) -> str | None:
    """Return a language tag such as `en` or `pt-br` in lower case, or None when it is none."""
    tag = (value or "").strip().replace("_", "-").lower()
    return tag if _LANGUAGE.fullmatch(tag) else None


def topic_names(values: list[str]) -> tuple[str, ...]:
    """Return the topics, each once, in their order, at most twenty."""
    named = (one_line(value, MAX_TOPIC) for value in values)
    return tuple(dict.fromkeys(name for name in named if name))[:MAX_TOPICS]


TRACKING = re.compile(  # utm_source, fbclid
    r"utm_\w+|pk_\w+|mtm_\w+|hsa_\w+|at_(?:medium|campaign|custom\d|link\w*|format|ptr_\w+|bbc_\w+)"
    r"|fbclid|gclid|gclsrc|dclid|msclkid|twclid|yclid|igshid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok"
    r"|ref_src|ref_url|cmpid|ns_\w+|s_cid|ocid|ftag|xtor|partner|sref|rss|ncid|trk|spm|smid"
    r"|guccounter|guce_\w+|soc_(?:src|trk)|wt_mc|cmp|_ga|_gl",
    re.IGNORECASE,
)
"""Parameters that tell a site where its readers come from, and never which page is meant."""

_SAME_HOST = re.compile(r"\A(?:www|m|mobile|amp)\.")  # www.a.example
_PORTS = {"http": 80, "https": 443}


def canonical_address(address: str) -> str:
    """Return the address without what does not tell which page it is, for comparing.

    Scheme, `www.`, a port that goes without saying, tracking parameters, the order of parameters,
    a fragment and a last slash make no other page.
    """
    parts = urlsplit(address)
    host = site_of(address)
    port = "" if parts.port in (None, _PORTS.get(parts.scheme)) else f":{parts.port}"
    path = parts.path.rstrip("/") or "/"
    return urlunsplit(("https", f"{host}{port}", path, "&".join(sorted(_untracked(parts))), ""))


def without_tracking(address: str) -> str:
    """Return the address as a reader may be given it: it leads to the same page, and tells less."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(query="&".join(_untracked(parts)), fragment=""))


def site_of(address: str) -> str:
    """Return the host of an address, without what only tells which form of the site is meant."""
    return _SAME_HOST.sub("", (urlsplit(address).hostname or "").rstrip("."))


def are_one_site(one: str, other: str) -> bool:
    """Whether two addresses belong to one site, or one to a part of the other's."""
    hosts = sorted((site_of(one), site_of(other)), key=len)
    return bool(hosts[0]) and (hosts[0] == hosts[1] or hosts[1].endswith(f".{hosts[0]}"))


def _untracked(parts: SplitResult) -> list[str]:
    """Return the parameters that are no tracking, as they are written."""
    written = parts.query.split("&")
    return [one for one in written if one and not TRACKING.fullmatch(one.partition("=")[0])]
