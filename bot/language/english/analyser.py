"""The analyser of English: text to index terms, irregular forms brought to their stem.

Words of other languages are terms as they are written, without accents. Where no space tells the
words of a script, each two neighbouring letters are a term, as is usual for Chinese.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import Stemmer

from bot.language.numerals import SIGNS, number_terms
from bot.language.scripts import JOINERS, MARKS, UNSPACED

_LETTERS = rf"[^\W_{UNSPACED}]+(?:[{MARKS}{JOINERS}]+[^\W_{UNSPACED}]*)*"
WORD = re.compile(rf"{_LETTERS}(?:[.,'’\-‐‑–]{_LETTERS})*|[{UNSPACED}]+|[{''.join(SIGNS)}]")
_UNSPACED = re.compile(rf"[{UNSPACED}]")
_SPELLINGS = str.maketrans("يىك", "ییک", JOINERS)
"""Arabic keyboards have letters for yeh and kaf that Persian ones have not, and the reverse; a
joiner is typed or left out."""

INNER = re.compile(r"[-‐‑–.,]")
HYPHEN = re.compile(r"[-‐‑–]")
POSSESSIVE = re.compile(r"['’]s$")
APOSTROPHE = re.compile(r"['’]")
INITIALS = re.compile(r"^[^\W\d_](?:\.[^\W\d_])+$")
LONGEST_TERM = 64
"""Characters of a term that count; more is no word."""

CACHED_WORDS = 200_000
"""Word forms whose terms are remembered: the vocabulary of some 100,000 articles, about 40 MB."""

STOP_WORDS = frozenset(
    "a about after all also am an and any are as at be because been before being between both but "
    "by can cannot could did do does doing don during each for from further had has have having he "
    "her here hers herself him himself his how i if in into is it its itself just me more most my "
    "myself nor of off on once only or other our ours ourselves out own same she should so some "
    "such than that the their theirs them themselves then there these they this those through to "
    "too us very was we were what when where which while who whom whose why will with would you "
    "your yours yourself yourselves".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its span, its surface and the terms it gives (none for a stop word)."""

    start: int
    end: int
    surface: str
    terms: tuple[str, ...]


class Analyser:
    """Turns English text into terms; remembers word forms, so it is not for several threads."""

    def __init__(self) -> None:
        self._stem = Stemmer.Stemmer("english").stemWord
        self._known: dict[str, tuple[str, ...]] = {}

    def terms(self, text: str) -> list[str]:
        """The terms of `text` in order, stop words left out."""
        found: list[str] = []
        known = self._known.get
        for chunk in text.split():
            terms = known(chunk)
            found += self._chunk_terms(chunk) if terms is None else terms
        return found

    def tokens(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
        """The words of `text[start:end]` with their spans in `text`."""
        for match in WORD.finditer(text, start, len(text) if end is None else end):
            word = match.group()
            yield Token(match.start(), match.end(), word, self.word_terms(word))

    def word_terms(self, word: str) -> tuple[str, ...]:
        """The terms that one written word gives."""
        terms = self._known.get(word)
        return self._chunk_terms(word) if terms is None else terms

    def _chunk_terms(self, chunk: str) -> tuple[str, ...]:
        terms = tuple(term for word in WORD.findall(chunk) for term in self._analyse(word))
        if len(self._known) >= CACHED_WORDS:
            self._known.clear()
        if len(chunk) <= LONGEST_TERM:
            self._known[chunk] = terms
        return terms

    def _analyse(self, word: str) -> tuple[str, ...]:
        if word in SIGNS:
            return (SIGNS[word],)
        if _UNSPACED.match(word):
            return _neighbours(unicodedata.normalize("NFKC", word))
        plain = POSSESSIVE.sub("", word)
        if INITIALS.match(plain):
            return (fold(plain.replace(".", "")),)
        folded = APOSTROPHE.sub("", fold(plain))
        if not folded.isascii():
            folded = folded.translate(_SPELLINGS)
        if folded in STOP_WORDS and not (len(plain) > 1 and plain.isupper()):
            return ()
        if HYPHEN.search(folded):
            return self._compound(HYPHEN.split(folded))
        return self._simple(folded)

    def _compound(self, parts: list[str]) -> tuple[str, ...]:
        terms = [term for part in parts if part not in STOP_WORDS for term in self._simple(part)]
        return (*terms, self._stem("".join(parts))[:LONGEST_TERM])

    def _simple(self, word: str) -> tuple[str, ...]:
        number = number_terms(word)
        if number:
            return tuple(self._stem(part)[:LONGEST_TERM] for part in number)
        parts = [part for part in INNER.split(word) if part]
        return tuple(self._stem(LEMMAS.get(part, part))[:LONGEST_TERM] for part in parts)


def _neighbours(letters: str) -> tuple[str, ...]:
    """Each two letters beside each other; one that stands alone is a term of its own."""
    return tuple(map("".join, pairwise(letters))) or (letters,)


def fold(text: str) -> str:
    """`text` without case and accents, for comparing; vulgar fractions stay as they are."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    kept = [
        char if unicodedata.category(char) == "No" else unicodedata.normalize("NFKD", char)
        for char in folded
    ]
    return "".join(char for char in "".join(kept) if not unicodedata.combining(char))


_VERBS = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became;
begin began begun; bend bent; bid bade bidden; bite bit bitten; bleed bled; blow blew blown;
break broke broken; breed bred; bring brought; build built; burn burnt; buy bought;
catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug;
draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten;
fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fly flew flown;
forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten;
forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone;
grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept; know knew known;
lead led; learn learnt; leap leapt; lend lent; light lit; lose lost; make made; mean meant;
meet met; mistake mistook mistaken; outdo outdid outdone; overcome overcame;
oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown; pay paid;
prove proven; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see seen;
seek sought; sell sold; send sent; shake shook shaken; shine shone; shoot shot; show shown;
shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid;
speak spoke spoken; speed sped; spend spent; spin spun; spring sprang sprung; stand stood;
steal stole stolen; stick stuck; strike struck stricken; strive strove striven;
swear swore sworn; sweep swept; swim swam swum; swing swung; take took taken; teach taught;
tear tore torn; tell told; think thought; throw threw thrown; undergo underwent undergone;
understand understood; undertake undertook undertaken; undo undid undone; uphold upheld;
wake woke woken; wear wore worn; weave wove woven; weep wept; win won;
withdraw withdrew withdrawn; withhold withheld; withstand withstood; write wrote written
"""
_NOUNS = """
man men; woman women; child children; foot feet; tooth teeth; mouse mice; goose geese;
wife wives; life lives; knife knives; leaf leaves; wolf wolves; half halves; loaf loaves;
thief thieves; crisis crises; basis bases; analysis analyses; hypothesis hypotheses;
thesis theses; criterion criteria; phenomenon phenomena; medium media; index indices;
spokesman spokesmen; spokeswoman spokeswomen; congressman congressmen; gunman gunmen;
fisherman fishermen; policeman policemen; fireman firemen; businessman businessmen;
lawmaker lawmakers; chairman chairmen; salesman salesmen; workman workmen
"""

LEMMAS = {
    form: group.split()[0]
    for groups in (_VERBS, _NOUNS, "bad worse worst; die dying")
    for group in groups.split(";")
    for form in group.split()[1:]
}
"""The plain form of each irregular one, in lower case."""
