"""The gateway: sessions over websockets, which are identified, cut, resumed and closed."""

import asyncio
import json
import secrets
import zlib
from collections.abc import Callable

from aiohttp import WSMsgType, web

from tests.discord_standin.payloads import Json
from tests.discord_standin.state import State
from tests.effort import PATIENCE

DISPATCH, HEARTBEAT, IDENTIFY, RESUME = 0, 1, 2, 6
INVALID_SESSION, HELLO, HEARTBEAT_ACK = 9, 10, 11
HEARTBEAT_EVERY = 41_250
WRONG_TOKEN = 4004


class Connection:
    """A websocket; all that is sent through it is one compressed stream, when that was asked."""

    def __init__(self, request: web.Request) -> None:
        self._request = request
        self.socket = web.WebSocketResponse()
        self._pack = _compressed() if request.query.get("compress") == "zlib-stream" else None

    async def send(self, frame: Json) -> None:
        """Send a frame; who has gone away meanwhile misses it."""
        text = json.dumps(frame)
        try:
            if self._pack is None:
                await self.socket.send_str(text)
            else:
                await self.socket.send_bytes(self._pack(text.encode()))
        except ConnectionError:
            return

    def cut(self) -> None:
        """Break the connection without a word."""
        if self._request.transport is not None:
            self._request.transport.abort()


def _compressed() -> Callable[[bytes], bytes]:
    stream = zlib.compressobj()
    return lambda text: stream.compress(text) + stream.flush(zlib.Z_SYNC_FLUSH)


class Session:
    """What one bot was sent; it may go on over another connection."""

    def __init__(self, connection: Connection) -> None:
        self.id = secrets.token_hex(8)
        self.connection = connection
        self._frames: list[Json] = []

    async def dispatch(self, event: str, data: Json) -> None:
        """Send an event, or keep it for when the bot comes back."""
        frame = {"op": DISPATCH, "t": event, "s": len(self._frames) + 1, "d": data}
        self._frames.append(frame)
        if not self.connection.socket.closed:
            await self.connection.send(frame)

    async def resume(self, connection: Connection, last: int) -> None:
        """Go on over another connection, with what came after the last that was received."""
        self.connection = connection
        for frame in self._frames[last:]:
            await connection.send(frame)
        await self.dispatch("RESUMED", {})


class Gateway:
    """Who is connected, and what happened: "identify", "resume" or "close" with its code."""

    def __init__(self, state: State, token: str) -> None:
        self.url = ""
        self.log: list[str] = []
        self.sessions: dict[str, Session] = {}
        self._state, self._token = state, token
        self._connections: set[Connection] = set()
        self._ready = asyncio.Event()

    async def wait_ready(self, seconds: float = PATIENCE) -> None:
        """Wait until a bot is there and knows its server."""
        await asyncio.wait_for(self._ready.wait(), seconds)

    def expect(self) -> None:
        """Expect another bot: the one before is not waited for again."""
        self.sessions.clear()
        self._ready.clear()

    async def dispatch(self, event: str, data: Json) -> None:
        """Send an event to every bot that is there."""
        for session in list(self.sessions.values()):
            await session.dispatch(event, data)

    async def drop(self, code: int | None = None) -> None:
        """Close every connection with a code; without one, cut them."""
        for connection in list(self._connections):
            if code is None:
                connection.cut()
            else:
                self.log.append(f"close {code}")
                await connection.socket.close(code=code)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection until it ends."""
        connection = Connection(request)
        await connection.socket.prepare(request)
        self._connections.add(connection)
        try:
            await connection.send({"op": HELLO, "d": {"heartbeat_interval": HEARTBEAT_EVERY}})
            async for received in connection.socket:
                if received.type is WSMsgType.TEXT:
                    await self._receive(connection, json.loads(received.data))
        finally:
            self._connections.discard(connection)
        return connection.socket

    async def _receive(self, connection: Connection, frame: Json) -> None:
        kind, data = frame["op"], frame["d"]
        if kind == HEARTBEAT:
            await connection.send({"op": HEARTBEAT_ACK})
        elif kind in {IDENTIFY, RESUME} and data["token"] != self._token:
            self.log.append(f"close {WRONG_TOKEN}")
            await connection.socket.close(code=WRONG_TOKEN)
        elif kind == IDENTIFY:
            self.log.append("identify")
            await self._greet(connection, data)
        elif kind == RESUME:
            await self._resume(connection, data)

    async def _greet(self, connection: Connection, data: Json) -> None:
        session = Session(connection)
        bot, number = self._state.bot, self._state.guild_id
        ready = {"v": 10, "user": bot, "session_id": session.id, "resume_gateway_url": self.url}
        ready |= {"guilds": [{"id": number, "unavailable": True}]}
        ready |= {"application": {"id": bot["id"], "flags": 0}, "shard": data.get("shard", [0, 1])}
        await session.dispatch("READY", ready)
        await session.dispatch("GUILD_CREATE", self._state.guild)
        self.sessions[session.id] = session
        self._ready.set()

    async def _resume(self, connection: Connection, data: Json) -> None:
        session = self.sessions.get(data["session_id"])
        self.log.append("resume" if session else "resume refused")
        if session is None:
            await connection.send({"op": INVALID_SESSION, "d": False})
        else:
            await session.resume(connection, data["seq"])
