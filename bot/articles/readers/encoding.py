"""From the bytes of a file to its characters, whatever program wrote them."""

import codecs
import re

from bot.errors import Refused
from bot.language.languages import likelihoods

# Enough to tell the languages and encodings apart, little enough to judge in a moment.
SAMPLE_BYTES = 16_384
# Text has hardly any control characters beside line ends and tabs; random bytes have over 10 %.
MAX_CONTROL_SHARE = 0.05
# Latin text in UTF-16 is half zeros, all on one side of each pair.
MIN_ZERO_SHARE = 0.3
MAX_STRAY_ZERO_SHARE = 0.05
# So few zeros are slips of a program among the words; of random bytes one in 256 is zero.
MAX_SLIPS = 0.001
# In Latin scripts letters beyond ASCII stand alone among others; elsewhere words are made of them.
MIN_FOREIGN_SHARE = 0.5
# Characters of a text in a declared encoding that may be broken; more, and it is another encoding.
MAX_BROKEN_SHARE = 0.05
# What files in other scripts are written in; never UTF-7, which hides markup in letters.
FOREIGN = (
    *("cp1251", "cp1253", "cp1255", "cp1256", "koi8_r", "shift_jis", "cp932", "euc_jp"),
    *("gb18030", "big5", "euc_kr", "cp949", "cp874"),
)
WESTERN = "cp1252"
LATIN = {  # encodings of the languages in Latin letters that are not written in the Western one
    "pl hu ro sq": ("cp1250", "iso8859_2"),
    "cs sk sl hr bs sr": ("iso8859_2", "cp1250"),
    "tr az": ("cp1254",),
    "lt lv": ("cp1257",),
    "et": ("cp1257", WESTERN),
    "vi": ("cp1258",),
}

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
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_WHOLE = re.compile(  # characters of UTF-8, and one that the end of the file cuts
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef](?:[\x80-\xbf]{2}|[\x80-\xbf]\Z)"
    rb"|[\xf0-\xf4](?:[\x80-\xbf]{3}|[\x80-\xbf]{1,2}\Z)"
)
_LANGUAGE = re.compile(  # lang="pl", language: pl, "language": "pl"
    rb"\blang(?:uage)?[\"']?\s{0,5}[:=]\s{0,5}[\"']?([a-zA-Z]{2})(?![a-zA-Z])"
)
_ODD = re.compile(r"[\x80-\x9f¤¦¨¬±¶¸¹¼½¾·\ufffd˘˛˝]")  # what hardly any text has
_TAG = re.compile(r"<[^<>]{1,2000}>")
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
    if 0 < data.count(0) <= MAX_SLIPS * len(data):
        return _without_slips(data.replace(b"\0", b""), declared) or data.decode("latin-1")
    if b"\0" in data:
        return data.decode(_wide_encoding(data), "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_broken_utf8(data):
            return data.decode("utf-8", "replace")
        return _as_declared(data, declared) or _guessed(data, error.start)


def _without_slips(data: bytes, declared: str) -> str | None:
    """The text of a file that a program left a few zeros in; None where it may be no text."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _as_declared(data, declared)


def _wide_encoding(data: bytes) -> str:
    """Name the UTF-16 that the zeros give away; Latin-1 keeps them, to be refused."""
    even, odd = (data[side::2].count(0) / len(data) * 2 for side in (0, 1))
    if even < MAX_STRAY_ZERO_SHARE and odd > MIN_ZERO_SHARE:
        return "utf-16-le"
    if odd < MAX_STRAY_ZERO_SHARE and even > MIN_ZERO_SHARE:
        return "utf-16-be"
    return "latin-1"


def _is_broken_utf8(data: bytes) -> bool:
    """Whether most of what is beyond ASCII is UTF-8, which no other encoding brings about."""
    whole = [len(found) for found in _WHOLE.findall(data)]
    return len(whole) > sum(map(len, _BEYOND_ASCII.findall(data))) - sum(whole)


def _as_declared(data: bytes, declared: str) -> str | None:
    try:
        encoding = codecs.lookup(declared).name
    except LookupError:
        return None
    # The web's rule: who says Latin-1 or ASCII writes Windows' own.
    encoding = WESTERN if encoding in {"iso8859-1", "ascii"} else encoding
    if not encoding.startswith(_DECLARABLE):
        return None
    text = data.decode(encoding, "replace")
    return text if text.count("\ufffd") <= MAX_BROKEN_SHARE * _beyond_ascii(text) else None


def _beyond_ascii(text: str) -> int:
    return sum(not character.isascii() for character in text)


def _guessed(data: bytes, strange: int) -> str:
    """Decode by the look of the bytes around the first one that is not UTF-8."""
    start = max(data.rfind(b"\n", 0, strange) + 1, strange - SAMPLE_BYTES)
    sample = data[start : start + 2 * SAMPLE_BYTES]
    runs = [len(run) for run in _BEYOND_ASCII.findall(sample)]
    in_words = sum(run for run in runs if run > 2)  # noqa: PLR2004 - two meet in Latin words, too
    foreign = in_words > MIN_FOREIGN_SHARE * sum(runs)
    encoding = (_foreign_encoding(sample) if foreign else None) or _latin_encoding(data, sample)
    return data.decode(encoding, "replace")


def _foreign_encoding(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, seldom needed

    best = from_bytes(sample, cp_isolation=[*FOREIGN]).best()
    return best.encoding if best else None


def _latin_encoding(data: bytes, sample: bytes) -> str:
    """Name the encoding of the language that the file states or is written in."""
    stated = _LANGUAGE.search(data[:SAMPLE_BYTES])
    words = _TAG.sub(" ", sample.decode(WESTERN, "replace"))
    likely = {stated[1].decode().lower(): 1.0} if stated else likelihoods(words)
    for languages, encodings in LATIN.items():
        if sum(likely.get(one, 0.0) for one in languages.split()) > 1 / 2:
            # The one in which what is beyond ASCII is letters and the marks of a text.
            return min(encodings, key=lambda one: _oddities(sample.decode(one, "replace")))
    return WESTERN


def _oddities(text: str) -> int:
    return len(_ODD.findall(text))
