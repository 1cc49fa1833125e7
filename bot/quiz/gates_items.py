"""Gates on a question with its options, in view of what other articles say."""

from bot.articles.article import Article
from bot.quiz.agreement import Agreement
from bot.quiz.facts import Fact
from bot.quiz.ground import stated

LONGEST_OPTION = 80
"""Characters of a Discord button's label."""


def is_disputed(
    _fact: Fact, _article: Article, agreement: Agreement, _wrong: tuple[str, ...]
) -> bool:
    """Another report, or another sentence, gives another value for the same fact."""
    return bool(agreement.disputed)


def is_alone_in_the_headline(
    fact: Fact, article: Article, _agreement: Agreement, wrong: tuple[str, ...]
) -> bool:
    """The headline, which is shown, has the right option and no wrong one."""
    named = [stated(one.split()[-1], article.title) for one in wrong]
    return _in_title(fact.answer, article.title) and not any(named)


def has_a_long_option(
    fact: Fact, _article: Article, _agreement: Agreement, wrong: tuple[str, ...]
) -> bool:
    """An option does not fit on a button."""
    return max(map(len, (fact.answer, *wrong))) > LONGEST_OPTION


def _in_title(option: str, title: str) -> bool:
    if option[:1].isdigit() or not option[:1].isupper():
        return stated(option, title)
    return any(stated(part, title) for part in option.split() if len(part) > 1)


ITEM_GATES = (is_disputed, is_alone_in_the_headline, has_a_long_option)
