"""Boilerplate that is known by its words: controls, promotions, house notes. English."""

import re

_SITES = (
    r"(?:facebook|twitter|x|linkedin|linked ?in|e-?mail|whats ?app|reddit|pinterest|telegram"
    r"|instagram|threads|bluesky|mastodon|messenger|tumblr|flipboard|pocket|youtube|tik ?tok|line"
    r"|sms|google\+|stumbleupon|rss)"
)

CONTROLS: dict[str, tuple[str, ...]] = {
    "cookie": (
        r"(?:this|our) (?:web ?)?(?:site|page|service|content) (?:uses|use|may use) cookies\b.*",
        (
            r"(?:we|our partners)\b.{0,80}\b(?:use|store|set|place|place and "
            r"read)\b.{0,60}\bcookies\b.*"
        ),
        (
            r"(?:accept|reject|allow|decline|manage|refuse)(?: all| only| necessary| my| your| "
            r"optional| and close)*"
            r" (?:cookies?|consent|preferences|trackers|cookie (?:settings|preferences))"
        ),
        (
            r"(?:accept all|reject all|i agree|accept & (?:close|continue)|got it!?|accept and "
            r"continue)"
        ),
        r"cookies? (?:policy|settings|preferences|notice|consent|list|choices)",
        r"we (?:value|care about|respect) your privacy\b.{0,80}",
        (
            r"by (?:clicking|continuing|using|browsing|signing|subscribing|submitting|registering"
            r"|creating"
            r"|entering|providing)\b.*\byou (?:agree|consent|accept|are agreeing|acknowledge"
            r"|confirm)\b.*"
        ),
        r"(?:your )?privacy (?:choices|settings|preferences|options)",
        r"do not (?:sell|share)(?: or (?:sell|share))? my (?:personal )?(?:info|information|data)",
        r"this site is protected by re ?captcha\b.*",
        r"(?:see|read|view) our privacy (?:policy|notice)\b.*",
    ),
    "affiliate": (
        (
            r".{0,120}\bwe (?:may |might |can |could |will )?(?:earn|receive|get)\b.{0,40}"
            r"\bcommissions?\b.{0,120}"
        ),
        r".{0,120}\baffiliate commissions?\b.{0,120}",
        r"(?:ftc: )?we use income earning\b.*",
        r"(?:\w+ ){1,3}has affiliate partnerships\b.*",
    ),
    "share": (
        (
            rf"(?:share|tweet|send|post|pin)(?: this| it| the)?(?: (?:article|story|page|post|news"
            rf"|link))?"
            rf"(?: (?:on|to|via|by|with|in|through)(?: your)?:? ?(?:{_SITES}|friends?|a friend"
            rf"|shortlink))+"
        ),
        (
            r"(?:share|tweet|print|e-?mail|save|bookmark|copy|like|rate|gift|download|republish"
            r"|cite|listen to)"
            r" (?:this|the)(?: (?:article|story|page|post|news|link|url|full article"
            r"|episode|audio))?"
            r"(?: (?:for later|for free|as pdf|with friends|now))?"
        ),
        (
            r"(?:share|copy|get|permanent|short)[ -](?:link|url|permalink|options|via)(?: "
            r"?url)?(?: ?copied!?)?"
        ),
        r"(?:link )?copied!?(?: to (?:your )?clipboard!?)?",
        r"(?:show|close|more)(?: more| extra)? shar(?:ing|e) options",
        (
            rf"(?:follow|like|find|join|connect with|add) (?:us|me|our|him|her|@\w+)\b.{{0,40}}"
            rf"(?:on|at|@).{{0,20}}\b{_SITES}\b.{{0,80}}"
        ),
        (
            rf"(?:please )?(?:follow|like|find) (?:us|@\w+)(?: (?:on|at) (?:{_SITES}|social media"
            rf"|google news))?"
        ),
        rf"follow [\w.'@ -]{{2,40}} on {_SITES}(?: [@\w]+)?",
        rf"(?:(?:share|tweet|print|copy link|on|via|{_SITES})\b[ |/•·:]*){{2,14}}",
        r"sharing is caring!?",
        r"share your thoughts with friends\.?",
        r"(?:total )?\d[\d,.]*k? ?(?:shares?|likes|views|retweets|reads)",
        (
            r"(?:listen|listen to (?:this )?(?:article|story|audio)|listen now)(?: \(?\d+ "
            r"?min(?:ute)?s?\)?)?"
        ),
        (
            r"(?:save for later|read later|add to (?:favou?rites|bookmarks|reading list)|gift "
            r"(?:this )?article"
            r"|click to tweet|print (?:article|page|story)|(?:article|story) saved)"
        ),
        (
            r"(?:add|make|set) \S.{0,40}(?:preferred source|as (?:a )?(?:preferred|trusted) "
            r"source).{0,30}"
        ),
    ),
    "navigation": (
        (
            r"(?:skip|jump|go) to (?:the )?(?:main |primary )?(?:content|navigation|footer|search"
            r"|article)"
        ),
        (
            r"\W{0,3}(?:advertisement|advertorial|advert|adverts|ads by \w+|adchoices|paid "
            r"advertisement)\W{0,3}"
            r"(?: ?(?:remove ads|scroll (?:down )?(?:to continue|for more).{0,30}|story "
            r"continues.{0,30}"
            r"|continue reading.{0,30}|article continues.{0,40}))?"
        ),
        (
            r"(?:(?:story|article|content|post|text) )?continue[sd]?(?: reading)?(?: the (?:main "
            r")?(?:story|article))?"
            r" (?:below|after|reading the main story)\b.{0,40}"
        ),
        r"scroll (?:down )?(?:to continue|for more|to read)\b.{0,40}",
        (
            r"(?:view|see|read|show) (?:the )?original(?: (?:post|article|story|source|version"
            r"|content))?"
        ),
        r"(?:like )?loading\b ?(?:more|comments|\w+ player|article)?[ .…]*",
        (
            r"(?:back|return|scroll) to (?:the )?(?:top|home|gallery|article|homepage|main page"
            r"|results)"
        ),
        (
            r"(?:play|pause|watch|stop|unmute|mute) (?:the )?(?:video|audio|clip|live"
            r"|slideshow)(?: \d+:\d\d)?"
        ),
        r"(?:video|audio) (?:player|duration|unavailable|playback|length)\b.{0,40}",
        (
            r"(?:view|open|launch|see|show|hide|enlarge|expand|toggle|close|zoom) (?:this |the "
            r"|full |in |more )*"
            r"(?:image|caption|photo|photos|picture|gallery|fullscreen|navigation|menu|slideshow"
            r"|search)"
            r"(?: (?:in (?:gallery|fullscreen)|\(\d+\)))?"
        ),
        r"(?:image|photo|slide|picture|item|page)? ?\d+ of ?/? ?\d+",
        r"view all \(\d+\)",
        (
            r"(?:site|page|section|main|primary|secondary) (?:information|map|menu|navigation"
            r"|index|footer|search)"
        ),
        r"(?:please )?(?:enable|turn on) javascript\b.*",
        r"(?:your|this) browser (?:does not|doesn't) support\b.*",
        r"an error (?:has )?occurred\b.{0,80}(?:try again|later|javascript).*",
        r"(?:request )?(?:reprints?|reprint & licensing)(?: & permissions)?\b.{0,80}",
        r"view pdf ?/? ?print mode",
        r"(?:« )?previous(?: post| article)?(?: [|/•«»])? next(?: post| article)?(?: »)?",
        (
            r"(?:want to|see something|spotted|found|notice) (?:suggest|report|wrong|an?) ?(?:a|an"
            r"|correction|error"
            r"|typo|mistake)?(?: correction| error| typo| mistake)?\?.{0,80}"
        ),
        r"about (?:the|this) authors?",
        r"(?:more|all|other) (?:by|from) this author",
        r"(?:\d+ )?(?:listen|watch|read) (?:live)",
    ),
    "copyright": (
        r"(?:copyright\s*)?(?:©|\(c\)|&copy;)\s*\S.{0,160}",
        r"copyright (?:©|\(c\)|\d{4}|by\b|notice|policy).{0,160}",
        r".{0,160}\ball rights reserved(?:\.\s.{0,100})?",
        (
            r"(?:(?:terms(?: (?:of|and|&) (?:use|service|sale|conditions))?|privacy(?: (?:policy"
            r"|notice|statement))?|cookies?(?: policy)?|contact(?: us)?|about us"
            r"|advertise(?: with us)?"
            r"|careers|accessibility(?: statement)?|site ?map|imprint|disclaimer|legal notice|faq"
            r"|adchoices|corrections)\b[\s|•·,/&-]*(?:and )?){2,12}"
        ),
        r"(?:terms (?:of|and|&) (?:use|service|conditions)|privacy (?:policy|notice|statement))",
        r"this material may not be (?:published|reproduced)\b.*",
        (
            r"(?:reproduction|republication|redistribution|republishing) (?:in whole|without|of "
            r"this|is prohibited).*"
        ),
        r".{0,80}\bmay not be (?:published, broadcast|reproduced, distributed)\b.*",
    ),
    "tags": (
        (
            r"(?:related )?(?:tags|topics|filed under|filed to|keywords|categories|posted in"
            r"|tagged|tagged with"
            r"|labels|related tags|article tags)(?: ?:)(?! "
            r"?https?:)[^.!?]{0,200}"
        ),
        r"\w+(?: #\w+){1,12}",
    ),
}

