"""Headlines, their kickers, and the marks an agency puts beside them."""

import re
from typing import Final

import attrs

from nkdocs.layout.block import Block
from nkdocs.records import Span, Text
from nkdocs.text.dates import read_when

__all__ = ["Headline", "headline", "in_address"]

_MOST: Final = 200
_DATE_MOST: Final = 60
_ENDS: Final = (
    ".", "。", "．", ":", "：", ";", ",", "、", "…", "]]>", "»", "→",
    '."', ".”", ".’", ".'", "。”", "。」", "。』", ",”", '," ', '."', ".)", "(끝)", "。)", "。）",
)  # fmt: skip
_NO_STARTS: Final = tuple(",;.|)]}/©…•·*_=~")
_KICKER: Final = re.compile(
    r"(?P<plain>Exclusive|EXCLUSIVE|Breaking(?: News)?|BREAKING|Interview|INTERVIEW|Opinion|OPINION|Editorial"
    r"|Analysis|ANALYSIS|"
    r"Commentary|Column|Feature|Special Report|Video|Photos?|Update|UPDATE|Review|Explainer|Op-Ed|KCNA Commentary"
    r"|단독|속보)\s?[:|]\s+(?=\S)"
    r"|[\[(【<〈](?P<boxed>단독|속보|종합|인터뷰|사설|칼럼|논평|독점|기획|특집|Exclusive|EXCLUSIVE|Interview|Analysis|Opinion|"
    r"Inside N\. ?Korea|Photo Report on N\. ?Korea|Interview with N\. ?Koreans|独占|独家|速報|快讯)[\])】>〉]\s*(?=\S)"
)
_LEAD_MARK: Final = r"\((?:\d(?:st|nd|rd|th) )?(?:LEAD|LD|Lead|URGENT)[^)]{0,12}\)"
_DAY_MARK: Final = r"[\[［](?:(?:Juche|주체)\s?\d{1,3}|\d{4})[.．]\s?\d{1,2}[.．]\s?\d{1,2}[.．]?[\]］]"
_MARKS_BEFORE: Final = re.compile(rf"(?:(?:{_LEAD_MARK}|\(ATTN:[^)]{{0,80}}\)|{_DAY_MARK}|#{{1,6}}(?=\s))\s*)+")
_MARKS_AFTER: Final = re.compile(rf"\s{{0,4}}(?:{_DAY_MARK}|{_LEAD_MARK})\Z")
# Navigation and page furniture that extractors leave where a title would stand: lines that open so ...
_OPENS_FURNITURE: Final = re.compile(
    r"(?:read (?:more|this|the full|the complete|original|in [A-Z])|share (?:on|this|via)|skip to"
    r"|go to (?:contents?|navigation)|back to top"
    r"|related (?:posts?|articles?|stories|news)|recent (?:posts?|articles?|comments?)|most (?:popular|read|viewed)"
    r"|latest news\b|posts? (?:tagged|by)"
    r"|(?:more )?articles by|tag\s?[:：]|category\s?[:：]|archives?(?: for|\s?[:：])|home tags?\b|please wait"
    r"|no media source|leave a (?:comment|reply)|sign (?:in|up)\b|log ?in\b"
    r"|subscribe (?:to|now)|please (?:direct|send|contact|e-?mail)\b|previous (?:next|post|article)|next (?:post"
    r"|article|page)|copyright\b"
    r"|all rights reserved|all headlines|search results"
    r"|(?:photos?|images?)(?: credit)?\s?:\s|written\s?:|updated\s?:|update\s?:\s?\d|written by\b|date\s?:"
    r"|source\s?:|calendar\s?>>|figure \d|an affiliate of|originally posted"
    r"|\d+ (?:comments?|responses?|replies|thoughts?)\b|no comments?\b|comments? \(\d|·)"
    r"|태그\s|태그:|최근 ?기사|최신 ?기사|관련 ?기사|인기 ?기사|많이 본|연결 가능 링크|진행 ?:|앵커 ?:"
    r"|人気記事|(?:もっとも|最も)読まれている|関連記事|参考記事|相关|相關|>>",
    re.IGNORECASE,
)
# ... and lines that are nothing else.
_FURNITURE: Final = re.compile(
    r"(?:home|menu|search|share|contents?|loading|advertisement|about(?: us| the author)?|contact(?: us)?"
    r"|latest news|editor['’]s pick|continue reading"
    r"|previous|next|comments?|labels|nk pro|main menu|site map|privacy policy|terms of (?:use|service)"
    r"|popular posts|blog archive|top stories|state media"
    r"|[-\d.,:/ ]+|-?\d{1,2}(?:\.\d)? ?°?\s?[CF]|\d:\d\d[ \d:]*|(?:XS|SM|MD|LG|M T W T F S S)"
    r"|[\[【<〈《][^\[\]【】<>〈〉《》]*[\]】>〉》])",
    re.IGNORECASE,
)
# The masthead of the North's papers: day, then the paper's name.
_MASTHEAD: Final = re.compile(r"주체 ?\d{2,3} ?\(\d{4}\) ?년 ?\d{1,2}월 ?\d{1,2}일.{0,24}")
_DATED_BYLINE: Final = re.compile(r"[^|]{0,60}\|\s*[^|]{0,30}\d[^|]{0,30}")
_BYLINE: Final = re.compile(
    r"[Bb][Yy]:?\s(?:[A-Z|]|$)|[가-힣]{2,4} 기자(?: 외 ?\d+ ?명)?(?:\s?[-–|·]\s?\d{4}.{0,30})?$|본사기자\b"
)
# Scripts in which one word can be a title.
_UNSPACED: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# A page that speaks to its reader; titles are not this polite.
_POLITE: Final = ("ました", "です", "ます", "ください", "습니다", "세요")
_NO_ENDS: Final = (*_ENDS, *_POLITE)
_TWO_SENTENCES: Final = re.compile(r"[a-z]{4}[.] [A-Z]|[다요]\. ?[가-힣]|。.")
_DOUBLED_DATE: Final = re.compile(r"\d{4}[A-Z][a-z]{2} \d")
_SOURCE: Final = re.compile(r"\((?:En|Kr|Ko|Jp|Cn|Ch)\)$")
# A sentence with the number of a footnote behind it.
_FOOTNOTED: Final = re.compile(r"[.!?。][”\"’)]?\s?(?:\[\d{1,3}\])+\Z")
_DIGIT: Final = re.compile(r"\d")
_LETTER: Final = re.compile(r"[^\W\d_]")
_WORD: Final = re.compile(r"[^\W_]+")
_SLUG_LEAST: Final = 3
# Pages on which a site speaks of itself.
_OWN_PAGES: Final = frozenset({"about", "contact"})


