"""Statements that a report gives in its own words: "X said that …"."""

import re
from collections.abc import Iterator, Sequence

from bot.quiz.facts import Fact
from bot.quiz.people import SAYING, Mention, People, only_titles
from bot.quiz.prose import Sentence, in_sentence

_ACTS = (
    r"(?:stressed|emphasi[sz]ed|hailed|praised|described|called\s+(?:for|on)|urged|vowed|pledged|promised|"
    r"criticis?ed|criticized|accused|asserted|claimed|suggested|reiterated|referred\s+to|applauded|lauded|"
    r"welcomed|condemned|demanded|confirmed|predicted|proposed|admitted|cautioned|complained|compared|"
    r"defended|dismissed|endorsed|estimated|highlighted|indicated|maintained|pointed\s+out|rejected|"
    r"remarked|revealed|signalled|speculated|thanked|touted|trumpeted|underlined|concluded|believes|"
    r"argues|considers|expects|noted|denounced|decried|lamented|likened|recommended|called)"
)
"""Verbs that tell what somebody did with words."""
_STATES = re.compile(
    r"(?:,[^,.;“”\"]{3,80}(?:,[^,.;“”\"]{3,60})?,|\s*\([^()]{2,40}\))?"
    r"\s+(?:also\s+|later\s+|has\s+|had\s+|then\s+)*"
    rf"(?P<words>(?:(?!tweeted|posted|continued|told|added){SAYING}\s+(?!(?:on|in|at|to|of|during|by|with|about|for|"
    r"goodbye|last|yesterday|today|a|an|as|so|this|it)\b)|"
    rf"{_ACTS}\s+)[a-zA-Z“\"$\d].*)",
    re.DOTALL,
)


def statements(
    text: str, found: Sequence[Sentence], named: Sequence[Mention], people: People
) -> Iterator[Fact]:
    """Each sentence that begins with a named person and a verb of saying."""
    for mention in named:
        sentence = in_sentence(found, mention.start, mention.end)
        full = people.full(mention.name)
        if sentence is None or full is None:
            continue
        if not only_titles(text[sentence.start : mention.start], people):
            continue
        stating = _STATES.fullmatch(text, mention.end, sentence.end)
        if stating and stating["words"].rstrip("”\"").endswith("."):
            yield Fact(
                kind="who_stated",
                value=f"person:{full.casefold()}",
                answer=full,
                stem=" ".join(stating["words"].split()).removesuffix("."),
                start=mention.start,
                end=mention.end,
                quote_start=sentence.start,
                quote_end=sentence.end,
                ordinal=sentence.ordinal,
            )
