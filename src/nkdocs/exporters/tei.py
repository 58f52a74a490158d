"""TEI P5: one corpus, one text an article, comments as the posts of computer-mediated communication.

A thread is flat: each ``post`` says which one it answers. Characters that XML 1.0 refuses become U+FFFD, and are
counted.
"""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import StreamSession, options_of
from nkdocs.records.article import Article, Caption, Paragraph
from nkdocs.records.comment import Comment
from nkdocs.records.people import signatures
from nkdocs.text.dates.extent import extent, iso
from nkdocs.text.dates.when import When
from nkdocs.text.tidy import REPLACEMENT

__all__ = ["TeiExporter"]

_HEAD: Final = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader><fileDesc>'
    b"<titleStmt><title>Articles</title></titleStmt><publicationStmt><p>Unpublished export</p></publicationStmt>"
    b"<sourceDesc><p>Captured documents, one a text</p></sourceDesc>"
    b"</fileDesc></teiHeader>\n"
)
_TAIL: Final = b"</teiCorpus>\n"
# What XML 1.0 has no way to write.
_REFUSED: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
# In attributes parsers turn these into blanks.
_IN_ATTRIBUTES: Final = _ESCAPES | {"\n": "&#10;", "\t": "&#9;"}
_ACTING: Final = re.compile('[&<>"\r]')
_ACTING_IN_ATTRIBUTES: Final = re.compile('[&<>"\r\n\t]')
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_BLANKS: Final = re.compile(r"\s")


class TeiExporter:
    """Write one ``teiCorpus``."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> "_Session":
        """Start writing to ``target``."""
        options_of(ctx)
        return _Session(target)


class _Session:
    """Writes one ``TEI`` an article; ``replaced`` counts the characters that XML refuses."""

    def __init__(self, target: BinaryIO) -> None:
        self.replaced: int = 0
        self._number = 0
        self._stream = StreamSession(target, self._encode, head=_HEAD, tail=_TAIL)

    def write(self, article: Article) -> None:
        """Write one article."""
        self._stream.write(article)

    def close(self) -> None:
        """End the corpus."""
        self._stream.close()

    def _encode(self, article: Article) -> bytes:
        self._number += 1
        written = "".join(_text(article, f"a{self._number}"))
        plain, count = _REFUSED.subn(REPLACEMENT, written)
        self.replaced += count
        return plain.encode()


def _text(article: Article, own: str) -> Iterator[str]:
    language = article.language if article.language and _LANGUAGE.fullmatch(article.language) else None
    yield f"<TEI{_attribute('xml:id', own)}{_attribute('xml:lang', language)}>\n"
    yield from _header(article, own)
    yield '<text><body>\n<div type="article">\n'
    yield from _opening(article)
    yield from map(_paragraph, article.paragraphs)
    yield from map(_figure, article.captions)
    yield "</div>\n"
    if article.comments:
        yield '<div type="comments">\n'
        yield from (_post(comment, own) for comment in article.comments)
        yield "</div>\n"
    yield "</body></text>\n</TEI>\n"


def _header(article: Article, own: str) -> Iterator[str]:
    yield "<teiHeader><fileDesc><titleStmt>"
    yield _element("title", str(article.headline or ""), always=True)
    for signed in signatures(article.bylines):
        yield _element("author", signed)
    yield "</titleStmt><publicationStmt><p>Unpublished export</p></publicationStmt><sourceDesc><bibl>"
    yield _element("title", str(article.headline or ""), always=True)
    yield _element("publisher", article.outlet)
    yield _element("distributor", article.via)
    yield _date("published", article.published)
    yield _date("updated", article.updated)
    yield f"<idno>{_escaped(article.id)}</idno>"
    if article.document.url:
        yield f"<ptr{_attribute('target', _pointer(article.document.url))}/>"
    yield _element("note", article.section, ' type="section"')
    yield "</bibl></sourceDesc></fileDesc>"
    yield from _participants(article.comments, own)
    yield "</teiHeader>\n"


def _participants(comments: Iterable[Comment], own: str) -> Iterator[str]:
    """Who wrote the comments, so that posts can point to them."""
    names = [(comment.id, comment.author) for comment in comments if comment.author]
    if names:
        yield "<profileDesc><particDesc><listPerson>"
        for number, name in names:
            yield f"<person{_attribute('xml:id', f'{own}.p{number}')}>{_element('persName', name)}</person>"
        yield "</listPerson></particDesc></profileDesc>"


def _opening(article: Article) -> Iterator[str]:
    yield _element("head", _string(article.kicker), ' type="kicker"')
    yield _element("head", _string(article.headline))
    yield _element("head", _string(article.standfirst), ' type="standfirst"')
    for byline in article.bylines:
        yield f"<byline>{_escaped(byline.raw)}</byline>\n"
    if article.dateline is not None:
        yield f"<dateline>{_escaped(article.dateline.raw)}</dateline>\n"


def _paragraph(paragraph: Paragraph) -> str:
    words = _escaped(paragraph.text)
    if paragraph.kind == "list":
        return f"<list><item>{words}</item></list>\n"
    if paragraph.kind == "quote":
        return f"<quote><p>{words}</p></quote>\n"
    return f'<p rend="subhead">{words}</p>\n' if paragraph.kind == "subhead" else f"<p>{words}</p>\n"


def _figure(caption: Caption) -> str:
    graphic = f"<graphic{_attribute('url', _pointer(caption.url))}/>" if caption.url else ""
    words = _element("head", caption.text, always=True)
    return f"<figure>{words}{graphic}{_element('bibl', caption.credit)}</figure>\n"


def _post(comment: Comment, own: str) -> str:
    attributes = [
        _attribute("xml:id", f"{own}.c{comment.id}"),
        _attribute("indentLevel", str(comment.depth)),
        _attribute("replyTo", None if comment.parent is None else f"#{own}.c{comment.parent}"),
        _attribute("who", f"#{own}.p{comment.id}" if comment.author else None),
        _bounds(comment.posted),
    ]
    words = '<gap reason="lost"/>' if comment.text is None else _escaped(comment.text)
    return f"<post{''.join(attributes)}><p>{words}</p></post>\n"


def _date(kind: str, when: When | None) -> str:
    if when is None:
        return ""
    return f"<date{_attribute('type', kind)}{_bounds(when)}>{_escaped(when.raw)}</date>"


def _bounds(when: When | None) -> str:
    """The time, day, month or year as an attribute; of a span its ends, as far as they are known."""
    if when is not None and when.instant is not None:
        return _attribute("when", when.instant.isoformat())
    known = extent(when)
    if known is None:
        return ""
    if known.single is not None:
        return _attribute("when", iso(known.single))
    first, last = (None if parts is None else iso(parts) for parts in (known.first, known.last))
    return _attribute("notBefore", first) + _attribute("notAfter", last)


def _pointer(url: str) -> str:
    """An address without blanks, which would make two of it."""
    return _BLANKS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)


def _string(value: object) -> str | None:
    return None if value is None else str(value)


def _element(name: str, words: str | None, attributes: str = "", *, always: bool = False) -> str:
    """An element around these words; none where there are none."""
    if words is None or not (words or always):
        return ""
    return f"<{name}{attributes}>{_escaped(words)}</{name}>"


def _attribute(name: str, value: str | None) -> str:
    if value is None:
        return ""
    return f' {name}="{_ACTING_IN_ATTRIBUTES.sub(lambda found: _IN_ATTRIBUTES[found[0]], value)}"'


def _escaped(words: str) -> str:
    return _ACTING.sub(lambda found: _ESCAPES[found[0]], words)
