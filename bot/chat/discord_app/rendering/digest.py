"""A digest as Discord messages: one to be finished, and more to read in a thread."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import discord
from discord import ui

from bot.articles.article import Article, Quote
from bot.chat.digest_replies import digest_counts, digest_heading, left_out, story_notes
from bot.chat.discord_app.rendering.form import form
from bot.chat.discord_app.rendering.views import ROOM, SEPARATOR, SMALL, Item, Message
from bot.chat.discord_app.rendering.words import escaped, link, unescaped
from bot.chat.ids import story_id
from bot.chat.replies import source_of
from bot.digest.digest import Digest, Story
from bot.errors import NotVerbatim
from bot.wording.prompts import Prompts, Utterance, utterance

COMPONENTS = 40
"""Components of a message over all levels, Discord's own limit."""

AROUND = 4
"""Components beside the stories: heading, the rest, and what was read."""

OF_A_STORY = 4
"""Components of a story without its links: the box, its text, a row, a button."""

MOST_LINKS = 3
"""Link buttons of a story at most; a fifth button would open a second row."""

MARGIN = 300
"""Characters kept free for the mark and for what others add."""

HEADLINE, QUOTED, LISTED = "### ", "> ", "- "


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a digest: date, topic, the role it calls, when it was due if late."""

    day: date
    topic: str = ""
    role: int | None = None
    late: int | None = None


class DigestRenderer:
    """Makes digests of prompts' words and articles' quotes, each quote checked."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts
        self._form = form()

    def message(self, digest: Digest, head: Head, foot: Utterance) -> Message:
        """The digest in one message within Discord's limits; what does not fit is left out."""
        fitting = self._fitting(digest, head)
        items: list[Item] = [ui.TextDisplay(self._heading(digest, head))]
        links = min(MOST_LINKS, _links_of_a_story(len(fitting.stories)))
        items += [self._box(story, links) for story in fitting.stories]
        if fitting.rest:
            items.append(ui.TextDisplay(self._rest(fitting.rest)))
        items.append(ui.TextDisplay(self._foot(digest, foot)))
        return Message(items, private=False, continued=False)

    def line(self, words: Utterance) -> str:
        """One small line of our own words."""
        return f"{SMALL}{self.say(words)}"

    def say(self, words: Utterance) -> str:
        """Our own words, their variables escaped."""
        return self._prompts.say(words, self._form)

    def _heading(self, digest: Digest, head: Head) -> str:
        lines = [f"## {self.say(digest_heading(digest, head.day, head.topic))}"]
        if head.role is not None:
            lines.append(f"<@&{head.role}>")
        if head.late is not None:
            lines.append(self.line(utterance("digest/late", due=head.late)))
        if not digest.is_empty:
            stories = len(digest.stories) + len(digest.rest)
            told = utterance("digest/summary", stories=stories, articles=len(digest.articles))
            lines.append(self.line(told))
        return "\n".join(lines)

    def _foot(self, digest: Digest, foot: Utterance) -> str:
        counts = digest_counts(digest.read, left_out(digest))
        lines = [SMALL + SEPARATOR.join(self.say(words) for words in counts)] if digest.read else []
        return "\n".join([*lines, self.line(foot)])

    def _fitting(self, digest: Digest, head: Head) -> Digest:
        """The digest with as many quotes, then stories, then other lines as there is room for."""
        room = ROOM - MARGIN - len(self._heading(digest, head))
        return next(smaller for smaller in _smaller(digest) if self._length(smaller) <= room)

    def _length(self, digest: Digest) -> int:
        boxes = sum(len(self._story(story)) for story in digest.stories)
        return boxes + len(self._rest(digest.rest))

    def _box(self, story: Story, links: int) -> Item:
        box: ui.Container[ui.LayoutView] = ui.Container()
        box.add_item(ui.TextDisplay(self._story(story)))
        style = discord.ButtonStyle.secondary
        brief = utterance("digest/brief_me")
        custom_id = story_id(story.headline.article.id)
        row: ui.ActionRow[ui.LayoutView] = ui.ActionRow(
            ui.Button(label=self.say(brief), custom_id=custom_id, style=style)
        )
        for label, address in list(_links(story, self.say(utterance("discord/open"))))[:links]:
            row.add_item(ui.Button(label=label, url=address))
        box.add_item(row)
        return box

    def _story(self, story: Story) -> str:
        lines = [f"{HEADLINE}{shown(story.headline)}"]
        notes = [self.say(note) for note in story_notes(story)]
        lines += [f"{SMALL}{line}" for line in (self._source(story.headline.article), *notes)]
        named = {story.headline.article.id}
        for quote in story.quotes:
            again = quote.article.id in named
            lines += [
                f"{QUOTED}{shown(quote)}",
                f"{SMALL}{self._source(quote.article, again=again)}",
            ]
            named.add(quote.article.id)
        return "\n".join(lines)

    def _rest(self, rest: Sequence[Story]) -> str:
        if not rest:
            return ""
        lines = [f"**{self.say(utterance('digest/rest'))}**"]
        for story in rest:
            outlet, _, day = source_of(story.headline.article)[:3]
            source = SEPARATOR.join((self.say(outlet), self.say(day)))
            lines.append(f"{LISTED}{shown(story.headline)}{SEPARATOR}{source}")
        return "\n".join(lines)

    def _source(self, article: Article, *, again: bool = False) -> str:
        """Outlet, title and date; only the outlet where the article was named before."""
        parts = source_of(article)[: 1 if again else 3]
        return SEPARATOR.join(self.say(part) for part in parts)


def shown(quote: Quote) -> str:
    """The quote escaped on one line; NotVerbatim when a reader would see other words."""
    folded = quote.text.replace("\n", " ")
    words = escaped(folded)
    if unescaped(words) != quote.article.text[quote.start : quote.end].replace("\n", " "):
        raise NotVerbatim("error/not_verbatim")
    return words


def _smaller(digest: Digest) -> Iterator[Digest]:
    """The digest, then ever smaller ones: fewer quotes, from the end on, then fewer stories."""
    stories = list(digest.stories)
    yield digest
    for most in (2, 1):
        for n in reversed(range(len(stories))):
            if len(stories[n].quotes) > most:
                stories[n] = replace(stories[n], quotes=stories[n].quotes[:most])
                yield replace(digest, stories=tuple(stories))
    for count in reversed(range(len(digest.rest))):
        yield replace(digest, stories=tuple(stories), rest=digest.rest[:count])
    for count in reversed(range(len(stories))):
        yield replace(digest, stories=tuple(stories[:count]), rest=())


def _links_of_a_story(stories: int) -> int:
    return (COMPONENTS - AROUND - OF_A_STORY * stories) // max(stories, 1)


def _links(story: Story, label: str) -> Iterator[tuple[str, str]]:
    """A label and an address for each quoted article that has one, each once."""
    quoted = (quote.article for quote in (story.headline, *story.quotes))
    seen: set[str] = set()
    for article in quoted:
        address = link(article.url)
        if address is not None and address not in seen:
            seen.add(address)
            yield (article.outlet or label)[:LABEL], address


LABEL = 80
"""Characters of a button's label, Discord's own limit."""
