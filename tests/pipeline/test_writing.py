"""A file is the old one or the complete new one."""

import os
import random
import resource
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nkdocs.errors import OutputError, UsageError
from nkdocs.pipeline import locking
from nkdocs.pipeline.writing import check_destination, partial_path, replaced_file

OLD, NEW = b"the old file\n", b"the new file\n"


@pytest.fixture
def destination(tmp_path):
    """A file that stands where something is to be written."""
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(OLD)
    return path


def write(path, content=NEW):
    """Replace a file."""
    with replaced_file(path) as stream:
        stream.write(content)


def beside(path):
    """Everything in the folder of a file."""
    return sorted(entry.name for entry in path.parent.iterdir())


def test_a_file_is_replaced_by_the_new_one(destination):
    """After the block the destination holds what was written, and nothing stands beside it."""
    write(destination)
    assert destination.read_bytes() == NEW
    assert beside(destination) == ["corpus.jsonl"]


def test_a_file_is_made_where_there_was_none(tmp_path, monkeypatch):
    """A free name will do, absolute or relative, also after the folder was changed meanwhile."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    with replaced_file("new.csv") as stream:
        stream.write(NEW)
        os.chdir("elsewhere")
    assert (tmp_path / "new.csv").read_bytes() == NEW
    assert list(Path.cwd().iterdir()) == []


def test_until_the_end_the_old_file_stands(destination):
    """While the new file is written the old one is whole."""
    with replaced_file(destination) as stream:
        stream.write(NEW)
        stream.flush()
        assert destination.read_bytes() == OLD
    assert destination.read_bytes() == NEW


@pytest.mark.parametrize(
    "failure", [ValueError("x"), OSError(5, "x"), KeyboardInterrupt(), SystemExit(3), GeneratorExit()]
)
def test_a_failure_in_the_block_leaves_the_old_file(destination, failure):
    """Whatever is raised comes out as it is; the old file stays, alone."""

    def fail(stream):
        stream.write(NEW)
        raise failure

    with pytest.raises(type(failure)) as caught, replaced_file(destination) as stream:
        fail(stream)
    assert caught.value is failure
    assert destination.read_bytes() == OLD
    assert beside(destination) == ["corpus.jsonl"]


def test_rights_of_the_old_file_are_kept(destination, tmp_path):
    """Who could not read the old file cannot read the new one; a first file follows the umask."""
    destination.chmod(0o640)
    write(destination)
    assert stat.S_IMODE(destination.stat().st_mode) == 0o640
    mask = os.umask(0o027)
    try:
        write(tmp_path / "first.csv")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "first.csv").stat().st_mode) == 0o640


def obstacle(tmp_path, kind):
    """Something that no file may replace, and how to see that it is untouched."""
    path = tmp_path / "there"
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(str(path))
    else:
        target = tmp_path / "target"
        if kind == "link":
            target.write_bytes(OLD)
        path.symlink_to(target)
    return path


@pytest.mark.parametrize("kind", ["folder", "fifo", "socket", "link", "dangling link"])
def test_only_regular_files_are_replaced(tmp_path, kind):
    """Folders, FIFOs, sockets and symbolic links are refused before the block runs, and stay."""
    path = obstacle(tmp_path, kind)
    before, mode = beside(path), path.lstat().st_mode
    with pytest.raises(OutputError, match="it is a"):
        write(path)
    assert (beside(path), path.lstat().st_mode) == (before, mode)


@pytest.mark.parametrize("device", ["/dev/null", "/dev/full", "/dev/stdout"])
def test_devices_are_never_touched(device):
    """A device is refused and still there, even for root."""
    mode = os.lstat(device).st_mode
    with pytest.raises(OutputError):
        write(device)
    assert os.lstat(device).st_mode == mode


@pytest.mark.parametrize(
    "given", ["", "folder/", "missing/x.csv", "file/x.csv", ".", "..", "a\0b", "n" * 300, b"missing/\xff.csv"]
)
def test_paths_that_name_no_file_are_refused(tmp_path, monkeypatch, given):
    """A missing parent, a parent that is a file, a trailing slash, an impossible name: one line says so."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(OLD)
    with pytest.raises(OutputError) as caught:
        write(given)
    assert "\n" not in str(caught.value)
    assert beside(tmp_path / "file") == ["file", "folder"]


@pytest.mark.parametrize("given", [3, None, ["x.csv"]])
def test_what_is_no_path_is_a_usage_error(given):
    """A number is no destination."""
    with pytest.raises(UsageError, match="is a path"):
        check_destination(given)


def test_names_that_are_no_utf8_and_long_names_are_written(tmp_path):
    """Any name the file system takes will do, one too that leaves no room for a longer sibling."""
    for name in (b"\xff.csv", ("장" * 84).encode(), b"n" * 255):
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
        write(path)
        assert path.read_bytes() == NEW
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize("effect", ["access", "open"])
def test_a_folder_that_cannot_be_written_is_refused(destination, monkeypatch, effect):
    """Whether the system says so when asked or when tried, the block does not run and the old file stays."""

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, effect, refuse if effect == "open" else lambda *_: False)
    with pytest.raises(OutputError):
        write(destination)
    monkeypatch.undo()
    assert destination.read_bytes() == OLD
    assert beside(destination) == ["corpus.jsonl"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes where it may not")
def test_a_read_only_folder_is_refused(destination):
    """Nothing is written into a folder that is read-only."""
    destination.parent.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="read-only"):
            write(destination)
    finally:
        destination.parent.chmod(0o755)
    assert destination.read_bytes() == OLD


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failure_at_the_very_end_leaves_the_old_file(destination, monkeypatch, call):
    """When the disk fails on syncing or renaming, the old file stays, alone."""

    def fail(*_, **__):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os if call == "fsync" else Path, call, fail)
    with pytest.raises(OutputError, match="Input/output"):
        write(destination)
    monkeypatch.undo()
    assert destination.read_bytes() == OLD
    assert beside(destination) == ["corpus.jsonl"]


