"""Voice of America, in Korean and English: captions twice, and what a player leaves in the text."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Result
from nkdocs.rules.newsroom import Newsroom, read_newsroom
from nkdocs.rules.pages.weblogs import site_claim
from nkdocs.rules.transcripts import take_plain_caption

__all__ = ["VOA"]

_PLAYER: Final = (
    r"please wait|Embed|No media source currently available|(?:\d:)?\d{1,2}:\d\d(?::\d\d)?|XS|SM|MD|LG|Auto|\d{3,4}p"
    r"|The (?:code|URL) has been copied to your clipboard\.?|[Ww]idth|[Hh]eight|px|Direct link|Pop-out player|Download"
    r"|\d{2,4} ?kbps ?\| ?MP3|\d{3,4}p ?\| ?[\d.]+ ?MB|퍼가기|공유|직접 링크|다운로드|팝업 플레이어|링크 복사"
    r"|동영상|오디오"
)
_SITE: Final = frozenset({"voa", "voa korea", "voice of america", "voice of america - korean", "voa 한국어"})


class VOA:
    """Claims by host and by its own signatures, which are declared; by its site's name."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """The name that a page without a url gives its site."""
        return site_claim(layout, _SITE)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One report or transcript, or a list."""
        return read_newsroom(layout, ctx, _ROOM)


_ROOM: Final = Newsroom(
    outlet="voa",
    containers=("wsw", "body-container", "article-content", "entry-content", "content-floated"),
    aside=frozenset({"media-block", "c-mmp", "share--box", "links", "region", "pnl"}),
    frame=re.compile(
        rf"(?:(?:{_PLAYER})[\s|/]*)+"
        r"|연결 가능 링크|Accessible links|메인 콘텐츠로 이동|메인 네비게이션으로 이동|검색으로 이동|Skip to .{3,30}"
        r"|Print|인쇄|댓글 보기|댓글|Comments?|See Comments|구독|Subscribe|Voice of America|VOA Korea|VOA|이전"
        r"|다음|Previous|Next"
        r"|Facebook|Twitter|Copyright (?:©|ⓒ|\([cC]\)).*(?:VOA|Voice of America).*|Share on \w+"
    ),
    site=re.compile(
        r"\s*[-–—|]\s*(?:VOA Korea(?:n)?|VOA|Voice of America(?: - Korean)?|VOA 한국어|보이스 오브 아메리카)\Z"
    ),
    lists=re.compile(r"https?://[^/]*\b(?:voakorea|voanews)\.com/(?:$|\?|z/\d+.*|p/\d+.*|s\?.*|(?:archive|news|north-korea|korea)/?$)"),
    # Its clocks may be those of Washington, of Seoul or of Greenwich.
    zone=None,
    head=(take_plain_caption,),
)  # fmt: skip
