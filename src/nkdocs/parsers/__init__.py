"""The built-in parsers, one outlet a file, registered through the hooks every plugin uses.

Hosts and markers are declared here, as data: the registry looks for all of them at once, and no parser is
imported before a document needs it.
"""

from collections.abc import Iterator

from nkdocs.plugin import ParserInfo, hookimpl
from nkdocs.plugin.unchecked import own_parser

__all__ = ["nkdocs_register_parsers"]

_ARTICLE = ("language", "headline", "kicker", "bylines", "published", "paragraphs", "captions")

# Where a line begins, bullets aside, and where it ends: what another's page cites stands inside its sentences.
_LINE = r"(?<![^\n])[ \t•*]*"
_END = r"[ \t]*(?![^\r\n])"
_NAMES = r"[A-Z][\w.'’-]*(?:(?:,? and |, | )[A-Z][\w.'’-]*){1,14}\.?"


def _signed(host: str) -> tuple[str, ...]:
    """An address of the newsroom alone on its line, or behind a byline; in a sentence it is where readers write to."""
    return (
        rf"{_LINE}[(<\[]?[\w.+-]{{1,40}}@{host}[)>\]]?{_END}",
        rf"{_LINE}By [A-Z][\w .'’-]{{2,60}}[ (<]{{1,2}}[\w.+-]{{1,40}}@{host}[)>]?{_END}",
    )


def _reserved(owner: str) -> tuple[str, ...]:
    """The line in which an owner reserves its rights; a sign and a name alone credit a picture."""
    return (
        rf"{_LINE}Copyright[ ©ⓒ(cC)\d,-]{{0,20}}(?:The )?{owner}",
        rf"{_LINE}[ⓒ©] ?\d{{4}}[ ,-]{{0,3}}(?:\d{{4}},? )?(?:The )?{owner}",
        rf"{_LINE}[ⓒ©] ?(?:The )?{owner}[^\n]{{0,60}}(?:reserved|prohibited|무단)",
    )


_WEBLOG = ("outlet", "section", "standfirst", "updated", "editions", "comments", *_ARTICLE)
# Weblogs and magazines read by the same steps: id, class, hosts, wording that only their own pages carry.
_WEBLOGS = (
    ("nknews", "nknews:NKNews", ("nknews.org",), ()),
    (
        "38north",
        "north38:North38",
        ("38north.org",),
        (rf"{_LINE}A 38 North exclusive,? with analysis by {_NAMES}{_END}",),
    ),
    (
        "nkleadershipwatch",
        "nkleadershipwatch:NKLeadershipWatch",
        ("nkleadershipwatch.org", "nkleadershipwatch.wordpress.com"),
        (),
    ),
    ("nkeconwatch", "nkeconwatch:NKEconWatch", ("nkeconwatch.com",), ()),
    ("onefreekorea", "onefreekorea:OneFreeKorea", ("freekorea.us",), ()),
    ("sinonk", "sinonk:SinoNK", ("sinonk.com",), ()),
    ("northkoreatech", "northkoreatech:NorthKoreaTech", ("northkoreatech.org",), ()),
    (
        "asiapress",
        "asiapress:Asiapress",
        ("asiapress.org",),
        (
            r"Edit(?:ed)? by [A-Z][\w -]{2,40}, (?:[\w ]{2,40}, )?Rimjin-gang",
            r"ASIAPRESS (?:contacts|communicates with) its reporting partners",
        ),
    ),
    (
        "hrnk",
        "hrnk:HRNK",
        ("hrnkinsider.org", "hrnkinsider.blogspot.com", "nkhiddengulag.org", "hrnk.org"),
        (rf"{_LINE}By [A-Z][\w.'’ -]{{2,60}}, HRNK (?:Research |Editorial )?(?:Intern|Fellow|Associate)\.?{_END}",),
    ),
    (
        "goodfriends",
        "goodfriends:GoodFriends",
        ("goodfriendsusa.blogspot.com",),
        (r"North Korea Today No\. ?\d{1,4}\s*\n\s*\[[A-Z][A-Za-z/ ]{2,40}\]\s",),
    ),
)

