"""Words are marked as the answer only where their own clause answers."""

import pytest

from bot.articles.article import Article
from bot.briefing.introductions import asks_identity
from tests.articles.examples import article
from tests.briefing.examples import asked_of, extractor, marked
from tests.search.examples import question

THEFT = "Who was arrested after the theft?"
DIVERS = "How many divers reached the wreck?"
BRIDGE = "How much did the bridge cost?"
SAND = "How old is Mira Sand?"
SUMMIT = "How long did the summit last?"
GLACIER = "Who measures the glacier?"
TANKER = "Who owns the tanker?"
FAIR = "How many visitors came to the fair?"
HOLM = "Who is Ida Holm?"
MINISTERS = "Norway's fisheries minister, Ada Lund, met Sweden's fisheries minister, Tom Frey."

DENIED = [
    (THEFT, "The police said that Jonas Brekke was not arrested after the theft.", None),
    (THEFT, "Jonas Brekke denied that he had been arrested after the theft.", None),
    (THEFT, "It isn’t Jonas Brekke who was arrested after the theft.", None),
    ("Who will lead the orchestra?", "Ana Ruiz will not lead the orchestra.", None),
    ("Who committed the fraud?", "Ina Bell was cleared: she had committed no fraud.", None),
    ("When did the bridge open?", "The bridge should have opened in May but did not open.", None),
    (THEFT, "Jonas Brekke was arrested after the theft.", "Jonas Brekke"),
]
COUNTED = [
    (DIVERS, "On 12 June the divers reached the wreck.", None),
    (DIVERS, "The divers reached the wreck in 40 minutes.", None),
    (DIVERS, "Seven divers reached the wreck on 12 June.", "Seven"),
    (BRIDGE, "At the vote on what the bridge cost, turnout was 74.3 per cent.", None),
    (BRIDGE, "The bridge cost 40 million euros.", "40 million euros"),
    (BRIDGE, "The bridge cost Rs 5 crore.", "Rs 5 crore"),
    (SAND, "Mira Sand met the 65-year-old Otto Lind.", None),
    (SAND, "Mira Sand met the 65-year-old minister Otto Lind.", None),
    (SAND, "Mira Sand met Otto Lind, 65, in May.", None),
    (SAND, "Mira Sand, 41, met Otto Lind.", "41"),
    (SAND, "The 41-year-old Mira Sand left.", "41-year-old"),
    (SAND, "Mira Sand, a 41-year-old, left.", "41-year-old"),
    ("How old is the captain?", "The captain is 41 years old.", "41 years old"),
    (SUMMIT, "Four weeks before the summit, which did last, the hall was painted.", None),
    (SUMMIT, "The summit lasted three days.", "three days"),
    (SUMMIT, "The summit lasted two days and three hours.", "two days and three hours"),
    ("How many days did the summit take?", "The summit took three days.", "three days"),
    ("How many jets landed?", "The Orca-9 jets landed.", None),
    ("How many jets landed?", "Of the Orca-9 jets, three jets landed.", "three"),
    ("How tall is the tower?", "The tower is 120m high.", "120m"),
    ("What share of the fishermen voted?", "Of the fishermen 62 per cent voted.", "62 per cent"),
    (
        "How much more pay do the dockers want?",
        "The dockers want 9 per cent more pay.",
        "9 per cent",
    ),
]
NAMED = [
    ("How many people live in Halvor?", "In the valley of Norrow live 23,000 people.", None),
    ("How many people live in Halvor?", "In Halvor live 900 people.", "900"),
    ("When did Sara Nouri graduate?", "Her brother did graduate in 2011.", None),
]
OF_KIND = [
    (GLACIER, "The glacier, called Blue Tongue, shrinks when somebody measures it.", None),
    (GLACIER, "The glacier is measured by Lena Moe each year.", "Lena Moe"),
    ("Who criticised the plan?", "Likely voters criticised the plan.", None),
    (GLACIER, "On Monday Lena Moe measured the glacier’s edge.", "Lena Moe"),
    (TANKER, "The tanker is owned by ‘Harbour Lines’ alone.", "Harbour Lines"),
    (TANKER, "It is said that Italian sailors own the tanker.", None),
    ("Who sank the ferry?", "Then, they say, the ferry sank; they sank the ferry.", None),
    (TANKER, "Harbour Lines owns the tanker.", "Harbour Lines"),
    (
        "Who searched the tanker?",
        "The tanker was searched by the U.S. Coast Guard.",
        "U.S. Coast Guard",
    ),
    ("Where did the ferry sail?", "The ferry sailed late.", None),
    ("Where did the ferry sail?", "In May the ferry sailed late.", None),
    ("Who owns the tanker?", "Italian sailors: they alone own the tanker.", None),
    ("When did the ferry sail?", "The ferry sailed in October 2027.", "in October 2027"),
    ("Where did the ferry sail?", "The ferry sailed to the Outer Isles.", "the Outer Isles"),
    ("When did the ferry sail?", "The ferry sailed on Monday evening.", "on Monday evening"),
    ("Why did the ferry sink?", "The ferry had to sink on Monday.", None),
]
RELATED = [
    ("Where was Sara Nouri born?", "Sara Nouri works in Tehran.", None),
    ("Where was Sara Nouri born?", "Sara Nouri was born in Shiraz.", "Shiraz"),
    ("When did Sara Nouri graduate?", "Sara Nouri spoke on Friday.", None),
    ("When did Sara Nouri graduate?", "Sara Nouri graduated in 2011.", "in 2011"),
    (
        "How many sailors drowned on the Lund ferry near the old pier of Halm?",
        "On the Lund ferry near the old pier of Halm were 90 sailors.",
        None,
    ),
    ("How many big old wooden boats sank?", "In Halm 14 big old wooden boats sank.", "14"),
    ("How many boats sank in Halm?", "In Halm 14 boats were seen.", None),
    ("How many boats sank?", "There were 3 boats, and 14 boats sank.", "14"),
    ("How many boats sank?", "Of the boats 14 sank.", "14"),
    ("How many boats of Halm sank?", "The boats of Halm: 14 boats were built.", None),
    ("How many people died on the ferry?", "There were 90 people on the ferry.", None),
]
NUMBERS = [
    (FAIR, "The fair was sunny: 12 500 visitors came to the fair.", "12 500"),
    (
        FAIR,
        "The fair was sunny: 1\u202f234\u202f567 visitors came to the fair.",
        "1\u202f234\u202f567",
    ),
    (FAIR, "Half a million visitors came to the fair.", "Half a million"),
    (FAIR, "As many as 1.25 lakh visitors came to the fair.", "1.25 lakh"),
    (FAIR, "To the fair came 12,000 to 15,000 visitors.", "12,000 to 15,000"),
]
INTRODUCED = [
    (HOLM, "Ida Holm, the head of the line, spoke.", "the head of the line"),
    (HOLM, "The chief executive of the line, Ida Holm, spoke.", "The chief executive of the line"),
    (HOLM, "“Sail,” said Ida Holm, who is a doctor in the town.", "a doctor in the town"),
    (HOLM, "Ida Holm, who was tired, said no.", None),
    (HOLM, "The director waved, and Ida Holm left, and so on.", None),
    (HOLM, "Ida Holm spoke.", None),
    ("Who is the fisheries minister of Sweden?", MINISTERS, "Tom Frey"),
    ("Who is the fisheries minister of Denmark?", MINISTERS, None),
    ("Who is the mayor of Lund?", "Ada Frey is the mayor of Lund.", "Ada Frey"),
    ("Who is the mayor of Lund?", "Mayor Ada Frey of Lund spoke.", "Ada Frey"),
    ("Who is the mayor of Lund?", "The mayor of Lund, Ada Frey, spoke.", "Ada Frey"),
    ("Who is the mayor of Lund?", "The Mayor of Lund, Ada Frey, spoke.", "Ada Frey"),
    ("Who is the mayor of Lund?", "Ada Frey met the mayor of Lund.", None),
    ("Who is the mayor of Lund?", "The mayor of Lund told Ada Frey so.", None),
    ("Who is the mayor of Lund?", "Ada Frey left; the mayor of Lund did.", None),
    ("Who is the mayor of Lund?", "Mayor Ada Frey flew to Lund.", None),
    ("Who is the mayor of Lund?", "In Lund they met the Mayor.", None),
    ("Who is the mayor?", "The mayor, Ada Frey, spoke.", "Ada Frey"),
]
OF_TIME = [
    ("When was the bridge shut?", "The mayor announced on Monday that the bridge was shut.", None),
    ("When was the bridge shut?", "On Monday, she said, the bridge was shut.", "Monday"),
    ("When was the bridge shut?", "The bridge was shut on Monday said the mayor.", None),
    (
        "When did the mayor say that the bridge was shut?",
        "The mayor said on Monday that the bridge was shut.",
        "on Monday",
    ),
    ("When was the bridge shut?", "The bridge was shut on Friday, May 3.", "on Friday, May 3"),
    ("When does Halm vote on the bridge?", "Lund voted on the bridge of Halm on Monday.", None),
    ("When will Halm vote on the bridge?", "Halm will vote on the bridge in May.", "in May"),
    ("When are the Halm exams?", "The Halm exams were put off until May 3.", "May 3"),
    ("When was the first exam in Halm?", "The exam in Halm was on May 3.", None),
    ("When was the first exam in Halm?", "The first exam in Halm was on May 3.", "May 3"),
    ("When was the Halm film made?", "The 2013 fair has a Halm film, made by a man.", None),
    ("When was the Halm film made?", "The 2013 Halm film was made by a man.", "2013"),
    ("When was the Halm deal made?", "The Halm Accord of 1763 was made a deal.", None),
    ("When was the Halm film made?", "The Halm film was made in 1998–2002 parts.", None),
    (
        "What time did the ferry sail?",
        "The ferry sailed on Monday at 9:47 a.m. or so.",
        "9:47 a.m.",
    ),
    ("What time did the ferry sail?", "The ferry sailed at 20.15 on Monday.", "20.15"),
    ("What time did the ferry sail?", "The ferry sailed at midnight.", "midnight"),
    ("What time did the ferry sail?", "The ferry sailed at 5.17 a.m. or so.", "5.17 a.m."),
    ("What time did the ferry sail?", "The ferry sailed on Monday for 20.15 crowns.", None),
]
OF_ANOTHER = [
    ("Who met Ada Lund?", "The Shore captain met Ada Lund.", None),
    ("Who met Ada Lund?", "The captain Edda Quill met Ada Lund.", "Edda Quill"),
    ("How long is the ferry?", "The ferry has a 30-metre mast and is long.", None),
    ("How long is the ferry?", "The 30-metre ferry is long.", "30-metre"),
    ("How many tourists fell ill?", "Two Danish tourists fell ill.", None),
    ("How many Danish tourists fell ill?", "Two Danish tourists fell ill.", "Two"),
    ("How many votes did the plan win by?", "The plan did win: votes came to 52.4 to 47.6.", None),
    ("How many people may drown?", "As many as 40 people may have drowned.", None),
    ("How much did Japan give?", "China did give 60 million euros, after Japan.", None),
    (
        "How much did Japan give?",
        "Japan did give 60 million euros, after China.",
        "60 million euros",
    ),
    ("Who stole the cup?", "The cup from the Bronze Age was stolen.", None),
    ("Where was Sara Nouri born?", "Sara Nouri was born to Edda Quill.", None),
    ("Where was the Halm boat found?", "The Halm boat was painted in Lund.", None),
    ("Where was the Halm boat found?", "The Halm boat was found in Lund.", "Lund"),
    ("Where was Sara Nouri taken?", "Sara Nouri was taken to Shiraz.", "Shiraz"),
    (
        "When did Ada Lund quit?",
        "Ada Lund dismissed reports in May that she had quit.",
        None,
    ),
    ("Who was acquitted in Halm?", "The court of Halm acquitted Jonas Brekke.", "Jonas Brekke"),
]
CAUSES = [
    (
        "Why was the pier shut?",
        "The pier was shut because of rotten beams, the mayor said.",
        "because of rotten beams",
    ),
    ("Why was the pier shut?", "The pier was not shut because of rotten beams.", None),
    (
        "Why was the pier not shut?",
        "The pier was not shut because it is sound.",
        "because it is sound",
    ),
    ("Why was the pier shut?", "Boats left because the pier was shut.", None),
    ("Why was the pier shut?", "The pier was shut on Monday.", None),
]
ROWS = [
    *DENIED,
    *COUNTED,
    *NAMED,
    *OF_KIND,
    *RELATED,
    *NUMBERS,
    *INTRODUCED,
    *OF_TIME,
    *OF_ANOTHER,
    *CAUSES,
]