AT_THE_EDGES: dict[str, tuple[str, ...]] = {
    "share": (
        (
            rf"(?:share|tweet|print|save|bookmark|copy|submit|buffer|gift|follow us|share on"
            rf"|share via|like|pin"
            rf"|e-?mail|listen|follow|share this|like this|copy link|social plugin|{_SITES})"
        ),
    ),
    "related": (
        (
            r"related|trending|popular|sponsored|see also|further reading|more news|read on|see "
            r"more|view more"
            r"|more|don't miss(?: this)?|watch|also in the news|latest|featured"
            r"|elsewhere|show more"
        ),
        r"more (?:in|on|from|about) \S.{0,40}",
        r"(?:also|popular|trending|new) (?:on|in|from) \S.{0,30}",
    ),
    "comment_prompt": (
        r"comments?|discussion|join the conversation|name|email|website|poll|conversation",
    ),
    "newsletter": (r"newsletters?(?: sign-?up)?|sign[ -]?up|notifications?|email address|get it",),
    "cookie": (r"accept|decline|cookies|privacy|preferences|consent",),
    "tags": (r"tags|topics|keywords|categories|related topics|related tags",),
    "navigation": (
        (
            r"home|menu|search|close|log ?in|sign ?in|my account|register|contact(?: us)?"
            r"|about(?: us)?|careers"
            r"|advertise(?: with us)?|site ?map|live tv|watch live|next|previous|ad|breaking news"
            r"|caption"
            r"|e-?paper|play|pause|mute|menusections|shop|help|skip|open menu|get the app|learn "
            r"more|video"
        ),
    ),
}


