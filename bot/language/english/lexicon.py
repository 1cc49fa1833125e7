"""The lexicon of English news: months, titles, roles, verbs of saying, nations, each list once.

A string is a pattern without its edges, to be built into others; a set holds words in lower case
and without a full stop.
"""

import re

MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
"""The names of the months, in order."""

WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
"""The names of the days, in order."""

CALENDAR = frozenset(name.casefold() for name in (*MONTHS, *WEEKDAYS))

SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
MONTH = rf"(?:(?:{'|'.join(MONTHS)})(?!\w)|(?:{SHORT_MONTHS})\.?(?![\w-]))"
"""The name of a month, or its short form with a full stop or without."""

WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"

_SHORT_TITLES = (
    "mr mrs ms dr prof sen rep gov gen col lt capt sgt cpl maj adm cmdr spc pfc pvt rev hon"
).split()
SHORT_TITLE = rf"(?:{'|'.join(map(str.capitalize, _SHORT_TITLES))})"
"""The short form of a title, before its full stop: "Mr", "Sen"."""

ADDRESS = frozenset([*_SHORT_TITLES, *"miss sir lord lady dame president".split()])
"""Titles that are said before a name and are no part of it."""

TITLES = ADDRESS | frozenset(
    "vice deputy prime minister premier chancellor secretary state defense defence foreign "
    "interior finance treasury justice affairs trade energy health education attorney general "
    "senator representative congressman congresswoman governor mayor councillor councilman judge "
    "chief constable inspector superintendent detective sergeant corporal captain lieutenant "
    "commander colonel major brigadier admiral marshal officer private staff king queen prince "
    "princess pope cardinal archbishop bishop rabbi imam sheikh ayatollah reverend father sister "
    "doctor professor spokesman spokeswoman spokesperson director chairman chairwoman chair "
    "executive ceo cto cfo coach manager ambassador envoy commissioner leader speaker former "
    "acting interim then-president administrator prosecutor sheriff editor analyst economist "
    "researcher author founder co-founder co-host host firefighter skipper batsman bowler spinner "
    "all-rounder striker midfielder goalkeeper winger defender breeder trader employee worker "
    "resident neighbour neighbor teacher lawyer rider driver briton spaniard frenchman dane swede "
    "australian scientist biologist astronomer reporter correspondent journalist senior "
    "counterpart successor".split()
)
"""Words of titles and jobs that stand before a name."""

_HEADS = "President|Prime Minister|Premier|Chancellor|King|Queen|Pope|Leader|Secretary of State"
OFFICE = (
    rf"(?:{_HEADS}|leader|Prince|Princess|Secretary-General|General Secretary|Senator|Sen\."
    r"|Governor|Gov\.|Mayor|Minister|Secretary)"
)
"""An office before the name of who holds it, written large: few hold it, and most are known."""

RULER = re.compile(
    rf"^(?:the\s+)?(?:(?-i:[A-Z])[\w.’'-]*\s+)*(?:{_HEADS})\b(?!\s+(?:of|at)\s+the\s+(?!United\b))",
    re.IGNORECASE,
)
"""Roles that make a name known all over the world: "the Russian president"."""

_ROLES = (
    "president minister secretary leader chief head director chair(?:man|woman|person)? "
    "spokes(?:man|woman|person) professor lecturer scholar analyst fellow researcher expert "
    "economist editor author journalist correspondent reporter general commander admiral "
    "ambassador envoy diplomat governor mayor senator lawmaker official officer judge lawyer "
    "attorney founder co-?founder owner executive manager king queen prince princess pope bishop "
    "chancellor premier historian scientist doctor activist politician member player coach "
    "captain singer actor actress writer artist student teacher representative deputy strategist "
    "advis[eo]r designer engineer programmer developer seismologist geologist physicist biologist "
    "climatologist meteorologist psychologist consultant investigator prosecutor sheriff trainer "
    "cyclist sprinter rider swimmer athlete gymnast survivor volunteer resident architect broker "
    "banker trader investor partner CEO CTO CFO co-?ordinator administrator commissioner speaker "
    "counsel curator producer filmmaker photographer"
).split()
ROLE_STEM = rf"(?:{'|'.join(_ROLES)})"
ROLE = re.compile(rf"\b{ROLE_STEM}s?\b", re.IGNORECASE)
"""Nouns that say what somebody is or does."""

