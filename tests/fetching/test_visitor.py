"""Sites are asked by their own rules, one request at a time."""

import asyncio
import time

import pytest
from aiohttp import web

from bot.errors import Refused
from bot.fetching.visitor import ROBOTS_KEPT, ROBOTS_RETRIED, Visitor
from tests.fetching.site import Site

LIMIT = 1_000_000
RULES = "User-agent: *\nDisallow: /private\n\nUser-agent: other\nDisallow: /\n"


class Clock:
    """A clock that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        """The seconds that the test set."""
        return self.now


async def refusal(visitor: Visitor, address: str) -> str:
    with pytest.raises(Refused) as caught:
        await visitor.fetch(address, LIMIT)
    return caught.value.utterance


async def test_a_page_that_robots_may_not_read_is_not_asked_for(site: Site) -> None:
    site.put("/robots.txt", RULES)
    site.put("/open", "hello")
    visitor = Visitor(site.guard(), Clock())
    assert (await visitor.fetch(site.url("/open"), LIMIT)).content == b"hello"
    assert await refusal(visitor, site.url("/private/a")) == "fetch/robots"
    assert site.paths() == ["/open"]


async def test_rules_for_us_by_name_go_before_those_for_all(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nAllow: /\n\nUser-agent: pullquote\nDisallow: /\n")
    assert await refusal(Visitor(site.guard(), Clock()), site.url()) == "fetch/robots"


async def test_rules_are_asked_for_once_a_day(site: Site) -> None:
    site.put("/robots.txt", RULES)
    site.put("/", "hello")
    clock = Clock()
    visitor = Visitor(site.guard(), clock)
    for now in (0.0, 1.0, ROBOTS_KEPT + 1):
        clock.now = now
        await visitor.fetch(site.url(), LIMIT)
    assert [path for path, _ in site.asked].count("/robots.txt") == 2


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n", b"<html>not found</html>", b""])
async def test_rules_that_say_nothing_allow_everything(site: Site, content: bytes) -> None:
    site.put("/robots.txt", content)
    site.put("/", "hello")
    assert (await Visitor(site.guard(), Clock()).fetch(site.url(), LIMIT)).content == b"hello"


@pytest.mark.parametrize("status", [500, 503, 429])
async def test_nothing_is_read_while_the_rules_cannot_be(site: Site, status: int) -> None:
    site.put("/robots.txt", "", status=status)
    site.put("/", "hello")
    clock = Clock()
    visitor = Visitor(site.guard(), clock)
    assert await refusal(visitor, site.url()) == "fetch/robots_unknown"
    site.put("/robots.txt", "")
    assert await refusal(visitor, site.url()) == "fetch/robots_unknown"
    clock.now = ROBOTS_RETRIED + 1
    assert (await visitor.fetch(site.url(), LIMIT)).content == b"hello"


async def test_the_rules_of_the_site_that_a_redirect_leads_to_hold_as_well(site: Site) -> None:
    site.redirect("/a", site.url("/private/b", "other.example"))

    async def rules(request: web.Request) -> web.Response:
        return web.Response(text=RULES if request.host.startswith("other") else "")

    site.pages["/robots.txt"] = rules
    site.put("/private/b", "secret")
    assert await refusal(Visitor(site.guard(), Clock()), site.url("/a")) == "fetch/robots"


@pytest.mark.parametrize("hops", [1, 3])
async def test_the_rules_hold_for_every_redirect_within_a_site(site: Site, hops: int) -> None:
    site.put("/robots.txt", RULES)
    for hop in range(hops):
        site.redirect(f"/{hop}", f"/{hop + 1}")
    site.redirect(f"/{hops}", "/private/a")
    site.redirect("/private/a", "/end")
    site.put("/end", "hello")
    assert await refusal(Visitor(site.guard(), Clock()), site.url("/0")) == "fetch/robots"
    assert site.paths() == [f"/{hop}" for hop in range(hops + 1)]


async def test_a_site_on_the_way_is_not_asked_against_its_rules(site: Site) -> None:
    site.redirect("/a", site.url("/private/b", "other.example"))
    site.redirect("/private/b", site.url("/end"))
    site.put("/robots.txt", RULES)
    assert await refusal(Visitor(site.guard(), Clock()), site.url("/a")) == "fetch/robots"
    assert site.paths() == ["/a"]


async def test_one_site_is_asked_one_thing_at_a_time(site: Site) -> None:
    at_once: list[int] = [0, 0]

    async def slow(_: web.Request) -> web.Response:
        at_once[0] += 1
        at_once[1] = max(at_once)
        await asyncio.sleep(0.01)
        at_once[0] -= 1
        return web.Response(text="hello")

    site.pages["/"] = slow
    visitor = Visitor(site.guard(), Clock())
    await asyncio.gather(*(visitor.fetch(site.url(), LIMIT) for _ in range(4)))
    assert at_once == [0, 1]


async def test_a_pause_that_a_site_asks_for_is_kept(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.2\n")
    site.put("/", "hello")
    visitor = Visitor(site.guard(), time.monotonic)
    begun = time.monotonic()
    for _ in range(3):
        await visitor.fetch(site.url(), LIMIT)
    assert time.monotonic() - begun >= 0.4


async def test_only_so_many_sites_are_remembered(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.fetching.visitor.MOST_SITES", 1)
    site.put("/", "hello")
    visitor = Visitor(site.guard(), Clock())
    for host in ("a.example", "b.example", "a.example"):
        await visitor.fetch(site.url("/", host), LIMIT)
    assert [path for path, _ in site.asked].count("/robots.txt") == 3


async def test_an_address_that_may_not_be_fetched_is_refused_without_a_request(site: Site) -> None:
    assert await refusal(Visitor(site.guard(), Clock()), "ftp://a.example/") == "fetch/scheme"
    assert site.asked == []
