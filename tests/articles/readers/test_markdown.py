"""Front matter, and the text under it."""

import pytest

from bot.articles.article import Note
from bot.articles.metadata import Metadata
from bot.articles.readers.front_matter import FIELDS, MAX_FRONT_MATTER
from bot.articles.readers.markdown import markdown_draft
from bot.errors import Refused
from tests.articles.examples import PHRASES

BODY = "The ferry ran again on Monday.\n"
NORWEGIAN = "Ferja gikk igjen på mandag.\n"


def test_front_matter_states_the_facts() -> None:
    matter = (
        "title: Ferry runs again\noutlet: The Lamp\nauthor: [Ann Lee, Bo Marsh]\nlanguage: no\n"
        "date: 2024-05-16\nurl: https://example.org/f\ntopics: sea, storm\n"
        "based_on: x\nmore: {a: b}"
    )
    draft = markdown_draft(
        f"---\n{matter}\n---\n\n\n{NORWEGIAN}", "a.md", Metadata(outlet="Sidecar"), PHRASES
    )
    assert (draft.title, draft.title_origin, draft.text) == (
        "Ferry runs again",
        "metadata",
        NORWEGIAN,
    )
    assert (draft.outlet, draft.author, draft.published) == (
        "Sidecar",
        "Ann Lee, Bo Marsh",
        "2024-05-16",
    )
    assert (draft.language, draft.url, draft.topics) == (
        "no",
        "https://example.org/f",
        ("sea", "storm"),
    )
    assert (draft.key, draft.source) == ("a.md", "a.md")


def test_topics_may_be_a_list() -> None:
    assert markdown_draft(
        f"---\ntopics: [sea, storm]\n---\n{BODY}", "a", Metadata(), PHRASES
    ).topics == (
        "sea",
        "storm",
    )


def test_a_leading_heading_is_the_title_and_stays() -> None:
    draft = markdown_draft(
        f"---\ntitle: ~\n---\n# Ferry #1 #\n\n{BODY}", "a.md", Metadata(), PHRASES
    )
    assert (draft.title, draft.title_origin) == ("Ferry #1", "headline")
    assert draft.text.startswith("Ferry #1\n")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (BODY, BODY),
        (f"---\n{BODY}", BODY),
        (f"+++\n{BODY}", f"+++\n{BODY}"),
        (f"-----\n{BODY}\n---\n", BODY),
        (f"Fares\n---\n\n{BODY}", f"Fares\n\n{BODY}"),
    ],
)
def test_without_facts_between_two_lines_all_is_text(text: str, read: str) -> None:
    assert markdown_draft(text, "a.md", Metadata(), PHRASES).text == read


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Baths: council says yes", "Baths: council says yes"),
        ("Update #2 on the baths", "Update #2 on the baths"),
        ("#2 is the baths", "#2 is the baths"),
        ("'Baths: council says yes'", "Baths: council says yes"),
        ('"Baths #2" # from print', "Baths #2"),
        ('"Baths": council says #2', '"Baths": council says #2'),
        ("[Updated] It's the baths: yes", "[Updated] It's the baths: yes"),
        ("'Twas a wet spring", "'Twas a wet spring"),
        ('"Ferry runs\n  again"', "Ferry runs again"),
        ("@home in Marrowby", "@home in Marrowby"),
        ("Baths:", "Baths:"),
        ("10:30 to Marrowby", "10:30 to Marrowby"),
        ("Baths, C# and all", "Baths, C# and all"),
        ("L&#39;affaire du caf&eacute; <i>Lune</i> &amp; more", "L'affaire du café Lune & more"),
        ("AT&T is < 5 %", "AT&T is < 5 %"),
        ("Ferry runs\n  again", "Ferry runs again"),
    ],
)
def test_a_title_is_what_stands_on_its_line(line: str, title: str) -> None:
    text = f"---\ntitle: {line}\npublished: 2024-05-16 # in print\n---\n{BODY}"
    draft = markdown_draft(text, "a.md", Metadata(), PHRASES)
    assert (draft.title, draft.published) == (title, "2024-05-16")


@pytest.mark.parametrize("published", ["2025-03-04", '"2025-03-04"', "2025-03-04T05:06:07Z"])
def test_toml_states_the_facts(published: str) -> None:
    matter = f'title = "Baths: yes #2"\ndate = {published}\ntopics = ["sea", "storm"]\n'
    draft = markdown_draft(f"+++\n{matter}+++\n\n{BODY}", "a.md", Metadata(), PHRASES)
    assert (draft.title, (draft.published or "")[:10]) == ("Baths: yes #2", "2025-03-04")
    assert (draft.topics, draft.text, draft.notes) == (("sea", "storm"), BODY, ())


@pytest.mark.parametrize(
    ("text", "utterance", "variables"),
    [
        ('+++\ntitle = "x\n+++\n', "front_matter_toml", {"line": 2}),
        ("+++\ntitle = 5\n+++\n", "front_matter_field", {"field": "title"}),
        ("+++\na = 1\ntitle = \n+++\n", "front_matter_toml", {"line": 3}),
        (f"+++\nx = {'[' * 2_000}\n+++\n", "front_matter_shape", {}),
        (f"+++\nx = '{'y' * MAX_FRONT_MATTER}'\n+++\n", "front_matter_long", None),
        ("---\ntitle: Six\n\n", "front_matter_open", {"rule": "---"}),
        ('+++\ntitle = "Six"\n\n', "front_matter_open", {"rule": "+++"}),
    ],
)
def test_what_states_facts_and_cannot_be_read_is_refused(
    text: str, utterance: str, variables: dict[str, object] | None
) -> None:
    with pytest.raises(Refused) as refused:
        markdown_draft(text + BODY, "a.md", Metadata(), PHRASES)
    assert refused.value.utterance == f"refused/{utterance}"
    assert variables in (None, refused.value.variables)


