"""What a query says besides words, in every way to ask: outlet:, days, -words and "phrases"."""

from datetime import date
from pathlib import Path

import pytest

from bot.articles.article import Quote
from bot.briefing.answer import Answer
from bot.errors import WrongUse
from bot.services.newsroom import Newsroom, Question
from tests.commands import Pullquote, is_a_sentence
from tests.examples import HARBOUR, ORCHARD, article, news

FITTING = {
    "frost outlet:velden": True,
    "frost outlet:Weekly": True,
    'frost outlet:"velden  WEEKLY"': True,
    "frost outlet:“Velden Weekly”": True,
    "outlet:velden frost": True,
    "frost outlet:eld": False,
    "frost outlet:lumen": False,
    "frost outlet:lumen outlet:velden": True,
    "frost since:2024": True,
    "frost since:2024-04": True,
    "frost since:2024-04-22": True,
    "frost since:2024-04-23": False,
    "frost since:2024-05": False,
    "frost until:2024": True,
    "frost until:2024-04": True,
    "frost until:2024-03": False,
    "frost until:2023": False,
    "frost on:2024-04-22": True,
    "frost on:2024-04-21": False,
    "frost on:2024-04": True,
    "frost on:2023": False,
    "frost before:2024-04-23": True,
    "frost before:2024-04": False,
    "frost after:2024-04-21": True,
    "frost after:2024-04": False,
    "frost outlet: velden weekly": True,
    "frost since: last week": False,
    "frost OR zeppelin": True,
    "(zeppelin regatta) OR (frost blossom)": True,
    "frost Since:2024-04 UNTIL:2024-04": True,
    "frost -harbour": True,
    "frost -blossom": False,
    'frost -"single night"': False,
    'frost -"quiet night"': True,
    '"april frost"': True,
    "„single night“ frost": True,
    '"single night" outlet:velden since:2024-04 -harbour': True,
}

OUTLETS = {"Velden Weekly", "Lumen Courier"}

WRONG = {
    "frost since:someday": "someday",
    "frost until:2024-02-30": "2024-02-30",
    "frost since:2024-13": "2024-13",
    "frost on:24": "24",
}


@pytest.mark.parametrize(("query", "fits"), FITTING.items())
async def test_an_operator_narrows_every_way_to_ask(
    newsroom: Newsroom, query: str, *, fits: bool
) -> None:
    for answer in (await newsroom.brief(query), await newsroom.ask(query)):
        assert (answer.query, answer.found) == (query, fits)
        assert answer.narrowed is not fits
    assert bool(await newsroom.inquiries.search(query)) is fits


def test_an_operator_narrows_every_command(pullquote: Pullquote) -> None:
    pullquote("ingest", str(news(pullquote.folder / "news")))
    typed = "\n".join(FITTING)
    for command in ("brief", "ask"):
        told = {one["query"]: one["found"] for one in pullquote(command, "-", typed=typed).objects}
        assert told == FITTING
    found = pullquote("search", "-", typed=typed).objects
    assert {one["query"]: bool(one["results"]) for one in found} == FITTING


@pytest.mark.parametrize("query", ["-frost", '""', "the -of"])
async def test_operators_without_words_ask_for_nothing(newsroom: Newsroom, query: str) -> None:
    assert (await newsroom.brief(query)).empty
    assert (await newsroom.ask(query)).empty
    assert await newsroom.inquiries.search(query) == []


@pytest.mark.parametrize(
    ("outlet", "since", "until", "fits"),
    [
        ("velden", None, None, True),
        ("week", None, None, True),
        ("eekly", None, None, False),
        (None, "2024-04", None, True),
        (None, "2024-05", None, False),
        (None, None, "2024", True),
        (None, None, "2024-03", False),
        ("", " 2024-04 ", "2024-04", True),
    ],
)
async def test_an_option_may_be_the_part_of_a_name_or_of_a_date(
    newsroom: Newsroom, outlet: str | None, since: str | None, until: str | None, *, fits: bool
) -> None:
    assert (await newsroom.brief("frost", None, outlet, since, until)).found is fits
    found = await newsroom.inquiries.search("frost", outlet=outlet, since=since, until=until)
    assert bool(found) is fits


async def test_an_option_counts_more_than_the_same_operator(newsroom: Newsroom) -> None:
    assert (await newsroom.brief("frost outlet:lumen", outlet="velden")).found
    assert not (await newsroom.brief("frost until:2024", until="2023")).found


