"""Compression is undone as far as the limit, and no further."""

import gzip
import zlib

import pytest

from bot.errors import Refused
from bot.fetching.decompression import Decoder

WORDS = b"The harbour opens on Monday. " * 200


def raw_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


PACKED = {
    "": WORDS,
    "identity": WORDS,
    "gzip": gzip.compress(WORDS),
    "x-gzip": gzip.compress(WORDS[:100]) + gzip.compress(WORDS[100:]),
    "deflate": zlib.compress(WORDS),
    "Deflate ": raw_deflate(WORDS),
}


@pytest.mark.parametrize("piece", [1, 7, 100_000])
@pytest.mark.parametrize("encoding", PACKED)
def test_a_body_is_the_same_in_whatever_pieces_it_comes(encoding: str, piece: int) -> None:
    decoder = Decoder(encoding, len(WORDS))
    packed = PACKED[encoding]
    for start in range(0, len(packed), piece):
        decoder.take(packed[start : start + piece])
    assert decoder.content() == WORDS


@pytest.mark.parametrize("encoding", PACKED)
def test_a_body_larger_than_the_limit_is_refused(encoding: str) -> None:
    decoder = Decoder(encoding, len(WORDS) - 1)
    with pytest.raises(Refused) as caught:
        decoder.take(PACKED[encoding])
    assert caught.value.utterance == "refused/too_large"


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "compress", "gzip;q=1"])
def test_a_compression_that_was_not_offered_is_refused(encoding: str) -> None:
    with pytest.raises(Refused) as caught:
        Decoder(encoding, 1)
    assert caught.value.utterance == "fetch/compression"


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_body_that_breaks_off_is_refused(encoding: str) -> None:
    decoder = Decoder(encoding, len(WORDS))
    decoder.take(PACKED[encoding][:-9])
    with pytest.raises(Refused) as caught:
        decoder.content()
    assert caught.value.utterance == "fetch/compression"


def test_what_follows_a_deflated_body_is_left_out() -> None:
    decoder = Decoder("deflate", len(WORDS))
    decoder.take(zlib.compress(WORDS) + b"trailer")
    assert decoder.content() == WORDS
