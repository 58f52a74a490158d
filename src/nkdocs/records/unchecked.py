"""Records made of a text that is laid out, which holds nothing to refuse: made without looking at them again.

For those that a document is full of, and only for parsers of the core: validated, each takes four times as long.
"""

from typing import Final

from nkdocs.records.article import Paragraph
from nkdocs.records.comment import Comment
from nkdocs.records.label import Label
from nkdocs.text.dates.when import When
from nkdocs.text.span import Span

__all__ = ["unchecked_comment", "unchecked_label", "unchecked_paragraph"]

_NEW: Final = object.__new__
# Slots themselves let a frozen object be filled.
_PUT_KIND: Final = vars(Paragraph)["kind"].__set__
_PUT_PARAGRAPH: Final = vars(Paragraph)["text"].__set__
_PUT_PARAGRAPH_SPAN: Final = vars(Paragraph)["span"].__set__

_PUT_ROLE: Final = vars(Label)["role"].__set__
_PUT_LABEL_SPAN: Final = vars(Label)["span"].__set__
_PUT_RULE: Final = vars(Label)["rule"].__set__

_PUT_ID: Final = vars(Comment)["id"].__set__
_PUT_PARENT: Final = vars(Comment)["parent"].__set__
_PUT_DEPTH: Final = vars(Comment)["depth"].__set__
_PUT_AUTHOR: Final = vars(Comment)["author"].__set__
_PUT_BODY: Final = vars(Comment)["text"].__set__
_PUT_POSTED: Final = vars(Comment)["posted"].__set__
_PUT_MISSING: Final = vars(Comment)["missing"].__set__
_PUT_COMMENT_SPAN: Final = vars(Comment)["span"].__set__


def unchecked_paragraph(kind: str, text: str, span: Span) -> Paragraph:
    """A paragraph of a layout's text.

    >>> unchecked_paragraph("body", "Prices fell.", Span(0, 12))
    Paragraph(kind='body', text='Prices fell.', span=Span(start=0, end=12))
    """
    paragraph = _NEW(Paragraph)
    _PUT_KIND(paragraph, kind)
    _PUT_PARAGRAPH(paragraph, text)
    _PUT_PARAGRAPH_SPAN(paragraph, span)
    return paragraph


def unchecked_label(role: str, span: Span, rule: str) -> Label:
    """What a stretch of a layout's text was taken for.

    >>> unchecked_label("boilerplate", Span(0, 4), "site_frame")
    Label(role='boilerplate', span=Span(start=0, end=4), rule='site_frame')
    """
    label = _NEW(Label)
    _PUT_ROLE(label, role)
    _PUT_LABEL_SPAN(label, span)
    _PUT_RULE(label, rule)
    return label


def unchecked_comment(
    number: int,
    place: tuple[int | None, int],
    said: tuple[str | None, str | None, When | None],
    missing: tuple[str, ...],
    span: Span,
) -> Comment:
    """A comment of a layout's text: its id, its parent and depth, who said what and when, what was lost.

    >>> unchecked_comment(2, (1, 1), ("Ann", None, None), ("body",), Span(0, 3)).missing
    ('body',)
    """
    comment = _NEW(Comment)
    _PUT_ID(comment, number)
    _PUT_PARENT(comment, place[0])
    _PUT_DEPTH(comment, place[1])
    _PUT_AUTHOR(comment, said[0])
    _PUT_BODY(comment, said[1])
    _PUT_POSTED(comment, said[2])
    _PUT_MISSING(comment, missing)
    _PUT_COMMENT_SPAN(comment, span)
    return comment
