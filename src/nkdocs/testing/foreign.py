"""Documents that are not the parser's: samples in the layouts of other outlets, and texts that are nobody's.

All in words of their own. A parser of one of these outlets is not shown the samples of that outlet.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from nkdocs.document import Document
from nkdocs.registry.guard import Fault
from nkdocs.registry.hosts import host_of
from nkdocs.testing.subject import ParserSubject

__all__ = ["foreign_documents", "foreign_samples"]


@attrs.frozen(slots=True)
class _Sample:
    """A document in the layout of an outlet, which is None where it is nobody's."""

    name: str
    content: str
    outlet: str | None = None
    hosts: Sequence[str] = ()
    url: str | None = None


def foreign_samples() -> tuple[Document, ...]:
    """All built-in documents that a parser of another outlet must not claim.

    >>> "foreign lorem" in {document.name for document in foreign_samples()}
    True
    """
    return tuple(map(_document, _SAMPLES))


def foreign_documents(subject: ParserSubject) -> Iterator[Document]:
    """The built-in documents that are not of the parser's own outlet."""
    own = {subject.info.id.partition("/")[0], subject.info.id, getattr(subject.info, "outlet", None)}
    own |= {draft.outlet for found in map(subject.found, subject.cases) if not isinstance(found, Fault)
            for draft in found.drafts}  # fmt: skip
    hosts = set(subject.info.hosts) | {host_of(case.meta.url) for case in subject.cases}
    for sample in _SAMPLES:
        theirs = (*sample.hosts, host_of(sample.url) or "")
        if (sample.outlet is None or sample.outlet not in own) and not _among(theirs, hosts):
            yield _document(sample)


def _document(sample: _Sample) -> Document:
    return Document(sample.content, name=f"foreign {sample.name}", url=sample.url)


def _among(theirs: Sequence[str], mine: set[str | None]) -> bool:
    """Whether a host is one of the parser's, or a part of one."""
    return any(host == own or f".{own}".endswith(f".{host}") for host in theirs for own in mine if own)


