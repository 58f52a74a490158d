"""The one form of JSON, whoever writes it."""

import json
import sys
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkdocs.errors import UsageError
from nkdocs.plugin.canonical import canonical_json, canonical_record, plain_json
from nkdocs.records.article import DocumentInfo, Origin
from nkdocs.records.convert import to_dict

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def test_the_fast_library_escapes_what_the_standard_one_escapes():
    """Every character is written the same: a corpus does not depend on what is installed."""
    pytest.importorskip("msgspec", reason="msgspec is not installed")
    texts = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    assert canonical_json()(texts) == plain_json(texts)


@given(VALUES)
def test_both_write_every_value_alike(value):
    """Integers of any size too; and what is written is read back."""
    written = canonical_json()(value)
    assert written == plain_json(value)
    assert json.loads(written) == value


def test_without_the_extra_the_standard_library_writes(monkeypatch):
    """Where msgspec is not installed nothing else changes."""
    monkeypatch.setitem(sys.modules, "msgspec", None)
    assert canonical_json() is plain_json


@given(st.data())
def test_a_record_taken_apart_by_the_fast_library_is_that_of_to_dict(articles, data):
    """The same bytes for every article, whatever its texts, days, times and zones."""
    article = data.draw(articles)
    assert canonical_record()(article) == plain_json(to_dict(article))


def test_a_time_at_greenwich_keeps_its_offset(make_article):
    """As ``isoformat`` writes it: the fast library alone would end it with Z."""
    captured = datetime(2014, 6, 2, 1, 2, 3, 4000, tzinfo=UTC)
    article = make_article("x", document=DocumentInfo(sha256="0", captured=captured))
    assert b'"captured":"2014-06-02T01:02:03.004000+00:00"' in canonical_record()(article)


@pytest.mark.parametrize(
    "document",
    [
        DocumentInfo(sha256="0", origin=Origin(offset=2**70)),
        DocumentInfo(sha256="0", origin=Origin(offset=True)),
        DocumentInfo(sha256="0", captured=date(5, 1, 1)),
    ],
    ids=["large", "bool", "day"],
)
def test_what_the_fast_library_does_not_take_is_written_all_the_same(make_article, document):
    """Integers of more than 64 bits, values of a class close to the one that is wanted."""
    article = make_article("x", document=document)
    assert canonical_record()(article) == plain_json(to_dict(article))


def test_only_an_article_is_a_record(make_article):
    """What merely looks like one is refused, as ``to_dict`` does, with and without the fast library."""
    article = make_article("x")
    alike = SimpleNamespace(**{name: getattr(article, name) for name in to_dict(article)})
    with pytest.raises(UsageError, match="takes an Article"):
        canonical_record()(alike)


def test_without_the_extra_records_are_the_same_bytes(make_article, monkeypatch):
    """A corpus does not depend on what is installed."""
    article = make_article("혜산 \x7f \u2028")
    written = canonical_record()(article)
    monkeypatch.setitem(sys.modules, "msgspec", None)
    assert canonical_record()(article) == written
