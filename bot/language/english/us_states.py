"""The states of the USA: names, what their people are called, and the cities that tell them."""

from bot.language.english.countries import Gazetteer, places_of

STATES = """
[Northeast]
Connecticut; ; Hartford, New Haven, Bridgeport
Maine; ; Portland, Augusta, Bangor
Massachusetts; ; Boston, Cambridge, Worcester, Springfield
New Hampshire; ; Concord, Nashua
New Jersey; ; Newark, Trenton, Jersey City, Camden
*?New York; ; New York state, New York State, upstate New York
*Pennsylvania; ; Philadelphia, Pittsburgh, Harrisburg
Rhode Island; ; Providence
Vermont; ; Burlington, Montpelier
Delaware; ; Wilmington, Dover
Maryland; ; Baltimore, Annapolis
[Midwest]
*Illinois; ; Chicago, Springfield, Peoria
Indiana; ; Indianapolis, Fort Wayne, Gary
Iowa; ; Des Moines, Cedar Rapids
Kansas; ; Topeka, Wichita
*Michigan; ; Detroit, Lansing, Flint, Grand Rapids, Ann Arbor
Minnesota; ; Minneapolis, St. Paul, St Paul
Missouri; ; St. Louis, St Louis, Kansas City, Jefferson City, Ferguson
Nebraska; ; Omaha, Lincoln
North Dakota; ; Bismarck, Fargo
*Ohio; ; Columbus, Cleveland, Cincinnati, Toledo, Dayton
South Dakota; ; Pierre, Sioux Falls
Wisconsin; ; Milwaukee, Madison, Green Bay
[South]
Alabama; ; Montgomery, Birmingham, Mobile
Arkansas; ; Little Rock
*Florida; Floridian, Floridians; Miami, Orlando, Tampa, Jacksonville, Tallahassee
*?Georgia; ; Atlanta, Savannah
Kentucky; ; Louisville, Lexington, Frankfort
Louisiana; ; New Orleans, Baton Rouge, Shreveport
Mississippi; ; Jackson, Biloxi
*North Carolina; ; Charlotte, Raleigh, Durham, Greensboro
Oklahoma; ; Tulsa, Oklahoma City
South Carolina; ; Charleston, Columbia, Greenville
Tennessee; ; Nashville, Memphis, Knoxville
*Texas; Texan, Texans; Houston, Dallas, Austin, San Antonio, El Paso, Fort Worth
Virginia; ; Richmond, Norfolk, Arlington, Alexandria
West Virginia; ; Charleston, Huntington
[West]
Alaska; Alaskan; Anchorage, Juneau, Fairbanks
*Arizona; ; Phoenix, Tucson, Mesa
*California; Californian, Californians; Los Angeles, San Francisco, San Diego, Sacramento, \
Oakland, Silicon Valley, Hollywood, Disneyland
Colorado; ; Denver, Boulder, Aurora
Hawaii; Hawaiian; Honolulu, Maui
Idaho; ; Boise
Montana; ; Billings, Helena, Missoula
Nevada; ; Las Vegas, Reno, Carson City
New Mexico; ; Albuquerque, Santa Fe
Oregon; ; Portland, Salem, Eugene
Utah; ; Salt Lake City, Provo
?Washington; ; Seattle, Spokane, Tacoma, Olympia
Wyoming; ; Cheyenne, Casper, Jackson Hole
"""

STATE_GAZETTEER = Gazetteer(places_of(STATES))
