"""Articles in other languages: found by their words, quoted as they stand, asked nothing about."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.articles.drafting import draft
from bot.articles.metadata import Metadata
from bot.services.newsroom import Newsroom
from bot.services.preparing import content_hash
from tests.articles.examples import PHRASES

FILES = {
    "fa.txt": "شورای شهر تصمیم گرفت استخر قدیمی را بازسازی کند. کار دو سال طول می\u200cکشد.",
    "hi.txt": "नगर परिषद ने सोमवार को पुराने तरणताल को फिर से बनाने का फ़ैसला किया। काम दो साल चलेगा।",
    "zh.txt": "市议会星期一决定重建旧游泳池。工程将耗资六百万元。反对派要求把钱用在学校上。",
    "ja.txt": "市議会は月曜日、古いプールを建て直すことを決めた。工事は二年かかる見通しだ。",
    "th.txt": "สภาเมืองมีมติเมื่อวันจันทร์ให้สร้างสระว่ายน้ำเก่าขึ้นใหม่ งานนี้ใช้เวลาสองปี",
    "ru.txt": "Городской совет в понедельник решил восстановить старый бассейн. Работы дороги.",
    "de.txt": "Der Stadtrat hat am Montag beschlossen, das alte Schwimmbad zu erneuern.",
}


@pytest.fixture
async def newsroom(tmp_path: Path) -> AsyncIterator[Newsroom]:
    for name, text in FILES.items():
        (tmp_path / name).write_text(f"{text}\n", "utf-8")
    async with await Newsroom.open(tmp_path / "data") as opened:
        await opened.ingest([tmp_path / name for name in FILES])
        yield opened


@pytest.mark.parametrize(
    ("file", "words", "sentence"),
    [
        ("fa.txt", "استخر قدیمی", 0),
        ("fa.txt", "میکشد", 1),
        ("hi.txt", "तरणताल", 0),
        ("zh.txt", "游泳池", 0),
        ("zh.txt", "学校", 2),
        ("ja.txt", "プール", 0),
        ("th.txt", "สระว่ายน้ำ", 0),
        ("ru.txt", "БАССЕЙН", 0),
        ("de.txt", "schwimmbad", 0),
    ],
)
async def test_a_text_is_quoted_where_it_has_the_words(
    newsroom: Newsroom, file: str, words: str, sentence: int
) -> None:
    answer = await newsroom.brief(words)
    quotes = [cited.quote for cited in answer.cited if cited.quote.article.source.endswith(file)]
    whole = FILES[file].replace("।", "।\n").replace("。", "。\n").replace(". ", ".\n").split("\n")
    assert [quote.text for quote in quotes] == [whole[sentence].strip()]


async def test_each_text_stays_as_it_was_written(newsroom: Newsroom) -> None:
    async for article in newsroom.articles.articles():
        name = Path(article.source).name
        assert (article.text, article.language) == (f"{FILES[name]}\n", name.partition(".")[0])


async def test_nothing_is_asked_about_them(newsroom: Newsroom) -> None:
    assert await newsroom.quiz.items(5, seed=1) == []


async def test_no_sentence_with_a_lost_character_is_quoted(tmp_path: Path) -> None:
    file = tmp_path / "broken.txt"
    text = "Le maire a visité la piscine. La piscine est fermée. Elle rouvrira l’été prochain."
    file.write_bytes(text.encode().replace("fermé".encode(), b"ferm\xe9"))
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        await newsroom.ingest([file])
        answer = await newsroom.brief("piscine")
        quoted = " ".join(cited.quote.text for cited in answer.cited)
        assert "visité" in quoted
        assert "\ufffd" not in quoted
        (article,) = [one async for one in newsroom.articles.articles()]
        assert "ferm\ufffde." in article.text


def test_a_found_language_makes_no_new_version() -> None:
    made = draft(FILES["de.txt"], Metadata(), PHRASES, key="a", source="a")
    unknown = replace(made, language=None, language_found=False)
    stated = replace(made, language_found=False)
    assert content_hash(made) == content_hash(unknown) != content_hash(stated)
