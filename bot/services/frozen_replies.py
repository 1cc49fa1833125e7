"""Replies as the ledger keeps them: names of utterances, quotes by offsets, titles by article."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.articles.article import Article, Quote
from bot.persistence.articles import ArticleRepository
from bot.wording.prompts import Utterance
from bot.wording.reply import Block, Button, Card, Headline, Line, Reply, Unit

Json = dict[str, Any]  # Any: JSON
Key = tuple[str, int]
"""The id and the version of an article."""


def frozen(reply: Reply) -> str:
    """A reply of lines, quotes and cards as JSON, without a word of the articles in it."""
    kept = {"units": [_unit(unit) for unit in reply.units], "private": reply.private}
    return json.dumps(kept, ensure_ascii=False)


async def thawed(kept: str, articles: ArticleRepository, collections: Sequence[str]) -> Reply:
    """The reply that was frozen; a quote whose article is no longer there is left out."""
    read: Json = json.loads(kept)
    found: dict[Key, Article] = {}
    for article_id, version in set(_quoted(read["units"])):
        article = await articles.one(article_id, collections, version)
        if article is not None:
            found[article_id, version] = article
    return Reply(tuple(_units(read["units"], found)), private=read["private"])


def _unit(unit: Unit) -> Json:
    if isinstance(unit, Line):
        return {"line": _words(unit.words), "heading": unit.heading, "small": unit.small}
    if isinstance(unit, Headline):
        source = [_words(words) for words in unit.source]
        return {"headline": [unit.article.id, unit.article.version], "source": source}
    if isinstance(unit, Card):
        return {
            "card": [_unit(block) for block in unit.blocks],
            "buttons": [{"label": _words(one.label), "id": one.id} for one in unit.buttons],
            "head": unit.headline and _unit(unit.headline),
            "foot": [_words(words) for words in unit.foot],
            "links": [[one.id, one.version] for one in unit.links],
        }
    return {
        "quote": _quote(unit.quote),
        "spans": [_quote(span) for span in unit.spans],
        "source": [_words(words) for words in unit.source],
        "notes": [_words(words) for words in unit.notes],
        "cut": [unit.cut_before, unit.cut_after],
        "context": unit.context,
    }


def _words(words: Utterance) -> list[Any]:
    return [words.name, dict(words.variables)]


def _quote(quote: Quote) -> list[Any]:
    return [quote.article.id, quote.article.version, quote.start, quote.end]


def _quoted(units: Sequence[Json]) -> Iterator[Key]:
    for unit in units:
        if "quote" in unit:
            article_id, version, _, _ = unit["quote"]
            yield article_id, version
        if "headline" in unit:
            yield _key(unit["headline"])
        yield from map(_key, unit.get("links", ()))
        yield from _quoted([*unit.get("card", ()), *filter(None, [unit.get("head")])])


def _units(kept: Sequence[Json], found: Mapping[Key, Article]) -> Iterator[Unit]:
    for unit in kept:
        if "line" in unit:
            yield Line(_utterance(unit["line"]), heading=unit["heading"], small=unit["small"])
        elif "headline" in unit:
            yield from _headlines([unit], found)
        elif "card" in unit:
            yield from _cards(unit, found)
        else:
            yield from _blocks([unit], found)


def _cards(kept: Json, found: Mapping[Key, Article]) -> Iterator[Card]:
    """The card that was kept; none when all that it showed is gone."""
    blocks = tuple(_blocks(kept["card"], found))
    buttons = tuple(Button(_utterance(one["label"]), one["id"]) for one in kept["buttons"])
    # A card of an earlier release has neither: its first quote is its headline.
    headline = next(_headlines(filter(None, [kept.get("head")]), found), None)
    foot = tuple(map(_utterance, kept.get("foot", ())))
    links = (found.get(_key(one)) for one in kept.get("links", ()))
    if blocks or headline:
        yield Card(blocks, buttons, headline, foot, tuple(filter(None, links)))


def _headlines(kept: Iterable[Json], found: Mapping[Key, Article]) -> Iterator[Headline]:
    for one in kept:
        article = found.get(_key(one["headline"]))
        if article is not None:
            yield Headline(article, tuple(map(_utterance, one["source"])))


def _blocks(kept: Sequence[Json], found: Mapping[Key, Article]) -> Iterator[Block]:
    for block in kept:
        article_id, version, start, end = block["quote"]
        article = found.get((article_id, version))
        if article is not None:
            before, after = block["cut"]
            yield Block(
                article.quote(start, end),
                tuple(map(_utterance, block["source"])),
                # A span is inside its quote, and so of the same article.
                tuple(article.quote(first, last) for _, _, first, last in block["spans"]),
                tuple(map(_utterance, block["notes"])),
                before,
                after,
                block["context"],
            )


def _key(kept: Sequence[Any]) -> Key:
    article_id, version = kept
    return article_id, version


def _utterance(kept: Sequence[Any]) -> Utterance:
    name, variables = kept
    return Utterance(name, tuple(sorted(variables.items())))
