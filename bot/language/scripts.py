"""Scripts that are written without spaces between words, and marks that belong to letters."""

import re
import unicodedata

UNSPACED = (  # Chinese and Japanese, Korean; Thai, Lao; Burmese, Khmer
    "\u2e80-\u2fd5\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u3096\u3099-\u309a\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\uff66-\uffdc\U00020000-\U000323af"
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u1000-\u1049\u1780-\u17d3"
)
"""A character class of the letters of scripts in which no space tells where a word ends."""

JOINERS = "\u200c\u200d"
"""Zero-width non-joiner and joiner, which shape the letters of Persian and of Indian scripts."""

LETTERS_A_WORD = 2
"""Letters that stand for a word where words cannot be counted: those of Chinese, about."""

_UNSPACED_LETTER = re.compile(f"[{UNSPACED}]")
_LIVING = range(0x0300, 0x1E00)


def _ranges(codes: list[int]) -> str:
    """A character class of code points in ascending order."""
    written = []
    start = last = codes[0]
    for code in [*codes[1:], 0]:
        if code != last + 1:
            written.append(f"{chr(start)}-{chr(last)}")
            start = code
        last = code
    return "".join(written)


MARKS = _ranges([code for code in _LIVING if unicodedata.category(chr(code))[0] == "M"])
"""A character class of accents and vowel signs, which Python does not count among the letters."""


def word_count(text: str) -> int:
    """How many words a text has, about; in scripts without spaces, by its letters."""
    words = len(text.split())
    if text.isascii() or not _UNSPACED_LETTER.search(text):
        return words
    return max(words, len(_UNSPACED_LETTER.findall(text)) // LETTERS_A_WORD)