_PIECE = (
    r"(?:articles?|stor(?:y|ies)|posts?|news|content|videos?|coverage|topics?|links?|headlines?"
    r"|reads?|reading|items?|galler(?:y|ies)|tags|searches|updates?)"
)
_THIS = r"(?:this|the|our|full|original|entire|more|\s)+"
_LETTER = r"(?:newsletters?|inbox|mailing list|news alerts?|e-?mail (?:alerts?|updates?)|emails)"
_TALK = r"(?:comments?|repl(?:y|ies)|responses?|discussion|conversation)"

INVITATIONS: dict[str, tuple[str, ...]] = {
    "archive_trailer": (
        r"this archive was generated by .*",
        r"(?:to|click (?:here )?to) unsubscribe\b(?:,| from| send| click| visit|$).*",
        r"unsubscribe(?: here| from this list)?",
        r"you (?:are receiving|received|have received) this (?:e-?mail|message) because.*",
        r"[\w. -]+ mailing list",
        r"[\w.+-]+@lists?\.[\w.-]+",
        (
            r"(?:list (?:info|archives?)|mailing list (?:info|archives?)|more information about "
            r".* list)\b.*"
        ),
        r"- ?-+ ?(?:original|forwarded) message ?-+ ?-",
        r"(?:sent|get outlook) (?:from|for) my? ?(?:iphone|ipad|ios|android|mobile device)",
        r"(?:previous|next) message(?: \(by thread\))?:.*",
        r"messages sorted by:?.*",
    ),
    "contribution": (
        (
            r"\(?with (?:inputs?|files|reports|reporting|agency inputs) (?:from|by) "
            r"[^.!?]{2,100}\.?\)?"
        ),
        r"\(?with (?:\w+ ){0,2}inputs\)?",
        (
            r"this (?:article|story|report|piece|post|essay|interview|column) (?:was |has been )?"
            r"(?:originally|first) (?:published|appeared|posted|ran|produced)\b.*"
        ),
        r"the post\b.{1,160}\bappeared first on\b.{1,80}",
        (
            r"\(?this (?:story|article|report|copy) (?:has not been|was not|is) (?:edited by"
            r"|auto-?generated"
            r"|published from)\b.*"
        ),
    ),
    "related": (
        (
            rf"(?:more|must|also|related|recommended|recommend|latest|top|popular|trending|similar"
            rf"|other"
            rf"|suggested|featured|previous|next|most recent|you may like|more related|more top"
            rf"|more latest"
            rf"|further|promoted|sponsored|selected)[ -](?:to )?{_PIECE}(?: for you)?"
        ),
        rf"more {_PIECE} (?:like this(?: one)?|you (?:may|might) like|from \S.{{0,40}})",
        r"more like this",
        r"more on this (?:story|topic|subject)",
        r"(?:also|must) (?:read|see|watch)",
        r"(?:read|see|watch) (?:also|next)",
        r"read more(?: (?:here|stories|news|articles|at|on|from)\b.{0,40})?",
        rf"read {_THIS}(?:{_PIECE}|version|here)(?: (?:here|on|at|in)\b.{{0,60}})?",
        r"recommend(?:ed|ations|ed for you|ed by \w+|ed reading)?",
        (
            r"(?:most|most-)(?: )?(?:popular|read|viewed|shared|commented|watched|discussed)"
            r"(?: (?:now|today|this week|stories|articles|news|posts|on \S.{0,30}|in \S.{0,30}))?"
        ),
        (
            r"you (?:may|might|will|'ll|could) (?:also )?(?:like|enjoy|love|be interested in|have "
            r"missed)"
            r"(?: to read| this| these(?: \w+)?)?"
        ),
        r"(?:we|editors?) recommends?",
        r"(?:trending|popular|featured|hot) (?:now|today|this week|right now|on \S.{0,30})",
        r"(?:what to|what you should) read next",
        r"(?:from|around) (?:around )?the web",
        r"editor'?s'? (?:picks?|choices?)",
        r"(?:stories|articles|picks|recommendations) for you",
        r"(?:keep|continue) reading",
        r"in case you missed it",
        r"(?:you )?(?:might|may) also like",
        r"(?:previous|next|older|newer) (?:article|story|post|up article)s?",
        (
            r"(?:see|view|show|browse) (?:more|all)(?: \w+)? (?:stories|articles|news|photos|posts"
            r"|videos"
            r"|comments|galler(?:y|ies))"
        ),
        r"(?:click|tap) (?:here )?(?:to|for) (?:read|see|view|more)\b.{0,120}",
        r"(?:promoted|sponsored|paid|partner) (?:content|links?|stories|posts?|by \w+)",
    ),
    "comment_prompt": (
        r"(?:please )?enter your (?:comment|name|website)(?: (?:address|here|below))*",
        (
            rf"(?:leave|post|add|write|submit|cancel) (?:a |your |an? )?(?:{_TALK})(?: "
            rf"here| below)?"
            rf"(?: cancel {_TALK})?"
        ),
        rf"(?:log|sign) in (?:or (?:register|sign up) )?to (?:leave a |post a |join the )?{_TALK}",
        rf"(?:you must|please) (?:be logged|log|sign|login)\b.* (?:to|a) (?:post )?(?:a )?{_TALK}",
        rf"\(?\d[\d,]*\)? {_TALK}(?: yet| \(\+\))?",
        (
            rf"(?:view|show|read|see|load|hide|open|close|join|start) (?:the |all "
            rf"|more |\d+ )*{_TALK}"
            rf"(?: \(\d+\))?"
        ),
        (
            rf"{_TALK} (?:are|is) (?:now )?(?:closed|disabled|turned off|off|moderated)(?: "
            rf".{{0,60}})?"
        ),
        r"no (?:comments|replies|responses)(?: yet)?",
        r"(?:blog )?comments powered by \w+",
        r"your e-?mail address will not be published\.?.*",
        r"required fields are marked\b.*",
        r"save my name, e-?mail,? and website\b.*",
        (
            r"(?:be the first to|what do you think\? leave a) (?:comment|leave a comment"
            r"|respond)\b.{0,60}"
        ),
        r"have your say(?: in (?:the|our) comments.*)?",
        r"(?:report|flag|reply to) (?:this|a) comment",
        (
            r"(?:let us know|tell us|share your thoughts|join the conversation) .{0,40}\bcomments?"
            r"(?: (?:section|below|section below))?"
        ),
        r"(?:captcha|you have entered an incorrect email address)\b.*",
    ),
    "newsletter": (
        (
            rf"(?:please |click here to |to )?(?:sign[ -]?up|subscribe|register|join|opt "
            rf"in)\b.*\b{_LETTER}\b.*"
        ),
        (
            r"(?:please )?subscribe(?: now| today| here| for free| to read| to continue| to unlock"
            r"| to (?:our|us|get|the [a-z ]+(?:channel|podcast|newsletter))\b.*)?"
        ),
        r"subscribe (?:for|and get|to get) (?:unlimited|full|more|just|only|as little)\b.*",
        r"sign[ -]?up (?:now|today|here|for free|here to .{0,60})",
        (
            r"(?:get|receive|have|want|delivering) .*\b(?:delivered|straight|sent"
            r"|direct(?:ly)?|right)"
            r" (?:directly |straight )?(?:in)?to your (?:inbox|e-?mail|mailbox|phone)\b.*"
        ),
        r"get .*\b(?:in your inbox|news alerts)\b.*",
        r".{3,60} (?:straight|direct|delivered) to your inbox\b.*",
        r"(?:our|the) (?:daily|weekly|free|morning|evening) newsletter(?: sign-?up)?",
        r"(?:most recent|daily|weekly|our|free|morning|evening) newsletters?",
        r"enter your e-?mail(?: address)?\b.{0,80}",
        r"(?:thanks|thank you) for (?:subscribing|signing up)\b.{0,80}",
        r"you can unsubscribe (?:at )?any ?time\b.*",
        r"no spam\b.{0,120}",
        r"already (?:a |have an? )?(?:subscriber|member|account|subscribed|registered)\?.{0,80}",
        (
            r"(?:this (?:article|story|content) is (?:for|available to|only for) (?:\w+ "
            r")?subscribers)\b.*"
        ),
        r"(?:become|be) a (?:member|subscriber|supporter)(?: today| now)?",
        r"(?:start|try|begin) your free trial\b.{0,60}",
        (
            r"(?:support|help (?:us )?fund|donate to) (?:our|independent|quality) "
            r"journalism\b.{0,120}"
        ),
        r"(?:download|get|install) (?:our|the)(?: \w+){0,3} app\b.{0,80}",
        r"never miss (?:an? )?(?:update|story|post|article|beat)\b.{0,80}",
        r"stay (?:informed|up to date|connected|in the know)(?: with .{0,60})?",
        r"(?:turn on|enable|allow) (?:desktop |push )?notifications\b.{0,80}",
    ),
}


