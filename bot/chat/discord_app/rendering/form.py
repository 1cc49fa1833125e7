"""How Discord writes what stands between the words of utterances."""

from contextvars import ContextVar
from functools import partial

from bot.chat.discord_app.rendering.words import shortened
from bot.wording.form import Form, Style

VALUE = 160
"""Characters of a variable in a sentence: ten rows of the list of articles fit into a message."""

READER: ContextVar[str | None] = ContextVar("READER", default=None)
"""The language of the one who is answered in this task; None where a message is for everybody."""

STYLES: dict[Style, str] = {"": "f", "full": "F", "relative": "R"}


def form(room: int = VALUE) -> Form:
    """Discord's signs, in the reader's language; a variable takes at most `room` characters."""
    return Form(
        escape=partial(shortened, room=room),
        moment=lambda moment, style: f"<t:{moment}:{STYLES[style]}>",
        person=lambda person: f"<@{person}>",
        place=lambda place: f"<#{place}>",
        language=READER.get,
    )
