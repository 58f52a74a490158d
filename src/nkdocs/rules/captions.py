"""Captions: the line under a picture, and whose picture it is."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.records import Caption, Span
from nkdocs.text.tidy import joined_lines

__all__ = ["caption"]

_MOST: Final = 500
_SENTENCES_MOST: Final = 2
# A credit stands at the end; nothing before this many characters is looked at.
_TAIL: Final = 130
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
_CREDIT: Final = r"(?P<credit>[^\s()\[\]][^()\[\]\n]{0,80}?)[)\]]?\.?\Z"
_CREDIT_WORDS: Final = r"(?:Image|IMAGE|Photo|PHOTO|Picture|Pic|Source|Photo credit|Image credit|Credit)s?"
_KOREAN_CREDIT: Final = r"(?:사진\s?(?:=|:|제공\s?[=:]?)|写真\s?[=:＝：]|图片来源\s?[:：]|摄影\s?[:：]|ⓒ|©)"
# Each form and what must stand near the end before it is tried.
_FORMS: Final = tuple(
    (hints, re.compile(form))
    for hints, form in (
        # X. Image: Daily NK      X. / Photo: KCNA      X (Photo: KCNA)
        (
            ("mage", "MAGE", "hoto", "HOTO", "ic", "ource", "redit"),
            rf"[\s/|(\[]{_CREDIT_WORDS}(?:\s(?:by|from|courtesy of))?\s?[:=：]\s?(?:©\s?)?{_CREDIT}",
        ),
        # ▲X /사진=데일리NK      ▲X (写真=...)      X ⓒ데일리NK
        (("사진", "写真", "图片", "摄影", "ⓒ", "©"), rf"[\s/|(\[]?{_KOREAN_CREDIT}\s?{_CREDIT}"),
        # FILE PHOTO: X. (Daily NK)      X. (KCNA)
        ((")", "]", "）"), rf"[(\[（]\s?(?:©\s?|ⓒ\s?)?(?P<credit>{_AGENCY})\s?[)\]）]\.?\Z"),
        # X /Yonhap
        (("/",), rf"/\s?(?P<credit>{_AGENCY})\.?\Z"),
        # X (Taken by Asia Press on October 2013)
        (
            ("by",),
            r"\((?:[Tt]aken|[Pp]hoto(?:graphed)?|[Pp]icture) by (?P<credit>[^()]{2,60}?)(?: [io]n [^()]{4,30})?\)\.?\Z",
        ),
        # X. Courtesy of Y
        (("ourtesy",), r"(?<=[.\])]) [(\[]?[Cc]ourtesy of (?P<credit>[^()\n]{2,60}?)[)\]]?\.?\Z"),
    )
)
# No credit is without one of these.
_SIGNS: Final = (":", ")", "/", "=", "]", "©", "：", "）", "ⓒ", "ourtesy", "제공")
_OPENERS: Final = frozenset("F▲[(자")
# What opens a caption that may have no credit at all.
_OPENING: Final = re.compile(r"(?P<mark>FILE PHOTO:\s*|▲\s*|\[?FILE\]?:\s*|\(?자료사진\)?\s*)")


def caption(layout: Layout, span: Span) -> Caption | None:
    """The slice as a caption with its credit, or None if it has none of the forms of one.

    >>> import nkdocs
    >>> text = "Traders wait at a bridge in Hyesan. Image: Daily NK"
    >>> found = caption(nkdocs.lay_out(text), nkdocs.Span(0, len(text)))
    >>> found.text, found.credit
    ('Traders wait at a bridge in Hyesan.', 'Daily NK')
    """
    raw = layout.text[span.start : span.end]
    if not 0 < len(raw) <= _MOST or not (raw[0] in _OPENERS or _is_signed(raw[-_TAIL:])):
        return None
    opening = _OPENING.match(raw)
    first = opening.end() if opening else 0
    start, credit = _credit(raw)
    text = joined_lines(raw[first:start].splitlines()).rstrip(" /|(–-[").strip()
    if not text or (credit is None and opening is None) or text.count(". ") >= _SENTENCES_MOST:
        return None
    return Caption(text=text, credit=credit, span=span)


def _is_signed(tail: str) -> bool:
    for sign in _SIGNS:  # noqa: SIM110 - a generator costs more than the look itself
        if sign in tail:
            return True
    return False


def _credit(raw: str) -> tuple[int, str | None]:
    """Where the credit at the end of ``raw`` starts, and whom it names."""
    near = max(0, len(raw) - _TAIL)
    tail = raw[near:]
    for hints, form in _FORMS:
        for hint in hints:
            if hint in tail:
                found = form.search(tail)
                if found:
                    return near + found.start(), found["credit"].strip(" .,/")
                break
    return len(raw), None
