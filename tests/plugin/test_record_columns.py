"""Records as columns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkdocs.plugin.record_columns import record_batch, record_schema
from nkdocs.records.convert import to_dict
from nkdocs.testing import samples

pytest.importorskip("pyarrow", reason="pyarrow is not installed")


def test_a_row_is_the_dictionary_of_the_record():
    """Nulls, empty lists and nested records stand where the dictionary has them."""
    batch = record_batch(samples())
    batch.validate(full=True)
    assert batch.schema == record_schema()
    assert batch.to_pylist() == [to_dict(article) for article in samples()]


def test_no_articles_are_a_batch_without_rows():
    """The columns are there all the same."""
    assert record_batch([]).num_rows == 0
    assert record_batch([]).schema == record_schema()


@settings(max_examples=50)
@given(data=st.data())
def test_any_text_in_any_field_is_kept(data, articles):
    """Whatever the fields hold, and however many of them are absent."""
    drawn = data.draw(st.lists(articles, max_size=4))
    assert record_batch(drawn).to_pylist() == [to_dict(article) for article in drawn]
