"""Pages for benchmarks: the project's cases, made as heavy as the pages of newsrooms are."""

import gzip
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import attrs

import nkdocs
from nkdocs.testing.case import Case, cases

__all__ = ["Page", "heavy_pages", "real_pages"]

_CASES = Path(__file__).parents[1] / "tests" / "cases"
_OUTLETS = (
    ("northkoreatech", "wordpress-page"),
    ("dailynk", "english-theme"),
    ("nknews", "described-page"),
    ("yonhap", "page"),
    ("voa", "page"),
    ("koreaherald", "page"),
)
# (name, links of the menu, cards beside the article, kilobytes of scripts): what they give has, in this order, the
# size, scripts, elements and text nodes of the quarter of lightest pages among 255 real ones, of those in the middle,
# and of the middle of the 87 from newsrooms, to a fifth.
_SIZES = (("light", 40, 12, 14), ("middle", 90, 30, 45), ("newsroom", 120, 50, 170))
_PROSE = (
    "Rice was cheaper in the market than in the week before, and the traders of the county said that they could not "
    "remember a spring with so few carts on the road. A woman who sells noodles near the station counted eleven. "
)
_PARAGRAPHS = 12
_LONG_PARAGRAPH = re.compile(r"<p>[^<]{25,}</p>")


@attrs.frozen
class Page:
    """A page, and what has to be found in it: whose article it is, its headline, a phrase of its text."""

    name: str
    size: str
    content: bytes
    url: str | None
    parser: str | None
    headline: str | None
    phrase: str


def _some(start: int, count: int) -> str:
    """Words from somewhere in a text."""
    words = _PROSE.split()
    return " ".join(words[(start + number) % len(words)] for number in range(count))


def _menu(links: int) -> str:
    """A site's menu as WordPress writes it."""
    items = "".join(
        f'<li id="menu-item-{number}" class="menu-item menu-item-type-taxonomy menu-item-object-category '
        f'menu-item-{number}"><a href="https://site.example/category/section-{number}/" class="menu-link">'
        f"{_some(number * 7, 2)}</a></li>\n"
        for number in range(links)
    )
    return f'<nav class="main-navigation" id="site-navigation"><ul id="primary-menu" class="menu">{items}</ul></nav>'


def _card(number: int) -> str:
    """A teaser of another article."""
    link = f'href="https://site.example/stories/{number}/" rel="bookmark"'
    sizes = ", ".join(f"/media/{number}-{width}x{width}.jpg {width}w" for width in (150, 300, 768, 1024))
    return (
        f'<div class="card card--small grid__cell" data-position="{number}"><div class="card__media"><a {link}>'
        f'<img width="300" height="200" src="/media/{number}-300x200.jpg" class="attachment-medium size-medium" '
        f'alt="{_some(number, 3)}" decoding="async" loading="lazy" srcset="{sizes}" '
        'sizes="(max-width: 300px) 100vw, 300px"></a></div>\n<div class="card__text">\n'
        f'<span class="card__label"><a href="/section/{number % 9}/">{_some(number, 1)}</a></span>\n'
        f'<h3 class="card__title"><a {link}>{_some(number * 5, 8)}</a></h3>\n'
        '<button class="card__save" aria-label="save" type="button"><svg class="icon" width="16" height="16" '
        'viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M8 0a8 8 0 100 16A8 8 0 008 0zm3 12'
        f'l-3-2-3 2V4h6z"></path></svg></button>\n<p class="card__excerpt">{_some(number * 3, 14)}</p></div></div>\n'
    )


