"""The wording of a page's buttons, notices and menus, kind by kind."""

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
