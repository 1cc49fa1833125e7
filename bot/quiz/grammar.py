"""What a parser knows of a sentence, where one is installed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a parsed sentence: its span, and how it hangs on the others.

    `head` is the place of the word it hangs on, its own place for the main verb; `relation` and
    `tag` are the parser's names, `lemma` the dictionary form.
    """

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    relation: str
    head: int


class Grammar(Protocol):
    """A parser of English sentences."""

    @property
    def name(self) -> str:
        """The model and its version: another one may find other facts."""
        ...

    def parsed(self, sentences: Sequence[str]) -> list[list[Word]]:
        """The words of each sentence, with offsets into it."""
        ...
