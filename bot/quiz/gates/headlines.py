"""Gates on headlines that lack a word: the story decides it, and not the words beside it."""

import re

from bot.language.english.countries import COUNTRY_GAZETTEER, Territory, is_written
from bot.language.english.references import opens_with_a_link, stated
from bot.language.english.us_states import STATE_GAZETTEER
from bot.language.english.word_fields import FIELDS_OF
from bot.quiz.extraction.measures import BLANK
from bot.quiz.facts import Fact
from bot.quiz.gates.article_evidence import ArticleEvidence

_LABEL = re.compile(  # "Video:", "LIVE -", "[PHOTOS]", "10 things"
    r"^\d|[|\[\]]|^(?:video|live|watch|breaking|update|updated|photos?|pictures?|gallery|opinion|"
    r"analysis|review|podcast|quiz|exclusive|poll|editorial|in pictures)\b\s*[:–—-]|"
    r"\b(?:here[’']s|these|this|why|how|what|everything) ",
    re.IGNORECASE,
)
_UK = next(one for one in COUNTRY_GAZETTEER.places if one.name == "UK")
_SHOUTED = re.compile(r"\b[A-Z]{4,}\b.*\b[A-Z]{4,}\b|\b[A-Z]{6,}\b")
_BESIDE = re.compile(rf"([A-Z][\w’'-]+)? ?{BLANK} ?([A-Z][\w’'-]+)?")


def is_no_headline(fact: Fact, _ground: ArticleEvidence) -> bool:
    """It is a question, a list, a label, an appeal to the reader or shouted."""
    title = fact.stem.replace(BLANK, fact.answer)
    is_asked = title.rstrip("'’”\"").endswith(("?", "…", "..."))
    return bool(
        is_asked
        or _LABEL.search(title)
        or _SHOUTED.search(title)
        or opens_with_a_link(title)
        or title.isupper()
    )


def names_its_outlet(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The outlet's name hangs on it, cut out of a page's title, or is asked for: "_____ hires"."""
    outlet = evidence.article.outlet or ""
    return bool(outlet) and (stated(outlet, fact.stem) or stated(fact.answer, outlet))


def is_asked_twice(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The headline has the word, or one that begins as it does, a second time."""
    words = re.findall(r"[^\W\d_]+", fact.stem.casefold())
    return any(word[:4] == fact.answer.casefold()[:4] for word in words if len(word) > 3)  # noqa: PLR2004 - "the"


def is_half_a_name(fact: Fact, evidence: ArticleEvidence) -> bool:
    """The report has the name together with the word beside the blank: "Patti Smith"."""
    beside = _BESIDE.search(fact.stem)
    before, after = beside.groups() if beside else (None, None)
    wholes = [f"{before} {fact.answer}"] * bool(before) + [f"{fact.answer} {after}"] * bool(after)
    return any(whole in evidence.article.text for whole in wholes)


def is_in_a_quotation(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The blank is the whole of what the headline quotes, or stands at one of its marks."""
    return re.search(rf"[‘'“\"]{BLANK}|{BLANK}[’'”\"]", fact.stem) is not None


def is_told_by_its_place(fact: Fact, _ground: ArticleEvidence) -> bool:
    """It lacks a country, and another of its words tells which: "_____ needs tax cuts, MPs say"."""
    named = fact.value.partition(":")[2]
    found = (one.place for one in COUNTRY_GAZETTEER.mentions(named, 0, len(named)))
    return any(_shows_a_sign(place, fact.stem) for place in found)


def has_a_shape_of_its_own(fact: Fact, _ground: ArticleEvidence) -> bool:
    """The word is an abbreviation, as few others are: "US", "UK"."""
    return fact.answer.replace(".", "").isupper() and fact.answer not in FIELDS_OF


def _shows_a_sign(place: Territory, shown: str) -> bool:
    """Whether words tell somebody which place is meant."""
    initials = "".join(word[0] for word in place.name.split())
    home = _UK.words if place.name in ("England", "Scotland", "Wales") else ()
    states = STATE_GAZETTEER.mentions(shown, 0, len(shown)) if place.name == "US" else ()
    is_short = len(initials) > 1 and re.search(rf"\b{initials}\b", shown) is not None
    words = (*place.words, *home)
    return is_short or any(is_written(word, shown) for word in words) or any(states)
