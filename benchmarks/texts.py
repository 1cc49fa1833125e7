"""Articles for benchmarks: sentences of real text recombined, with names that nobody else has."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from bot.language.paragraphs import Span
from bot.language.sentences import sentences
from bot.settings import resource

SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
PARAGRAPHS = 4
PARAGRAPH_WORDS = 85
LONG_WORD = 3
NAMES = 0.15
"""Sentences that get a name of their own, so that the vocabulary grows with the corpus."""


def pool(texts: Path | None) -> list[str]:
    """Sentences of a .jsonl file with a `text` each; by default of the sample articles."""
    if texts is None:
        found = [path.read_text(encoding="utf-8") for path in resource("corpus").glob("*.md")]
        paragraphs = [p for text in found for p in text.split("---", 2)[2].split("\n\n")]
    else:
        lines = texts.read_text(encoding="utf-8").splitlines()
        paragraphs = [str(json.loads(line)["text"]) for line in lines]
    flat = [" ".join(paragraph.split()) for paragraph in paragraphs]
    return [t[s.start : s.end] for t in flat if t for s in sentences(t, Span(0, len(t)))]


def articles(count: int, sentence_pool: list[str], seed: int = 1) -> Iterator[dict[str, str]]:
    """`count` articles of about four passages each, in the form that `ingest` reads."""
    chance = random.Random(seed)
    for number in range(count):
        paragraphs = [_paragraph(chance, sentence_pool) for _ in range(PARAGRAPHS)]
        yield {
            "id": f"bench-{seed}-{number}",
            "title": chance.choice(sentence_pool)[:60],
            "outlet": f"Outlet {number % 20}",
            "published": f"2024-{1 + number % 12:02}-{1 + number % 28:02}",
            "text": "\n\n".join(paragraphs),
        }


def _paragraph(chance: random.Random, sentence_pool: list[str]) -> str:
    words: list[str] = []
    while len(words) < PARAGRAPH_WORDS:
        words += chance.choice(sentence_pool).split()
        if chance.random() < NAMES:
            name = "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))
            words += ["Mr.", name.capitalize(), "agreed."]
    return " ".join(words)


def queries(sentence_pool: list[str], terms: int, count: int, seed: int = 2) -> list[str]:
    """Queries of so many words, drawn from one sentence each as a reader would."""
    chance = random.Random(seed)
    telling = [[word for word in s.split() if len(word) > LONG_WORD] for s in sentence_pool]
    enough = [words for words in telling if len(words) >= terms]
    return [" ".join(chance.sample(chance.choice(enough), terms)) for _ in range(count)]
