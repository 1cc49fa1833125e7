"""The look of a name: a run of capitalised words, with small particles inside. English."""

import re

from bot.language.english.lexicon import PARTICLE

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_WORD = rf"(?:{_CAPITAL}[\w’'-]*[a-zà-öø-ÿ][\w]*|{_CAPITAL}\.(?:-?{_CAPITAL}\.)*)"

NAME = rf"{_WORD}(?:[ ](?:{PARTICLE}[ ])*{_WORD})*"
"""The pattern of a name: "Xi", "J. K. Rowling", "Maria del Carmen Vega"."""

NAME_RUN = re.compile(rf"(?<![\w’'-]){NAME}")
"""A whole run of capitals."""
