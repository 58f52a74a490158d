"""Captions: the line under a picture, and whose picture it is."""

import re
from typing import Final, NamedTuple

from nkdocs.layout.block import Layout
from nkdocs.records import Caption, Span
from nkdocs.text.tidy import joined_lines

__all__ = ["CAPTION_LEAST", "CAPTION_MOST", "CREDIT_MOST", "caption", "credit_line"]

# "▲" and a word, or "©" and a name.
CAPTION_LEAST: Final = 2
CAPTION_MOST: Final = 500
# A line whose only sign is an agency in brackets: longer ones, and ones that report speech, are body.
_BARE_MOST: Final = 320
_SENTENCES_MOST: Final = 4
_BARE_SENTENCES_MOST: Final = 2
_REPORTS: Final = re.compile(
    r"\b(?:said|says|told|reported|reportedly|according to|announced|added|stated|quoted|claimed)\b"
    r"|보도했다|전했다|밝혔다|말했다|알렸다|報じた|伝えた|述べた|語った"
)
# A word, a blank, a sign and a name.
_CREDITED_LEAST: Final = 4
# A credit stands at the end; nothing before this many characters is looked at.
_TAIL: Final = 130
# Agencies and archives whose name alone in brackets at the end of a short line is a picture credit.
_AGENCY_NAMES: Final = (
    r"KCNA(?: Watch)?", r"Yonhap(?: News(?: Agency)?)?", "YONHAP", r"Reuters|REUTERS", r"AP(?: Photo)?", "AFP",
    r"(?:The )?Korea (?:Herald|Times)",
    r"Rodong S[ia]nmun", "Xinhua", "XINHUA", "NEWSIS", "Newsis", r"Kyodo(?: News)?", r"EPA(?:-EFE)?", "TASS", "UPI",
    r"Getty(?: Images)?", "Wikimedia Commons", "Wikipedia", "Flickr", "Korean Central News Agency",
    "Korea News Service", "KCTV", r"News ?1", r"Daily ?NK", "ASIAPRESS", r"Asia ?[Pp]ress", "NK News", "38 North",
    "연합뉴스", "조선중앙통신", "로동신문", "노동신문", "조선중앙TV", r"데일리 ?NK", "뉴시스", r"뉴스1",
    "朝鮮中央通信", "労働新聞", "朝鮮中央テレビ", r"デイリー ?NK", "アジアプレス", "聯合ニュース", "共同通信",
    "朝中社", "新华社", "韩联社",
)  # fmt: skip
_AGENCY: Final = rf"(?:{'|'.join(_AGENCY_NAMES)})"
_PHOTOGRAPHER: Final = r"(?:/[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){1,2})"
# (Han Sol/The Korea Herald)
_BEFORE_AGENCY: Final = r"(?:[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){1,2}/(?=The Korea |Korea ))?"
_FILE: Final = r"(?:,? [Ff]ile(?: [Pp]hoto)?| ?자료사진| ?資料写真)"
_AGENCIES: Final = rf"{_BEFORE_AGENCY}{_AGENCY}(?:(?: ?[-/,·] ?| via ){_AGENCY}){{0,2}}{_PHOTOGRAPHER}?{_FILE}?"
# The day or year of a picture, or of the paper that printed it; how it was had.
_DAY: Final = (
    r"(?:(?:\d{4} ?[年년])?(?: ?\d{1,2} ?[月월])?(?: ?\d{1,2} ?[日일])?(?<=[年月日년월일])(?: ?(?:付|撮影|보도))?)"
)
_HAD: Final = r"(?:\s?(?:より|から|提供|제공|(?:画面|화면)?\s?(?:キャプチャー?|캡처|캡쳐)))"
# Somebody's name: it opens with a capital or in a script that has none, and is no sentence (see `_is_name`).
_NAMED: Final = r"(?:(?:the )?author|(?:the (?=[A-Z]))?(?:38 North|[^\W\d_a-z])[^()\[\]（）［］\n]{0,80}?)"
_CREDIT: Final = rf"(?P<credit>{_NAMED})[)\]）］]?\.?\Z"
_WORDS: Final = r"(?:(?:Image|IMAGE|Photo|PHOTO|Picture|Pic)s?(?: (?:[Cc]redit|[Ss]ource))?|Credit)"
_BY: Final = r"(?: by| from| via| courtesy of)"
_PHOTO_SIGN: Final = r"(?:사진(?:\s?제공)?|写真(?:提供)?|图片来源|摄影)"
_BREAK: Final = r"(?:[/|(\[（［]\s?|(?<=[.。!?”\"])\s?)"


