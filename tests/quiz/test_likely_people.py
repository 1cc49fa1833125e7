"""Wrong people are likely: two at least of the right one's field of work, and all of them speak."""

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
INVESTOR = ("Marit Oll", "an investor from Aldby")
GOVERNOR = ("Marit Oll", "the governor of the province")
ECONOMIST = ("Petra Vane", "an economist at Aldby College")
CHAIRWOMAN = ("Petra Vane", "the chairwoman of the ferry line")
HISTORIAN = ("Tomas Reed", "a historian at Aldby College")
MINISTER = ("Tomas Reed", "the fisheries minister")


def saying(name: str, role: str) -> str:
    """A quotation that tells nothing that the others tell, of somebody with a role."""
    return f"“{SAID[name]},” said {name}, {role}."


def asked(
    role: str, others: Speakers, corpus: tuple[Article, ...] = (), *, kind: str = "who_said"
) -> Distractors | None:
    """The wrong options to what Ida Holm with a role says, or is, beside others with theirs."""
    own = report("\n\n".join(saying(*one) for one in (("Ida Holm", role), *others)))
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


def test_whoever_has_neither_words_nor_a_title_is_no_wrong_option() -> None:
    spoken_of = "It was a dull summer, according to Tomas Reed."
    own = "\n\n".join([saying("Ida Holm", "a council member"), saying(*PHYSICIST), spoken_of])
    fact = next(f for f in facts(report(own)) if (f.kind, f.answer) == ("who_said", "Ida Holm"))
    told = source(report(own))
    assert {one.name for one in told.material.people} == {"Ida Holm", "Marit Oll", "Tomas Reed"}
    assert wrong_people(fact, told, Neighbours((), ()), (told,)) is None


def test_nobody_who_is_known_everywhere_comes_from_another_story() -> None:
    often = tuple(report(saying(*ECONOMIST), id=name) for name in ("c1", "c2", "c3"))
    assert asked("a geologist", (PHYSICIST,), often[:2]) is not None
    assert asked("a geologist", (PHYSICIST,), often) is None


def test_nobody_takes_a_ruler_for_the_holder_of_another_role() -> None:
    role, others = "a senator from the Velden coast", (MAYOR, MINISTER)
    found = asked(role, (*others, PRESIDENT), kind="who_role")
    assert found is not None
    assert set(found.options) == {"Jonas Lund", "Tomas Reed"}
    assert asked(role, (MAYOR, PRESIDENT), kind="who_role") is None
    assert asked(role, (MAYOR, PRESIDENT), kind="who_said") is not None


@pytest.mark.parametrize(
    ("role", "near", "far", "is_asked"),
    [
        ("a geologist", PHYSICIST, saying(*ECONOMIST), True),
        ("the owner of the port", INVESTOR, saying("Petra Vane", "a banker from Aldby"), True),
        ("a geologist", PHYSICIST, saying("Petra Vane", "the mayor of Aldby"), False),
        ("a geologist", PHYSICIST, saying("Petra Vane", "a council member"), False),
        ("the mayor of Velden", GOVERNOR, saying("Petra Vane", "the fisheries minister"), False),
        ("a geologist", PHYSICIST, "Petra Vane, an economist at Aldby College, smiled.", False),
        ("a geologist", PHYSICIST, saying(*ECONOMIST).replace("Petra", "President Petra"), False),
    ],
)
def test_experts_of_other_stories_may_speak_in_this_one(
    role: str, near: tuple[str, str], far: str, *, is_asked: bool
) -> None:
    found = asked(role, (near,), (report(far, id="c1"),))
    assert (found is not None) is is_asked
    assert found is None or not found.near
