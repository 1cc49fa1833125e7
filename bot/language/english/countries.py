"""The countries that news tell of: their names, adjectives, and what gives one away. English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"(?<![\w.’'-])[^\W\d_]+")  # "Papua", "U", "Türkiye"
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Territory:
    """A country or a state, by its usual name.

    `names` are its names as they stand in a sentence, `adjectives` those of its people, `signs` the
    cities and institutions by which everybody knows it. `needs_sign` tells that a person, a thing
    or another place has the name too. `fame` is 2 for what is in the news every day, 1 for what
    often is, else 0.
    """

    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    signs: tuple[str, ...]
    region: str
    fame: int = 0
    needs_sign: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Everything by which somebody would know which place is meant."""
        return (*self.names, *self.adjectives, *self.signs)


@dataclass(frozen=True, slots=True)
class TerritoryMention:
    """Where a text names a place, or uses its adjective."""

    start: int
    end: int
    place: Territory
    is_adjective: bool


def is_written(word: str, text: str) -> bool:
    """Whether a text has a word as it is written here: "nice" is no city, "Dollar" is money."""
    if word.islower():
        text = text.casefold()
    return word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


class Gazetteer:
    """Finds places in a text; the longest name counts."""

    def __init__(self, places: tuple[Territory, ...]) -> None:
        self.places = places
        self._by_name = {name: place for place in places for name in place.names}
        self._by_adjective = {word: place for place in places for word in place.adjectives}
        self._by_first_word: dict[str, list[str]] = {}
        for way in sorted({*self._by_name, *self._by_adjective}, key=lambda way: (-len(way), way)):
            self._by_first_word.setdefault(_FIRST_WORD.findall(way)[0], []).append(way)

    def mentions(self, text: str, start: int, end: int) -> Iterator[TerritoryMention]:
        """The places that `text[start:end]` names, in order."""
        reached = start
        for word in _WORD.finditer(text, start, end):
            ways = self._by_first_word.get(word.group(), ()) if word.start() >= reached else ()
            for way in ways:
                close = word.start() + len(way)
                if (
                    text.startswith(way, word.start(), end)
                    and not text[close : close + 1].isalnum()
                ):
                    reached = close
                    is_adjective = way not in self._by_name
                    place = (self._by_adjective if is_adjective else self._by_name)[way]
                    yield TerritoryMention(word.start(), close, place, is_adjective)
                    break


def places_of(table: str) -> tuple[Territory, ...]:
    """The places of a table: a line for each, `names; adjectives; signs`, under its region.

    The first name is the usual one. "*" before it: well known; "**": known to all; "?":
    others have the name too.
    """
    found: list[Territory] = []
    region = ""
    for line in filter(None, map(str.strip, table.splitlines())):
        if line.startswith("["):
            region = line.strip("[]")
            continue
        marks = line[: len(line) - len(line.lstrip("*?"))]
        names, adjectives, signs = (
            tuple(filter(None, (word.strip() for word in field.split(","))))
            for field in line[len(marks) :].split(";")
        )
        found.append(
            Territory(names[0], names, adjectives, signs, region, marks.count("*"), "?" in marks)
        )
    return tuple(found)


