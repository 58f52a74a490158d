"""What a page keeps around every article: controls, counters, pointers to other pages."""

import re
from typing import Final

__all__ = ["date_prefix", "furniture", "opens_pointers", "paywall_line"]

_LINES: Final = re.compile(
    r"(?:share(?: this)?(?: (?:article|story|post|page))?|share (?:on|via) \w+|tweet|print|e-?mail|back to top"
    r"|skip to (?:main )?content|read more|leave a (?:reply|comment)|post a comment|log ?in|sign in|subscribe(?: now)?"
    r"|advertisement|loading\.*|please wait|previous|next|previous next|go to contents|go to navigation"
    r"|go to contents go to navigation|all rights reserved\.?|공유하기|인쇄|목록|맨 위로|印刷|シェアする)[:…»]?",
    re.IGNORECASE,
)
_COPYRIGHT: Final = re.compile(r"(?:copyright|©|\(c\)|저작권자|ⓒ)\s?\S", re.IGNORECASE)
_POINTERS: Final = re.compile(
    r"(?:related (?:posts?|articles?|stories|news|content)|recent (?:posts?|articles?)|most (?:popular|read|viewed)"
    r"|you (?:may|might) also like|more (?:from|on) [^.]{2,40}|editor['’]s picks?|read also"
    r"|latest news|관련 ?기사|최근 ?기사|많이 본 기사|関連記事|人気記事|相关(?:新闻|文章))\s?[:：]?",
    re.IGNORECASE,
)
_PAYWALL: Final = re.compile(
    r"this (?:article|story|content|post) is (?:available |reserved )?(?:for|only for|exclusive to) (?:our )?(?:\w+ )?"
    r"(?:subscribers|members)"
    r"|subscribe (?:now )?to (?:read|continue|access|unlock)"
    r"|to (?:continue reading|read the (?:rest|full))[^.]{0,60}(?:subscribe|sign in|log in|register)"
    r"|(?:sign|log) in to (?:read|continue)"
    r"|already (?:a )?(?:subscriber|member)\?"
    r"|(?:subscribers|members) only\b"
    r"|this is (?:a )?(?:premium|subscriber-only)"
    r"|유료 ?회원|구독자 전용|会員限定|この記事は有料",
    re.IGNORECASE,
)
_PAYWALL_MOST: Final = 200
# Some archives put the day of their record before the first words.
_DATE_PREFIX: Final = re.compile(r"date \d{4}-\d{2}-\d{2}\s+(?=\S)")
_LINE_MOST: Final = 60
_COPYRIGHT_MOST: Final = 200


def furniture(text: str) -> bool:
    """Whether a line is a control or a notice that stands on every page of a site.

    >>> furniture("Share this article"), furniture("Share prices fell.")
    (True, False)
    """
    if len(text) <= _LINE_MOST and _LINES.fullmatch(text):
        return True
    return len(text) <= _COPYRIGHT_MOST and _COPYRIGHT.match(text) is not None


def opens_pointers(text: str) -> bool:
    """Whether a line heads a list of other articles: what follows it at the foot of a page is not the article.

    >>> opens_pointers("Related posts:"), opens_pointers("Related posts were filled.")
    (True, False)
    """
    return len(text) <= _LINE_MOST and _POINTERS.fullmatch(text) is not None


def paywall_line(text: str) -> bool:
    """Whether a line says that the rest is for those who pay or sign in.

    >>> paywall_line("This article is for subscribers only."), paywall_line("Subscribers of the paper were arrested.")
    (True, False)
    """
    return len(text) <= _PAYWALL_MOST and _PAYWALL.match(text) is not None


def date_prefix(text: str) -> int:
    """How many characters an archive's ``date 2020-11-06 `` takes before the first words; none: zero.

    >>> date_prefix("date 2020-11-06 A ferry stops")
    16
    """
    found = _DATE_PREFIX.match(text)
    return found.end() if found else 0
