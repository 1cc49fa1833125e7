"""Articles written as JSON: objects of the form that Pullquote itself gives out."""

import json
import math

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.articles.article import Draft
from bot.articles.boilerplate.wording import BoilerplatePhrases
from bot.articles.drafting import draft, unknown_keys
from bot.articles.metadata import MAX_URL, Metadata, known, one_line, topic_names, web_address
from bot.articles.readers.written import plain_line, plain_text
from bot.errors import Refused
from bot.language.calendar import SHOWN_CHARACTERS

# What Pullquote gives out beside what it takes in.
_EXPORTED = frozenset(("version", "collection", "title_origin", "excerpt", "marks"))
# Python refuses to read whole numbers of more than 4,300 digits.
MAX_DIGITS = 4_000


class _JsonArticle(BaseModel):
    """One article; the names of what else an object holds are kept, to be told."""

    model_config = ConfigDict(extra="allow", strict=True)

    text: str
    id: str | int | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    source: str | None = None
    topics: list[str] | None = None


def parsed(text: str, first_line: int = 1) -> object:
    """Return what the JSON text holds, which begins at `first_line` of its file.

    Raises Refused, naming the line, when the text is no JSON.
    """
    try:
        # What an object lacks at its end is lacking on its own line, not on the next one.
        return json.loads(text.rstrip(), parse_int=_whole_number)
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        raise Refused("refused/json", line=line, column=error.colno) from error
    except RecursionError as error:
        raise Refused("refused/json_deep") from error


def json_draft(
    loaded: object, source: str, place: str, facts: Metadata, phrases: BoilerplatePhrases
) -> Draft:
    """Return the draft of one object of the file `source`; `facts` win over what it states.

    `place` is the article's key when it states neither id, nor url, nor source.
    Raises Refused when the object is no article.
    """
    entry = _entry(loaded)
    more = entry.model_extra or {}
    # A text that Pullquote gave out itself has no tags, only signs that may look like some.
    text = entry.text if isinstance(more.get("marks"), list) else plain_text(entry.text)
    stated = facts.over(
        known(
            title=plain_line(entry.title),
            outlet=plain_line(entry.outlet),
            author=plain_line(entry.author),
            published=entry.published,
            url=entry.url,
            language=entry.language,
        )
    )
    url = web_address(entry.url)
    origin = one_line(entry.source, MAX_URL)
    name = one_line(str(entry.id), MAX_URL) if entry.id is not None else None
    return draft(
        text,
        stated,
        phrases,
        key=f"id:{name}" if name else url or origin or place,
        source=origin or url or source,
        topics=topic_names([plain_line(topic) or "" for topic in entry.topics or []]),
        notes=unknown_keys(
            [key for key in more if key not in _EXPORTED], _JsonArticle.model_fields
        ),
    )


def _entry(loaded: object) -> _JsonArticle:
    if not isinstance(loaded, dict):
        raise Refused("refused/json_shape")
    try:
        return _JsonArticle.model_validate(loaded)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        field = str(fault["loc"][0])[:SHOWN_CHARACTERS]
        utterance = "refused/json_missing" if fault["type"] == "missing" else "refused/json_field"
        raise Refused(utterance, field=field) from error


def _whole_number(digits: str) -> float:
    return int(digits) if len(digits) <= MAX_DIGITS else math.inf
