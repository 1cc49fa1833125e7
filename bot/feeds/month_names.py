"""The names of months in the languages that feeds write their dates in."""

import unicodedata

_NAMES = """
january february march april may june july august september october november december
januar februar marz april mai juni juli august september oktober november dezember
janner feber maerz april mai juni juli august september oktober november dezember
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
januari februari maart april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november desember
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre
ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik
styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien
stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia
leden unor brezen duben kveten cerven cervenec srpen zari rijen listopad prosinec
ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince
sijecanj veljaca ozujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac
sijecnja veljace ozujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca
januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december
tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu
 joulukuu
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
ιανουαριος φεβρουαριος μαρτιος απριλιος μαιος ιουνιος ιουλιος αυγουστος σεπτεμβριος οκτωβριος
 νοεμβριος δεκεμβριος
ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου
 νοεμβριου δεκεμβριου
"""
_BY_LANGUAGE = [line.split() for line in _NAMES.strip().replace("\n ", " ").splitlines()]
_ENGLISH = _BY_LANGUAGE[0]
SHORTEST = 3
"""Letters of an abbreviation: Jan, Aug., Ιούλ."""


def plain(word: str) -> str:
    """The word in small letters without accents: `março` becomes `marco`."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).replace("ı", "i")


def _forms() -> dict[str, set[int]]:
    """Every name and abbreviation, with the months that it may stand for."""
    whole: dict[str, set[int]] = {}
    short: dict[str, set[int]] = {}
    for names in _BY_LANGUAGE:
        for month, name in enumerate(map(plain, names), start=1):
            whole.setdefault(name, set()).add(month)
            for length in range(SHORTEST, len(name)):
                short.setdefault(name[:length], set()).add(month)
    english = {name[:SHORTEST]: {month} for month, name in enumerate(_ENGLISH, start=1)}
    return short | english | whole


_FORMS = _forms()


def month_of(word: str) -> int | None:
    """The month that a word names, in full or cut short; None where two could be meant."""
    months = _FORMS.get(plain(word), set())
    return min(months) if len(months) == 1 else None
