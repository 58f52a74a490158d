"""HTML from text: escaped, links only where a browser may safely follow them."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final
from urllib.parse import urlsplit

__all__ = ["element", "link", "section", "shown", "table"]

_SCHEMES: Final = frozenset({"http", "https", "mailto"})


def shown(text: str) -> str:
    r"""Text as HTML shows it, and as nothing else.

    >>> shown("<b>\r")
    '&lt;b&gt;&#13;'
    """
    return escape(text).replace("\r", "&#13;")


def element(name: str, content: str, **attributes: str | float) -> str:
    """An element around markup; attribute values are escaped.

    >>> element("td", "3", title='"')
    '<td title="&quot;">3</td>'
    """
    told = "".join(f' {key.replace("_", "-")}="{shown(str(value))}"' for key, value in attributes.items())
    return f"<{name}{told}>{content}</{name}>"


def link(url: str | None, text: str) -> str:
    """The text, isolated from its neighbours' direction of writing; a link where the address is one of the web or mail.

    >>> link("javascript:alert(1)", "here")
    '<bdi>here</bdi>'
    """
    words = f"<bdi>{shown(text)}</bdi>"
    if url is None or not _is_safe(url):
        return words
    return element("a", words, href=url, rel="noopener noreferrer nofollow")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 1) -> str:
    """A table of markup; so many columns, from the second on, are numbers."""
    titles = "".join(element("th", shown(head), scope="col") for head in heads)
    body = "".join(f"<tr>{_cells(row, numbers)}</tr>\n" for row in rows)
    return f'<div class="wide"><table>\n<thead><tr>{titles}</tr></thead>\n<tbody>\n{body}</tbody></table></div>\n'


def section(name: str, title: str, *content: str) -> str:
    """A section with its heading; nothing where there is nothing in it."""
    inside = "".join(content)
    return f'<section id="{name}">\n<h2>{shown(title)}</h2>\n{inside}</section>\n' if inside else ""


def _cells(row: Sequence[str], numbers: int) -> str:
    return "".join(
        f'<td class="number">{cell}</td>' if 0 < place <= numbers else f"<td>{cell}</td>"
        for place, cell in enumerate(row)
    )


def _is_safe(url: str) -> bool:
    try:
        return urlsplit(url).scheme.lower() in _SCHEMES
    except ValueError:  # what is between brackets is no address
        return False
