"""Several outlets first, each sentence once, and outlets named only for the very words shown."""

import pytest

from bot.articles.article import Article
from bot.briefing.selection import Found, chosen
from tests.articles.examples import article

SENTENCES = [
    f"Ferry number {n} sailed to island number {n} with {n * 7} sacks of flour and {n + 3} cows."
    for n in range(40)
]


def story(id_: str, outlet: str | None = "Post", begin: int = 0) -> Article:
    """An article of ten of the sentences."""
    return article(" ".join(SENTENCES[begin : begin + 10]), id=id_, outlet=outlet)


def found(of: Article, first: int, last: int) -> Found:
    """The sentences `first` to `last` of an article, found in all of it."""
    starts = [of.text.index(sentence) for sentence in SENTENCES if sentence in of.text]
    ends = [*(start - 1 for start in starts[1:]), len(of.text)]
    return Found(of.quote(starts[first], ends[last]), of.quote(0, len(of.text)))


def test_the_best_of_each_outlet_comes_first_then_of_each_article() -> None:
    ours, theirs = story("a"), story("b", "Echo", begin=10)
    more = story("c", "Post", begin=20)
    items = [found(ours, 0, 1), found(ours, 5, 6), found(more, 0, 0), found(theirs, 0, 1)]
    first, second, third, fourth = (item.quote for item in items)
    assert [cited.quote for cited in chosen(items, 9)] == [first, fourth, third, second]


def test_the_order_of_what_was_found_can_be_kept() -> None:
    items = [found(story("a"), 0, 1), found(story("a"), 5, 6), found(story("b", "Echo", 10), 0, 1)]
    assert [cited.quote for cited in chosen(items, 9, by_outlet=False)] == [i.quote for i in items]


def test_an_unstated_outlet_counts_as_one_of_its_own() -> None:
    items = [found(story("a"), 0, 0), found(story("a"), 2, 2)]
    items += [found(story(id_, None, begin), 0, 0) for id_, begin in (("b", 10), ("c", 20))]
    assert [cited.quote.article.id for cited in chosen(items, 9)] == ["a", "b", "c", "a"]


def test_only_as_many_as_wanted_are_chosen() -> None:
    items = [found(story("a"), 0, 1), found(story("a"), 5, 6), found(story("b", "Echo", 10), 0, 1)]
    assert [c.quote for c in chosen(items, 2)] == [items[0].quote, items[2].quote]
    assert [c.quote for c in chosen(items, 1)] == [items[0].quote]
    assert chosen([], 9) == []


def test_overlapping_quotes_of_an_article_are_shown_once() -> None:
    ours = story("a")
    assert len(chosen([found(ours, 0, 3), found(ours, 2, 4)], 9)) == 1
    assert len(chosen([found(ours, 0, 3), found(ours, 4, 6)], 9)) == 2


def test_the_same_sentence_is_shown_once_whoever_prints_it() -> None:
    ours, theirs = (
        story("a"),
        article(" ".join([SENTENCES[3], *SENTENCES[20:30]]), id="b", outlet="Echo"),
    )
    shown = found(ours, 2, 3)
    again = Found(theirs.quote(0, len(SENTENCES[3])), theirs.quote(0, len(theirs.text)))
    (cited,) = chosen([shown, again], 9)
    assert (cited.quote, cited.also_in) == (shown.quote, ())
    (cited,) = chosen([found(ours, 3, 3), again], 9)
    assert cited.also_in == ("Echo",)


def test_a_quote_keeps_the_words_that_answer_and_its_passage() -> None:
    item = found(story("a"), 0, 1)
    span = item.quote.article.quote(0, 5)
    [cited] = chosen([Found(item.quote, item.passage, (span,))], 9)
    assert (cited.spans, cited.passage) == ((span,), item.passage)


def test_the_outlets_of_copies_are_named_once_each() -> None:
    copies = [story("b", "Echo"), story("c", None)]
    items = [found(story("a"), 0, 1), *(found(copy, 0, 1) for copy in copies for _ in range(2))]
    (cited,) = chosen(items, 9)
    assert cited.also_in == ("Echo", None)


