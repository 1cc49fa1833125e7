"""Forms that come back with what was typed: known by their ids, so that they outlive a restart."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.chat import ids
from bot.chat.discord_app.interactions import Interaction, click_of, press, refuse
from bot.chat.discord_app.rendering.views import TYPED
from bot.errors import NotForYou

Component = Mapping[str, Any]  # Any: JSON, as Discord sends it


async def submitted(interaction: Interaction) -> None:
    """Take the number that was typed in a form, or tell that nothing answers the form any more."""
    data: Component = dict(interaction.data or {})
    match = ids.TYPED.fullmatch(str(data.get("custom_id")))
    if match is None:
        await refuse(interaction, NotForYou("discord/old_button"))
        return
    typed = next(_typed(data.get("components") or ()), "")
    guess_number = interaction.client.quiz.guess_number
    told = guess_number(match["round"], int(match["number"]), typed, click_of(interaction))
    await press(interaction, told)


def _typed(components: Iterable[Component]) -> Iterator[str]:
    """What was typed in the line of a form, through all that stands around it."""
    for part in components:
        if part.get("custom_id") == TYPED:
            yield str(part.get("value") or "")
        yield from _typed(part.get("components") or ())
        yield from _typed([part["component"]] if "component" in part else ())
