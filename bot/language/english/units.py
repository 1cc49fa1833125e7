"""What English numbers are made of, and what they are of: words, currencies, units, nouns."""

from decimal import Decimal


def _pairs(listed: str) -> dict[str, str]:
    words = listed.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * tens for tens, word in enumerate(_TENS, start=2)
}
"""Numbers that are one word and are added up."""

SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "million": 10**6}
SCALES |= {"crore": 10**7, "billion": 10**9, "trillion": 10**12}
SCALES |= {"lakhs": 10**5, "crores": 10**7, "bn": 10**9, "mn": 10**6, "tn": 10**12}
"""What the word after a number multiplies it by."""

SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
"""What letters that are written onto a number multiply it by: "5m", "2bn"."""

_RANKS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
ORDINALS = {word: value for value, word in enumerate(_RANKS, start=1)} | {
    f"{word[:-1]}ieth": SMALL[word] for word in _TENS
}
"""Ordinals that are one word and are added up."""

PARTS = {"half": 2, "halve": 2, "quarter": 4} | {word: ORDINALS[word] for word in _RANKS[2:10]}
"""Into how many parts the word of a fraction divides a whole."""

FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
"""Signs of a fraction that may end a number."""

CURRENCY_SIGNS = _pairs(
    "$ usd US$ usd A$ aud AU$ aud C$ cad CA$ cad HK$ hkd NZ$ nzd S$ sgd NT$ twd R$ brl MX$ mxn "
    "EC$ xcd J$ jmd £ gbp € eur ¥ jpy CN¥ cny JP¥ jpy ₽ rub ₴ uah ₹ inr ₩ krw ₪ ils ₺ try ₱ php "
    "₫ vnd ₦ ngn ₸ kzt ₾ gel ₡ crc ₲ pyg ₵ ghs ฿ thb ₮ mnt ₼ azn ֏ amd Rs inr Rs. inr Rp idr "
    "RM myr kr krone Kr krone Fr chf Fr. chf KSh kes"
)
"""The currency that a sign before a number stands for."""

CURRENCIES = _pairs(
    "dollar usd buck usd euro eur pound gbp quid gbp yen jpy yuan cny renminbi cny rouble rub "
    "ruble rub rupee inr hryvnia uah franc chf won krw krona sek kronor sek zloty pln forint huf "
    "rand zar baht thb shekel ils naira ngn lira try real brl reais brl riyal sar dirham aed rial "
    "irr leu ron lei ron lev bgn leva bgn ringgit myr rupiah idr dong vnd taka bdt tenge kzt "
    "manat azn lari gel dram amd lek all denar mkd afghani afn birr etb cedi ghs kwacha zmw "
    "kwanza aoa pula bwp dalasi gmd leone sle metical mzn ariary mga nakfa ern ouguiya mru "
    "lilangeni szl kyat mmk kip lak riel khr tugrik mnt pataca mop ngultrum btn rufiyaa mvr som "
    "kgs somoni tjs kina pgk vatu vuv tala wst boliviano bob colón crc quetzal gtq lempira hnl "
    "gourde htg córdoba nio balboa pab guaraní pyg bolívar ves escudo cve dobra stn sol pen koruna "
    "czk loti lsl grand grand pence penny penny penny cent cent peso peso dinar dinar shilling "
    "shilling krone krone kroner krone crown crown guilder guilder florin awg"
)
"""The currency that a noun in the singular stands for, or the noun where that is not told."""

