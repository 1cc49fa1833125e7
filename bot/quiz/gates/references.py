"""Gates on what the words of a question refer to: it must be in them, or in the headline. English.

Each is true of a fact that it turns away, and its name is the reason that is kept.
"""

from bot.language.english import references
from bot.language.english.references import names, stated, unquoted
from bot.quiz.facts import PEOPLE, Fact
from bot.quiz.gates.article_evidence import ArticleEvidence

TOLD_BY_QUOTE = 4
"""Quoted words from which on a stem is known by them."""


def opens_dangling(fact: Fact, evidence: ArticleEvidence) -> bool:
    """It begins with a word that leans on the sentence before."""
    is_pair = references.opens_with_a_known_pair(fact.stem, evidence.article.title)
    return not is_pair and references.opens_with_a_link(fact.stem)


def has_open_person(fact: Fact, _ground: ArticleEvidence) -> bool:
    """A word such as "he" or "her" stands before any person that it could stand for."""
    return references.has_open_person(unquoted(fact.stem))


def compares_with_others(fact: Fact, _ground: ArticleEvidence) -> bool:
    """It goes on from what was told of another: "was close behind", "the biggest jump was"."""
    return references.compares_with_others(unquoted(fact.stem))


def has_open_thing(fact: Fact, _ground: ArticleEvidence) -> bool:
    """A word such as "it" or "their" stands before anything that it could stand for."""
    outside = unquoted(fact.stem)
    is_reported = fact.kind not in PEOPLE and references.reports_of_somebody(outside)
    return references.has_open_thing(outside) or is_reported


def points_back(fact: Fact, evidence: ArticleEvidence) -> bool:
    """Words such as "the two" or "that year" point to a sentence that is not shown."""
    outside = references.without_pair(unquoted(fact.stem), evidence.article.title)
    return references.points_back(outside)


def has_bare_definite(fact: Fact, evidence: ArticleEvidence) -> bool:
    """A thing is called "the …" as if it were known, and no name in the headline tells which."""
    title = evidence.article.title
    outside = unquoted(fact.stem)
    quoted = len(fact.stem.split()) - len(outside.split())
    if fact.kind in PEOPLE and quoted >= TOLD_BY_QUOTE:
        return False
    outside = references.without_pair(outside, title)
    # Beside a name of the headline "the company" is the one that has it, but not as the subject.
    is_placed = any(stated(name, title) for name in names(outside))
    return any(not start or not is_placed for start in references.bare_definites(outside, title))


def has_bare_surname(fact: Fact, evidence: ArticleEvidence) -> bool:
    """Somebody is called by one name only, and neither stem nor headline has the whole one."""
    title, text = evidence.article.title, evidence.article.text
    if any(references.bare_surnames(fact.stem, title, text)):
        return True
    for name in references.lone_names(unquoted(fact.stem)):
        full = evidence.people.full(name) or ""
        if full.split()[:1] == [name] and not stated(full, fact.stem) and not stated(name, title):
            return True
    return False


def has_unexplained_letters(fact: Fact, evidence: ArticleEvidence) -> bool:
    """It has initials that the report explains elsewhere, since not everybody knows them."""
    title, text = evidence.article.title, evidence.article.text
    return references.unexplained_letters(unquoted(fact.stem), fact.stem, title, text)


def may_speak_of_another(fact: Fact, evidence: ArticleEvidence) -> bool:
    """It says "he" or "she" after somebody else was named, who may be the one that is meant."""
    if references.person_word(unquoted(fact.stem)) is None:
        return False
    after = evidence.after(fact)
    found = references.person_word(after)
    before = after[: found.start()] if found else after
    return any(
        full != fact.answer and not full.endswith(fact.answer)
        for full in map(evidence.people.full, names(before))
        if full
    )
