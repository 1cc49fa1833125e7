"""The last step of every reader: text and facts become a draft, or are refused."""

from bot.articles.article import Draft, TitleOrigin
from bot.articles.boilerplate import marks
from bot.articles.facts import MAX_TITLE, Facts, has_letter, one_line
from bot.articles.headline import headline
from bot.articles.text import clean
from bot.errors import Refused


def draft(
    text: str,
    facts: Facts,
    *,
    key: str,
    source: str,
    heading: str | None = None,
    topics: tuple[str, ...] = (),
) -> Draft:
    """Return the draft of a text; `heading` is its title when the facts state none.

    Raises Refused when the text is blank or has no words.
    """
    text = clean(text)
    if not text.strip():
        raise Refused("refused/empty")
    if not has_letter(text):
        raise Refused("refused/no_words")
    boilerplate = marks(text)
    title, origin = _named(facts.title, heading) or headline(text, boilerplate)
    return Draft(
        key=key,
        source=source,
        text=text,
        title=title,
        title_origin=origin,
        outlet=facts.outlet,
        author=facts.author,
        published=facts.published,
        url=facts.url,
        language=facts.language,
        topics=topics,
        marks=boilerplate,
    )


def _named(title: str | None, heading: str | None) -> tuple[str, TitleOrigin] | None:
    if title:
        return title, "metadata"
    line = one_line(heading, MAX_TITLE)
    return (line, "headline") if line else None
