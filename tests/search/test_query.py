"""What a reader asks for, in whatever words."""

import pytest

from bot.search.operators import ParsedQuery, written
from bot.search.query import (
    MOST_CONCEPTS,
    Query,
    message_query,
    plain_query,
    without_phrases,
)
from bot.search.question_words import wanted
from tests.effort import little_effort
from tests.search.examples import ANALYSER, SYNONYMS, question, says, surfaces, topic, word

ASKED = [
    ("How many ferries sailed?", "count"),
    ("How often did it sail?", "count"),
    ("What is the number of ferries?", "count"),
    ("How much did the pier cost?", "amount"),
    ("How far is the island?", "amount"),
    ("What price did she pay?", "amount"),
    ("What share of the crew stayed?", "share"),
    ("Which percentage of the catch was cod?", "share"),
    ("How much percent of the crew stayed?", "share"),
    ("How many per cent of the crew stayed?", "share"),
    ("How long did the storm last?", "duration"),
    ("For how many days did it rain?", "duration"),
    ("How old is Ida Holm?", "age"),
    ("When did the ferry sail?", "date"),
    ("Since when is the pier closed?", "date"),
    ("In which year was it built?", "date"),
    ("Who is Ida Holm?", "person"),
    ("“Whose ferry is it?”", "person"),
    ("By whom was the pier built?", "person"),
    ("What is the role of Ida Holm?", "person"),
    ("Where is the ferry?", "place"),
    ("In which town was it built?", "place"),
    ("Why did the ferry sink?", None),
    ("What happened in the harbour?", None),
    ("Tell me about those who sailed when it rained", None),
    ("", None),
]


@pytest.mark.parametrize(("asked", "kind"), ASKED)
def test_a_question_tells_what_kind_of_answer_it_wants(asked: str, kind: str | None) -> None:
    assert wanted(asked) == kind
    assert question(asked).want == kind
    assert wanted(asked.upper()) == kind


@pytest.mark.parametrize(
    "asked",
    [
        "hi, could you tell me who sank the ferry?",
        "Hello! Please tell me who sank the ferry?",
        "can anyone tell us please who sank the ferry?",
        "so do you know who sank the ferry?",
        "I'd like to know who sank the ferry?",
        "any idea who sank the ferry?",
        "and who sank the ferry?",
    ],
)
def test_what_stands_politely_before_a_question_is_no_part_of_it(asked: str) -> None:
    understood = question(asked)
    assert (understood.text, understood.written.words) == (asked, "who sank the ferry?")
    assert (understood.want, surfaces(understood)) == ("person", ["sank", "ferry"])


def test_what_is_said_of_a_question_word_inside_a_topic_stays() -> None:
    assert question("tell us of the ferry").written.words == "tell us of the ferry"
    assert topic("hi, could you tell me who sank it").written.words.startswith("hi,")


def test_a_topic_wants_no_kind_of_answer() -> None:
    assert topic("How many ferries?").want is None


def test_a_question_is_asked_without_the_words_that_make_it_one() -> None:
    asked = "How many ferries sail, please explain?"
    assert surfaces(question(asked)) == ["ferries", "sail"]
    assert surfaces(topic(asked)) == ["many", "ferries", "sail", "please", "explain"]


def test_a_message_is_asked_like_a_question_without_a_kind() -> None:
    asked = message_query("How many ferries sail?", ANALYSER, SYNONYMS)
    assert surfaces(asked) == ["ferries", "sail"]
    assert asked.want is None


def test_a_question_of_framing_words_only_keeps_them() -> None:
    assert surfaces(question("What does it mean?")) == ["mean"]


def test_a_question_of_measures_only_keeps_them() -> None:
    assert surfaces(question("How much?")) == ["much"]
    assert surfaces(question("How much does it mean?")) == ["mean"]


@pytest.mark.parametrize("text", ["", "the and of", "?!", " \n "])
def test_stop_words_alone_ask_for_nothing(text: str) -> None:
    assert topic(text) == Query(text, written(text), ())
    assert question(text).concepts == ()


def test_a_concept_is_asked_once() -> None:
    assert surfaces(topic("ferry ferries Ferry's")) == ["ferry"]
    assert surfaces(topic("decline, fall, declining")) == ["decline", "fall"]


def test_only_so_many_concepts_are_looked_for() -> None:
    words = [f"word{number}x" for number in range(MOST_CONCEPTS + 10)]
    assert surfaces(topic(" ".join(words))) == words[:MOST_CONCEPTS]


@pytest.mark.parametrize("text", ["ferry " * 1_000, "a" * 6_000, "x1 y2 " * 1_000, '("' * 3_000])
def test_a_query_of_6000_characters_is_understood_at_once(text: str) -> None:
    with little_effort():
        assert len(question(text[:6_000]).concepts) <= MOST_CONCEPTS


def test_syntax_of_other_searches_is_plain_text() -> None:
    assert surfaces(topic('AND (ferr* "pier NOT +title:x^2')) == (
        ["AND", "ferr", "pier", "NOT", "title", "x", "2"]
    )


