"""While a question is open live in a server, nothing there quotes the article that answers it."""

from dataclasses import replace

import pytest

from bot.briefing.answer import Answer, Cited
from bot.chat.presenter import Presenter
from bot.errors import NotForYou
from bot.quiz.item import HEADLINE_WORD
from tests.ferry import page
from tests.quiz.play import SERVER, STARTER, Play, item_of
from tests.quiz.round_examples import ASKED


def quoted(answer: Answer) -> set[str]:
    return {cited.quote.article.id for cited in answer.cited}


async def test_a_brief_and_an_answer_leave_the_article_out_until_the_question_closes(
    play: Play,
) -> None:
    before = quoted(await play.newsroom.brief("ferry", SERVER))
    turn = await play.start()
    article = item_of(turn).article_id
    during = await play.newsroom.brief("ferry", SERVER)
    assert article not in quoted(during)
    assert article not in quoted(await play.newsroom.brief("Linnholm", SERVER))
    await play.reveal()
    assert quoted(await play.newsroom.brief("ferry", SERVER)) == before
    following = await play.next_question()
    during = await play.newsroom.brief("ferry", SERVER)
    assert item_of(following).article_id not in quoted(during)


async def test_other_servers_and_direct_messages_are_answered_as_ever(play: Play) -> None:
    turn = await play.start()
    title = item_of(turn).question
    for place in ("2", None):
        answer = await play.newsroom.ask(title, place)
        assert item_of(turn).article_id in quoted(answer)


async def test_when_nothing_else_answers_that_is_told(play: Play) -> None:
    item = item_of(await play.start())
    text = (await play.newsroom.articles.article(item.article_id, SERVER)).text
    words = text[item.start : item.end].split()[:6]
    with pytest.raises(NotForYou) as told:
        await play.newsroom.brief(f'"{" ".join(words)}"', SERVER)
    assert told.value.utterance == "quiz/withheld"


async def test_a_round_alone_withholds_nothing_and_does_not_give_a_live_one_away(
    play: Play,
) -> None:
    live = await play.start()
    alone = await play.start("solo", questions=20)
    asked = [item_of(alone).article_id]
    while True:
        await play.click(alone)
        following = await play.rounds.go_on(alone.round.id, STARTER, play.now)
        if not hasattr(following, "turn"):
            break
        alone = following.turn
        asked.append(item_of(alone).article_id)
    assert item_of(live).article_id not in asked
    assert len(asked) == len(play.pool.items) - 1
    answer = await play.newsroom.brief("ferry", SERVER)
    assert set(asked) & quoted(answer)


async def test_two_channels_withhold_two_articles(play: Play) -> None:
    turns = [await play.start(channel=channel) for channel in ("10", "11")]
    withheld = await play.rounds.spoilers.of(SERVER)
    assert {item_of(turn).article_id for turn in turns} == withheld.articles
    assert (await play.rounds.spoilers.of("2")).articles == frozenset()


async def test_after_a_restart_the_article_is_still_withheld(play: Play) -> None:
    turn = await play.start()
    again = await Play.opened(play.folder)
    assert item_of(turn).article_id not in quoted(await again.newsroom.brief("ferry", SERVER))
    await again.newsroom.close()


async def test_a_copy_of_the_article_does_not_give_the_answer_away(play: Play) -> None:
    turn = await play.start(topic="captain")
    text = ASKED["Coast Radio"][3]
    copied = page("Copy Radio", f"{text} So tells a report from elsewhere, word for word.")
    await play.newsroom.intake.upload("copy.md", copied, SERVER)
    with pytest.raises(NotForYou):
        await play.newsroom.ask("For how long has the captain steered?", SERVER)
    await play.reveal()
    answer = await play.newsroom.ask("For how long has the captain steered?", SERVER)
    assert answer.found
    assert item_of(turn).question


async def test_what_is_not_in_the_articles_is_declined_as_ever(play: Play) -> None:
    await play.start()
    assert not (await play.newsroom.brief("volcano", SERVER)).found