ALTERED = [
    ("The mill was sold to a bank.", "The mill was bought by three lenders."),
    ("The mayor did not sign the contract.", "The mayor did sign the contract."),
    ("Twelve of the workers stayed.", "Twenty of the workers stayed."),
    ("The fire began in the cellar.", "The fire began in the attic."),
    ("“We knew of it,” Ada Lund said.", "“We never knew of it,” Ada Lund said."),
    ("The owner, Otto Lind, left in May.", "The owner, Otto Lund, left in May."),
    ("Repairs cost 1.2 million euros.", "Repairs cost 12 million euros."),
    ("The gate was shut by the guard.", "The gate was shut by a guard."),
    ("Nobody was hurt in the fire.", "Somebody was hurt in the fire."),
    ("A court hears the case in June.", "A court hears the case in July."),
]
BEFORE = "The paper mill of Halm burnt for two days and two nights in the first week of March."
AFTER = "Its hundred workers were told on Friday that the hall would be built anew next spring."


def copies(sentence: str, altered: str) -> tuple[Article, Article]:
    """An honest report, and one that copies it with one sentence altered."""
    return (
        article(f"{BEFORE} {sentence} {AFTER}", id="honest", outlet="Honest Post"),
        article(f"{BEFORE} {altered} {AFTER}", id="altered", outlet="Altered Echo"),
    )


def quoting(of: Article, sentence: str) -> Found:
    """A sentence of an article as it is found."""
    start = of.text.index(sentence)
    return Found(of.quote(start, start + len(sentence)), of.quote(0, len(of.text)))


@pytest.mark.parametrize(("sentence", "altered"), ALTERED)
def test_altered_words_are_never_credited_to_another_outlet(sentence: str, altered: str) -> None:
    honest, copy = copies(sentence, altered)
    for items in (
        [quoting(honest, sentence), quoting(copy, altered)],
        [quoting(copy, altered), quoting(honest, sentence)],
        [quoting(copy, altered), quoting(honest, BEFORE)],
    ):
        for cited in chosen(items, 9):
            for outlet in cited.also_in:
                other = honest if outlet == honest.outlet else copy
                assert cited.quote.text in other.text
    both = chosen([quoting(copy, altered), quoting(honest, sentence)], 9)
    assert [(cited.quote.text, cited.also_in) for cited in both] in (
        [(altered, ()), (sentence, ())],
        [(altered, ("Honest Post",))],
    )


@pytest.mark.parametrize(("sentence", "altered"), ALTERED)
def test_words_that_both_print_are_credited_to_both(sentence: str, altered: str) -> None:
    honest, copy = copies(sentence, altered)
    (cited,) = chosen([quoting(honest, AFTER), quoting(copy, AFTER)], 9)
    assert cited.also_in == ("Altered Echo",)
    items = [quoting(honest, BEFORE), quoting(copy, altered)]
    assert [one.also_in for one in chosen(items, 9)] == [("Altered Echo",), ()]


def test_other_quotation_marks_and_blanks_are_the_same_words() -> None:
    curly = article("“We went,” she said – and left.", id="a", outlet="Post")
    plain = article('"We went," she  said - and left.', id="b", outlet="Echo")
    (cited,) = chosen([quoting(curly, curly.text), quoting(plain, plain.text)], 9)
    assert cited.also_in == ("Echo",)


LETTER = (
    "We have told the owners of the mill three times that the wires in the cellar were old, that"
    " the doors would not open, and that one of us would die there some day if nobody came to look."
)
NEIGHBOUR = (
    "Otto Lind, who has worked there since he was a boy, saw the smoke from his kitchen window.",
    "The fire brigades of four villages pumped water out of the river until their hoses froze.",
)


