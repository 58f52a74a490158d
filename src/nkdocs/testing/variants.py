"""A document of a corpus in other clothes: cut, damaged, with other line ends, with something grown into it."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Final

import attrs

from nkdocs.document import Document
from nkdocs.testing.subject import laid_out

__all__ = ["Grown", "content_of", "cuts", "damaged", "is_html", "long_lines", "nested", "with_content"]

_LINE_OF: Final = 1_000_000
_LEVELS: Final = 2_000
_MOST_CUTS: Final = 250
_LEAST_CUTS: Final = 16
# Cuts of a page of 300,000 characters cost as much as a whole battery on a stripped text.
_CUT_CHARACTERS: Final = 3_000_000
_BULLETS: Final = re.compile(r"^(\s*)[•*-](?=\s)", re.MULTILINE)


def is_html(document: Document) -> bool:
    """Whether the library takes the document for a page."""
    return (laid_out(document).document.media_type or "").endswith(("html", "xml"))


def content_of(document: Document) -> str:
    """The text or the markup of a document."""
    if isinstance(document.content, str):
        return document.content
    layout = laid_out(document)
    if not is_html(document):
        return layout.text
    return document.content.decode(layout.document.encoding or "utf-8", errors="replace").removeprefix("\ufeff")


def with_content(document: Document, content: str | bytes) -> Document:
    """The document with other content, and taken for what it was before."""
    media_type = document.media_type or ("text/html" if is_html(document) else "text/plain")
    return attrs.evolve(document, content=content, media_type=media_type, encoding=None)


def cuts(content: str) -> Iterator[tuple[str, str]]:
    """The first part of a text, up to every 16th character; of a long one up to fewer places, but 16 at least."""
    most = min(_MOST_CUTS, max(_LEAST_CUTS, _CUT_CHARACTERS // max(1, len(content))))
    step = max(16, -(-len(content) // most))
    return ((f"cut after {end} characters", content[:end]) for end in range(step, len(content), step))


def damaged(content: str) -> Iterator[tuple[str, str]]:
    """The content as bad copies have it, each with its name."""
    yield from ((name, each(content)) for name, each in _DAMAGE.items())
    yield from cuts(content)


def _with(mark: str) -> Callable[[str], str]:
    """Put a mark in the middle, at both ends, and at the end of the first line."""

    def marked(content: str) -> str:
        half = len(content) // 2
        head, line_end, tail = content[:half].partition("\n")
        return f"{mark}{head}{mark}{line_end}{tail}{mark}{content[half:]}{mark}"

    return marked


_DAMAGE: Final[Mapping[str, Callable[[str], str]]] = {
    "empty": lambda _: "",
    "blank": lambda _: " \t\n\n \n",
    "one character": lambda content: content.strip()[:1] or "a",
    "one bullet": lambda _: "•",
    "U+0000": _with("\0"),
    "a lone surrogate": _with("\ud800"),
    "CRLF": lambda content: content.replace("\r\n", "\n").replace("\n", "\r\n"),
    "CR": lambda content: content.replace("\r\n", "\n").replace("\n", "\r"),
    "U+2028": lambda content: content.replace("\n", "\u2028"),
    "a byte order mark": lambda content: f"\ufeff{content}",
    "no-break spaces": lambda content: content.replace(" ", "\xa0"),
    "tabs": lambda content: content.replace(" ", "\t"),
    "other bullets": lambda content: _BULLETS.sub(r"\1–", content),
    "numbered bullets": lambda content: _BULLETS.sub(r"\g<1>1.", content),
    "right-to-left marks": _with("\u200f\u202e"),
    "decomposed characters": lambda content: unicodedata.normalize("NFD", content),
    "zero-width characters": _with("\u200b\u200d\ufeff"),
    "no line ends": lambda content: " ".join(content.split()),
    "lines backwards": lambda content: "\n".join(reversed(content.splitlines())),
    "only its last line": lambda content: content.rstrip().rpartition("\n")[2],
    "upper case": str.upper,
}


def long_lines(document: Document) -> Iterator[Document]:
    """One line of a megabyte made of the document's own words: alone, and after the document."""
    words = escape(" ".join(laid_out(document).text.split()) or "rice")
    line = (f"{words} " * (_LINE_OF // len(words) + 1))[:_LINE_OF]
    yield with_content(document, line)
    yield Grown(document).at_end(line, f"<p>{line}</p>")


def nested(document: Document) -> Document:
    """The document with 2,000 bullets after it, each inside the one before."""
    return Grown(document).at_end(nested_bullets(_LEVELS), nested_items(_LEVELS))


def nested_bullets(levels: int) -> str:
    """Bullets in plain text, each inside the one before."""
    return "".join(f"{' ' * level}• a\n" for level in range(1, levels + 1))


def nested_items(levels: int) -> str:
    """The same in HTML."""
    return "<ul><li>a" * levels + "</li></ul>" * levels


class Grown:
    """A document of a corpus as a host: something grows inside its longest paragraph, or after its end."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._content = content_of(document)
        self.html: bool = is_html(document)
        self._inside = self._end_of_page() if self.html else self._middle()

    def inside(self, run: str) -> Document:
        """A run in the middle of a paragraph, in the middle of the document."""
        if self.html:
            kept = escape(run).replace(" ", "\xa0").replace("\n", "<br>")
            return self._with(f"<p>Rice fell. {kept} Maize rose.</p>", self._inside)
        return self._with(run, self._inside)

    def at_end(self, run: str, markup: str) -> Document:
        """A run after the document; in a page ``markup``, after its last paragraph."""
        if self.html:
            return self._with(markup, self._inside)
        return with_content(self._document, f"{self._content.rstrip()}\n\n\n{run}")

    def _with(self, run: str, place: int) -> Document:
        return with_content(self._document, self._content[:place] + run + self._content[place:])

    def _middle(self) -> int:
        """A blank about the middle of the longest paragraph."""
        blocks = [block for block in laid_out(self._document).blocks if block.kind == "paragraph"]
        if not blocks:
            return len(self._content)
        longest = max(blocks, key=lambda block: len(block.text)).span
        blank = self._content.find(" ", (longest.start + longest.end) // 2, longest.end)
        return blank if blank >= 0 else longest.end

    def _end_of_page(self) -> int:
        """After the last paragraph, else before the end of the body."""
        last = self._content.rfind("</p>")
        if last >= 0:
            return last + len("</p>")
        body = self._content.rfind("</body>")
        return body if body >= 0 else len(self._content)