async def test_a_removed_article_withholds_nothing(play: Play) -> None:
    turn = await play.start()
    await play.newsroom.intake.remove(item_of(turn).article_id, "operator")
    play.rounds.spoilers.changed()
    assert (await play.newsroom.brief("ferry", SERVER)).found


async def test_what_comes_closest_is_withheld_too(play: Play) -> None:
    turn = await play.start()
    article = item_of(turn).article_id
    closest = Answer("ferry", (), 0, 8, closest=await _cited(play, article))
    with pytest.raises(NotForYou):
        await play.newsroom.rounds.spoilers.leaving_out(closest, SERVER)


async def asks_for_headlines(play: Play) -> None:
    """Let every question ask for a word of its article's headline."""
    play.pool.items = [replace(item, kind=HEADLINE_WORD) for item in play.pool.items]


async def test_a_headline_that_is_asked_for_is_in_no_list_until_the_question_closes(
    play: Play,
) -> None:
    await asks_for_headlines(play)
    articles = play.newsroom.articles
    before, total = await articles.heads(SERVER)
    name = item_of(await play.start()).article_id
    heads, still = await articles.heads(SERVER)
    assert [head for head in before if head.id != name] == heads
    assert still == total
    assert name not in dict(await articles.titles("", SERVER))
    with pytest.raises(NotForYou) as told:
        await articles.shown(name, SERVER)
    assert told.value.utterance == "quiz/headline_withheld"
    for elsewhere in ("2", None):
        assert (await articles.shown(name, elsewhere)).id == name
        assert name in dict(await articles.titles("", elsewhere))
    await play.reveal()
    assert (await articles.heads(SERVER))[0] == before
    assert (await articles.shown(name, SERVER)).id == name


async def test_the_headline_of_a_copy_is_hidden_too(play: Play) -> None:
    await asks_for_headlines(play)
    asked = await play.newsroom.articles.article(item_of(await play.start()).article_id, None)
    text = "Wool from the upper farms was sold by the bale at the spring market on Friday."
    copied = f"---\ntitle: {asked.title.upper()}\n---\n\n{text}\n"
    await play.newsroom.intake.upload("copy.md", copied.encode(), SERVER)
    titles = [title for _, title in await play.newsroom.articles.titles("", SERVER)]
    assert asked.title.upper() not in titles
    with pytest.raises(NotForYou):
        await play.newsroom.brief("wool bale", SERVER)
    assert (await play.newsroom.brief("wool bale", "2")).state == "nothing"


async def test_other_questions_hide_no_headline_but_how_the_article_begins(play: Play) -> None:
    name = item_of(await play.start()).article_id
    assert name in dict(await play.newsroom.articles.titles("", SERVER))
    with pytest.raises(NotForYou) as told:
        await play.newsroom.articles.shown(name, SERVER)
    assert told.value.utterance == "quiz/withheld"


async def test_what_stands_around_an_older_quote_of_the_article_is_withheld(play: Play) -> None:
    name = item_of(await play.start()).article_id
    with pytest.raises(NotForYou) as told:
        await play.newsroom.articles.context(name, 1, 0, 9, SERVER)
    assert told.value.utterance == "quiz/withheld"
    assert await play.newsroom.articles.context(name, 1, 0, 9, "2")


async def test_a_story_is_told_without_the_article(play: Play) -> None:
    name = item_of(await play.start()).article_id
    presenter = Presenter(play.newsroom)
    assert {block.quote.article.id for block in (await presenter.story(name, "2")).blocks} == {name}
    with pytest.raises(NotForYou) as told:
        await presenter.story(name, SERVER)
    assert told.value.utterance == "quiz/withheld"
    every = [article.quote(0, 9) async for article in play.newsroom.articles.articles()]
    allowed = await play.rounds.spoilers.allowed(every, SERVER)
    assert [quote for quote in every if quote.article.id != name] == allowed


async def _cited(play: Play, article: str) -> tuple[Cited, ...]:
    found = await play.newsroom.articles.article(article, None)
    return (Cited(found.quote(0, 9)),)
