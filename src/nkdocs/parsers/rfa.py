"""Radio Free Asia in English and Korean: reports, and transcripts that an anchor opens."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Byline, Claim, Evidence, Result, Span, Strength
from nkdocs.rules.newsroom import Newsroom, read_newsroom
from nkdocs.rules.pages.weblogs import site_claim
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.transcripts import take_plain_caption

__all__ = ["RFA"]

# 워싱턴-한솔 hans@rfa.org
_FROM: Final = re.compile(
    r"[가-힣]{2,6}\s?[-–]\s?(?P<name>[가-힣]{2,4})(?:\s?기자)?(?:\s+(?P<address>[\w.+-]{1,40}@rfa\.org"
    r"|\[email[ \xa0]protected\]))?"
)
_TAIL: Final = 2048
_HEAD: Final = 4096
_SIGN_OFF: Final = re.compile(
    r"(?:RFA,? ?)?자유아시아방송(?: RFA)?,? (?:[가-힣]{2,6}에서 )?[가-힣]{2,4} ?입니다\.?\s*$", re.MULTILINE
)
# This site copies whole transcripts and names nobody.
_COPIED_BY: Final = "://newsd.co.kr/"
_ANCHORED: Final = re.compile(
    r"앵커\s?[:：].{10,600}?[가-힣]{2,4} (?:기자|특파원)가 [가-힣 ]{0,8}전[해합][가-힣 ]{0,8}니다", re.DOTALL
)
_SITE: Final = frozenset({"radio free asia", "rfa", "자유아시아방송", "rfa 자유아시아방송"})


class RFA:
    """Transcripts that other sites copy are known by how its reporters sign off."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """A sign-off in the last lines, or an anchor's lead on the site that copies its transcripts."""
        if layout.text.isascii():
            return site_claim(layout, _SITE)
        first = max(0, len(layout.text) - _TAIL)
        found = _SIGN_OFF.search(layout.text, first) if "자유아시아방송" in layout.text[first:] else None
        if found is None and _COPIED_BY in (layout.document.url or "").replace("://www.", "://"):
            found = _ANCHORED.search(layout.text[:_HEAD])
        if found is None:
            return site_claim(layout, _SITE)
        seen = Evidence(rule="transcript", span=Span(*found.span()))
        return Claim(strength=Strength.MARKERS, evidence=[seen])

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One report or transcript, or a list."""
        return read_newsroom(layout, ctx, _ROOM)


def _take_sender(sheet: Sheet) -> bool:
    """The bureau, the reporter, the address."""
    block = sheet.blocks[0]
    found = _FROM.fullmatch(block.text)
    if found is None:
        return False
    address = found["address"]
    sheet.bylines.append(
        Byline(
            name=found["name"],
            contact=address if address and "@" in address else None,
            raw=block.text,
            span=Span(block.span.start, block.span.end),
        )
    )
    sheet.blocks.pop(0)
    return True


_ROOM: Final = Newsroom(
    outlet="rfa",
    containers=("storytext", "article-body", "b-article-body", "story_text", "entry-content", "articleBody"),
    aside=frozenset({"related", "share", "story-list", "sharing"}),
    frame=re.compile(
        r"(?:Share on (?:WhatsApp|Facebook|Twitter|X|Telegram|LinkedIn|Line|Reddit)|Email story|Email|Print"
        r"|Comment on this story"
        r"|이메일|인쇄|의견|공유|앱|오디오 다운로드|오디오 듣기|Listen|Download|0:00(?: ?/ ?\d{1,2}:\d\d)?"
        r"|Radio Free Asia|자유아시아방송|RFA|Copyright (?:©|ⓒ|\([cC]\)).*RFA.*"
        r"|.*Used with the permission of Radio Free Asia.*"
        r"|<저작권자 ⓒ RFA.*|아래는 자동 재생.*)"
    ),
    site=re.compile(r"\s*[-–—|]\s*(?:Radio Free Asia|RFA|RFA 자유아시아방송|자유아시아방송)\Z"),
    lists=re.compile(r"https?://[^/]*\brfa\.org/(?:$|\?|(?:english|korean)/?(?:(?:news|in_focus)(?:/\w{2,20})?/?)?$"
        r"|.*/(?:story_archive|archive|@@search).*)"),
    # .../rice-prices-05042016163152.html
    url_day=re.compile(r"[-/_](?P<raw>(?P<m>\d\d)(?P<d>\d\d)(?P<y>(?:19|20)\d\d)\d{6})\.html"),
    # Its clocks may be those of Washington, of Seoul or of Greenwich.
    zone=None,
    head=(_take_sender, take_plain_caption),
)  # fmt: skip
