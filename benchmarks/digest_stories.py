"""How well articles are put into stories, by BCubed F, with the one setting that there is.

`python -m benchmarks.digest_stories FOLDER`, FOLDER (or PULLQUOTE_SHARED) holding
`data/wikinews/texts/` with reports whose names begin with their topic in four characters and whose
text tells their day, `seeds/` with reports of one event, and `data/pages/` with pages on anything.
An event is the reports of a topic that follow each other within a week; dated, every event counts;
undated, the largest of each topic. Each page stands alone, though a few tell of one thing.
"""

import gzip
import os
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from statistics import mean

from bot.articles.article import Article, Draft
from bot.articles.metadata import Metadata
from bot.articles.readers.formats import drafts
from bot.digest.clustering import WINDOW
from bot.digest.likeness import StoryReport, report_of
from bot.digest.stories import grouped
from bot.language.english.analyser import Analyser
from bot.services.word_lists import WordLists

PHRASES = WordLists().boilerplate()


SEEDS_DAY = date(2024, 5, 16)
FIRST_DAY, DAYS = date(2005, 1, 1), 2_200
"""When the pages are said to have come, at random: among the reports."""

TOLD_DAY = re.compile(r"day, ([A-Z][a-z]+ \d{1,2}, \d{4})")
TOP = 400

ANALYSER = Analyser()


@dataclass(frozen=True, slots=True)
class Known:
    """A report, and the event that it is known to tell of."""

    report: StoryReport
    event: str


def known(folder: Path) -> list[Known]:
    """Every report and page, dated."""
    chance = random.Random(1)
    found = list(_wikinews(folder / "data" / "wikinews" / "texts"))
    for path in sorted((folder / "seeds").glob("*.txt")):
        report = _report(path.name, path.read_bytes(), path.name)
        found += [Known(replace(report, day=SEEDS_DAY), "seeds")] if report else []
    for path in sorted((folder / "data" / "pages").glob("*.html.gz")):
        report = _report("page.html", gzip.decompress(path.read_bytes()), path.name)
        day = date.fromordinal(FIRST_DAY.toordinal() + chance.randrange(DAYS))
        found += [Known(replace(report, day=day), path.name)] if report else []
    return found


def largest(found: Sequence[Known]) -> list[Known]:
    """The reports of the largest event of each topic, undated."""
    sizes = Counter(one.event for one in found)
    topics: defaultdict[str, list[str]] = defaultdict(list)
    for event in sizes:
        topics[event.partition("/")[0]].append(event)
    chosen = {max(events, key=lambda event: sizes[event]) for events in topics.values()}
    undated = (replace(one, report=replace(one.report, day=None)) for one in found)
    return [one for one in undated if one.event in chosen]


def bcubed(found: Sequence[Known]) -> tuple[float, float, float]:
    """F, precision and recall of the stories."""
    groups = grouped(one.report for one in found)
    stories = {name: group.id for group in groups for name in group.articles}
    events = {one.report.id: one.event for one in found}
    precision, recall = _purity(stories, events), _purity(events, stories)
    return 2 * precision * recall / (precision + recall), precision, recall


def main(folder: Path) -> None:
    found = known(folder)
    print(f"{len(found)} reports           events  BCubed F  precision  recall")
    for name, part in (("dated", found), ("undated", largest(found))):
        figures = "     ".join(f"{figure:.3f}" for figure in bcubed(part))
        print(f"{name:22} {len({one.event for one in part}):6}     {figures}")


def _purity(groups: Mapping[str, str], others: Mapping[str, str]) -> float:
    """The mean share of those in a report's group that are with it in the other grouping."""
    sizes = Counter(groups.values())
    both = Counter((groups[name], others[name]) for name in groups)
    return mean(both[groups[name], others[name]] / sizes[groups[name]] for name in groups)


def _wikinews(folder: Path) -> Iterator[Known]:
    topics: defaultdict[str, list[StoryReport]] = defaultdict(list)
    for path in sorted(folder.glob("*.txt")):
        report = _report(path.name, path.read_bytes(), path.name)
        told = TOLD_DAY.search(path.read_text(encoding="utf-8")[:TOP])
        if report and told:
            day = datetime.strptime(told[1], "%B %d, %Y").date()  # noqa: DTZ007 - a date only
            topics[path.name[:4]].append(replace(report, day=day))
    for topic, reports in topics.items():
        reports.sort(key=lambda report: report.day or date.min)
        event = 0
        yield Known(reports[0], f"{topic}/{event}")
        for before, after in pairwise(reports):
            if before.day and after.day:
                event += after.day - before.day > WINDOW
            yield Known(after, f"{topic}/{event}")


def _report(name: str, content: bytes, identity: str) -> StoryReport | None:
    """A file as stories see it; None for a page that has no article."""
    for draft in drafts(name, BytesIO(content), identity, Metadata(), PHRASES):
        if isinstance(draft, Draft):
            facts = {field.name: getattr(draft, field.name) for field in fields(Draft)}
            article = Article(**facts, id=identity, version=1, collection="benchmark")
            return report_of(article, ANALYSER, None)
    return None


if __name__ == "__main__":
    place = sys.argv[1] if sys.argv[1:] else os.environ.get("PULLQUOTE_SHARED", "")
    if not (Path(place) / "data" / "wikinews").is_dir():
        sys.exit("SKIPPED: give the folder of reports, or set PULLQUOTE_SHARED")
    main(Path(place))
