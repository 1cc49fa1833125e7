"""Operators and numbers as a reader meets them: from a query to the quotes it finds."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.engines.forward_index import SECTION
from bot.search.passages import passages
from bot.services.newsroom import Newsroom
from tests.examples import article

TEXTS = {
    "night": "The night ferry left Lund at nine with forty cars on board.",
    "nights": "A ferry leaves Lund every night at nine, and it is seldom full.",
    "dash": "Lund's night-ferry was late again, and nobody was told why.",
    "train": "The night train to Lund was late, but the ferry waited for it.",
    "cost": "The new bridge at Holt cost 240 billion dollars, more than any before it.",
    "paid": "For the tunnel under the strait $240bn was paid over nine years.",
    "other": "For the road to the pier 240 million dollars was paid in May.",
}


@pytest.fixture
async def harbour(tmp_path: Path) -> AsyncIterator[Newsroom]:
    """A newsroom with an article of each of the texts, which is its title's name."""
    for name, text in TEXTS.items():
        article(tmp_path / "news", f"{name}.md", text, title=name, outlet="Harbour Post")
    async with await Newsroom.open(tmp_path / "data") as opened:
        await opened.ingest([tmp_path / "news"])
        yield opened


async def found(newsroom: Newsroom, query: str) -> set[str]:
    """The names of the articles that a search finds."""
    return {hit.quote.article.title for hit in await newsroom.inquiries.search(query)}


async def test_words_in_quotation_marks_are_found_exactly(harbour: Newsroom) -> None:
    assert await found(harbour, "night ferry") == {"night", "nights", "dash", "train"}
    assert await found(harbour, '"night ferry"') == {"night", "dash"}
    assert await found(harbour, "“Night Ferry”") == {"night", "dash"}
    assert await found(harbour, 'Lund "every night at nine"') == {"nights"}
    assert await found(harbour, '"ferry night"') == set()


async def test_a_phrase_of_stop_words_is_exact_too(harbour: Newsroom) -> None:
    assert await found(harbour, 'ferry "and it is"') == {"nights"}


async def test_a_word_that_is_not_wanted_is_in_no_quote(harbour: Newsroom) -> None:
    assert await found(harbour, "ferry -train") == {"night", "nights", "dash"}
    assert await found(harbour, "ferry -late -full") == {"night"}
    assert await found(harbour, '"night ferry" -late') == {"night"}
    answer = await harbour.brief("ferry -train")
    assert {cited.quote.article.title for cited in answer.cited} == {"night", "nights", "dash"}


async def test_a_phrase_that_is_not_wanted_leaves_other_orders_in(harbour: Newsroom) -> None:
    everything = {"night", "nights", "dash", "train"}
    assert await found(harbour, 'ferry -"ferry night"') == everything


async def test_a_phrase_of_signs_alone_leaves_everything_in(harbour: Newsroom) -> None:
    assert await found(harbour, 'ferry "…"') == {"night", "nights", "dash", "train"}


@pytest.mark.parametrize(
    "sum_of_money",
    ["$240bn", "$240 billion", "240 billion dollars", "240bn dollars", "$240,000,000,000"],
)
async def test_a_sum_is_found_however_it_is_written(harbour: Newsroom, sum_of_money: str) -> None:
    hits = await harbour.inquiries.search(sum_of_money)
    assert {hit.quote.article.title for hit in hits[:2]} == {"cost", "paid"}
    answer = await harbour.brief(sum_of_money)
    assert {cited.quote.article.title for cited in answer.cited} == {"cost", "paid"}


async def test_an_article_longer_than_a_section_is_found_whole(
    harbour: Newsroom, tmp_path: Path
) -> None:
    sentences = [
        f"Berth {n} of the quay was let to shipping line number {n}, which moored its vessels "
        f"for {n} weeks, paid its dues to the harbour office, and then left again for the south."
        for n in range(1_000, 1_400)
    ]
    assert len(passages(" ".join(sentences), ())) > SECTION
    long = article(tmp_path / "long", "long.md", " ".join(sentences), title="Berths")
    await harbour.ingest([long])
    for n in (1_000, 1_200, 1_399):
        hits = await harbour.inquiries.search(f"berth {n}")
        assert f"Berth {n} of" in hits[0].quote.text
    answer = await harbour.brief("berth 1399")
    assert "Berth 1399 of" in answer.cited[0].quote.text
