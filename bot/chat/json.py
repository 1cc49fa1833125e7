"""Objects for scripts: answers, articles, items, digests and feeds as JSON."""

from datetime import date
from typing import TYPE_CHECKING, Any

from bot.articles.article import Article, Quote
from bot.briefing.answer import Answer, Cited
from bot.digest.digest import Digest, Story, Window
from bot.quiz.item import Item
from bot.services.retrieval import Hit
from bot.services.stories import StoryOutline
from bot.wording.prompts import Prompts, error_utterance

if TYPE_CHECKING:  # brings aiohttp, which is slow to import
    from collections.abc import Sequence

    from bot.services.feed_visit import VisitReport

Object = dict[str, Any]  # Any: JSON


def article_object(article: Article) -> Object:
    """An article with its text and marks; what is unknown is null."""
    return {
        "id": article.id,
        "version": article.version,
        "title": article.title,
        "title_origin": article.title_origin,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "collection": article.collection,
        "source": article.source,
        "topics": list(article.topics),
        "text": article.text,
        "excerpt": article.excerpt,
        "marks": [{"start": m.start, "end": m.end, "kind": m.kind} for m in article.marks],
    }


def quote_object(quote: Quote) -> Object:
    """A quote; `text` is `article.text[start:end]`."""
    article = quote.article
    return {
        "article_id": article.id,
        "version": article.version,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "outlet": article.outlet,
        "title": article.title,
        "author": article.author,
        "published": article.published,
        "url": article.url,
        "source": article.source,
    }


def cited_object(cited: Cited) -> Object:
    """A short quote with the passage that it was taken from, widened by what it leans on."""
    quote, passage = cited.quote, cited.passage or cited.quote
    return quote_object(quote) | {
        "passage_start": min(quote.start, passage.start),
        "passage_end": max(quote.end, passage.end),
    }


def answer_object(answer: Answer) -> Object:
    """An answer; nothing found means no quotes and no answer."""
    return {
        "query": answer.query,
        "found": answer.found,
        "quotes": [cited_object(cited) for cited in answer.cited],
        "answer": quote_object(answer.span) if answer.span else None,
        "differs": [quote_object(span) for span in answer.differs],
        "corrected": dict(answer.read_as),
        "articles_matched": answer.matched,
        "articles_total": answer.total,
        "state": answer.state,
        "closest": [cited_object(cited) for cited in answer.closest],
        "missing": list(answer.missing),
        "widened": dict(answer.widened),
        "nearest": list(answer.nearest),
        "did_you_mean": answer.corrected,
    }


def item_object(item: Item, article: Article) -> Object:
    """A question; `quote` is `article.text[start:end]`, and it is the explanation."""
    quote = article.quote(item.start, item.end).text
    return {
        "id": item.id,
        "kind": item.kind,
        "question": item.question,
        "options": list(item.options),
        "answer_index": item.answer_index,
        "article_id": item.article_id,
        "quote": quote,
        "start": item.start,
        "end": item.end,
        "answer_text": article.quote(item.answer_start, item.answer_end).text,
        "answer_start": item.answer_start,
        "answer_end": item.answer_end,
        "explanation": quote,
        "value": item.value,
        "tier": item.tier,
        "score": item.score,
    }


def story_outline_object(story: StoryOutline) -> Object:
    """A story by its articles."""
    return {
        "id": story.id,
        "articles": list(story.articles),
        "related": list(story.related),
        "outlets": list(story.outlets),
        "first": story.first and story.first.isoformat(),
        "last": story.last and story.last.isoformat(),
    }


def digest_object(digest: Digest, day: date, zone: str, window: Window) -> Object:
    """The digest of a local day; `rest` are the stories told in one line each."""
    return {
        "date": day.isoformat(),
        "zone": zone,
        "from": window.start.isoformat(),
        "to": window.end.isoformat(),
        "summary": {
            "articles": len(digest.articles),
            "outlets": len(digest.outlets),
            "stories": len(digest.told),
        },
        "stories": [_story_object(story) for story in digest.stories],
        "rest": [_story_object(story) for story in digest.rest],
        "articles_new": digest.read,
        "left_out": [{"article_id": o.article_id, "why": o.why} for o in digest.left_out],
    }


def _story_object(story: Story) -> Object:
    return {
        "id": story.id,
        "update": story.update,
        "opinion": story.is_opinion,
        "topics": list(story.topics),
        "title": _title_object(story.titled) if story.titled else None,
        "headline": quote_object(story.headline) if story.headline else None,
        "quotes": [quote_object(quote) for quote in story.quotes],
        "new": [quote_object(quote) for quote in story.new],
        "articles": [article.id for article in (*story.articles, *story.opinions)],
        "outlets": [{"outlet": one.outlet, "url": one.url} for one in story.sources],
        "related": list(story.related),
        "copies": len(story.copies),
    }


def _title_object(article: Article) -> Object:
    """A title as its outlet states it, which is no quote of ours."""
    return {
        "text": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "article_id": article.id,
    }


def search_object(query: str, hits: list[Hit]) -> Object:
    """Ranked passages, the best with rank 1."""
    return {
        "query": query,
        "results": [
            {
                "rank": hit.rank,
                "score": hit.score,
                "article_id": hit.quote.article.id,
                "start": hit.quote.start,
                "end": hit.quote.end,
                "text": hit.quote.text,
            }
            for hit in hits
        ],
    }


def fetch_object(visits: "Sequence[VisitReport]", prompts: Prompts) -> Object:
    """What came of reading feeds: each with its articles and its error, and the sums."""
    feeds = [_feed(visit, prompts) for visit in visits]
    sums = {name: sum(feed[name] for feed in feeds) for name in ("added", "updated", "unchanged")}
    return {**sums, "feeds": feeds}


def _feed(visit: "VisitReport", prompts: Prompts) -> Object:
    feed, report, error = visit.feed, visit.report, visit.reading.error
    return {
        "url": feed.url,
        "title": feed.name,
        "collection": feed.collection,
        "state": feed.state,
        "changed": visit.reading.changed,
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "refused": [
            {"path": item.source, "reason": prompts.say(error_utterance(item.error))}
            for item in report.refused
        ],
        "told": [{"path": item.place, "note": prompts.say(item.note)} for item in report.told],
        "error": prompts.say(error_utterance(error)) if error else None,
    }
