from nkdocs.pipeline.extent import Extent
from nkdocs.pipeline.reading import followed


def test_the_extent_is_followed_while_files_are_read(tmp_path):
    """The total is that of all files; what was read never exceeds it, and reaches it."""
    for name, size in (("a.txt", 10), ("b.txt", 300), ("c.jsonl", 0)):
        (tmp_path / name).write_bytes(b"x" * size)
    (tmp_path / "c.jsonl").write_bytes(b'{"text": "Rice"}\n' * 1000)
    extent = Extent()
    seen = [extent.read for _ in followed(extent, tmp_path)]
    assert extent.total == 10 + 300 + 17_000
    assert seen == sorted(seen)
    assert (seen[0], extent.read) == (10, extent.total)


def test_standard_input_has_no_extent_that_is_known():
    """Nobody knows how much is to come; nor is there one before anything is read."""
    extent = Extent()
    assert (extent.total, extent.read) == (None, 0)
    followed(extent, "-")
    assert extent.total is None
