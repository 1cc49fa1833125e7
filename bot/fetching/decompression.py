"""Undoing a server's compression, never into more than is allowed."""

import zlib

from bot.errors import Refused

OFFERED = "gzip, deflate"
"""What we say we can undo: the standard library can stop in the middle of these."""

GZIP = 16 + zlib.MAX_WBITS
PLAIN = frozenset(["", "identity"])


class Decoder:
    """Takes the pieces of a body and gives back what they say, at most `limit` bytes in all."""

    def __init__(self, encoding: str, limit: int) -> None:
        self._encoding = encoding.strip().lower()
        if self._encoding not in PLAIN | {"gzip", "x-gzip", "deflate"}:
            raise Refused("fetch/compression")
        self._limit = limit
        self._inflating: zlib._Decompress | None = None
        self._held: list[bytes] = []
        self._size = 0

    def take(self, piece: bytes) -> None:
        """Add the next piece; Refused when it is broken, or makes the body too large."""
        if self._encoding in PLAIN:
            self._keep(piece)
            return
        while piece:
            inflating = self._inflating or self._begun(piece)
            self._inflating = inflating
            try:
                self._keep(inflating.decompress(piece, self._limit - self._size + 1))
            except zlib.error:
                raise Refused("fetch/compression") from None
            piece = inflating.unconsumed_tail
            if inflating.eof:  # a body may be several compressed ones behind each other
                piece, self._inflating = inflating.unused_data, None
                if self._encoding == "deflate":
                    return

    def content(self) -> bytes:
        """The whole body; Refused when it ended too early."""
        if self._inflating is not None:
            raise Refused("fetch/compression")
        return b"".join(self._held)

    def _begun(self, piece: bytes) -> "zlib._Decompress":
        if self._encoding != "deflate":
            return zlib.decompressobj(GZIP)
        # "deflate" should come with a head and often does not: in one, the lower half is an 8.
        headed = piece[0] & 0x0F == zlib.DEFLATED
        return zlib.decompressobj(zlib.MAX_WBITS if headed else -zlib.MAX_WBITS)

    def _keep(self, content: bytes) -> None:
        self._size += len(content)
        if self._size > self._limit:
            raise Refused("refused/too_large", limit=self._limit // 1_000_000)
        self._held.append(content)
