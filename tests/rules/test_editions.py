"""Links to other editions, and sentences about languages."""

import pytest

from nkdocs.layout.opening import lay_out
from nkdocs.records import Span
from nkdocs.rules.editions import edition


@pytest.mark.parametrize(
    ("raw", "language"),
    [
        ("Read in Korean", "ko"),
        ("READ IN KOREAN", "ko"),
        ("Read this article in Japanese", "ja"),
        ("View in English.", "en"),
        ("Click here to read in Korean", "ko"),
        ("Also available in Chinese", "zh"),
        ("Korean version", "ko"),
        ("Read the Korean version of this article", "ko"),
        ("한국어로 보기", "ko"),
        ("영어 기사 보기", "en"),
        ("日本語版", "ja"),
        ("英語で読む", "en"),
        ("中文版", "zh"),
        ("阅读韩文版", "ko"),
    ],
)
def test_a_link_to_another_edition_names_its_language(raw: str, language: str) -> None:
    """The label is kept as written; the language becomes a code."""
    found = edition(lay_out(raw), Span(0, len(raw)))
    assert found is not None
    assert (found.language, found.label) == (language, raw)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "Korean",
        "한국어",
        "中文",
        "Read in Korean, the letter sounds harsher.",
        "Read in Hyesan",
        "Read in full",
        "Read original version at source",
        "The Korean version of the story differs",
        "He could not read in Chinese",
        "Chinese edition banned in Hyesan",
        "English lessons return to schools",
        "한국어로 보기 드문 책이 나왔다",
        "Read more",
    ],
)
def test_a_line_about_a_language_is_no_edition(raw: str) -> None:
    """Only a line that is nothing but a link counts."""
    assert edition(lay_out(raw), Span(0, len(raw))) is None
