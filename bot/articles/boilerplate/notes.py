"""House notes: what an outlet says of its own report, such as licences. English.

What a correction says of the world is the outlet's latest word on it, and stays quotable.
"""

import re

LONGEST_LABEL = 60  # characters between "Editor's note" and its colon

_OWN = r"(?:article|story|column|op-ed|dispatch|page|live ?blog|news item)"  # only the text itself
_PIECE = (  # or what is told about
    rf"(?:{_OWN}|report|piece|post|essay|interview|transcript|review|analysis|headline|video"
    r"|episode|commentary|blog|site|website|publication|content)"
)
_THIS = r"(?:this|the (?:above|following|preceding)|our) (?:\w+ )?"
_LABELLED = re.compile(  # Editor's note (May 3): Ada Lund is; Disclaimer: The views
    r"[(\[]?(?:editors?'?s?'? notes?|an? editor'?s note|publisher'?s note"
    r"|(?:note|notice) (?:to|from|by) (?:our |the )?(?:readers?|editors?)"
    rf"|disclaimers?|disclosures?|comments? policy|copyright notice|update to this {_PIECE})"
    rf"(?: (?:added|\(|on |of |appended|\d).{{0,{LONGEST_LABEL}}}?)?\s?[:|–—]\s*\S.*"
    rf"|(?:the )?sources?: {_THIS}{_PIECE}\b.*",
    re.IGNORECASE | re.DOTALL,
)
_VERSION = re.compile(  # Correction: An earlier version of this article misstated the name
    rf"(?:(?:corrections?|clarifications?|errat(?:um|a))\b[^:\n]{{0,{LONGEST_LABEL}}}:\s+)?"
    rf"(?:an? |the )?(?:earlier|previous|original|prior|shorter|longer|similar) version of {_THIS}"
    rf"{_PIECE}\b",
    re.IGNORECASE,
)
_SUPPORT = re.compile(  # The Wire is solely responsible for all content.
    r"\bsolely responsible for (?:all|its|the|this) (?:\w+ )?content\b", re.IGNORECASE
)
_IS = r"(?:(?:was|is|has|have|had|will|may|can|were|be|been|being|also|not|then) )+"
_CHANGED = (
    r"(?:updated|corrected|clarified|republished|re-published|reprinted|reposted|syndicated"
    r"|cross-?posted|auto-?generated|fact-checked|converted to)"
)
_FIRST = (
    r"(?:first|originally|previously|initially) (?:published|posted|ran|printed|aired|reported)"
)
_HISTORY = (
    rf"(?:{_CHANGED}|{_FIRST}|amended|revised|excerpted|abridged|sponsored|verified|licen[sc]ed"
    r"|made (?:possible|available)|brought to you|translated (?:from|by)"
    r"|part of (?:our|an?|the) (?:[\w’'-]+ ){0,5}(?:series|project|collaboration|partnership)"
    r"|(?:edited|produced|provided|supplied|generated|created|reviewed|distributed) (?:by|with"
    r"|using|from|in partnership)|written (?:based on|with|by (?:ai|artificial))"
    r"|reported (?:on-air|in partnership)"
    r"|(?:funded|supported) by .{0,80}(?:grant|foundation|fund|fellowship|centre|center)"
    r"|(?:published|posted) (?:with|under|from|here|in partnership))"
)
_ABOUT_ITSELF = re.compile(  # This story has been updated; This report by The Wire was first
    rf"[(\[]?{_THIS}{_OWN} {_IS}{_HISTORY}\b.*"
    rf"|[(\[]?{_THIS}{_PIECE} {_IS}{_CHANGED}\b.*"
    rf"|[(\[]?{_THIS}{_PIECE} (?:by|from) (?:[\w.'’-]+ ){{1,6}}?{_IS}(?:{_FIRST}|{_CHANGED})\b.*"
    rf"|[(\[]?{_THIS}{_OWN} (?:first |originally |previously )+(?:appeared|ran)\b.*"
    rf"|[(\[]?{_THIS}{_PIECE} contains (?:\w+ )?(?:spoilers|affiliate)\b.*"
    r"|(?:re)?(?:printed|published|posted|produced) (?:here )?(?:with|by) (?:the )?(?:kind )?"
    r"permission\b.*"
    r"|(?:first|originally) (?:published|posted|appeared|printed)(?: (?:by|in|on|at|here)\b.*)?"
    r"|authored by .{2,80}\bvia .{2,60}|(?:re)?published .{0,60}under an? creative commons\b.*",
    re.IGNORECASE | re.DOTALL,
)
_OPINIONS = re.compile(  # The views expressed in this article are the author's own
    r"[(\[]?(?:(?:all|any|the|these|such|note that) )*(?:personal )?(?:views?|opinions?)"
    r"(?:,? (?:and|or|&) (?:\w+ )?\w+){0,3}"
    r"(?: (?:expressed|appearing|stated|contained|presented|published|given|shared)){0,2},? "
    rf"(?:here(?:in)?|above|(?:in|on|of) (?:this|the(?: above)?) (?:\w+ )?{_PIECE}"
    r"|(?:by|of) the (?:authors?|writers?|contributors?|columnists?))\b.{0,200}"
    r"\b(?:are|is|do(?:es)? not|may (?:or may )?not|reflect|represent|belong)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_ANYWHERE = re.compile(  # under a Creative Commons license; is solely responsible for all content
    r"\b(?:re-?publish\w*|licen[cs]ed?|available|reused?|shared)\b.{0,80}\bcreative commons\b"
    r"|\bcreative commons (?:licen[cs]e|attribution)\b"
    r"|\btranscripts? (?:is|are|text may|may|was|were)\b.{0,80}\b(?:rush|vary|revised|errors"
    r"|auto-?generated|final form)\b|\bthe authoritative record of\b"
    r"|\brepublish(?:ed|ing|ers?)\b.{0,80}\b(?:our|this content|must|free of charge|guidelines)\b"
    r"|^(?:all|any) (?:content|material|articles) (?:created|produced|published|provided) by\b"
    r"|^(?:the|each|every|all) (?:commenter|user|reader|subscriber)s? (?:agrees?|accepts?)"
    r" (?:to|not to)\b"
    r"|\bmakes? no (?:representations?|warrant(?:y|ies))\b"
    r"|\bfor (?:general )?informational purposes only\b"
    r"|\b(?:does|should|may|is) not (?:constitute|(?:be )?(?:construed|intended|considered) as)"
    r" (?:\w+ ){0,3}(?:advice|an offer|a recommendation)\b"
    r"|\bdo(?:es)? not (?:necessarily )?(?:reflect|represent) (?:the )?(?:official |editorial )?"
    r"(?:views?|opinions?|position|policy|stance)(?: (?:or|and) \w+)? of (?:this|our|the (?:news"
    r"|paper|site|website|publisher|editor|owner|organi[sz]ation))",
    re.IGNORECASE,
)


def is_note(line: str) -> bool:
    """Whether a line as a whole is a note: by its label, of a correction, of who paid for it."""
    return (
        _LABELLED.fullmatch(line) is not None
        or _VERSION.match(line) is not None
        or _SUPPORT.search(line) is not None
    )


def is_about_report(sentence: str) -> bool:
    """Whether a sentence is about the report that it stands in, or the duties of its outlet."""
    return (
        _ABOUT_ITSELF.fullmatch(sentence) is not None
        or _OPINIONS.fullmatch(sentence) is not None
        or _ANYWHERE.search(sentence) is not None
    )