COUNTRIES = """
[Western Europe]
**France; French, Frenchman; Paris, Marseille, Lyon, Nice, Lille, Bordeaux, Toulouse, Strasbourg, \
Cannes, Normandy, Brittany, Corsica, Elysee, Élysée
**Germany; German; Berlin, Munich, Hamburg, Frankfurt, Cologne, Stuttgart, Dresden, Leipzig, \
Dusseldorf, Bavaria, Saxony, Bundestag, Bundesliga
*Italy; Italian; Rome, Milan, Naples, Turin, Venice, Florence, Bologna, Genoa, Palermo, \
Sicily, Sardinia, Tuscany, Vatican, Serie A
*Spain; Spanish, Spaniard; Madrid, Barcelona, Seville, Valencia, Bilbao, Malaga, \
Catalonia, Catalan, Basque, Andalusia, Majorca, Ibiza, La Liga
**UK, United Kingdom, U.K., Britain, Great Britain; British, Briton, Britons, Brits; \
London, Downing Street, Westminster, Whitehall, Commons, MP, MPs, NHS, Tory, Tories, Labour, \
Lib Dem, Lib Dems, Manchester, Liverpool, Birmingham, Leeds, \
Midlands, Yorkshire, Lancashire, Newcastle, Sheffield, Bristol, Nottingham, Oxford, \
Cambridge, Wembley, Wimbledon, Heathrow, Premiership, sterling, Belfast, Brexit
England; English, Englishman; London, Manchester, Liverpool, Birmingham, Leeds, Twickenham, Lord's
Scotland; Scottish, Scot, Scots; Edinburgh, Glasgow, Aberdeen, Dundee, Holyrood, Murrayfield
Wales; Welsh, Welshman; Cardiff, Swansea, Newport
Ireland, Irish Republic; Irish, Irishman; Dublin, Cork, Galway, Limerick, Dail, Lansdowne Road
Netherlands, Holland; Dutch, Dutchman; Amsterdam, Rotterdam, The Hague, Hague, Eindhoven
Belgium; Belgian; Brussels, Antwerp, Ghent, Liege, Bruges
Switzerland; Swiss; Zurich, Geneva, Basel, Bern, Lausanne, Davos
Austria; Austrian; Vienna, Salzburg, Graz, Innsbruck, Tyrol
Portugal; Portuguese; Lisbon, Porto, Algarve, Madeira, Azores, Benfica
Luxembourg; Luxembourger; Luxembourg City
Malta; Maltese; Valletta
[Northern Europe]
*Sweden; Swedish, Swede; Stockholm, Gothenburg, Malmo, Malmö, Uppsala
Norway; Norwegian; Oslo, Bergen, Trondheim, Stavanger, Svalbard
Denmark; Danish, Dane; Copenhagen, Aarhus, Odense, Folketing
Finland; Finnish, Finn; Helsinki, Turku, Tampere, Espoo
Iceland; Icelandic, Icelander; Reykjavik, Althing
Estonia; Estonian; Tallinn, Tartu
Latvia; Latvian; Riga
Lithuania; Lithuanian; Vilnius, Kaunas
[Eastern Europe]
**Russia; Russian; Moscow, St Petersburg, St. Petersburg, Kremlin, Duma, Sochi, Kazan, \
Vladivostok, Putin, Siberia, Chechnya
*Ukraine; Ukrainian; Kiev, Kyiv, Odessa, Odesa, Kharkiv, Lviv, Donetsk, Crimea
Poland; Polish, Pole, Poles; Warsaw, Krakow, Gdansk, Wroclaw, Sejm
Czech Republic, Czechia; Czech; Prague, Brno
Slovakia; Slovak; Bratislava
Hungary; Hungarian; Budapest
Romania; Romanian; Bucharest, Transylvania
Bulgaria; Bulgarian; Sofia, Varna
Belarus; Belarusian, Belarussian; Minsk
Moldova; Moldovan; Chisinau, Transnistria
Serbia; Serbian, Serb, Serbs; Belgrade
Croatia; Croatian, Croat; Zagreb, Dubrovnik, Split
Slovenia; Slovenian, Slovene; Ljubljana
Bosnia, Bosnia and Herzegovina, Bosnia-Herzegovina; Bosnian; Sarajevo, Srebrenica
Albania; Albanian; Tirana
Kosovo; Kosovan, Kosovar; Pristina
Montenegro; Montenegrin; Podgorica
*Greece; Greek; Athens, Thessaloniki, Crete, Lesbos
Cyprus; Cypriot; Nicosia, Larnaca
*?Turkey, Türkiye; Turkish, Turk, Turks; Ankara, Istanbul, Izmir, Erdogan
?Georgia; Georgian; Tbilisi
Armenia; Armenian; Yerevan
Azerbaijan; Azerbaijani, Azeri; Baku
[North America]
**US, United States, U.S., USA, America; American, Americans; Washington, White House, Congress, \
Senate, Senator, Pentagon, FBI, CIA, NASA, Nasa, New York, Los Angeles, Chicago, Boston, \
Miami, Dallas, Houston, San Francisco, Seattle, Atlanta, Las Vegas, Detroit, Philadelphia, \
dollar, Wall Street, \
Obama, Trump, Bush, Clinton, Democrat, Democrats, Democratic, Republican, Republicans, GOP, \
Federal Reserve, Supreme Court, Hollywood, NFL, NBA, Nasdaq, Dow Jones
*Canada; Canadian; Ottawa, Toronto, Montreal, Vancouver, Calgary, Edmonton, Winnipeg, \
Quebec, Ontario, Alberta, Manitoba, Nova Scotia
*Mexico; Mexican; Mexico City, Guadalajara, Monterrey, Tijuana, Cancun, Acapulco
[Latin America]
*Brazil; Brazilian; Brasilia, Rio de Janeiro, Rio, Sao Paulo, São Paulo, Amazon
*Argentina; Argentine, Argentinian; Buenos Aires, Cordoba
Chile; Chilean; Santiago, Valparaiso
Colombia; Colombian; Bogota, Bogotá, Medellin, FARC, Farc
Venezuela; Venezuelan; Caracas, Chavez, Chávez, Maduro
Peru; Peruvian; Lima, Cusco, Machu Picchu
Ecuador; Ecuadorian, Ecuadorean; Quito, Guayaquil, Galapagos
Bolivia; Bolivian; La Paz, Sucre
Uruguay; Uruguayan; Montevideo
Paraguay; Paraguayan; Asuncion
*Cuba; Cuban; Havana, Castro, Guantanamo
Haiti; Haitian; Port-au-Prince
Jamaica; Jamaican; Kingston
Dominican Republic; Dominican; Santo Domingo
Costa Rica; Costa Rican; San Jose
Panama; Panamanian; Panama City, Panama Canal
Guatemala; Guatemalan; Guatemala City
Honduras; Honduran; Tegucigalpa
Nicaragua; Nicaraguan; Managua
El Salvador; Salvadoran, Salvadorean; San Salvador
[Middle East]
*Israel; Israeli; Jerusalem, Tel Aviv, Haifa, Knesset, Netanyahu, Sharon, Mossad, Gaza, West Bank
*Iran; Iranian; Tehran, Isfahan, Ayatollah, Rouhani, Khamenei
*Iraq; Iraqi; Baghdad, Basra, Mosul, Falluja, Fallujah, Saddam, Saddam Hussein
*Syria; Syrian; Damascus, Aleppo, Homs, Raqqa, Assad
*Saudi Arabia; Saudi, Saudi Arabian; Riyadh, Jeddah, Mecca, Medina
*Egypt; Egyptian; Cairo, Alexandria, Suez, Sisi, Mubarak, Nile
Lebanon; Lebanese; Beirut, Hezbollah
?Jordan; Jordanian; Amman, Petra
Kuwait; Kuwaiti; Kuwait City
Qatar; Qatari; Doha, Al Jazeera
United Arab Emirates, UAE, Emirates; Emirati; Dubai, Abu Dhabi, Sharjah
Bahrain; Bahraini; Manama
Oman; Omani; Muscat
Yemen; Yemeni; Sanaa, Aden, Houthi, Houthis
[Asia]
**China; Chinese; Beijing, Shanghai, Hong Kong, Guangzhou, Shenzhen, Wuhan, Guangdong, Sichuan, \
Macau, Tibet, Xinjiang, \
Xi Jinping, Communist Party, yuan
**Japan; Japanese; Tokyo, Osaka, Kyoto, Hiroshima, Nagoya, Yokohama, Kobe, Sapporo, \
Fukushima, Okinawa, Nikkei, yen
**India; Indian; New Delhi, Delhi, Mumbai, Bombay, Kolkata, Calcutta, Chennai, Bangalore, \
Hyderabad, Punjab, Gujarat, Kerala, Kashmir, Modi
*Pakistan; Pakistani; Islamabad, Karachi, Lahore, Peshawar, Musharraf
*South Korea; South Korean; Seoul, Busan, Pyeongchang
*North Korea; North Korean; Pyongyang, Kim Jong-un, Kim Jong Un, Kim Jong-il
Afghanistan; Afghan; Kabul, Kandahar, Taliban, Taleban, Helmand
Bangladesh; Bangladeshi; Dhaka, Chittagong
Sri Lanka; Sri Lankan; Colombo, Kandy, Tamil Tigers
Nepal; Nepalese, Nepali; Kathmandu, Everest
Bhutan; Bhutanese; Thimphu
Myanmar, Burma; Burmese; Yangon, Rangoon, Naypyidaw, Suu Kyi, Rohingya
*Thailand; Thai; Bangkok, Phuket, Chiang Mai
*Vietnam; Vietnamese; Hanoi, Ho Chi Minh City, Saigon
Cambodia; Cambodian; Phnom Penh, Angkor
Laos; Laotian; Vientiane
Malaysia; Malaysian; Kuala Lumpur, Penang
Singapore; Singaporean; Changi
*Indonesia; Indonesian; Jakarta, Bali, Aceh, Sumatra, Java
Philippines; Philippine, Filipino, Filipinos; Manila, Mindanao, Duterte
Taiwan; Taiwanese; Taipei
Mongolia; Mongolian; Ulan Bator, Ulaanbaatar
Kazakhstan; Kazakh; Astana, Almaty
Uzbekistan; Uzbek; Tashkent
Turkmenistan; Turkmen; Ashgabat
Kyrgyzstan; Kyrgyz; Bishkek
Tajikistan; Tajik; Dushanbe
[Oceania]
*Australia; Australian, Aussie; Canberra, Sydney, Melbourne, Brisbane, Perth, Adelaide, \
Queensland, Tasmania, New South Wales
New Zealand; New Zealander, New Zealanders; Wellington, Auckland, Christchurch, All Blacks, Kiwi
Fiji; Fijian; Suva
Papua New Guinea; Papua New Guinean; Port Moresby
Samoa; Samoan; Apia
Tonga; Tongan; Nuku'alofa
[Africa]
*South Africa; South African; Pretoria, Johannesburg, Cape Town, Durban, Soweto, Springboks, ANC
*Nigeria; Nigerian; Abuja, Lagos, Kano, Boko Haram, Niger Delta
*Kenya; Kenyan; Nairobi, Mombasa
Ethiopia; Ethiopian; Addis Ababa
Somalia; Somali; Mogadishu, al-Shabab, al-Shabaab
*Sudan; Sudanese; Khartoum, Darfur
South Sudan; South Sudanese; Juba
Uganda; Ugandan; Kampala, Entebbe
Tanzania; Tanzanian; Dar es Salaam, Dodoma, Zanzibar
Rwanda; Rwandan; Kigali
Burundi; Burundian; Bujumbura
*Zimbabwe; Zimbabwean; Harare, Bulawayo, Mugabe
Zambia; Zambian; Lusaka
Malawi; Malawian; Lilongwe, Blantyre
Mozambique; Mozambican; Maputo
Angola; Angolan; Luanda
Namibia; Namibian; Windhoek
Botswana; Botswanan; Gaborone
Madagascar; Malagasy; Antananarivo
Ghana; Ghanaian; Accra, Kumasi
Ivory Coast; Ivorian; Abidjan, Yamoussoukro
Senegal; Senegalese; Dakar
Cameroon; Cameroonian; Yaounde, Douala
?Mali; Malian; Bamako, Timbuktu
?Niger; Nigerien; Niamey
?Chad; Chadian; N'Djamena
Burkina Faso; Burkinabe; Ouagadougou
Liberia; Liberian; Monrovia
Sierra Leone; Sierra Leonean; Freetown
Gambia; Gambian; Banjul
Togo; Togolese; Lome
Benin; Beninese; Cotonou, Porto-Novo
Gabon; Gabonese; Libreville
Eritrea; Eritrean; Asmara
Mauritius; Mauritian; Port Louis
*Libya; Libyan; Tripoli, Benghazi, Gaddafi, Gadhafi
Algeria; Algerian; Algiers, Oran
Morocco; Moroccan; Rabat, Casablanca, Marrakesh
Tunisia; Tunisian; Tunis
"""

COUNTRY_GAZETTEER = Gazetteer(places_of(COUNTRIES))
