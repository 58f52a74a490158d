"""Yonhap News Agency: its own pages in English and Korean, and copies elsewhere that keep its dateline."""

import re
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Caption, Claim, Evidence, Result, Span, Strength
from nkdocs.rules.datelines import dateline
from nkdocs.rules.furniture import date_prefix
from nkdocs.rules.newsroom import Newsroom, read_newsroom
from nkdocs.rules.pages.weblogs import site_claim
from nkdocs.rules.paragraphs import block_text
from nkdocs.rules.sheet import Sheet

__all__ = ["Yonhap"]

_AGENCIES: Final = frozenset({"Yonhap", "Yonhap News", "연합뉴스", "聯合ニュース", "韩联社", "韓聯社"})
_NAMES: Final = ("Yonhap", "연합뉴스", "聯合ニュース", "韩联社", "韓聯社")
_HEAD: Final = 4096
_WITHIN: Final = 10
_SENTENCE_LEAST: Final = 60
_STOPS: Final = (".", "。", "”", '"')
# Notes to editors: what was added to a report, and where.
_DESK: Final = re.compile(r"\((?:ATTN|EDS|Eds|Attn)\s?[:;].*|\((?:\d{0,2}(?:st|nd|rd|th) )?(?:LEAD|LD|URGENT)\)|#{1,6}")
# X [연합뉴스 자료사진. 재판매 및 DB 금지]      X [AP=연합뉴스]      X [한솔 제공]
_BRACKETED: Final = re.compile(
    r"(?P<text>\S.{1,240}?)\s?[\[(](?P<credit>[^\[\]()]{0,30}?(?:연합뉴스(?: ?자료사진)?|자료사진|제공"
    r"|촬영 [가-힣]{2,4}))"
    r"(?:[.,] ?(?:재판매 및 DB 금지|DB 및 재판매 금지|무단.{2,20}))?[\])]"
)
_BRACKETED_MOST: Final = 300
# The same of the English ones, on a line of its own where the copy is hard-wrapped.
_RESTRICTED: Final = re.compile(
    r"\(For Use Only in the Republic of Korea\. No "
    r"Redistribution\)\s\((?P<credit>Yonhap)\)"
)
_PICTURED: Final = re.compile(r"\b(?:photos?|images?|picture|shows?)\b")
_NOT_FOR_SALE: Final = re.compile(r"\s*\(PHOTO NOT FOR SALE\)\Z")
_NOTE_LINES: Final = 4
_SITE: Final = frozenset({"yonhap news agency", "yonhap news", "연합뉴스"})


class Yonhap:
    """The agency's reports, wherever they were copied: the dateline says who wrote them."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """A Yonhap dateline that opens the text."""
        head = layout.text[:_HEAD]
        if not any(name in head for name in _NAMES):
            return site_claim(layout, _SITE)
        for block in layout.blocks[:_WITHIN]:
            first = block.span.start + date_prefix(block.text)
            found = dateline(layout, Span(first, block.span.end))
            if found is not None:
                return _claim(found.span) if found.agency in _AGENCIES and found.span is not None else None
            if (len(block.text) >= _SENTENCE_LEAST and block.text.endswith(_STOPS)) or block.text.endswith(":"):
                break
        return site_claim(layout, _SITE)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One report, or a list."""
        return read_newsroom(layout, ctx, _ROOM)


def _claim(span: Span) -> Claim:
    return Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="yonhap-dateline", span=span)])


def _take_desk_note(sheet: Sheet) -> bool:
    """``(ATTN: ADDS details in paras 3-4)``, or a mark on a line of its own; a hard-wrapped note up to its bracket."""
    opening = sheet.blocks[0].text
    if not _DESK.fullmatch(opening):
        return False
    lines = 1
    if opening.startswith("(") and ")" not in opening:
        lines = next((n for n, b in enumerate(sheet.blocks[:_NOTE_LINES], 1) if b.text.endswith(")")), 1)
    for block in sheet.blocks[:lines]:
        sheet.label("boilerplate", block.span, "desk_note")
    del sheet.blocks[:lines]
    return True


