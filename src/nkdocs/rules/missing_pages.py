"""Pages that hold no article: not found, a check of the browser, a menu and a notice of copyright alone."""

import re
from collections.abc import Sequence
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.records import Result
from nkdocs.rules.furniture import furniture, names_part
from nkdocs.rules.sheet import Sheet

__all__ = ["says_missing", "without_article"]

_THING: Final = r"(?:page|file|article|story|post|content|document|url|address|item)"
_GONE: Final = (
    r"(?:(?:was |were |is |are )?not found|is (?:no longer|not) available|(?:has been|was) (?:removed|deleted|moved)"
    r"|(?:can(?:['’]?t|not| not)|could(?: not|n['’]t)) be (?:found|displayed|located)"
    r"|(?:does(?: not|n['’]t)|no longer) exists?)"
)
_SOUGHT: Final = r"(?:you (?:(?:are |were |['’]re )?(?:looking|searching) for|(?:have )?requested) )?"
_PAGE: Final = "(?:페이지|기사|문서|게시물)"
# 404   Error 404 - Not Found   Page not found   Oops! That page can’t be found.   페이지를 찾을 수 없습니다
_NOT_FOUND: Final = re.compile(
    r"(?:(?:o+ps|sorry|error|whoops|uh[- ]oh)\b\W*)?(?:not found|nothing(?: was)? found"
    rf"|(?:http )?(?:error )?(?:404|410)(?:\W+(?:error|(?:{_THING} )?(?:not found|gone)))*"
    rf"|(?:(?:the|that|this|requested) ){{0,2}}{_THING}s? {_SOUGHT}{_GONE})(?:\W+(?:error )?404)?\W*"
    rf"|(?:(?:요청하신|찾으시는|해당) )?{_PAGE}[를을] 찾을 ?수 ?없습니다\W*"
    rf"|(?:존재하지 않는|삭제된) {_PAGE}(?:입니다)?\W*"
    r"|(?:お探しの|指定された|ご指定の)?(?:ページ|記事)[はが](?:見つかりません(?:でした)?|存在しません)\W*"
    r"|(?:抱歉\W*)?(?:页面|頁面|网页|網頁|文章)(?:未找到|不存在|找不到|已删除)\W*|找不到(?:页面|頁面|网页|網頁)\W*",
    re.IGNORECASE,
)
# A guard before the page, or its server's excuse.
_GUARD: Final = re.compile(
    r"(?:just a moment|one moment,? please|checking your browser\b.{0,80}|attention required!?.{0,30}|access denied"
    r"|verif(?:y|ying)(?: that)? you are (?:a )?human\b.{0,60}|are you a robot"
    r"|(?:error )?403(?:\W+forbidden)?|forbidden"
    r"|(?:5\d\d )?(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out)"
    r"|(?:sorry, )?(?:we|you) have been blocked|this site is (?:down|closed) for maintenance)\W*",
    re.IGNORECASE,
)
_NO_HITS: Final = re.compile(
    r"(?:sorry\W+(?:but )?)?(?:no (?:results|posts|articles|matches)(?: were| was)? (?:found|matched)\b.{0,80}"
    r"|nothing (?:was )?(?:found|matched)\b.{0,100}|your search\b.{0,80}\bdid not (?:match|return)\b.{0,60})"
    r"|.{0,60}검색 ?결과가 없습니다\W*|.{0,40}(?:検索結果はありません|見つかりませんでした)\W*",
    re.IGNORECASE,
)
_COOKIES: Final = re.compile(
    r".{0,80}\b(?:we|(?:this|our) (?:web)?site|and our partners) uses? cookies\b.{0,280}"
    r"|accept(?: all)?(?: cookies)?|(?:cookie|privacy) settings"
    r"|.{0,40}\bagree to our (?:use of cookies|cookie policy)\b.{0,120}",
    re.IGNORECASE,
)
_WITHIN: Final = 8
_LINE_MOST: Final = 120
_PROSE_LEAST: Final = 200
_REST_MOST: Final = 600
_MOST: Final = 60


def without_article(sheet: Sheet, blocks: Sequence[Block] | None = None) -> Result | None:
    r"""The text or page as empty, where it says that it is not there, or holds nothing but its frame.

    ``blocks`` are those outside the page's frame, by default all.

    >>> import nkdocs
    >>> sheet = Sheet.of(nkdocs.lay_out("Page not found\n\nTry a search."), nkdocs.ParseContext())
    >>> without_article(sheet).kind
    'empty'
    """
    own = sheet.blocks if blocks is None else blocks
    if len(own) > _MOST or not own:
        return None
    if says_missing(own):
        return sheet.empty("not_found")
    return sheet.empty() if all(_is_frame(block.text) for block in own) else None


def says_missing(blocks: Sequence[Block]) -> bool:
    r"""Whether one of the first lines says that there is no such page, and what stands beside it is short.

    >>> import nkdocs
    >>> [says_missing(nkdocs.lay_out(text).blocks) for text in ("404\n\nNot found", "404 pigs\n\nNot found in …")]
    [True, False]
    """
    # Nearly every text is longer: its lines are not looked at.
    rest = [len(block.text) for block in blocks]
    if not rest or max(rest) >= _PROSE_LEAST or sum(rest) > _REST_MOST:
        return False
    return any(len(block.text) <= _LINE_MOST and _says(block.text) for block in blocks[:_WITHIN])


def _says(text: str) -> bool:
    return any(form.fullmatch(text) for form in (_NOT_FOUND, _GUARD, _NO_HITS))


def _is_frame(text: str) -> bool:
    """Whether a line is a part's name, a control, a notice of copyright or of cookies."""
    return (
        names_part(text) or furniture(text) or (len(text) <= 2 * _PROSE_LEAST and _COOKIES.fullmatch(text) is not None)
    )
