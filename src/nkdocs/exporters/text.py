"""Plain text to read: headline, who and when, paragraphs, captions, and the comments indented."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import StreamSession, options_of
from nkdocs.records.article import Article, Caption
from nkdocs.records.comment import Comment

__all__ = ["TextExporter"]

_BETWEEN_ARTICLES: Final = f"\n{'-' * 72}\n\n".encode()
_BETWEEN_PARTS: Final = "\n\n"
_INDENT: Final = "  "
# A thread ten thousand deep would be a page of blanks: below this depth comments are not set in any further.
_DEEPEST_INDENT: Final = 20
_LOST: Final = "[lost]"
_MARKS: Final = {"list": "- ", "quote": "> "}


class TextExporter:
    """Write text for people; machines take another format."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> StreamSession:
        """Start writing to ``target``."""
        options_of(ctx)
        return StreamSession(target, _encode, between=_BETWEEN_ARTICLES, independent=True)


def _encode(article: Article) -> bytes:
    parts = ["\n".join(_head(article)), *_body(article), *map(_caption, article.captions)]
    if article.comments:
        parts.append(_BETWEEN_PARTS.join(map(_comment, article.comments)))
    return f"{_BETWEEN_PARTS.join(filter(None, parts))}\n".encode()


def _head(article: Article) -> Iterator[str]:
    for text in (article.headline, article.standfirst):
        if text is not None:
            yield text.text
    if article.bylines:
        yield "; ".join(byline.raw for byline in article.bylines)
    if article.published is not None:
        yield article.published.raw


def _body(article: Article) -> Iterator[str]:
    """The paragraphs, the dateline before the first of them."""
    lead = "" if article.dateline is None else article.dateline.raw
    for paragraph in article.paragraphs:
        text = f"{_MARKS.get(paragraph.kind, '')}{paragraph.text}"
        yield f"{lead} {text}" if lead else text
        lead = ""
    if lead:
        yield lead


def _caption(caption: Caption) -> str:
    credit = f" ({caption.credit})" if caption.credit else ""
    return f"[{caption.text}{credit}]"


def _comment(comment: Comment) -> str:
    """Who and when on a line of their own, the words set in under it; what the page lost is said to be."""
    indent = _INDENT * min(comment.depth, _DEEPEST_INDENT)
    when = "" if comment.posted is None else f", {comment.posted.raw}"
    author = _LOST if comment.author is None else comment.author
    words = _LOST if comment.text is None else comment.text
    return "\n".join([f"{indent}{author}{when}:", *(f"{indent}{_INDENT}{line}" for line in words.split("\n"))])
