"""What counts as one text, however it was reprinted."""

import random

import pytest

from bot.articles.article import Mark
from bot.articles.duplicates import SHINGLE_WORDS, are_copies, shingles, signature
from bot.articles.own_words import WORDS_READ

ARTICLE = """\
The ferry to the outer islands sailed again on Monday, nine days after a storm tore two of its
moorings away. Harbour master Ida Holm said that divers had checked the pier twice before she let
the first passengers on board. About 120 people had waited since dawn, many of them with food and
medicine for relatives who had run short of both.

The crossing took forty minutes longer than usual because timber was still drifting in the
northern channel. A tug went ahead of the ferry and pushed the larger trunks aside. Nobody was
hurt, and by noon the second ship of the line had left as well.

The company that runs the line wants the town to pay for stronger moorings. The council will talk
about that on Thursday, and several members have already said that the money is not there this
year. Fishermen fear that the ferry will then be moved to the southern harbour, where there is
room but no shelter from the west wind.
"""

SAME_STORY = """\
After more than a week without a connection, the outer islands can be reached by ship again. The
first boat left the town on Monday morning with some 120 travellers, who carried medicine and food
to families that had been cut off by the bad weather.

According to Ida Holm, who is in charge of the harbour, the pier was inspected by divers before
anybody was allowed on deck. Drifting wood slowed the voyage down: a tug had to clear the northern
channel, and the trip lasted forty minutes more than it normally does.

Who will pay for the broken moorings is open. The operator looks to the town, but in the council
there is little hope of finding the money before next year. A move to the southern harbour, which
lies open to the west, is what the fishing families dread most.
"""

WORDS = ARTICLE.split()


PARAGRAPHS = ARTICLE.strip().split("\n\n")
MARKET = """\
The fish market of Sandvik will be closed for all of June. Its roof has leaked since the winter, and
the owners found last week that three of the beams are rotten as well.

Sellers may put up their stalls in front of the town hall until the work is done. They pay half of
the usual fee for that, and the town lends them tents and ice. Some of them would rather have stayed
under the old roof, since the square has neither water nor shade.

The builder wants to be done before the herring comes in July. Should the work take longer, a part
of the catch goes to Halm by lorry.
"""


def altered(share: float) -> str:
    """The article with a share of its words left out, exchanged or followed by another."""
    chance = random.Random(7)  # noqa: S311 - no secret
    changed = set(chance.sample(range(len(WORDS)), int(share * len(WORDS))))
    return " ".join(
        chance.choice(("", "other", f"{word} other")) if number in changed else word
        for number, word in enumerate(WORDS)
    )


