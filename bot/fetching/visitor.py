"""Visiting sites with manners: by their robots.txt, one request at a time, when they are ready."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar
from weakref import WeakValueDictionary

from protego import Protego
from yarl import URL

from bot.articles.readers.encoding import decode
from bot.errors import Refused
from bot.fetching.guard import Fetched, Guard, Headers, host_of

ROBOTS_BYTES = 1_000_000
"""Twice what the standard (RFC 9309) asks a reader to take at least."""

ROBOTS_KEPT = 24 * 3_600.0
ROBOTS_RETRIED = 600.0
"""Seconds for which a site's rules hold, and after which rules that could not be read are asked
for again."""

OK, TOO_MANY, SERVER_FAULT = 200, 429, 500

MOST_SITES = 1_000
"""Sites whose rules are remembered: a few kilobytes each."""

LONGEST_DELAY = 10.0
"""Seconds between two pages that a site may ask for; who asks for more is not read in bulk."""

Parsed = TypeVar("Parsed")
Clock = Callable[[], float]


@dataclass(slots=True)
class _Rules:
    """A site's robots.txt, None when it could not be read, and until when that holds.

    `asked` is when the site was last asked for anything.
    """

    robots: Protego | None
    until: float
    asked: float = -LONGEST_DELAY


class Visitor:
    """Fetches pages and feeds as a well-behaved guest; `clock` counts seconds and only goes on."""

    def __init__(self, guard: Guard, clock: Clock) -> None:
        self._guard = guard
        self._clock = clock
        self._rules: OrderedDict[str, _Rules] = OrderedDict()
        # One thread: a large page takes 30 MB, and what one thread frees no other uses again.
        self._parser = ThreadPoolExecutor(1, "parser")
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def address(self, written: str) -> str:
        """An address in the form in which it is fetched; Refused when it may not be."""
        return str(self._guard.checked(written))

    async def parsed(self, parse: Callable[..., Parsed], *given: object) -> Parsed:
        """What a parser makes of fetched bytes, beside the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._parser, parse, *given)

    async def fetch(self, address: str, limit: int, headers: Headers | None = None) -> Fetched:
        """What an address answers when the rules let it and each redirect be read; else Refused."""
        url = self._guard.checked(address)
        async with self._turns.setdefault(host_of(url), asyncio.Lock()):
            rules = await self._allowing(url)
            await self._pause(rules)
            return await self._guard.fetch(address, limit, headers, self._allowing)

    async def _allowing(self, url: URL) -> _Rules:
        """The rules of a site that let the address be read; Refused when they do not."""
        rules = await self._rules_of(url)
        if rules.robots is None:
            raise Refused("fetch/robots_unknown", host=host_of(url))
        if not rules.robots.can_fetch(str(url), self._guard.agent):
            raise Refused("fetch/robots", host=host_of(url))
        return rules

    async def _pause(self, rules: _Rules) -> None:
        """Wait as long as the site asks for between two requests."""
        stated = rules.robots.crawl_delay(self._guard.agent) if rules.robots else None
        if stated is not None:
            delay = min(float(stated), LONGEST_DELAY)
            await asyncio.sleep(max(0.0, rules.asked + delay - self._clock()))
            rules.asked = self._clock()

    async def _rules_of(self, url: URL) -> _Rules:
        site = str(url.origin())
        rules = self._rules.get(site)
        if rules is None or rules.until <= self._clock():
            rules = self._rules[site] = await self._read_rules(site)
            if len(self._rules) > MOST_SITES:
                self._rules.popitem(last=False)
        return rules

    async def _read_rules(self, site: str) -> _Rules:
        """The site's rules: empty when it has none, unknown when its server has a fault."""
        answer = await self._guard.fetch(f"{site}/robots.txt", ROBOTS_BYTES)
        now = self._clock()
        if answer.status >= SERVER_FAULT or answer.status == TOO_MANY:
            return _Rules(None, now + ROBOTS_RETRIED)
        written = _text(answer.content) if answer.status == OK else ""
        return _Rules(Protego.parse(written), now + ROBOTS_KEPT)


def _text(content: bytes) -> str:
    try:
        return decode(content)
    except Refused:  # a picture, say: no rules can be read out of it
        return ""