class _Form(NamedTuple):
    """How a credit is written: one of each group of ``hints`` must stand near the end before the pattern is tried."""

    hints: tuple[tuple[str, ...], ...]
    pattern: re.Pattern[str]
    bare: bool = False


_FORMS: Final = (
    # X. Image: Daily NK      X. / Photo: KCNA      X (Photo: KCNA)      X. Photo by: Han Sol
    _Form(
        ((":", "=", "："), ("Image", "IMAGE", "Photo", "PHOTO", "Pic", "Credit")),
        re.compile(rf"[\s/|(\[]{_WORDS}{_BY}?\s?[:=：]\s?(?:©\s?)?{_CREDIT}"),
    ),
    # X. Photo from Wikimedia Commons.      X (Photo by Han Sol)      X (Taken by Asia Press on October 2013)
    _Form(
        ((" by ", " from ", " via ", " courtesy of "), ("Photo", "Taken", "Picture", "Image")),
        re.compile(rf"{_BREAK}(?:{_WORDS}|Taken|Photographed){_BY} {_CREDIT}"),
    ),
    _Form((("aken by ",),), re.compile(rf"\([Tt]aken by (?P<credit>{_AGENCY})(?: [io]n [^()]{{4,30}})?\)\.?\Z")),
    # ▲X /사진=데일리NK      ▲X (写真=...)      X (사진: 데일리NK)
    _Form((("사진", "写真"), ("=", "＝")), re.compile(rf"(?:{_BREAK}|\s){_PHOTO_SIGN}\s?[=＝]\s?{_CREDIT}")),
    _Form((("사진", "写真", "图片", "摄影"), (":", "：")), re.compile(rf"{_BREAK}{_PHOTO_SIGN}\s?[:：]\s?{_CREDIT}")),
    # X. (© Daily NK)      X ⓒ데일리NK
    _Form((("©", "ⓒ"),), re.compile(rf"(?:[\s/|(\[（]|(?<=[.。]))[©ⓒ]\s?{_CREDIT}")),
    # X. (Daily NK)      X (朝鮮中央通信)      a stop behind the bracket makes it a citation in a sentence
    _Form(
        ((")", "）"), ("(", "（")),
        re.compile(rf"[(（]\s?(?P<credit>{_AGENCIES})\s?[)）](?P<stop>[.。]?)\Z"),
        bare=True,
    ),
    # X (2018年5月、朝鮮中央通信)      X (9日付労働新聞より)      X (조선중앙TV 화면캡처)
    _Form(
        ((")", "）"), ("(", "（"), (*"年月日년월일", "より", "から", "提供", "제공", "キャプ", "캡")),
        re.compile(
            rf"[(（]\s?(?:{_DAY}[、,，]?\s?)?(?P<credit>{_AGENCIES})(?:[、,，]?\s?{_DAY})?{_HAD}?\s?[)）](?P<stop>[.。]?)\Z"
        ),
        bare=True,
    ),
    # X [XINHUA/NEWSIS]; a single name in square brackets is how blogs cite
    _Form(
        (("]",), ("[",)),
        re.compile(rf"\[(?P<credit>{_AGENCY}/{_AGENCY}|NEWSIS|YONHAP|XINHUA|REUTERS)\](?P<stop>[.]?)\Z"),
        bare=True,
    ),
    # X /Yonhap
    _Form((("/",),), re.compile(rf"(?:(?<=\s)|(?<=[.。”\")]))/\s?(?P<credit>{_AGENCIES})(?P<stop>)\.?\Z"), bare=True),
    # X. Courtesy of Y
    _Form((("ourtesy of ",),), re.compile(rf"(?:(?<=[.\])]) |[(\[/] ?)[Cc]ourtesy of {_CREDIT}")),
    # X. Courtesy of the county office
    _Form(
        ((". Courtesy of the ",),),
        re.compile(r"(?<=\.) Courtesy of (?P<credit>the [a-z][\w'’ -]{2,40})(?P<stop>)\.?\Z"),
        bare=True,
    ),
)  # fmt: skip
# Those that a text of ASCII alone can have, with the hints that it can have.
_ASCII_FORMS: Final = tuple(
    form._replace(hints=tuple(tuple(filter(str.isascii, group)) for group in form.hints))
    for form in _FORMS
    if all(any(map(str.isascii, group)) for group in form.hints)
)
_OPENERS: Final = frozenset("F▲[(자")
# What opens a caption that may have no credit at all.
_OPENING: Final = re.compile(
    r"(?:\[?(?:FILE PHOTO|File [Pp]hoto)\]?\s?[:：]\s*|\[?FILE\]?\s?[:–—-]\s+|▲\s*"
    r"|[(\[]자료 ?사진[)\]]\s*|자료 ?사진\s?[:：]\s*)"
)
_RESTRICTION: Final = re.compile(r"\s*\((?:For Use Only in the Republic of Korea\.[^()]{0,40}|PHOTO NOT FOR SALE)\)\s*")
_ALONE: Final = re.compile(
    rf"[(\[/]?\s?(?:{_WORDS}(?:{_BY}?\s?[:=：]|{_BY})|[Cc]ourtesy of|{_PHOTO_SIGN}\s?[=:：＝]|[©ⓒ])\s?"
    rf"(?:https?://\S+\Z|{_CREDIT})|/\s?{_AGENCIES}\Z"
)
# What such a line can open with: a bracket, a sign, the first letter of a word above.
_ALONE_OPENERS: Final = frozenset("([/©ⓒIPCc사写图摄")
CREDIT_MOST: Final = 120
_RIGHTS: Final = ("copyright", "rights reserved", "저작권", "무단", "재배포", "無断", "转载")
# Small words that a credit may have; others make it a sentence.
_SMALL: Final = frozenset(
    {
        "of", "the", "and", "for", "via", "by", "from", "on", "in", "de", "at",
        "file", "photo", "photos", "screen", "capture", "captured", "screenshot", "archive", "state", "media", "image",
        "images", "video", "website", "courtesy", "author", "television", "footage",
    }
)  # fmt: skip
_NAME_WORDS_MOST: Final = 10
_INNER_STOP: Final = re.compile(r"[a-z]{3}[.!?] ")
_TAKEN: Final = re.compile(r" [io]n (?:[A-Z][a-z]+\.? )?(?:\d{1,2}, )?\d{4}\Z")


