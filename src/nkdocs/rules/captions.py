"""Captions: the line under a picture, and whose picture it is."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.records import Caption, Span
from nkdocs.text.tidy import joined_lines

__all__ = ["caption", "caption_in"]

_MOST: Final = 500
_FILE_PHOTO: Final = r"(?:FILE PHOTO:\s*|\[?FILE\]?:\s*|\(?자료사진\)?\s*)?"
# Agencies and archives whose name alone in brackets at the end of a short line is a picture credit.
_AGENCIES: Final = (
    r"KCNA(?: via [A-Z]\w+)?", r"Yonhap(?: News)?", "Reuters", r"AP(?: Photo)?", "AFP", r"Rodong S[ia]nmun",
    "Xinhua", "XINHUA", "NEWSIS", "Newsis", "Kyodo", "EPA", "Getty Images", "Wikimedia Commons", "Wikipedia", "Flickr",
    "Korean Central News Agency", "KCTV", "KCNA Watch", r"Daily ?NK(?: [A-Z]\w+)*", "ASIAPRESS",
    r"Asia ?[Pp]ress", "NK News", "38 North", "연합뉴스", "조선중앙통신", "로동신문", "노동신문",
    "조선중앙TV", "데일리 ?NK", "뉴시스", "朝鮮中央通信", "労働新聞",
    "朝鮮中央テレビ", r"デイリー ?NK(?:資料写真)?", "アジアプレス", "聯合ニュース",
)  # fmt: skip
_AGENCY: Final = rf"(?:{'|'.join(_AGENCIES)})"
_TEXT: Final = r"(?P<text>\S.*?)"
_CREDIT: Final = r"(?P<credit>[^\s()\[\]][^()\[\]\n]{0,80}?)[)\]]?\.?"
_CREDIT_WORDS: Final = r"(?:Image|IMAGE|Photo|PHOTO|Picture|Pic|Source|Photo credit|Image credit|Credit)s?"
_KOREAN_CREDIT: Final = r"(?:사진\s*[=:제공]+|写真\s*[=:＝：]|图片来源\s*[:：]|摄影\s*[:：]|ⓒ|©)"
_FORMS: Final = tuple(
    re.compile(_FILE_PHOTO + r"▲?\s*" + _TEXT + form)
    for form in (
        # X. Image: Daily NK      X. / Photo: KCNA      X (Photo: KCNA)
        rf"[\s/|(\[]+{_CREDIT_WORDS}(?:\s+(?:by|from|courtesy of))?\s*[:=：]\s*(?:©\s*)?{_CREDIT}",
        # ▲X /사진=데일리NK      ▲X (写真=...)      X ⓒ데일리NK
        rf"[\s/|(\[]*{_KOREAN_CREDIT}\s*{_CREDIT}",
        # FILE PHOTO: X. (Daily NK)      X. (KCNA)
        rf"\s*[(\[（]\s*(?:©\s*|ⓒ\s*)?(?P<credit>{_AGENCY})\s*[)\]）]\.?",
        # X /Yonhap
        rf"\s*/\s?(?P<credit>{_AGENCY})\.?",
        # X (Taken by Asia Press on October 2013)
        r"\s*\((?:[Tt]aken|[Pp]hoto(?:graphed)?|[Pp]icture) by (?P<credit>[^()]{2,60}?)(?: [io]n [^()]{4,30})?\)\.?",
        # X. Courtesy of Y
        r"(?<=[.\])])\s*[(\[]?[Cc]ourtesy of (?P<credit>[^()\n]{2,60}?)[)\]]?\.?",
    )
)
_MARKED: Final = re.compile(r"(?:FILE PHOTO:\s*|▲\s*)(?P<text>\S.*)")
# What a credit form needs, looked for before any form is tried: a mark anywhere, or a bracket or slash at the end.
_WORDS: Final = (
    "mage:",
    "hoto:",
    "hoto by",
    "redit:",
    "ource:",
    "icture:",
    "사진",
    "写真",
    "©",
    "ⓒ",
    "ourtesy",
    "▲",
    "FILE",
    "图片",
    "摄影",
)
_ENDS: Final = (")", "]", "）", ").", "].")
_SLASH_WITHIN: Final = 40
_SENTENCES_MOST: Final = 2


def caption(layout: Layout, span: Span) -> Caption | None:
    """The slice as a caption with its credit, or None if it has none of the forms of one.

    >>> import nkdocs
    >>> text = "Traders wait at a bridge in Hyesan. Image: Daily NK"
    >>> found = caption(nkdocs.lay_out(text), nkdocs.Span(0, len(text)))
    >>> found.text, found.credit
    ('Traders wait at a bridge in Hyesan.', 'Daily NK')
    """
    raw = layout.text[span.start : span.end]
    return caption_in(raw, span) if _may_hold_credit(raw) else None


def _may_hold_credit(raw: str) -> bool:
    if len(raw) > _MOST:
        return False
    return raw.endswith(_ENDS) or "/" in raw[-_SLASH_WITHIN:] or any(word in raw for word in _WORDS)


def caption_in(raw: str, span: Span) -> Caption | None:
    """The whole of ``raw`` as a caption."""
    line = joined_lines(raw.splitlines())
    for form in _FORMS:
        found = form.fullmatch(line)
        if found and found["text"].count(". ") < _SENTENCES_MOST:
            return Caption(text=_text(found["text"]), credit=found["credit"].strip(" .,/"), span=span)
    marked = _MARKED.fullmatch(line)
    return Caption(text=_text(marked["text"]), span=span) if marked else None


def _text(text: str) -> str:
    """The caption's words without what leads over to the credit."""
    return text.rstrip(" /|(–-").strip()
