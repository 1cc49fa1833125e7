"""The one door through which text comes in: what cannot be seen or stored is taken out here."""

import re
import unicodedata

# A letter of a living script carries at most a handful of marks; taller stacks only deface.
MAX_MARKS = 6
LINE_END = ord("\n")
SPACE = ord(" ")
JOINER = "\u200d"
NON_JOINER = "\u200c"
REPLACEMENT = 0xFFFD
# Emoji newer than Python's Unicode tables are "unassigned" to it, and must not be lost.
EMOJI_PLANES = range(0x1F000, 0x1FB00)
# Living scripts and emoji; the rest is not remembered, so hostile text cannot fill the memory.
REMEMBERED = 0x20000

_LINE_ENDS = frozenset("\n\r\v\f\x85\u2028\u2029")
_UNSEEN = frozenset(("Cc", "Cf", "Co", "Cn"))
_EMOJI = "\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
# Most news text: Latin letters, typographic marks and currencies, composed and all of it seen.
_PLAIN = re.compile("[\n -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
# After letters of the Arabic and Indian scripts, Burmese, Khmer and Mongolian both joiners are
# spelling: a Persian word without them is another or none.
_SHAPED = (
    "\u0600-\u06ff\u0700-\u074f\u0750-\u077f\u08a0-\u0dff\u1000-\u109f\u1780-\u18af"
    "\ufb50-\ufdff\ufe70-\ufefc"
)
_LOOSE_JOINER = re.compile(
    f"(?<![{_SHAPED}])(?:{NON_JOINER}"
    f"|(?<![{_EMOJI}])(?<![{_EMOJI}]\ufe0f){JOINER}|{JOINER}(?![{_EMOJI}]))",
)
# Letters that composing would take apart or put another in the place of: क़, 神 as Japan writes it.
_KEPT_AS_WRITTEN = re.compile(
    "([\u0958-\u095f\u09dc-\u09df\u0a33\u0a36\u0a59-\u0a5e\u0b5c\u0b5d\u0f43-\u0f7f"
    "\uf900-\ufaff\ufb1d-\ufb4e\U0002f800-\U0002fa1f]+)"
)
_TALL_STACK = re.compile(f"m{{{MAX_MARKS + 1},}}")


def clean(text: str) -> str:
    """Return the text with one kind of line end, composed, and without unseen characters.

    Runs in linear time; cleaning twice changes nothing.
    """
    if _PLAIN.fullmatch(text):
        return text
    seen = text.replace("\r\n", "\n").translate(_SEEN)
    if seen.isascii():
        return seen
    # Marks are capped before composing too: composing a long run of them takes quadratic time.
    return _flatten(_composed(_flatten(_LOOSE_JOINER.sub("", seen))))


def _composed(text: str) -> str:
    pieces = _KEPT_AS_WRITTEN.split(text)
    pieces[::2] = [unicodedata.normalize("NFC", piece) for piece in pieces[::2]]
    return "".join(pieces)


class _Seen(dict[int, int | None]):
    """What becomes of each code point, worked out when it is first met."""

    def __missing__(self, code: int) -> int | None:
        kept = _kept(code)
        if code < REMEMBERED:
            self[code] = kept
        return kept


class _Shape(dict[int, str]):
    """The letter m for each combining mark, a space for anything else."""

    def __missing__(self, code: int) -> str:
        mark = unicodedata.combining(chr(code)) or unicodedata.category(chr(code)) in {"Mn", "Me"}
        shape = "m" if mark else " "
        if code < REMEMBERED:
            self[code] = shape
        return shape


def _kept(code: int) -> int | None:
    character = chr(code)
    if character in _LINE_ENDS:
        return LINE_END
    if character == "\t":
        return SPACE
    category = unicodedata.category(character)
    if category == "Cs":
        return REPLACEMENT
    shown = character in {JOINER, NON_JOINER} or code in EMOJI_PLANES
    return None if category in _UNSEEN and not shown else code


def _flatten(text: str) -> str:
    """Take out the marks beyond the sixth on one base character."""
    pieces = []
    kept = 0
    for stack in _TALL_STACK.finditer(text.translate(_SHAPE)):
        pieces.append(text[kept : stack.start() + MAX_MARKS])
        kept = stack.end()
    return "".join((*pieces, text[kept:]))


_SEEN = _Seen()
_SHAPE = _Shape()
