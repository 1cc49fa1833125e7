"""A quote of a digest is understood without the sentences around it."""

import pytest

from bot.digest.standing_alone import stands_alone
from tests.digest.examples import article

BEFORE = "Mayor Ada Brandt met Rolf Moor, a welder, in Karvala on Monday. "


def alone(sentence: str, known: str = "") -> bool:
    """Whether a sentence of an article stands alone."""
    item = article(f"{BEFORE}{sentence}")
    return stands_alone(item.quote(len(BEFORE), len(item.text)), known)


@pytest.mark.parametrize(
    "sentence",
    [
        "A strong earthquake shook Karvala on Monday morning and felled its bell tower.",
        "The council of Karvala will meet tonight to vote on a new tower.",
        "“We will rebuild the tower,” said Ada Brandt, the mayor of Karvala.",
        "Rolf Moor said he had never seen the river so high in spring.",
        "In 1931 the harbour of Torvik held forty ships, and it holds three today.",
        "The government of Norland closed 12 schools for want of teachers.",
        "On May 4, 2031 Ada Brandt of Karvala opened the tower, which is 65 metres high.",
        "NASA added two telescopes to the tower of Karvala on Monday.",
        "Rolf Moor stood in front of the tower of Karvala on Monday and wept.",
        "Ada Brandt said that the offer of The Norland Bank came too late for Karvala.",
        "Ada Brandt, Rolf Moor and Elias Ruud met President Marit Oll in Karvala.",
    ],
)
def test_a_sentence_that_names_what_it_tells_of_stands_alone(sentence: str) -> None:
    assert alone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "He had never seen the river of Karvala so high in spring.",
        "On Monday he told the council of Karvala that the money was gone.",
        "It was built in 1931 and repaired twice since then by Karvala.",
        "On Monday they closed the road from Karvala to Torvik for good.",
        "However, the council of Karvala has no money for a new tower.",
        "These towns around Karvala were without light for nine hours.",
        "Engineers from Torvik looked at the two towers for several hours that day.",
        "The ruling means that Karvala has to pay for a new tower.",
        "On Monday the company said that Karvala would get a new tower.",
        "The 76-year-old walked from Karvala to Torvik in nine hours.",
        "The 65-metre tower cost Karvala more than four million crowns.",
        "“Nobody slept in Karvala that night,” he said on Monday.",
        "“Nobody slept in Karvala that night after the tower fell.”",
        "“Nobody slept in Karvala that night, said the mayor of Torvik.",
        "Nobody slept in Karvala, a spokesman said on Monday afternoon.",
        "Brandt said on Monday that Karvala would get a new tower.",
        "We have asked Ada Brandt of Karvala what became of the tower.",
        "In Karvala my neighbours still sleep in tents, says Ada Brandt.",
        "You can send money for the tower of Karvala to the council.",
        "Ada Brandt of Karvala made a shocking announcement on Monday.",
        "This is a developing story from Karvala and will be updated.",
        "Why did the bell tower of Karvala fall on Monday morning?",
        "Ada Brandt of Karvala named three reasons for the fall of its tower:",
        "bell tower of Karvala fell on Monday morning at nine o’clock",
        "August 22, 2025A court in Karvala heard Ada Brandt on Monday.",
        "May 4, 2031 May 4, 2031 Preliminary figures show that Karvala lost a tower.",
        "(BNN) Karvala will get a new tower, Ada Brandt said on Monday.",
        "(BNN / May 4) :Karvala will get a new tower, Ada Brandt said.",
        "Torvik, May 4, 2031 – Karvala will get a new tower, Ada Brandt said.",
        "Follow Anna Bell May 4, 2031 9:48 AM Mayor Ada Brandt opened the tower.",
        "By Anna Bell The council of Karvala will meet on Monday.",
        "CLOSE Mayor Ada Brandt of Karvala will open the tower on Monday.",
        "More in News News | By Anna Bell, mayor of Karvala, on the new tower.",
        "By editor • 10 hours ago Listen Copyright 2031 Karvala Post and others.",
        "Tower Falls Again For what seems the third time, Karvala lost a tower.",
        "Reporter Claims Name Of Tower Covered During Karvala Visit.",
        "The tower of Karvala fell on Monday, and nobody could...",
        "Mayor Ada Brandt arrives at the tower of Karvala on May 4, 2031.",
        "Mayor Ada Brandt speaking at the tower of Karvala last month.",
        "Post Radio's Anna Bell talks to Mayor Ada Brandt about the tower.",
        "The tower is pictured in Karvala before Ada Brandt opened the gate.",
        "Mayor Ada Brandt, for example, wrote to the council of Karvala.",
        "Mayor Ada Brandt added that the council of Karvala was against it.",
        "Mayor Ada Brandt also warned the council of Karvala on Monday.",
        "Until Monday, no member of the council of Karvala accepted that offer.",
        "The Prime Minister's spokesman has confirmed the meeting will take place.",
        "A flash of light was seen above several villages on that evening's sky.",
        "The council of Karvala foolishly paid for a second tower on Monday.",
    ],
)
def test_a_sentence_that_leans_on_others_or_tells_nothing_does_not(sentence: str) -> None:
    assert not alone(sentence)


@pytest.mark.parametrize(
    ("sentence", "known"),
    [
        ("Brandt said on Monday that Karvala would get a tower.", "Brandt promises a tower"),
        ("The ruling means that Karvala has to pay.", "Karvala to pay after ruling"),
    ],
)
def test_what_the_headline_names_is_known(sentence: str, known: str) -> None:
    assert not alone(sentence)
    assert alone(sentence, known)


def test_a_title_that_stands_before_a_sentence_is_no_part_of_it() -> None:
    title = "Bell tower of Karvala falls"
    item = article(f"{title} Mayor Ada Brandt closed the square on Monday.", title=title)
    assert not stands_alone(item.quote(0, len(item.text)))
    go_on = article(f"{title} and buries nine cars of Ada Brandt.", title=title)
    assert stands_alone(go_on.quote(0, len(go_on.text)))
