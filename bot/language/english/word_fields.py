"""Fields of names: what could stand in the same place of a headline and would say another thing.

No two names of a field mean the same, and a field has four at least: one of them is right where the
others are wrong. Of plain words blind readers found that those beside them leave but one.
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


def _fields() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for field in (tuple(line.split()) for line in NAMES.splitlines() if line):
        for word in field:
            found[word] = (*found.get(word, ()), field)
    return found


FIELDS_OF = _fields()
"""The fields that a word is in, by the word as it stands within a sentence."""
