"""Fields of words: what could stand in the same place of a sentence and would say another thing.

No two words of a field mean the same, and a field has four at least: one of them is right where the
others are wrong. They are names and things that can be seen: of verbs and of abstract nouns, such
as "deal" and "profit", blind readers found that the words beside them leave but one.
"""

FIELDS = """
winter summer spring autumn
coffee tea wine beer whisky milk
bread rice sugar chocolate cheese butter pasta
oil gas coal steel copper uranium
pop jazz opera folk
beef pork chicken lamb fish
asthma malaria measles diabetes tuberculosis flu
Catholic Protestant Orthodox Anglican
January February April June July August September October November December
wheat maize cotton tobacco soya
euro dollar pound yen rouble
red blue green yellow orange purple
north south east west
"""

NOUNS = """
film album book play opera musical novel poem
song film painting photograph sculpture cartoon
singer actor director author comedian dancer poet
guitarist drummer pianist violinist
guitar piano violin drum trumpet saxophone
concert exhibition parade wedding
festival exhibition conference parade
museum library theatre cinema gallery stadium
coach captain goalkeeper striker referee
sprinter swimmer cyclist boxer gymnast golfer
semi-final final replay friendly
team fan coach referee sponsor
injury suspension illness transfer
ankle knee shoulder hamstring wrist elbow groin
teacher nurse doctor firefighter pilot driver farmer miner postman
student pupil parent pensioner voter commuter tourist
lawyer judge prosecutor juror witness
bishop priest rabbi imam monk
scientist astronomer biologist chemist engineer historian
soldier sailor pilot spy diplomat
king queen prince princess duke
investor regulator shareholder creditor customer supplier
chip phone camera battery
teenager pensioner student soldier teacher
driver passenger cyclist pedestrian
salmon tuna cod lobster
apple orange banana potato tomato
factory warehouse office shop mine shipyard
bank airline insurer retailer brewer carmaker
hospital school prison airport hotel church library
hospital museum stadium bridge tunnel prison
school university college nursery
house flat hotel castle farm
ship plane train bus ferry truck
car motorcycle bicycle lorry tractor
rocket satellite telescope drone helicopter
planet comet asteroid moon star
phone computer camera television printer tablet
virus worm bug hacker spammer
email letter phone text
website newspaper magazine broadcaster
virus vaccine drug diet
tumour stroke allergy migraine
heart lung liver kidney brain
dog cat horse cow pig sheep rabbit
lion tiger bear wolf elephant monkey gorilla
whale shark dolphin seal turtle penguin
bird butterfly bee spider snake frog
forest desert river lake mountain glacier beach
earthquake flood hurricane drought wildfire volcano
tsunami tornado blizzard heatwave landslide
storm fog flood heatwave snow
election referendum budget summit
court parliament cabinet senate
police army navy government
bomb missile tank rifle helicopter
theft fraud bribery forgery smuggling
robbery burglary fraud blackmail
wedding divorce birthday pregnancy
father mother brother sister uncle aunt cousin
husband wife son daughter
boy girl man woman
painting diamond watch necklace coin stamp
shirt dress hat shoe coat
cup league championship tournament
immigrant refugee tourist student
road railway airport port canal
river bridge tunnel canal
game film phone album
"""

NAMES = """
Google Microsoft Apple Amazon Facebook IBM Sony Samsung Nintendo Intel Nokia Yahoo
Twitter YouTube Instagram TikTok Snapchat Facebook
Toyota Ford Honda BMW Volkswagen Renault Nissan Volvo Fiat Tesla
Arsenal Chelsea Liverpool Everton Tottenham Barcelona Juventus
London Paris Berlin Madrid Rome Vienna Athens Dublin Tokyo Moscow Sydney Toronto Brussels
Chicago Boston Miami Seattle Denver Dallas Houston Philadelphia Atlanta Detroit
Barclays HSBC Santander Citigroup JPMorgan Lloyds
Ryanair EasyJet Lufthansa Qantas Delta Emirates
Shell BP Exxon Chevron Total
Tesco Walmart Ikea Lidl Aldi Carrefour
Pfizer Merck Bayer Novartis AstraZeneca Moderna
Disney Pixar Netflix Paramount Universal
Harvard Yale Princeton Stanford Oxford Cambridge
Oscar Grammy Emmy Bafta
Oscars Grammys Emmys Baftas
Christmas Easter Halloween Thanksgiving
Mars Venus Jupiter Saturn Mercury
Islam Buddhism Hinduism Judaism
Muslims Christians Jews Hindus Buddhists
BBC ITV CNN NBC MTV
"""


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _fields() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    ones = [line.split() for line in f"{FIELDS}{NOUNS}{NAMES}".splitlines() if line]
    several = [[_plural(noun) for noun in line.split()] for line in NOUNS.splitlines() if line]
    for field in map(tuple, (*ones, *several)):
        for word in field:
            found[word] = (*found.get(word, ()), field)
    return found


FIELDS_OF = _fields()
"""The fields that a word is in, by the word as it stands within a sentence."""
