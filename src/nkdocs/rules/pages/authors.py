"""Who wrote a page: the authors it describes to machines, else those printed near its headline."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from nkdocs.layout.block import Block, Layout, Mark, Meta
from nkdocs.records import Byline, Span
from nkdocs.records.frozen import FrozenMapping
from nkdocs.rules.bylines import bylines
from nkdocs.rules.pages.described import articles_described, items_of, texts_of, tidy_meta

__all__ = ["page_bylines", "told_bylines"]

_NAMES: Final = (
    "parsely-author", "author", "article:author_name", "article:byline", "article:author", "og:article:author",
    "dc.creator", "dc:creator", "dcterms.creator", "cxenseparse:author", "dable:author", "sailthru.author", "byl",
    "citation_author",
)  # fmt: skip
# What a phrase or a line that names an author is called.
_CALLED: Final = re.compile(
    r"(?:^|[-_])(?:author|authors|byline|autor|autorin|redakteur|writer|journalist|fn)(?:$|[-_])"
    r"|^(?:author|byline)|author-?name|authorname|posted-by",
    re.IGNORECASE,
)
_CALLED_FOR_ELSE: Final = re.compile(
    r"comment|reply|related|teaser|social|twitter|follow|email|avatar|licen[cs]e|recipe|about|bio|desc|image|footer"
    r"|sidebar|info__",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    # The foot of a post is where Blogger names its author.
    r"(?:^|[-_])(?:comments?|reply|related|teaser|sidebar|(?<!post-)footer|widget)(?:$|[-_])",
    re.IGNORECASE,
)
_LEAD_IN: Final = re.compile(
    r"\s*(?:(?:written|posted|published|story|text|words|article|by|reported|erstellt|geschrieben"
    r"|ein (?:artikel|beitrag|kommentar))\s+)*"
    r"(?:by|von|par|por|di|door|av|af|text|autorin|autor|author|redaktion"
    r"|durch|글|文)\b\s*[:：]?\s+|\s*(?:by|von|autor|author|text)\s*:\s*",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(r"\s*(?:;|\||/|,?\s+(?:and|und|et|y|e|en|och)\s+|\s+&\s+|,\s+)\s*")
# Which of two words is the surname the comma does not tell: it may as well part two names.
_SURNAME_FIRST: Final = re.compile(r"\s*[\w'’-]+,\s*[\w'’-]+\s*")
# A line that is called a byline may hold anything: only words with capitals are taken for a name.
_CAPITALS: Final = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|de|van|von|der|la|bin)){1,4}|[가-힣]{2,4}"
)
_SUFFIX: Final = re.compile(
    r"(?:\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}\b|,\s*|\s+[-–|•·]\s+"
    r"|\s+(?:Follow|@)|\s\d{1,2}[. ]).*$",
    re.DOTALL,
)
_ADDRESS: Final = re.compile(r"https?:|www\.|facebook\.com|twitter\.com")
_NO_NAME: Final = re.compile(
    r"@|\d{2}|[<>{}=]|:|^(?:null|undefined|admin(?:istrator)?|publisher|unknown|posted|published|por|by|von|par|text|autor(?:eninfo)?|author"
    r"|guest|gast|follow|share|name|user|nobody|none|editor|anonymous|anonym)$"
    r"|\b(?:springen|skip to|menu|search|zur|übersicht|articles|view all|see all|more by)\b"
    # Words of the page's own controls, and who runs it.
    r"|^(?:read|see|view|click|show|learn|subscribe|sign|log|share|print|contact|weiterlesen|mehr|lire|leer|leggi)\b"
    r"|^(?:web ?master|root|support|info|site ?admin|editor in chief|photos? by .*|foto.*)$",
    re.IGNORECASE,
)
# Who signs as a body.
_BODY: Final = re.compile(
    r"\b(?:redaktion|staff|team|editors?|editorial|agenc(?:y|ies)|agentur(?:en)?|news|online|media|medien|press[e]?|gmbh|inc|ltd|"
    r"dpa|afp|ap|reuters|apa|ansa|efe|sda|epd|kna|yonhap|xinhua|tass|desk|newsroom|times|post|magazin[e]?|tv|radio|ag|verlag|"
    r"zeitung|network|group|institute?|foundation|rédaction|redacci[oó]n|redazione)\b|\.(?:com|de|org|net|at|it|fr|ch|co)\b|편집|뉴스|신문|通信|新聞|編集",
    re.IGNORECASE,
)
# 한솔 기자
_OFFICE: Final = re.compile(
    r"(?P<name>[가-힣]{2,4}) ?(?P<role>(?:인턴|객원|선임|수습|시민|전문)?기자|특파원|논설위원|편집위원)"
)
_ORGANISATIONS: Final = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "Brand"})
_LONGEST: Final = 60
_WORDS_MOST: Final = 6
_REACH_BEFORE: Final = 600
_REACH_AFTER: Final = 2500
_NEAR_LINE: Final = 160
_MOST: Final = 12


def page_bylines(layout: Layout, title: Block | None) -> tuple[Byline, ...]:
    """The authors of a page, one byline each; a newsroom that signs as a body is an affiliation.

    >>> import nkdocs
    >>> page = '<meta name="author" content="Han Sol and Border Ledger Staff"><h1>Rice</h1><p>Rice was cheap.'
    >>> [(one.name, one.affiliation) for one in page_bylines(nkdocs.lay_out(page, media_type="text/html"), None)]
    [('Han Sol', None), (None, 'Border Ledger Staff')]
    """
    near = _near(layout, title)
    sites = _sites(layout)
    described = [(name, body or _plain(name) in sites) for name, body in _described(layout.meta)]
    named = [told for told in _named(layout.meta) if _plain(told[0]) not in sites]
    for names in (described, named):
        if not all(body for _, body in names):
            return _placed(names, near)
    printed = [byline for byline in _printed(layout, near) if _plain(byline.name or byline.affiliation) not in sites]
    return tuple(printed) or _placed(described or named, near)


def told_bylines(words: str, layout: Layout) -> tuple[Byline, ...]:
    """The people that words given for the author name; no newsroom, no address, no account's name.

    >>> import nkdocs
    >>> page = nkdocs.lay_out("Rice was cheap.", url="https://ledger.example/1")
    >>> [byline.name for byline in told_bylines("Han Sol and Min Ara", page)], told_bylines("ledger", page)
    (['Han Sol', 'Min Ara'], ())
    """
    sites = _sites(layout)
    names = [(name, body) for name, body in _told(words) if not body and _CAPITALS.fullmatch(name)]
    return _placed([told for told in names if _plain(told[0]) not in sites], [])


def _sites(layout: Layout) -> frozenset[str]:
    """What the site calls itself, and its host: who publishes is no author."""
    host = (urlsplit(layout.document.url or layout.meta.canonical or "").hostname or "").removeprefix("www.")
    title = tidy_meta(layout.meta.title)
    names = [tidy_meta(layout.meta.opengraph.get("og:site_name")), host, host.partition(".")[0]]
    names += [tidy_meta(layout.meta.names.get(key)) for key in ("application-name", "publisher")]
    names += [end for end in re.split(r"\s[|–—»:-]\s", title)[-1:] if end != title]
    return frozenset(_plain(name) for name in names if name)


def _plain(name: str | None) -> str:
    return "".join(char for char in (name or "").casefold() if char.isalnum())


def _described(meta: Meta) -> Iterator[tuple[str, bool]]:
    """Names in the page's JSON-LD, each with whether it is that of a body."""
    by_id: dict[object, FrozenMapping[Any]] = {
        item.get("@id"): item for item in meta.jsonld if isinstance(item.get("@id"), str)
    }
    for item in articles_described(meta):
        found = list(_authors_of(item.get("author") or item.get("creator"), by_id))
        if found:
            yield from found
            return
    for item in meta.microdata:
        if item.get("@prop") == "author":
            yield from _told(tidy_meta(item.get("name")))
            return