def embedded() -> str:
    """The second half of the article in the middle of a report on something else."""
    first, rest = MARKET.split("\n\n", 1)
    return "\n\n".join([first, " ".join(WORDS[len(WORDS) // 2 :]), rest])


def edited() -> str:
    """The article as an outlet edits an agency's: another lead, another order, less, and more."""
    lead = (
        "After nine days the islanders can go to town once more, and many of them did so at once."
    )
    own = "Our reporter counted forty cars at the quay, most of them with their engines running."
    return "\n\n".join([lead, PARAGRAPHS[2], own, PARAGRAPHS[1].partition(". ")[2]])


REPRINTS = {
    "as it was": ARTICLE,
    "in capitals": ARTICLE.upper(),
    "cut to 70 %": " ".join(WORDS[: len(WORDS) * 7 // 10]),
    "cut to 50 %": " ".join(WORDS[: len(WORDS) // 2]),
    "its first sentences": ". ".join(ARTICLE.split(". ")[:2]),
    "with furniture": f"Menu\nShare\n{ARTICLE}\nSign up for our newsletter\n",
    "with a frame": f"From our partners in the north.\n{ARTICLE}\nMore on this tomorrow.",
    "15 % of the words changed": altered(0.15),
    "25 % of the words changed": altered(0.25),
    "half of it inside another report": embedded(),
    "edited by an outlet": edited(),
    "in another order": "\n\n".join(reversed(PARAGRAPHS)),
    "without punctuation": "".join(c for c in ARTICLE if c.isalnum() or c.isspace()),
}


@pytest.mark.parametrize("reprint", REPRINTS.values(), ids=REPRINTS)
def test_a_reprint_is_a_copy(reprint: str) -> None:
    assert are_copies(signature(ARTICLE), signature(reprint))
    assert are_copies(signature(reprint), signature(ARTICLE))


def test_two_outlets_own_words_on_one_story_are_no_copies() -> None:
    assert not are_copies(signature(ARTICLE), signature(SAME_STORY))


@pytest.mark.parametrize("reprint", ["half of it inside another report", "edited by an outlet"])
def test_what_an_outlet_adds_to_a_copy_makes_no_copy_of_another_report(reprint: str) -> None:
    assert not are_copies(signature(REPRINTS[reprint]), signature(SAME_STORY))


SPEECH = [
    "We have known for three winters that these moorings would not hold, and we told the town.",
    "Nobody came to look at them, nobody answered our letters, and nobody put a coin aside.",
    "Now a storm has done what it was bound to do and the islands paid for it with nine days.",
    "Whoever sits in the council should row over to us once in November and see what that means.",
    "Then they may tell my neighbours to their faces that a bolt of steel is too dear for them.",
]
SAID = " ".join(SPEECH)
WROTE = "In a letter to the council the islanders' spokeswoman wrote on Tuesday:"
READS = "The letter, which this paper has seen, reads:"
LETTER = f"{SAID}\n\n{MARKET}"
SIGNED = "— Runa Dahl (@runadahl) March 4, 2031"

QUOTED = {
    "curved marks": (f"“{SAID}” she said.", f"“{SAID}” the letter says."),
    "straight and curved marks": (f'"{SAID}" she said.', f"“{SAID}” the letter says."),
    "single marks": (f"‘{SAID}’ she said.", f"‘{SAID}’ the letter says."),
    "angled marks": (f"«{SAID}» she said.", f"«{SAID}» the letter says."),
    "angled marks turned round": (f"»{SAID}« she said.", f"»{SAID}« the letter says."),
    "low and high marks": (f"„{SAID}“ she said.", f"„{SAID}“ the letter says."),
    "low and closing marks": (f"„{SAID}” she said.", f"„{SAID}” the letter says."),
    "closing marks only": (f"”{SAID}” she said.", f"”{SAID}” the letter says."),
    "doubled marks": (f"``{SAID}'' she said.", f"``{SAID}'' the letter says."),
    "corners": (f"「{SAID}」 she said.", f"「{SAID}」 the letter says."),
    "a mark for each paragraph": ("\n\n".join(f"“{one}" for one in SPEECH) + "”",) * 2,
    "two parts": (f"“{SPEECH[0]}” she said. “{' '.join(SPEECH[1:])}”", f"“{SAID}” she wrote."),
    "a block as in mail": (
        f"{WROTE}\n\n" + "\n".join(f"> {one}" for one in SPEECH),
        f"{READS}\n\n> {SAID}",
    ),
    "a block after a colon": (f"{WROTE}\n\n{SAID}", f"{READS}\n\n{SAID}"),
    "a block of lines": (f"{WROTE}\n\n" + "\n\n".join(SPEECH), f"{READS}\n\n{SAID}"),
    "the same words before it": (f"{WROTE}\n\n{SAID}",) * 2,
    "a block and marks": (f"{WROTE}\n\n{SAID}", f"“{SAID}” the letter says."),
    "a block with a part left out": (
        f"{WROTE}\n\n" + "\n\n".join(SPEECH),
        f"{READS}\n\n" + "\n\n".join([*SPEECH[:2], *SPEECH[3:]]),
    ),
    "a line with a colon": (
        f"She wrote to the town: {SAID}",
        f"The letter of Tuesday says: {SAID}",
    ),
    "a post with its signature": (f"{SPEECH[0]} {SPEECH[1]} {SIGNED}",) * 2,
    "a post and its signature below": (f"{SPEECH[0]} {SPEECH[1]}\n{SIGNED}",) * 2,
    "a thread signed at its end": ("\n\n".join([*SPEECH, SIGNED]),) * 2,
    "a post that was shared": (f"{LETTER}\n\nA post shared by Runa Dahl (@runadahl)",) * 2,
    "a thread and a block": ("\n\n".join([*SPEECH, SIGNED]), f"{READS}\n\n{SAID}"),
    "a block after a sentence": (
        f"The islanders wrote to the town. Read their letter below.\n\n{LETTER}",
        f"Her full statement follows.\n\n{LETTER}",
    ),
    "a block after a heading": (f"The letter in full\n\n{LETTER}", f"{READS}\n\n{LETTER}"),
}


def told(report: str, quotation: str) -> str:
    """A report with a quotation after its first paragraph."""
    first, rest = report.split("\n\n", 1)
    return f"{first}\n\n{quotation}\n\n{rest}"


@pytest.mark.parametrize(("one", "other"), QUOTED.values(), ids=QUOTED)
def test_reports_that_quote_alike_are_no_copies(one: str, other: str) -> None:
    assert not are_copies(signature(told(ARTICLE, one)), signature(told(SAME_STORY, other)))


@pytest.mark.parametrize(("one", "other"), QUOTED.values(), ids=QUOTED)
def test_a_reprint_of_a_report_that_quotes_is_a_copy(one: str, other: str) -> None:
    first = signature(told(ARTICLE, one))
    assert are_copies(first, signature(told(ARTICLE, other)))
    assert are_copies(first, signature(told(ARTICLE, one).replace("ferry", "boat")))


def test_a_reprint_of_a_report_that_begins_with_what_it_quotes_is_a_copy() -> None:
    begins = f"{WROTE}\n\n{SAID}\n\n{SAME_STORY}"
    assert are_copies(signature(begins), signature(begins.replace("ship", "boat")))


def test_one_block_in_the_midst_of_other_words_is_a_copy_only_where_it_is_much_of_a_text() -> None:
    one, other = told(ARTICLE, SAID), told(SAME_STORY, SAID)
    assert not are_copies(signature(one), signature(other))
    assert are_copies(signature(one), signature(f"{SAID}\n\n{SAME_STORY}"))
    shorter = "\n\n".join(SAME_STORY.split("\n\n")[1:])
    assert are_copies(signature(one), signature(told(shorter, SAID)))


def test_as_many_words_in_several_places_are_copied() -> None:
    first, second = " ".join(SPEECH[:3]), " ".join(SPEECH[3:])
    one, other = (f"{told(told(text, second), first)}" for text in (ARTICLE, SAME_STORY))
    apart = f"{told(ARTICLE, first)}\n\n{second}", f"{told(SAME_STORY, first)}\n\n{second}"
    turned = f"{told(SAME_STORY, second)}\n\n{first}"
    assert not are_copies(signature(one), signature(other))
    assert are_copies(*map(signature, apart))
    # A follow-up carries over old paragraphs where they fit.
    assert not are_copies(signature(apart[0]), signature(turned))


LEADS = {
    "of one agency and another": ("The Harbour Press reports:", "From our partners:"),
    "of a programme": (
        "A talk of Monday.\n\nIDA HOLM, HOST:",
        "All rights kept.\n\nIDA HOLM, HOST:",
    ),
}


@pytest.mark.parametrize(("one", "other"), LEADS.values(), ids=LEADS)
@pytest.mark.parametrize("text", [ARTICLE, altered(0.15)])
def test_a_text_is_no_quotation_in_itself(one: str, other: str, text: str) -> None:
    assert are_copies(signature(f"{one}\n\n{ARTICLE}"), signature(f"{other}\n\n{text}"))


def test_what_follows_a_shared_line_with_a_colon_in_its_own_paragraph_may_be_copied() -> None:
    notes = f"She wrote to the town: {SPEECH[0]}\n\n{' '.join(SPEECH[1:])} {PARAGRAPHS[2]}"
    assert are_copies(signature(told(MARKET, notes)), signature(told(SAME_STORY, notes)))


def test_a_shared_paragraph_is_copied_whatever_is_quoted_besides() -> None:
    line = f"She wrote to the town: {SPEECH[0]}"
    one, other = (f"{MARKET}\n\n{told(report, line)}" for report in (ARTICLE, SAME_STORY))
    assert are_copies(signature(one), signature(other))
    assert not are_copies(signature(told(ARTICLE, line)), signature(told(SAME_STORY, line)))


def test_reports_that_open_with_the_same_words_are_copies_whoever_said_them() -> None:
    one, other = (f"{WROTE}\n\n{SAID}\n\n{report}" for report in (ARTICLE, SAME_STORY))
    assert are_copies(signature(one), signature(other))


def test_shared_paragraphs_after_a_quoted_line_are_copied() -> None:
    line = f"She wrote to the town: {SPEECH[0]}"
    rest = f"{MARKET}\n\n{' '.join(SPEECH[1:])}"
    one, other = (f"{told(report, line)}\n\n{rest}" for report in (ARTICLE, SAME_STORY))
    assert are_copies(signature(one), signature(other))


def test_an_account_within_a_sentence_signs_nothing() -> None:
    line = "Those who want to help may write to Runa Dahl (@runadahl) until noon. She answers"
    one, other = (f"{SAID}\n\n{line}.\n\n{report}" for report in (ARTICLE, SAME_STORY))
    assert are_copies(signature(one), signature(other))


def test_a_name_with_an_account_signs_no_long_paragraph() -> None:
    paragraph = f"{' '.join(ARTICLE.split())} {SIGNED}"
    assert len(paragraph) > 700
    assert are_copies(signature(paragraph), signature(ARTICLE))
    assert not are_copies(signature("Write to Runa Dahl (@runadahl)"), signature(ARTICLE))


SHARED_LINES = [
    "The outer islands have been linked to the town by a ferry since the year 1921.",
    "Photo: passengers wait at the pier of the outer islands on Monday morning in the rain.",
    "This report was made with help from the harbour news service of the northern coast.",
]


@pytest.mark.parametrize("line", SHARED_LINES)
def test_a_line_of_background_or_a_caption_makes_no_copy(line: str) -> None:
    short = "\n\n".join(SAME_STORY.split("\n\n")[:1])
    assert not are_copies(signature(told(ARTICLE, line)), signature(f"{short}\n\n{line}"))


def test_furniture_counts_for_nothing() -> None:
    menu = "Home News Sport Weather Jobs Homes Cars Ships Tides Letters"
    mark = Mark(0, len(menu), "navigation")
    one, other = f"{menu}\nThe ferry sailed again today.", f"{menu}\nThe council met on Thursday."
    assert shingles(one, [mark]) == shingles("The ferry sailed again today.")
    assert signature(one, [mark]) == signature("The ferry sailed again today.")
    assert not are_copies(signature(one, [mark]), signature(other, [mark]))


def test_texts_without_words_are_no_copies() -> None:
    assert shingles(" … !") == frozenset()
    assert not are_copies(signature(""), signature(""))
    assert not are_copies(signature(""), signature(ARTICLE))


def test_a_text_of_few_words_of_its_own_is_compared_whole() -> None:
    assert len("The ferry sailed".split()) < SHINGLE_WORDS
    assert are_copies(signature("The ferry sailed"), signature("the ferry sailed."))
    assert not are_copies(signature("The ferry sailed"), signature("The ferry sank"))
    assert are_copies(signature(f"“{SAID}”"), signature(f'"{SAID}"'))
    assert not are_copies(signature(f"“{SAID}” she said."), signature(f"“{SAID}” she wrote."))


def test_only_the_beginning_of_a_very_long_text_is_compared() -> None:
    long = " ".join(str(number) for number in range(WORDS_READ + 1_000))
    assert len(shingles(long)) == WORDS_READ - SHINGLE_WORDS + 1
    assert signature(f"{long} end") == signature(long)