_CALLINGS = {
    "office": "president minister secretary senator representative governor mayor congressman "
    "congresswoman lawmaker chancellor premier councillor councilman councilwoman politician "
    "ambassador envoy diplomat official commissioner king queen prince princess leader candidate "
    "nominee deputy mp mep whip prime-minister taoiseach sheikh legislator sen rep gov",
    "business": "executive ceo cfo cto founder co-founder owner banker trader investor broker "
    "partner entrepreneur businessman businesswoman",
    "management": "manager director chairman chairwoman chairperson chair head chief",
    "science": "professor lecturer scholar analyst economist fellow researcher expert scientist "
    "historian physicist biologist geologist seismologist climatologist meteorologist "
    "psychologist astronomer doctor consultant strategist engineer statistician academic prof",
    "law": "judge lawyer attorney prosecutor counsel solicitor barrister magistrate justice",
    "force": "officer sheriff detective constable superintendent inspector sergeant general "
    "colonel commander admiral marshal lieutenant major brigadier policeman policewoman "
    "gen col lt sgt cpl maj adm cmdr",
    "sport": "coach player striker midfielder goalkeeper winger defender batsman bowler "
    "trainer athlete cyclist sprinter skipper champion swimmer gymnast all-rounder spinner "
    "fly-half scrum-half lock prop hooker boxer golfer",
    "arts": "actor actress singer writer author novelist producer filmmaker artist musician "
    "star comedian playwright composer designer curator",
    "press": "editor journalist correspondent reporter columnist host anchor moderator presenter",
    "faith": "bishop archbishop pope cardinal rabbi imam priest reverend ayatollah",
    "life": "resident student teacher volunteer survivor neighbour neighbor worker driver "
    "activist campaigner farmer shopkeeper nurse employee witness",
}
CALLINGS = {word: field for field, words in _CALLINGS.items() for word in words.split()}
"""Words for what people do, in lower case, by their field of work."""

_PARTIES = {
    "democrats": r"\(D[-–)]|\bDemocrat(?:s|ic)?\b",
    "republicans": r"\(R[-–)]|\bRepublicans?\b|\bGOP\b",
    "conservatives": r"\bTor(?:y|ies)\b|\bConservatives?\b",
    "labour": r"\bLabour\b",
    "liberals": r"\bLib Dems?\b",
}
PARTIES = {party: re.compile(words) for party, words in _PARTIES.items()}
"""What tells the American or the British party of somebody, beside the name."""

ORGANISATION = frozenset(
    "university institute college school academy inc corp corporation company co ltd llc plc gmbh "
    "group party times news post journal tribune herald guardian telegraph press agency ministry "
    "department office bureau council committee commission court parliament congress senate house "
    "government administration police army navy force forces guard corps bank fund foundation "
    "center centre association federation union league society organisation organization "
    "authority service services airlines airways air network television tv radio channel magazine "
    "daily weekly media hospital museum church club team industries motors systems technologies "
    "international national royal united world global human rights watch amnesty greenpeace cross "
    "games olympics olympic cup tour open grand championship championships act bill treaty "
    "agreement accord protocol convention conference summit report survey poll index project "
    "programme program operation mission street road avenue square bridge airport station tower "
    "palace hall park hotel island islands river lake sea ocean bay gulf mountain mountains "
    "valley city county province region state states district republic kingdom emirates north "
    "south east west northern southern eastern western central new saint san los las santa great "
    "bbc cnn cbs nbc abc reuters afp tass xinhua itar-tass interfax google apple microsoft "
    "facebook twitter youtube amazon samsung intel sony nintendo tesla yard kremlin pentagon nasa "
    "nato monde jazeera arabiya figaro spiegel pais insider flight studios entertainment pictures "
    "records labs research partners capital holdings ventures online web wikinews wikipedia app "
    "store phone android windows xbox playstation galaxy pixel day week month year war battle "
    "revolution crisis election elections disaster earthquake tsunami hurricane storm security "
    "intelligence trust alliance coalition front brigade jihad heritage aviation aerospace "
    "embassy consulate secretariat tribunal agence presse intergovernmental panel focus "
    "foreign-minister mt mount exchange strip conventions counselors counsellors "
    "board chamber assembly legislature democrats republicans conservatives labour liberals labor "
    "democratic republican".split()
)
"""Words that no person's name holds, in lower case."""

COUNTRIES = frozenset(
    "afghanistan algeria angola argentina armenia australia austria azerbaijan bangladesh belarus "
    "belgium bolivia bosnia brazil britain bulgaria burma cambodia cameroon canada chile china "
    "colombia congo croatia cyprus denmark ecuador egypt england estonia ethiopia europe finland "
    "france germany ghana greece guatemala haiti honduras hungary iceland india indonesia iran "
    "iraq ireland italy jamaica japan kazakhstan kenya korea kosovo kuwait latvia lebanon libya "
    "lithuania luxembourg malaysia malta mexico moldova mongolia morocco mozambique myanmar nepal "
    "netherlands nicaragua nigeria norway pakistan palestine panama paraguay peru philippines "
    "poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia "
    "slovenia somalia spain sudan sweden switzerland syria taiwan tanzania thailand tunisia "
    "turkey uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe "
    "africa asia america antarctica qaeda taliban hezbollah hamas".split()
)
"""Countries, continents and movements that are nobody's name; Chad, Georgia and Jordan may be."""

