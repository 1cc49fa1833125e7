"""Which language a text is written in: found, or as stated where that can be."""

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.language.english.analyser import STOP_WORDS

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE_CHARACTERS = 2_000
"""Enough to be sure of a language, little enough to judge in a millisecond."""

SURE = 0.8
"""A finding is right at this probability: of 2,600 pieces of 15 to 200 characters in 44 languages
none was wrong, of 12,800 English ones of the same lengths ten. Of 60 characters one in ten stays
unknown, of 200 one in fifty."""

IMPOSSIBLE = 0.01
"""A stated language below this probability is a slip: a Persian feed that says it is in English."""

FUNCTION_WORDS = 0.3
"""Share of English function words that only English has: Portuguese, the next, has .17."""

LEAST_WORDS = 50
"""Words from which on that share tells."""

_ENGLISH = "en"
_ISO_639_1 = 2
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, stated: str | None = None) -> str | None:
    """The language of a text as a tag, None when it cannot be told.

    What is `stated` stands unless the text is surely in another language.
    """
    sample = text[:SAMPLE_CHARACTERS]
    if _is_plainly_english(sample):
        return stated if is_english(stated) else _ENGLISH
    likely = likelihoods(sample)
    found = max(likely, key=likely.__getitem__)
    if likely[found] < SURE:
        return stated
    possible = stated is not None and likely.get(primary(stated), 1.0) >= IMPOSSIBLE
    return stated if possible else found


def likelihoods(text: str) -> dict[str, float]:
    """How likely a text is in each language, by its code of two letters; together 1."""
    return dict(_identifier().rank(text[:SAMPLE_CHARACTERS]))


def primary(tag: str) -> str:
    """The language of a tag, without its country or script: `pt` of `pt-br`."""
    return tag.partition("-")[0].lower()


def is_english(tag: str | None) -> bool:
    """Whether a tag names English."""
    return tag is not None and primary(tag) == _ENGLISH


def _is_plainly_english(text: str) -> bool:
    """Whether the function words tell it: most news, which then needs no model of 80 MB."""
    words = _WORD.findall(text.lower())
    known = sum(word in STOP_WORDS for word in words)
    return len(words) >= LEAST_WORDS and known >= FUNCTION_WORDS * len(words)


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - half a second

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Languages without a code of two letters are dialects here, told apart from a main one.
    identifier.set_languages([one for one in identifier.labels if len(one) == _ISO_639_1])
    return identifier