@pytest.mark.parametrize(
    "letter",
    [
        f"“{LETTER}”",
        f"The workers wrote to the owners:\n\n{LETTER}",
        f"{LETTER} — Ada Lund (@adalund) March 9, 2031",
    ],
    ids=["in marks", "as a block", "as a post"],
)
def test_reports_that_quote_one_letter_are_quoted_each_by_its_own_words(letter: str) -> None:
    one = article(f"{BEFORE}\n\n{letter}\n\n{AFTER}", id="one", outlet="Post")
    other = article("\n\n".join([NEIGHBOUR[0], letter, NEIGHBOUR[1]]), id="other", outlet="Echo")
    items = [quoting(one, BEFORE), quoting(other, NEIGHBOUR[0]), quoting(other, NEIGHBOUR[1])]
    assert [cited.also_in for cited in chosen(items, 9)] == [(), (), ()]
    items = [quoting(one, letter), quoting(other, letter)]
    assert [cited.also_in for cited in chosen(items, 9)] in ([("Echo",)], [()])


@pytest.mark.parametrize(
    "denial",
    [
        "It is not true that the mill was sold to a bank.",
        "This is what he denies: The mill was sold to a bank.",
        "“The mill was sold to a bank. I have it in writing,” Otto Lind claimed.",
        "The old mill was sold to a bank.",
    ],
)
def test_a_sentence_is_not_credited_to_a_copy_that_denies_it(denial: str) -> None:
    sentence = "The mill was sold to a bank."
    honest, copy = copies(sentence, denial)
    cited = chosen([quoting(honest, sentence), quoting(copy, denial)], 9)
    assert [(one.quote.text, one.also_in) for one in cited] == [(sentence, ()), (denial, ())]
    cited = chosen([quoting(copy, denial), quoting(honest, sentence)], 9)
    assert [(one.quote.text, one.also_in) for one in cited] == [(denial, ()), (sentence, ())]


def test_a_sentence_that_ends_another_is_shown_beside_it() -> None:
    longer, shorter = "On Monday 112 men came.", "12 men came."
    one = article(f"{longer} {BEFORE}", id="one", outlet="Post")
    other = article(f"{shorter} {AFTER}", id="other", outlet="Echo")
    cited = chosen([quoting(one, longer), quoting(other, shorter)], 9)
    assert [one.quote.text for one in cited] == [longer, shorter]


def test_an_outlet_is_not_named_beside_a_quote_of_its_own() -> None:
    items = [found(story("a", "Post"), 0, 1), found(story("b", "Post"), 0, 1)]
    items += [found(story("c", "Echo"), 0, 1), found(story("d", None), 0, 1)]
    (cited,) = chosen(items, 9)
    assert cited.also_in == ("Echo", None)


RUNS_ON = [
    ("The price of wood doubled.", "The price of wood doubled... or so they say."),
    ("The price of wood doubled.", "The price of wood doubled. . . or not."),
    ("The price of wood doubled.", "It is false that... The price of wood doubled."),
    ("The price of wood doubled.", "Wrong - The price of wood doubled."),
    ("The owner was Abel Orme Jr.", "The owner was Abel Orme Jr. Whitlock of Lund."),
    ("The bell rang at 5 p.m.", "The bell rang at 5 p.m. Halm time."),
    ("The hides came from Fenn Inc.", "The hides came from Fenn Inc. Canada in name only."),
]


@pytest.mark.parametrize(("sentence", "altered"), RUNS_ON)
def test_words_that_may_run_on_are_credited_to_nobody_else(sentence: str, altered: str) -> None:
    honest, copy = copies(sentence, altered)
    found = [quoting(honest, sentence), quoting(copy, BEFORE)]
    assert {cited.quote.text: cited.also_in for cited in chosen(found, 9)}[sentence] == ()


@pytest.mark.parametrize("opening", ["HALM, May 3 (Echo) -- ", "HALM (Echo) – "])
def test_words_after_a_dateline_are_the_same_words(opening: str) -> None:
    plain = article(f"{BEFORE} {AFTER}", id="plain", outlet="Post")
    dated = article(f"{opening}{BEFORE} {AFTER}", id="dated", outlet="Echo")
    (cited,) = chosen([quoting(plain, BEFORE), quoting(dated, BEFORE)], 9)
    assert cited.also_in == ("Echo",)
