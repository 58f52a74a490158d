"""``nkdocs report``."""

import nkdocs
from nkdocs.testing import samples


def test_several_corpora_make_one_page(run, tmp_path):
    """Their articles are listed one after the other; nothing is said on the way."""
    for name in ("a.jsonl", "b.sqlite"):
        nkdocs.export(samples(), tmp_path / name)
    path = tmp_path / "report.html"
    found = run(
        "report", str(tmp_path / "a.jsonl"), str(tmp_path / "b.sqlite"), "-o", str(path), "--title", "Both & all"
    )
    assert (found.code, found.out, found.err) == (0, "", "")
    page = path.read_bytes().decode()
    assert f"<dt>articles</dt><dd>{2 * len(samples())}</dd>" in page
    assert "<title>Both &amp; all</title>" in page


def test_standard_output_takes_the_page(run, tmp_path, make_article):
    """``-o -`` prints it."""
    nkdocs.export([make_article()], tmp_path / "a.jsonl")
    assert run("report", str(tmp_path / "a.jsonl"), "-o", "-").out.startswith("<!DOCTYPE html>")


def test_a_corpus_that_is_not_there_is_told_before_any_is_read(run, tmp_path, make_article):
    """One line, exit code 2, and what stood there stays."""
    nkdocs.export([make_article()], tmp_path / "a.jsonl")
    path = tmp_path / "report.html"
    path.write_text("old", "utf-8")
    for other in ("b.jsonl", "b.csv"):
        found = run("report", str(tmp_path / "a.jsonl"), str(tmp_path / other), "-o", str(path))
        assert (found.code, found.out, found.err.count("\n")) == (2, "", 1)
    assert path.read_text("utf-8") == "old"
