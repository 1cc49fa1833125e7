"""What a query holds besides words."""

import pytest

from bot.search.operators import ParsedQuery, link_in, says_phrase, with_outlet_quoted, written

READ = [
    ("", ParsedQuery("")),
    ("  ferry \n pier ", ParsedQuery("ferry pier")),
    ('the "night ferry" sails', ParsedQuery("the night ferry sails", ("night ferry",))),
    ("“Old Pier” and „quay“", ParsedQuery("Old Pier and quay", ("Old Pier", "quay"))),
    ("«Vieux port»", ParsedQuery("Vieux port", ("Vieux port",))),
    ("ferry -storm", ParsedQuery("ferry", without=("storm",))),
    ('ferry -"heavy storm" -rain', ParsedQuery("ferry", without=("heavy storm", "rain"))),
    ("cease-fire", ParsedQuery("cease-fire")),
    ("2010 - 2012 -", ParsedQuery("2010 - 2012 -")),
    ("ferry outlet:Post", ParsedQuery("ferry", outlet="Post")),
    ('ferry OUTLET:"Harbour Post" pier', ParsedQuery("ferry pier", outlet="Harbour Post")),
    (
        "ferry since:2024-03 until:2024",
        ParsedQuery("ferry", since="2024-03", until="2024"),
    ),
    ("on:2024-03-05 ferry", ParsedQuery("ferry", on="2024-03-05")),
    (
        "ferry on:2023 since:2024",
        ParsedQuery("ferry", since="2024", on="2023"),
    ),
    ("ferry since:2023 since:2024", ParsedQuery("ferry", since="2024")),
    ("title:ferry", ParsedQuery("title:ferry")),
    ("ferry outlet: Post", ParsedQuery("ferry", outlet="Post")),
    ("ferry since: Last  Week", ParsedQuery("ferry", since="Last  Week")),
    ("ferry since:last weekday", ParsedQuery("ferry weekday", since="last")),
    ("ferry before:2024-05 after:2023", ParsedQuery("ferry", before="2024-05", after="2023")),
    ("trade yesterday?", ParsedQuery("trade", days="yesterday")),
    ("trade last week outlet:Post", ParsedQuery("trade", outlet="Post", days="last week")),
    ("latest trade today", ParsedQuery("trade", latest=True, days="today")),
    ("yesterday", ParsedQuery("", days="yesterday")),
    ("yesterday's trade", ParsedQuery("yesterday's trade")),
    ('trade "of yesterday"', ParsedQuery("trade of yesterday", ("of yesterday",))),
    ("2024-05-16", ParsedQuery("", days="2024-05-16")),
    ("16 May 2024", ParsedQuery("", days="2024-05-16")),
    ("May 2024", ParsedQuery("", days="2024-05")),
    ("16 May", ParsedQuery("16 May")),
    ("trade 2024-05-16", ParsedQuery("trade 2024-05-16")),
    ("ferry OR boat", ParsedQuery("", either=(("ferry", "boat"),))),
    (
        'sinking (night ferry) OR boat OR "tug Orm" now',
        ParsedQuery("sinking now", either=(("night ferry", "boat", "tug Orm"),)),
    ),
    ("ferry or boat", ParsedQuery("ferry or boat")),
    ("OR boat", ParsedQuery("OR boat")),
    ("x-outlet:Post", ParsedQuery("x-outlet:Post")),
    ("the latest on the ferry", ParsedQuery("on the ferry", latest=True)),
    ("newest ferry", ParsedQuery("ferry", latest=True)),
    ("most recent ferry", ParsedQuery("ferry", latest=True)),
    ("the latest", ParsedQuery("the latest")),
    ("latecomers", ParsedQuery("latecomers")),
    ('ferry "', ParsedQuery('ferry "')),
    ('"" ferry', ParsedQuery('"" ferry')),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_a_query_is_taken_apart(text: str, read: ParsedQuery) -> None:
    assert written(text) == read


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The night ferry sailed.", "night ferry"),
        ("The Night\n  Ferry sailed.", "night ferry"),
        ("A night-ferry sailed", "night ferry"),
        ("A night ferry", "Night–Ferry"),
        ("The U.S. sailed", "US"),
        ("Ida Holm’s ferry", "Ida Holm's"),
        ("At the café", "cafe"),
        ("At the cafe", "CAFÉ"),
        ("ferry", "ferry"),
        ("ferry, pier", "ferry pier"),
        ("it cost $240bn", "$240bn"),
    ],
)
def test_a_phrase_is_said_whatever_its_case_accents_and_dashes(text: str, phrase: str) -> None:
    assert says_phrase(text, phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The ferry of the night", "night ferry"),
        ("The night and the ferry", "night ferry"),
        ("The night ferryman", "night ferry"),
        ("A fortnight ferry", "night ferry"),
        ("The night ferries", "night ferry"),
        ("The ferry by night", "the night ferry"),
        ("", "ferry"),
    ],
)
def test_other_words_do_not_say_a_phrase(text: str, phrase: str) -> None:
    assert not says_phrase(text, phrase)


def test_a_decimal_point_is_part_of_a_phrase() -> None:
    assert not says_phrase("It took 3.5 tonnes.", "35 tonnes")


@pytest.mark.parametrize(
    ("query", "text", "fits"),
    [
        ('ferry -"night train"', "The ferry met the night train.", False),
        ('ferry -"night train"', "The night ferry met the train.", True),
        ("ferry -train", "The ferry met the train.", True),
        ('"night ferry" "old pier"', "The night ferry left the old pier.", True),
        ('"night ferry" "old pier"', "The night ferry left the pier.", False),
        ('"night ferry" -"old pier"', "The night ferry left the old pier.", False),
    ],
)
def test_a_text_fits_with_every_phrase_and_no_unwanted_one(
    query: str, text: str, *, fits: bool
) -> None:
    assert written(query).fits(text) is fits


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://post.example/a?b=1", "https://post.example/a?b=1"),
        ("what is in <HTTP://post.example/a>?", "HTTP://post.example/a"),
        ("see https://post.example/a.", "https://post.example/a"),
        ("https", None),
    ],
)
def test_a_pasted_link_is_found(text: str, link: str | None) -> None:
    assert link_in(text) == link


def test_the_name_of_a_known_outlet_may_have_blanks() -> None:
    known = ["Post", "Harbour Post", "Harbour Post Weekly"]
    for written_as in ("outlet:harbour post ferry", "outlet: Harbour  Post ferry"):
        read = written(with_outlet_quoted(written_as, known))
        assert (read.words, (read.outlet or "").casefold().split()) == (
            "ferry",
            ["harbour", "post"],
        )
    assert with_outlet_quoted("outlet:post ferry", known) == "outlet:post ferry"
    assert with_outlet_quoted("outlet:x y", []) == "outlet:x y"
