"""HTML to blocks and metadata in one parse and one walk. The only module that knows selectolax."""

from functools import cache
from typing import Final, cast

import attrs

from nkdocs.errors import MissingExtra
from nkdocs.layout.block import Block, Meta
from nkdocs.layout.guard import tame
from nkdocs.layout.html_flow import Flow
from nkdocs.layout.html_links import Base
from nkdocs.layout.html_places import Kinds, Places
from nkdocs.layout.html_tags import BREAKING, KNOWN, LISTS, SILENT, STYLED, TIGHT, Node
from nkdocs.layout.meta import page_meta
from nkdocs.records.note import Note
from nkdocs.text.tidy import storable

__all__ = ["HtmlPage", "html_page"]

# lexbor's own numbers, the same for every document.
_TEXT: Final = 2
# Without mutation events: they make a ``select`` of many options quadratic, and change nothing else that is read.
_WITHOUT_EVENTS: Final = 1
# What the walk does more for than to go on.
_ACTING: Final = ("abbr", "base", "br", "link", "meta", "script", "time", "title")


@attrs.frozen(slots=True, kw_only=True)
class HtmlPage:
    """A page laid out: the text a reader sees, its blocks, what the page says of itself, and markup without floods."""

    text: str
    blocks: tuple[Block, ...]
    meta: Meta
    notes: tuple[Note, ...] = ()
    markup: str = ""


def html_page(markup: str, *, url: str | None = None, content: bytes | None = None) -> HtmlPage:
    r"""Lay out a page.

    Relative links are resolved against ``url`` (and the page's own ``base``). ``content`` is the same markup in UTF-8,
    for those who have it.

    >>> page = html_page("<h1>Rice</h1><p>Up <b>again</b>,<br>they say.")
    >>> page.text
    'Rice\n\nUp again,\nthey say.'
    >>> [(block.kind, block.path) for block in page.blocks]
    [('heading', '/html/body/h1[1]'), ('paragraph', '/html/body/p[1]')]

    Raises:
        MissingExtra: if selectolax is not installed.
    """
    notes: list[Note] = []
    content, limits = tame(_encoded(markup, notes) if content is None else content)
    if limits:
        notes.extend(limits)
        markup = content.decode("utf-8", "replace")
    root = _parsed(content)
    if root is None:
        return HtmlPage(text="", blocks=(), meta=Meta(), notes=tuple(notes))
    places = Places(root, _kinds(), Base(url))
    flow = Flow(places)
    gathered = _walk(root, flow, places)
    # The selector finds them in the tree sooner than a search in the markup tells that there are none.
    gathered["itemscope"] = root.css("[itemscope]")
    gathered["itemprop"] = root.css("[itemprop]") if gathered["itemscope"] else []
    times = tuple((time.span, time.node) for time in flow.times)
    meta = page_meta(root, gathered, times, places.base)
    if places.limited:
        notes.append(Note(code="depth-limit", detail="elements nest too deep for their paths; their text is kept"))
    return HtmlPage(text="".join(flow.texts), blocks=tuple(flow.blocks), meta=meta, notes=tuple(notes), markup=markup)


def _encoded(markup: str, notes: list[Note]) -> bytes:
    """The markup as lexbor takes it; what no text may hold is replaced, and noted."""
    try:
        content = markup.encode()
    except UnicodeEncodeError:
        pass
    else:
        # Six times as fast as the same look at a string.
        if b"\0" not in content:
            return content
    notes.append(Note(code="replaced-characters"))
    return storable(markup).encode()


def _parsed(content: bytes) -> Node | None:
    """The root element of the page."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError as error:
        raise MissingExtra("html", "reading HTML") from error
    # With scripting, as browsers have it, ``noscript`` is one text: its pictures do not end the head of the page.
    return cast("Node | None", LexborHTMLParser(content, options=_WITHOUT_EVENTS, scripting=True).root)


@cache
def _kinds() -> Kinds:
    """What the elements are that HTML has."""
    from selectolax.lexbor import LexborHTMLParser

    parser = LexborHTMLParser("")
    numbers = {name: parser.create_node(name).tag_id for name in KNOWN}
    return Kinds(
        breaking=frozenset(numbers[name] for name in BREAKING),
        tight=frozenset(numbers[name] for name in TIGHT),
        items=numbers["li"],
        lists=frozenset(numbers[name] for name in LISTS),
        named={numbers[name]: name for name in STYLED | SILENT | {"a"}},
        acting=tuple((numbers[name], name) for name in _ACTING),
    )


def _walk(root: Node, flow: Flow, places: Places) -> dict[str, list[Node]]:
    """Hand the text to ``flow``, in order; give back the elements that hold metadata, by name."""
    kinds = _kinds()
    gathered: dict[str, list[Node]] = {name: [] for name in ("link", "meta", "script", "title")}
    actions = {name: nodes.append for name, nodes in gathered.items()}
    actions |= {"abbr": flow.begin_time, "base": places.rebase, "br": flow.end_line, "time": flow.begin_time}
    others = {number: actions[name] for number, name in kinds.acting}
    breaking, add = kinds.breaking, flow.add
    for node in root.traverse(include_text=True, skip_empty=True):
        tag = node.tag_id
        if tag == _TEXT:
            add(node)
        elif tag in breaking:
            flow.broken = True
        elif tag in others:
            others[tag](node)
    flow.close()
    return gathered