async def test_a_partial_name_is_each_outlet_that_has_it(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    for number, outlet in enumerate(("Nikkei Asia", "The Nikkei", "Nikkeidorf Post", "Onikkei")):
        text = f"Hail number {number} broke the glass of {number} greenhouses."
        article(tmp_path / "hail", f"{number}.md", text, outlet=outlet)
    await newsroom.ingest([tmp_path / "hail"])
    asked = await newsroom.brief("hail outlet:nikkei")
    assert outlets_of(asked) == ["Nikkei Asia", "Nikkeidorf Post", "The Nikkei"]
    assert outlets_of(await newsroom.brief('hail outlet:"nikkei asia"')) == ["Nikkei Asia"]


async def test_the_whole_name_of_an_outlet_is_that_one_only(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    for outlet in ("Post", "Evening Post"):
        text = f"Hail broke the glass of the greenhouse behind the {outlet}."
        article(tmp_path / "hail", f"{outlet}.md", text, outlet=outlet)
    await newsroom.ingest([tmp_path / "hail"])
    assert outlets_of(await newsroom.brief("hail outlet:post")) == ["Post"]
    assert outlets_of(await newsroom.brief("hail outlet:evening")) == ["Evening Post"]


async def test_an_outlet_of_another_server_narrows_to_nothing(newsroom: Newsroom) -> None:
    assert (await newsroom.brief("ferry outlet:strait", "1")).found
    assert not (await newsroom.brief("ferry outlet:strait", "2")).found
    assert not (await newsroom.brief("frost outlet:strait")).found


async def test_the_latest_comes_first_when_it_is_asked_for(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    texts = {
        "2024-01-05": "A comet, a bright comet, rose over Quorn. The comet was seen for a week.",
        "2024-06-01": "Children in Quorn painted what they had seen of the comet in the sky.",
    }
    for day, text in texts.items():
        article(tmp_path / "sky", f"{day}.md", text, title="Sky", outlet=day, published=day)
    await newsroom.ingest([tmp_path / "sky"])
    plain, latest = await newsroom.inquiries.search("comet"), await newsroom.brief("latest comet")
    assert [hit.quote.article.published for hit in plain] == [*texts]
    assert [quote.article.published for quote in quotes_of(latest)] == [*texts][::-1]
    asked = await newsroom.ask("What is the newest on the comet?")
    assert quotes_of(asked)[0].article.published == "2024-06-01"
    assert [
        hit.quote.article.published for hit in await newsroom.inquiries.search("latest comet")
    ] == ([*texts][::-1])


async def test_a_phrase_is_found_as_it_is_written_in_every_quote(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    texts = (
        "The union called a no-strike pledge an insult on Monday.",
        "Strike or no strike, the pledge stands, said the union on Tuesday.",
        "There was no union that would strike on Wednesday.",
    )
    for number, text in enumerate(texts):
        article(tmp_path / "union", f"{number}.md", text)
    await newsroom.ingest([tmp_path / "union"])
    found = await newsroom.brief('"no strike" union')
    assert {quote.text for quote in quotes_of(found)} == {*texts[:2]}
    assert {hit.quote.text for hit in await newsroom.inquiries.search('"No-Strike"')} == {
        *texts[:2]
    }


@pytest.mark.parametrize("query", ['frost -"night single"', 'harvest -"expect harvest"'])
async def test_a_phrase_is_left_out_as_it_is_written(newsroom: Newsroom, query: str) -> None:
    assert (await newsroom.brief(query)).found


async def test_a_message_for_sources_has_no_operators(newsroom: Newsroom) -> None:
    message = '"Frost, April" took half of the blossom -apple since:2030'
    assert (await newsroom.inquiries.answer(Question("sources", message))).found


@pytest.mark.parametrize(("query", "value"), WRONG.items())
async def test_a_wrong_date_is_told_politely(newsroom: Newsroom, query: str, value: str) -> None:
    for asking in (newsroom.brief, newsroom.ask, newsroom.inquiries.search):
        with pytest.raises(WrongUse, match="error/bad_day") as caught:
            await asking(query)
        assert caught.value.variables["value"] == value


@pytest.mark.parametrize("command", ["brief", "ask", "search"])
@pytest.mark.parametrize("query", WRONG)
def test_a_wrong_date_is_told_at_the_command_line(
    pullquote: Pullquote, sample: Path, command: str, query: str
) -> None:
    assert sample.exists()
    done = pullquote(command, query, "--json")
    assert (done.code, done.out) == (2, "")
    assert "is not a date that I can use for" in done.err
    assert is_a_sentence(done.err)


async def test_a_correction_keeps_the_operators(newsroom: Newsroom) -> None:
    answer = await newsroom.brief("blosom outlet:velden since:2024")
    assert (answer.found, answer.read_as) == (True, {"blosom": "blossom"})
    elsewhere = await newsroom.brief("blosom outlet:lumen")
    assert (elsewhere.found, elsewhere.read_as, elsewhere.corrected) == (False, {}, None)


async def test_where_the_outlet_is_none_of_ours_the_outlets_are_offered(newsroom: Newsroom) -> None:
    assert set((await newsroom.brief("frost outlet:Gazette")).nearest) == OUTLETS
    assert not OUTLETS & set((await newsroom.brief("frost outlet:lumen")).nearest)


def quotes_of(answer: Answer) -> list[Quote]:
    return [cited.quote for cited in answer.cited]


def outlets_of(answer: Answer) -> list[str]:
    return sorted(str(quote.article.outlet) for quote in quotes_of(answer))


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("outlet:velden", [ORCHARD]),
        ("latest news outlet: Velden Weekly", [ORCHARD]),
        ("since:2024-04", [ORCHARD]),
        ("on:2024-02-06", [HARBOUR]),
        ("2024-02-06", [HARBOUR]),
        ("yesterday", [ORCHARD]),
        ("what happened last month?", []),
        ("before:2024", []),
    ],
)
async def test_an_outlet_or_days_alone_ask_for_the_newest(
    newsroom: Newsroom, query: str, texts: list[str]
) -> None:
    for asking in (newsroom.brief, newsroom.ask):
        answer = await asking(query, now=date(2024, 4, 23))
        assert len(answer.cited) == len(texts)
        for quote, text in zip(quotes_of(answer), texts, strict=True):
            assert quote.start == 0
            assert text.startswith(quote.text)


async def test_days_at_the_end_narrow_where_that_finds_something(newsroom: Newsroom) -> None:
    asked_on = date(2024, 4, 23)
    kept = await newsroom.brief("frost yesterday", now=asked_on)
    assert (kept.found, kept.days) == (True, ("2024-04-22", "2024-04-22"))
    week = await newsroom.brief("frost this week", now=asked_on)
    assert week.days == ("2024-04-22", "2024-04-23")
    wide = await newsroom.brief("frost last month", now=asked_on)
    assert (wide.found, wide.days) == (True, None)


def test_days_that_narrowed_and_a_phrase_that_is_nowhere_are_told(pullquote: Pullquote) -> None:
    pullquote("ingest", str(news(pullquote.folder / "news")))
    told = pullquote("brief", "frost yesterday", "--now", "2024-04-23").out
    assert "Only articles of 2024-04-22." in told
    told = pullquote("brief", "frost last week", "--now", "2024-04-30").out
    assert "Only articles from 2024-04-22 to 2024-04-28." in told
    told = pullquote("brief", '"frost april"').out
    assert "No article says “frost april” word for word" in told


async def test_a_phrase_that_is_nowhere_is_searched_by_its_words(newsroom: Newsroom) -> None:
    for query in ('"frost april"', '"April harvest"'):
        for answer in (await newsroom.brief(query), await newsroom.ask(query)):
            assert (answer.found, answer.phrases_nowhere) == (True, (query.strip('"'),))
        assert await newsroom.inquiries.search(query) == []
    kept = await newsroom.brief('"april frost" "frost blossom"')
    assert (kept.found, kept.phrases_nowhere) == (True, ("frost blossom",))
    assert (await newsroom.brief('"april frost" -blossom')).phrases_nowhere == ()


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("https://velden.example/frost", True),
        ("http://www.velden.example/frost/?utm_source=chat#top", True),
        ("what does <https://velden.example/frost> say", True),
        ("https://velden.example/fro", False),
        ("https://velden.example", False),
        ("https://velden.example:port/frost", False),
        ("https://[", False),
    ],
)
async def test_a_pasted_link_finds_its_article(
    newsroom: Newsroom, tmp_path: Path, link: str, *, found: bool
) -> None:
    path = tmp_path / "linked.md"
    linked = ORCHARD.replace("Apple", "Plum")
    path.write_text(f"---\nurl: https://velden.example/frost\n---\n{linked}\n")
    await newsroom.ingest([path])
    for answer in (await newsroom.brief(link), await newsroom.ask(link)):
        assert " ".join(quote.text for quote in quotes_of(answer)) == (linked if found else "")
