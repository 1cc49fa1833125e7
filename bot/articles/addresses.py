"""When two web addresses are one and the same page."""

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

TRACKING = re.compile(
    r"utm_\w+|pk_\w+|mtm_\w+|hsa_\w+|at_(?:medium|campaign|custom\d|link\w*|format|ptr_\w+|bbc_\w+)"
    r"|fbclid|gclid|gclsrc|dclid|msclkid|twclid|yclid|igshid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok"
    r"|ref_src|ref_url|cmpid|ns_\w+|s_cid|ocid|ftag|xtor|partner|sref|rss|ncid|trk|spm|smid"
    r"|guccounter|guce_\w+|soc_(?:src|trk)|wt_mc|cmp|_ga|_gl",
    re.IGNORECASE,
)
"""Parameters that tell a site where its readers come from, and never which page is meant."""

_SAME_HOST = re.compile(r"\A(?:www|m|mobile|amp)\.")
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
    return urlunsplit(("https", f"{host}{port}", path, "&".join(sorted(_telling(parts))), ""))


def without_tracking(address: str) -> str:
    """Return the address as a reader may be given it: it leads to the same page, and tells less."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(query="&".join(_telling(parts)), fragment=""))


def site_of(address: str) -> str:
    """Return the host of an address, without what only tells which form of the site is meant."""
    return _SAME_HOST.sub("", (urlsplit(address).hostname or "").rstrip("."))


def are_one_site(one: str, other: str) -> bool:
    """Whether two addresses belong to one site, or one to a part of the other's."""
    hosts = sorted((site_of(one), site_of(other)), key=len)
    return bool(hosts[0]) and (hosts[0] == hosts[1] or hosts[1].endswith(f".{hosts[0]}"))


def _telling(parts: SplitResult) -> list[str]:
    """Return the parameters that are no tracking, as they are written."""
    written = parts.query.split("&")
    return [one for one in written if one and not TRACKING.fullmatch(one.partition("=")[0])]