NATIONAL_CURRENCIES = {
    "dollar": _pairs(
        "american usd us usd u.s. usd canadian cad australian aud hong-kong hkd new-zealand nzd "
        "singapore sgd taiwan twd jamaican jmd bahamian bsd fijian fjd barbadian bbd bermudan bmd "
        "belize bzd brunei bnd guyanese gyd liberian lrd namibian nad surinamese srd caribbean xcd "
        "cayman-islands kyd solomon-islands sbd trinidad ttd zimbabwean zwg"
    ),
    "pound": _pairs("egyptian egp lebanese lbp sudanese sdg syrian syp gibraltar gip falkland fkp"),
    "rouble": _pairs("belarusian byn"),
    "rupee": _pairs("pakistani pkr nepalese npr sri-lankan lkr mauritian mur seychellois scr"),
    "franc": _pairs(
        "african xof cfa xof congolese cdf guinean gnf rwandan rwf burundian bif djiboutian djf "
        "comorian kmf pacific xpf central-african xaf french frf belgian bef"
    ),
    "peso": _pairs(
        "mexican mxn argentine ars argentinian ars chilean clp colombian cop cuban cup dominican "
        "dop philippine php filipino php uruguayan uyu"
    ),
    "dinar": _pairs(
        "iraqi iqd kuwaiti kwd serbian rsd algerian dzd libyan lyd tunisian tnd jordanian jod "
        "bahraini bhd"
    ),
    "shilling": _pairs("kenyan kes tanzanian tzs ugandan ugx somali sos"),
    "krone": _pairs("norwegian nok danish dkk"),
    "crown": _pairs("swedish sek norwegian nok danish dkk czech czk icelandic isk"),
    "krona": _pairs("icelandic isk"),
    "dirham": _pairs("moroccan mad"),
    "riyal": _pairs("qatari qar"),
    "rial": _pairs("omani omr yemeni yer"),
    "won": _pairs("korean krw south-korean krw north-korean kpw"),
    "real": _pairs("brazilian brl"),
    "rand": _pairs("south-african zar"),
    "sol": _pairs("peruvian pen"),
    "leu": _pairs("moldovan mdl"),
    "manat": _pairs("turkmen tmt"),
    "som": _pairs("uzbek uzs"),
}
NATIONAL_CURRENCIES |= {
    "ruble": NATIONAL_CURRENCIES["rouble"],
    "kroner": NATIONAL_CURRENCIES["krone"],
    "lei": NATIONAL_CURRENCIES["leu"],
}
"""The currencies that share a noun, by the word for their country before it."""

_CODES = {
    code.upper(): code
    for codes in (CURRENCY_SIGNS, CURRENCIES, *NATIONAL_CURRENCIES.values())
    for code in codes.values()
    if len(code) == len("usd")
} | {"BAM": "bam"}

ALSO_WORDS = frozenset(
    "ALL TOP MAD CUP GEL BAM COP TRY SOS PEN ERN won real rand sol som kip".split()
)
"""Codes and nouns of currencies that are other words as well, so that a small sum is none."""
LEAST = 1000
"""A sum from which on such a code is meant."""

UNITS = {
    unit: unit
    for unit in (
        "km mile cm foot inch tonne ton kg barrel acre hectare litre gallon megawatt gigawatt "
        "degree knot mph megapixel yard nautical-mile mm ounce lb gram milligram storey kilowatt "
        "terawatt volt watt calorie byte kilobyte megabyte terabyte petabyte kph hertz"
    ).split()
} | _pairs(
    "kilometre km kilometer km kms km metre m meter m centimetre cm centimeter cm millimetre mm "
    "millimeter mm feet foot inche inch ft foot kilogram kg kilo kg kilogramme kg gramme gram "
    "liter litre megawatt mw mw mw gigawatt gw gw gw gigabyte gb gb gb mb megabyte tb terabyte "
    "° degree °c degree °f degree km/h kph kmh kph"
)
"""The name that keys give a unit of measure, by its noun in the singular or its sign."""

DURATIONS = frozenset("second minute hour day week month year decade century".split())
_PLURALS = _pairs(
    "buses bus people person men man women woman children child countries country "
    "companies company feet foot lives life wives wife storeys storey centuries century pesos peso"
)
COLLECTIVES = frozenset(
    "people men women children personnel troops police staff crew aircraft cattle fish sheep "
    "data".split()
)
"""Nouns that are counted without an ending -s."""


def singular(noun: str) -> str:
    """A noun as keys hold it: lower case, without the ending of its plural."""
    word = noun.casefold()
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "ties", "lies", "dies"
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def sign_currency(sign: str, value: Decimal) -> str:
    """The currency of a sign or code beside a number, empty when it is none: "US$", "NOK"."""
    if sign in ALSO_WORDS and value < LEAST:
        return ""
    return CURRENCY_SIGNS.get(sign) or _CODES.get(sign, "")
