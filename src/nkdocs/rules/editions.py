"""Links to the same report in another language."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.records import Edition, Span

__all__ = ["LANGUAGE_CODES", "edition"]

_LANGUAGES: Final = {
    "ko": ("korean", "한국어", "조선어", "韓国語", "朝鮮語", "韩语", "韩文"),
    "en": ("english", "영어", "영문", "英語", "英文"),
    "ja": ("japanese", "일본어", "日本語", "日文"),
    "zh": ("chinese", "중국어", "中国語", "中文"),
    "ru": ("russian",),
    "es": ("spanish",),
    "fr": ("french",),
    "de": ("german",),
}
LANGUAGE_CODES: Final = {name: code for code, names in _LANGUAGES.items() for name in names}
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
