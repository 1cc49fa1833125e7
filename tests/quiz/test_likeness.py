"""Two questions that ask the same are one, in whatever words they do."""

import pytest

from bot.quiz.item import Item
from bot.quiz.likeness import asks_again, distinct


def item(question: str, answer: str, value: str, kind: str = "cloze_number") -> Item:
    """A question of an article of its own."""
    return Item(
        id=question,
        kind=kind,
        question=question,
        options=(answer, "none of them") if answer else (),
        answer_index=0,
        article_id=question,
        version=1,
        start=0,
        end=40,
        answer_start=3,
        answer_end=5,
        value=value,
        tier="B",
        score=1.0,
    )


BENCHES = "Norwick bought many new benches for its promenade?"
ONE = item(BENCHES, "340", "count:bench:340")


@pytest.mark.parametrize(
    ("question", "answer", "value", "is_again"),
    [
        # Nearly the same words ask the same, whatever the answer.
        ("Norwick bought many new benches for one promenade?", "12", "count:bench:12", True),
        ("Norwick bought new chairs for one promenade?", "12", "count:chair:12", False),
        # Fewer words in common are enough when the answer is the same, in any case.
        ("Norwick bought new chairs for one promenade?", "340", "count:chair:340", True),
        ("Norwick painted rusty railings along one promenade?", "340", "count:rail:340", False),
        # With the same quantity still fewer are.
        ("Norwick painted benches along one promenade?", "Three hundred", "count:bench:340", True),
        ("Lund sold its benches at last to sailors?", "340", "count:bench:340", False),
        ("Who said this of the blank?", "340", "count:bench:340", False),
    ],
)
def test_words_answer_and_value_tell_whether_a_question_asks_again(
    question: str, answer: str, value: str, *, is_again: bool
) -> None:
    other = item(question, answer, value)
    assert asks_again(other, ONE) is asks_again(ONE, other) is is_again
    assert distinct([ONE, other]) == ([ONE] if is_again else [ONE, other])


def test_one_person_may_be_the_answer_to_two_questions() -> None:
    def said(words: str, answer: str) -> Item:
        return item(f"Who said “{words}”?", answer, "person:anna bell", "who_said")

    one = said("The harbour of Norwick is deep", "Anna Bell")
    assert asks_again(said("The harbour of Norwick is deep and wide", "ANNA BELL"), one)
    assert not asks_again(said("Nobody needs the harbour of today", "Anna Bell"), one)


def test_without_options_the_value_is_the_answer() -> None:
    told = "Norwick bought new chairs for one promenade?"
    one, other = item(BENCHES, "", "person:anna bell", "who_did"), item(told, "", "x", "who_did")
    assert not asks_again(other, one)
    assert asks_again(item(told, "", "person:anna bell", "who_did"), one)