@pytest.mark.parametrize(
    "matter", ["---\ntitel: Six\ndate: 2025-03-04\n---\n", '+++\ntitel = "Six"\n[params]\n+++\n']
)
def test_keys_that_state_nothing_are_named(matter: str) -> None:
    (note,) = markdown_draft(matter + BODY, "a.md", Metadata(), PHRASES).notes
    told = dict(note.variables)
    assert (note.utterance, str(told["keys"]).split(", ")[0]) == ("articles/told_keys", "titel")
    assert told["known"] == ", ".join(FIELDS)


def test_of_many_unknown_keys_ten_are_named() -> None:
    matter = "".join(f"key{number}: x\n" for number in range(30))
    (note,) = markdown_draft(f"---\n{matter}---\n{BODY}", "a.md", Metadata(), PHRASES).notes
    assert isinstance(note, Note)
    assert (dict(note.variables)["count"], str(note.variables[0][1]).count("key")) == (30, 10)


PROSE = "The council met late. Nobody came."


@pytest.mark.parametrize(
    "written",
    [
        "just words",
        "- one",
        "[" * 2_000,
        PROSE,
        f"{PROSE}\n\n{PROSE}",
        f"Update: the ferry runs again.\n\n{PROSE}",
        f"note: the ferry runs again\n\n{PROSE}",
        "Warning: the bridge is shut.\n\nUpdate: the bridge is open.",
        "title: Six\n\nThe ferry that lay in the harbour all of last week\nruns again.",
        "今天：下雨。\n\n议会开会。",
        "date: 2025-03-04\n\n议会今天开会。",
        f"{PROSE} " * 900,
    ],
)
@pytest.mark.parametrize("above", ["", "\n\n"])
def test_prose_between_two_rules_is_text(written: str, above: str) -> None:
    draft = markdown_draft(f"{above}---\n\n{written}\n\n---\n\n{BODY}", "a", Metadata(), PHRASES)
    assert [*map(str.split, draft.text.split("\n\n"))][-1] == BODY.split()
    assert draft.text.split(maxsplit=1)[0] == written.split(maxsplit=1)[0]
    assert draft.notes == ()


def test_prose_between_two_rules_of_pluses_is_text() -> None:
    draft = markdown_draft(f"+++\n{PROSE}\n+++\n{BODY}", "a", Metadata(), PHRASES)
    assert PROSE in draft.text


@pytest.mark.parametrize(
    "matter",
    [
        "---\ntitle: Six\n---\n",
        "\n\n---\ntitle: Six\n---\n",
        " \n---\n\ntitle: Six\n---\n",
        "---\n# from the desk\ntitle: Six\n---\n",
        '---\n"title": Six\n---\n',
        "---\nsummary: The ferry ran again.\n\ntitle: Six\n---\n",
        "---\nTitle: Seven\nSummary: The ferry ran again.\ntitle: Six\n---\n",
        "---\nDate created: today\ntitle: Six\n---\n",
        "---\nsummary: |\n  The ferry ran again.\n\n  It was late.\ntitle: Six\n---\n",
        "---\ntopics:\n- The ferry ran again.\ntitle: Six\n---\n",
        '\n+++\ntitle = "Six"\n+++\n',
        '+++\n# from the desk\n[params]\nx = "The ferry ran again."\n+++\ntitle: Six\n\n',
    ],
)
def test_keys_and_values_are_front_matter(matter: str) -> None:
    draft = markdown_draft(matter + BODY, "a", Metadata(), PHRASES)
    assert BODY in draft.text
    assert not any(one in draft.text for one in ("---", "+++", "summary"))
    assert draft.title == "Six" or "[params]" in matter


@pytest.mark.parametrize("matter", ["---\na: 1\nurl: a: b\n---\n", "+++\na = 1\nurl = \n+++\n"])
def test_the_line_of_a_fault_is_that_of_the_file(matter: str) -> None:
    with pytest.raises(Refused) as refused:
        markdown_draft(f"\n\n{matter}{BODY}", "a.md", Metadata(), PHRASES)
    assert refused.value.variables == {"line": 5}


@pytest.mark.parametrize("matter", ["", "\n", "# only a comment\n"])
def test_empty_front_matter_states_nothing(matter: str) -> None:
    assert markdown_draft(f"---\n{matter}---\n{BODY}", "a.md", Metadata(), PHRASES).text == BODY


@pytest.mark.parametrize(
    ("matter", "utterance", "variables"),
    [
        ("title: x\nurl: a: b", "front_matter", {"line": 3}),
        ("title: 'x\n  url: y\nb", "front_matter", {"line": 2}),
        ("a: \x01", "front_matter", {"line": 2}),
        ("x: &x [1]\ny: *x", "front_matter_alias", {"line": 3}),
        ("x:\n  " + "[" * 2_000, "front_matter_shape", {}),
        ("title: {a: b}", "front_matter_field", {"field": "title"}),
        ("x: " + "y" * MAX_FRONT_MATTER, "front_matter_long", {"limit": MAX_FRONT_MATTER}),
        ("published: 2024-02-30", "bad_date", {"key": "published", "value": "2024-02-30"}),
    ],
)
def test_bad_front_matter_is_refused(
    matter: str, utterance: str, variables: dict[str, object]
) -> None:
    with pytest.raises(Refused) as refused:
        markdown_draft(f"---\n{matter}\n---\n{BODY}", "a.md", Metadata(), PHRASES)
    assert (refused.value.utterance, refused.value.variables) == (f"refused/{utterance}", variables)
