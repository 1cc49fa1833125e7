"""Countries and states of a report, each as the one thing that a sentence leaves open. English."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.articles.article import Article, SourceSentence
from bot.comparing.agreement import content_words
from bot.language.english.countries import (
    COUNTRY_GAZETTEER,
    Gazetteer,
    Place,
    PlaceMention,
    is_written,
)
from bot.language.english.us_states import STATE_GAZETTEER
from bot.quiz.extraction.measures import BLANK
from bot.quiz.extraction.shortening import FINITE, LONGEST, is_verb, shortened
from bot.quiz.facts import Fact, Kind, fact_in

TOP = 8
"""Sentences of a report that tell what it is about."""
OF_HEADLINE = 2
"""Words shared with the headline that tell the same of a later sentence."""
GAZETTEERS: dict[Kind, Gazetteer] = {
    "which_country": COUNTRY_GAZETTEER,
    "which_state": STATE_GAZETTEER,
}
_FORM: dict[Kind, str] = {"which_country": "country", "which_state": "state"}

_ADVERB = r"(?:also |now |already |still |once |again |[a-z]+ly )?"
_VERB_NEXT = re.compile(rf"\s+{_ADVERB}(?P<verb>{FINITE}|[a-z]+)\b")
_NOUN_NEXT = re.compile(rf"\s+(?P<noun>(?:[a-z][a-z-]*\s+){{1,3}}?){_ADVERB}(?P<verb>{FINITE})\b")
_A_NOUN = re.compile(rf"\s+(?P<noun>(?:[a-z][a-z-]*\s){{1,2}}?)(?={FINITE}\b)")
_HOUSE = re.compile(  # what is in a country; people and ships are from one
    r"\b(?:court|village|town|city|company|firm|bank|newspaper|judge|hospital|school|prison|"
    r"airport|university|zoo|museum|church|factory|hotel|club|restaurant|parliament)\s$"
)
_PREPOSITION = re.compile(
    r"\b(?:in|from|of|to|with|by|for|against|into|across|over|at|on|inside|outside|around|near|"
    r"through|throughout|towards?|beat|beating|leave|leaving|visit|visited|visiting|joined|"
    r"defeated|helped|left|than)\s+(?:the\s+)?$"
)
END_OF_PHRASE = re.compile(
    r"[.,;]|[’']s\s|\s(?:and|or|to|in|on|for|by|with|at|from|has|have|is|are|was|were|had|will|"
    r"would|could|can|after|as|when|who|which|that|but|while|since|because|said|says|before|"
    r"during|over|under|amid|until|where|than|by|into|against|may|might|must|should|did|through|"
    r"despite|following|if|about|without|towards?|a|an|the|its|this|last|next)\b"
)
_OF = re.compile(  # "the Turkish border in": what every country has one of
    r"\s(?P<noun>government|parliament|army|navy|military|police|authorities|border|coast|capital|"
    r"economy|market|embassy|president|monarchy|constitution|currency|team|squad|league|chart|"
    r"public|press|people|population|public)(?=[.,;]|\s(?!and\b|or\b)[a-z])"
)
_OPENING = re.compile(r"^(?:In|Across|Throughout)\s+(?:the\s+)?$")
_THE = re.compile(r"\bthe\s+$")
_PLURAL = {"have": "has", "are": "is", "were": "was", "do": "does"}
"""Teams and governments are many in British English, and a country is one in a question."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place of a sentence, with the words before and after it, shortened."""

    mention: PlaceMention
    before: str
    after: str


def places(article: Article, found: Sequence[SourceSentence]) -> Iterator[Fact]:
    """Every country and state that a sentence near the top, or one of the headline, turns on."""
    text, title = article.text, content_words(article.title)
    for sentence in found:
        words = text[sentence.start : sentence.end]
        if len(words) > LONGEST:
            continue
        if sentence.ordinal >= TOP and len(title & content_words(words)) < OF_HEADLINE:
            continue
        for kind, gazetteer in GAZETTEERS.items():
            for mention in gazetteer.mentions(text, sentence.start, sentence.end):
                yield from _asked(text, sentence, mention, kind)


def is_surely(place: Place, text: str) -> bool:
    """Whether a report that has a place's name means the place: some are a person's as well."""
    told = (*place.adjectives, *place.signs)
    return not place.needs_sign or any(is_written(one, text) for one in told)


def _asked(
    text: str, sentence: SourceSentence, mention: PlaceMention, kind: Kind
) -> Iterator[Fact]:
    around = text[sentence.start : mention.start], text[mention.end : sentence.end]
    stem = _stem(_Place(mention, *shortened(*around)))
    named = text[mention.start : mention.end]
    answer = mention.place.name if mention.is_adjective else named
    if stem and _proves(answer, named):
        yield fact_in(
            sentence,
            kind,
            f"{_FORM[kind]}_{'first' if stem.startswith(BLANK) else 'inside'}",
            value=f"{_FORM[kind]}:{mention.place.name}",
            answer=answer,
            stem=stem,
            start=mention.start,
            end=mention.end,
        )


def _proves(answer: str, named: str) -> bool:
    """Whether the passage has the name, if only inside its adjective: "Iranian", "German"."""
    one, other = answer.casefold(), named.casefold()
    return one in other or other in one


def _stem(place: _Place) -> str:
    """The sentence with a blank where "which country" can stand; empty when it cannot."""
    before, after = place.before, place.after
    if not before or before == "The ":
        return _as_subject(place) or _as_owner(place)
    if before in ("A ", "An ") and place.mention.is_adjective:
        return _indefinite(after)
    if before.endswith((" the ", "The ")) and (of := _OF.match(after)):
        return f"{before}{of['noun']} of {BLANK}{after[of.end() :]}"
    return _inside(place)


def _inside(place: _Place) -> str:
    """A place that stands after a preposition, or after a verb that takes one."""
    before, after = place.before, place.after
    if place.mention.is_adjective or not END_OF_PHRASE.match(after):
        return ""
    if _OPENING.match(before):
        return _moved(before, after)
    return f"{_THE.sub('', before)}{BLANK}{after}" if _PREPOSITION.search(before) else ""


def _as_subject(place: _Place) -> str:
    found = _VERB_NEXT.match(place.after)
    if found is None or place.mention.is_adjective:
        return ""
    verb = found["verb"]
    if not is_verb(verb):
        return ""
    one = _PLURAL.get(verb, verb)
    return f"{BLANK}{place.after[: found.start('verb')]}{one}{place.after[found.end('verb') :]}"


def _as_owner(place: _Place) -> str:
    """A place that something belongs to: "Iran’s parliament", "Iranian officials", "UK banks"."""
    after = place.after
    noun = re.sub("^[’']s", "", after)
    is_noun = _NOUN_NEXT.match(noun) and not re.match(rf"\s+{FINITE}\b", noun)
    return f"{BLANK}’s{noun}" if is_noun else ""


def _indefinite(after: str) -> str:
    """Somebody or something of a place: "A court in which country has"."""
    found = _A_NOUN.match(after)
    if found is None:
        return ""
    noun = found["noun"]
    link = "in" if _HOUSE.search(noun) else "from"
    article = "An " if noun[0] in "aeiou" else "A "
    return f"{article}{noun}{link} {BLANK} {after[found.end() :]}"


def _moved(before: str, after: str) -> str:
    """A place that opens the sentence goes to its end."""
    main = re.sub(r"^,\s*", "", after)
    if main == after or "," in main:
        return ""
    link = before.split(maxsplit=1)[0].lower()
    return f"{main[:1].upper()}{main[1:].rstrip('.')} {link} {BLANK}."
