"""How well the sentences of a digest tell a topic, beside light peers, by ROUGE.

`python -m benchmarks.digest_quality FOLDER`, FOLDER (or PULLQUOTE_WIKINEWS) holding `texts/` with
reports, whose names begin with their topic in four characters, and `summaries/` with summaries by
people, named by topic too. Short reports are the same ones cut to their first words, and held
against the first words of the summaries. Figures are F in percent, stemmed, mean over summaries.
"""

import math
import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from io import BytesIO
from itertools import islice
from pathlib import Path
from statistics import mean

from rouge_score.rouge_scorer import RougeScorer

from bot.articles.article import Article, Draft
from bot.articles.metadata import Metadata
from bot.articles.readers.formats import drafts
from bot.digest import sentence_selection as choosing
from bot.digest.sentence_selection import covering
from bot.language.english.analyser import Analyser
from bot.language.paragraphs import prose_runs
from bot.language.sentences import sentences
from bot.services.word_lists import WordLists

LONG, SHORT = 250, 60
"""Words of a summary of whole reports, and of one of short ones."""

PHRASES = WordLists().boilerplate()


SHORT_REPORTS = (60, 80, 100)
"""Words of a short report."""

LEADS = (2.0, 4.0, 8.0, 16.0)
ALONES = (0.0, 0.1, 0.3)
"""Settings tried for the figure that leaves each topic out of the tuning."""

DAMPING, ROUNDS, ALIKE = 0.85, 50, 0.1
"""LexRank and TextRank as they were published."""

ANALYSER = Analyser()
SCORER = RougeScorer(["rouge1", "rouge2"], use_stemmer=True)

