"""What a reader asks for: the concepts of a topic or question, and what kind of answer it wants."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from bot.language.english.analyser import HYPHEN, Analyser, Token
from bot.language.english.lexicon import CALENDAR, COUNTRIES, NATIONAL
from bot.search.operators import ParsedQuery, written
from bot.search.passage_index import Terms
from bot.search.question_words import (
    CONTRACTED,
    FRAME_WORDS,
    LASTING,
    LEAD_IN,
    LIGHT_WORDS,
    MEASURES,
    Want,
    wanted,
)
from bot.search.synonyms import Synonyms

MOST_CONCEPTS = 32
"""Concepts of a query that are looked for; more words add work and no meaning."""


@dataclass(frozen=True, slots=True, eq=False)
class Concept:
    """One thing that a query names: how it was written, and every way to say it as terms.

    `synonyms` are those of the ways that are other words, and these words. It is `proper` when the
    articles write it as a name, however it was typed. Each concept is equal only to itself, which
    makes it a cheap key.
    """

    surface: str
    ways: tuple[Terms, ...]
    synonyms: Mapping[Terms, str] = field(default_factory=dict)
    proper: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it was written as names and numbers are, or is a name however written."""
        first = self.surface[:1]
        if self.surface.casefold() in CALENDAR:  # told in other ways too: "1/7", "tomorrow"
            return False
        return self.proper or first.isupper() or first.isdigit() or _is_nation(self.surface)

    @property
    def is_light(self) -> bool:
        """Whether no answer needs to say it: "get", "new", "people", "can't"."""
        word = self.surface.casefold()
        return word in LIGHT_WORDS or CONTRACTED.fullmatch(word) is not None

    def is_said_in(self, terms: frozenset[str]) -> bool:
        """Whether a text with these terms names the concept."""
        return any(map(terms.issuperset, self.ways))

    def synonym_in(self, terms: frozenset[str]) -> str | None:
        """The other word by which a text with these terms names it; None when it says its own."""
        said = [way for way in self.ways if terms.issuperset(way)]
        if not all(way in self.synonyms for way in said):
            return None
        return self.synonyms[said[0]] if said else None


@dataclass(frozen=True, slots=True)
class Query:
    """A topic or question, understood; `want` is None for topics and for open questions.

    `written` is its text with the operators read. `phrases` are the terms that each phrase needs,
    `without` those of each single word that may not occur.
    """

    text: str
    written: ParsedQuery
    concepts: tuple[Concept, ...]
    want: Want | None = None
    phrases: tuple[Terms, ...] = ()
    without: tuple[Terms, ...] = ()

    @property
    def required(self) -> tuple[Concept, ...]:
        """The concepts that an answer has to say; all of them when all are light."""
        return tuple(c for c in self.concepts if not c.is_light) or self.concepts


def topic_query(text: str, analyser: Analyser, synonyms: Synonyms) -> Query:
    """The query of `/brief` and of a search: every telling word counts."""
    read = written(text)
    concepts = _concepts(_tokens(read.words, analyser), synonyms, themes=not read.either)
    return _with_operators(Query(text, read, concepts), analyser, synonyms)


def question_query(text: str, analyser: Analyser, synonyms: Synonyms) -> Query:
    """The query of `/ask`: without the words that only make it a question."""
    read = written(text)
    asked = LEAD_IN.sub("", read.words, count=1)
    read = replace(read, words=asked or read.words)
    want = wanted(read.words)
    tokens = _tokens(read.words, analyser)
    if want == "duration":
        tokens = [t for t in tokens if t.surface.casefold() not in LASTING] or tokens
    concepts = _concepts(_telling(tokens), synonyms)
    return _with_operators(Query(text, read, concepts, want), analyser, synonyms)


def message_query(text: str, analyser: Analyser, synonyms: Synonyms) -> Query:
    """The query of "Find sources": what a message tells, whatever its form."""
    tokens = _telling(_tokens(text, analyser))
    return Query(text, ParsedQuery(text), _concepts(tokens, synonyms))


def plain_query(text: str, analyser: Analyser, synonyms: Synonyms) -> Query:
    """The query for what tells of the same as a text: every telling word, and no operators."""
    return Query(text, ParsedQuery(text), _concepts(_tokens(text, analyser), synonyms))