def caption(layout: Layout, span: Span) -> Caption | None:
    """The slice as a caption with its credit, or None if it has none of the forms of one.

    >>> import nkdocs
    >>> text = "Traders wait at a bridge in Hyesan. Image: Daily NK"
    >>> found = caption(nkdocs.lay_out(text), nkdocs.Span(0, len(text)))
    >>> found.text, found.credit
    ('Traders wait at a bridge in Hyesan.', 'Daily NK')
    """
    start, end = span.start, span.end
    if not CAPTION_LEAST <= end - start <= CAPTION_MOST:
        return None
    whole = layout.text
    opens = whole[start] in _OPENERS
    if not opens and not _is_signed(whole[end - _TAIL if end - start > _TAIL else start : end]):
        return None
    raw = whole[start:end]
    opening = _OPENING.match(raw) if opens else None
    first = opening.end() if opening else 0
    behind, credit = _credit(raw, first) if len(raw) >= _CREDITED_LEAST else (len(raw), None)
    if credit is None and opening is None:
        return None
    text = _text(raw[first:behind])
    if not text or text.count(". ") >= _SENTENCES_MOST or "▲" in text or _claims_rights(raw.lower()):
        return None
    return Caption(text=text, credit=credit, span=span)


def credit_line(raw: str) -> bool:
    """Whether a line is a credit alone, its caption lost: there is no caption to record, and it is no body.

    >>> credit_line("Photo from Wikimedia Commons."), credit_line("Photos from Hyesan show a new bridge.")
    (True, False)
    """
    if len(raw) > CREDIT_MOST or raw[:1] not in _ALONE_OPENERS:
        return False
    found = _ALONE.fullmatch(raw)
    return found is not None and (found["credit"] is None or _is_name(found["credit"]))


