"""Headlines that stand before a question whose own words name nobody."""

import re

from bot.articles.article import Article
from bot.quiz.facts import PEOPLE, Fact
from bot.quiz.gates_wording import opens_with_a_link
from bot.quiz.ground import stated, unquoted
from bot.quiz.name_words import TITLES

LONGEST = 100
"""Characters of a headline that may stand before a question."""

_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z][\w.’'-]*[a-z]")
_ACRONYM = re.compile(r"(?<!^)\b(?:[A-Z]{2,6}|(?:[A-Z]\.){2,})\b")
_UNFIT = re.compile(r"[“”\"«»|_\n]|https?:|\[|…|\.\.\.")


def names_somebody(fact: Fact) -> bool:
    """Whether the stem has a name, without which it could be of any story."""
    words = fact.stem if fact.kind in PEOPLE else unquoted(fact.stem)
    named = [name for name in _NAME.findall(words) if name.casefold() not in TITLES]
    return bool(named or _ACRONYM.search(words))


def heading(article: Article, options: tuple[str, ...]) -> str:
    """The headline, fit to stand before a question with these options; empty when it is not."""
    title = article.title.strip().rstrip(".:")
    named = _NAME.search(title) or _ACRONYM.search(title)
    fits = named and len(title) <= LONGEST and article.title_origin != "first_words"
    if not fits or _UNFIT.search(title) or opens_with_a_link(title):
        return ""
    parts = [part for option in options for part in option.split() if len(part) > 1]
    return "" if any(stated(part, title) for part in parts) else title
