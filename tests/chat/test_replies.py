"""What is said about what was found, read as a person reads it."""

from dataclasses import replace

import pytest

from bot.articles.article import Article, Quote, Rejection
from bot.briefing.answer import Answer, Cited, around
from bot.chat.replies import (
    LIST_PAGE,
    LONGEST_QUERY,
    answer_reply,
    article_reply,
    articles_reply,
    block_of,
    context_reply,
    error_reply,
    ingest_reply,
    line_reply,
    source_of,
)
from bot.errors import NotForYou, PromptError, Refused
from bot.persistence.article_rows import ArticleHead
from bot.services.newsroom import Question
from bot.services.report import IngestReport
from bot.wording.prompts import Prompts, Utterance
from bot.wording.reply import Block, Line, Reply
from tests.articles.examples import article, marked

PROMPTS = Prompts()
TEXT = """\
The ferry sailed. Nobody waved. It rained.
Advertisement
Lund was calm. Bergen was not. A tug went ahead. The crew sang."""
ARTICLE = article(TEXT, marks=marked(TEXT, ["Advertisement"]))
BRIEF = Question("brief", "ferry")


def quoted(words: str) -> Quote:
    start = TEXT.index(words)
    return ARTICLE.quote(start, start + len(words))


def say(words: Utterance) -> str:
    return PROMPTS.say(words)


def told(reply: Reply) -> list[str]:
    """The lines of a reply and the words of its quotes."""
    units = [unit for unit in reply.units if isinstance(unit, Line | Block)]
    return [say(u.words) if isinstance(u, Line) else u.quote.text for u in units]


def source(of: Article) -> str:
    return " · ".join(say(words) for words in source_of(of))


def answered(asked: Question, answer: Answer, first: int = 0) -> list[str]:
    return told(answer_reply(asked, answer, first))


FERRY = Answer("ferry", (Cited(quoted("The ferry sailed.")),), 1, 5)


def test_an_answer_opens_with_what_was_asked_and_found() -> None:
    assert answered(BRIEF, FERRY) == ["**ferry** · 1 article of 5", "The ferry sailed."]
    assert answered(Question("ask", "ferry"), FERRY)[0] == "**ferry** · 1 article of 5"
    assert answered(BRIEF, FERRY, first=6)[0] == "**ferry** · from quote 7 on"
    sources = answered(Question("sources", "ferry"), FERRY)[0]
    assert sources == "Passages that bear on this message, from 1 article"


def test_only_the_heading_is_one() -> None:
    lines = [unit for unit in answer_reply(BRIEF, FERRY, 0).units if isinstance(unit, Line)]
    assert [line.heading for line in lines] == [True]


def test_a_reply_leads_to_the_next_quote_when_there_is_one() -> None:
    more = Answer("ferry", FERRY.cited, 1, 5, more=True)
    assert answer_reply(BRIEF, more, 2).following == 3
    assert answer_reply(BRIEF, FERRY, 2).following is None


def test_a_reply_is_private_when_that_is_wanted() -> None:
    assert not answer_reply(BRIEF, FERRY, 0).private
    assert answer_reply(BRIEF, FERRY, 0, private=True).private
    assert answer_reply(BRIEF, Answer("whale", (), 0, 5), 0, private=True).private


def test_an_empty_query_is_told() -> None:
    reply = answer_reply(BRIEF, Answer("the", (), 0, 5, empty=True), 0)
    assert told(reply)[0].startswith("There is nothing to search for")
    assert reply.private


def test_a_declined_answer_says_where_it_looked() -> None:
    assert answered(BRIEF, Answer("whale", (), 0, 5)) == (
        ["**whale** is not in my articles. I looked in 5 articles."]
    )


def test_without_articles_it_says_how_to_add_some() -> None:
    [line] = answered(BRIEF, Answer("whale", (), 0, 0, nearest=("Lund",)))
    assert line.startswith("I have no articles yet.")


