"""Which bytes are read as which text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.readers.encoding import decode
from bot.errors import Refused
from tests.effort import little_effort

GERMAN = "Die Läufer grüßten das Publikum, während der Bürgermeister die Straße überquerte. "
RUSSIAN = "Президент подписал новый закон, и депутаты разошлись по домам до понедельника. "
JAPANESE = "首相は本日、新しい法律に署名したと発表しました。議会は月曜日に再開されます。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_by_its_mark(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize(
    "data", ["\ufeff".encode("utf-16-be") + GERMAN.encode("utf-16-be"), GERMAN.encode("utf-16-le")]
)
def test_utf_16_is_read_in_either_order_and_without_a_mark(data: bytes) -> None:
    assert decode(data) == GERMAN


def test_big_endian_utf_16_without_a_mark_is_read() -> None:
    assert decode(GERMAN.encode("utf-16-be")) == GERMAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(GERMAN, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "shift_jis")],
)
def test_the_encoding_of_older_files_is_guessed(text: str, encoding: str) -> None:
    assert decode((text * 5).encode(encoding)) == text * 5


FRENCH = "L’élu a déclaré « être déçu » : la mairie rénovera l’été prochain l’école où il étudia. "
SPANISH = "El alcalde dijo que mañana habrá más dinero para la señalización y los niños. "
POLISH = "Rada postanowiła odbudować starą pływalnię, żeby dzieci miały gdzie pływać. "
CZECH = "Zastupitelé rozhodli, že příští týden začnou obnovovat starou školu a hřiště. "
TURKISH = "Belediye başkanı çocukların yeterince beklediğini, işin yakında biteceğini söyledi. "
LITHUANIAN = "Savivaldybės taryba nusprendė atstatyti senąjį baseiną ir mokyklą. "
ESTONIAN = "Linnavolikogu otsustas vana ujula uuesti üles ehitada, ehkki šokk oli suur. "


@pytest.mark.parametrize("times", [1, 5])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (SPANISH, "cp1252"),
        (GERMAN, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (CZECH, "cp1250"),
        (CZECH, "iso8859-2"),
        (TURKISH, "cp1254"),
        (LITHUANIAN, "cp1257"),
        (ESTONIAN, "cp1257"),
        (ESTONIAN, "cp1252"),
    ],
)
def test_latin_letters_are_read_by_the_language(text: str, encoding: str, times: int) -> None:
    assert decode((text * times).encode(encoding)) == text * times


@pytest.mark.parametrize("said", ["<html lang=pl>", "language: pl\n", '{"language": "pl", "t": "'])
def test_a_language_that_the_file_states_tells_the_encoding(said: str) -> None:
    assert decode(f"{said}Łódź".encode("cp1250")) == f"{said}Łódź"


def test_tags_tell_no_language() -> None:
    page = '<div class="content-article the-body"><p>' * 40 + POLISH
    assert decode(page.encode("cp1250")) == page


@pytest.mark.parametrize(
    ("broken", "read"),
    [
        (FRENCH.encode() + b"\xe9", FRENCH + "\ufffd"),
        (FRENCH.encode()[:-1] + "é".encode()[:1], FRENCH[:-1] + "\ufffd"),
        (FRENCH.encode() + b"Caf\xe9 na\xefve.", FRENCH + "Caf\ufffd na\ufffdve."),
        (RUSSIAN.encode()[:-3], RUSSIAN[:-3] + "\ufffd"),
        (JAPANESE.encode()[:-1], JAPANESE[:-1] + "\ufffd"),
        ("“Yes”, “no”".encode().replace(b"\x9d,", b","), "“Yes\ufffd, “no”"),
    ],
)
def test_utf_8_with_a_broken_character_stays_utf_8(broken: bytes, read: str) -> None:
    assert decode(broken) == read
    assert decode(broken, "latin-1") == read


def test_a_declared_encoding_may_have_a_broken_character() -> None:
    assert decode((JAPANESE * 3).encode("euc_jp") + b"\xff", "euc-jp") == JAPANESE * 3 + "\ufffd"


def test_what_cannot_be_guessed_is_read_as_western() -> None:
    assert decode(b"caf\xe9 \x81 ok") == "café \ufffd ok"


def test_what_is_declared_goes_before_the_guess() -> None:
    assert decode("Łódź".encode("iso-8859-2"), "ISO-8859-2") == "Łódź"
    assert decode(b"\x93Yes\x94", "latin-1") == "“Yes”"


@pytest.mark.parametrize("declared", ["utf-7", "unicode_escape", "nonsense", "rot13", "gb18030"])
def test_a_declaration_that_is_no_good_is_passed_over(declared: str) -> None:
    assert decode(b"Plain caf\xe9", declared).startswith("Plain caf")


def test_utf_7_is_never_decoded() -> None:
    assert decode(b"+ADw-script+AD4-") == "+ADw-script+AD4-"


def test_a_few_zeros_among_many_words_are_dropped() -> None:
    words = "Die Läufer waren müde. " * 100
    for encoding in ("utf-8", "cp1252"):
        data = words.encode(encoding)
        assert decode(data[:50] + b"\0" + data[50:], encoding) == words


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 text",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04 zip",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"words\0more words",
        "今天市议会开会讨论渡轮票价。\n".encode("utf-16-le") * 20,
        (b"A ferry." + b"\0\1\2") * 40,
        b"\1\2\3\4\5 words",
        bytes(range(1, 256)) * 20,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        decode(data)
    assert refused.value.utterance == "refused/not_text"


LONG = "The ferry to Gråvik ran again on Monday, and nobody came. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("at", [1, 30, len(LONG)])
def test_a_zero_that_slipped_into_a_text_is_left_out(encoding: str, at: int) -> None:
    data = f"{LONG[:at]}\0{LONG[at:]}".encode(encoding)
    assert decode(data) == LONG


def test_five_megabytes_are_decoded_in_a_moment() -> None:
    data = (GERMAN * 65_000).encode("cp1252")
    with little_effort():
        assert decode(data).startswith("Die Läufer")


@given(st.binary())
def test_any_bytes_become_text_or_are_refused(data: bytes) -> None:
    with suppress(Refused):
        assert "\0" not in decode(data)
