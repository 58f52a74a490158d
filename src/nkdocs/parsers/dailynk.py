"""Daily NK in English, Korean, Japanese and Chinese: the read.php pages of 2006-2015, the WordPress pages since."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Caption, Claim, Entry, Evidence, Result, Span, Strength, Text, When
from nkdocs.rules.alternative_text import (
    join_credit_lines,
    part_alternative_text,
    take_alternative_text,
    take_captions_with_words,
)
from nkdocs.rules.body import take_repeat, take_thread, unwrap
from nkdocs.rules.feed_text import feed_entries
from nkdocs.rules.footer import take_footer, take_furniture, take_tails
from nkdocs.rules.header import (
    named_authors,
    take_byline,
    take_date_prefix,
    take_header,
    take_headline,
    take_leading_captions,
    take_page_clock,
    take_published,
    take_standfirst,
)
from nkdocs.rules.headlines import headline
from nkdocs.rules.menus import take_opened_menu
from nkdocs.rules.pages.entries import page_entries
from nkdocs.rules.pages.kinds import missing_page
from nkdocs.rules.pages.page import is_page
from nkdocs.rules.pages.region import fill_described, take_region
from nkdocs.rules.pages.tagdiv import TAGDIV_ASIDE, TAGDIV_BODY, is_tagdiv_article, take_about, take_named
from nkdocs.rules.pages.times import published_in_url
from nkdocs.rules.pages.titles import headline_block
from nkdocs.rules.sheet import Sheet, cut, lines_of
from nkdocs.text.dates import read_when
from nkdocs.text.dates.zones import KST

__all__ = ["DailyNK"]

# Its voice: a source "told Daily NK". Others cite it so: it counts beside a line that only its own pages have.
_NAME: Final = "Daily NK"
_VOICE_BEFORE: Final = ("told ", "spoke to ", "speaking to ", "informed ", "explained to ")
_CITING_BEFORE: Final = ("the ", "ccording to ", "based ", "outlet ", "newspaper ", "website ", "media ")
_CITING_AFTER: Final = (" report", " said", " says", " wrote", " writes", " last week", " in an interview")
# The same in Korean: "소식통은 19일 데일리NK에 ... 전했다"; who cites it makes it the subject, or a source.
_KOREAN_VOICE: Final = re.compile(
    r"소식통[은이] (?:[\d일월화수목금토요, ]{0,12} )?(?P<name>데일리NK(?:에|와의 (?:전화 ?)?통화에서)) (?!따르|의하)"
)
_KOREAN_CITING: Final = re.compile(
    r"데일리NK(?:는|가|의 |를|에 (?:따르|의하)|보도)|(?:매체|언론|신문|방송)(?:인|사)? ‘?데일리NK"
)
_OWN_LINE: Final = re.compile(
    r"Read in Korean|[^|\n]{0,60}\|\s{1,2}\d{4}-\d\d-\d\d \d\d:\d\d"
    r"|[가-힣]{2,4} 기자 ?- ?\d{4}\.\d\d\.\d\d \d{1,2}:\d\d 오[전후]"
)
_OWN_WITHIN: Final = 6
_HEAD: Final = 4096
# Old pages sign with a group where no author is named; their times are Korean, without a zone.
_GROUPS: Final = frozenset(
    {"Unification Media Group", "Daily NK", "DailyNK", "데일리NK", "Editorial Team", "Daily NK Editorial Team"}
)
# Old captions are glued to the next sentence: "... in Hyesan. Image: Daily NKAs prices fall".
_GLUED: Final = re.compile(
    r"(?P<text>\S.{8,300}?)[\s/]+(?:Image|Photo): ?(?P<credit>Daily NK)(?=[A-Z][a-z]|[A-Z“\"‘] ?)"
)
# The feed that was captured as text.
_FEED: Final = "DailyNK - Brightening the future of Korea"
_FEED_WITHIN: Final = 200
_FEED_PATH: Final = "dailynk.com/rsseng"
# Lists by their addresses: /english/tag/rice/ /english/2019/07/ /category/... /english/list.php?cataId=nk01500
_LIST_URL: Final = re.compile(
    r"https?://[^/]+(?:/(?:english|archives))?(?:/?\Z"
    r"|/(?:(?:category|tag|author|page)/.*|\d{4}/\d{2}/?(?:page/\d+/?)?|list\.php.*))"
)
# Every page of the WordPress sites opens with the weather in Pyongyang and the day of the visit.
_WEATHER: Final = re.compile(r"-?\d{1,2}(?:\.\d)? ?(?:° ?)?C")
_MASTHEAD: Final = frozenset(
    {"Pyongyang", "평양", "平壌", "홈", "Home", "Daily NK", "DailyNK", "데일리NK", "데일리 NK"}
)
_MASTHEAD_WITHIN: Final = 6
_CRUMBS: Final = re.compile(r"(?:Home|홈)(?:(?: [>›»/])? \S{1,20}){1,4}")
_SECTION: Final = re.compile(r"[가-힣·/]{2,8}")
# Transcripts of its broadcasts say before each turn who speaks.
_SPOKEN: Final = re.compile(r"(?:진행|기자|앵커|[가-힣]{2,4} 기자) ?: ?")
# What Japanese pages promote before the body, and refer to between and behind its sentences.
_PROMOTED: Final = re.compile(
    r"[【\[<]?(?:人気記事|(?:もっとも|最も|いちばん)読まれている記事|注目記事)(?:[】\]>]?\s?[:：]|[】\]>]).*"
)
_POINTED: Final = re.compile(r"[（(【]?(?:参考記事|関連記事|参考)(?:[:：】]).*")
_POINTER: Final = re.compile(r"[（(](?:参考記事|関連記事)[:：](?:[^()（）]|[（(][^()（）]*[)）])*[)）]\Z")
_POINTER_MOST: Final = 200
_ARTICLES: Final = "記事"
# Between author and day, where each is a line of its own; and both on one line.
_SIGNS: Final = frozenset({"-", "–", "|", "·", "By"})
_SIGNED: Final = re.compile(
    r"(?:By )?(?P<name>[^\d|]{2,60}?)\s?[-–]\s?(?P<date>\d{4}.{4,30}|[A-Z][a-z]{2,8}\.? \d.{4,20})"
)
_SIGNED_MOST: Final = 60
_LEAD: Final = 6
# Sites beside dailynk.com, and older themes.
_CONTAINERS: Final = (*TAGDIV_BODY, "entry-content", "post-content")
_TEASERS: Final = frozenset({"td-excerpt", "entry-summary", "excerpt"})
_FEWEST_ENTRIES: Final = 2
_PROSE_FEWEST: Final = 2
_PROSE_LEAST: Final = 80
_MINUTE: Final = 60
# Its markup writes Korean local time with the offset of Greenwich.
_FALSE_OFFSET: Final = re.compile(r"(?:Z|\+00:?00)\Z")
_SITE_NAME: Final = re.compile(
    r"\s[-–|]\s(?:Daily ?NK|데일리 ?NK|デイリー ?NK)(?: (?:English|Japan|ジャパン))?\Z|\ADaily ?NK\s[-–|]\s"
)


class DailyNK:
    """Newsroom of Daily NK; times are Korean (+09:00), also where its markup says otherwise."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Its own voice beside a line that only its own pages have, in a text without a url."""
        if layout.document.url is not None:
            return None
        head = layout.text[:_HEAD]
        voice = _voice(head) or (None if head.isascii() else _korean_voice(head))
        line = _own_line(layout) if voice is not None else None
        if voice is None or line is None:
            return None
        seen = [Evidence(rule="told-daily-nk", span=voice), Evidence(rule="own-line", span=line)]
        return Claim(strength=Strength.MARKERS, evidence=seen)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One article of any era, or a listing."""
        sheet = Sheet.of(layout, ctx)
        missing = missing_page(sheet)
        if missing is not None:
            return missing
        if is_page(sheet):
            return _page(sheet)
        if _FEED in layout.text[:_FEED_WITHIN] or _FEED_PATH in (layout.document.url or ""):
            return _feed(sheet)
        unwrap(sheet)
        take_date_prefix(sheet)
        if _LIST_URL.match(layout.document.url or "") or sheet.is_listing:
            sheet.blocks = [line for block in sheet.blocks for line in lines_of(block)]
            return sheet.listing(KST)
        take_repeat(sheet)
        join_credit_lines(sheet)
        part_alternative_text(sheet)
        take_furniture(sheet)
        take_thread(sheet)
        take_opened_menu(sheet)
        _take_masthead(sheet)
        _take_pointers(sheet)
        take_footer(sheet)
        take_tails(sheet)
        take_page_clock(sheet)
        _take_section(sheet)
        take_alternative_text(sheet)
        take_leading_captions(sheet)
        take_headline(sheet)
        _take_article(sheet)
        return sheet.result(outlet="dailynk")


def _take_article(sheet: Sheet) -> None:
    """Everything under the headline."""
    _take_signature(sheet)
    take_alternative_text(sheet)
    spoken = bool(sheet.blocks) and _SPOKEN.match(sheet.blocks[0].text) is not None
    if sheet.standfirst is None and not spoken and take_standfirst(sheet):
        _take_signature(sheet)
    take_alternative_text(sheet)
    take_leading_captions(sheet)
    _take_glued_captions(sheet)
    take_captions_with_words(sheet)
    if sheet.published is None:
        sheet.published = published_in_url(sheet.layout.document.url)


def _feed(sheet: Sheet) -> Result:
    """The feed as a listing."""
    return sheet.listed(feed_entries(sheet.layout), "feed")


def _own_line(layout: Layout) -> Span | None:
    """Author and minute as its pages print them, or the link to its Korean edition, at either end of a text."""
    for block in (*layout.blocks[:_OWN_WITHIN], *layout.blocks[-_OWN_WITHIN:]):
        found = _OWN_LINE.fullmatch(block.text.partition("\n")[0].strip())
        if found is not None:
            return Span(block.span.start, block.span.start + len(found[0]))
    return None


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
    return found


def _korean_voice(head: str) -> Span | None:
    """The same of a text in Korean."""
    if "데일리NK" not in head or _KOREAN_CITING.search(head):
        return None
    found = _KOREAN_VOICE.search(head)
    return Span(*found.span("name")) if found else None


def _take_masthead(sheet: Sheet) -> None:
    """The weather, the day of the visit and the path to the page: what stands above every article."""
    weather = False
    for _ in range(_MASTHEAD_WITHIN):
        text = sheet.blocks[0].text if len(sheet.blocks) > 1 else ""
        weather = weather or _WEATHER.fullmatch(text) is not None
        if not (_WEATHER.fullmatch(text) or text in _MASTHEAD or (weather and _CRUMBS.fullmatch(text))):
            return
        sheet.label("boilerplate", sheet.blocks.pop(0).span, "masthead")
        if weather:
            take_page_clock(sheet)


def _take_section(sheet: Sheet) -> None:
    """The one word above a Korean headline that says where on the site it stands."""
    if len(sheet.blocks) > 2 and _SECTION.fullmatch(sheet.blocks[0].text) and headline(sheet.blocks[1]):  # noqa: PLR2004 - section, title, body
        block = sheet.blocks.pop(0)
        sheet.section = block.text
        sheet.label("section", block.span, "section_line")


def _take_pointers(sheet: Sheet) -> None:
    """Lines that promote or point to other articles, and references at the end of a paragraph."""
    if _ARTICLES not in sheet.layout.text:
        return
    sheet.drop(_points, "boilerplate", "pointer")
    for number, block in enumerate(sheet.blocks):
        text = block.text
        pointed = text.endswith((")", "）")) and _ARTICLES in text
        found = _POINTER.search(text, max(0, len(text) - _POINTER_MOST)) if pointed else None
        if found is not None:
            sheet.label("boilerplate", cut(block, found.start(), len(text)).span, "pointer")
            sheet.blocks[number] = cut(block, 0, found.start())


def _points(block: Block) -> bool:
    text = block.text
    return _ARTICLES in text and bool(_PROMOTED.fullmatch(text) or (_POINTED.fullmatch(text) and "。" not in text[:-2]))


def _take_signature(sheet: Sheet) -> None:
    """Author and day, on one line or on several with signs between them."""
    take_header(sheet, KST, _GROUPS)
    for _ in range(_LEAD):
        if len(sheet.blocks) < 2:  # noqa: PLR2004 - a line and the body under it
            return
        if sheet.blocks[0].text in _SIGNS:
            sheet.label("byline", sheet.blocks.pop(0).span, "between_author_and_day")
        elif not any(step(sheet) for step in (_take_signed, _take_name_above_day, _take_byline, _take_day)):
            return


def _take_byline(sheet: Sheet) -> bool:
    return take_byline(sheet, KST, _GROUPS)


def _take_day(sheet: Sheet) -> bool:
    return sheet.published is None and take_published(sheet, KST)


def _take_signed(sheet: Sheet) -> bool:
    """``한솔 기자 - 2018.03.16 4:15 오후``."""
    block = sheet.blocks[0]
    found = _SIGNED.fullmatch(block.text) if len(block.text) <= _SIGNED_MOST else None
    if found is None or sheet.published is not None:
        return False
    start = block.span.start
    span = Span(start + found.start("date"), start + found.end("date"))
    when = read_when(found["date"], span, zone=KST)
    authors = named_authors(sheet.layout, Span(start + found.start("name"), start + found.end("name")), _GROUPS)
    if when is None or when.earliest is None or not authors:
        return False
    sheet.published = when
    sheet.bylines.extend(authors)
    sheet.label("byline", Span(start, span.start), "signed_line")
    sheet.blocks.pop(0)
    return True


def _take_name_above_day(sheet: Sheet) -> bool:
    """A name that nothing but the day under it tells from a line of the body."""
    name, below = sheet.blocks[0], sheet.blocks[1].text
    if sheet.published is not None or len(name.text) > _SIGNED_MOST or len(below) > _SIGNED_MOST:
        return False
    when = read_when(below, None, zone=KST)
    authors = named_authors(sheet.layout, name.span, _GROUPS) if when is not None and when.earliest is not None else ()
    if not authors:
        return False
    sheet.bylines.extend(authors)
    sheet.blocks.pop(0)
    return True


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


def _page(sheet: Sheet) -> Result:
    """A page of HTML: a list of titles, or an article whose elements the theme names."""
    if not is_tagdiv_article(sheet.blocks):
        entries = tuple(page_entries(sheet.layout, sheet.blocks, KST))
        if _is_list_page(sheet, entries):
            return _list_page(sheet, entries)
    named = take_named(sheet, KST, _GROUPS)
    take_region(sheet, _CONTAINERS, TAGDIV_ASIDE, KST)
    take_repeat(sheet)
    _take_site_name(sheet)
    _take_masthead(sheet)
    _take_pointers(sheet)
    take_furniture(sheet)
    take_footer(sheet)
    take_tails(sheet)
    sheet.published = named.printed
    _take_article(sheet)
    take_about(sheet, named.about)
    fill_described(sheet, KST)
    _take_times(sheet, named.printed)
    return sheet.result(outlet="dailynk")


def _is_list_page(sheet: Sheet, entries: Sequence[Entry]) -> bool:
    """Whether a page points to articles instead of holding one."""
    if _LIST_URL.match(sheet.layout.document.url or "") or sheet.is_listing:
        return True
    title = headline_block(sheet.layout)
    titled = title is not None and not title.links
    return len(entries) >= _FEWEST_ENTRIES and not (titled and sum(map(_is_prose, sheet.blocks)) >= _PROSE_FEWEST)


def _is_prose(block: Block) -> bool:
    return block.level is None and len(block.text) >= _PROSE_LEAST and block.classes.isdisjoint(_TEASERS)


def _list_page(sheet: Sheet, entries: Sequence[Entry]) -> Result:
    if not entries:
        return sheet.listing(KST)
    return sheet.listed(attrs.evolve(entry, published=_korean(entry.published)) for entry in entries)


def _take_site_name(sheet: Sheet) -> None:
    """The title of a page carries the site's name behind that of the article."""
    if sheet.headline is not None and sheet.headline.span is None:
        sheet.headline = Text(text=_SITE_NAME.sub("", sheet.headline.text), span=None)


def _take_times(sheet: Sheet, printed: When | None) -> None:
    """Times of the markup as the local times they are, unless the clock that the page prints tells otherwise."""
    if not _is_same_moment(printed, sheet.published):
        sheet.published = _korean(sheet.published)
    sheet.updated = _korean(sheet.updated)
    if sheet.updated is not None and sheet.published is not None and sheet.updated.edtf == sheet.published.edtf:
        sheet.updated = None
    if any(comment.posted is not None for comment in sheet.comments):
        sheet.comments = tuple(attrs.evolve(one, posted=_korean(one.posted)) for one in sheet.comments)


def _is_same_moment(printed: When | None, described: When | None) -> bool:
    if printed is None or described is None or printed.instant is None or described.instant is None:
        return False
    return abs((printed.instant - described.instant).total_seconds()) < _MINUTE


def _korean(when: When | None) -> When | None:
    """A time that its markup puts at Greenwich, as the Korean local time it is."""
    if when is None or when.basis != "metadata" or not _FALSE_OFFSET.search(when.raw):
        return when
    local = read_when(_FALSE_OFFSET.sub("", when.raw), when.span, zone=KST, basis=when.basis)
    return when if local is None else attrs.evolve(local, raw=when.raw)
