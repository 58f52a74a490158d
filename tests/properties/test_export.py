"""Properties of the built-in exporters."""

import csv
import io
import json
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkdocs.exporters import nkdocs_register_exporters
from nkdocs.plugin.protocols import ExportContext

# Those that write articles to a file.
INFOS = {info.name: info for info in nkdocs_register_exporters() if info.accepts == "article" and info.target == "file"}
BINARY = {"parquet", "sqlite"}
CONTEXT = ExportContext()


def exporter(name):
    """A new exporter of this name."""
    module, _, attribute = INFOS[name].factory.partition(":")
    return getattr(import_module(module), attribute)()


def exported(name, articles):
    """The bytes of an export."""
    target = io.BytesIO()
    session = exporter(name).open(target, CONTEXT)
    for article in articles:
        session.write(article)
    session.close()
    return target.getvalue()


@pytest.mark.parametrize("name", sorted(INFOS))
@given(data=st.data())
def test_any_articles_are_written_the_same_each_time(name, articles, data):
    """Every format takes any articles, those of text as UTF-8, and the same ones give the same bytes."""
    items = data.draw(st.lists(articles, max_size=3))
    content = exported(name, items)
    assert content == exported(name, items)
    assert name in BINARY or "\0" not in content.decode()


@pytest.mark.parametrize("name", sorted(name for name, info in INFOS.items() if info.lossless))
@given(data=st.data())
def test_a_lossless_format_gives_back_what_it_got(name, articles, data):
    """Any articles come back, equal and in order."""
    items = data.draw(st.lists(articles, max_size=3))
    assert list(exporter(name).load(io.BytesIO(exported(name, items)), CONTEXT)) == items


@given(data=st.data())
def test_there_are_as_many_lines_as_articles(articles, data):
    """Each line of JSON Lines is a whole JSON text, however lines are told apart."""
    items = data.draw(st.lists(articles, max_size=3))
    lines = exported("jsonl", items).decode().splitlines()
    assert [json.loads(line)["id"] for line in lines] == [item.id for item in items]


@pytest.mark.parametrize(("name", "separator"), [("csv", ","), ("tsv", "\t")])
@given(data=st.data())
def test_there_are_as_many_rows_as_articles(name, separator, articles, data):
    """Each row has every cell, and no cell starts what a spreadsheet computes."""
    items = data.draw(st.lists(articles, max_size=3))
    text = exported(name, items).decode()
    header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    assert len(rows) == len(items)
    assert {len(row) for row in rows} <= {len(header)}
    assert not any(cell[0] in "=+-@＝＋－＠\t\r" for row in rows for cell in row if cell)