@pytest.mark.parametrize(("asked", "text", "expected"), ROWS)
def test_a_mark_is_what_answers_or_is_not_there(
    asked: str, text: str, expected: str | None
) -> None:
    told = article(f"Nobody waved. {text} Then it rained.", title="News")
    assert marked(asked_of(asked, [told])) == ([expected] if expected else [])


def toll(day: int | None, text: str) -> Article:
    """A report of a fire, of a day in March."""
    return article(text, id=text, title="News", published=f"2024-03-{day:02}" if day else None)


FIRE = "How many people died in the fire?"


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([(4, "12 people died in the fire.")], ["12"]),
        ([(4, "12 people died in the fire."), (5, "14 people died in the fire.")], ["14", "12"]),
        ([(5, "14 people died in the fire."), (4, "12 people died in the fire.")], ["14", "12"]),
        ([(4, "12 people died in the fire."), (6, "In the fire 12 people died.")], ["12"]),
        (
            [(4, "12 people died in the fire."), (5, "Correction: nobody died in the fire.")],
            [],
        ),
        (
            [(5, "12 people died in the fire."), (4, "Nobody died in the fire, it was said.")],
            ["12"],
        ),
        ([(None, "12 people died in the fire."), (5, "14 people died in the fire.")], ["14", "12"]),
        ([(4, "12 people died in the fire."), (5, "The fire: the dead came to 14.")], []),
        ([(4, "In 1998 in a fire like the fire 90 people died.")], []),
        ([(4, "In 2024 in the fire 90 people died.")], ["90"]),
        ([(None, "In 1998 in the fire 90 people died.")], ["90"]),
    ],
)
def test_values_that_differ_stand_together_the_newest_first(
    reports: list[tuple[int | None, str]], expected: list[str]
) -> None:
    found = asked_of(FIRE, [toll(day, text) for day, text in reports])
    assert marked(found) == expected
    assert len(found) == len(reports) or len(set(expected)) < len(reports)