LONGEST_PHRASE = 260  # characters; page furniture is short, and longer lines are left to prose


def _table(rules: dict[str, tuple[str, ...]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile("|".join(phrases), re.IGNORECASE)) for kind, phrases in rules.items()
    )


_ANYWHERE_TABLE = _table(INVITATIONS | CONTROLS)
_EDGE_TABLE = _table(AT_THE_EDGES)
_REPORTED = re.compile(
    r"[“”\"]|\b(?:said|says|told|tells|adds|added|asked|according to|announced|he|she|they|his"
    r"|her)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:read more|read also|also read|read next|read|related(?: \w+)?|see also|must[ -]read"
    r"|recommended"
    r"|more stories|you may also like|trending|don't miss|more on this)\s*(?::|\||»|›|>>"
    r"|→)\s*(.+)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:more|must|related|recommend|latest|top|popular|trending|most|you (?:may|might)"
    r"|similar|other"
    r"|editor|from|around|stories|articles)\b.*",
    re.IGNORECASE,
)
_CRUMB = re.compile(r"[A-Z][^.!?]{1,100}")
_BREADCRUMB = re.compile(r"\s*[>›»]\s*")
_ADDRESS = re.compile(r"[<(]?(?:https?://|www\.)[^\s<>()\[\]]+(?:\([^\s()]*\)[^\s()]*)?[>)]?")


