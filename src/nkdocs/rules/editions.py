"""Links to the same report in another language."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.records import Edition, Span

__all__ = ["LANGUAGE_CODES", "edition"]

LANGUAGE_CODES: Final = {
    "korean": "ko", "english": "en", "japanese": "ja", "chinese": "zh", "russian": "ru", "spanish": "es", "french": "fr",
    "german": "de", "한국어": "ko", "조선어": "ko", "영어": "en", "일본어": "ja", "중국어": "zh", "영문": "en", "韓国語": "ko",
    "朝鮮語": "ko", "英語": "en", "日本語": "ja", "中国語": "zh", "韩语": "ko", "韩文": "ko", "英文": "en", "日文": "ja", "中文": "zh",
}  # fmt: skip
_NAMES: Final = "|".join(sorted(LANGUAGE_CODES, key=len, reverse=True))
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:read|view|see)(?: (?:this|the)(?: (?:article|story|report|page))?)? in (?P<language>{_NAMES})\.?",
        rf"(?:article )?(?:in )?(?P<language>{_NAMES}) (?:version|edition|original)(?: here)?\.?",
        rf"(?P<language>{_NAMES})(?:로|으로)? (?:보기|읽기|기사 보기|기사보기)",
        rf"(?P<language>{_NAMES})(?:版|で読む|で読む方はこちら|阅读)",
    )
)
_MOST: Final = 60


def edition(layout: Layout, span: Span) -> Edition | None:
    """The slice as a link to another edition, or None.

    >>> import nkdocs
    >>> edition(nkdocs.lay_out("Read in Korean"), nkdocs.Span(0, 14)).language
    'ko'
    """
    raw = layout.text[span.start : span.end]
    if len(raw) > _MOST:
        return None
    for form in _FORMS:
        found = form.fullmatch(raw)
        if found:
            return Edition(language=LANGUAGE_CODES[found["language"].casefold()], label=raw, span=span)
    return None