def _authors_of(value: object, by_id: Mapping[object, FrozenMapping[Any]]) -> Iterator[tuple[str, bool]]:
    for one in items_of(value):
        if isinstance(one, str):
            yield from _told(tidy_meta(one))
            continue
        found = one if one.get("name") else by_id.get(one.get("@id"), one)
        body = found.get("@type") in _ORGANISATIONS
        for name in texts_of(found, "name"):
            yield from ((each, body or known) for each, known in _told(tidy_meta(name)))


def _named(meta: Meta) -> Iterator[tuple[str, bool]]:
    """Names in the page's meta elements: those of the first element that has any."""
    for key in _NAMES:
        found = list(_told(tidy_meta(meta.names.get(key) or meta.opengraph.get(key))))
        if found:
            yield from found
            return


def _told(words: str) -> Iterator[tuple[str, bool]]:
    """The names in a text that is said to name authors, each with whether it is that of a body."""
    if _ADDRESS.search(words):
        return
    if _SURNAME_FIRST.fullmatch(words):
        return
    lead = _LEAD_IN.match(words)
    for part in _JOINT.split(words[lead.end() if lead else 0 :]):
        name = part.strip(" .,:;|·•-–")
        if 1 < len(name) <= _LONGEST and len(name.split()) <= _WORDS_MOST and not _NO_NAME.search(name):
            yield name, bool(_BODY.search(name))


