"""The parser of English, where the extra `nlp` is installed."""

from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from bot.quiz.extraction.clauses import ParsedWord, Parser

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token


class SpacyParser:
    """A spaCy model as the quiz uses it, loaded when the first sentence comes."""

    def __init__(self, model: str) -> None:
        self.name = f"{model}-{version(model.replace('_', '-'))}"
        self._model = model
        self._language: Language | None = None

    def parsed(self, sentences: Sequence[str]) -> list[list[ParsedWord]]:
        """The words of each sentence, with offsets into it."""
        if self._language is None:
            # Loading takes seconds and 200 MB, which only those who use it shall pay.
            self._language = import_module("spacy").load(self._model)
        return [[_word(token) for token in document] for document in self._language.pipe(sentences)]


def installed_parser(model: str) -> Parser | None:
    """The parser with a model's name, None when it is not installed."""
    if not model or find_spec("spacy") is None or find_spec(model) is None:
        return None
    with suppress(PackageNotFoundError):
        return SpacyParser(model)
    return None


def _word(token: "Token") -> ParsedWord:
    return ParsedWord(
        start=token.idx,
        end=token.idx + len(token.text),
        text=token.text,
        lemma=token.lemma_,
        tag=token.tag_,
        relation=token.dep_,
        head=token.head.i,
        entity=token.ent_type_,
    )
