"""Each gate on quantities turns away what it is for, and nothing that is plain."""

import pytest

from bot.quiz.gates import numbers as gates
from tests.quiz.making_examples import judged, report, with_evidence

PLAIN = "The council of Norwick bought 340 benches for a promenade along Castle Street."


def gate_of(name: str, text: str, answer: str, title: str = "Ferry sails again") -> bool:
    fact, evidence = with_evidence(report(text, title=title), "cloze_number", answer)
    return bool(getattr(gates, name)(fact, evidence))


TURNED_AWAY = [
    ("is_part_of_a_date", "The bridge of Norwick opened on May 12 after a long delay.", "12"),
    ("is_part_of_a_date", "The bridge of Norwick opened on 12 May after a long delay.", "12"),
    ("is_one_or_two", "The council of Norwick bought two benches for the promenade.", "two"),
    ("counts_nothing", "The council of Norwick counted 340 and went home early.", "340"),
    ("is_a_code", "The passengers of Flight 340 people waited in the hall.", "340"),
    ("is_a_code", "The ferry of Norwick leaves at 7 a.m. every day of the week.", "7"),
    ("is_a_code", "Those who drive the Wagon 340 trucks know it well.", "340"),
    ("is_a_code", "The builder of Norwick sold 340 A350 planes last spring.", "340"),
    ("is_a_code", "The swimmer of Norwick won the 50 metres freestyle.", "50 metres"),
    ("is_a_code", "The runner of Norwick took silver in the 60m hurdles last spring.", "60m"),
    ("is_a_code", "The runner of Norwick won silver in the 100m.", "100m"),
    ("is_a_code", "The swimmer of Norwick won the 200 metres and went home.", "200 metres"),
    ("is_a_code", "The swimmer of Norwick lost Sunday’s 200 metres at the bay.", "200 metres"),
    ("is_a_code", "The fans of Norwick liked his 10 kilometres win.", "10 kilometres"),
    ("is_a_code", "The shop of Norwick sold a 32 cm iPanel to everybody.", "32 cm"),
    ("is_glued", "The shop of Norwick sells 340’s loaves of bread.", "340"),
    ("is_glued", "The shop of Norwick sells 340 plus loaves of bread.", "340"),
    ("is_hyphenated", "The leaders of Norwick met for a three-day summit.", "three-day"),
    ("is_an_adjective", "The theatre of Norwick showed a thirty minute play.", "thirty minute"),
    ("follows_an_article", "The council of Norwick planned an 8 kilometre tunnel.", "8 kilometre"),
    ("follows_an_article", "The mayor of Norwick received an $18 million loan.", "$18 million"),
    ("is_a_limit", "The council of Norwick will meet in the next 14 days.", "14 days"),
    ("is_told_as_known", "The mayor of Norwick sold these 340 benches in May.", "340"),
    ("is_told_as_known", "The people of Norwick sold their 340 benches in May.", "340"),
    ("is_half_a_range", "The council of Norwick counted 20 or 30 boats.", "30"),
    ("is_half_a_range", "The council of Norwick expects from 20 to 30 boats.", "20"),
    ("is_half_a_range", "The runner of Norwick took 4 minutes and 15 seconds.", "15 seconds"),
    ("is_converted", "The tunnel of Norwick is 20 miles (32 km) long.", "20 miles"),
    ("is_converted", "The tunnel of Norwick is 20 miles (32 km) long.", "32 km"),
    ("is_converted", "The mayor paid 20 dollars, the equivalent of a lunch.", "20 dollars"),
    ("is_converted", "The tunnel is 3 kilometres (see map) long in Norwick.", "3 kilometres"),
    (
        "is_in_a_list",
        "Norwick sold 12 cars, 14 boats, 16 trains, 18 planes and 25 bikes.",
        "12",
    ),
    ("is_a_sum", "Norwick counted 50 boats, 20 ferries and 30 barges.", "50"),
    (
        "is_in_a_list",
        "Norwick has 43 percent sand, 32 percent clay, 19 percent peat.",
        "43 percent",
    ),
    ("is_a_sum", "The fourth storm hit Norwick after three boats had sunk.", "three"),
    ("is_a_sum", "In Norwick 60 percent agreed and 40 percent did not.", "60 percent"),
    ("is_compared", "The share of Norwick rose to 43 percent, up from 41 percent.", "43 percent"),
    ("is_compared", "The share of Norwick rose to 43 percent, up from 41 percent.", "41 percent"),
    ("is_compared", "The share of Norwick fell from 43 percent to 41 percent.", "43 percent"),
    ("is_compared", "Norwick sold 340 boats this year, compared with just 290.", "340"),
    ("is_compared", "The team of Norwick had its eighth defeat in 11 games.", "11"),
    ("is_compared", "Norwick sold 340 boats, many more boats than 290.", "290"),
    ("is_converted_money", "Norwick paid two million pounds, or $2.5 million.", "$2.5 million"),
    ("is_of_an_unnamed_poll", "32 percent said that Norwick was too loud.", "32 percent"),
    ("is_common_knowledge", "The police of Norwick searched for 24 hours.", "24 hours"),
    ("is_since_what_is_not_told", "The bridge of Norwick fell three days later.", "three days"),
    ("is_an_age", "A man of Norwick who is 43 years old won the race.", "43 years old"),
    ("is_an_age", "A man of Norwick aged 43 boats won the race.", "43"),
    ("is_an_age", "Anna Bell, 43, boats of Norwick won the race.", "43"),
    ("is_in_the_stem", "Norwick bought 340 benches, and 340 benches are enough.", "340"),
]


