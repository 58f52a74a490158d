"""``nkdocs convert``."""

import nkdocs


def test_records_stay_as_they_are(run, tmp_path, hostile_articles):
    """Through three lossless formats and back, every record is the same."""
    nkdocs.export(hostile_articles, tmp_path / "a.jsonl")
    for source, target in (("a.jsonl", "b.sqlite"), ("b.sqlite", "c.parquet"), ("c.parquet", "d.jsonl")):
        found = run("convert", str(tmp_path / source), "-o", str(tmp_path / target))
        assert (found.code, found.out, found.err) == (0, "", "")
    assert (tmp_path / "d.jsonl").read_bytes() == (tmp_path / "a.jsonl").read_bytes()


def test_to_standard_output(run, tmp_path, make_article):
    """``-o -`` writes JSON Lines, or the format that is named."""
    nkdocs.export([make_article()], tmp_path / "a.sqlite")
    lines = run("convert", str(tmp_path / "a.sqlite"), "-o", "-").out
    assert lines.startswith('{"schema":"nkdocs/article/1"')
    assert run("convert", str(tmp_path / "a.sqlite"), "-o", "-", "--format", "csv").out.startswith("id,name,url")


def test_a_format_that_loses_is_no_source(run, tmp_path, make_article):
    """One line on standard error says which formats keep whole records; nothing is written."""
    nkdocs.export([make_article()], tmp_path / "a.csv")
    found = run("convert", str(tmp_path / "a.csv"), "-o", str(tmp_path / "b.jsonl"))
    assert found.code == 2
    assert found.err.count("\n") == 1
    assert "sqlite" in found.err
    assert not (tmp_path / "b.jsonl").exists()


def test_a_damaged_corpus_leaves_the_old_file(run, tmp_path, make_article):
    """Where a line holds no record, what stood at the destination stays."""
    nkdocs.export([make_article()], tmp_path / "a.jsonl")
    with (tmp_path / "a.jsonl").open("ab") as file:
        file.write(b"{\n")
    (tmp_path / "b.sqlite").write_bytes(b"old")
    found = run("convert", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "b.sqlite"))
    assert found.code == 2
    assert "line 2" in found.err
    assert (tmp_path / "b.sqlite").read_bytes() == b"old"
