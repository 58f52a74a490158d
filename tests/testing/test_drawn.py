"""Drawn documents are those that parsers meet, and the library reads every one."""

import pytest
from hypothesis import find, given

import nkdocs
from nkdocs.layout.opening import lay_out
from nkdocs.testing.drawn import documents

# Each run of the kit takes seconds: once is enough.
pytestmark = pytest.mark.slow


@given(documents())
def test_every_drawn_document_is_read(document):
    """Whatever is drawn can be parsed, and its spans lie in its text."""
    parsed = nkdocs.parse(document)
    assert all(label.span.end <= len(parsed.text) for label in parsed.labels)


def test_threads_pages_and_odd_line_ends_are_drawn():
    """There are nested bullets, pages of HTML, carriage returns and Hangul among them."""
    assert drawn_with("\r").media_type == "text/plain"
    assert drawn_with("쌀값").content
    assert drawn_with("<html>").media_type == "text/html"
    nested = find(documents(), lambda drawn: any(block.depth > 1 for block in lay_out(drawn).blocks))
    assert nested.media_type == "text/plain"


def drawn_with(sign):
    """The smallest drawn document that holds a sign."""
    return find(documents(), lambda drawn: sign in str(drawn.content))
