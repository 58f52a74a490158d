"""What may go wrong around a run: one clear line, exit code 2, and everything as it was."""

import io
import json
import os
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

OLD = b"the old file\n"
FORMATS = ("jsonl", "csv", "sqlite", "csl.json")


@pytest.fixture
def folder(article, monkeypatch):
    """A folder with many documents, and an output of an earlier run for each format; commands run there."""
    monkeypatch.chdir(article)
    text = Path("a.txt").read_text("utf-8")
    rows = [json.dumps({"text": f"{text}\n\nThat makes {number} won."}) for number in range(60)]
    Path("in.jsonl").write_text("\n".join(rows), "utf-8")
    for name in (*FORMATS, "errors"):
        Path(f"out.{name}").write_bytes(OLD)
    return article


def untouched(folder):
    """Whether all outputs are the old ones, and nothing stands beside them."""
    names = sorted(path.name for path in folder.iterdir())
    assert names == sorted(["a.txt", "in.jsonl", "out.errors", *(f"out.{name}" for name in FORMATS)])
    return all(Path(f"out.{name}").read_bytes() == OLD for name in (*FORMATS, "errors"))


@pytest.mark.parametrize("size", [0, 100, 9000])
@pytest.mark.parametrize("name", FORMATS)
def test_a_full_disk_leaves_the_old_file(folder, name, size):
    """Wherever the space ends, in the output or in the journal: one line, exit code 2, the old file, nothing beside."""
    command = [sys.executable, "-m", "nkdocs", "parse", "in.jsonl", "-o", f"out.{name}", "--no-plugins"]
    run = subprocess.run(
        command,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr.count("\n"), run.stdout) == (2, 1, "")
    assert f"out.{name}' cannot be written: " in run.stderr
    assert untouched(folder)


def test_no_room_for_the_errors_leaves_both_old_files(folder):
    """The file of errors is an output like the other."""
    Path("in.jsonl").write_bytes(b"nonsense\n" * 60)
    command = [sys.executable, "-m", "nkdocs", "parse", "in.jsonl", "--errors", "out.errors", "-o", "out.csv"]
    run = subprocess.run(
        [*command, "--no-plugins"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert "cannot be written" in run.stderr.splitlines()[-1]
    assert untouched(folder)


def obstacle(kind):
    """Something that is not to be replaced."""
    path = Path("there.jsonl")
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "link":
        path.symlink_to("out.jsonl")
    else:
        return Path("/dev/full")
    return path


@pytest.mark.parametrize("option", ["-o", "--errors"])
@pytest.mark.parametrize("kind", ["folder", "fifo", "link", "device"])
def test_what_is_no_regular_file_is_refused(folder, run, kind, option):
    """One line names it; it stays what it was."""
    path = obstacle(kind)
    mode = path.lstat().st_mode
    result = run("parse", "in.jsonl", option, str(path), "--format", "jsonl")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert str(path) in result.err
    assert path.lstat().st_mode == mode


@pytest.mark.parametrize("option", ["-o", "--errors"])
def test_a_read_only_folder_is_refused(folder, run, monkeypatch, option):
    """Before anything is read: one line."""
    monkeypatch.setattr(os, "access", lambda _, mode: not mode & os.W_OK)
    result = run("parse", "in.jsonl", option, "out.jsonl")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "read-only" in result.err
    assert untouched(folder)


def test_an_output_may_have_a_name_that_is_no_utf_8(folder, nkdocs):
    """It is written under the very bytes, continued too; a message shows them with escapes."""
    result = nkdocs("parse", "in.jsonl", "-o", b"\xff.jsonl", "--resume")
    assert result.returncode == 0
    assert len(Path(os.fsdecode(b"\xff.jsonl")).read_bytes().splitlines()) == 60
    result = nkdocs("parse", "in.jsonl", "-o", b"gone/\xff.jsonl")
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)
    assert b"udcff" in result.stderr


@pytest.mark.parametrize("member", ["../evil.txt", "/evil.txt", "..\\evil.txt", "a/../../evil.txt"])
def test_a_name_in_an_archive_writes_nowhere_else(folder, run, member):
    """The name is told in the record, and no format takes it for a path."""
    (folder / "deep").mkdir()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(member, "Rice prices fall\n\nRice was cheaper.")
    Path("deep/in.zip").write_bytes(packed.getvalue())
    before = sorted(path.name for path in folder.iterdir())
    for output in ("deep/out.jsonl", "deep/stories"):
        assert (
            run("parse", "deep/in.zip", "-o", output, "--format", "markdown" if "stories" in output else "jsonl").code
            == 0
        )
    assert sorted(path.name for path in folder.iterdir()) == before
    (record,) = map(json.loads, Path("deep/out.jsonl").read_text("utf-8").splitlines())
    assert record["document"]["origin"]["member"].endswith("evil.txt")
    assert sorted(path.suffix for path in Path("deep/stories").iterdir()) == ["", ".md"]


def test_two_runs_into_one_file_are_not_mixed(folder, run):
    """Output and errors cannot be one file: the second is refused, and the old file stays."""
    result = run("parse", "in.jsonl", "-o", "out.jsonl", "--errors", "out.jsonl")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert untouched(folder)
