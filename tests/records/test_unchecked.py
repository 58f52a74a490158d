"""Records made without being checked are those that checking would have let pass."""

from nkdocs.records import Comment, Label, Paragraph, Span
from nkdocs.records.unchecked import unchecked_comment, unchecked_label, unchecked_paragraph


def test_a_paragraph_is_the_one_that_was_checked():
    """Kind, text and span arrive where the class puts them."""
    span = Span(0, 12)
    checked = Paragraph(kind="subhead", text="RICE IS CHEAP", span=span)
    assert unchecked_paragraph("subhead", "RICE IS CHEAP", span) == checked


def test_a_comment_is_the_one_that_was_checked():
    """Every field arrives where the class puts it."""
    span = Span(3, 20)
    checked = Comment(
        id=2, parent=1, depth=1, author="Bob", text="Indeed.", posted=None, missing=("parent",), span=span
    )
    assert unchecked_comment(2, (1, 1), ("Bob", "Indeed.", None), ("parent",), span) == checked


def test_a_label_is_the_one_that_was_checked():
    """Role, span and rule arrive where the class puts them."""
    span = Span(0, 4)
    assert unchecked_label("boilerplate", span, "site_frame") == Label(role="boilerplate", span=span, rule="site_frame")


def test_no_field_is_forgotten():
    """Each has a value, so that a record can be shown and hashed."""
    assert isinstance(hash(unchecked_paragraph("body", "Rice.", Span(0, 5))), int)
    assert isinstance(hash(unchecked_comment(1, (None, 0), (None, None, None), (), Span(0, 5))), int)
