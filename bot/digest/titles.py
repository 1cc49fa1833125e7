"""Which of the titles of a story's articles heads it: one that is understood alone. English.

A title is its outlet's, and shown whole. Of those without a fault, the one that says most of what
the articles share is taken; of those with faults, one with the fewest.
"""

import re
from collections import Counter
from collections.abc import Sequence

from bot.articles.article import Article
from bot.articles.metadata import site_of
from bot.articles.readers.html_titles import names_site
from bot.language.english.analyser import Analyser
from bot.language.english.references import opens_with_a_link, unquoted

OPENING = 1_000
"""Characters at the beginning of an article in which it says what it is about."""

FEWEST_WORDS = 4
"""A shorter title is a label: "Obituary", "Today's front page"."""

LONGEST = 140
"""Characters of a title that is read at a glance."""

QUESTION = re.compile(r"\?(?:[\s\"'”’)\]]|$)")
EXPLAINER = re.compile(
    r"(?:why|how|what|who|when|where|which|whose|is|are|was|were|do|does|did|can|could|should|will|"
    r"would|has|have)\b(?! says\b)",
    re.IGNORECASE,
)
"""Opens what answers a question, or asks one: "Why the bridge closed", "What to know"."""

TEASER = re.compile(
    r"\b(?:here(?:[’']s| is| are)|this is (?:what|why|how)|you(?:[’']re|[’']ll|r|rs)?|"
    r"what (?:to|we|you|happened|happens)|everything (?:to|we|you)|need to know|find out|"
    r"see (?:the|how|why|what|inside)|read (?:the|more|here|his|her)|must-(?:see|read|watch)|"
    r"won[’']t believe|"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:things|ways|reasons|takeaways|"
    r"questions|lessons|tips|facts|charts|photos|moments|key \w+|big \w+))\b",
    re.IGNORECASE,
)
"""Speaks to the reader, or promises what it does not tell: "Here’s why", "5 things to know"."""

FURNITURE = re.compile(
    r"\b(?:live(?:[ -](?:updates?|blog|coverage|stream))|as it happen(?:s|ed)|"
    r"in (?:pictures|photos|images)|round-?ups?|"
    r"(?:news|morning|evening|daily|weekly|week(?:end)?|world|business|sports?)[ -]?"
    r"(?:briefing|brief|wrap|digest|headlines|newsletter|bulletin)|"
    r"(?:photo|picture) gallery|front pages?|newsletter|transcript|crossword|horoscopes?)\b"
    r"|^(?:live|watch|video|listen|audio|photos?|pictures?|gallery|podcast|quiz|poll|latest|"
    r"analysis|explainer|review|timeline|fact[ -]check|recap|highlights)\s*[:|–—-]"
    r"|[|:–—-]\s*(?:live|video|watch|photos?|pictures|gallery|podcast|in pictures|analysis|"
    r"explainer|live updates|as it happened)\s*$",
    re.IGNORECASE,
)
"""Names a form other than the report of one event: "Live updates", "Video:", "News round-up"."""

CUT = re.compile(r"(?:…|\.\.\.)[\"'”’)\]]*$")
"""Ends without telling all: "The mayor said…"."""

FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Mm]e|[Uu]s)\b(?![.’'][A-Z])")


def titled(articles: Sequence[Article], analyser: Analyser) -> Article | None:
    """The article whose stated title heads a story; None when none is stated."""
    stated = [article for article in articles if article.title_origin != "first_words"]
    spread = Counter(
        term
        for article in articles
        for term in set(analyser.terms(f"{article.title} {article.text[:OPENING]}"))
    )

    def shared(article: Article) -> tuple[int, float]:
        said = {term for term in analyser.terms(article.title) if spread[term] > 1}
        told = sum(spread[term] for term in said)
        return -faults(article.title) - _bears_site(article), told / max(
            1.0, len(article.title) / LONGEST
        )

    return max(stated, key=shared, default=None)


def faults(title: str) -> int:
    """In how many ways a title is not understood alone."""
    outside = unquoted(title)
    return sum(
        (
            bool(QUESTION.search(title)) or bool(EXPLAINER.match(title)),
            bool(TEASER.search(outside)),
            bool(FURNITURE.search(title)),
            bool(CUT.search(title)),
            opens_with_a_link(outside.strip()) or bool(FIRST_PERSON.search(outside)),
            len(outside.split()) < FEWEST_WORDS,
            title.isupper(),
            len(title) > LONGEST,
        )
    )


def _bears_site(article: Article) -> bool:
    """Whether a title says the name of its outlet, as pages put it behind: "Ferry runs | Post"."""
    sites = (article.outlet, site_of(article.url) if article.url else None)
    return names_site(article.title, filter(None, sites))