NATIONAL = re.compile(
    "|".join(
        (
            "American British English Scottish Welsh Irish French German Italian Spanish "
            "Portuguese Dutch Belgian Swiss Austrian Danish Swedish Norwegian Finnish Polish "
            "Czech Slovak Hungarian Romanian Bulgarian Greek Turkish Russian Ukrainian Belarusian "
            "Serbian Croatian Georgian Armenian Israeli Palestinian Lebanese Syrian Iraqi Iranian "
            "Saudi Egyptian Libyan Tunisian Algerian Moroccan Kenyan Nigerian Ghanaian Ethiopian "
            "Sudanese South North African Asian European Indian Pakistani Afghan Bangladeshi Sri "
            "Lankan Nepalese Chinese Japanese Korean Taiwanese Vietnamese Thai Malaysian "
            "Indonesian Filipino Australian Canadian Mexican Cuban Haitian Brazilian Argentine "
            "Argentinian Chilean Peruvian Colombian Venezuelan Bolivian Ecuadorian Latin Western "
            "Eastern Soviet Arab Muslim Christian Jewish Catholic Democratic Republican "
            "Conservative Labour Liberal"
        ).split()
    )
    + r"|U\.?S\.?|U\.?K\.?"
)
"""Adjectives of nations and parties, which stand before titles."""

NOT_NAMES = CALENDAR | frozenset(
    "the a an this that these those he she it they we i you his her its their our my your who "
    "what when where why how if in on at as by for from with without after before since until "
    "while although though because but and or so yet also however meanwhile earlier later today "
    "yesterday tomorrow one two three four five six seven eight nine ten many most some several "
    "both all each every no not now then there here according speaking asked still even despite "
    "during under over between among about more less such other another first last next only just "
    "like once near outside inside across throughout around beyond "
    "god internet english french christmas easter earth mars moon".split()
)
"""Capitalised words that begin no name."""

PARTICLES = frozenset(
    "de da do dos di del della van von der den ter bin ibn al el la le du y ben und e st".split()
)
"""Small words inside names: "Maria del Carmen", "Osama bin Laden"."""

PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES))})"

REPORTED = r"(?:said|says|told|tells|added|adds|asked|announced|reported|according\s+to)"
"""The plainest signs that somebody's words are reported."""

SAYING = (
    r"(?:said|says|added|adds|told|tells|wrote|writes|tweeted|posted|argued|argues|stated|noted"
    r"|explained|insisted|warned|declared|recalled|testified|continued|concluded|acknowledged"
    r"|replied|announced)"
)
"""Verbs that put words into somebody's mouth."""

ASKING = r"(?:asked|asks|wondered|shouted|cried|answered)"
"""Verbs that follow a quotation which ends with a mark of its own: "“Why?” she asked"."""

ACTS = (
    r"(?:stressed|emphasi[sz]ed|hailed|praised|described|called\s+(?:for|on)|urged|vowed|pledged"
    r"|promised|critici[sz]ed|accused|asserted|claimed|suggested|reiterated|referred\s+to"
    r"|applauded|lauded|welcomed|condemned|demanded|confirmed|predicted|proposed|admitted"
    r"|cautioned|complained|compared|defended|dismissed|endorsed|estimated|highlighted|indicated"
    r"|maintained|pointed\s+out|rejected|remarked|revealed|signalled|speculated|thanked|touted"
    r"|trumpeted|underlined|believes|considers|expects|denounced|decried|lamented|likened"
    r"|recommended|called)"
)
"""Verbs that tell what somebody did with words."""

ABBREVIATIONS = frozenset(
    [
        *_SHORT_TITLES,
        *"jan feb mar apr jun jul aug sep sept oct nov dec".split(),
        *(
            "st jr sr no nos v vs etc inc ltd co corp fig vol pp eg ie approx est dept univ messrs "
            "mmes amb supt insp atty fr pres mt ft"
        ).split(),
    ]
)
"""Words that end with a full stop without ending a sentence."""

ALSO_LAST = frozenset("jr sr etc inc ltd co corp am pm".split())
"""Abbreviations that a sentence may end with."""

OPENERS = frozenset(
    "the a an he she it they we i you this that these those but and in on at for as if when while "
    "after before since his her their its our my there here what who why how not yet so or some "
    "many most both one two last next mr mrs ms dr".split()
)
"""Words that open a new sentence when they stand after an abbreviation."""
