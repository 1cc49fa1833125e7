"""Whether a sentence is understood without those around it, as a digest's quote has to be. English.

It is whole; it asks and promises nothing; nobody in it speaks as "I" outside quotation marks; and
whatever it calls "he", "the ruling" or "Bell" is named in it, or in what the reader knows already.
"""

import re

from bot.articles.article import Quote
from bot.language.english import references
from bot.language.english.lexicon import MONTH, REPORTED, TITLES, WEEKDAY
from bot.language.english.references import unquoted
from bot.language.paragraphs import Span
from bot.language.sentences import quotations
from bot.search.passages import depends

LEANING = re.compile(
    r"(?:but|and|yet|so|or|nor|then|still|also|instead|however|meanwhile|moreover|thus|therefore|"
    r"besides|nevertheless|nonetheless|likewise|otherwise|afterwards|in return|in turn|in addition|"
    r"as a result|for example|for instance)\b"
    r"|.*\b(?:hours?|days?|weeks?|months?|years?) (?:earlier|later|before|afterwards)\W*$"
    r"|.*\b(?:the latter|the former|all (?:two|three|four|five|of (?:them|these|this)))\b",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence that leans on what was said before it, though it names what it is about."""

GOING_ON = re.compile(
    r"elsewhere\b|[^,]*, (?:for example|for instance|however|meanwhile|though|in turn|instead),"
    r"|(?:[\w.’'-]+,? ){1,8}(?:added|continued|went on)(?: that|:|,| in (?:his|her|its|a)\b)"
    r"|.*\balso (?:said|told|made|took|gave|found|warned|\w+ed)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Goes on from what its subject said or did before: "Brandt added that", "Brandt also warned"."""

WHOLE = re.compile(r"[“\"‘'(\[]*[^\W_].*[.!][\"'”’)\]]*\Z", re.DOTALL)
"""Begins with a letter or a figure and ends with a mark; a question or a colon leads elsewhere."""

FIRST_PERSON = re.compile(
    r"\b(?:I|[Ww]e|[Oo]urs?|[Mm]y|[Mm]e|[Mm]ine|us|Us|[Ii]’m|[Ii]'m)\b(?![.’'][A-Z])"
)
SPEAKER_SAYS = re.compile(r"[“\"‘'](?:I|We|My|Our)\b")
"""A quotation opens with whoever speaks, and its sentence tells who that is."""

TO_THE_READER = re.compile(
    r"\b(?:you|yours?|yourself|click|subscribe|sign up|read more|find out|stay tuned|see (?:also|"
    r"below|above)|here(?:[’']s| is| are) (?:what|why|how|where|the|our|a))\b",
    re.IGNORECASE,
)
"""Speaks to whoever reads, which no report of an event does: advice, a promotion, a promise."""

MORE_TO_COME = re.compile(
    r"\b(?:what (?:we know|happened next|to know)|more (?:to come|details? to follow)|this is a "
    r"(?:developing|breaking)|(?:the )?following (?:is|are)|as follows|below (?:is|are)|"
    r"(?:made|makes|making) an? (?:[\w-]+ ){0,2}(?:announcement|confession|admission|revelation))\b"
    r"(?! that\b)",
    re.IGNORECASE,
)
"""Says that there is something to tell, and not what: "made a shocking announcement"."""

JUDGING = re.compile(
    r"\b(?:frankly|(?:un)?fortunately|thankfully|mercifully|sadly|ironically|surely|foolishly|absurdly|"
    r"laughably|shamefully|predictably|unsurprisingly|hopefully|arguably|admittedly|of course|"
    r"to be sure|in a word|needless to say|one can only|no wonder)\b",
    re.IGNORECASE,
)
"""Whoever writes judges what he tells, as a columnist does and a report does not."""

BARE_FIGURE = re.compile(r"\b[Tt]he \d[\d,.]*-[a-z]")
"""Somebody or something is known by a figure alone: "the 76-year-old", "the 65-turbine project"."""

GLUED = re.compile(
    rf"\b(?:19|20)\d\d[A-Z]"  # August 22, 2025A court
    rf"|\d:\d\d ?(?:[AaPp]\.?[Mm]\.?|[A-Z]{{2,4}})\b,? [A-Z]"  # 9:48 AM The court
    rf"|^(?:{WEEKDAY},? )?(?:{MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {MONTH} \d{{4}})[\W_]*[A-Z]"
    rf"|^[A-Z][\w ,.’'-]{{1,40}}(?:{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{4}}) ?[—–-]"  # Alva, May 4 –
    r"|^\(|^[A-Z][\w ,.’'-]{1,40}\([^()]{1,40}\) ?[:—–-]"  # (BNN) The, Bergen (BNN) - The
    r"|^By (?:(?:[A-Z][\w.’'-]+|and|de|van) ){1,5}[A-Z\d]"  # By Anna Bell The court
    r"|^(?:CLOSE|WATCH|LISTEN|PLAY|SHARE|PHOTOS?|VIDEO|UPDATED?|BREAKING|MORE|LIVE|READ)\b"
    r"|[^\W_] (?:The|A|An|For|In|When|After|As|At|On|If|There) [a-z]"  # Bridge Closes The city
    rf"|(?<![Oo]n )(?<!since )\b{MONTH} \d{{1,2}}, \d{{4}} [A-Z]"
    r"|©|[Cc]opyright \d{4}|[•|]|\b(?:hours?|minutes?|days?) ago [A-Z]|\bpic\.\w+\.com|\bhttps?:"
)
"""Something that is no part of a sentence runs into it: a date, a dateline, a by-line, a menu."""

POSED = (
    r"(?:speak|arriv|depart|listen|gestur|pos|wav|walk|look|stand|sit|attend|smil|shak|talk|leav|"
    r"hold|greet|deliver|appear|react|watch|address|answer|embrac|point|board|tour|march)"
)
CAPTION = re.compile(
    rf"(?:(?:[A-Z][\w.’'-]*|of|the|and|for|left|right|cent(?:er|re)),? ){{2,14}}"
    rf"(?:(?:talks|speaks) (?:to|with)\b|(?:joins|interviews|discusses)\b|{POSED}(?:t?ing)\b"
    rf"|{POSED}(?:e?s)\b.*\b(?:{MONTH} \d|{WEEKDAY}|(?:19|20)\d\d))"
    r"|.*(?:\b[Pp]hotos?(?: by|:|/)|\bGetty\b|\bAP Photo\b|\b[Pp]ictured(?: here| above|,|\.)|"
    r"\b(?:is|are) (?:pictured|seen|shown) |\bseen here\b|\bImage:|\bCredit:)",
    re.DOTALL,
)
"""Tells what is seen or heard: "Mayor Ada Brandt arrives at the harbour on May 4, 2031"."""

TITLED = 6
"""Words, but for the shortest, that all begin with a capital from which words are a title."""

WORD_OF_A_TITLE = re.compile(r"\b(?!(?:the|and|for|with|from)\b)[^\W\d_]{3,}")

TITLE_WORDS = 4
"""Words of a title that a sentence does not begin with by chance."""

THAT_THING = re.compile(r"\bthat (?!is\b|was\b)[a-z]+(?<!ed)(?<!s)[.,;!]")
"""Something is called "that offer", and what it is stands before."""

BARE_SPEAKER = re.compile(
    rf"(?:^|[,”\"’']\s*)(?:the|a|one|another)\s+[a-z]+(?:\s+[a-z]+)?\s+{REPORTED}\b", re.IGNORECASE
)
"""Somebody who is no more than a role says it: "the spokesman said"."""


def leans(text: str, span: Span) -> bool:
    """Whether a sentence says itself that it goes on from those before it."""
    return depends(text, span) or bool(LEANING.match(text, span.start, span.end))


def stands_alone(quote: Quote, known: str = "") -> bool:
    """Whether a sentence is understood alone; `known` is what its readers read before it."""
    words, article = quote.text, quote.article
    outside = unquoted(words)
    if not _is_whole(quote) or leans(article.text, Span(quote.start, quote.end)):
        return False
    opens_with_a_link = references.opens_with_a_link(words) and not SPEAKER_SAYS.match(words)
    if _speaks_itself(outside) or opens_with_a_link:
        return False
    return not (
        references.has_open_person(outside)
        or references.has_open_thing(outside)
        or references.points_back(references.without_pair(outside, known))
        or THAT_THING.search(outside)
        or not _names_any(words)
        or _has_bare_thing(outside, known)
        or any(references.bare_surnames(words, known, article.text))
    )


def _is_whole(quote: Quote) -> bool:
    """Whether a sentence ends, and no quotation in it is left open or is all of it."""
    words = quote.text
    quoted = quotations(words, Span(0, len(words)))
    is_open = any(words[one.end - 1] not in "”\"’'»" for one in quoted)
    is_glued = GLUED.search(unquoted(words)) or CAPTION.match(words) or _opens_with_title(quote)
    is_cut = words.endswith(("...", "…"))
    return bool(WHOLE.match(words)) and not (is_open or is_glued or is_cut or _is_title(words))


def _opens_with_title(quote: Quote) -> bool:
    """Whether a sentence begins with its article's title and goes on behind it."""
    title = quote.article.title.rstrip("….")
    stands_before = len(title.split()) >= TITLE_WORDS and quote.text.startswith(title)
    return stands_before and quote.text[len(title) :][:2].strip()[:1].isupper()


def _is_title(words: str) -> bool:
    """Whether all long words begin with a capital, as those of a title do."""
    long = WORD_OF_A_TITLE.findall(words)
    return len(long) >= TITLED and all(word[0].isupper() for word in long)


def _speaks_itself(outside: str) -> bool:
    return bool(
        FIRST_PERSON.search(outside)
        or TO_THE_READER.search(outside)
        or MORE_TO_COME.search(outside)
        or GOING_ON.match(outside)
        or JUDGING.search(outside)
        or BARE_SPEAKER.search(outside)
    )


def _has_bare_thing(outside: str, known: str) -> bool:
    """Whether "the ruling" stands before anything is named that it could belong to."""
    outside = references.without_pair(outside, known)
    starts = references.bare_definites(outside, known)
    starts += [found.start() for found in BARE_FIGURE.finditer(outside)]
    return any(not _names_any(outside[:start].partition(" ")[2]) for start in starts)


def _names_any(words: str) -> bool:
    """Whether somebody or something is named, not by a title alone: "the Prime Minister"."""
    return any(name.casefold() not in TITLES for name in references.names(words))