Score = tuple[float, float]
Summariser = Callable[[Sequence[Article]], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Topic:
    """Reports on one topic, and what people made of them."""

    name: str
    articles: tuple[Article, ...]
    summaries: tuple[str, ...]


def topics(folder: Path) -> list[Topic]:
    """The topics of a folder, by name."""
    reports: defaultdict[str, list[Article]] = defaultdict(list)
    for path in sorted((folder / "texts").glob("*.txt")):
        reports[path.name[:4]].append(_article(path))
    return [Topic(name, tuple(found), _summaries(folder, name)) for name, found in reports.items()]


def shortened(topic: Topic, words: int) -> Topic:
    """The topic with reports of so many words, and summaries as short as ours will be."""
    articles = tuple(_beginning(article, words) for article in topic.articles)
    summaries = tuple(" ".join(summary.split()[:SHORT]) for summary in topic.summaries)
    return Topic(topic.name, articles, summaries)


def lead(articles: Sequence[Article]) -> Iterator[str]:
    """The beginning of one report."""
    yield from texts(articles[0])


def round_robin(articles: Sequence[Article]) -> Iterator[str]:
    """The first sentence of each report, then the second ones; none twice."""
    left = [list(texts(article)) for article in articles]
    seen: set[str] = set()
    for place in range(max(map(len, left))):
        for text in (report[place] for report in left if place < len(report)):
            if text not in seen:
                seen.add(text)
                yield text


def lex_rank(articles: Sequence[Article]) -> Iterator[str]:
    """Sentences by their standing among those whose tf-idf is alike (Erkan and Radev 2004)."""
    found = [text for article in articles for text in texts(article)]
    bags = [Counter(ANALYSER.terms(text)) for text in found]
    spread = Counter(term for bag in bags for term in bag)
    rare = {term: math.log(len(bags) / count) for term, count in spread.items()}
    vectors = [{term: n * rare[term] for term, n in bag.items()} for bag in bags]
    yield from _ranked(found, lambda i, j: float(_cosine(vectors[i], vectors[j]) > ALIKE))


def text_rank(articles: Sequence[Article]) -> Iterator[str]:
    """Sentences by their standing among those that share words (Mihalcea and Tarau 2004)."""
    found = [text for article in articles for text in texts(article)]
    words = [set(text.casefold().split()) for text in found]

    def shared(i: int, j: int) -> float:
        lengths = math.log(len(words[i]) or 1) + math.log(len(words[j]) or 1)
        return len(words[i] & words[j]) / lengths if lengths else 0.0

    yield from _ranked(found, shared)


def chance(articles: Sequence[Article]) -> Iterator[str]:
    """Sentences in any order."""
    found = [text for article in articles for text in texts(article)]
    yield from random.Random(1).sample(found, len(found))


def ours(articles: Sequence[Article]) -> Iterator[str]:
    """What a digest would quote."""
    return (quote.text for quote in covering(articles, ANALYSER))


def texts(article: Article) -> Iterator[str]:
    """The sentences of a report."""
    for run in prose_runs(article.text, article.marks):
        for paragraph in run:
            for span in sentences(article.text, paragraph):
                yield article.text[span.start : span.end]


def scored(summariser: Summariser, topic: Topic, words: int) -> Score:
    """ROUGE-1 and ROUGE-2 of a summary of so many words."""
    summary = _cut(summariser(topic.articles), words)
    scores = [SCORER.score(reference, summary) for reference in topic.summaries]
    found = [mean(100 * score[kind].fmeasure for score in scores) for kind in ("rouge1", "rouge2")]
    return found[0], found[1]


def averaged(scores: Sequence[Score]) -> Score:
    """The mean of both figures."""
    return mean(one for one, _ in scores), mean(two for _, two in scores)


def without_each(long: Sequence[Topic]) -> Score:
    """Our figures when the settings are chosen on nine topics and scored on the tenth."""
    found: dict[tuple[float, float], list[Score]] = {}
    before = choosing.LEAD, choosing.ALONE
    for setting in ((first, alone) for first in LEADS for alone in ALONES):
        choosing.LEAD, choosing.ALONE = setting
        found[setting] = [scored(ours, topic, LONG) for topic in long]
    choosing.LEAD, choosing.ALONE = before
    chosen = []
    for left_out in range(len(long)):
        best = max(found, key=lambda s: sum(sum(x) for x in found[s]) - sum(found[s][left_out]))
        chosen.append(found[best][left_out])
    return averaged(chosen)


def main(folder: Path) -> None:
    long = topics(folder)
    short = [shortened(topic, words) for words in SHORT_REPORTS for topic in long]
    print(f"{len(long)} topics, {LONG} words; the same as short reports, {SHORT} words")
    print(f"{'':33}{'R1':>5}  {'R2':>5}   {'R1':>5}  {'R2':>5}")
    for name, summariser in PEERS.items():
        one = averaged([scored(summariser, topic, LONG) for topic in long])
        two = averaged([scored(summariser, topic, SHORT) for topic in short])
        print(f"{name:33}{one[0]:5.1f}  {one[1]:5.1f}   {two[0]:5.1f}  {two[1]:5.1f}")
    print(f"ours, each topic left out        {'{:5.1f}  {:5.1f}'.format(*without_each(long))}")


PEERS: dict[str, Summariser] = {
    "chance": chance,
    "LEAD of one report": lead,
    "LEAD round-robin": round_robin,
    "LexRank": lex_rank,
    "TextRank": text_rank,
    "ours": ours,
}


def _ranked(found: Sequence[str], alike: Callable[[int, int], float]) -> list[str]:
    """The sentences by PageRank over how much alike they are."""
    count = len(found)
    weights = [[alike(i, j) if i != j else 0.0 for j in range(count)] for i in range(count)]
    sums = [sum(row) for row in weights]
    ranks = [1 / count] * count
    for _ in range(ROUNDS):
        shares = [rank / total if total else 0.0 for rank, total in zip(ranks, sums, strict=True)]
        ranks = [
            (1 - DAMPING) / count
            + DAMPING * sum(weights[j][i] * shares[j] for j in range(count) if weights[j][i])
            for i in range(count)
        ]
    return [found[i] for i in sorted(range(count), key=lambda i: -ranks[i])]


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    dot = sum(weight * other.get(term, 0.0) for term, weight in one.items())
    lengths = math.hypot(*one.values()) * math.hypot(*other.values())
    return dot / lengths if lengths else 0.0


def _cut(found: Iterable[str], words: int) -> str:
    return " ".join(islice((word for text in found for word in text.split()), words))


def _article(path: Path, text: str | None = None) -> Article:
    content = path.read_bytes() if text is None else text.encode()
    (draft,) = drafts(path.name, BytesIO(content), path.name, Metadata(), PHRASES)
    facts = {field.name: getattr(draft, field.name) for field in fields(Draft)}
    return Article(**facts, id=path.stem, version=1, collection="benchmark")


def _beginning(article: Article, words: int) -> Article:
    text = " ".join(texts(article))
    return _article(Path(article.source), f"{article.title}\n\n{' '.join(text.split()[:words])}")


def _summaries(folder: Path, topic: str) -> tuple[str, ...]:
    return tuple(
        path.read_text(encoding="utf-8")
        for path in sorted((folder / "summaries").glob(f"{topic}*"))
    )


if __name__ == "__main__":
    place = sys.argv[1] if sys.argv[1:] else os.environ.get("PULLQUOTE_WIKINEWS", "")
    if not (Path(place) / "texts").is_dir():
        sys.exit("SKIPPED: give the folder of reports and summaries, or set PULLQUOTE_WIKINEWS")
    main(Path(place))