_SAMPLES: Final = (
    _Sample("empty text", ""),
    _Sample("blanks", " \n\t \n\n"),
    _Sample(
        "lorem",
        "Lorem ipsum dolor sit amet\n\nConsectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore"
        " et dolore"
        " magna aliqua.\n\nUt enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip.",
    ),
    _Sample(
        "Hangul",
        "강가의 아침\n\n강가에 안개가 걷히자 사람들이 하나둘 배를 띄웠다.\n\n노인은 그물을 손질하며 오늘은"
        " 바람이 좋다고 말했다.",
    ),
    _Sample(
        "Cyrillic",
        "Утро у реки\n\nТуман рассеялся, и на воду вышли первые лодки.\n\nСтарик чинил сеть и говорил, что"
        " ветер сегодня"
        " хороший.",
    ),
    _Sample(
        "Japanese", "川辺の朝\n\n霧が晴れると、人々は舟を出した。\n\n老人は網を繕いながら、今日は風が良いと言った。"
    ),
    _Sample(
        "list of things to buy",
        "To buy\n\n  • rice\n  • two candles\n    • white ones\n  • thread\n\n1. go to the market\n2. come back",
    ),
    _Sample(
        "thread of a forum",
        "Which battery lasts longest?\n\n  • north_star\n\n    Mine has lasted six years.\n\n    • Ha-eun\n\n"
        "      Which make?\n\n  • quiet\n\n    None of them.",
    ),
    _Sample(
        "page that cites others",
        "What the papers say this week\n\nA source told Daily NK that rice is dearer, Yonhap reported on"
        " Tuesday, citing"
        " KCNA. NK News, RFA and New Focus International had the same story.\n\nWe have not checked it.",
        url="https://weekly.invalid/press-review",
    ),
    _Sample(
        "page of HTML",
        "<!doctype html><html lang=en><title>Letters | The Valley Post</title><body><h1>A bridge too many</h1>"
        "<p class=by>By A. Reader</p><p>The valley has three bridges and no road.</p><ul class=comments><li>True."
        "<ul><li>Not at all.</ul></ul><footer>About us</footer></body></html>",
        url="https://valleypost.invalid/letters/12",
    ),
    _Sample(
        "dailynk, old pages",
        "Coal Runs Short in Hamheung\n\nKang Mi Jin  |  2012-11-04 15:02\nHouseholds in Hamheung have had no"
        " coal since"
        " October, a source in the city told Daily NK on the 2nd.\n\nA yard without coal. Image: Daily NK",
        "dailynk",
        ("dailynk.com",),
    ),
    _Sample(
        "dailynk, new pages",
        "Hamhung buys firewood from the hills\n\nFirewood costs twice as much as last year\n\nBy Lee Sang Yong"
        " - 2021.11.08"
        " 4:12pm\n\nPeople in Hamhung now buy firewood by the bundle, a source in South Hamgyong Province told"
        " Daily NK"
        " on Friday.\n\nPlease direct any comments or questions about this article to the address below.",
        "dailynk",
        ("dailynk.com",),
    ),
    _Sample(
        "newfocus",
        "Exclusive: Officials hand in their bicycles\n\nTuesday 3rd June, 2014\n\nAn order of the ministry"
        " tells officials"
        " to walk to work, our correspondents write.\n\n  • cyclist\n\n    At last.",
        "newfocus",
        ("newfocusintl.com",),
        "http://newfocusintl.com/officials-hand-in-their-bicycles/",
    ),
    _Sample(
        "kcna",
        "New Greenhouse Goes into Operation\n\nPyongyang, December 4 (KCNA) -- A greenhouse of a county went into"
        " operation.\n\nIt grows cucumbers all the year round. -0-\n\nwww.kcna.kp (Juche107.12.4.)",
        "kcna",
        ("kcna.kp", "kcna.co.jp"),
    ),
    _Sample(
        "rodong",
        "온실농장에서 오이를 수확\n\n군안의 온실농장 일군들과 농장원들이 오이수확을 시작하였다.\n\n글 및 사진"
        " 본사기자\n\nRodong Sinmun",
        "rodong",
        ("rodong.rep.kp",),
    ),
    _Sample(
        "yonhap",
        "(LEAD) Seoul to send blankets across the border\n\nSEOUL, Dec. 4 (Yonhap) -- The ministry said"
        " Tuesday it would"
        " send blankets.\n\nOfficials gave no number.\n\n(END)",
        "yonhap",
        ("yna.co.kr", "yonhapnews.co.kr"),
    ),
    _Sample(
        "nknews",
        "A ferry returns to the east coast\n\nSatellite pictures show the ship at its pier for the first time"
        " in a year\n\n"
        "Colin Example December 4, 2018\n\nThe ferry was seen at its pier on Monday, pictures reviewed by NK"
        " News show.\n\n"
        "Edited by A. Nother",
        "nknews",
        ("nknews.org",),
    ),
    _Sample(
        "38north",
        "Quiet Weeks at the Harbor\n\nBy: J. Example\nDecember 4, 2018\n\nCommercial imagery of the harbor"
        " indicates little"
        " movement over the past month.\n\nFigure 1. Overview of the harbor.\n\n38 North Analysis",
        "38north",
        ("38north.org",),
    ),
    _Sample(
        "rfa",
        "북, 겨울철 땔감 부족\n\n서울-김예시 xallsl@rfa.org\n\n2018.12.04\n\n앵커: 북한 주민들이 땔감을 구하지"
        " 못하고 있습니다.\n\n양강도의 한"
        " 소식통은 3일 자유아시아방송에 이같이 전했습니다.",
        "rfa",
        ("rfa.org",),
    ),
    _Sample(
        "voa",
        "Aid Group Asks for Exemption\n\nDecember 04, 2018\n\nWASHINGTON — An aid group asked for an exemption"
        " to send"
        " well pumps, it told VOA's Korean Service on Tuesday.",
        "voa",
        ("voanews.com", "voakorea.com"),
    ),
    _Sample(
        "asiapress",
        "<Inside N. Korea> Wheat sells for less than corn\n\n2018.Dec.04\n\nWheat costs less than corn in the"
        " northern"
        " market, a reporting partner said.\n\nASIAPRESS",
        "asiapress",
        ("asiapress.org",),
    ),
    _Sample(
        "page of a blog",
        "<!doctype html><html><head><title>Bridges of the north</title><meta property='og:site_name'"
        " content='River notes'>"
        "</head><body class=home><article><h2 class=entry-title>Bridges of the north</h2><p>Ice took the"
        " wooden one.</p>"
        "</article></body></html>",
        url="https://rivernotes.invalid/2018/12/bridges",
    ),
)
