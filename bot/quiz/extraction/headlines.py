"""Headlines that lack one word, which a sentence near the top of the report has too. English."""

import re
from collections.abc import Iterator, Sequence

from bot.articles.article import Article, SourceSentence
from bot.comparing.agreement import content_words
from bot.language.english.word_fields import FIELDS_OF
from bot.quiz.extraction.measures import BLANK
from bot.quiz.extraction.places import GAZETTEERS, is_surely
from bot.quiz.facts import Fact, fact_in

FEWEST, MOST = 6, 14
"""Words of a headline: a shorter one tells too little, a longer one is a sentence."""
TOP = 6
"""Sentences of a report among which the one that the headline was made of is looked for."""
SHARED = 2
"""Words, besides the one that is asked for, by which a sentence tells what the headline does."""
SAME = 0.85
"""Share of the headline's words from which on a sentence is the headline itself, set again."""

_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]+(?:-[^\W\d_]+)?(?![\w-])")


def headline_words(article: Article, found: Sequence[SourceSentence]) -> Iterator[Fact]:
    """What a headline can lack: a country, a state, or a word that others could stand for."""
    title = " ".join(article.title.split())
    if article.title_origin == "first_words" or not FEWEST <= len(title.split()) <= MOST:
        return
    for start, end, answer in _words(title, article.text):
        proof = _proof(article.text, found, answer, title)
        if proof is not None:
            sentence, at = proof
            yield fact_in(
                sentence,
                "headline_word",
                "headline_word",
                value=f"word:{answer}",
                answer=title[start:end],
                stem=f"{title[:start]}{BLANK}{title[end:]}",
                start=at,
                end=at + len(answer),
            )


def _words(title: str, text: str) -> Iterator[tuple[int, int, str]]:
    """The spans of a headline that can be left out, each as it stands within a sentence."""
    for gazetteer in GAZETTEERS:
        for mention in gazetteer.mentions(title, 0, len(title)):
            if is_surely(mention.place, text):
                yield mention.start, mention.end, title[mention.start : mention.end]
    for word in _WORD.finditer(title):
        if word.group() in FIELDS_OF:
            yield word.start(), word.end(), word.group()


def _proof(
    text: str, found: Sequence[SourceSentence], word: str, title: str
) -> tuple[SourceSentence, int] | None:
    """The sentence that tells what the headline does, and where it has the word."""
    place = re.compile(rf"(?<![\w’'-]){re.escape(word)}(?![\w-])")
    rest = content_words(title) - content_words(word)
    for sentence in found[:TOP]:
        words = content_words(text[sentence.start : sentence.end])
        shared = len(rest & words)
        is_title = shared >= SAME * len(rest) and len(words) <= len(rest) + SHARED
        at = place.search(text, sentence.start, sentence.end)
        is_whole = text[sentence.start : sentence.end].rstrip("”\"'’)").endswith((".", "!"))
        if at and is_whole and shared >= SHARED and not is_title:
            return sentence, at.start()
    return None
