"""Stems: the questions that are put around facts, as quiz items with their options. English."""

import re
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from bot.articles.article import Article
from bot.comparing.agreement import Agreement, agreement
from bot.language.english.lexicon import TITLES
from bot.language.english.references import stated, unquoted
from bot.quiz.distractors import Distractors, Neighbours, Source
from bot.quiz.extraction.measures import BLANK
from bot.quiz.facts import MEASURED, PEOPLE, TIER_A, Fact, Rejected
from bot.quiz.gates.article_evidence import shares_a_word
from bot.quiz.gates.stories import ITEM_GATES
from bot.quiz.item import Item
from bot.quiz.options import wrong_options
from bot.quiz.selection import drawn

ID_DIGITS = 16
"""64 bits: among a million questions two share an id with a chance of 1 in 37 million."""

Say = Callable[[str, Mapping[str, str]], str]
"""Says a form of question by its name, with its variables."""

PRIOR = {
    "who_said": 1.0,
    "who_role": 0.2,
    "who_stated": 0.6,
    "who_did": 0.8,
    "when": 0.8,
    "how_many": 1.0,
    "cloze_date": 0.4,
    "cloze_number": 0.9,
    "guess_number": 1.3,
    "headline_word": 1.5,
}
"""How gladly each kind is asked: by how many blind readers passed, and how they liked them."""

UNSTATED = {
    "who_said": "who_said_unstated",
    "who_role": "who_role_unstated",
    "headline_word": "headline_word_unstated",
}
"""The forms that name the outlet, and those in their place when it is not known."""

TOLD = {
    "how_many": "how_many_told",
    "how_much": "how_much_told",
    "who_stated": "who_stated_told",
}
"""The forms whose words may name nobody, and those in their place, which name the outlet."""

NAMING = frozenset(["blank", *TOLD])
"""The forms whose words have to name somebody or something."""

EARLY, FIRST = 4, 2
"""Sentences at the top of a report that tell what matters, and what matters most."""

_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z][\w.’'-]*[a-z]")  # after the first word: "Bergen"
_ACRONYM = re.compile(r"(?<!^)\b(?:[A-Z]{2,6}\b|(?:[A-Z]\.){2,})")  # "NATO", "U.S."
_LOOSE_END = re.compile(r"(?:,|(?<!\.[A-Z])\.)\s*$")
"""The comma or full stop of quoted words, but not the last one of "U.S."."""


ONCE = frozenset(["headline_word", "guess_number"])
"""Kinds of which an article gives one question: the first."""

MOST_WORDS = 35
"""Words of a question at most: people's own have 16."""


def question(fact: Fact, own: Source, around: Neighbours, say: Say) -> Item | Rejected:
    """The question about a fact of an article, or the reason why there is none."""
    made = _question(fact, own, around, say)
    return Rejected(fact.kind, fact.start, fact.end, made) if isinstance(made, str) else made


def _question(fact: Fact, own: Source, around: Neighbours, say: Say) -> Item | str:
    """The question about a fact, or the name of the gate that it did not pass."""
    sources = (own, *around.story, *around.corpus)
    agreed = Agreement(frozenset(), frozenset())
    if fact.kind in MEASURED:
        agreed = agreement(
            fact.value,
            own.article.quote(fact.quote_start, fact.quote_end),
            ((one.article.id, one.signatures) for one in sources),
        )
    wrong = wrong_options(fact, own, around)
    if wrong is None:
        return "has_too_few_options"
    for gate in ITEM_GATES:
        if gate(fact, own.article, agreed, wrong.options):
            return gate.__name__
    words = _words(fact, own.article, say)
    if not words:
        return "names_nobody"
    if len(words.split()) > MOST_WORDS:
        return "is_too_long"
    return _item(fact, own, wrong, _score(fact, sources, wrong, agreed), say)


def _item(fact: Fact, own: Source, wrong: Distractors, score: float, say: Say) -> Item:
    article = own.article
    identity = (article.id, article.version, fact.kind, fact.form, fact.start, fact.end, fact.stem)
    item_id = sha256("\0".join(map(str, identity)).encode()).hexdigest()[:ID_DIGITS]
    options = sorted((fact.answer, *wrong.options), key=lambda one: drawn(item_id, one))
    right = options.index(fact.answer)
    return Item(
        id=item_id,
        kind=fact.kind,
        question=_words(fact, article, say),
        options=tuple(options) if wrong.options else (),
        answer_index=right if wrong.options else 0,
        article_id=article.id,
        version=article.version,
        start=fact.quote_start,
        end=fact.quote_end,
        answer_start=fact.start,
        answer_end=fact.end,
        value=fact.value,
        tier="A" if fact.kind in TIER_A else "B",
        score=round(score, 3),
    )


def _words(fact: Fact, article: Article, say: Say) -> str:
    """The question; empty when it would name nobody and nothing that a player knows."""
    if fact.form in UNSTATED:
        words = _LOOSE_END.sub("", fact.stem)
        if article.outlet:
            return say(fact.form, {"words": words, "outlet": article.outlet})
        return say(UNSTATED[fact.form], {"words": words})
    if fact.kind == "guess_number":
        before, _, after = fact.stem.removesuffix(".").partition(BLANK)
        return say(fact.form, {"before": before, "after": after} if before else {"after": after})
    if fact.form not in NAMING or _names_somebody(fact):
        return say(fact.form, {"words": fact.stem})
    told = TOLD.get(fact.form)
    # The headline stands above the question, so it tells whose story this is.
    if not (told and article.outlet and _tells_the_story(fact, article)):
        return ""
    return say(told, {"words": fact.stem, "outlet": article.outlet})


def _names_somebody(fact: Fact) -> bool:
    """Whether the stem has a name, without which it could be of any story."""
    words = fact.stem if fact.kind in PEOPLE else unquoted(fact.stem)
    named = [name for name in _NAME.findall(words) if name.casefold() not in TITLES]
    return bool(named or _ACRONYM.search(words))


def _tells_the_story(fact: Fact, article: Article) -> bool:
    """Whether the headline, which is shown, has a name and a word of words that name nobody."""
    is_shown = article.title_origin != "first_words"
    named = _NAME.search(article.title) or _ACRONYM.search(article.title)
    return is_shown and named is not None and shares_a_word(fact.stem, article.title)


def _score(fact: Fact, sources: Sequence[Source], wrong: Distractors, agreed: Agreement) -> float:
    """An order for variety: what opens a report, is in its headline, is known, others confirm."""
    title = sources[0].article.title
    name = fact.answer.split()[-1]
    is_known = fact.kind not in MEASURED and any(
        stated(name, one.article.text) for one in sources[1:]
    )
    in_title = {word.casefold() for word in re.findall(r"\w{4,}", title)}
    shared = in_title & {word.casefold() for word in re.findall(r"\w{4,}", fact.stem)}
    names = set(re.findall(r"(?<!^)\b[A-Z]\w+", fact.stem))
    return (
        PRIOR[fact.kind]
        + 0.6 * ((fact.ordinal < EARLY) + (fact.ordinal < FIRST))
        + 0.3 * min(2, len(shared))
        + 0.2 * min(3, len(names))
        + 1.0 * wrong.known
        + 0.4 * is_known
        + 0.8 * min(2, len(agreed.confirmed))
    )
