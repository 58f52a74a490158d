"""The one form of JSON, whoever writes it."""

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkdocs.plugin.canonical import canonical_json, plain_json

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