@attrs.frozen(slots=True, kw_only=True)
class Headline:
    """A headline as printed, and the kicker that opens it."""

    text: Text
    kicker: Text | None
    span: Span


def headline(block: Block) -> Headline | None:
    """The block as a headline, or None: one line that is no sentence, no furniture, no date and no single word.

    >>> import nkdocs
    >>> layout = nkdocs.lay_out("Exclusive: rice prices fall in Hyesan")
    >>> found = headline(layout.blocks[0])
    >>> found.text.text, found.kicker.text
    ('Exclusive: rice prices fall in Hyesan', 'Exclusive')
    """
    raw = block.text
    if len(raw) > _MOST or not raw or block.depth or len(raw.splitlines()) > 1:
        return None
    before = _MARKS_BEFORE.match(raw) if raw[0] in "(#[［" else None
    first = before.end() if before else 0
    after = _MARKS_AFTER.search(raw, first) if raw[-1] in ")]］" else None
    words = raw[first : after.start() if after else len(raw)]
    if not _is_title(words):
        return None
    start = block.span.start + first
    text = Text(text=words, span=Span(start, start + len(words)))
    return Headline(text=text, kicker=_kicker(words, start), span=block.span)


def in_address(words: str, url: str | None) -> bool:
    """Whether the last part of an address is made of the words, as in /2013/10/floods/, or of "About" and its like.

    >>> in_address("Floods", "https://ledger.example/2013/10/floods/"), in_address("About us", "https://ledger.example/about")
    (True, True)
    """
    if not url or len(words) > _MOST:
        return False
    path = url.partition("#")[0].partition("?")[0].rstrip("/").partition("://")[2]
    last = path.rpartition("/")[2].removesuffix(".html").casefold() if "/" in path else ""
    if len(last) < _SLUG_LEAST:
        return False
    slug = "-".join(_WORD.findall(words.casefold()))
    return (
        slug == last or (last in _OWN_PAGES and slug.startswith(last)) or (last.startswith(slug) and slug in _OWN_PAGES)
    )


def _is_title(words: str) -> bool:
    """Whether a line without its marks reads as a title."""
    if not words or words.endswith(_NO_ENDS) or words.startswith(_NO_STARTS) or not _LETTER.search(words):
        return False
    if words[-1] == "]" and _FOOTNOTED.search(words):
        return False
    # Words of a picture's alternative text; a doubled date; the source line of an aggregator.
    digits = _DIGIT.search(words) is not None
    if words.islower() or (digits and _DOUBLED_DATE.search(words)) or (words[-1] == ")" and _SOURCE.search(words)):
        return False
    if len(words.split()) < 2 and not _UNSPACED.search(words):  # noqa: PLR2004 - one word is a section as often as a title
        return False
    if _OPENS_FURNITURE.match(words) or _FURNITURE.fullmatch(words) or _BYLINE.match(words):
        return False
    dated = "|" in words and _DATED_BYLINE.fullmatch(words)
    stops = "." in words or "。" in words
    return not (dated or (stops and _TWO_SENTENCES.search(words)) or (digits and _is_date(words)))


def _is_date(words: str) -> bool:
    if len(words) > _DATE_MOST:
        return False
    return _MASTHEAD.fullmatch(words) is not None or read_when(words, None) is not None


def _kicker(words: str, start: int) -> Text | None:
    found = _KICKER.match(words)
    if not found:
        return None
    group = "plain" if found["plain"] else "boxed"
    return Text(text=found[group], span=Span(start + found.start(group), start + found.end(group)))
