"""From a file to article drafts, one reader for each kind of file."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePath
from typing import BinaryIO

from bot.articles.article import Draft, Rejection, attempted, refusal
from bot.articles.boilerplate.wording import BoilerplatePhrases
from bot.articles.drafting import draft
from bot.articles.metadata import Metadata
from bot.articles.pasted import stated_facts
from bot.articles.readers.encoding import decode
from bot.errors import Refused
from bot.language.cleaning import clean

# What is longer is no suffix, only a dot in a name.
MAX_SUFFIX = 20
PDF = ".pdf"
MEGABYTE = 1_000_000
# The longest newspaper article has 0.2 MB, its web page 2 MB; a line of .jsonl is one article.
MAX_FILE_BYTES = 5 * MEGABYTE

_Entry = tuple[str, Callable[[], Draft]]  # where an article stands, and what reads it there
_Reader = Callable[[BinaryIO, str, Metadata, BoilerplatePhrases], Iterator[_Entry]]


def drafts(
    name: str, stream: BinaryIO, source: str, facts: Metadata, phrases: BoilerplatePhrases
) -> Iterator[Draft | Rejection]:
    """Yield the articles of a file and what of it is refused, in the file's order.

    `name` tells the kind of file by its suffix, `source` is the path or URL it came from, and
    `facts` win over what the file says of itself. A .jsonl file is read line by line. Whatever
    reading an article raises is that article's refusal, and the others go on.
    """
    # A file name that is no UTF-8 comes with lone surrogates, which no database stores.
    source = source.encode("utf-8", "replace").decode()
    try:
        for place, read in _reader(name)(stream, source, facts, phrases):
            yield attempted(place, read)
    except Exception as error:  # noqa: BLE001 - what breaks a file as a whole is its refusal
        yield refusal(source, error)


def _reader(name: str) -> _Reader:
    suffix = PurePath(name).suffix.lower()[:MAX_SUFFIX]
    if suffix == PDF:
        raise Refused("refused/pdf")
    reader = _READERS.get(suffix)
    if not reader:
        raise Refused("refused/unknown_format", suffix=suffix, known=" ".join(SUFFIXES))
    return reader


def _plain_text(
    stream: BinaryIO, source: str, facts: Metadata, phrases: BoilerplatePhrases
) -> Iterator[_Entry]:
    text = clean(decode(_content(stream)))
    stated = facts.over(stated_facts(text, phrases))
    yield source, partial(draft, text, stated, phrases, key=source, source=source)


def _markdown(
    stream: BinaryIO, source: str, facts: Metadata, phrases: BoilerplatePhrases
) -> Iterator[_Entry]:
    from bot.articles.readers.markdown import markdown_draft  # noqa: PLC0415 - brings yaml

    yield source, partial(markdown_draft, clean(decode(_content(stream))), source, facts, phrases)


def _webpage(
    stream: BinaryIO, source: str, facts: Metadata, phrases: BoilerplatePhrases
) -> Iterator[_Entry]:
    from bot.articles.readers.html import webpage_draft  # noqa: PLC0415 - brings trafilatura, slow

    yield source, partial(webpage_draft, _content(stream), source, facts, phrases)


def _objects(
    stream: BinaryIO, source: str, facts: Metadata, phrases: BoilerplatePhrases
) -> Iterator[_Entry]:
    from bot.articles.readers.json import json_draft, parsed  # noqa: PLC0415 - brings pydantic

    loaded = parsed(decode(_content(stream)))
    objects = loaded if isinstance(loaded, list) else [loaded]
    if not objects:
        raise Refused("refused/empty")
    for number, item in enumerate(objects, start=1):
        place = f"{source}#{number}" if len(objects) > 1 else source
        yield place, partial(json_draft, item, source, place, facts, phrases)


def _object_lines(
    stream: BinaryIO, source: str, facts: Metadata, phrases: BoilerplatePhrases
) -> Iterator[_Entry]:
    empty = True
    for number, line in enumerate(_lines(stream), start=1):
        if line.strip():
            empty = False
            yield (
                f"{source}, line {number}",
                partial(_line_draft, line, number, source, facts, phrases),
            )
    if empty:
        raise Refused("refused/empty")


def _line_draft(
    line: bytes,
    number: int,
    source: str,
    facts: Metadata,
    phrases: BoilerplatePhrases,
) -> Draft:
    from bot.articles.readers.json import json_draft, parsed  # noqa: PLC0415 - brings pydantic

    loaded = parsed(decode(_within_limit(line)), number)
    return json_draft(loaded, source, f"{source}#{number}", facts, phrases)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines; of one that is too long only the beginning, to be refused."""
    while line := stream.readline(MAX_FILE_BYTES + 1):
        yield line
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_FILE_BYTES)


def _content(stream: BinaryIO) -> bytes:
    content = _within_limit(stream.read(MAX_FILE_BYTES + 1))
    if not content.strip():
        raise Refused("refused/empty")
    return content


def _within_limit(content: bytes) -> bytes:
    if len(content) > MAX_FILE_BYTES:
        raise Refused("refused/too_large", limit=MAX_FILE_BYTES // MEGABYTE)
    return content


_READERS: dict[str, _Reader] = {
    ".txt": _plain_text,
    ".md": _markdown,
    ".html": _webpage,
    ".htm": _webpage,
    ".json": _objects,
    ".jsonl": _object_lines,
}
SUFFIXES = tuple(_READERS)
