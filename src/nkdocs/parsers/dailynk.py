"""Daily NK in English: the read.php pages of 2006-2015 and the WordPress pages since."""

import re
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Byline, Caption, Claim, Evidence, Result, Span, Strength
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.text.dates import read_when
from nkdocs.text.dates.zones import KST

__all__ = ["DailyNK"]

# Its voice: a source "told Daily NK". A page that cites it would say so in one of these ways.
_VOICE: Final = re.compile(
    r"\b(?:told|spoke to|speaking to|informed|explained to) Daily ?NK\b|\bDaily NK['’]s (?:inside )?sources?\b"
)
_CITING: Final = re.compile(
    r"[Aa]ccording to (?:the |a )?(?:[\w-]+ ){0,3}Daily ?NK|Daily ?NK (?:reports?|reported|says|said|writes|wrote)\b"
    r"|Read the full (?:story|article)"
    r"|(?:told|informed) the Daily ?NK|(?:website|outlet|newspaper|media|based) Daily ?NK"
    r"|\((?:Yonhap|KCNA|Reuters|AP|AFP)\) ?(?:--|—|–)"
)
_HEAD: Final = 4096
# Old pages: "Author  |  2011-08-20 16:34", Korean local time without a zone.
_OLD_BYLINE: Final = re.compile(r"(?P<name>[^|\n]{0,60}?)\s*\|\s*(?P<date>\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?)")
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
        head = layout.text[:_HEAD]
        if "NK" not in head:
            return None
        voice = _VOICE.search(head)
        if voice is None or _CITING.search(head):
            return None
        return Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="told-daily-nk", span=Span(*voice.span()))])

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One article of either era, or a listing."""
        sheet = Sheet.of(layout, ctx)
        sheet.take_repeat()
        if sheet.is_listing:
            return sheet.listing()
        sheet.take_thread()
        sheet.take_footer()
        sheet.take_tails()
        _take_alt_text(sheet)
        sheet.take_leading_captions()
        sheet.take_headline()
        _take_old_byline(sheet)
        sheet.take_header(KST)
        sheet.take_standfirst()
        _take_alt_text(sheet)
        sheet.take_leading_captions()
        _take_glued_captions(sheet)
        sheet.take_inner_captions()
        return sheet.result(outlet="dailynk")


def _take_alt_text(sheet: Sheet) -> None:
    """The picture's alternative text: a line of search words that stands before its caption."""
    if len(sheet.blocks) < 2 or not _is_alt_text(sheet.blocks[0]):  # noqa: PLR2004 - the line and its caption
        return
    line = sheet.blocks.pop(0)
    before = len(sheet.captions)
    sheet.take_leading_captions()
    if len(sheet.captions) > before:
        sheet.label("boilerplate", line.span, "alternative_text")
    else:
        sheet.blocks.insert(0, line)


def _is_alt_text(block: Block) -> bool:
    text = block.text
    return not block.depth and text[-1] not in ".?!”" and (text[0].islower() or len(text.split()) < _ALT_WORDS)


def _take_old_byline(sheet: Sheet) -> None:
    """``Author  |  2011-08-20 16:34`` under the title."""
    if not sheet.blocks:
        return
    block = sheet.blocks[0]
    found = _OLD_BYLINE.fullmatch(block.text)
    if found is None:
        return
    start = block.span.start
    sheet.published = read_when(found["date"], Span(start + found.start("date"), start + found.end("date")), zone=KST)
    name = found["name"].strip()
    if name:
        group = name in _GROUPS
        span = Span(start + found.start("name"), start + found.start("name") + len(name))
        sheet.bylines.append(
            Byline(name=None if group else name, affiliation=name if group else None, raw=name, span=span)
        )
    sheet.label("byline", Span(start + found.end("name"), start + found.start("date")), "old_byline")
    sheet.blocks.pop(0)


def _take_glued_captions(sheet: Sheet) -> None:
    """Captions whose credit ran into the sentence after it."""
    rest: list[Block] = []
    for block in sheet.blocks:
        found = _GLUED.match(block.text) if "Daily NK" in block.text and not block.depth else None
        if found is None:
            rest.append(block)
            continue
        span = Span(block.span.start, block.span.start + found.end())
        sheet.captions.append(Caption(text=found["text"].rstrip(" /"), credit=found["credit"], span=span))
        rest.append(cut(block, found.end(), len(block.text)))
    sheet.blocks = rest
