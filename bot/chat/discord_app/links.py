"""The address behind a link button."""

import re

from yarl import URL

LONGEST = 512
"""Characters of a button's address, Discord's own limit."""

_HOST = re.compile(r"[a-z0-9.-]+|[0-9a-f:.]+")


def link(url: str | None) -> str | None:
    """The address as a browser would send it: http(s), percent-encoded, its host in ASCII.

    None when there is none, or when it is too long, names a user, or is no web address.
    """
    if url is None:
        return None
    try:
        parsed = URL(url)
        encoded = str(parsed)
    except ValueError:
        return None
    host = parsed.raw_host
    is_web = parsed.scheme in {"http", "https"} and parsed.user is None
    if not is_web or host is None or not _HOST.fullmatch(host) or len(encoded) > LONGEST:
        return None
    return encoded
