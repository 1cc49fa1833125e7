"""Which gates a fact of each kind must pass, in the order in which they are tried."""

from collections.abc import Callable, Iterable

from bot.quiz.facts import Fact, Kind, Rejected
from bot.quiz.gates import (
    dates,
    guesses,
    headlines,
    numbers,
    people,
    quotations,
    references,
    wording,
)
from bot.quiz.gates.article_evidence import ArticleEvidence

Gate = Callable[[Fact, ArticleEvidence], bool]

SENTENCE: tuple[Gate, ...] = (
    wording.is_furniture,
    wording.is_no_sentence,
    wording.has_unbalanced_marks,
    wording.is_a_quotation,
    wording.is_too_short_or_long,
    references.opens_dangling,
    wording.speaks_of_itself,
    references.has_open_person,
    references.has_bare_surname,
    references.has_unexplained_letters,
    references.has_open_thing,
    references.points_back,
    wording.tells_relative_day,
    references.has_bare_definite,
    wording.is_hypothetical,
    wording.is_sensitive,
)
NUMBER: tuple[Gate, ...] = (
    numbers.is_part_of_a_date,
    numbers.is_one_or_two,
    numbers.counts_nothing,
    numbers.is_a_code,
    numbers.is_glued,
    numbers.is_hyphenated,
    numbers.is_an_adjective,
    numbers.follows_an_article,
    numbers.is_a_limit,
    numbers.is_told_as_known,
    numbers.is_half_a_range,
    numbers.is_converted,
    numbers.is_in_a_list,
    numbers.is_a_sum,
    numbers.is_compared,
    numbers.is_converted_money,
    numbers.is_of_an_unnamed_poll,
    numbers.is_common_knowledge,
    numbers.is_since_what_is_not_told,
    numbers.is_an_age,
    numbers.is_in_the_headline,
    numbers.is_in_the_stem,
)
DATE: tuple[Gate, ...] = (
    dates.is_compared,
    dates.is_not_when,
    dates.is_part_of_a_name,
    dates.is_not_past,
    dates.is_near_the_report,
    dates.has_other_dates,
    dates.is_told_elsewhere,
)
PERSON: tuple[Gate, ...] = (
    people.is_no_plain_name,
    people.names_the_speaker,
    people.holds_marks,
    wording.is_sensitive,
)
STATED: tuple[Gate, ...] = (
    wording.is_furniture,
    wording.has_unbalanced_marks,
    wording.is_too_short_or_long,
    wording.speaks_of_itself,
    references.has_bare_surname,
    references.has_unexplained_letters,
    references.may_speak_of_another,
    references.has_open_thing,
    references.points_back,
    wording.tells_relative_day,
    references.has_bare_definite,
    wording.is_sensitive,
    people.tells_the_gender,
    people.is_no_plain_name,
    people.names_the_speaker,
)
HEADLINE: tuple[Gate, ...] = (
    headlines.is_no_headline,
    headlines.names_its_outlet,
    headlines.is_asked_twice,
    headlines.is_half_a_name,
    headlines.is_in_a_quotation,
    headlines.is_told_by_its_place,
    headlines.has_a_shape_of_its_own,
    wording.is_furniture,
    wording.has_unbalanced_marks,
    wording.is_no_sentence,
    wording.is_sensitive,
)
GATES: dict[Kind, tuple[Gate, ...]] = {
    "who_said": (
        people.is_no_full_sentence,
        people.says_too_little,
        quotations.opens_mid_talk,
        quotations.speaks_of_somebody_unnamed,
        quotations.speaks_of_what_is_not_shown,
        quotations.is_about_nothing,
        people.is_far_from_its_speaker,
        references.has_bare_surname,
        people.opens_the_headline,
        people.tells_the_gender,
        *PERSON,
    ),
    "who_stated": STATED,
    "who_did": (
        wording.is_no_sentence,
        wording.is_hypothetical,
        people.is_the_main_person,
        *STATED,
    ),
    "who_role": (
        people.is_unspecific,
        people.is_no_role,
        people.is_cut_off,
        people.is_about_two,
        *PERSON,
    ),
    "cloze_number": (*NUMBER, *SENTENCE),
    "how_many": (*NUMBER, *SENTENCE),
    "cloze_date": (*DATE, *SENTENCE),
    "when": (*DATE, *SENTENCE),
    "guess_number": (
        guesses.is_small,
        guesses.is_vague,
        guesses.is_bounded,
        guesses.cannot_be_asked,
        guesses.is_all_that_tells,
        guesses.is_half_of_two,
        guesses.follows_another_clause,
        guesses.is_long,
        references.compares_with_others,
        guesses.leans_on_a_description,
        *NUMBER,
        *SENTENCE,
    ),
    "headline_word": HEADLINE,
}


def passed(facts: Iterable[Fact], evidence: ArticleEvidence) -> tuple[list[Fact], list[Rejected]]:
    """The facts that pass every gate of their kind, and the others with the first they met."""
    kept: list[Fact] = []
    rejected: list[Rejected] = []
    for fact in facts:
        gate = next((gate for gate in GATES[fact.kind] if gate(fact, evidence)), None)
        if gate is None:
            kept.append(fact)
        else:
            rejected.append(Rejected(fact.kind, fact.start, fact.end, gate.__name__))
    return kept, rejected