def test_a_destination_that_became_something_else_is_left(destination):
    """What turned into a link while the file was written is not replaced."""

    def change():
        destination.unlink()
        destination.symlink_to("/dev/null")

    with pytest.raises(OutputError, match="symbolic link"), replaced_file(destination):
        change()
    assert destination.is_symlink()
    assert beside(destination) == ["corpus.jsonl"]


def test_an_exporter_that_closes_its_target_loses_nothing(destination):
    """The file is put in its place, locked until then, though the stream was closed."""
    with replaced_file(destination) as stream:
        stream.write(NEW)
        stream.close()
        with pytest.raises(OutputError, match="another run"):
            write(destination)
    assert destination.read_bytes() == NEW


def limited(size):
    """What a child does first: no file may grow beyond ``size``."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


WRITER = """
import sys
from nkdocs.errors import OutputError
from nkdocs.pipeline.writing import replaced_file, writing_to
try:
    with replaced_file(sys.argv[1]) as stream:
        for _ in range(int(sys.argv[2])):
            with writing_to(sys.argv[1]):
                stream.write(b"x" * 1000)
                stream.flush()
except OutputError as error:
    sys.exit(f"{error}")
"""


@pytest.mark.parametrize("size", [0, 1, 999, 1000, 3500, 7999])
def test_a_full_disk_leaves_the_old_file(destination, size):
    """Wherever the space ends, the failure is told and the old file stays, alone."""
    command = [sys.executable, "-c", WRITER, str(destination), "8"]
    run = subprocess.run(command, preexec_fn=limited(size), capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr.count("\n")) == (1, 1)
    assert "too large" in run.stderr
    assert destination.read_bytes() == OLD
    assert beside(destination) == ["corpus.jsonl"]


def test_a_killed_run_leaves_the_old_file_and_the_next_run_cleans_up(destination):
    """After SIGKILL at any moment the destination is old or new, and the next run leaves nothing beside it."""
    program = WRITER + "\nprint('done', flush=True)"
    chance = random.Random(12)  # noqa: S311 - no secret
    for _ in range(8):
        destination.write_bytes(OLD)
        child = subprocess.Popen([sys.executable, "-c", program, str(destination), "20000"])
        started = partial_path(destination)
        while child.poll() is None and not started.exists():
            time.sleep(0.001)
        time.sleep(chance.random() * 0.05)
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert destination.read_bytes() in (OLD, b"x" * 1000 * 20000)
        assert set(beside(destination)) <= {"corpus.jsonl", partial_path(destination).name}
        write(destination)
        assert destination.read_bytes() == NEW
        assert beside(destination) == ["corpus.jsonl"]


def test_a_second_run_is_refused_while_the_first_lives(destination):
    """Another process or thread on the same destination gets an error at once; the first one ends well."""
    with replaced_file(destination) as stream:
        stream.write(NEW)
        with pytest.raises(OutputError, match="another run"):
            write(destination, b"other")
        command = [sys.executable, "-c", WRITER, str(destination), "1"]
        other = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (other.returncode, other.stderr.count("\n")) == (1, 1)
    assert destination.read_bytes() == NEW


def test_runs_at_the_same_time_leave_one_whole_file(destination):
    """Of several processes that start at once each wins whole or is refused."""
    for _ in range(3):
        command = [sys.executable, "-c", WRITER, str(destination)]
        runs = [subprocess.Popen([*command, str(size)], stderr=subprocess.PIPE) for size in (400, 500, 600, 700)]
        ends = [run.communicate()[1] for run in runs]
        assert 0 in {run.returncode for run in runs}
        assert all(run.returncode == 0 or b"another run" in end for run, end in zip(runs, ends, strict=True))
        assert len(destination.read_bytes()) in {400_000, 500_000, 600_000, 700_000}
        assert beside(destination) == ["corpus.jsonl"]


def test_a_partial_file_that_was_just_renamed_is_not_taken_over(destination, monkeypatch):
    """A run that opens the partial file of one that ends before it can lock it starts anew."""
    partial, lock = partial_path(destination), locking._lock
    rounds: list[Path] = []

    def late(descriptor, path):
        if not rounds:
            partial.rename(destination)
            destination.write_bytes(OLD)
        rounds.append(path)
        lock(descriptor, path)

    monkeypatch.setattr(locking, "_lock", late)
    with replaced_file(destination) as stream:
        assert destination.read_bytes() == OLD
        stream.write(NEW)
    assert (len(rounds), destination.read_bytes()) == (2, NEW)


@pytest.mark.parametrize("kind", ["link", "hard link", "fifo", "folder"])
def test_what_stands_in_the_way_of_the_partial_file_is_left(destination, tmp_path, kind):
    """Somebody else's link, FIFO or folder under the partial file's name is neither followed nor emptied."""
    precious, partial = tmp_path / "precious", partial_path(destination)
    precious.write_bytes(OLD)
    makers = {"link": partial.symlink_to, "hard link": partial.hardlink_to}
    if kind in makers:
        makers[kind](precious)
    else:
        os.mkfifo(partial) if kind == "fifo" else partial.mkdir()
    with pytest.raises(OutputError):
        write(destination)
    assert (precious.read_bytes(), destination.read_bytes()) == (OLD, OLD)
    assert partial.name in beside(destination)
