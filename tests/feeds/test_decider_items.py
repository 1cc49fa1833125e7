"""What becomes of a feed's item: an article, a new version of it, or nothing."""

from dataclasses import replace

from bot.articles.article import Draft
from bot.feeds.decider import TRIED_FOR, ItemDecision, Pending, decided
from bot.feeds.document import FeedItem, ReadItem, text_hash
from bot.feeds.subscription import Feed, SeenItem

NOW = 1_780_000_000
FEED = Feed(id=1, collection="7", url="https://news.example/feed", added=NOW, due=NOW, read=NOW)
ITEM = FeedItem(guid="seals", url="https://news.example/seals", title="Seals are back")
EXCERPT = Draft(
    key="https://news.example/seals",
    source="https://news.example/seals",
    text="Seals were counted in the bay.",
    title="Seals are back",
    title_origin="metadata",
    excerpt=True,
)
EDITED = replace(EXCERPT, text="Forty seals were counted in the bay.")


def became(draft: Draft, old: SeenItem | None = None, *, again: bool = False) -> ItemDecision:
    """What is decided on an item of no other item's text, whose key nobody else has."""
    pending = Pending(("seals", ITEM), old, with_page=True)
    return decided(pending, ReadItem(draft, again), None, FEED, NOW, taken=False)


def seen(draft: Draft, *, again: bool = False) -> SeenItem:
    """What is remembered of an item that became an article."""
    remembered = became(draft, again=again).seen
    assert remembered is not None
    return remembered


def test_a_page_that_cannot_be_read_is_tried_for_a_day_and_its_excerpt_taken_in() -> None:
    first = became(EXCERPT, again=True)
    assert first.draft == EXCERPT
    assert seen(EXCERPT, again=True).again_until == NOW + TRIED_FOR
    assert seen(EXCERPT).again_until is None


def test_an_edited_excerpt_is_a_new_version_while_its_page_cannot_be_read() -> None:
    old = replace(seen(EXCERPT, again=True), again_until=NOW + 5)
    edited = became(EDITED, old, again=True)
    assert edited.draft == EDITED
    assert edited.seen == replace(old, text_hash=text_hash(EDITED))


def test_the_day_in_which_a_page_is_tried_again_is_counted_from_the_first_time() -> None:
    old = replace(seen(EXCERPT, again=True), again_until=NOW + 5)
    assert became(EXCERPT, old, again=True).seen == old
    failed_later = replace(old, again_until=None)
    tried = became(EXCERPT, failed_later, again=True).seen
    assert tried == replace(old, again_until=NOW + TRIED_FOR)


def test_a_whole_article_is_not_given_up_for_an_excerpt() -> None:
    whole = seen(replace(EXCERPT, text="Seals were counted. There were forty.", excerpt=False))
    assert became(EDITED, whole, again=True) == ItemDecision(None, None)
    assert became(EDITED, whole).draft == EDITED


def test_an_article_keeps_its_key_when_its_address_moves() -> None:
    moved = replace(EDITED, key="https://news.example/seals-2")
    assert became(moved, seen(EXCERPT)).draft == EDITED


def test_the_same_text_is_no_new_version() -> None:
    assert became(EXCERPT, seen(EXCERPT)) == ItemDecision(None, seen(EXCERPT))
