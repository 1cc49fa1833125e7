"""What is known of an article beside its text; what nobody stated is None, never a guess."""

import re
from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from bot.articles.dates import stated_date
from bot.articles.text import clean

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
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The stated facts of one article, in the form a draft keeps them."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: "Facts") -> "Facts":
        """Return these facts, with the other's where these are silent."""
        names = [field.name for field in fields(self)]
        return Facts(**{name: getattr(self, name) or getattr(other, name) for name in names})


def known(
    *,
    title: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    published: object = None,
    url: str | None = None,
    language: str | None = None,
) -> Facts:
    """Return facts as a person or program wrote them down, brought into form.

    Raises Refused for a date that is none; anything else that is no good is unknown.
    """
    return Facts(
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