def _script(kilobytes: int) -> str:
    """Programs, styles and settings, a few kilobytes each."""
    line = 'window.settings=window.settings||{};if(a<b&&c>0){queue.push({"event":"ready","slot":"top-1"});}\n'
    rule = ".card__title a:hover,.menu .menu-item>a:focus{color:#1a1a1a;text-decoration:underline;margin:0 auto}\n"
    one = f'<script type="text/javascript" id="core-js" defer>{line * 30}</script>\n<style>{rule * 10}</style>\n'
    return one * (kilobytes * 1000 // len(one))


def _head(kilobytes: int) -> str:
    """What stands in the head of a page beside the article's own description."""
    metas = "".join(
        f'<meta name="setting-{number}" content="value {number}; width=device-width">' for number in range(24)
    )
    links = "".join(
        f'<link rel="stylesheet" id="style-{number}-css" href="/assets/style-{number}.css?ver=6.5.2" media="all">\n'
        for number in range(14)
    )
    return metas + links + _script(kilobytes // 2)


def _heavy(case: Case, links: int, cards: int, kilobytes: int) -> str:
    """The page of a case with a longer article and the weight of a newsroom around it."""
    text = case.path.read_text("utf-8")
    prose = "\n".join(f"<p>{_some(number * 11, 55)}.</p>" for number in range(_PARAGRAPHS))
    first = _LONG_PARAGRAPH.search(text)
    if first is None:
        raise SystemExit(f"{case.path} has no paragraph to put others after")
    text = f"{text[: first.end()]}\n{prose}{text[first.end() :]}"
    before, _, after = text.partition("</head>")
    body, opened, inside = after.partition(">")
    shown, closing, rest = inside.rpartition("</body>")
    aside = "".join(map(_card, range(cards)))
    around = f'<aside class="widget-area related grid">{aside}</aside>\n<div id="colophon">{_menu(links // 3)}</div>\n'
    top = f'\n<div id="masthead" class="site-header">{_menu(links)}</div>\n'
    tail = _script(kilobytes - kilobytes // 2)
    return f"{before}{_head(kilobytes)}</head>{body}{opened}{top}{shown}{around}{tail}{closing}{rest}"


def _headline(case: Case) -> str | None:
    article = json.loads(case.expected_path.read_text("utf-8"))["articles"][0]
    return (article.get("headline") or {}).get("text")


def heavy_pages() -> Iterator[Page]:
    """Pages of several outlets in three sizes."""
    for outlet, name in _OUTLETS:
        case = _case(outlet, name)
        for size, *weight in _SIZES:
            content = _heavy(case, *weight).encode()
            yield Page(f"{outlet}/{name}", size, content, case.meta.url, outlet, _headline(case), _some(0, 12))


def real_pages(every: int) -> Iterator[Page]:
    """Every so many of the real pages below ``NKDOCS_CORPUS``, with an outlet's article put before their own text.

    A page whose own articles hide the one put in, or that has no head or body of its own to put it into, is left out.
    """
    named = os.environ.get("NKDOCS_CORPUS")
    paths = sorted((Path(named) / "html").rglob("*.html.gz")) if named else []
    case = _case(*_OUTLETS[0])
    head, _, body = case.path.read_text("utf-8").partition("</head>")
    article = body[body.index("<div") : body.rindex("</body>")]
    paragraph = _LONG_PARAGRAPH.search(article)
    phrase = paragraph[0][3:-4] if paragraph else ""
    for path in paths[::every]:
        page = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        content = _grafted(page, head[head.index("<title") :], article)
        if content:
            yield Page(path.name, "real", content, case.meta.url, _OUTLETS[0][0], _headline(case), phrase)


def _case(outlet: str, name: str) -> Case:
    return next(case for case in cases(_CASES / outlet) if case.name == name and case.path.suffix == ".html")


def _grafted(page: str, told: str, article: str) -> bytes:
    """The page with what tells of an article at the top of its head, and the article at the top of its body."""
    head = re.search(r"<head\b[^>]*>", page)
    body = re.search(r"<body\b[^>]*>", page)
    if head is None or body is None or body.start() < head.end():
        return b""
    grafted = f"{page[: head.end()]}{told}{page[head.end() : body.end()]}{article}{page[body.end() :]}".encode()
    parsed = nkdocs.parse(grafted, media_type="text/html", parser=_OUTLETS[0][0])
    headline = parsed.articles[0].headline if len(parsed.articles) == 1 else None
    return grafted if headline is not None and f'<h1 class="entry-title">{headline.text}<' in article else b""
