"""What is too sensitive to make a game of, from a list that an operator can edit."""

import re
from collections.abc import Iterable, Mapping


class Sensitive:
    """Words that keep a whole story, or one sentence, out of the quiz.

    A phrase matches whole words in any case; one that ends in "*" matches every word that so
    begins.
    """

    def __init__(self, story: Iterable[str], sentence: Iterable[str]) -> None:
        self._story = _pattern(story)
        self._sentence = _pattern(sentence)

    def bars_story(self, title: str, text: str) -> bool:
        """Whether a story is left out: its title says so, or its text does more than once."""
        if self._story is None:
            return False
        said = {found.group().casefold() for found in self._story.finditer(text)}
        return bool(self._story.search(title)) or len(said) > 1

    def bars_sentence(self, words: str) -> bool:
        """Whether no question is made from these words."""
        barred = (pattern for pattern in (self._story, self._sentence) if pattern is not None)
        return any(pattern.search(words) for pattern in barred)


def sensitive_words(tables: Mapping[str, object]) -> Sensitive:
    """The lists of a file, `story` and `sentence`; ValueError when it has anything else."""
    if set(tables) != {"story", "sentence"}:
        raise ValueError(sorted(tables))
    story, sentence = (_phrases(tables[name]) for name in ("story", "sentence"))
    return Sensitive(story, sentence)


def _phrases(listed: object) -> list[str]:
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise ValueError(listed)
    return [one for one in listed if one.strip("* ")]


def _pattern(phrases: Iterable[str]) -> re.Pattern[str] | None:
    ways = [re.escape(one.rstrip("*")) + (r"\w*" if one.endswith("*") else "") for one in phrases]
    return re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE) if ways else None
