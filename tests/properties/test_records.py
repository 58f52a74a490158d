"""Properties of records as dictionaries."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from nkdocs.errors import UsageError
from nkdocs.records import Article
from nkdocs.records.convert import from_dict, to_dict
from nkdocs.records.schema import schema

VALIDATOR = Draft202012Validator(schema())
KEYS = ["id", "document", "parser", "headline", "published", "comments", "notes", "paragraphs", "x", "span", "text"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@given(data=st.data())
def test_there_and_back_is_the_same(articles, data):
    """Any article comes back equal from its dictionary, and from the JSON text of it."""
    article = data.draw(articles)
    row = to_dict(article)
    assert from_dict(row) == article
    assert from_dict(json.loads(json.dumps(row))) == article
    assert VALIDATOR.is_valid(row)


@given(row=st.dictionaries(st.sampled_from(KEYS), JSON, max_size=6))
def test_any_mapping_is_a_record_or_a_usage_error(row):
    """Whatever JSON is given, there is an article or a ``UsageError``, never anything else."""
    base = {"id": "x", "document": {"sha256": "0"}, "parser": {"id": "a", "version": "1", "strength": "shape"}}
    article = read(base | row)
    assert article is None or from_dict(to_dict(article)) == article


def read(row) -> Article | None:
    """The article of a mapping, or None where it is refused as it should be."""
    try:
        return from_dict(row)
    except UsageError:
        return None


@given(data=st.data())
def test_what_the_schema_refuses_is_refused(articles, data):
    """A record with a plain value of the wrong type in it is refused by the schema and by the library alike."""
    row = to_dict(data.draw(articles))
    name = data.draw(st.sampled_from(sorted(row)))
    changed = row | {name: data.draw(st.booleans() | st.integers() | st.floats() | st.text(max_size=5))}
    if not VALIDATOR.is_valid(changed):
        with pytest.raises(UsageError):
            from_dict(changed)
