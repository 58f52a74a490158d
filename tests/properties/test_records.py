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
    try:
        article = from_dict(base | row)
    except UsageError as error:
        assert str(error)
    else:
        assert isinstance(article, Article)
        assert from_dict(to_dict(article)) == article


@given(data=st.data())
def test_what_the_schema_refuses_is_refused(articles, data):
    """A record with one value replaced by any JSON is read only if the schema takes it, or it is null."""
    row = to_dict(data.draw(articles))
    name = data.draw(st.sampled_from(sorted(row)))
    value = data.draw(JSON.filter(lambda drawn: drawn is not None))
    if not VALIDATOR.is_valid(row | {name: value}) and not holds_null_or_lacks_keys(value):
        with pytest.raises(UsageError):
            from_dict(row | {name: value})


def holds_null_or_lacks_keys(value):
    """Whether a value may be laxer than the schema: absent keys and nulls count as defaults."""
    return isinstance(value, dict | list)