def test_a_sum_and_a_share_are_no_values_that_differ() -> None:
    reports = [
        toll(4, "The trade of Halm grew to 60 million euros."),
        toll(5, "The trade of Halm grew by 9 per cent."),
    ]
    assert marked(asked_of("How much did the trade of Halm grow?", reports)) == ["9 per cent"]


def test_what_withdraws_a_report_comes_before_it() -> None:
    corrected = toll(5, "Correction: nobody died in the fire.")
    found = asked_of(FIRE, [toll(4, "12 people died in the fire."), corrected])
    assert [item.quote.article is corrected for item in found] == [True, False]


@pytest.mark.parametrize(
    ("asked", "identity", "role"),
    [
        ("Who is Ida Holm?", True, False),
        ("who's ida holm", True, False),
        ('Who is "Ida Holm" -Frey?', True, False),
        ("Who is Ana de Sousa?", True, False),
        ("Who is the mayor of Lund?", False, True),
        ("Who built the pier?", False, False),
        ("Who is it?", False, False),
        ("Who was arrested in Lund?", False, False),
        ("who was arrested", False, False),
        ("who is the tallest", False, False),
    ],
)
def test_questions_for_persons_are_told_apart(asked: str, *, identity: bool, role: bool) -> None:
    assert asks_identity(question(asked)) is identity
    assert extractor(asked).is_role is role
