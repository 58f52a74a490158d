"""The JSON Schema of the record."""

import copy

import pytest
from jsonschema import Draft202012Validator, ValidationError

from nkdocs.records.convert import from_dict, to_dict
from nkdocs.records.schema import schema


@pytest.fixture(scope="module")
def validator():
    """A validator of records."""
    return Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_schema_is_valid_and_named():
    """It is JSON Schema 2020-12 and names the record it describes."""
    made = schema()
    Draft202012Validator.check_schema(made)
    assert (made["$schema"], made["title"]) == ("https://json-schema.org/draft/2020-12/schema", "nkdocs/article/1")


def test_every_record_satisfies_it(validator, hostile_articles):
    """Whatever a record holds, its dictionary satisfies the schema."""
    for article in hostile_articles:
        validator.validate(to_dict(article))
    bare = {"id": "x", "document": {"sha256": "0"}, "parser": {"id": "a", "version": "1", "strength": "shape"}}
    assert list(validator.iter_errors(to_dict(from_dict(bare)))) == []


def places(row, path=()):
    """Every mapping in a record, as a path."""
    yield path
    for name, value in row.items():
        if isinstance(value, dict):
            yield from places(value, (*path, name))
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield from places(value[0], (*path, name, 0))


def at(row, path):
    """The mapping at a path."""
    for step in path:
        row = row[step]
    return row


def test_no_key_may_be_absent_and_none_added(validator, make_article):
    """In every part of a record each key is required, and no other is allowed."""
    whole = to_dict(make_article())
    for path in places(whole):
        for name in at(whole, path):
            cut = copy.deepcopy(whole)
            del at(cut, path)[name]
            assert not validator.is_valid(cut), (*path, name)
        grown = copy.deepcopy(whole)
        at(grown, path)["added"] = None
        assert not validator.is_valid(grown), path


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ((), "schema", "nkdocs/article/2"),
        ((), "headline", "Rice"),
        ((), "comments", None),
        (("headline",), "span", [0]),
        (("headline",), "span", [0, -1]),
        (("headline",), "text", None),
        (("paragraphs", 0), "kind", "aside"),
        (("published",), "basis", "guessed"),
        (("published",), "earliest", "June"),
        (("parser",), "strength", "utter"),
        (("comments", 1), "missing", ["head"]),
        (("comments", 1), "parent", "1"),
        (("attributions", 0), "named", None),
    ],
)
def test_what_no_record_holds_is_refused(validator, make_article, path, name, value):
    """Wrong types and words outside a vocabulary do not satisfy it."""
    row = to_dict(make_article())
    at(row, path)[name] = value
    with pytest.raises(ValidationError):
        validator.validate(row)
