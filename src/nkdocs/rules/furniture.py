"""What a page keeps around every article: controls, counters, pointers to other pages."""

import re
from collections.abc import Iterable
from typing import Final

__all__ = [
    "PAGE_LINE_LEAST",
    "PAGE_LINE_MOST",
    "POINTERS_MOST",
    "date_prefix",
    "furniture",
    "menu_lines",
    "names_part",
    "opens_pointers",
    "page_line",
    "paywall_line",
]

_LINES: Final = (
    r"share(?: this)?(?: (?:article|story|post|page))?", r"share (?:on|via) \w+", "tweet", "print", "e-mail", "email",
    "back to top", r"skip to (?:main )?content", "read more", r"leave a (?:reply|comment)", "post a comment",
    r"log ?in", "sign in", r"subscribe(?: now)?", "advertisement", r"loading\.*", "please wait", "previous", "next",
    "previous next", r"go to contents(?: go to navigation)?", "go to navigation", r"all rights reserved\.?",
    "공유하기", "인쇄", "목록", "맨 위로", "印刷", "シェアする",
)  # fmt: skip
_COPYRIGHT: Final = ("copyright", r"\(c\)", "저작권자", "©", "ⓒ")
_POINTERS: Final = re.compile(
    r"(?:related (?:posts?|articles?|stories|news|content)|recent (?:posts?|articles?)|most (?:popular|read|viewed)"
    r"|you (?:may|might) also like|more (?:from|on) [^.]{2,40}|editor['’]s picks?|read also"
    r"|latest news|관련 ?기사|최근 ?기사|많이 본 기사|関連記事|人気記事|相关(?:新闻|文章))\s?[:：]?",
    re.IGNORECASE,
)
_PAYWALL: Final = (
    (
        r"this (?:article|story|content|post) is (?:available |reserved )?(?:for|only for|exclusive to) (?:our )?"
        r"(?:\w+ )?(?:subscribers|members)"
    ),
    r"subscribe (?:now )?to (?:read|continue|access|unlock)",
    r"to (?:continue reading|read the (?:rest|full))[^.]{0,60}(?:subscribe|sign in|log in|register)",
    r"sign in to (?:read|continue)",
    r"log in to (?:read|continue)",
    r"already (?:a )?(?:subscriber|member)\?",
    r"become a (?:member|subscriber)\b(?! of)",
    r"you(?:['’]ve| have) (?:reached|used) (?:your|the|all) ",
    r"(?:register|sign up)(?: now)?(?: for free)? to (?:continue|read|unlock)",
    r"subscribers only\W*$",
    r"members only\W*$",
    r"this is (?:a )?(?:premium|subscriber-only)",
    (
        r"to (?:read|see|view|access|unlock) (?:the|this) (?:full |whole |entire )?(?:article|story|analysis|report)\b"
        r".{0,60}\b(?:member|subscri|sign up|log in|register)"
    ),
    r"유료 ?회원", "구독자 전용", r"이 (?:기사|글|콘텐츠)[는은] .{0,20}(?:유료|구독자|회원)",
    "会員限定", r"この記事は(?:有料|会員)", r"(?:この記事の)?続き(?:を読むには|は(?:有料|会員))",
    r"本文(?:为|為)?(?:付费|付費|会员|會員)", r"(?:订阅|訂閱|登录|登入)后?(?:阅读|閱讀)全文",
)  # fmt: skip
# What leads to the parts of a site. A page's menu has several of them under one another.
_MENU: Final = frozenset(
    {
        "home", "about", "about us", "contact", "contact us", "news", "latest news", "opinion", "opinions", "archive",
        "archives", "search", "menu", "main menu", "log in", "login", "sign in", "sign up", "register", "subscribe",
        "newsletter", "multimedia", "video", "videos", "photos", "gallery", "business", "economy", "politics",
        "society", "culture", "world", "national", "sport", "sports", "life", "tech", "rss", "sitemap", "site map",
        "faq", "help", "links", "blog", "events", "publications", "reports", "donate", "english", "korean",
        "한국어", "홈",
        "뉴스", "정치", "경제", "사회", "문화", "국제", "스포츠", "오피니언", "로그인", "회원가입", "검색", "전체메뉴",
        "메뉴", "ホーム", "ニュース", "ログイン", "検索", "首页", "新闻", "登录",
    }
)  # fmt: skip
_MENU_LINE_MOST: Final = 30
_MENU_FEWEST: Final = 3
_MENU_MOST: Final = 60
# Some archives put the day of their record before the first words.
_DATE_PREFIX: Final = re.compile(r"date \d{4}-\d{2}-\d{2}\s+(?=\S)")
POINTERS_MOST: Final = 60
_LINE_MOST: Final = 60
# "목록", "© X"
PAGE_LINE_LEAST: Final = 2
PAGE_LINE_MOST: Final = 200
_A_LINE: Final = re.compile(f"(?:{'|'.join(_LINES)})[:…»]?", re.IGNORECASE)
_A_COPYRIGHT: Final = re.compile(rf"(?:{'|'.join(_COPYRIGHT)})\s?\S", re.IGNORECASE)
_A_PAYWALL: Final = re.compile("|".join(_PAYWALL), re.IGNORECASE)
# Each of them opens with two characters as they stand, which few lines open with.
_OPENINGS: Final = frozenset(form.removeprefix("\\")[:2] for form in (*_LINES, *_COPYRIGHT, *_PAYWALL))


