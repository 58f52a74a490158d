"""A folder is the old one or the new one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nkdocs.errors import OutputError
from nkdocs.pipeline.folders import replaced_folder


def write(path, words):
    """Replace a folder by one with a single file."""
    with replaced_folder(path) as folder:
        (folder / "1.md").write_text(words, "utf-8")


def names(folder):
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("moment", ["writing", "between"])
def test_a_killed_run_loses_nothing(tmp_path, moment):
    """Killed while it writes, the old folder stands; killed between the renames, the next run finishes the swap."""
    path = tmp_path / "stories"
    write(path, "old")
    script = f"""
import os, signal, sys
from pathlib import Path
from nkdocs.pipeline.folders import replaced_folder
rename, kill = Path.rename, lambda: os.kill(os.getpid(), signal.SIGKILL)
def renamed(self, target):
    found = rename(self, target)
    if {moment!r} == "between":
        kill()
    return found
Path.rename = renamed
with replaced_folder({str(path)!r}) as folder:
    (folder / "1.md").write_text("new", "utf-8")
    if {moment!r} == "writing":
        kill()
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == -9
    if moment == "writing":
        assert (path / "1.md").read_text("utf-8") == "old"
    else:
        assert not path.exists()
        assert len(names(tmp_path)) == 2
        with replaced_folder(path):
            assert (path / "1.md").read_text("utf-8") == "new"
    write(path, "newer")
    assert (path / "1.md").read_text("utf-8") == "newer"
    assert names(tmp_path) == ["stories"]


@pytest.mark.parametrize("kind", ["file", "link", "foreign"])
def test_what_no_export_made_is_refused(tmp_path, kind):
    """A file, a link to a folder and somebody's own folder are left alone, before anything is written."""
    path = tmp_path / "stories"
    if kind == "file":
        path.write_text("mine", "utf-8")
    elif kind == "link":
        (tmp_path / "there").mkdir()
        path.symlink_to(tmp_path / "there")
    else:
        path.mkdir()
    before = names(tmp_path)
    with pytest.raises(OutputError), replaced_folder(path):
        pytest.fail("nothing is to be written")
    assert names(tmp_path) == before


def test_two_runs_do_not_write_one_folder(tmp_path):
    """While one run writes, another is refused, and leaves the first one's work alone."""
    path = tmp_path / "stories"
    with replaced_folder(path) as folder:
        (folder / "1.md").write_text("first", "utf-8")
        with pytest.raises(OutputError, match="another run is writing it"), replaced_folder(path):
            pytest.fail("nothing is to be written")
    assert (path / "1.md").read_text("utf-8") == "first"


def test_a_run_between_its_renames_is_left_alone(tmp_path, monkeypatch):
    """Another run that starts in that moment is refused, and does not finish the swap for it."""
    path = tmp_path / "stories"
    write(path, "old")
    rename = Path.rename
    seen: list[list[str]] = []

    def renamed(self, target):
        found = rename(self, target)
        if not seen:
            seen.append(names(tmp_path))
            with pytest.raises(OutputError, match="another run is writing it"), replaced_folder(path):
                pytest.fail("nothing is to be written")
            seen.append(names(tmp_path))
        return found

    monkeypatch.setattr(Path, "rename", renamed)
    write(path, "new")
    assert seen[0] == seen[1] == [".stories.nkdocs-old", ".stories.nkdocs-partial"]
    assert (path / "1.md").read_text("utf-8") == "new"
    assert names(tmp_path) == ["stories"]


def test_a_missing_parent_is_told(tmp_path):
    """A destination in no folder is refused."""
    with pytest.raises(OutputError), replaced_folder(tmp_path / "missing" / "stories"):
        pytest.fail("nothing is to be written")
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - names only
