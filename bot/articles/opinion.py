"""Whether an article is stated to be opinion: by its address, its title, its topics or its author.

English, but for the addresses. Nothing is guessed from how an article argues.
"""

import re
from urllib.parse import urlsplit

from bot.articles.article import Draft

SECTIONS = frozenset(
    "opinion opinions op-ed op-eds oped opeds editorial editorials editorials-opinion column "
    "columns columnist columnists commentary commentaries commentisfree comment comments-opinion "
    "views viewpoint viewpoints perspective perspectives letters letters-to-the-editor "
    "guest-column guest-columns guest-essay ideas-opinion opinion-columns".split()
)
"""Parts of an address under which outlets keep opinion: "/opinion/", "/commentisfree/"."""

PREFIXED = re.compile(r"(?:opinion|editorial|op-?ed|letters?-to-the-editor)s?-\w")
"""How a part of an address begins that names the form itself: "opinion-the-ferry-is-late"."""

_FORM = (
    r"opinions?|op-?eds?|editorials?|(?:our|the)\s+view|letters?(?:\s+(?:to\s+the\s+editor|of\s+the"
    r"\s+day))?|commentary|comment|column|viewpoint|perspective|guest\s+(?:column|essay|opinion|"
    r"commentary|post)|letters?\s+from\s+readers"
)
LABEL = re.compile(  # "Opinion: …", "Op-Ed | …", "[Editorial] …"
    rf"\s*(?:[\[(]\s*(?:{_FORM})\s*[\])]|(?:{_FORM})\s*(?:[:|•·]|[–—-]{{1,2}}(?=\s)))",
    re.IGNORECASE,
)
LABEL_AFTER = re.compile(  # "… | Opinion", "… - Letters"
    rf"(?:\s[|•·–—-]{{1,2}}\s|\s\[|\s\()(?:{_FORM})(?:[\])]|\s[|•·–—-]{{1,2}}\s[^|•·–—]{{1,60}})?\s*\Z",
    re.IGNORECASE,
)
NAMED = re.compile(rf"\s*(?:{_FORM})\s*", re.IGNORECASE)
"""A topic, a title or a line that is the name of the form and nothing else."""

AUTHOR = (
    re.compile(  # "The Editorial Board", "Letters to the Editor", "Ada Lund, opinion columnist"
        r"\b(?:editorial\s+(?:board|staff|team)|letters?\s+to\s+the\s+editor|op-?ed|"
        r"(?:opinion|guest)\s+(?:columnist|contributor|writer|essayist)|columnist)\b",
        re.IGNORECASE,
    )
)
BY_LINE = re.compile(  # "Opinion by Ada Lund", "OPINION"
    rf"(?:{_FORM})(?:\s+(?:by|from)\s+(?-i:[A-Z])[^\n]{{0,100}}(?<!\.))?", re.IGNORECASE
)
TOP = 400
"""Characters at the beginning of a text in which a line may say what the article is."""


def is_opinion(article: Draft) -> bool:
    """Whether its source says that an article tells an opinion, and no news."""
    title = article.title
    return (
        _is_in_section(article.url)
        or bool(LABEL.match(title) or LABEL_AFTER.search(title) or NAMED.fullmatch(title))
        or any(NAMED.fullmatch(topic) for topic in article.topics)
        or bool(article.author and AUTHOR.search(article.author))
        or _is_said_at_the_top(article.text)
    )


def _is_in_section(url: str | None) -> bool:
    """Whether a folder of the address, or the beginning of its host, is one for opinion."""
    if not url:
        return False
    parts = urlsplit(url)
    *folders, page = [part.casefold() for part in parts.path.split("/") if part] or [""]
    host = (parts.hostname or "").removeprefix("www.").partition(".")[0]
    return host in SECTIONS or any(map(_is_section, folders)) or bool(PREFIXED.match(page))


def _is_section(folder: str) -> bool:
    return folder in SECTIONS or bool(PREFIXED.match(folder))


def _is_said_at_the_top(text: str) -> bool:
    lines = (line.strip() for line in text[:TOP].split("\n")[:-1])
    return any(BY_LINE.fullmatch(line) for line in lines)
