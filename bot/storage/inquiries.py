"""What was asked, kept so that the buttons of old replies still work."""

from dataclasses import asdict

from sqlalchemy import delete, select

from bot.storage.records import Inquiry
from bot.storage.room import Room, writable
from bot.storage.schema import inquiry


class Inquiries(Room):
    """The part of the store that remembers what was asked."""

    async def remember(self, asked: Inquiry) -> None:
        """Keep what was asked under its token, in place of what the token stood for."""
        values = asdict(asked) | {"query": writable(asked.query)}
        new = self._database.insert(inquiry).values(values)
        moved = {name: new.excluded[name] for name in values if name != "token"}
        async with self._database.writing() as connection:
            await connection.execute(
                new.on_conflict_do_update(index_elements=["token"], set_=moved)
            )

    async def inquiry(self, token: str) -> Inquiry | None:
        """What was asked under a token, None when it is not known or forgotten."""
        found = select(inquiry).where(inquiry.c.token == writable(token))
        async with self._database.reading() as connection:
            row = (await connection.execute(found)).one_or_none()
        return None if row is None else Inquiry(*row)

    async def forget_inquiries(self, before: int) -> None:
        """Forget what was asked before a moment, in Unix seconds."""
        async with self._database.writing() as connection:
            await connection.execute(delete(inquiry).where(inquiry.c.asked < before))
