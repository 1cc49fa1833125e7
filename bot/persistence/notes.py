"""Repository of notes: single values by name, such as the identity of the database."""

from sqlalchemy import select

from bot.persistence.database import Repository
from bot.persistence.schema import meta


class NoteRepository(Repository):
    """Single values under names, of the database itself and of faces."""

    async def value(self, name: str) -> str | None:
        """The value kept under a name, None when there is none."""
        found = select(meta.c.value).where(meta.c.name == name)
        async with self._database.reading() as connection:
            value: str | None = (await connection.execute(found)).scalar_one_or_none()
        return value

    async def keep(self, name: str, value: str) -> None:
        """Keep a value under a name, in place of the old one."""
        new = self._database.insert(meta).values(name=name, value=value)
        async with self._database.writing() as connection:
            await connection.execute(
                new.on_conflict_do_update(index_elements=["name"], set_={"value": value})
            )

    async def identity(self) -> str:
        """32 hexadecimal digits that this database got when it was made, and no other has."""
        return await self.value("identity") or ""
