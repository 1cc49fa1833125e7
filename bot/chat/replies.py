"""From what the newsroom found to what is said about it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.articles.article import Article, Quote
from bot.briefing.answer import Answer, Cited, Context
from bot.chat.ids import LISTING_PREFIX, more_prefix, quiz_me_id
from bot.errors import PullquoteError
from bot.language.languages import is_english, primary
from bot.language.paragraphs import prose_runs
from bot.language.scripts import word_count
from bot.language.sentences import sentences
from bot.persistence.article_rows import ArticleHead
from bot.services.newsroom import Question
from bot.services.report import IngestReport
from bot.wording.prompts import Utterance, error_utterance, utterance
from bot.wording.reply import Block, Button, Line, More, Reply, Unit

LONGEST_QUERY = 120
"""Characters of a query that a reply repeats."""

LIST_PAGE = 10
"""Articles on a page of the list."""

OPENING = 3
"""Sentences shown of an article."""

DAY = 10
"""Characters of an ISO date."""

SENTENCE_END = re.compile(r"[.!?…:][\"'’”)\]»]*\s*$")
"""How a sentence, or a line before a list or a quotation, ends: `He left.”`"""


def answer_reply(asked: Question, answer: Answer, first: int, *, private: bool = False) -> Reply:
    """The quotes of an answer, or that there is none and what there is instead."""
    if answer.empty:
        return Reply((Line(utterance("answer/nothing_asked"), heading=True),), private=True)
    if not answer.found:
        return Reply(tuple(_declined(answer)), private)
    units: list[Unit] = [Line(_heading(asked, answer, first), heading=True), *_understood(answer)]
    if asked.kind == "ask" and not first:
        units += _answering(answer)
    else:
        units += [replace(_block(one), spans=one.spans or one.highlights) for one in answer.cited]
    more = More(more_prefix(asked.token), first, beyond=answer.more)
    quiz_me = Button(utterance("quiz/button_me"), quiz_me_id(asked.token))
    return Reply(tuple(units), private, more, ((quiz_me,),) if asked.kind == "brief" else ())


def context_reply(context: Context) -> Reply:
    """A quote among the sentences around it, where it stands out."""
    passage = replace(_opened(context.passage), context=False)
    if context.passage == context.quote:
        nothing = Line(utterance("context/nothing"), small=True)
        return Reply((passage, nothing), private=True)
    return Reply((replace(passage, spans=(context.quote,)),), private=True)


def articles_reply(heads: Sequence[ArticleHead], total: int, page: int) -> Reply:
    """A page of the list of articles."""
    if not heads:
        return Reply((Line(utterance("articles/none"), heading=True),), private=True)
    first = page * LIST_PAGE + 1
    heading = utterance("articles/heading", total=total, first=first, last=first + len(heads) - 1)
    units = [Line(heading, heading=True)]
    for head in heads:
        units += [Line(_row(head)), *_words_only(head.language)]
    beyond = (page + 1) * LIST_PAGE < total
    return Reply(tuple(units), private=True, more=More(LISTING_PREFIX, page + 1, beyond))


def article_reply(article: Article) -> Reply:
    """What is known of an article, and how it begins."""
    opening = _opening(article)
    units: list[Unit] = [Line(utterance("articles/shown", id=article.id), heading=True)]
    if opening is None:
        units += [Line(words) for words in (*source_of(article), *_author(article))]
    else:
        units.append(_opened(opening))
    units.append(
        Line(utterance("articles/length", words=word_count(article.text), version=article.version))
    )
    units += _words_only(article.language)
    return Reply(tuple(units), private=True)


def ingest_reply(report: IngestReport) -> Reply:
    """What became of an upload."""
    units: list[Unit] = []
    if report.taken:
        units.append(
            Line(
                utterance(
                    "articles/added",
                    added=report.added,
                    updated=report.updated,
                    unchanged=report.unchanged,
                ),
                heading=True,
            )
        )
    units += [Line(error_utterance(rejection.error)) for rejection in report.refused[:LIST_PAGE]]
    units += [Line(told.note) for told in report.told[:LIST_PAGE]]
    return Reply(tuple(units), private=True)


def line_reply(name: str, /, **variables: str | int) -> Reply:
    """A private reply of one utterance."""
    return Reply((Line(utterance(name, **variables), heading=True),), private=True)


def error_reply(error: PullquoteError) -> Reply:
    """One polite sentence, for the one who asked."""
    return Reply((Line(error_utterance(error), heading=True),), private=True)


def block_of(quote: Quote, *, context: bool = True) -> Block:
    """A quote with its source and no more."""
    return replace(_block(Cited(quote)), context=context)


def source_of(article: Article, *, linked: bool = False) -> tuple[Utterance, ...]:
    """Outlet, title and date as they are stated, or that they are not."""
    outlet = (
        utterance("source/outlet", outlet=article.outlet)
        if article.outlet
        else utterance("source/unstated")
    )
    untitled = article.title_origin == "first_words"
    if linked and article.url:
        name = "source/begins_linked" if untitled else "source/title_linked"
        title = utterance(name, title=article.title, url=article.url)
    else:
        name = "source/begins" if untitled else "source/title"
        title = utterance(name, title=article.title)
    date = (
        utterance("source/date", date=article.published[:DAY])
        if article.published
        else utterance("source/undated")
    )
    excerpt = (utterance("source/excerpt"),) if article.excerpt else ()
    return (outlet, title, date, *excerpt)


def _author(article: Article) -> tuple[Utterance, ...]:
    return (utterance("source/author", author=article.author),) if article.author else ()


def _opened(quote: Quote) -> Block:
    """What is shown of an article by itself, with its author."""
    return replace(block_of(quote), notes=_author(quote.article))


def _answering(answer: Answer) -> list[Unit]:
    """What surely answers, set apart: of reports that differ each, the newest first; the others."""
    count = sum(bool(cited.spans) for cited in answer.cited)
    featured = answer.cited[:count]
    units: list[Unit] = []
    if count > 1:
        units.append(Line(utterance("answer/differs"), small=True))
    units += [replace(_block(cited), featured=True) for cited in featured]
    others = answer.cited[len(featured) :]
    if featured and others:
        units.append(Line(utterance("answer/also"), small=True))
    return units + [_block(cited) for cited in others]


def _block(cited: Cited) -> Block:
    quote = cited.quote
    stated = [outlet for outlet in dict.fromkeys(cited.also_in) if outlet]
    notes = [utterance("source/also_in", outlets=", ".join(stated))] if stated else []
    unstated = sum(outlet is None for outlet in cited.also_in)
    if unstated:
        notes.append(utterance("source/also_copies", copies=unstated))
    source = source_of(quote.article, linked=True)
    return Block(quote, source, cited.spans, tuple(notes), *_cuts(quote))


def _cuts(quote: Quote) -> tuple[bool, bool]:
    """Whether a sentence goes on, in its line, before and after the quote."""
    text = quote.article.text
    before = text[text.rfind("\n", 0, quote.start) + 1 : quote.start].strip()
    after = text[quote.end :].split("\n", 1)[0].strip()
    opens = not before or bool(SENTENCE_END.search(before))
    ends = not after or bool(SENTENCE_END.search(quote.text))
    return not opens, not ends


def _declined(answer: Answer) -> list[Unit]:
    if not answer.total:
        return [Line(utterance("answer/no_articles"), heading=True)]
    name = "answer/closest" if answer.closest else "answer/not_found"
    heading = utterance(name, query=_short(answer.query), total=answer.total)
    units: list[Unit] = [
        Line(heading, heading=True),
        *_understood(answer),
        *map(_block, answer.closest),
    ]
    if answer.narrowed:
        units.append(Line(utterance("answer/filtered")))
    if answer.corrected:
        units.append(Line(utterance("answer/did_you_mean", corrected=_short(answer.corrected))))
    elif answer.missing:
        name = "answer/closest_missing" if answer.closest else "answer/missing"
        units.append(Line(utterance(name, words=", ".join(answer.missing[:5]))))
    if answer.nearest and not answer.closest:
        units.append(Line(utterance("answer/nearest", topics=" · ".join(answer.nearest))))
    return units


def _understood(answer: Answer) -> list[Line]:
    """Which words of the query were read as others, or are said by others."""
    read = [utterance("answer/read_as", typed=t, read=r) for t, r in answer.read_as.items()]
    said = [utterance("answer/widened", asked=a, found=f) for a, f in answer.widened.items()]
    told = (*read, *said, *_read_loosely(answer))
    return [Line(words, small=True) for words in told]


def _read_loosely(answer: Answer) -> Iterator[Utterance]:
    """How the query was read where it was not taken by the letter."""
    for phrase in answer.phrases_nowhere:
        yield utterance("answer/phrase_nowhere", phrase=_short(phrase))
    if answer.days:
        first, last = answer.days
        is_one = first == last
        yield (
            utterance("answer/only_day", day=first)
            if is_one
            else utterance("answer/only_days", first=first, last=last)
        )


def _heading(asked: Question, answer: Answer, first: int) -> Utterance:
    query = _short(answer.query)
    if asked.kind == "sources":
        return utterance("sources/heading", matched=answer.matched)
    name = "answer/brief" if asked.kind == "brief" else "answer/ask"
    if first:
        return utterance("answer/page", query=query, first=first + 1)
    return utterance(name, query=query, matched=answer.matched, total=answer.total)


def _row(head: ArticleHead) -> Utterance:
    if head.outlet and head.published:
        date = head.published[:DAY]
        return utterance(
            "articles/row", title=head.title, outlet=head.outlet, date=date, id=head.id
        )
    if head.outlet:
        return utterance("articles/row_undated", title=head.title, outlet=head.outlet, id=head.id)
    return utterance("articles/row_unstated", title=head.title, id=head.id)


def _words_only(language: str | None) -> list[Line]:
    """What is told of an article in a language whose grammar is not known here."""
    if language is None or is_english(language):
        return []
    return [Line(utterance("articles/words_only", language=primary(language)), small=True)]


def _opening(article: Article) -> Quote | None:
    for run in prose_runs(article.text, article.marks):
        spans = [span for paragraph in run for span in sentences(article.text, paragraph)][:OPENING]
        return article.quote(spans[0].start, spans[-1].end)
    return None


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUERY else f"{line[: LONGEST_QUERY - 1]}…"