def test_a_declined_answer_hints_at_the_filters() -> None:
    [_, line] = answered(BRIEF, Answer("whale", (), 0, 5, narrowed=True))
    assert line.startswith('The outlet, dates, "phrases" or -words that you gave')


CLOSE = Answer(
    "ferry fees",
    (),
    0,
    5,
    closest=(Cited(quoted("The ferry sailed.")), Cited(quoted("It rained."), (), ("Echo",))),
    nearest=("Lund",),
    missing=("fees",),
)


def test_the_closest_quotes_are_shown_as_what_may_not_answer() -> None:
    reply = answer_reply(BRIEF, CLOSE, 0)
    heading, *rest = told(reply)
    assert heading.startswith("**ferry fees** is not answered in my 5 articles, as far as I")
    assert rest == ["The ferry sailed.", "It rained.", "None of these mentions: fees."]
    assert reply.following is None
    assert not reply.private


def test_the_closest_quotes_have_their_sources_and_contexts() -> None:
    sailed, rained = answer_reply(BRIEF, CLOSE, 0).blocks
    assert say(sailed.source[0]) == "**Harbour Post**"
    assert sailed.context
    assert [say(note) for note in rained.notes] == ["also in Echo"]


def test_the_closest_quotes_leave_room_for_hints_but_not_for_topics() -> None:
    hinted = replace(CLOSE, narrowed=True, corrected="ferry fare")
    assert [line.partition(" ")[0] for line in answered(BRIEF, hinted)[3:]] == ["The", "Did"]


def test_a_declined_answer_offers_what_may_be_meant_and_what_there_is() -> None:
    answer = Answer(
        "fery", (), 0, 5, nearest=("Lund", "Bergen"), corrected="ferry", missing=("fery",)
    )
    assert answered(BRIEF, answer)[1:] == ["Did you mean **ferry**?", "I do have: Lund · Bergen"]


def test_a_declined_answer_names_the_words_that_no_passage_says() -> None:
    words = tuple(f"w{n}" for n in range(9))
    [_, line] = answered(BRIEF, Answer("whale", (), 0, 5, missing=words))
    assert line == "No passage that fits says: w0, w1, w2, w3, w4."


def test_a_long_query_is_repeated_in_part_and_on_one_line() -> None:
    [line] = answered(BRIEF, Answer("one\ntwo  " + "x" * 500, (), 0, 5))
    assert line.startswith("**one two xxx")
    assert line.partition(" is not")[0].endswith("x…**")
    assert len(line.partition(" is not")[0]) == LONGEST_QUERY + len("****")


def test_a_stated_source_is_shown() -> None:
    assert source(ARTICLE) == "**Harbour Post** · Ferry sails again · 2024-03-05"
    timed = article(TEXT, author="Ada Lund", published="2024-03-05T10:00:00+01:00")
    assert source(timed) == source(ARTICLE)
    [opening] = article_reply(timed).blocks
    assert [say(note) for note in opening.notes] == ["by Ada Lund"]


def test_what_is_not_stated_is_said_to_be_so() -> None:
    bare = article(
        TEXT, outlet=None, published=None, title="The ferry sailed…", title_origin="first_words"
    )
    assert source(bare) == ("**source not stated** · untitled, begins: The ferry sailed… · undated")
    assert "Ferry sails again" in source(article(TEXT, title_origin="headline"))


def test_copies_are_named_by_their_outlets_or_counted() -> None:
    cited = Cited(quoted("It rained."), (), ("Echo", None, "Post", "Echo", None))
    [block] = answer_reply(BRIEF, Answer("rain", (cited,), 1, 5), 0).blocks
    assert [say(note) for note in block.notes] == [
        "also in Echo, Post",
        "the same text in 2 articles without a stated source",
    ]
    assert block_of(quoted("It rained.")).notes == ()


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("The ferry sailed.", False, False),
        ("Nobody waved. It rained.", False, False),
        ("ferry sailed.", True, False),
        ("The ferry", False, True),
        ("Lund was calm. Bergen", False, True),
        ("crew sang.", True, False),
        ("Advertisement", False, False),
    ],
)
def test_a_cut_is_shown(words: str, *, before: bool, after: bool) -> None:
    block = block_of(quoted(words))
    assert (block.cut_before, block.cut_after) == (before, after)


