"""How well articles are found in pages, furniture in texts, and copies among articles.

    python -m benchmarks.reading_news --pages FOLDER --texts FOLDER

`FOLDER` of pages holds `*.html.gz` and `truth.json` with the words of each article, as the article
extraction benchmark of scrapinghub has them. The score is that benchmark's own: runs of four words
that page and truth share, each page counting the same. `FOLDER` of texts holds reports, one a
file, no two of which are copies: each is altered as reprints are, and compared with all others.
"""

import argparse
import gzip
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from statistics import mean

from bot.articles.boilerplate.marking import marks
from bot.articles.drafting import unmarked_lines
from bot.articles.duplicates import are_copies, signature
from bot.articles.metadata import Metadata
from bot.articles.readers.html import webpage_draft
from bot.errors import Refused
from bot.language.cleaning import clean
from bot.language.paragraphs import Span
from bot.language.sentences import sentences
from bot.services.word_lists import WordLists

PHRASES = WordLists().boilerplate()


RUN = 4
WORD = re.compile(r"\w+")
FURNITURE = (
    "Home | News | Sport\nShare this article\n{text}\nRead more\nSubscribe to our newsletter\n"
    "© 2026 Some Paper. All rights reserved.\nMost popular\nTen things to know about tomatoes\n"
)

Counts = tuple[float, float, float]


def main() -> None:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--texts", type=Path)
    asked = parser.parse_args()
    if asked.pages:
        _print_pages(asked.pages)
    if asked.texts:
        _print_copies([clean(path.read_text()) for path in sorted(asked.texts.glob("*.txt"))])


def scores(pairs: list[tuple[str, str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of pairs of the true and the found words."""
    counts = [_counts(true, found) for true, found in pairs]
    precision = mean(right / (right + wrong) for right, wrong, _ in counts if right + wrong)
    recall = mean(right / (right + missed) for right, _, missed in counts if right + missed)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _print_pages(folder: Path) -> None:
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    begun = time.perf_counter()
    whole, unmarked = [], []
    for name, stated in truth.items():
        text, lines = _read(gzip.decompress((folder / f"{name}.html.gz").read_bytes()))
        whole.append((stated["articleBody"], text))
        unmarked.append((stated["articleBody"], lines))
    seconds = time.perf_counter() - begun
    empty = sum(not text for _, text in whole)
    print(f"{len(truth)} pages in {seconds:.1f} s, {empty} of them empty")
    for name, pairs in (("all of the text", whole), ("without furniture", unmarked)):
        print(f"{name:20} precision %.3f  recall %.3f  F1 %.3f" % scores(pairs))


def _read(content: bytes) -> tuple[str, str]:
    """The text of a page, and its lines that are no furniture."""
    try:
        made = webpage_draft(content, "page", Metadata(), PHRASES)
    except Refused:
        return "", ""
    return made.text, "\n".join(unmarked_lines(made.text, made.marks))


def _counts(true: str, found: str) -> Counts:
    """The shares of runs that are right, wrong and missed, so that a long page counts no more."""
    wanted, given = _runs(true), _runs(found)
    right = sum((wanted & given).values())
    wrong, missed = sum((given - wanted).values()), sum((wanted - given).values())
    total = right + wrong + missed
    return (right / total, wrong / total, missed / total) if total else (0.0, 0.0, 0.0)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    starts = range(max(1, len(words) - RUN + 1))
    return Counter(tuple(words[at : at + RUN]) for at in starts if words)


def _print_copies(texts: list[str]) -> None:
    chance = random.Random(3)
    vocabulary = sorted({word for text in texts for word in WORD.findall(text)})
    known = [signature(text, marks(text, PHRASES)) for text in texts]
    for name, reprint in _reprints(chance, vocabulary):
        altered = [reprint(text) for text in texts]
        found = [
            are_copies(one, signature(a, marks(a, PHRASES)))
            for one, a in zip(known, altered, strict=True)
        ]
        print(f"{name:26} {mean(found):.3f} found of {len(texts)}")
    false = sum(are_copies(one, other) for one, other in combinations(known, 2))
    print(f"{'no copies':26} {false} taken for some of {len(texts) * (len(texts) - 1) // 2} pairs")


def _reprints(
    chance: random.Random, vocabulary: list[str]
) -> Iterator[tuple[str, Callable[[str], str]]]:
    yield "cut to 70 %", lambda text: _cut(text, 0.7)
    yield "cut to 50 %", lambda text: _cut(text, 0.5)
    yield "first five sentences", _opening
    yield "furniture added", lambda text: FURNITURE.format(text=text)
    yield "cut and furniture added", lambda text: FURNITURE.format(text=_cut(text, 0.5))
    yield "10 % of words changed", lambda text: _changed(text, chance, vocabulary)


def _cut(text: str, share: float) -> str:
    words = text.split(" ")
    return " ".join(words[: int(len(words) * share)])


def _opening(text: str) -> str:
    """The headline and the first five sentences."""
    found = [
        line[span.start : span.end]
        for line in text.split("\n")
        if line.strip()
        for span in sentences(line, Span(0, len(line)))
    ]
    return " ".join(found[:6])


def _changed(text: str, chance: random.Random, vocabulary: list[str]) -> str:
    parts = re.split(r"(\w+)", text)
    words = range(1, len(parts), 2)
    for at in chance.sample(words, len(words) // 10):
        parts[at] = chance.choice(vocabulary)
    return "".join(parts)


if __name__ == "__main__":
    main()
