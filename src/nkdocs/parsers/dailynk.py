"""Daily NK in English: the read.php pages of 2006-2015 and the WordPress pages since."""

import re
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Caption, Claim, Evidence, Result, Span, Strength
from nkdocs.rules.body import take_inner_captions, take_repeat, take_thread, unwrap
from nkdocs.rules.footer import take_footer, take_furniture, take_tails
from nkdocs.rules.header import (
    take_header,
    take_headline,
    take_leading_captions,
    take_page_clock,
    take_standfirst,
)
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.text.dates.zones import KST

__all__ = ["DailyNK"]

# Its voice: a source "told Daily NK". A page that cites it writes one of the others.
_NAME: Final = "Daily NK"
_VOICE_BEFORE: Final = ("told ", "spoke to ", "speaking to ", "informed ", "explained to ")
_CITING_BEFORE: Final = ("the ", "ccording to ", "based ", "outlet ", "newspaper ", "website ", "media ")
_CITING_AFTER: Final = (" report", " said", " says", " wrote", " writes", " last week", " in an interview")
# What others write: words that few texts have, each with all that may follow to make it a sign.
_CITING: Final = (
    ("told ", ("RFA", "Radio Free Asia", "VOA", "NK News", "Yonhap", "Reuters", "reporters")),
    ("Read the full ", ("story", "article")),
    ("(", ("Yonhap) --", "KCNA) --")),
)
_HEAD: Final = 4096
# Old pages sign with a group where no author is named; their times are Korean, without a zone.
_GROUPS: Final = frozenset(
    {"Unification Media Group", "Daily NK", "DailyNK", "Editorial Team", "Daily NK Editorial Team"}
)
# Old captions are glued to the next sentence: "... in Hyesan. Image: Daily NKAs prices fall".
_GLUED: Final = re.compile(r"(?P<text>\S.{8,300}?)[\s/]+(?:Image|Photo): ?(?P<credit>Daily NK)(?=[A-Z][a-z]|[A-Z] )")
_ALT_WORDS: Final = 4


class DailyNK:
    """Newsroom of Daily NK; times are Korean (+09:00), also where its markup says otherwise."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Its own voice in a page without a url, unless the page cites it."""
        if layout.document.url is not None:
            return None
        voice = _voice(layout.text[:_HEAD])
        if voice is None:
            return None
        return Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="told-daily-nk", span=voice)])

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One article of either era, or a listing."""
        sheet = Sheet.of(layout, ctx)
        unwrap(sheet)
        if sheet.is_listing:
            return sheet.listing()
        take_furniture(sheet)
        take_repeat(sheet)
        take_thread(sheet)
        take_footer(sheet)
        take_tails(sheet)
        take_page_clock(sheet)
        _take_alt_text(sheet)
        take_leading_captions(sheet)
        take_headline(sheet)
        take_header(sheet, KST, _GROUPS)
        _take_alt_text(sheet)
        take_standfirst(sheet)
        _take_alt_text(sheet)
        take_leading_captions(sheet)
        _take_glued_captions(sheet)
        take_inner_captions(sheet)
        return sheet.result(outlet="dailynk")


def _voice(head: str) -> Span | None:
    """Where the text speaks as Daily NK, unless it also speaks of it as others do."""
    found: Span | None = None
    spot = head.find(_NAME)
    while spot >= 0:
        end = spot + len(_NAME)
        before = head[max(0, spot - 16) : spot]
        if before.endswith(_CITING_BEFORE) or head.startswith(_CITING_AFTER, end):
            return None
        if found is None and before.endswith(_VOICE_BEFORE):
            found = Span(spot, end)
        spot = head.find(_NAME, end)
    return None if found is None or _cites(head) else found


def _cites(head: str) -> bool:
    """Whether a page says that it took the text from elsewhere."""
    for words, following in _CITING:
        spot = head.find(words)
        while spot >= 0:
            spot += len(words)
            if head.startswith(following, spot):
                return True
            spot = head.find(words, spot)
    return False


def _take_alt_text(sheet: Sheet) -> None:
    """The picture's alternative text: a line of search words that stands before its caption."""
    if len(sheet.blocks) < 2 or not _is_alt_text(sheet.blocks[0]):  # noqa: PLR2004 - the line and its caption
        return
    line = sheet.blocks.pop(0)
    before = len(sheet.captions)
    take_leading_captions(sheet)
    if len(sheet.captions) > before:
        sheet.label("boilerplate", line.span, "alternative_text")
    else:
        sheet.blocks.insert(0, line)


def _is_alt_text(block: Block) -> bool:
    text = block.text
    return not block.depth and text[-1] not in ".?!”" and (text[0].islower() or len(text.split()) < _ALT_WORDS)


def _take_glued_captions(sheet: Sheet) -> None:
    """Captions whose credit ran into the sentence after it."""
    rest: list[Block] = []
    for block in sheet.blocks:
        found = _GLUED.match(block.text) if ": Daily NK" in block.text and not block.depth else None
        if found is None:
            rest.append(block)
            continue
        span = Span(block.span.start, block.span.start + found.end())
        sheet.captions.append(Caption(text=found["text"].rstrip(" /"), credit=found["credit"], span=span))
        rest.append(cut(block, found.end(), len(block.text)))
    sheet.blocks = rest
