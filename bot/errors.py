"""Every error that Pullquote tells a person about.

PullquoteError                 exit code 1
├── WrongUse                   2   a command that does not exist, or an argument that is no good
├── WrongConfiguration         78  a setting that cannot be used; names the setting, never its value
├── Refused                    1   a file, page or attachment that cannot become an article
├── NotVerbatim                1   a quote that does not equal its article's text; it is never shown
├── NothingFound               3   what was named does not exist here
├── NotForYou                  1   a button or article of another server
├── PromptError                1   the words in prompts/ do not fit the code
└── StorageFailed              1   the database or the index cannot be read or written

Each error carries the name of the utterance in `prompts/` that tells it, and its variables.
"""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Self


class PullquoteError(Exception):
    """An error that ends in one sentence to a person: the utterance's name and its variables."""

    exit_code: ClassVar[int] = 1

    def __init__(self, utterance: str, **variables: str | int) -> None:
        super().__init__(utterance, variables)
        self.utterance = utterance
        self.variables = variables

    def __reduce__(self) -> tuple[Callable[[], Self], tuple[()]]:
        """Another process gets the error with its variables, too."""
        return partial(type(self), self.utterance, **self.variables), ()


class WrongUse(PullquoteError):
    """The command was used in a way it does not have."""

    exit_code = 2


class WrongConfiguration(PullquoteError):
    """A setting cannot be used; its name is told, its value never."""

    exit_code = 78


class Refused(PullquoteError):
    """A file, page or attachment cannot become an article; the utterance says why."""


class NotVerbatim(PullquoteError):
    """What was about to be shown differs from the article's text."""


class NothingFound(PullquoteError):
    """What was named does not exist here."""

    exit_code = 3


class NotForYou(PullquoteError):
    """What was asked for belongs to another server, or does not exist for this one."""


class PromptError(PullquoteError):
    """An utterance is missing, malformed, or has other variables than the code gives."""


class StorageFailed(PullquoteError):
    """The database or the index cannot be read or written."""
