"""Countries and states that a report names, some by words with another meaning. English."""

from bot.language.english.countries import COUNTRY_GAZETTEER, Territory, is_written
from bot.language.english.us_states import STATE_GAZETTEER

GAZETTEERS = (COUNTRY_GAZETTEER, STATE_GAZETTEER)
"""Whose names stand for one another in a headline: countries, and American states."""


def is_surely(place: Territory, text: str) -> bool:
    """Whether a report that has a place's name means the place: some are a person's as well."""
    told = (*place.adjectives, *place.signs)
    return not place.needs_sign or any(is_written(one, text) for one in told)