def _take_bracketed_credits(sheet: Sheet) -> None:
    """Captions of the Korean pages, whose credits stand in square brackets."""
    rest: list[Block] = []
    for block in sheet.blocks:
        short = len(block.text) <= _BRACKETED_MOST and block.text[-1] in "])"
        if (
            rest
            and _RESTRICTED.fullmatch(block.text)
            and _PICTURED.search(rest[-1].text)
            and len(rest[-1].text) <= _BRACKETED_MOST
        ):
            _add_restricted(sheet, rest.pop(), block)
            continue
        found = _BRACKETED.fullmatch(block.text) if short and not block.text.isascii() else None
        if found is None:
            rest.append(block)
        else:
            sheet.captions.append(Caption(text=found["text"].rstrip(), credit=found["credit"].strip(), span=block.span))
    sheet.blocks = rest


def _add_restricted(sheet: Sheet, words: Block, restriction: Block) -> None:
    span = Span(words.span.start, restriction.span.end)
    sheet.captions.append(Caption(text=block_text(words), credit="Yonhap", span=span))


def _complete_captions(sheet: Sheet) -> None:
    sheet.captions = [_completed(one) for one in sheet.captions]


def _completed(one: Caption) -> Caption:
    """A caption without the notice inside it, and with the credit that its brackets hold."""
    text = _NOT_FOR_SALE.sub("", one.text)
    found = _BRACKETED.fullmatch(text) if one.credit is None and text.endswith("]") else None
    if found is None:
        return one if text == one.text else attrs.evolve(one, text=text)
    return attrs.evolve(one, text=found["text"].rstrip(), credit=found["credit"].strip())


_ROOM: Final = Newsroom(
    outlet="yonhap",
    containers=("story-news", "article-story", "articleWrap", "article-wrap01", "content03", "article"),
    aside=frozenset({"related-group", "related-group01", "keyword-zone", "tag-zone", "share-group", "writer-zone01"}),
    frame=re.compile(
        r"(?:Go to Contents|Go to Navigation|Go to Contents Go to Navigation|All Headlines|HOME|TOP|Yonhap News Agency"
        r"|KOREAN|CHINESE|JAPANESE|ARABIC|SPANISH|FRENCH|Keywords?|#\w[\w #-]{0,80}|Related Articles?|Issue Keywords?"
        r"|SNS Share|Font Size|URL is copied\.?|URL Copy|Send Feedback|How can we improve\?|Thanks for your feedback!"
        r"|본문 바로가기|메뉴 바로가기|연합뉴스|카카오톡에 공유|페이스북에 공유|글자크기 조정|프린트|기사 저장"
        r"|댓글 ?\d{0,4}"
        r"|[<(]?저작권자\s?(?:\([cC]\)|ⓒ|©)\s?연합뉴스.*|제보는 카카오톡.*|AI 학습 및 활용 금지.*"
        r"|\(?For Use Only in the Republic of Korea\. No Redistribution\)?)"
    ),
    site=re.compile(r"\s[-|]\s(?:Yonhap News(?: Agency)?|연합뉴스)\Z"),
    lists=re.compile(r"https?://[^/]*\b(?:yna|yonhapnews)\.co\.kr/(?:$|\?|(?:(?:news|search|northkorea|category|theme-list"
        r"|channel)[^/]*/)*(?:all|index|list|search|news|northkorea|national|politics|economy|business"
        r"|culture|sports|science|\d{1,2})?/?(?:\?.*)?$)"),
    # /view/AEN20201106006900325, /view/AKR20190504012300504
    url_day=re.compile(r"/[A-Z]{3}(?P<raw>(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d))\d{3,12}"),
    opening=_take_bracketed_credits,
    head=(_take_desk_note,),
    body=_complete_captions,
)  # fmt: skip
