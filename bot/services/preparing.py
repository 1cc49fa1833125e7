"""What is worked out of an article: its passages, terms and topics, and what the index is given."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict

from bot.articles.article import Draft
from bot.articles.identity import words_hash
from bot.engines.forward_index import bodies_of
from bot.language.english.analyser import Analyser
from bot.persistence.article_rows import Change, Passage, Prepared, SavedPlace, day_of, fold
from bot.search.passage_index import IndexedArticle, IndexedPassage
from bot.search.passages import passages, table_passages
from bot.search.topics import topics

IDENTITY_FACTS = ("key", "source", "marks", "title_origin", "excerpt", "language_found", "notes")
"""What may change without making another version: where it came from, and what rules say of it."""


def content_hash(draft: Draft) -> str:
    """What tells whether an article has changed: its text and its stated facts."""
    facts = {name: value for name, value in asdict(draft).items() if name not in IDENTITY_FACTS}
    facts["language"] = None if draft.language_found else draft.language
    serialised = json.dumps(facts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(serialised.encode()).hexdigest()


def prepared(draft: Draft, hashed: str, analyser: Analyser) -> Prepared:
    """The article with everything the store keeps of it; `hashed` is its content hash."""
    title = analyser.terms(draft.title)
    found = tuple(_passages(draft, len(title), analyser))
    return Prepared(
        draft=draft,
        content_hash=hashed,
        title_terms=" ".join(title),
        passages=found,
        topics=topics(draft),
        bodies=bodies_of(" ".join(title), _spans(found)),
        words_hash=words_hash(draft),
    )


def indexed(article: Prepared, place: SavedPlace) -> IndexedArticle:
    """What the index is given of an article that was just saved."""
    draft = article.draft
    return IndexedArticle(
        article=place.article_row,
        version=place.version,
        collection=place.collection_row,
        outlet=None if draft.outlet is None else fold(draft.outlet),
        day=day_of(draft.published),
        title=article.title_terms,
        passages=_spans(article.passages),
        bodies=article.bodies,
    )


def analysed(change: Change, analyser: Analyser) -> IndexedArticle:
    """What the index is given of an article that is in the database."""
    title = " ".join(analyser.terms(change.title))
    spans = [
        IndexedPassage(start, end, " ".join(analyser.terms(change.text[start:end])))
        for start, end in change.passages
    ]
    return IndexedArticle(
        article=change.article_row,
        version=change.version,
        collection=change.collection_row,
        outlet=None if change.outlet is None else fold(change.outlet),
        day=change.day,
        title=title,
        passages=spans,
        bodies=bodies_of(title, spans),
    )


def _spans(found: Sequence[Passage]) -> list[IndexedPassage]:
    return [IndexedPassage(passage.start, passage.end, passage.terms) for passage in found]


def _passages(draft: Draft, title: int, analyser: Analyser) -> list[Passage]:
    """The passages; their length counts the title's terms, which are scored with each of them."""
    found = []
    spans = [*passages(draft.text, draft.marks), *table_passages(draft.text, draft.marks)]
    for span in sorted(spans, key=lambda one: one.start):
        terms = analyser.terms(draft.text[span.start : span.end])
        found.append(Passage(span.start, span.end, " ".join(terms), len(terms) + title))
    return found
