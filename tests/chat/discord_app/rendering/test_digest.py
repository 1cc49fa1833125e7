"""A digest fits into Discord's limits whatever it quotes, and shows quotes word for word."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.articles.article import Article, Quote
from bot.chat.digest_writer import posted_reply
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


def source(number: int, text: str) -> Article:
    """An article that can be linked to."""
    name = f"Outlet {number} {WORD}"
    made = article(text, id=f"{number:016}", outlet=name, title=f"Title {WORD}" * 3)
    return Article(
        **{field: getattr(made, field) for field in FIELDS},
        url=f"https://outlet-{number}.example/{'long/' * 20}",
    )


FIELDS = (
    *("id", "version", "collection", "key", "source", "text", "title", "title_origin", "outlet"),
    *("published",),
)


def whole(item: Article) -> Quote:
    """All of an article."""
    return item.quote(0, len(item.text))


def story(number: int, text: str) -> Story:
    """A story of four outlets."""
    items = tuple(source(10 * number + n, f"{text} {n}.") for n in range(4))
    quotes = tuple(map(whole, items))
    return Story(str(number), quotes[0], quotes[1:], quotes, items, items[:2], update=True)


def digest(stories: int, rest: int, text: str) -> Digest:
    """A digest of stories that all have the same words."""
    told_in_full = tuple(story(n, text) for n in range(stories))
    lines = tuple(story(100 + n, text) for n in range(rest))
    return Digest(told_in_full, lines, 99, (), 5)


def components(found: Digest) -> list[Json]:
    """The components of a digest."""
    message = RENDERER.message(posted_reply(found, DAY, TOPIC, FOOT, LATE))
    sent: list[Json] = with_role(message, "9").to_components()
    return sent


TEXTS = ["A short line.", SHIP, f"{SHIP} {SHIP}", HOSTILE * 3, WORD * 8, "x" * 399, "日本語" * 130]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("stories", "rest"), [(1, 0), (3, 10), (5, 2), (7, 10)])
def test_any_digest_keeps_discords_limits(text: str, stories: int, rest: int) -> None:
    sent = components(digest(stories, rest, text))
    every = list(parts(sent))
    assert len(every) <= COMPONENTS
    assert len("".join(part.get("content", "") for part in every)) <= 4_000
    assert all(len(part["label"]) <= 80 for part in every if "label" in part)
    assert len(ids(sent, "story")) >= 1
    assert len(links(sent)) >= len(ids(sent, "story"))


def bodies(text: str) -> Iterator[Json]:
    """What is sent of digests that say a text."""
    for stories, rest in ((1, 0), (7, 10)):
        body = {"components": components(digest(stories, rest, text)), "flags": 1 << 15}
        yield body | {"nonce": "a" * 25, "enforce_nonce": True, "allowed_mentions": {"parse": []}}


@pytest.mark.parametrize("text", TEXTS)
def test_every_payload_is_one_that_discord_takes(text: str) -> None:
    for body in bodies(text):
        assert list(faults_of(body)) == []


def test_every_payload_is_taken_by_discords_own_document() -> None:
    judge = required_judge()
    for body in (body for text in TEXTS for body in bodies(text)):
        assert judge.errors("POST", "/channels/1/messages", body) == []


def quoted(sent: list[Json]) -> Iterator[str]:
    """The lines of a digest that show quotes, as a reader sees them."""
    for line in told(sent).split("\n"):
        for begin in ("### ", "> "):
            if line.startswith(begin):
                yield unescaped(line.removeprefix(begin))


@pytest.mark.parametrize("text", TEXTS)
def test_every_quote_is_shown_word_for_word(text: str) -> None:
    found = digest(2, 3, text)
    known = {a.text for s in (*found.stories, *found.rest) for a in s.articles}
    lines = list(quoted(components(found)))
    assert lines
    assert set(lines) <= known


def test_nothing_in_a_digest_can_mention_anybody_but_its_role() -> None:
    shown_text = told(components(digest(1, 1, HOSTILE))).replace("<@&9>", "")
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


def test_few_stories_have_more_links() -> None:
    assert len(links(components(digest(1, 0, SHIP)))) == 3


def test_a_source_without_a_link_or_a_date_is_still_named() -> None:
    quote = whole(article(SHIP, outlet=None))
    lonely = Story("a", quote, (), (), (quote.article,))
    sent = components(Digest((lonely,), (), 1))
    assert links(sent) == []
    assert "source not stated" in told(sent)
    assert "undated" in told(sent)
