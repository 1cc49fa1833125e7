"""Wrong people are likely: two at least of the right one's field of work, and of its side."""

import pytest

from bot.articles.article import Article
from bot.quiz.distractors import Distractors, Neighbours, wrong_people
from tests.quiz.making_examples import facts, report, source

SAID = {
    "Ida Holm": "We have measured the dunes of the cape with lasers every week",
    "Jonas Lund": "Nobody in the world knows how fast the sand is under a frozen sea",
    "Marit Oll": "Our instruments for the storm are buried and nobody can read them",
    "Petra Vane": "Grass on the slopes is never going to hold back the ground",
    "Tomas Reed": "The lighthouse is going to stand on an island in ten years",
}

Speakers = tuple[tuple[str, str], ...]
"""Names with what their bearers are."""

MAYOR = ("Jonas Lund", "the mayor of Aldby")
MEMBER = ("Jonas Lund", "a council member")
MANAGER = ("Jonas Lund", "the manager of the port")
PRESIDENT = ("Marit Oll", "the Norland president")
PHYSICIST = ("Marit Oll", "a physicist at Aldby College")
GOVERNOR = ("Marit Oll", "the governor of the province")
ECONOMIST = ("Petra Vane", "an economist at Aldby College")
CHAIRWOMAN = ("Petra Vane", "the chairwoman of the ferry line")
HISTORIAN = ("Tomas Reed", "a historian at Aldby College")
MINISTER = ("Tomas Reed", "the fisheries minister")
CHAIRMAN = ("Tomas Reed", "the chairman of the ferry line")
STUDENTS = (("Petra Vane", "a student"), ("Marit Oll", "a student"))
DANE = ("Tomas Reed", "the Danish minister")


def saying(name: str, role: str, words: str = "") -> str:
    """A quotation of somebody with a role, by itself one that tells nothing that the others do."""
    return f"“{words or SAID[name]},” said {name}, {role}."


def asked(
    role: str,
    others: Speakers,
    corpus: tuple[Article, ...] = (),
    *,
    kind: str = "who_said",
    words: str = "",
    title: str = "Ferry sails again",
) -> Distractors | None:
    """The wrong options to what Ida Holm with a role says, or is, beside others with theirs."""
    said = [saying("Ida Holm", role, words), *(saying(*one) for one in others)]
    own = report("\n\n".join(said), title=title)
    fact = next(f for f in facts(own) if (f.kind, f.answer) == (kind, "Ida Holm"))
    first, far = source(own), tuple(map(source, corpus))
    return wrong_people(fact, first, Neighbours((), far), (first, *far))


@pytest.mark.parametrize(
    ("role", "others", "expected"),
    [
        # Two of the field are enough, and somebody of another one may be the third.
        ("a geologist", (PHYSICIST, ECONOMIST, MAYOR), (PHYSICIST, ECONOMIST, MAYOR)),
        # Whoever is of the field comes first.
        (
            "a geologist",
            (MAYOR, PHYSICIST, ECONOMIST, HISTORIAN),
            (PHYSICIST, ECONOMIST, HISTORIAN),
        ),
        # One of the field is not enough.
        ("a geologist", (PHYSICIST, MAYOR), ()),
        ("the mayor of Velden", (PHYSICIST, ECONOMIST, HISTORIAN), ()),
        # Somebody whose field is not told may be of any, when they speak here.
        ("a geologist", (PHYSICIST, MEMBER), (PHYSICIST, MEMBER)),
        ("a council member", (PHYSICIST, MAYOR), (PHYSICIST, MAYOR)),
        # Who leads a firm may own it.
        ("the founder of the ferry line", (MANAGER, CHAIRWOMAN), (MANAGER, CHAIRWOMAN)),
    ],
)
def test_two_at_least_are_of_the_right_one_s_field(
    role: str, others: Speakers, expected: Speakers
) -> None:
    found = asked(role, others)
    assert set(found.options if found else ()) == {name for name, _ in expected}


@pytest.mark.parametrize("role", ["a resident of Velden", "whose boat sank"])
def test_what_a_passer_by_says_is_asked_only_where_a_player_may_know_whom(role: str) -> None:
    others = (MEMBER, ("Marit Oll", "a resident of Aldby"), ("Petra Vane", "a student of fish"))
    elsewhere = report(saying("Ida Holm", role, "It was a long and dull summer for us"), id="c1")
    assert asked(role, others) is None
    assert asked(role, others, (elsewhere,)) is not None
    assert asked(role, others, title="Holm and Vane on the ferry") is not None


