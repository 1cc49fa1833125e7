"""The sentences that tell a story's event: the opening of its reports, and no background."""

import pytest

from bot.articles.article import Article
from bot.digest.telling import OPENING, opens_earlier, telling
from bot.language.english.analyser import Analyser
from tests.digest.examples import article

NEWS = "The council of Karvala raised the price of light for all homes on Monday."
TITLE = "Karvala raises price of light"


def told(*articles: Article, headline: str = TITLE) -> list[str]:
    """The sentences that tell it, all of those being understood."""
    return [quote.text for quote in telling(articles, Analyser(), headline, lambda _: True)]


def report(text: str, name: str = "a", title: str = TITLE) -> Article:
    """A report of an outlet of that name."""
    return article(text, id=name, outlet=name, title=title, published="2031-05-06")


def test_a_side_detail_does_not_tell_the_event() -> None:
    aside = "A visitor from Torvik lost her hat in the harbour when the wind came up."
    assert told(report(f"{aside} {NEWS}")) == [NEWS]


@pytest.mark.parametrize(
    "opening",
    [
        "In August 2012, the council",
        "In March, the council",
        "Early in March, the council",
        "Last year the council",
        "Two years ago the council",
        "Since 2020 the council",
        "Ada Brandt of the council had earlier",
    ],
)
def test_what_opens_with_an_earlier_time_is_background(opening: str) -> None:
    before = f"{opening} of Karvala raised the price of light for all homes of the town."
    assert told(report(f"{NEWS} {before}")) == [NEWS]


def test_the_month_of_the_article_is_no_earlier_time() -> None:
    item = report("In May the council of Karvala raised the price of light for all homes.")
    assert not opens_earlier(item.quote(0, len(item.text)))
    undated = article(item.text)
    assert opens_earlier(undated.quote(0, len(undated.text)))
    long_ago = report("In May 2012 the council of Karvala raised the price of light for all.")
    assert opens_earlier(long_ago.quote(0, len(long_ago.text)))


def test_what_is_dated_in_an_earlier_year_comes_after_the_news() -> None:
    law = "The council of Karvala raised the price of light for homes in 1990 as well."
    item = report(f"{law} {NEWS}")
    assert told(item) == [NEWS, law]
    assert told(article(item.text, title=TITLE)) == [law, NEWS]


def test_only_the_opening_of_an_article_is_looked_at() -> None:
    filler = "A dog slept on the stairs of the hall. " * (OPENING // 9 + 1)
    assert told(report(f"{NEWS} {filler}{NEWS.replace('Monday', 'Friday')}")) == [NEWS]


def test_an_article_on_another_event_gives_no_quote() -> None:
    other = report(
        "The fishing fleet of Torvik came home with nine tons of cod, and Karvala bought it.",
        "b",
        "Fleet of Torvik is home",
    )
    again = report(NEWS.replace("council", "town hall"), "c")
    assert all("cod" not in quote for quote in told(report(NEWS), other, again))


@pytest.mark.parametrize(
    "dateline",
    [
        "Karvala, May 4, 2031 – ",
        "Karvala [Norland] May 4 (BNN/TPS): ",
        "(BNN / May 4) :",
        "Karvala (BNN) ",
        "Karvala, Norland - ",
    ],
)
def test_the_first_sentence_begins_after_its_dateline(dateline: str) -> None:
    assert told(report(f"{dateline}{NEWS}")) == [NEWS]


def test_what_many_titles_say_weighs_more_than_what_one_says() -> None:
    strike = "The teachers of Karvala began a strike on Monday, their union said."
    weather = "The weather in Karvala was warm on Monday, and people swam in the harbour."
    items = [
        report(f"{weather} {strike}", "a", "Weather in Karvala"),
        report(strike, "b", "Teachers of Karvala on strike"),
        report(strike, "c", "Strike of teachers in Karvala"),
    ]
    assert told(*items, headline="")[0] == strike


def test_a_quote_says_words_of_the_headline_above_it() -> None:
    items = [
        report("The bells of Torvik rang at noon for the fishing fleet.", n, "Bells of Torvik")
        for n in ("a", "b", "c")
    ]
    assert told(*items, report(NEWS, "d")) == [NEWS]
    assert len(told(*items, report(NEWS, "d"), headline="Bells of Torvik ring")) == len(items)


def test_nothing_is_told_by_no_articles_or_by_none_with_the_headline() -> None:
    assert told() == []
    assert told(report("Short."), headline="") == []