_NEWSROOM = ("outlet", "section", "standfirst", "updated", *_ARTICLE)
# Nobody signs there.
_BROADCAST = tuple(field for field in _NEWSROOM if field != "bylines")
# Each with what it may set, where it is at home, and wording that only its own pages carry.
_PARSERS = (
    own_parser(
        id="dailynk",
        version="1",
        factory="nkdocs.parsers.dailynk:DailyNK",
        produces=("outlet", "section", "standfirst", "updated", "editions", "comments", *_ARTICLE),
        hosts=("dailynk.com", "dailynk.jp", "dailynk.net", "nknews.jp", "nkreport.jp"),
        # Wording that only its own pages carry; others write "told the Daily NK" or "according to Daily NK".
        markers=(
            (
                r"(?m:^) {0,8}[A-Z][\w'’-]{0,30}(?: [A-Z][\w'’-]{0,30}){1,3} is one of Daily ?NK['’]s "
                r"(?:[\w-]+ ){0,3}(?:reporters|correspondents|writers)"
            ),
            r"(?<![“\"‘'])Daily NK has learned\b",
            r"Please direct any comments or questions about this article to",
            r"DailyNK - Brightening the future of Korea",
        ),
    ),
    own_parser(
        id="newfocus",
        version="1",
        factory="nkdocs.parsers.newfocus:NewFocus",
        produces=("outlet", "comments", *_ARTICLE),
        hosts=("newfocusintl.com", "newfocusintl.org"),
    ),
    own_parser(
        id="kcna",
        version="1",
        factory="nkdocs.parsers.kcna:KCNA",
        produces=("outlet", "dateline", *_ARTICLE),
        hosts=("kcna.kp", "kcna.co.jp"),
        markers=(
            r"KOREA NEWS SERVICE\s?\(KNS\)",
            r"calendar>>\s?[A-Z][a-z]+ \d{1,2}\. \d{4} Juche \d{2,3}",
            r"www\.kcna\.kp \(Juche\d{2,3}\.",
        ),
    ),
    # What others print stands beside a dateline of the agency as often as not: their own marks count more.
    own_parser(
        id="kcnawatch",
        version="1",
        factory="nkdocs.parsers.kcnawatch:KCNAWatch",
        produces=("outlet", "via", "dateline", "standfirst", *_ARTICLE),
        hosts=("kcnawatch.org", "kcnawatch.co"),
        replaces="kcna",
    ),
    own_parser(
        id="rodong",
        version="1",
        factory="nkdocs.parsers.rodong:RodongSinmun",
        produces=("outlet", "dateline", "standfirst", "section", "updated", *_ARTICLE),
        hosts=("rodong.rep.kp",),
        replaces="kcna",
    ),
    own_parser(
        id="uriminzokkiri",
        version="1",
        factory="nkdocs.parsers.uriminzokkiri:Uriminzokkiri",
        produces=("outlet", "dateline", "standfirst", "section", "updated", *_ARTICLE),
        hosts=("uriminzokkiri.com",),
        markers=(r"Copyright © 2003 - \d{4} 《Korea Ryugilo Editorial Bureau》",),
        replaces="kcna",
    ),
    own_parser(
        id="tongilsinbo",
        version="1",
        factory="nkdocs.parsers.tongilsinbo:TongilSinbo",
        produces=("outlet", "dateline", "standfirst", "section", "updated", *_ARTICLE),
        hosts=("tongilsinbo.com",),
        replaces="kcna",
    ),
    own_parser(
        id="naenara",
        version="1",
        factory="nkdocs.parsers.naenara:Naenara",
        produces=("outlet", "dateline", "standfirst", "section", "updated", *_ARTICLE),
        hosts=("naenara.com.kp",),
        replaces="kcna",
    ),
    own_parser(
        id="vok",
        version="1",
        factory="nkdocs.parsers.vok:VoiceOfKorea",
        produces=("outlet", "dateline", "standfirst", "section", "updated", *_ARTICLE),
        hosts=("vok.rep.kp",),
        replaces="kcna",
    ),
    own_parser(
        id="pyongyangtimes",
        version="1",
        factory="nkdocs.parsers.pyongyangtimes:PyongyangTimes",
        produces=("outlet", "dateline", "standfirst", "section", "updated", *_ARTICLE),
        hosts=("pyongyangtimes.com.kp",),
        replaces="kcna",
    ),
    own_parser(
        id="rfa",
        version="1",
        factory="nkdocs.parsers.rfa:RFA",
        produces=_NEWSROOM,
        hosts=("rfa.org",),
        # Its reporters sign off with its name; others write "told RFA".
        markers=(
            r"RFA,? ?자유아시아방송,? (?:[가-힣]{2,6}에서 )?[가-힣]{2,4} ?입니다",
            r"자유아시아방송 (?:RFA )?[가-힣]{2,4} ?입니다",
            r"Used with the permission of Radio Free Asia",
            r"Reported by [A-Z][\w .-]{2,40} for RFA['’]?s?\b",
            r"By [A-Z][\w .-]{2,40} for RFA(?: Korean)?\n",
        ),
    ),
    own_parser(
        id="voa",
        version="1",
        factory="nkdocs.parsers.voa:VOA",
        produces=_NEWSROOM,
        hosts=("voakorea.com", "voanews.com"),
        markers=(
            r"\A\s*(?:date \d{4}-\d\d-\d\d\s+)?연결 가능 링크\s",
            r"VOA ?뉴스,? (?:[가-힣]{2,6}에서 )?[가-힣]{2,4} ?입니다",
        ),
    ),
    own_parser(
        id="yonhap",
        version="1",
        factory="nkdocs.parsers.yonhap:Yonhap",
        produces=("dateline", *_NEWSROOM),
        hosts=("yna.co.kr", "yonhapnews.co.kr"),
        markers=(r"저작권자\s?(?:\([cC]\)|ⓒ|©)\s?연합뉴스",),
    ),
    own_parser(
        id="koreaherald",
        version="1",
        factory="nkdocs.parsers.koreaherald:KoreaHerald",
        produces=("dateline", "via", *_NEWSROOM),
        hosts=("koreaherald.com",),
        markers=(
            r"\[코리아헤럴드\s?=\s?[가-힣]{2,4} ?기자\]",
            *_signed(r"heraldcorp\.com"),
            *_signed(r"koreaherald\.com"),
            *_reserved("Korea Herald"),
        ),
    ),
    own_parser(
        id="koreatimes",
        version="1",
        factory="nkdocs.parsers.koreatimes:KoreaTimes",
        produces=("dateline", "via", *_NEWSROOM),
        hosts=("koreatimes.co.kr", "koreatimes.com"),
        markers=(
            *_signed(r"koreatimes\.co\.kr"),
            *_signed(r"ktimes\.com"),
            *_reserved("Korea Times"),
            *_reserved("KoreaTimes"),
        ),
    ),
    own_parser(
        id="chosun",
        version="1",
        factory="nkdocs.parsers.chosun:Chosun",
        produces=_NEWSROOM,
        hosts=("chosun.com",),
        markers=(rf"{_LINE}Copyright (?:©|ⓒ|\([cC]\)) ?(?:www\.)?Chosun ?[iI]lbo",),
    ),
    own_parser(
        id="kbsworld",
        version="1",
        factory="nkdocs.parsers.kbsworld:KBSWorld",
        produces=_BROADCAST,
        hosts=("world.kbs.co.kr", "rki.kbs.co.kr", "english.kbs.co.kr"),
        markers=(rf"{_LINE}Copyright (?:©|ⓒ|\([cC]\)) ?KBS",),
    ),
    own_parser(
        id="unikorea",
        version="1",
        factory="nkdocs.parsers.unikorea:Unikorea",
        produces=("outlet", "language", "headline", "bylines", "published", "paragraphs"),
        hosts=("unikorea.go.kr",),
    ),
    own_parser(
        id="generic",
        version="1",
        factory="nkdocs.parsers.generic:Generic",
        produces=("section", "standfirst", "updated", "dateline", "editions", "comments", *_ARTICLE),
    ),
)


@hookimpl
def nkdocs_register_parsers() -> Iterator[ParserInfo]:
    """Describe the built-in parsers without importing them."""
    yield from _PARSERS
    for key, factory, hosts, markers in _WEBLOGS:
        yield own_parser(
            id=key,
            version="1",
            factory=f"nkdocs.parsers.{factory}",
            produces=_WEBLOG,
            hosts=hosts,
            markers=markers,
        )
