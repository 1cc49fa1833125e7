"""A draft of an article from text and metadata, and the title it goes by where none is stated."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from bot.articles.article import Draft, Mark, Note, TitleOrigin
from bot.articles.boilerplate.marking import marks
from bot.articles.boilerplate.wording import BoilerplatePhrases
from bot.articles.metadata import MAX_TITLE, Metadata, has_letter, one_line
from bot.errors import Refused
from bot.language.cleaning import clean
from bot.language.languages import language_of
from bot.language.paragraphs import REPLACED


def draft(
    text: str,
    facts: Metadata,
    phrases: BoilerplatePhrases,
    *,
    key: str,
    source: str,
    heading: str | None = None,
    topics: tuple[str, ...] = (),
    marked: Sequence[Mark] = (),
    notes: tuple[Note, ...] = (),
) -> Draft:
    """Return the draft of a text; `heading` is its title when the facts state none.

    Lines that `phrases` know are marked as boilerplate; `marked` are lines of a cleaned text that
    its reader knows to be no prose. Raises Refused when the text is blank or has no words.
    """
    text = _read(text)
    boilerplate = _merged(marks(text, phrases), marked)
    language = language_of(text, facts.language)
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
        language=language,
        language_found=language != facts.language,
        topics=topics,
        marks=boilerplate,
        notes=(*notes, *_damage(text)),
    )


def _read(written: str) -> str:
    """The text, cleaned; Refused when there is none."""
    text = clean(written)
    if not text.strip():
        raise Refused("refused/empty")
    if not has_letter(text):
        raise Refused("refused/no_words")
    return text


SHOWN_KEYS = 10
SHOWN_KEY = 40
"""Unknown keys that are named, and characters of each; a dump of another program has hundreds."""


def unknown_keys(unknown: Sequence[object], known: Iterable[str]) -> tuple[Note, ...]:
    """What is told of keys that state nothing here, one of which may be misspelt."""
    if not unknown:
        return ()
    named = ", ".join(one_line(str(key), SHOWN_KEY) or "?" for key in unknown[:SHOWN_KEYS])
    names = (("keys", named), ("count", len(unknown)), ("known", ", ".join(known)))
    return (Note("articles/told_keys", names),)


def _merged(found: tuple[Mark, ...], known: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of both in order, those that a reader knows only where no other one is."""
    taken = {mark.start for mark in found}
    more = [mark for mark in known if mark.start not in taken]
    return tuple(sorted((*found, *more), key=lambda mark: mark.start)) if more else found


def _damage(text: str) -> tuple[Note, ...]:
    """What is told of characters that could not be read."""
    lost = text.count(REPLACED)
    return (Note("articles/told_damaged", (("characters", lost),)),) if lost else ()


def _named(title: str | None, heading: str | None) -> tuple[str, TitleOrigin] | None:
    if title:
        return title, "metadata"
    line = one_line(heading, MAX_TITLE)
    return (line, "headline") if line else None


# Shorter lines are labels, longer ones are prose.
HEADLINE_WORDS = range(3, 26)
# In scripts without spaces words cannot be counted.
HEADLINE_CHARACTERS = 10
# A headline stands at the top; a text without prose in so many lines has none.
TOP_LINES = 200
# What fits on one line of a list.
FIRST_WORDS = 12
FIRST_CHARACTERS = 80
ELLIPSIS = "…"

_CLOSING = r"[\"'”’»›」』)\]]*"
# A line such as: Author: Ada Lund
_LABEL = re.compile(r"(?:https?://|www\.)\S+|(?:author|by)\s*:.*", re.IGNORECASE)
_OPEN_END = re.compile(rf"[.…。．,;:，；：]{_CLOSING}$")  # a sentence, and so.
_SENTENCE_END = re.compile(rf"[.!?…。！？．]{_CLOSING}$")  # He left.”
# A full stop after a long word, not after an initial or a short form of address.
_SENTENCE_WITHIN = re.compile(rf"[a-z]{{4}}[.!?]{_CLOSING}\s+[A-Z]|。\S")


def headline(text: str, marks: Sequence[Mark]) -> tuple[str, TitleOrigin]:
    """Return the line that is unmistakably the headline, or the first words of the prose.

    `marks` are the boilerplate of the text, sorted and covering whole lines.
    """
    candidate, first = "", ""
    for line in islice(unmarked_lines(text, marks), TOP_LINES):
        if _LABEL.fullmatch(line) or not has_letter(line):
            continue
        first = first or line
        if not candidate and is_headline(line):
            candidate = line
        elif _is_prose(line):
            return (candidate, "headline") if candidate else (first_words(line), "first_words")
    return first_words(first or text), "first_words"


def unmarked_lines(text: str, marks: Sequence[Mark]) -> Iterator[str]:
    """Yield the lines that are no boilerplate, stripped of space; blank ones are left out."""
    start = 0
    for mark in marks:
        yield from _lines(text[start : mark.start])
        start = mark.end
    yield from _lines(text[start:])


def first_words(text: str) -> str:
    """Return at most twelve words and eighty characters of the text, with an ellipsis when cut."""
    words = text.split(maxsplit=FIRST_WORDS)
    taken = " ".join(words[:FIRST_WORDS])
    if len(taken) > FIRST_CHARACTERS:
        begun = taken[:FIRST_CHARACTERS]
        taken = begun.rpartition(" ")[0] or begun[:-1]
    elif len(words) <= FIRST_WORDS:
        return taken
    return f"{taken.rstrip(',;:-–— ')}{ELLIPSIS}"


def _lines(text: str) -> Iterator[str]:
    return filter(None, map(str.strip, text.split("\n")))


def is_headline(line: str) -> bool:
    """Whether a line has the length and the end of a headline."""
    words = len(line.split())
    spoken = words in HEADLINE_WORDS or (
        len(line) >= HEADLINE_CHARACTERS and words < min(HEADLINE_WORDS)
    )
    ended = _OPEN_END.search(line) or _SENTENCE_WITHIN.search(line)
    return spoken and len(line) <= MAX_TITLE and not ended


def _is_prose(line: str) -> bool:
    long = len(line.split()) not in range(HEADLINE_WORDS.stop) or len(line) > MAX_TITLE
    return long or bool(_SENTENCE_END.search(line))
