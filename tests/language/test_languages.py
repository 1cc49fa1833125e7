"""Which language a text is found to be in."""

import pytest

from bot.language.languages import is_english, language_of, likelihoods, primary

ENGLISH = (
    "The council of the town decided on Monday that the old baths are to be built again, and that "
    "it will pay for them out of the money which had been put aside for the roads. The work is to "
    "take two years, said the mayor, who was in no doubt that all of it would be done in time."
)
TEXTS = {
    "de": "Der Stadtrat hat am Montag beschlossen, das alte Schwimmbad neu zu bauen.",
    "fr": "Le conseil municipal a décidé lundi de reconstruire l’ancienne piscine de la ville.",
    "es": "El ayuntamiento decidió el lunes reconstruir la antigua piscina de la ciudad.",
    "pt": "A câmara decidiu na segunda-feira reconstruir a antiga piscina.",
    "pl": "Rada miejska postanowiła w poniedziałek odbudować starą pływalnię.",
    "ru": "Городской совет в понедельник решил восстановить старый бассейн.",
    "uk": "Міська рада в понеділок вирішила відновити старий басейн.",
    "fa": "شورای شهر روز دوشنبه تصمیم گرفت استخر قدیمی را بازسازی کند.",
    "ar": "قرر المجلس البلدي يوم الاثنين إعادة بناء المسبح القديم في المدينة.",
    "hi": "नगर परिषद ने सोमवार को पुराने तरणताल को फिर से बनाने का फ़ैसला किया।",
    "zh": "市议会星期一决定重建旧游泳池。工程将耗资六百万元，历时两年。",
    "ja": "市議会は月曜日、古いプールを建て直すことを決めた。",
    "ko": "시의회는 월요일 낡은 수영장을 다시 짓기로 결정했다.",
    "th": "สภาเมืองมีมติเมื่อวันจันทร์ให้สร้างสระว่ายน้ำเก่าขึ้นใหม่",
}


@pytest.mark.parametrize("language", [*TEXTS])
def test_one_sentence_tells_its_language(language: str) -> None:
    assert language_of(TEXTS[language]) == language


def test_english_is_found_with_and_without_many_words() -> None:
    assert language_of(ENGLISH) == "en"
    assert language_of(ENGLISH[:140]) == "en"


@pytest.mark.parametrize("text", ["", "Lund 7", "Marrowby Mail", "2025 2026 2027", "?!"])
def test_a_short_text_stays_unknown(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        (ENGLISH, "en-gb", "en-gb"),
        (ENGLISH, "fa", "en"),
        (TEXTS["fa"], "en-us", "fa"),
        (TEXTS["pt"], "pt-br", "pt-br"),
        (TEXTS["de"], "gsw", "gsw"),
        ("Lund 7", "sv", "sv"),
    ],
)
def test_a_stated_language_stands_unless_it_cannot_be(
    text: str, stated: str, language: str
) -> None:
    assert language_of(text, stated) == language


def test_a_tag_names_a_language_and_perhaps_a_country() -> None:
    assert (primary("pt-br"), is_english("en-GB"), is_english("enm")) == ("pt", True, False)
    assert not is_english(None)


def test_likelihoods_add_up() -> None:
    assert sum(likelihoods(TEXTS["pl"]).values()) == pytest.approx(1.0, abs=0.01)
