import os
from pathlib import Path

import pytest

from nkdocs.errors import SourceError, UsageError
from nkdocs.pipeline.sources import expanded


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder, and we are in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*sources):
    """The names of the files that sources stand for; in folders only .txt counts."""
    return [file.name for file in expanded(sources, lambda name: name.endswith(".txt"))]


def make(*paths):
    """Make files, and the folders they are in."""
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("A line.", encoding="utf-8")


def test_a_folder_is_walked_in_byte_order_of_names(here):
    """The order is that of the names' bytes, so that it is the same on each machine and in each locale."""
    make("c/b.txt", "c/B.txt", "c/a/z.txt", "c/a.txt", "c/평.txt", "c/é.txt")
    assert names("c") == ["c/B.txt", "c/a/z.txt", "c/a.txt", "c/b.txt", "c/é.txt", "c/평.txt"]


def test_a_folder_gives_what_some_reader_knows(here):
    """Other files, hidden ones, pipes and folders behind links are passed over."""
    make("c/a.txt", "c/a.pdf", "c/.hidden.txt", "c/.git/a.txt", "elsewhere/b.txt")
    os.mkfifo("c/pipe.txt")
    Path("c/link").symlink_to(here / "c")
    Path("c/linked.txt").symlink_to(here / "elsewhere/b.txt")
    assert names("c") == ["c/a.txt", "c/linked.txt"]


def test_a_link_that_leads_nowhere_is_not_passed_over(here):
    """It had a document's name, so it is for the reader to report."""
    Path("c").mkdir()
    Path("c/gone.txt").symlink_to("nowhere")
    assert names("c") == ["c/gone.txt"]


def test_a_file_named_outright_counts_whatever_its_name(here):
    """Only in folders does the suffix decide."""
    make("notes", ".hidden")
    assert names("notes", Path(".hidden"), str(here / "notes")) == ["notes", ".hidden", str(here / "notes")]


def test_a_glob_gives_its_matches_in_byte_order(here):
    """A pattern may cross folders; a file that is really called so comes before the pattern."""
    make("b.txt", "a.txt", "sub/c.txt", "x[1].txt")
    assert names("?.txt") == ["a.txt", "b.txt"]
    assert names("**/[bc].txt") == ["b.txt", "sub/c.txt"]
    assert names("x[1].txt") == ["x[1].txt"]


def test_a_list_names_a_source_a_line(here):
    """Lines are files, folders or patterns; blank ones are none, and either line end will do."""
    make("a.txt", "c/b.txt")
    Path("list").write_bytes(b"c\r\n\n?.txt\n")
    assert names("@list") == ["c/b.txt", "a.txt"]


def test_a_list_may_open_with_a_byte_order_mark(here):
    """Some editors put one there; it is no part of the first name."""
    make("a.txt")
    Path("list").write_bytes(b"\xef\xbb\xbfa.txt\r\n")
    assert names("@list") == ["a.txt"]


@pytest.mark.parametrize("source", ["gone.txt", "gone/*.txt", "@gone", "a\0b", "a.txt/b", "@bad", "@nested"])
def test_what_is_not_there_is_told_before_anything_is_read(here, source):
    """The check comes at once, not when the documents before it are done."""
    make("a.txt")
    Path("bad").write_text("gone.txt\n", encoding="utf-8")
    Path("nested").write_text("@bad\n", encoding="utf-8")
    with pytest.raises(SourceError):
        expanded(("a.txt", source), lambda _: True)


@pytest.mark.parametrize("source", ["", 5, None, b"a.txt"])
def test_what_is_no_path_is_refused(source):
    """An empty name, or another type, is a wrong argument."""
    with pytest.raises(UsageError):
        expanded((source,), lambda _: True)


def test_standard_input_is_read_once(here):
    """Two dashes would share one stream."""
    with pytest.raises(UsageError):
        expanded(("-", "-"), lambda _: True)


def test_names_are_unicode_whatever_the_bytes(here):
    """A name that is no UTF-8 is shown with replacements, and its file is found all the same."""
    Path(os.fsdecode(b"c\xff")).mkdir()
    make(os.fsdecode(b"c\xff/a\xfe.txt"))
    (file,) = expanded((os.fsdecode(b"c\xff"),), lambda _: True)
    assert file.name == "c\ufffd/a\ufffd.txt"
    assert Path(os.fsdecode(file.path)).read_bytes() == b"A line."


def test_folders_of_any_depth_are_walked(here):
    """No depth overflows a stack; what lies too deep for the system to open is told in its place."""
    for _ in range(2500):
        Path("d").mkdir()
        os.chdir("d")
    make("a.txt")
    os.chdir(here)
    (found,) = expanded(("d",), lambda name: name.endswith(".txt"))
    assert (found.name[:6], bool(found.fault)) == ("d/d/d/", True)
    _remove_nest()


def _remove_nest():
    """Remove the nested folders one by one: the standard library does it by recursion."""
    depth = 0
    while Path("d").is_dir():
        os.chdir("d")
        depth += 1
    Path("a.txt").unlink()
    for _ in range(depth):
        os.chdir("..")
        Path("d").rmdir()