def _near(layout: Layout, title: Block | None) -> list[Block]:
    """The blocks around the headline that may name the author."""
    start = title.span.start if title is not None else 0
    return [
        block
        for block in layout.blocks
        if start - _REACH_BEFORE <= block.span.start <= start + _REACH_AFTER and block is not title
    ]


def _printed(layout: Layout, near: list[Block]) -> tuple[Byline, ...]:
    """Authors printed near the headline: phrases called so, a line called so, or a line that is a byline."""
    for called in (_called_phrases, _called_lines):
        found = called(layout, near)
        if found:
            return found
    for block in near:
        for line in _lines(block) if len(block.text) <= _NEAR_LINE else ():
            if signed := bylines(layout, line):
                return signed
    return ()


def _lines(block: Block) -> Iterator[Span]:
    """Where the lines of a block stand that breaks part."""
    start = block.span.start
    for line in block.text.split("\n"):
        words = line.strip()
        first = start + line.index(words) if words else start
        if words:
            yield Span(first, first + len(words))
        start += len(line) + 1


def _called_phrases(layout: Layout, near: list[Block]) -> tuple[Byline, ...]:
    for block in near:
        found = [
            byline
            for mark in block.element.marks
            if _names_author(mark) and not _is_elsewhere(block)
            for byline in _in_text(_SUFFIX.sub("", mark.span.of(layout.text)), mark.span)
        ]
        if found:
            return tuple({byline.name or byline.affiliation: byline for byline in found}.values())
    return ()


def _called_lines(_: Layout, near: list[Block]) -> tuple[Byline, ...]:
    for block in near:
        if len(block.text) > _NEAR_LINE or _is_elsewhere(block) or not any(map(_CALLED.search, block.classes)):
            continue
        found = tuple(_in_text(_SUFFIX.sub("", block.text), block.span))
        if found and all(_CAPITALS.fullmatch(byline.name or "") for byline in found):
            return found
    return ()


def _names_author(mark: Mark) -> bool:
    called = mark.classes | mark.props
    return any(map(_CALLED.search, called)) and not any(map(_CALLED_FOR_ELSE.search, called))


def _is_elsewhere(block: Block) -> bool:
    return any(map(_ELSEWHERE.search, block.classes))


def _in_text(words: str, span: Span) -> Iterator[Byline]:
    """The names in a stretch of the text, each with its place."""
    for name, body in _told(" ".join(words.split())):
        at = words.find(name)
        if at >= 0:
            yield _byline(name, Span(span.start + at, span.start + at + len(name)), body=body)


def _placed(names: list[tuple[str, bool]], near: list[Block]) -> tuple[Byline, ...]:
    """The names as bylines, each with its place where a short line near the headline prints it."""
    return tuple(_byline(name, _place(name, near), body=body) for name, body in list(dict(names).items())[:_MOST])


def _place(name: str, near: list[Block]) -> Span | None:
    for block in near:
        if len(block.text) <= _NEAR_LINE and (at := block.text.find(name)) >= 0:
            return Span(block.span.start + at, block.span.start + at + len(name))
    return None


def _byline(name: str, span: Span | None, *, body: bool) -> Byline:
    signed = None if body or name.isascii() else _OFFICE.fullmatch(name)
    if signed is not None:
        return Byline(name=signed["name"], role=signed["role"], raw=name, span=span)
    return Byline(name=None if body else name, affiliation=name if body else None, raw=name, span=span)