def test_whoever_has_neither_words_nor_a_title_is_no_wrong_option() -> None:
    spoken_of = "It was a dull summer, according to Tomas Reed."
    own = "\n\n".join([saying("Ida Holm", "a council member"), saying(*PHYSICIST), spoken_of])
    fact = next(f for f in facts(report(own)) if (f.kind, f.answer) == ("who_said", "Ida Holm"))
    told = source(report(own))
    assert {one.name for one in told.material.people} == {"Ida Holm", "Marit Oll", "Tomas Reed"}
    assert wrong_people(fact, told, Neighbours((), ()), (told,)) is None


def test_nobody_comes_from_another_story() -> None:
    assert asked("a geologist", (PHYSICIST,), (report(saying(*ECONOMIST), id="c1"),)) is None


def test_nobody_takes_a_ruler_for_the_holder_of_another_role() -> None:
    role, others = "a senator from the Velden coast", (MAYOR, MINISTER)
    found = asked(role, (*others, PRESIDENT), kind="who_role")
    assert found is not None
    assert set(found.options) == {"Jonas Lund", "Tomas Reed"}
    assert asked(role, (MAYOR, PRESIDENT), kind="who_role") is None
    assert asked(role, (MAYOR, PRESIDENT), kind="who_said") is not None


@pytest.mark.parametrize(
    ("role", "others", "is_asked"),
    [
        ("the Tory mayor", (("Jonas Lund", "a Tory leader"), MINISTER), True),
        ("the Tory mayor", (("Jonas Lund", "a Lib Dem leader"), MINISTER), False),
        ("a minister", (("Jonas Lund", "a Lib Dem leader"), MINISTER), True),
        ("the Vane campaign manager", (MANAGER, CHAIRMAN, *STUDENTS), True),
        (
            "the Vane campaign manager",
            (("Jonas Lund", "the Oll campaign manager"), CHAIRMAN, *STUDENTS),
            False,
        ),
        ("the Danish mayor", (("Jonas Lund", "a Swedish envoy"), DANE), True),
        ("the Danish mayor", (MAYOR, DANE), False),
        ("the mayor of Velden", (MINISTER, DANE), False),
    ],
)
def test_nobody_of_another_side_is_likely(role: str, others: Speakers, *, is_asked: bool) -> None:
    assert (asked(role, others) is not None) is is_asked


@pytest.mark.parametrize(
    ("words", "is_asked"),
    [
        ("Our governor has promised to measure the dunes every week", True),
        ("I know that the governor has promised to measure the dunes", False),
    ],
)
def test_whom_the_words_call_by_an_office_is_not_likely(words: str, *, is_asked: bool) -> None:
    found = asked("the mayor of Velden", (GOVERNOR, MINISTER), words=words)
    assert (found is not None) is is_asked


@pytest.mark.parametrize(
    ("role", "words", "is_asked"),
    [
        ("the Norwegian mayor", "We have measured all the dunes of the cape", True),
        ("the Norwegian mayor", "We have measured all the dunes of Norway", False),
        ("a Tory mayor", "We have measured all the dunes of the cape", True),
        ("a Tory mayor", "We have measured all the dunes as Tories do", False),
    ],
)
def test_words_that_tell_the_land_or_party_of_their_speaker_are_not_asked(
    role: str, words: str, *, is_asked: bool
) -> None:
    danes = (("Jonas Lund", "a Swedish envoy"), DANE)
    others = danes if "Norwegian" in role else (MAYOR, MINISTER)
    assert (asked(role, others, words=words) is not None) is is_asked


@pytest.mark.parametrize(
    ("role", "others", "title", "elsewhere", "known"),
    [
        ("a geologist", (PHYSICIST, ECONOMIST), "Ferry sails again", "", 0),
        ("the mayor of Velden", (MINISTER, GOVERNOR), "Ferry sails again", "", 1),
        ("a geologist", (PHYSICIST, ECONOMIST, MAYOR), "Ferry sails again", "", 0.25),
        ("a geologist", (PHYSICIST, ECONOMIST), "Why Oll, Vane and Holm agree", "", 1),
        ("a geologist", (PHYSICIST, ECONOMIST, HISTORIAN), "", saying(*HISTORIAN), 0.25),
    ],
)
def test_it_is_told_how_many_of_them_a_player_may_know(
    role: str, others: Speakers, title: str, elsewhere: str, known: float
) -> None:
    found = asked(role, others, (report(elsewhere, id="c1"),), title=title)
    assert found is not None
    assert found.known == known
