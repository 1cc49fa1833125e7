"""What is worked out of an article before it is saved: its passages, terms and topics."""

import hashlib
import json
from dataclasses import asdict

from bot.articles.article import Draft
from bot.search.analysis import Analyser
from bot.search.passages import passages
from bot.search.topics import topics
from bot.storage.records import Passage, Prepared

IDENTITY_FACTS = ("key", "source", "marks", "title_origin", "excerpt")
"""What may change without making another version: where it came from, and what rules say of it."""


def content_hash(draft: Draft) -> str:
    """What tells whether an article has changed: its text and its stated facts."""
    facts = {name: value for name, value in asdict(draft).items() if name not in IDENTITY_FACTS}
    told = json.dumps(facts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def prepared(draft: Draft, hashed: str, analyser: Analyser) -> Prepared:
    """The article with everything the store keeps of it; `hashed` is its content hash."""
    title = analyser.terms(draft.title)
    return Prepared(
        draft=draft,
        content_hash=hashed,
        title_terms=" ".join(title),
        passages=tuple(_passages(draft, len(title), analyser)),
        topics=topics(draft),
    )


def _passages(draft: Draft, title: int, analyser: Analyser) -> list[Passage]:
    """The passages; their length counts the title's terms, which are scored with each of them."""
    found = []
    for span in passages(draft.text, draft.marks):
        terms = analyser.terms(draft.text[span.start : span.end])
        found.append(Passage(span.start, span.end, " ".join(terms), len(terms) + title))
    return found
