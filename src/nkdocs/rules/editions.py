"""Links to the same report in another language."""

import re
from collections.abc import Mapping
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.records import Edition, Span

__all__ = ["EDITION_LEAST", "EDITION_MOST", "LANGUAGE_CODES", "edition"]

_LANGUAGES: Final = {
    "ko": ("korean", "한국어", "한글", "조선어", "韓国語", "朝鮮語", "韩语", "韩文", "韓文"),
    "en": ("english", "영어", "영문", "英語", "英文", "英语"),
    "ja": ("japanese", "일본어", "일어", "日本語", "日文", "日语"),
    "zh": ("chinese", "중국어", "中国語", "中文"),
    "ru": ("russian", "러시아어", "ロシア語", "俄文", "俄语"),
    "es": ("spanish",),
    "fr": ("french",),
    "de": ("german",),
}
LANGUAGE_CODES: Final[Mapping[str, str]] = {name: code for code, names in _LANGUAGES.items() for name in names}
_NAMES: Final = "|".join(sorted(LANGUAGE_CODES, key=len, reverse=True))
_REPORT: Final = r"(?:article|story|report|page|post)"
_LANGUAGE: Final = rf"(?P<language>{_NAMES})"
_VERSION: Final = rf"(?:version|edition|original)(?: of this {_REPORT})?"
_HERE: Final = r"(?:,? (?:click )?here)?\.?"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:click here to |to )?(?:read|view|see)(?: (?:this|the|it)(?: {_REPORT})?)? in {_LANGUAGE}{_HERE}",
        rf"(?:this {_REPORT} is )?(?:also )?available in {_LANGUAGE}\.?",
        rf"(?:(?:read|view|see) (?:the |this )?)?{_LANGUAGE}(?:[ -]language)? {_VERSION}{_HERE}",
        rf"(?:{_REPORT} in ){_LANGUAGE}",
        rf"(?:이 )?(?:기사 )?{_LANGUAGE}(?:판|로|으로)? ?(?:기사 ?)?(?:보기|읽기)",
        rf"(?:この記事を)?{_LANGUAGE}(?:版|記事|で読む|で読む方はこちら|版で読む|版はこちら)",
        rf"(?:阅读|閱讀|查看)?{_LANGUAGE}(?:版|阅读|閱讀|版本|原文)",
    )
)
# "영어판"
EDITION_LEAST: Final = 3
EDITION_MOST: Final = 60
# "see in German"; languages that need fewer characters are not written in ASCII.
_ASCII_LEAST: Final = 13
_ENGLISH_NAMES: Final = tuple(name for name in LANGUAGE_CODES if name.isascii())


def _names_language(words: str) -> bool:
    """Whether an English word for a language stands there; looked for first, since few short lines have one."""
    for name in _ENGLISH_NAMES:  # noqa: SIM110 - a generator in any() takes three times as long
        if name in words:
            return True
    return False


def edition(layout: Layout, span: Span) -> Edition | None:
    """The slice as a link to another edition, or None.

    >>> import nkdocs
    >>> edition(nkdocs.lay_out("Read in Korean"), nkdocs.Span(0, 14)).language
    'ko'
    """
    if not EDITION_LEAST <= span.end - span.start <= EDITION_MOST:
        return None
    raw = layout.text[span.start : span.end]
    if raw.isascii() and (len(raw) < _ASCII_LEAST or not _names_language(raw.lower())):
        return None
    for form in _FORMS:
        found = form.fullmatch(raw)
        if found:
            return Edition(language=LANGUAGE_CODES[found["language"].casefold()], label=raw, span=span)
    return None
