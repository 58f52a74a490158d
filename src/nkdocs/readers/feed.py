"""RSS and Atom: a document an entry, with what the feed says of it as hints.

The feed is cut into its entries here and each is given to feedparser alone: so memory stays flat, and a feed that is
cut keeps its whole entries. Declarations of a document type are left out: they could name files and grow without end.
"""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any, BinaryIO, Final

from nkdocs.document import Document
from nkdocs.errors import MissingExtra
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.plugin.rows import ROOM_BESIDE_CONTENT
from nkdocs.plugin.streams import uncompressed
from nkdocs.plugin.tape import Tape
from nkdocs.records import Origin
from nkdocs.text.tidy import one_line, storable

__all__ = ["FeedReader"]

_LONGEST_HEAD: Final = 1 << 20
_LONGEST_AUTHOR: Final = 1000  # feedparser looks for addresses in it, in quadratic time
_WINDOW: Final = 1 << 16
_ENTRY: Final = rb"(?:item|entry)(?=[\s>/])"
_SECTION: Final = rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|(?P<open><!\[CDATA\[|<!--)"
_HEAD_END: Final = re.compile(
    _SECTION + rb"|(?P<entry><" + _ENTRY + rb")|(?P<end></(?:rss|feed|rdf:RDF)\s*>)", re.DOTALL
)
_ENTRY_END: Final = re.compile(
    _SECTION + rb"|(?P<closed></(?:item|entry)\s*>)|(?P<entry><" + _ENTRY + rb")|(?P<end></(?:rss|feed|rdf:RDF)\s*>)",
    re.DOTALL,
)
_ENTRY_MARK: Final = re.compile(rb"</?" + _ENTRY + rb"|</(?:rss|feed|rdf:RDF)[\s>]")
_LONGEST_MARK: Final = 16
_ROOT: Final = re.compile(rb"<(?P<name>rss|feed|rdf:RDF)(?=[\s>/])[^>]{0,100000}>")
_ROOTS: Final = (b"rss", b"feed", b"rdf:RDF")
_ELEMENT: Final = re.compile(rb"<([A-Za-z][\w:]{0,100})")
_DECLARATION: Final = re.compile(rb"\s*<\?xml[^>]{0,500}\?>")
_AUTHOR: Final = re.compile(
    rb"<((?:[\w.-]{1,30}:)?(?:author|creator|contributor|managingEditor|webMaster|publisher))[\s>]"
)
_DOCTYPE: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE_MARKS: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_RFC822: Final = re.compile(
    r"(?:[^\W\d]{2,9}\.?,?\s+)?(\d{1,2}\s+[A-Za-z]{3})[a-z]{0,6}\.?\s+(\d\d|\d{4})\s+(\d.{3,40})", re.ASCII
)
_PIVOT: Final = 50  # two digits of a year below it are of this century


class FeedReader:
    """Entries of RSS and Atom, with ``title author published`` as hints.

    The content is the entry's whole text where the feed has it, else its summary. Two-digit years 00-49 are 20xx.
    """

    def read(self, stream: BinaryIO, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
        """Give each entry's document in file order, and one issue if the feed ends before its end.

        Raises:
            MissingExtra: if feedparser is not installed.
        """
        _need_library()
        source = uncompressed(stream, ctx.name)
        feed = _Feed(Tape(source), ctx)
        for given in feed.given():
            if source.issue is None or not isinstance(given, ReadIssue):
                yield given
        if source.issue is not None:
            yield source.issue


def _need_library() -> Any:
    try:
        import feedparser
    except ImportError as error:
        raise MissingExtra("feeds", "reading feeds") from error
    return feedparser


class _Feed:
    """One feed: its opening, then its entries one by one."""

    def __init__(self, tape: Tape, ctx: ReadContext) -> None:
        self._tape = tape
        self._ctx = ctx
        self._limit = ctx.max_document_bytes + ROOM_BESIDE_CONTENT
        self._number = 0
        self._opening = b""
        self._closing = b""

    def given(self) -> Iterator[Document | ReadIssue]:
        """The documents, and what is wrong."""
        head = self._tape.peek(4)
        if any(head.startswith(mark) for mark, _ in _WIDE_MARKS):
            issue = self._narrow(next(name for mark, name in _WIDE_MARKS if head.startswith(mark)))
            if issue is not None:
                yield issue
                return
        if self._tape.at_end():
            return
        found = self._up_to(_HEAD_END, 0, _LONGEST_HEAD)
        root = _ROOT.search(found[0] if found else self._tape.peek(_WINDOW))
        if root is None:
            yield self._no_feed()
            return
        self._open(root, found[0] if found else b"")
        if found is None:
            yield self._cut()
            return
        self._tape.advance(len(found[0]))
        yield from self._entries()

    def _no_feed(self) -> ReadIssue:
        """Why there is no root element: the feed was cut before it, or is none."""
        window = self._tape.peek(_WINDOW)
        element = _ELEMENT.search(window)
        name = element[1] if element is not None else b""
        begun = window.startswith((b"<", b"\xef\xbb\xbf<")) and len(window) < _WINDOW
        if begun and any(root.startswith(name) for root in _ROOTS):
            return self._cut()
        return ReadIssue("bad-record", 0, "byte 0: no RSS or Atom feed")

    def _open(self, root: re.Match[bytes], head: bytes) -> None:
        declaration = _DECLARATION.match(head.removeprefix(b"\xef\xbb\xbf"))
        name = root["name"]
        channel = (b"<channel>", b"</channel>") if name == b"rss" else (b"", b"")
        self._opening = (declaration[0].strip() if declaration else b"") + root[0] + channel[0]
        self._closing = channel[1] + b"</" + name + b">"

    def _entries(self) -> Iterator[Document | ReadIssue]:
        """Every entry; between two of them anything may stand, and at the end the root is closed."""
        while not self._tape.at_end():
            between = self._up_to(_HEAD_END, 0, _LONGEST_HEAD)
            if between is None:
                break
            self._tape.advance(len(between[0]))
            if between[1] == "end":
                return
            offset = self._tape.position
            found = self._up_to(_ENTRY_END, 1, self._limit)
            if found is None and len(self._tape.peek(self._limit)) == self._limit:
                yield ReadIssue("too-large", offset, f"byte {offset}: {_too_large(self._ctx)}")
                self._tape.skip(self._limit)
                self._pass_entry()
                continue
            if found is None:
                break
            self._number += 1
            self._tape.advance(len(found[0]))
            yield self._entry(found[0], offset)
        yield self._cut()

    def _pass_entry(self) -> None:
        """Pass over what is left of an entry that is too large, however much that is."""
        while not self._tape.at_end():
            window = self._tape.peek(_WINDOW)
            mark = _ENTRY_MARK.search(window)
            if mark is not None:
                self._tape.advance(mark.start())
                return
            self._tape.advance(max(1, len(window) - _LONGEST_MARK))

    def _up_to(self, pattern: re.Pattern[bytes], start: int, limit: int) -> tuple[bytes, str] | None:
        """What comes up to a mark, and which; None if it does not come. Sections of text and comments are no marks."""
        size = _WINDOW
        while True:
            window = self._tape.peek(min(size, limit))
            for match in pattern.finditer(window, start):
                kind = match.lastgroup
                if kind == "open":
                    break
                if kind is not None:
                    return window[: match.end() if kind == "closed" else match.start()], kind
            if len(window) < size:
                return None
            size *= 2

    def _cut(self) -> ReadIssue:
        offset = self._tape.position
        return ReadIssue("truncated-container", offset, f"byte {offset}: the feed ends before its end mark")

    def _narrow(self, encoding: str) -> ReadIssue | None:
        """Put a feed of two bytes a character into UTF-8; such feeds are small, or refused."""
        import io

        data = self._tape.take(self._limit)
        if not self._tape.at_end():
            return ReadIssue("too-large", 0, f"byte 0: {_too_large(self._ctx)}")
        text = _DECLARATION.sub(b"", data.decode(encoding, "replace").encode(errors="replace"), count=1)
        self._tape = Tape(io.BytesIO(text))
        return None

    def _entry(self, markup: bytes, offset: int) -> Document | ReadIssue:
        """The document of one entry."""
        whole = self._opening + _without_long_authors(_DOCTYPE.sub(b"", markup)) + self._closing
        library = _need_library()
        feed = library.parse(whole, sanitize_html=False, resolve_relative_uris=False)
        if not feed.entries:
            return ReadIssue("bad-record", offset, f"byte {offset}: an entry that cannot be read")
        entry = feed.entries[0]
        content, kind = _content(entry)
        if len(content.encode(errors="replace")) > self._ctx.max_document_bytes:
            return ReadIssue("too-large", offset, f"byte {offset}: {_too_large(self._ctx)}")
        name = self._ctx.name
        return Document(
            content,
            url=_text(entry, "link") or self._ctx.url,
            media_type=kind,
            name=name and f"{name}:{self._number}",
            origin=Origin(source=name, offset=offset, record=_text(entry, "id") or f"entry {self._number}"),
            hints=_hints(entry, atom=feed.version.startswith("atom")),
        )


def _too_large(ctx: ReadContext) -> str:
    return f"longer than max_document_bytes ({ctx.max_document_bytes}) allows"


def _text(entry: Any, key: str) -> str | None:
    value = entry.get(key)
    return storable(value.strip()) or None if isinstance(value, str) else None


def _content(entry: Any) -> tuple[str, str]:
    """The longest text of the entry, and its media type: HTML unless the feed says that it is plain."""
    parts: list[Any] = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    texts: list[tuple[str, str]] = [(part.get("value") or "", part.get("type") or "text/html") for part in parts]
    text, kind = max(texts, key=lambda each: len(each[0]))
    return storable(text), "text/plain" if kind == "text/plain" else "text/html"


def _hints(entry: Any, *, atom: bool) -> dict[str, str]:
    """What the feed says of the entry. Atom tells publication and change apart; elsewhere either key is publication."""
    # The library gives the publication for a change that is not there, and warns.
    published, updated = _text(entry, "published"), _text(entry, "updated") if "updated" in entry else None
    if not atom:
        published, updated = published or updated, None
    title, author = _text(entry, "title"), _text(entry, "author")
    told = {"title": title and one_line(title), "author": author, "published": published and _moment(published)}
    told["updated"] = updated and _moment(updated) if updated != published else None
    return {key: value for key, value in told.items() if value}


def _moment(written: str) -> str:
    """An RFC 822 time as ISO 8601; anything else as it is.

    >>> _moment("Mon, 02 Jun 14 09:00:00 +0900")
    '2014-06-02T09:00:00+09:00'
    """
    match = _RFC822.fullmatch(written)
    if match is None:
        return written
    day, year, rest = match.groups()
    if len(year) == len("14"):
        year = f"{'20' if int(year) < _PIVOT else '19'}{year}"
    try:
        return parsedate_to_datetime(f"{day} {year} {rest}").isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return written


def _without_long_authors(markup: bytes) -> bytes:
    """The entry without authors that are longer than anybody's name."""
    kept: list[bytes] = []
    done = 0
    for match in _AUTHOR.finditer(markup):
        if match.start() < done:
            continue
        end = markup.find(b"</" + match[1], match.end())
        if end < 0:
            end = len(markup) if len(markup) - match.end() > _LONGEST_AUTHOR else match.end()
        if end - match.end() > _LONGEST_AUTHOR:
            kept.append(markup[done : match.start()])
            close = markup.find(b">", end)
            done = len(markup) if close < 0 else close + 1
    return b"".join((*kept, markup[done:]))
