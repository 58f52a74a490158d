"""JSON Lines."""

import io
import json

import pytest

from nkdocs.errors import SourceError
from nkdocs.exporters.jsonl import JsonlExporter
from nkdocs.plugin.protocols import ExportContext
from nkdocs.records.convert import to_dict
from nkdocs.records.frozen import FrozenMapping

CONTEXT = ExportContext()


def written(articles, **options):
    """The bytes of an export."""
    target = io.BytesIO()
    session = JsonlExporter().open(target, ExportContext(options=FrozenMapping(options)))
    for article in articles:
        session.write(article)
    session.close()
    return target.getvalue()


def loaded(content):
    """The articles in these bytes."""
    return list(JsonlExporter().load(io.BytesIO(content), CONTEXT))


def test_one_record_a_line_whoever_splits_them(hostile_articles):
    """There are as many lines as articles, also for a program that ends lines at U+2028 or U+0085."""
    content = written(hostile_articles)
    assert len(content.decode().splitlines()) == len(content.split(b"\n")) - 1 == len(hostile_articles)
    assert [json.loads(line) for line in content.splitlines()] == [to_dict(article) for article in hostile_articles]


def test_the_form_is_canonical(make_article):
    """Keys in order, no blanks between them, UTF-8 for Hangul, a line feed at the end."""
    content = written([make_article()])
    assert content.startswith(b'{"schema":"nkdocs/article/1","id":"sha256:0')
    assert "장마당".encode() in content
    assert content.endswith(b"}\n")


def test_controls_can_be_escaped_for_a_terminal(make_article):
    """With ``escape_controls`` no control or bidi character is left bare, Hangul stays, the record is the same."""
    article = make_article("혜산 \x7f\x9b31m\u202eabc\u2066")
    content = written([article], escape_controls=True)
    assert "혜산 \\u007f\\u009b31m\\u202eabc\\u2066".encode() in content
    assert loaded(content) == [article]


def test_blank_lines_and_a_byte_order_mark_are_passed_over(make_article):
    """A file that an editor saved is still read."""
    content = written([make_article()])
    assert loaded(b"\xef\xbb\xbf" + content + b"\r\n\n  \n" + content) == [make_article()] * 2


@pytest.mark.parametrize(
    "line",
    [b"{", b"[]", b"null", b"\xff\xfe\xff", b'{"a": 1}', b"[" * 100_000, b'{"id": ' + b"9" * 5000 + b"}"],
    ids=["cut", "list", "null", "bytes", "stranger", "deep", "digits"],
)
def test_a_line_that_is_no_record_is_named(make_article, line):
    """What stands before a damaged line is read; the error gives the number of the line."""
    articles = JsonlExporter().load(io.BytesIO(written([make_article()]) + b"\n" + line), CONTEXT)
    assert next(articles) == make_article()
    with pytest.raises(SourceError, match="line 3 "):
        next(articles)
