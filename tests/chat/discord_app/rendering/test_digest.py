"""A digest fits into Discord's limits whatever it quotes, and shows quotes word for word."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bot.articles.article import Article, Quote
from bot.chat.digest_replies import more_replies
from bot.chat.digest_writer import digest_pages, digest_reply, signed
from bot.chat.discord_app.rendering import digest as digest_rendering
from bot.chat.discord_app.rendering.digest import COMPONENTS, CardRenderer, shown, with_role
from bot.chat.discord_app.rendering.words import unescaped
from bot.digest.digest import Digest, Story
from bot.errors import NotVerbatim
from bot.wording.prompts import utterance
from tests.chat.discord_app.conftest import PROMPTS
from tests.chat.discord_app.examples import HOSTILE, Json, ids, links, parts, told
from tests.digest.examples import SHIP, article
from tests.discord_standin.judging import required_judge
from tests.discord_standin.limits import faults_of

DAY = date(2026, 3, 10)
TOPIC = "@everyone [x](https://bad.example)"
LATE = 1_770_000_000
FOOT = utterance("digest/preview")
RENDERER = CardRenderer(PROMPTS)
WORD = "*_`|>#" * 8
"""Six signs that are all escaped, so that they take twice their room."""

TITLE = f"Title {WORD}" * 3


def source(number: int, text: str, title: str = TITLE) -> Article:
    """An article that can be linked to."""
    return article(
        text,
        id=f"{number:016}",
        outlet=f"Outlet {number} {WORD if title == TITLE else ''}".strip(),
        title=title,
        url=f"https://outlet-{number}.example/{'long/' * 20}",
    )


def whole(item: Article) -> Quote:
    """All of an article."""
    return item.quote(0, len(item.text))


def story(number: int, text: str, *, untitled: bool = False, title: str = TITLE) -> Story:
    """A story of four outlets."""
    items = tuple(source(10 * number + n, f"{text} {n}.", title) for n in range(4))
    quotes = tuple(map(whole, items))
    return Story(
        id=str(number),
        titled=None if untitled else items[0],
        headline=quotes[0] if untitled else None,
        quotes=quotes[1:],
        more=quotes,
        new=quotes[1:2],
        articles=items,
        opinions=items[:1],
        copies=items[:2],
        related=("0", "1"),
        update=True,
    )


def digest(
    stories: int, rest: int, text: str, *, untitled: bool = False, title: str = TITLE
) -> Digest:
    """A digest of stories that all have the same words."""
    every = [story(n, text, untitled=untitled, title=title) for n in range(stories + rest)]
    return Digest(tuple(every[:stories]), tuple(every[stories:]), 99, (), 5)


def pages(found: Digest) -> list[list[Json]]:
    """The components of each message of a digest."""
    replies = digest_pages(found, DAY, TOPIC, since=LATE, late=LATE)
    messages = [RENDERER.message(signed(reply, FOOT)) for reply in replies]
    return [with_role(message, "9").to_components() for message in messages]


def components(found: Digest) -> list[Json]:
    """The components of a digest that is to fit into one message."""
    message = RENDERER.message(signed(digest_reply(found, DAY), FOOT))
    sent: list[Json] = with_role(message, "9").to_components()
    return sent


TEXTS = ["A short line.", SHIP, f"{SHIP} {SHIP}", HOSTILE * 3, WORD * 8, "x" * 399, "日本語" * 130]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("untitled", [False, True])
@pytest.mark.parametrize(("stories", "rest"), [(1, 0), (0, 2), (3, 10), (5, 2), (7, 10), (12, 9)])
def test_any_digest_keeps_discords_limits(
    text: str, stories: int, rest: int, *, untitled: bool
) -> None:
    found = digest(stories, rest, text, untitled=untitled)
    for sent in [*pages(found), components(found)]:
        every = list(parts(sent))
        assert len(every) <= COMPONENTS
        assert len("".join(part.get("content", "") for part in every)) <= 4_000
        assert all(len(part["label"]) <= 80 for part in every if "label" in part)


def test_in_several_messages_every_story_has_all_its_quotes_and_links() -> None:
    found = digest(7, 10, SHIP, title="Ship leaves Torvik for Hull")
    sent = [part for page in pages(found) for part in page]
    assert len(ids(sent, "story")) == 7
    assert len(list(quoted(sent))) == 7 * 4
    assert len([part for part in parts(sent) if "url" in part]) == 7 * 3
    assert told(sent).count("- [Ship leaves Torvik") == 10


def bodies(text: str) -> Iterator[Json]:
    """What is sent of digests that say a text."""
    for stories, rest in ((1, 0), (7, 10)):
        for sent in pages(digest(stories, rest, text)):
            body = {"components": sent, "flags": 1 << 15}
            yield body | {
                "nonce": "a" * 25,
                "enforce_nonce": True,
                "allowed_mentions": {"parse": []},
            }


@pytest.mark.parametrize("text", TEXTS)
def test_every_payload_is_one_that_discord_takes(text: str) -> None:
    for body in bodies(text):
        assert list(faults_of(body)) == []


def test_every_payload_is_taken_by_discords_own_document() -> None:
    judge = required_judge()
    for body in (body for text in TEXTS for body in bodies(text)):
        assert judge.errors("POST", "/channels/1/messages", body) == []


def quoted(sent: list[Json]) -> Iterator[str]:
    """The lines of a digest that show quotes or titles, as a reader sees them."""
    for line in told(sent).split("\n"):
        for begin in ("### ", "> "):
            if line.startswith(begin):
                shown_words = line.removeprefix(begin)
                yield unescaped(shown_words.removeprefix("[").partition("](https")[0])


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("untitled", [False, True])
def test_every_quote_and_title_is_shown_word_for_word(text: str, *, untitled: bool) -> None:
    found = digest(2, 3, text, untitled=untitled)
    articles = [a for s in found.told for a in s.articles]
    known = {a.text for a in articles} | {a.title for a in articles}
    lines = list(quoted(components(found)))
    assert lines
    assert set(lines) <= known


@pytest.mark.parametrize("title", ["x" * 300, "# @everyone <@9> " * 17, "**Tower** [a](b) " * 17])
def test_a_title_is_shown_whole_and_escaped(title: str) -> None:
    item = replace(source(1, SHIP), title=title.strip(), outlet=None)
    alone = Story(id="a", titled=item, headline=None, quotes=(), articles=(item,))
    sent = components(Digest((alone,), (), 1))
    assert title.strip() in list(quoted(sent))
    assert "source not stated" in told(sent)


def test_more_of_a_story_stands_below_its_title() -> None:
    (reply,) = more_replies(digest(1, 0, SHIP))
    sent = RENDERER.message(reply).to_components()
    assert "Title" in told(sent[:1])
    assert len(ids(sent, "context")) == 4


def test_nothing_in_a_digest_can_mention_anybody_but_its_role() -> None:
    shown_text = told(components(digest(1, 1, HOSTILE))).replace("<@&9>", "")
    shown_text = shown_text.replace("](https://outlet-", "")
    for tag in ("<@", "<#", "](", "||"):
        assert tag not in shown_text.replace("\\<", "").replace("\\]\\(", "").replace("\\|", "")


def test_a_quote_over_several_lines_is_shown_on_one() -> None:
    item = article("One line\nand another one.")
    assert shown(whole(item)) == "One line and another one."


def test_a_quote_that_would_show_other_words_is_never_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(digest_rendering, "escaped", lambda words: f"{words}!")
    with pytest.raises(NotVerbatim):
        components(digest(1, 0, SHIP))
    titled, row = story(1, SHIP), story(2, SHIP, untitled=True)
    with pytest.raises(NotVerbatim):
        components(Digest((replace(titled, quotes=()),), (row,), 2))


def test_few_stories_have_more_links() -> None:
    sent = components(digest(1, 0, SHIP))
    assert len([part for part in parts(sent) if "url" in part]) == 3


def test_a_source_without_a_link_or_a_date_is_still_named() -> None:
    quote = whole(article(SHIP, outlet=None))
    lonely = Story(id="a", titled=None, headline=quote, quotes=(), articles=(quote.article,))
    sent = components(Digest((lonely,), (), 1))
    assert links(sent) == []
    assert "source not stated" in told(sent)
    assert "undated" in told(sent)