def _is_nation(word: str) -> bool:
    return word in COUNTRIES or NATIONAL.fullmatch(word.capitalize()) is not None


def _tokens(text: str, analyser: Analyser) -> list[Token]:
    return [token for token in analyser.tokens(text) if token.terms]


def _telling(tokens: list[Token]) -> list[Token]:
    """The words that tell the subject; when none does, those that might, or all of them."""
    plain = [(token, token.surface.casefold()) for token in tokens]
    telling = [token for token, word in plain if word not in FRAME_WORDS]
    return telling or [token for token, word in plain if word not in MEASURES] or tokens


def _with_operators(query: Query, analyser: Analyser, synonyms: Synonyms) -> Query:
    """The query with its alternatives, the terms of its phrases and the words it does not want."""
    either = [_either(one, analyser, synonyms) for one in query.written.either]
    query = replace(query, concepts=(*query.concepts, *filter(None, either)))
    phrases, without = query.written.phrases, query.written.without
    if not phrases and not without:
        return query
    needed, unwanted = (
        [
            tuple(term for token in _tokens(word, analyser) for term in _parts(token))
            for word in words
        ]
        for words in (phrases, [word for word in without if len(word.split()) == 1])
    )
    return replace(query, phrases=tuple(needed), without=tuple(filter(None, unwanted)))


def without_phrases(query: Query, phrases: Sequence[str]) -> Query:
    """The query whose passages need not say these phrases as they are written."""
    kept = [phrase for phrase in query.written.phrases if phrase not in phrases]
    parsed = replace(query.written, phrases=tuple(kept))
    terms = [t for p, t in zip(query.written.phrases, query.phrases, strict=True) if p in kept]
    return replace(query, written=parsed, phrases=tuple(terms))


def _either(alternatives: Sequence[str], analyser: Analyser, synonyms: Synonyms) -> Concept | None:
    """One thing that is said by either of several words or groups of words."""
    ways: dict[Terms, None] = {}
    for alternative in alternatives:
        named = _concepts(_tokens(alternative, analyser), synonyms)
        own = [[way for way in one.ways if way not in one.synonyms] for one in named]
        for said in product(*own) if named else ():
            ways[tuple(dict.fromkeys(term for way in said for term in way))] = None
    return Concept(" OR ".join(alternatives), tuple(ways)) if ways else None


def _parts(token: Token) -> Terms:
    """The parts of a compound, whose last term is these joined; the terms of another word."""
    return token.terms[:-1] if _is_compound(token) else token.terms


def _is_compound(token: Token) -> bool:
    return len(token.terms) > 2 and bool(HYPHEN.search(token.surface))  # noqa: PLR2004 - see _parts


def _concepts(
    tokens: Sequence[Token], synonyms: Synonyms, *, themes: bool = False
) -> tuple[Concept, ...]:
    """What the words name, each once; a word asked alone is understood more narrowly."""
    phrases: dict[Terms, Sequence[Token]] = {}
    position = 0
    while position < len(tokens) and len(phrases) < MOST_CONCEPTS:
        end = min(position + max(synonyms.longest, 1), len(tokens))
        while end > position + 1 and _terms(tokens[position:end]) not in synonyms:
            end -= 1
        said = tokens[position:end]
        phrases.setdefault(_terms(said), said)
        position = end
    alone = len(phrases) == 1
    return tuple(
        _concept(terms, said, synonyms, alone=alone, theme=alone and themes)
        for terms, said in phrases.items()
    )


def _terms(tokens: Sequence[Token]) -> Terms:
    return tuple(term for token in tokens for term in token.terms)


def _concept(
    terms: Terms, said: Sequence[Token], synonyms: Synonyms, *, alone: bool, theme: bool
) -> Concept:
    """What a phrase names; a compound is said by its parts or by the parts joined."""
    is_compound = len(said) == 1 and _is_compound(said[0])
    own = (terms[:-1], terms[-1:], terms) if is_compound else (terms,)
    ways: dict[Terms, str] = {}
    for one in own:
        for way, word in synonyms.of(one, alone=alone).items():
            ways.setdefault(way, word)
    if theme:
        ways |= {way: word for way, word in synonyms.parts(terms).items() if way not in ways}
    if is_compound:
        del ways[terms]
    surface = " ".join(token.surface for token in said)
    return Concept(surface, tuple(ways), {way: word for way, word in ways.items() if word})