def test_operators_are_no_concepts() -> None:
    asked = '"night ferry" sails -storm -"heavy rain" outlet:Post since:2024 until:2025'
    query = topic(asked)
    assert surfaces(query) == ["night", "ferry", "sails"]
    assert query.phrases == (("night", "ferri"),)
    assert query.without == (("storm",),)
    assert (query.text, query.written.outlet) == (asked, "Post")
    assert (query.written.since, query.written.until) == ("2024", "2025")


def test_what_operators_say_of_stop_words_asks_for_nothing() -> None:
    query = topic('"to be" -the ferry')
    assert (query.phrases, query.without) == (((),), ())
    assert query.written.phrases == ("to be",)


def test_a_phrase_needs_the_parts_of_a_compound() -> None:
    assert topic('"peace-keeping force"').phrases == (("peac", "keep", "forc"),)
    assert topic("-peace-keeping").without == (("peac", "keep"),)
    assert topic('"10km run"').phrases == (("10", "km", "run"),)


def test_the_latest_is_asked_for_without_a_word_of_it() -> None:
    query = question("What is the latest news on the ferry?")
    assert query.written.latest
    assert surfaces(query) == ["ferry"]
    assert not question("What is on the ferry?").written.latest


def test_a_message_has_no_operators() -> None:
    query = message_query('"Ferry" -storm outlet:Gazette', ANALYSER, SYNONYMS)
    assert surfaces(query) == ["Ferry", "storm", "outlet", "Gazette"]
    assert query.written == ParsedQuery(query.text)
    assert (query.phrases, query.without) == ((), ())


def test_how_long_a_thing_lasts_is_asked_without_lasting() -> None:
    assert surfaces(question("How long did the storm last?")) == ["storm"]
    assert surfaces(question("How long did it last?")) == ["long"]
    assert surfaces(question("Who was last?")) == ["last"]


def test_a_theme_alone_is_said_by_its_parts() -> None:
    for text in ("Weather is mild", "The storm is over", "After heavy rains"):
        assert says(topic("weather"), text)
    assert not says(topic("weather"), "It may rain")
    assert not says(topic("weather reports"), "The storm is over")
    assert not says(question("What is the weather?"), "The storm is over")


@pytest.mark.parametrize(
    ("surface", "expected"), [("Lund", True), ("2024", True), ("U.S.", True), ("ferry", False)]
)
def test_names_and_numbers_are_names(surface: str, *, expected: bool) -> None:
    assert word(surface).is_name is expected


@pytest.mark.parametrize("asked", ["$240bn", "240 billion dollars", "240,000,000,000 dollars"])
def test_a_sum_is_found_however_it_is_written(asked: str) -> None:
    texts = ["It cost $240bn.", "It cost 240 billion dollars.", "It cost $240,000,000,000."]
    for text in texts:
        terms = frozenset(ANALYSER.terms(text))
        assert all(concept.is_said_in(terms) for concept in topic(asked).concepts)


def test_each_concept_is_itself_alone() -> None:
    assert word("ferri") != word("ferri")


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("United States", "The U.S. sent a ship"),
        ("U.S.", "A ship of the United States"),
        ("America", "The US Navy"),
        ("electric cars", "More EVs were landed"),
        ("EVs", "Electric cars were landed"),
        ("fall", "the catch declined"),
        ("decline", "The catch falls"),
        ("cease-fire", "The truce holds"),
        ("truce", "The cease-fire holds"),
        ("peace-keeping", "They keep the peace"),
        ("peace-keeping", "Peacekeeping is slow"),
        ("peacekeeping", "The peace-keeping mission"),
    ],
)
def test_a_concept_is_found_in_other_words(asked: str, text: str) -> None:
    assert len(topic(asked).concepts) == 1
    assert says(topic(asked), text)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("United States", "The crews united against the mayor"),
        ("electric cars", "Cars were landed"),
        ("peace-keeping", "They keep quiet"),
        ("ferry,pier,storm", "The storm is over"),
    ],
)
def test_a_part_of_a_concept_does_not_say_it(asked: str, text: str) -> None:
    assert not says(topic(asked), text)


def test_a_name_of_several_words_is_one_concept() -> None:
    assert surfaces(topic("electric cars in the United States")) == (
        ["electric cars", "United States"]
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A ferry sank.", True),
        ("The tug sank.", True),
        ("The cars sank.", False),
        ("The electric cars sank.", True),
    ],
)
def test_either_of_several_words_says_it(text: str, *, said: bool) -> None:
    assert says(topic('ferry OR tug OR "electric cars"'), text) is said


def test_alternatives_that_tell_nothing_name_nothing() -> None:
    assert topic("the OR of").concepts == ()


def test_a_plain_query_has_every_telling_word_and_no_operators() -> None:
    query = plain_query('"old ferry" -sank', ANALYSER, SYNONYMS)
    assert surfaces(query) == ["old", "ferry", "sank"]
    assert not query.written.is_exact


def test_phrases_that_nobody_says_are_left_out() -> None:
    query = topic('"old ferry" "new pier" storm')
    fewer = without_phrases(query, ["old ferry"])
    assert fewer.written.phrases == ("new pier",)
    assert fewer.phrases == query.phrases[1:]
    assert fewer.concepts == query.concepts
    assert not without_phrases(fewer, ["new pier"]).written.is_exact