def _opens(text: str) -> bool:
    """Whether a line opens as one of the notices may; looked at first, since nearly none does."""
    opening = text[:2].lower()
    return opening in _OPENINGS or not opening.isascii()


def page_line(text: str) -> bool:
    """Whether a line belongs to the page and not to the article: furniture, or a notice to those who do not pay.

    >>> page_line("Sign in to read"), page_line("Signs in the market were torn down.")
    (True, False)
    """
    return PAGE_LINE_LEAST <= len(text) <= PAGE_LINE_MOST and _opens(text) and (furniture(text) or paywall_line(text))


def furniture(text: str) -> bool:
    """Whether a line is a control or a notice that stands on every page of a site.

    >>> furniture("Share this article"), furniture("Share prices fell.")
    (True, False)
    """
    if len(text) > PAGE_LINE_MOST or not _opens(text):
        return False
    if len(text) <= _LINE_MOST and _A_LINE.fullmatch(text):
        return True
    return _A_COPYRIGHT.match(text) is not None


def opens_pointers(text: str) -> bool:
    """Whether a line heads a list of other articles: what follows it at the foot of a page is not the article.

    >>> opens_pointers("Related posts:"), opens_pointers("Related posts were filled.")
    (True, False)
    """
    return len(text) <= POINTERS_MOST and _POINTERS.fullmatch(text) is not None


def menu_lines(texts: Iterable[str]) -> int:
    """How many of the first lines are a menu: short ones up to the last known name of a part, if there are several.

    >>> menu_lines(["Home", "About", "Border Watch", "Contact", "Rice prices fall again"])
    4
    """
    known = last = 0
    for number, text in enumerate(texts, start=1):
        if len(text) > _MENU_LINE_MOST or number > _MENU_MOST:
            break
        if text.casefold() in _MENU:
            known, last = known + 1, number
        elif not known:
            break
    return last if known >= _MENU_FEWEST and 2 * known >= last else 0


def names_part(text: str) -> bool:
    """Whether a line is what leads to a part of a site, and nothing else.

    >>> names_part("About us"), names_part("About us they said nothing")
    (True, False)
    """
    return len(text) <= _MENU_LINE_MOST and text.casefold() in _MENU


def paywall_line(text: str) -> bool:
    """Whether a line says that the rest is for those who pay or sign in.

    >>> paywall_line("This article is for subscribers only."), paywall_line("Subscribers of the paper were arrested.")
    (True, False)
    """
    return len(text) <= PAGE_LINE_MOST and _opens(text) and _A_PAYWALL.match(text) is not None


def date_prefix(text: str) -> int:
    """How many characters an archive's ``date 2020-11-06 `` takes before the first words; none: zero.

    >>> date_prefix("date 2020-11-06 A ferry stops")
    16
    """
    found = _DATE_PREFIX.match(text)
    return found.end() if found else 0