@pytest.mark.parametrize(("gate", "text", "answer"), TURNED_AWAY)
def test_a_gate_turns_away_what_it_is_for(gate: str, text: str, answer: str) -> None:
    assert gate_of(gate, text, answer)


@pytest.mark.parametrize("gate", sorted({row[0] for row in TURNED_AWAY} | {"is_in_the_headline"}))
def test_a_gate_lets_a_plain_count_pass(gate: str) -> None:
    assert not gate_of(gate, PLAIN, "340")


@pytest.mark.parametrize("title", ["Norwick buys 340 benches", "Three hundred: 340 in all"])
def test_a_number_of_the_headline_is_turned_away(title: str) -> None:
    assert gate_of("is_in_the_headline", PLAIN, "340", title)


@pytest.mark.parametrize(
    ("gate", "text", "answer"),
    [
        (
            "follows_an_article",
            "The mayor of Norwick received a $300 million loan.",
            "$300 million",
        ),
        ("is_a_code", "The bank of Norwick lent him $340 million at once.", "$340 million"),
        ("is_a_code", "The council of Norwick hired 340 British teachers.", "340"),
        ("is_hyphenated", "The trade of Norwick reached US$240-billion.", "US$240-billion"),
        ("is_a_code", "The swimmer of Norwick crossed the 50 metres of the bay.", "50 metres"),
        ("is_a_code", "The swimmer of Norwick swam 50 metres and went home.", "50 metres"),
        ("is_an_adjective", "The theatre of Norwick slept for thirty minutes.", "thirty minutes"),
        ("is_a_sum", "The ninth storm hit Norwick after three boats had sunk.", "three"),
        ("is_converted_money", "Norwick paid $2 million, then $3 million.", "$3 million"),
        ("is_of_an_unnamed_poll", "In Norwick 32 percent of sailors can swim.", "32 percent"),
        ("is_compared", "The council of Norwick gave 340 benches to 12 villages.", "12"),
        (
            "is_compared",
            "The share of Norwick rose to 43 percent, up from much less.",
            "43 percent",
        ),
    ],
)
def test_a_gate_knows_its_exceptions(gate: str, text: str, answer: str) -> None:
    assert not gate_of(gate, text, answer)


def test_a_plain_count_passes_every_gate() -> None:
    assert judged(report(PLAIN), "cloze_number", "340") is None
