"""Custom ids of buttons: all that a button needs to work after a restart, in 100 characters."""

import re

from bot.quiz.item import REASONS

ROUND = "(?P<round>[0-9a-f]{16})"
NUMBER = "(?P<number>[0-9]{1,2})"

MORE = re.compile(r"more:(?P<token>[0-9a-f]{16}):(?P<offset>[0-9]{1,6})")
CONTEXT = re.compile(
    r"context:(?P<article>[0-9A-Za-z_-]{1,40}):(?P<version>[0-9]{1,9})"
    r":(?P<start>[0-9]{1,9}):(?P<end>[0-9]{1,9})"
)
LISTING = re.compile(r"articles:(?P<page>[0-9]{1,6})")
FEEDS = re.compile(r"feeds:(?P<page>[0-9]{1,6})")

STORY = re.compile(r"story:(?P<article>[0-9A-Za-z_-]{1,40})")
QUIZ_ME = re.compile(r"quizme:(?P<token>[0-9a-f]{16})")
GUESS = re.compile(rf"quiz:{ROUND}:{NUMBER}:(?P<choice>[0-9])")
NUMBER_TO_GUESS = re.compile(rf"quiznumber:{ROUND}:{NUMBER}")
TYPED = re.compile(rf"quiztyped:{ROUND}:{NUMBER}")
NEXT = re.compile(rf"quiznext:{ROUND}")
STOP = re.compile(rf"quizstop:{ROUND}")
PAUSE = re.compile(rf"quizpause:{ROUND}")
RESUME = re.compile(rf"quizresume:{ROUND}")
SKIP = re.compile(rf"quizskip:{ROUND}:{NUMBER}")
REPORT = re.compile(rf"quizdoubt:{ROUND}:{NUMBER}")
REASON = re.compile(rf"quizdoubt:{ROUND}:{NUMBER}:(?P<reason>{'|'.join(REASONS)})")
FORGET = re.compile(r"forget:(?P<player>[^:]{1,80})")

TEMPLATES = (
    MORE,
    CONTEXT,
    LISTING,
    QUIZ_ME,
    GUESS,
    NUMBER_TO_GUESS,
    NEXT,
    STOP,
    PAUSE,
    RESUME,
    SKIP,
    REPORT,
    REASON,
    FORGET,
    FEEDS,
    STORY,
)
"""Every kind of button's id that is answered; a form that comes back is known by TYPED."""


LISTING_PREFIX, FEEDS_PREFIX = "articles", "feeds"
"""What the ids of the buttons begin with that show another page of these lists."""


def more_prefix(token: str) -> str:
    """What the id of a button begins with that shows more quotes of an answer."""
    return f"more:{token}"


def context_id(article: str, version: int, start: int, end: int) -> str:
    """The id of a button that shows what stands around a quote."""
    return f"context:{article}:{version}:{start}:{end}"


def quiz_me_id(token: str) -> str:
    """The id of a button that asks questions on what was briefed."""
    return f"quizme:{token}"


def guess_id(round_id: str, number: int, choice: int) -> str:
    """The id of a button that answers a question; it does not tell whether it is right."""
    return f"quiz:{round_id}:{number}:{choice}"


def number_id(round_id: str, number: int) -> str:
    """The id of a button that opens the form for a guess."""
    return f"quiznumber:{round_id}:{number}"


def typed_id(round_id: str, number: int) -> str:
    """The id of that form, which comes back with what was typed."""
    return f"quiztyped:{round_id}:{number}"


def next_id(round_id: str) -> str:
    """The id of a button that goes on in a round played alone."""
    return f"quiznext:{round_id}"


def stop_id(round_id: str) -> str:
    """The id of a button that ends a round."""
    return f"quizstop:{round_id}"


def pause_id(round_id: str) -> str:
    """The id of a button that pauses a live round."""
    return f"quizpause:{round_id}"


def resume_id(round_id: str) -> str:
    """The id of a button that goes on with a paused round."""
    return f"quizresume:{round_id}"


def skip_id(round_id: str, number: int) -> str:
    """The id of a button that closes a live question; pressed twice, it closes no other."""
    return f"quizskip:{round_id}:{number}"


def report_id(round_id: str, number: int, reason: str | None = None) -> str:
    """The id of a button that reports a question, or asks for the reason."""
    # Messages posted by earlier releases have ids of this form.
    ending = "" if reason is None else f":{reason}"
    return f"quizdoubt:{round_id}:{number}{ending}"


def forget_id(player: str) -> str:
    """The id of a button that deletes all that is kept of a player."""
    return f"forget:{player}"


def story_id(article: str) -> str:
    """The id of a button that tells the story of an article."""
    return f"story:{article}"
