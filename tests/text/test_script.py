"""The language of a text by its script and its small words."""

import pytest

from nkdocs.text.script import language_of

_KOREAN = "혜산 장마당에서 쌀값이 조금 내렸다고 소식통이 전했다. 장사꾼들은 배가 들어온 덕이라고 말한다. "
_ENGLISH = "The price of rice in the border city fell a little, a source said, and the traders were pleased with it. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (_KOREAN, "ko"),
        ("쌀값", "ko"),
        ("\u1112\u1168\u1109\u1161\u11ab", "ko"),
        ("米價는 前週보다 下落하였다", "ko"),
        (_ENGLISH, "en"),
        ("Rice was cheaper in Hyesan last week.", "en"),
        ("国境の町で米の値段が下がった", "ja"),
        ("コメ", "ja"),
        ("边境城市的大米价格上周略有下降,商人们这样说。", "zh"),
        ("邊境城市的大米價格上週略為下跌，商人們「高興」地說。", "zh"),
        ("Цены на рис в городе упали, и торговцы не были рады.", "ru"),
        ("El precio del arroz bajó en los mercados de la ciudad por la cosecha, según las fuentes.", "es"),
        ("Le prix du riz a baissé dans les marchés de la ville, et les sources sont contentes.", "fr"),
        ("Der Preis für Reis ist in der Stadt nach dem Regen gefallen, und das nicht zum ersten Mal.", "de"),
    ],
)
def test_the_language_is_told_by_script_and_small_words(text: str, language: str) -> None:
    """A script that one language uses names it; Latin and Cyrillic text is named by its small words."""
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "2014-06-02",
        "—",
        "Rice",
        "平壤",
        "平壤召开会议",
        "가",
        "Ціни на рис у місті впали",
        "Kim Jong Un",
        "\ud800",
        "🙂",
    ],
)
def test_too_little_evidence_is_no_language(text: str) -> None:
    """A word, a number or a few ideographs may be in several languages."""
    assert language_of(text) is None


def test_names_in_latin_letters_do_not_change_a_korean_text() -> None:
    """A list of English names in a Korean report leaves it Korean."""
    assert language_of("소식통은 Radio Free Asia, Daily NK, New Focus International 등에 말했다") == "ko"


def test_korean_words_do_not_change_an_english_text() -> None:
    """An English report that explains Korean words is English."""
    assert language_of("The market (장마당) of the city is called the grasshopper market (메뚜기장) by all.") == "en"
    assert language_of(_ENGLISH * 20 + "쌀값이 내렸다 " + _ENGLISH * 20) == "en"


def test_a_long_text_is_judged_by_its_whole_length() -> None:
    """The sample is spread over the text: a short foreign beginning or end does not decide."""
    assert language_of("Read in English. The source of this report is in the city.\n" + _KOREAN * 400) == "ko"
    assert language_of(_KOREAN + _ENGLISH * 400 + _KOREAN) == "en"


def test_curly_quotes_and_dashes_are_no_script() -> None:
    """Typographic signs beyond ASCII leave an English text English."""
    assert language_of("“The traders,” he said — “were pleased with the price…”") == "en"
