"""From the bytes of a file to its characters, whatever program wrote them."""

import codecs
import re

from bot.errors import Refused

# Enough to tell the languages and encodings apart, little enough to judge in a moment.
SAMPLE_BYTES = 16_384
# Text has hardly any control characters beside line ends and tabs; random bytes have over 10 %.
MAX_CONTROL_SHARE = 0.05
# Latin text in UTF-16 is half zeros, all on one side of each pair.
MIN_ZERO_SHARE = 0.3
MAX_STRAY_ZERO_SHARE = 0.05
# So few letters beyond ASCII tell nothing of the language; then Western is the likeliest.
MIN_EVIDENCE = 12
MAX_ACCENT_SHARE = 0.25
# What files that state no encoding are written in; never UTF-7, which hides markup in letters.
LIKELY = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("koi8_r", "shift_jis", "cp932", "euc_jp", "gb18030", "big5", "euc_kr", "cp949", "cp874"),
)

_DECLARABLE = ("cp125", "iso8859", "koi8", "shift_jis", "cp9", "euc", "gb", "big5", "iso2022_jp")
_BYTE_ORDER_MARKS = (  # The longer first: UTF-32's little-endian mark begins like UTF-16's.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FORMATS = (
    *(b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!\x1a", b"\xd0\xcf\x11\xe0"),
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"{\\rtf", b"\x7fELF"),
)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def decode(data: bytes, declared: str = "") -> str:
    """Return the text of a file: by its byte order mark, as UTF-8, or by the best guess.

    `declared` is the encoding that a page says it has; it goes before the guess.
    Raises Refused when the bytes are no text at all.
    """
    if data.startswith(_OTHER_FORMATS):
        raise Refused("refused/not_text")
    text = _text(data, declared)
    if "\0" in text or len(_CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text):
        raise Refused("refused/not_text")
    return text


def _text(data: bytes, declared: str) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data:
        return data.decode(_wide_encoding(data), "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _as_declared(data, declared) or _guessed(data, error.start)


def _wide_encoding(data: bytes) -> str:
    """Name the UTF-16 that the zeros give away; Latin-1 keeps them, to be refused."""
    even, odd = (data[side::2].count(0) / len(data) * 2 for side in (0, 1))
    if even < MAX_STRAY_ZERO_SHARE and odd > MIN_ZERO_SHARE:
        return "utf-16-le"
    if odd < MAX_STRAY_ZERO_SHARE and even > MIN_ZERO_SHARE:
        return "utf-16-be"
    return "latin-1"


def _as_declared(data: bytes, declared: str) -> str | None:
    try:
        encoding = codecs.lookup(declared).name
        # The web's rule: who says Latin-1 or ASCII writes Windows' own.
        encoding = "cp1252" if encoding in {"iso8859-1", "ascii"} else encoding
        return data.decode(encoding) if encoding.startswith(_DECLARABLE) else None
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(data: bytes, strange: int) -> str:
    """Decode by the look of the bytes around the first one that is not UTF-8."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, seldom needed

    start = max(data.rfind(b"\n", 0, strange) + 1, strange - SAMPLE_BYTES)
    sample = data[start : start + 2 * SAMPLE_BYTES]
    accents = len(_BEYOND_ASCII.findall(sample))
    few = accents < MIN_EVIDENCE and accents < MAX_ACCENT_SHARE * len(sample)
    best = None if few else from_bytes(sample, cp_isolation=[*LIKELY]).best()
    try:
        return data.decode(best.encoding if best else "cp1252")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