def test_the_words_that_answer_stand_out() -> None:
    cited = Cited(quoted("The ferry sailed."), (quoted("ferry"),))
    [block] = answer_reply(BRIEF, Answer("ferry", (cited,), 1, 5), 0).blocks
    assert block.spans == (quoted("ferry"),)
    assert block.context


def test_the_words_of_a_topic_stand_out_in_a_brief_alone() -> None:
    cited = Cited(quoted("The ferry sailed."), highlights=(quoted("ferry"),))
    [block] = answer_reply(BRIEF, Answer("ferry", (cited,), 1, 5), 0).blocks
    assert block.spans == (quoted("ferry"),)
    [block] = answer_reply(BRIEF, Answer("ferry", (), 0, 5, closest=(cited,)), 0).blocks
    assert block.spans == ()


SAILED = Cited(quoted("The ferry sailed."), (quoted("ferry"),))
CALM = Cited(quoted("Lund was calm."), (quoted("Lund"),))
RAINED = Cited(quoted("It rained."))
ASKED = Question("ask", "what sailed?")


def shape(asked: Question, *cited: Cited, first: int = 0) -> list[str]:
    """The words of a reply below its heading, with a star at quotes that are set apart."""
    reply = answer_reply(asked, Answer(asked.text, cited, 1, 5), first)
    stars = ["*" if isinstance(u, Block) and u.featured else "" for u in reply.units]
    return [star + line for star, line in zip(stars, told(reply), strict=True)][1:]


def test_what_answers_is_set_apart_from_what_else_is_said() -> None:
    assert shape(ASKED, SAILED, RAINED) == ["*The ferry sailed.", "Also:", "It rained."]
    assert shape(ASKED, RAINED) == ["It rained."]


def test_reports_that_differ_are_all_set_apart_under_a_label() -> None:
    differing = "The reports differ. The newest first:"
    answers = ["*The ferry sailed.", "*Lund was calm."]
    assert shape(ASKED, SAILED, CALM) == [differing, *answers]
    assert shape(ASKED, SAILED, CALM, RAINED) == [differing, *answers, "Also:", "It rained."]


def test_a_brief_and_a_later_page_set_nothing_apart() -> None:
    assert shape(BRIEF, SAILED, RAINED) == ["The ferry sailed.", "It rained."]
    assert shape(ASKED, SAILED, RAINED, first=4) == ["The ferry sailed.", "It rained."]


def test_words_that_were_read_as_others_are_told() -> None:
    read = replace(FERRY, read_as={"fery": "ferry"}, widened={"ship": "boat"})
    assert answered(BRIEF, read)[1:3] == [
        "Read “fery” as “ferry”.",
        "For “ship” this also quotes “boat”.",
    ]


def test_a_title_is_a_link_where_its_address_is_stated() -> None:
    linked = replace(ARTICLE, url="https://news.example/a")
    title = block_of(linked.quote(0, 17)).source[1]
    assert title.name == "source/title_linked"
    assert dict(title.variables)["url"] == "https://news.example/a"
    untitled = replace(linked, title_origin="first_words")
    assert block_of(untitled.quote(0, 17)).source[1].name == "source/begins_linked"
    assert source_of(linked)[1].name == "source/title"


def test_a_context_shows_what_stands_around() -> None:
    reply = context_reply(around(quoted("Bergen was not.")))
    [passage] = reply.blocks
    assert told(reply) == ["Lund was calm. Bergen was not. A tug went ahead. The crew sang."]
    assert passage.spans == (quoted("Bergen was not."),)
    assert reply.private
    assert not passage.context