def _is_signed(tail: str) -> bool:
    """Whether one of the signs stands there without which there is no credit."""
    return (
        ":" in tail
        or ")" in tail
        or "/" in tail
        or "=" in tail
        or "]" in tail
        or "©" in tail
        or (tail.endswith(".") and "Photo " in tail)
        or "ourtesy of" in tail
        or (not tail.isascii() and ("ⓒ" in tail or "：" in tail or "）" in tail or "＝" in tail or "］" in tail))
    )


def _claims_rights(lowered: str) -> bool:
    """Whether the words forbid something; asked one by one, which takes an eighth of a search that ignores case."""
    for words in _RIGHTS:  # noqa: SIM110 - a generator in any() takes three times as long
        if words in lowered:
            return True
    return False


def _text(words: str) -> str:
    restricted = _RESTRICTION.search(words) if "For Use Only" in words or "NOT FOR SALE" in words else None
    if restricted and restricted.end() == len(words):
        words = words[: restricted.start()]
    lines = words.splitlines()
    return (joined_lines(lines) if len(lines) > 1 else words.strip()).rstrip(" /|(–-[（［").strip()


def _credit(raw: str, first: int) -> tuple[int, str | None]:
    """Where the credit at the end of ``raw`` starts, and whom it names; ``first`` is where the words start."""
    near = max(first, len(raw) - _TAIL)
    tail = raw[near:]
    for form in _ASCII_FORMS if tail.isascii() else _FORMS:
        if not _has_hints(tail, form.hints):
            continue
        found = form.pattern.search(tail)
        if found is None or (form.bare and not first and not _is_line(raw[: near + found.start()], found["stop"])):
            continue
        credit = found["credit"]
        name = (_TAKEN.sub("", credit) if credit[-1].isdigit() else credit).strip(" .,/")
        if form.bare or _is_name(name):
            return near + found.start(), name
    return len(raw), None


def _has_hints(tail: str, hints: tuple[tuple[str, ...], ...]) -> bool:
    """Whether one hint of each group stands there; written out, for generators take three times as long."""
    for group in hints:
        for hint in group:
            if hint in tail:
                break
        else:
            return False
    return True


def _is_line(words: str, stop: str) -> bool:
    """Whether words before a bare agency read as a caption: not too long, and nothing they cite."""
    words = _text(words)
    return (
        not stop
        and len(words) <= _BARE_MOST
        and words.count(". ") < _BARE_SENTENCES_MOST
        and _REPORTS.search(words) is None
    )


def _is_name(credit: str) -> bool:
    """Whether a credit names somebody: few words, few of them small, no sentence inside."""
    words = credit.split()
    small = all(word in _SMALL for word in words if word[0].islower())
    return small and len(words) <= _NAME_WORDS_MOST and _INNER_STOP.search(credit) is None
