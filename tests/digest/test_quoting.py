"""The quotes of a story: of different outlets first, none twice, and what is new in an update."""

from bot.articles.article import Article, Quote
from bot.digest.quoting import (
    MORE,
    QUOTES,
    WORDS_SHOWN,
    StoryQuotes,
    headline_of,
    quotes_of,
    story_quotes,
)
from bot.language.english.analyser import Analyser
from tests.digest.examples import QUAKE_ONE, SHIP, article

LATER = (
    "Masons from Torvik began to raise the bell tower of Karvala again on Friday. "
    "A donor named Elias Ruud has given nine million crowns for its bells. "
    "A strong earthquake shook Karvala on Monday morning and felled the bell tower of Karvala."
)

SQUARE = (
    "Karvala closed the square around the bell tower after the earthquake on Monday. "
    "Forty people from Karvala slept in tents, for the earthquake had shaken the bell tower."
)

STORM = (
    "Storm Edda tore the roof from the cinema of Alva at noon.",
    "Nine fishing boats were lost when Storm Edda reached Brenn.",
    "Trains between Corvo and Dask stood still because of Storm Edda.",
    "Storm Edda felled an oak that was planted in 1648 near Elmet.",
    "Farn closed all schools before Storm Edda came on Tuesday.",
    "Storm Edda left 4,000 homes around Gorda without any light.",
    "Bakers of Hult gave bread to those whom Storm Edda woke.",
    "No ferry left Ister as long as Storm Edda was blowing there.",
)


def outlets(quotes: tuple[Quote, ...]) -> list[str | None]:
    """Whose quotes they are."""
    return [quote.article.outlet for quote in quotes]


def told(*articles: Article, headline: str = "", earlier: tuple[Article, ...] = ()) -> StoryQuotes:
    """The quotes of a story."""
    return story_quotes(articles, Analyser(), headline=headline, earlier=earlier)


def test_every_outlet_speaks_before_any_speaks_again() -> None:
    one, other = (
        article(QUAKE_ONE, id="a", outlet="A"),
        article(SQUARE, id="b", outlet="B"),
    )
    found = told(one, other)
    assert sorted(map(str, outlets(found.shown))) == ["A", "B"]
    every = [*found.shown, *found.more]
    assert len(set(every)) == len(every)


def test_an_outlet_alone_speaks_twice() -> None:
    assert len(told(article(f"{SHIP} {LATER}")).shown) == 2


def test_there_are_three_quotes_at_most_and_as_many_more() -> None:
    found = told(*(article(text, id=text[:9], outlet=text[:9], title="Storm") for text in STORM))
    assert (len(found.shown), len(found.more)) == (QUOTES, MORE)


def test_long_quotes_are_fewer() -> None:
    long = [f"{text[:-1]} and {' '.join(['very'] * 34)} late." for text in STORM]
    found = told(*(article(text, id=text[:9], outlet=text[:9], title="Storm") for text in long))
    assert len(found.shown) == 1
    assert len(found.shown[0].text.split()) * 2 > WORDS_SHOWN


def test_a_quote_does_not_repeat_the_headline_or_another() -> None:
    first = "A strong earthquake shook Karvala on Monday morning and felled the bell tower."
    again = "A strong earthquake shook Karvala on Monday morning, felling the old bell tower."
    one, other = article(first, id="a", outlet="A"), article(again, id="b", outlet="B")
    assert len(told(one, other).shown) == 1
    assert told(one, headline="Strong earthquake shook Karvala on Monday, felled bell tower") == (
        StoryQuotes((), (), ())
    )


def test_what_is_on_another_matter_is_not_quoted() -> None:
    mixed = article(f"{SHIP} {QUAKE_ONE}", title="Earthquake in Karvala")
    found = told(mixed, headline="Earthquake fells the tower of Karvala")
    assert found.shown
    assert all("Karvala" in quote.text for quote in (*found.shown, *found.more))


def test_where_nothing_stands_alone_the_headline_may_say_what_is_meant() -> None:
    item = article("The ruling means that Karvala has to pay for nine new bells.", title="Ruling")
    assert told(item).shown == ()
    assert told(item, headline="Ruling on the tower").shown


def test_of_a_story_told_before_what_is_new_is_marked() -> None:
    earlier = article(QUAKE_ONE, id="old")
    found = told(article(LATER, id="new"), earlier=(earlier,))
    assert found.new
    assert all("shook" not in quote.text for quote in found.new)
    assert told(article(LATER, id="new")).new == ()


AGAIN = (
    "A strong earthquake shook Karvala on Monday morning and felled the bell tower of Karvala. "
    "The Karvala hospital treated 40 people whom the strong earthquake in Karvala had hurt. "
    "Rescue teams of Karvala went to the earthquake with ladders, horses and two heavy cranes."
)


def test_an_update_shows_something_new_though_other_quotes_tell_more() -> None:
    before = article(AGAIN.replace(" with ladders, horses and two heavy cranes", ""), id="old")
    after = article(AGAIN, id="new", title="Strong earthquake in Karvala")
    found = told(after, headline=after.title, earlier=(before,))
    assert [quote.text.split()[0] for quote in found.shown] == ["A", "Rescue"]
    assert found.new == found.shown[1:]
    assert found.new
    assert [quote.text.split()[0] for quote in found.more] == ["The"]


def test_quotes_of_a_story_are_of_every_outlet_first() -> None:
    articles = [article(LATER, id="a", outlet="B"), article(SHIP, id="b", outlet="C")]
    found = quotes_of(articles, Analyser(), 3)
    assert set(outlets(found)[:2]) == {"B", "C"}
    assert len(found) == 3


def test_a_sentence_heads_a_story_without_a_title() -> None:
    item = article(SHIP, title="The sailing ship Aldeberg left…")
    first, second = item.quote(0, SHIP.index(" Its")), item.quote(SHIP.index("Its"), len(SHIP))
    assert headline_of([first, second], [item], Analyser()) == first
    assert headline_of([], [item], Analyser()) is None


def test_a_short_sentence_heads_it_rather_than_a_long_one() -> None:
    item = article(f"{'Word ' * 40}end. The sailing ship Aldeberg left Torvik.")
    long, short = item.quote(0, 204), item.quote(205, len(item.text))
    assert headline_of([long, short], [item], Analyser()) == short
    assert headline_of([long], [item], Analyser()) == long