def test_a_context_of_nothing_is_told() -> None:
    reply = context_reply(around(article("Lund was calm.").quote(0, 14)))
    assert told(reply)[0] == "Lund was calm."
    assert told(reply)[1].startswith("Nothing that can be quoted")


def head(number: int, **facts: str | None) -> ArticleHead:
    known = {"outlet": "Post", "published": "2024-03-05T10:00", **facts}
    return ArticleHead(
        id=f"a{number}",
        title="Ferry",
        title_origin="metadata",
        outlet=known["outlet"],
        published=known["published"],
        url=None,
        language=known.get("language"),
    )


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("fa", "In Persian: searched by its words only."),
        ("pt-br", "In Portuguese: searched by its words only."),
        ("xx", "In xx: searched by its words only."),
    ],
)
def test_a_list_says_which_articles_are_searched_by_their_words_only(
    language: str, note: str
) -> None:
    heads = [head(1, language=language), head(2, language="en-gb"), head(3)]
    assert [line for line in told(articles_reply(heads, 3, 0)) if "searched" in line] == [note]
    shown = article_reply(replace(ARTICLE, language=language))
    assert told(shown)[-1] == note


def test_a_list_tells_what_is_known_of_each_article() -> None:
    heads = [head(1), head(2, published=None), head(3, outlet=None)]
    assert told(articles_reply(heads, 3, 0)) == [
        "**Articles** 1–3 of 3",
        "Ferry · Post · 2024-03-05 · `a1`",
        "Ferry · Post · undated · `a2`",
        "Ferry · source not stated · `a3`",
    ]


def test_a_list_leads_to_its_following() -> None:
    heads = [head(number) for number in range(LIST_PAGE)]
    assert articles_reply(heads, LIST_PAGE + 2, 0).following == 1
    last = articles_reply(heads[:2], LIST_PAGE + 2, 1)
    assert last.following is None
    assert told(last)[0] == "**Articles** 11–12 of 12"


def test_a_list_from_which_an_article_was_left_out_leads_no_further_than_its_end() -> None:
    assert articles_reply([head(1)], 2, 0).following is None


def test_an_empty_list_says_how_to_fill_it() -> None:
    assert told(articles_reply([], 0, 0))[0].startswith("There are no articles here yet.")


def test_an_article_is_shown_by_how_it_begins() -> None:
    reply = article_reply(ARTICLE)
    assert told(reply)[0] == "Article `a1` begins:"
    assert told(reply)[1] == "The ferry sailed. Nobody waved. It rained."
    assert told(reply)[2].endswith("version 1")


def test_an_article_of_furniture_is_shown_by_its_source() -> None:
    empty = article("Menu", marks=marked("Menu", ["Menu"]))
    assert told(article_reply(empty)) == [
        "Article `a1` begins:",
        *("**Harbour Post**", "Ferry sails again", "2024-03-05"),
        "1 word, version 1",
    ]


def test_an_upload_tells_what_became_of_it() -> None:
    refused = [Rejection("a.pdf", Refused("refused/empty"))]
    added = ingest_reply(IngestReport(added=2, updated=1, refused=refused))
    assert told(added)[0] == "Done: 2 new, 1 updated, 0 unchanged."
    assert told(added)[1].startswith("There is no text in it.")
    assert told(ingest_reply(IngestReport(refused=refused * 50))) == told(added)[1:] * LIST_PAGE


def test_an_error_is_one_line_for_the_one_who_asked() -> None:
    reply = error_reply(NotForYou("error/no_such_article", id="a9"))
    assert told(reply)[0].startswith('There is no article "a9" here.')
    assert reply.private
    broken = error_reply(PromptError("error/prompt", file="en/room.ftl", name="name"))
    assert "en/room.ftl" in told(broken)[0]
    assert told(line_reply("articles/removed", title="Ferry")) == ["Removed: Ferry"]


def test_a_block_is_the_quote_itself() -> None:
    block = block_of(quoted("It rained."))
    assert isinstance(block, Block)
    assert block.quote == quoted("It rained.")
