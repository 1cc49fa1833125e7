"""`pullquote stories`: what the articles are about, story by story."""

from bot.chat.json import story_outline_object
from bot.cli.context import DONE, NOTHING_FOUND, CommandContext, print_json
from bot.services.stories import StoryOutline
from bot.wording.prompts import Utterance, utterance


async def stories(context: CommandContext) -> int:
    """Print the stories that the articles are put into, the earliest first."""
    options = context.options
    async with context.newsroom() as newsroom:
        found = await newsroom.stories.stories(options.collection, options.since, options.until)
    for story in found:
        if context.json:
            print_json(story_outline_object(story))
        else:
            # A story whose outlets are not stated ends with its days.
            print(context.prompts.say(_line(story)).rstrip())
    return DONE if found else NOTHING_FOUND


def _line(story: StoryOutline) -> Utterance:
    counts: dict[str, str | int] = {
        "title": story.title,
        "articles": len(story.articles),
        "outlets": ", ".join(story.outlets),
    }
    if story.first is None:
        return utterance("cli/story_undated", **counts)
    if story.first == story.last:
        return utterance("cli/story_of_day", day=str(story.first), **counts)
    return utterance("cli/story", first=str(story.first), last=str(story.last), **counts)
