"""Connections that a cancelled task gives back: what was begun on one is finished first."""

# ruff: noqa: ANN401 - the overloads of the base tell the types to those who call

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

Result = TypeVar("Result")


async def finished(work: Coroutine[Any, Any, Result]) -> Result:  # Any: what nobody sends into it
    """What `work` makes; a task that is cancelled meanwhile ends when the work has."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            try:
                await asyncio.wait({task})
            except asyncio.CancelledError:  # another one, which the first stands for
                continue
        if not task.cancelled():
            task.exception()  # nobody else asks for it, and asyncio would complain
        raise


class UnbrokenConnection(AsyncConnection):
    """A connection whose statements are never broken off in the middle.

    SQLite's driver would go on with one in its thread, and its connection could be lost.
    """

    __slots__ = ()

    async def start(self, is_ctxmanager: bool = False) -> AsyncConnection:  # noqa: FBT001, FBT002 - as in the base
        """Connect; when cancelled meanwhile, nothing stays connected."""
        try:
            return await finished(super().start(is_ctxmanager))
        except asyncio.CancelledError:
            if self.sync_connection is not None:
                await finished(self.close())
            raise

    async def execute(self, *given: Any, **named: Any) -> Any:
        """Run a statement to its end."""
        return await finished(super().execute(*given, **named))

    async def exec_driver_sql(self, *given: Any, **named: Any) -> Any:
        """Run a statement in the driver's own words to its end."""
        return await finished(super().exec_driver_sql(*given, **named))

    async def run_sync(self, *given: Any, **named: Any) -> Any:
        """Run a function that works on the connection to its end."""
        return await finished(super().run_sync(*given, **named))