def phrase_kind(line: str) -> str | None:
    """Tell what furniture a line is by its wording, wherever it stands; None for prose."""
    if _ADDRESS.fullmatch(line):
        return "url"
    if len(line) > LONGEST_PHRASE or _REPORTED.search(line):
        return None
    return next((kind for kind, form in _ANYWHERE_TABLE if form.fullmatch(line)), None)


def edge_kind(line: str) -> str | None:
    """Tell the kind of a line that is furniture only outside the article's body: "Share"."""
    if len(line) > LONGEST_PHRASE:
        return None
    crumbs = _BREADCRUMB.split(line)
    if len(crumbs) > 1 and all(_CRUMB.fullmatch(crumb) for crumb in crumbs):
        return "navigation"
    words = line.rstrip(" :.…›»→>!")
    return next((kind for kind, form in _EDGE_TABLE if form.fullmatch(words)), None)


def names_another_article(line: str) -> bool:
    """Whether a line points to another article by its title, as in "Read more: A title"."""
    found = _TITLED.fullmatch(line) if len(line) <= LONGEST_PHRASE else None
    return found is not None and not found[1].endswith((".", "”", '"'))


def leads_to_others(line: str) -> bool:
    """Whether a line that is furniture stands above the titles of other articles."""
    return _OTHERS.fullmatch(line) is not None and not names_another_article(line)
