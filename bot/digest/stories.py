"""Stories: a set of articles put into groups that tell of one event each, and which are related.

The figures were chosen on reports of Wikinews, on half of ECB+, on ten political events told by
five outlets each, and on news of five days in 2025, whole and cut to ninety words.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from bot.digest.clustering import WINDOW, Agglomeration
from bot.digest.likeness import Floats, LikenessGraph, Singles, StoryReport, likeness_of

ALIKE = 0.07
ALIKE_AMONG_MORE = 0.02
"""Needed to be one story: ALIKE + ALIKE_AMONG_MORE * ln(articles about); chance grows with them."""

RELATED = 0.5
"""Least share of the likeness needed to be one story that there is between related ones."""

MOST_RELATED = 5
"""Stories that bear on one, the most alike."""


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """The articles of one story, by id, the earliest first; it gives the story its name.

    `related` are the names of the stories that bear on it, the most alike first.
    """

    articles: tuple[str, ...]
    related: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The story's name."""
        return self.articles[0]


def grouped(reports: Iterable[StoryReport]) -> list[StoryGroup]:
    """The stories of a set of articles, the earliest first; each article is in one of them."""
    given = sorted(reports, key=lambda report: (report.day or date.min, report.id))
    if not given:
        return []
    graph, needs = likeness_of(given), _needs([report.day for report in given])
    stories = _stories(given, graph, needs)
    related = _related(stories, graph, needs)
    names = [tuple(given[place].id for place in story) for story in stories]
    return [
        StoryGroup(articles, tuple(names[other][0] for other in related.get(place, ())))
        for place, articles in enumerate(names)
    ]


def _needs(days: Sequence[date | None]) -> Floats:
    """How alike to others each article has to be, by how many there are about."""
    numbers = [day.toordinal() for day in days if day]
    undated = len(days) - len(numbers)
    about = [len(days)] * undated + [
        undated + bisect_right(numbers, n + WINDOW.days) - bisect_left(numbers, n - WINDOW.days)
        for n in numbers
    ]
    return ALIKE + ALIKE_AMONG_MORE * np.log(np.array(about, np.float64))


def _stories(given: Sequence[StoryReport], graph: LikenessGraph, needs: Floats) -> list[list[int]]:
    """The stories as places of reports, dated ones first in each."""

    def by_day(place: int) -> tuple[date, int]:
        return given[place].day or date.max, place

    found = []
    for component, likeness, breadth in _components(graph, needs):
        days = [given[place].day for place in component]
        parts = Agglomeration(likeness, breadth, days, needs[component]).parts()
        found += [sorted((component[place] for place in part), key=by_day) for part in parts]
    return sorted(found, key=lambda story: by_day(story[0]))


def _components(
    graph: LikenessGraph, needs: Floats
) -> Iterator[tuple[list[int], Singles, Singles]]:
    """Articles that may be one story, as those of two components cannot; likeness and breadth."""
    leaders = list(range(len(needs)))
    enough = graph.likeness >= (needs[graph.first] + needs[graph.second]) / 2
    for pair in zip(graph.first[enough].tolist(), graph.second[enough].tolist(), strict=True):
        a, b = (_leader(leaders, place) for place in pair)
        leaders[max(a, b)] = min(a, b)
    members: defaultdict[int, list[int]] = defaultdict(list)
    own = np.zeros(len(needs), np.int64)
    for place in range(len(needs)):
        component = members[_leader(leaders, place)]
        own[place] = len(component)
        component.append(place)
    roots = np.array([_leader(leaders, place) for place in range(len(needs))])
    inside = np.flatnonzero(roots[graph.first] == roots[graph.second])
    order = inside[np.argsort(roots[graph.first[inside]], kind="stable")]
    sorted_roots = roots[graph.first[order]]
    for root, component in members.items():
        edges = order[slice(*np.searchsorted(sorted_roots, (root, root + 1)))]
        first, second = own[graph.first[edges]], own[graph.second[edges]]
        likeness, breadth = np.zeros((2, len(component), len(component)), np.float32)
        likeness[first, second] = likeness[second, first] = graph.likeness[edges]
        breadth[first, second] = breadth[second, first] = graph.breadth[edges]
        yield component, likeness, breadth


def _leader(leaders: list[int], place: int) -> int:
    """The first article of the component that an article is in."""
    while leaders[place] != place:
        leaders[place] = leaders[leaders[place]]
        place = leaders[place]
    return place


def _related(
    stories: Sequence[Sequence[int]], graph: LikenessGraph, needs: Floats
) -> Mapping[int, list[int]]:
    """The stories that are alike on average, and not one, by their places."""
    story_of = np.zeros(len(needs), np.int64)
    for number, story in enumerate(stories):
        story_of[story] = number
    sizes = np.array([len(story) for story in stories])
    need = np.bincount(story_of, weights=needs) / sizes
    one, other = story_of[graph.first], story_of[graph.second]
    apart = one != other
    keys = np.minimum(one, other)[apart] * len(stories) + np.maximum(one, other)[apart]
    pairs, which = np.unique(keys, return_inverse=True)
    one, other = np.divmod(pairs, len(stories))
    mean = np.bincount(which, weights=graph.likeness[apart]) / (sizes[one] * sizes[other])
    found: defaultdict[int, list[int]] = defaultdict(list)
    for pair in np.argsort(-mean, kind="stable"):
        a, b = int(one[pair]), int(other[pair])
        if mean[pair] >= RELATED * (need[a] + need[b]) / 2:
            for mine, bearing in ((a, b), (b, a)):
                if len(found[mine]) < MOST_RELATED:
                    found[mine].append(bearing)
    return found
