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
_PLAIN_DATE: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")


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
    for byline in article.bylines:
        yield _element("author", byline.name or byline.affiliation or byline.raw)
    yield "</titleStmt><publicationStmt><p>Unpublished export</p></publicationStmt><sourceDesc><bibl>"
    yield _element("title", str(article.headline or ""), always=True)
    yield _element("publisher", article.outlet)
    yield _element("distributor", article.via)
    yield _date("published", article.published)
    yield _date("updated", article.updated)
    yield f"<idno>{_escaped(article.id)}</idno>"
    if article.document.url:
        yield f"<ptr{_attribute('target', article.document.url)}/>"
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
    graphic = f"<graphic{_attribute('url', caption.url)}/>" if caption.url else ""
    words = _element("head", caption.text, always=True)
    return f"<figure>{words}{graphic}{_element('bibl', caption.credit)}</figure>\n"


def _post(comment: Comment, own: str) -> str:
    attributes = [
        _attribute("xml:id", f"{own}.c{comment.id}"),
        _attribute("indentLevel", str(comment.depth)),
        _attribute("replyTo", None if comment.parent is None else f"#{own}.c{comment.parent}"),
        _attribute("who", f"#{own}.p{comment.id}" if comment.author else None),
        _attribute("when", _moment(comment.posted)),
    ]
    return f"<post{''.join(attributes)}><p>{_escaped(comment.text or '')}</p></post>\n"


def _date(kind: str, when: When | None) -> str:
    if when is None:
        return ""
    bounds = ""
    if (moment := _moment(when)) is not None:
        bounds = _attribute("when", moment)
    elif when.earliest is not None or when.latest is not None:
        bounds = _attribute("notBefore", when.earliest.isoformat() if when.earliest else None)
        bounds += _attribute("notAfter", when.latest.isoformat() if when.latest else None)
    return f"<date{_attribute('type', kind)}{bounds}>{_escaped(when.raw)}</date>"


def _moment(when: When | None) -> str | None:
    """The time, day, month or year; None for a span of days."""
    if when is None:
        return None
    if when.instant is not None:
        return when.instant.isoformat()
    return when.edtf if when.edtf is not None and _PLAIN_DATE.fullmatch(when.edtf) else None


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
