"""Words that tell what a capitalised name is of: a person's title, an organisation, a place."""

import re

TITLES = frozenset(
    "president vice deputy prime minister premier chancellor secretary state defense defence "
    "foreign interior finance treasury justice affairs trade energy health education attorney "
    "general senator sen rep representative congressman congresswoman governor gov mayor "
    "councillor councilman judge chief constable inspector superintendent detective sergeant sgt "
    "spc pvt corporal captain capt lieutenant lt commander cmdr colonel col major maj brigadier "
    "admiral marshal officer private staff king queen prince princess pope cardinal archbishop "
    "bishop rabbi imam sheikh ayatollah reverend rev father sister dr doctor prof professor mr "
    "mrs ms miss sir lord lady dame spokesman spokeswoman spokesperson director chairman "
    "chairwoman chair executive ceo cto cfo coach manager ambassador envoy commissioner leader "
    "speaker former acting interim then-president administrator prosecutor sheriff editor analyst "
    "economist researcher author founder co-founder co-host host firefighter skipper batsman "
    "bowler spinner all-rounder striker midfielder goalkeeper winger defender breeder trader "
    "employee worker resident neighbour neighbor teacher lawyer rider driver briton spaniard "
    "frenchman dane swede australian scientist biologist astronomer reporter correspondent "
    "journalist senior".split()
)
"""Words of titles and jobs that stand before a name, in lower case and without a full stop."""

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
    "foreign-minister mt mount exchange strip taiba conventions counselors counsellors mindset "
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
    r"(?:American|British|English|Scottish|Welsh|Irish|French|German|Italian|Spanish|Portuguese|"
    r"Dutch|"
    r"Belgian|Swiss|Austrian|Danish|Swedish|Norwegian|Finnish|Polish|Czech|Slovak|Hungarian|"
    r"Romanian|"
    r"Bulgarian|Greek|Turkish|Russian|Ukrainian|Belarusian|Serbian|Croatian|Georgian|Armenian|"
    r"Israeli|"
    r"Palestinian|Lebanese|Syrian|Iraqi|Iranian|Saudi|Egyptian|Libyan|Tunisian|Algerian|Moroccan|"
    r"Kenyan|"
    r"Nigerian|Ghanaian|Ethiopian|Sudanese|South|North|African|Asian|European|Indian|Pakistani|"
    r"Afghan|"
    r"Bangladeshi|Sri|Lankan|Nepalese|Chinese|Japanese|Korean|Taiwanese|Vietnamese|Thai|Malaysian|"
    r"Indonesian|Filipino|Australian|Canadian|Mexican|Cuban|Haitian|Brazilian|Argentine|"
    r"Argentinian|"
    r"Chilean|Peruvian|Colombian|Venezuelan|Bolivian|Ecuadorian|Latin|Western|Eastern|Soviet|Arab|"
    r"Muslim|Christian|Jewish|Catholic|Democratic|Republican|Conservative|Labour|Liberal|"
    r"U\.?S\.?|U\.?K\.?)"
)
"""Adjectives of nations and parties, which stand before titles."""

NOT_NAMES = frozenset(
    "the a an this that these those he she it they we i you his her its their our my your who "
    "what when where why how if in on at as by for from with without after before since until "
    "while although though because but and or so yet also however meanwhile earlier later today "
    "yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december one two three four five "
    "six seven eight nine ten many most some several both all each every no not now then there "
    "here according speaking asked still even despite during under over between among about more "
    "less such other another first last next only just like once god internet english french "
    "christmas easter earth mars moon".split()
)
"""Capitalised words that begin no name."""

ROLE = re.compile(
    r"\b(?:president|minister|secretary|leader|chief|head|director|chair|chairman|chairwoman|"
    r"spokes(?:man|woman|person)|professor|lecturer|scholar|analyst|fellow|researcher|expert|"
    r"economist|"
    r"editor|author|journalist|correspondent|reporter|general|commander|admiral|ambassador|envoy|"
    r"diplomat|"
    r"governor|mayor|senator|lawmaker|official|officer|judge|lawyer|attorney|founder|co-?founder|"
    r"owner|"
    r"executive|manager|king|queen|prince|princess|pope|bishop|chancellor|premier|historian|"
    r"scientist|"
    r"doctor|activist|politician|member|player|coach|captain|singer|actor|actress|writer|artist|"
    r"student|"
    r"teacher|representative|deputy|strategist|advis[eo]r|designer|engineer|programmer|developer|"
    r"seismologist|geologist|physicist|biologist|climatologist|meteorologist|psychologist|"
    r"consultant|"
    r"investigator|prosecutor|sheriff|trainer|cyclist|sprinter|rider|swimmer|athlete|gymnast|survivor|"
    r"volunteer|resident|architect|broker|banker|trader|investor|partner|CEO|CTO|CFO|co-ordinator|"
    r"coordinator|administrator|commissioner|speaker|counsel|curator|producer|filmmaker|photographer)s?\b",
    re.IGNORECASE,
)
"""Nouns that say what somebody is or does."""

RULER = re.compile(
    r"^(?:the\s+)?(?:[A-Z][\w.’'-]*\s+)*(?:president|prime minister|premier|chancellor|king|queen|"
    r"pope|leader|secretary of state)\b(?!\s+(?:of|at)\s+the\s+(?!United\b))",
    re.IGNORECASE,
)
"""Roles that make a name known all over the world."""
