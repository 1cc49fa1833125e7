"""Where a sentence ends, and where a full stop is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.paragraphs import Span
from bot.language.sentences import sentences
from tests.articles.examples import whole, words
from tests.effort import little_effort

PARTED = [
    ["The ferry sailed.", "Nobody waved."],
    ["Who waved?", "Nobody!", "The ferry sailed."],
    ["The U.S. Navy left on Monday.", "Nobody waved."],
    ["She lives in the U.S.", "The move was planned."],
    ["Mr. Frey met Dr. Lund.", "They sailed."],
    ["J. R. Marsh bought it.", "It sank."],
    ["The Oct. 7 vote was close.", "No. 5 won it."],
    ["Marsh Ltd. sold two boats to Frey Inc.", "The price is secret."],
    ["Fares rose 3.5 percent.", "Wages fell by 1.25 points."],
    ["The ferry left at 5 p.m.", "The door was shut."],
    ["She holds a Ph.D. in law.", "He has none."],
    ["It was late ...", "The ferry sailed."],
    ["It was late…", "The ferry sailed."],
    ["He waited... and left.", "It was over."],
    ["He left (it was late.)", "Nobody waved."],
    ["The ferry sank.", "5 sailors swam."],
    ["It was late.", "‘Sail,’ she said."],
    ["Is it over? asked Lund.", "Nobody knew."],
    ["The ministers' plan failed.", "The workers' union met.", "It's late."],
    ["Back in the '90s it was new.", "Now it's old."],
    ["The ministers’ plan failed.", "The workers’ union met."],
    ['"Why?" he asked.', "Nobody knew."],
    ['"Why?" Ada Lund asked.', "Nobody knew."],
    ["“Sail!” the old captain shouted.", "Nobody moved."],
    ["“Sail!”", "The captain had spoken."],
    ['"We sail at dawn. Nobody stays," Lund said.', "The crew agreed."],
    ["“We sail at dawn. Nobody stays,” Lund said.", "The crew agreed."],
    ["‘We sail at dawn. Nobody stays.’", "The crew agreed."],
    ["«We sail at dawn. Nobody stays.»", "The crew agreed."],
    ["“He told me ‘Sail now. Go.’ and left,” she said.", "It was over."],
    ["\"He told me 'Sail now. Go.' and left,\" she said.", "It was over."],
    ["The ferry waits.", "“We sail at dawn. Nobody stays. The crew agreed."],
    ["“We sail.”", "“Now.”"],
    ["The ferry sailed"],
    ["Ferry no. 7 sailed with St. Olaf on board."],
    ["The court took up Lund v. Norland on Monday.", "Nobody waved."],
]


@pytest.mark.parametrize("expected", PARTED, ids=" | ".join)
def test_sentences_are_parted_where_they_end(expected: list[str]) -> None:
    text = " ".join(expected)
    assert words(text, sentences(text, whole(text))) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["市议会星期一决定重建旧游泳池。", "工程历时两年！", "谁付钱？"],
        ["市长说：“够久了。”反对派要求更多。", "没有人同意。"],
        ["「子どもたちは待った。」と市長は述べた。", "野党は反対した。"],
        ["परिषद ने फ़ैसला किया।", "डॉ. शर्मा ने कहा कि बच्चे इंतज़ार कर चुके हैं।", "क्यों?"],
        ["کیا یہ سچ ہے؟", "کونسل نے فیصلہ کیا۔", "کام شروع ہوا۔"],
        ["شورای شهر تصمیم گرفت.", "شهردار گفت کودکان منتظر مانده\u200cاند."],
        ["Городской совет решил.", "Работы займут два года."],
    ],
)
def test_sentences_of_other_scripts_end_at_their_marks(expected: list[str]) -> None:
    joined = "" if "。" in expected[0] else " "
    text = joined.join(expected)
    assert [text[one.start : one.end] for one in sentences(text, Span(0, len(text)))] == expected


def test_a_line_break_parts_sentences_as_a_blank_does() -> None:
    text = "The ferry\nsailed.\nNobody waved."
    assert words(text, sentences(text, whole(text))) == ["The ferry\nsailed.", "Nobody waved."]


def test_only_the_paragraph_is_looked_at() -> None:
    text = "Mr.\nFrey sailed. He waved.\nNobody saw."
    paragraph = Span(4, text.index("\nNobody"))
    assert words(text, sentences(text, paragraph)) == ["Frey sailed.", "He waved."]


def test_a_stop_without_a_word_before_it_ends_a_sentence() -> None:
    text = "“. The end. ” . Nobody"
    found = sentences(text, Span(1, len(text)))
    assert words(text, found)[0] == "."


PIECES = st.sampled_from(
    [
        *("The ferry", " ", "  ", ". ", "? ", "… ", '"', "“", "”", "'", "‘", "’", "«", "»", "\n"),
        *("U.S.", "Mr. ", "said", "A", "(", ")", "5", "é", ".", ",", "„", "3.5", "’s "),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_nothing_but_blanks_is_lost_between_sentences(text: str) -> None:
    stripped = text.strip()
    start = text.index(stripped)
    paragraph = Span(start, start + len(stripped))
    position = paragraph.start
    found = sentences(text, paragraph)
    for span in found:
        assert position <= span.start <= span.end <= paragraph.end
        assert not text[position : span.start].strip()
        position = span.end
    assert position == paragraph.end
    assert found[0].start == paragraph.start


@pytest.mark.parametrize(
    "unit",
    ['"a ', "A. ", '"A b." C d. ', ".", ".)", ". ", "'A b.' C d. ", "“A. ", '?" a ', '"A" said. '],
)
def test_hostile_text_is_parted_in_linear_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    with little_effort():
        sentences(text, whole(text))
