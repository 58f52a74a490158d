"""A killed run, continued."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

DOCUMENTS = 80
# Runs the command line, and kills itself at one moment: before a document is written, or around the last renaming.
KILLED = """
import os, pathlib, signal, sys
from nkdocs.cli import main
from nkdocs.pipeline import bulk
moment = sys.argv[1]
kill = lambda: os.kill(os.getpid(), signal.SIGKILL)
put, replace, seen = bulk._Writer.put, pathlib.Path.replace, []
def counted(self, done):
    if str(len(seen)) == moment:
        kill()
    seen.append(done)
    put(self, done)
def replaced(self, target):
    if moment == "complete":
        kill()
    replace(self, target)
    if moment == "in place":
        kill()
bulk._Writer.put = counted
pathlib.Path.replace = replaced
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """A folder with a table of documents of all kinds: articles, damaged lines, empty ones; commands run there."""
    rows = []
    for number in range(DOCUMENTS):
        text = f"Rice prices fall by {number}\n\nBy Kim Chul Su\n\nRice was cheaper by {number} won, a source said."
        rows.append("nonsense" if number % 20 == 3 else json.dumps({"text": "" if number % 20 == 4 else text}))
    (tmp_path / "in.jsonl").write_text("\n".join(rows), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NKDOCS_DISABLE_PLUGINS", "all")
    return tmp_path


def killed(moment, *arguments):
    """Run until the moment."""
    command = [sys.executable, "-c", KILLED, str(moment), "parse", "in.jsonl", *arguments]
    assert subprocess.run(command, check=False, capture_output=True, timeout=60).returncode == -9


def hidden(folder):
    """What runs left beside their outputs."""
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


def expected(run, folder, name):
    """The output and the errors of a run that nobody disturbs."""
    (folder / "calm").mkdir()
    result = run("parse", "in.jsonl", "-o", f"calm/{name}", "--errors", "calm/errors")
    assert result.code == 1
    return Path("calm", name).read_bytes(), Path("calm", "errors").read_bytes()


@pytest.mark.parametrize(
    ("name", "jobs"),
    [("a.jsonl", 1), ("a.jsonl", 2), ("a.csv", 1), ("a.sqlite", 1), ("a.sqlite", 2), ("a.parquet", 1), ("a.bib", 2)],
)
def test_a_killed_run_is_continued(corpus, run, name, jobs):
    """Output and errors are, to the byte, those of a run that nobody disturbed; nothing is left beside them."""
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    options = ["-o", name, "--errors", "errors", "--jobs", str(jobs)]
    killed(70, *options)
    assert not Path(name).exists()
    assert hidden(corpus) == [f".{name}.nkdocs-journal", f".{name}.nkdocs-partial", ".errors.nkdocs-partial"]
    result = run("parse", "in.jsonl", *options, "--resume")
    assert result.code == 1
    taken_over = re.search(r"(\d+) of the documents taken over", result.err)
    assert taken_over is not None
    # What was done last is handed over 32 documents at a time, or sooner where time passes: none knows which here.
    assert 70 - 32 < int(taken_over[1]) <= 70
    assert (Path(name).read_bytes(), Path("errors").read_bytes()) == expected(run, corpus, name)
    assert hidden(corpus) == []


@pytest.mark.parametrize("moment", [0, 1, 31, 33, 79, "complete", "in place"])
def test_the_moment_makes_no_difference(corpus, run, moment):
    """Wherever it was killed, before the first document or after the last, the next run ends with the same bytes."""
    Path("a.jsonl").write_bytes(b"old\n")
    killed(moment, "-o", "a.jsonl")
    content = expected(run, corpus, "a.jsonl")[0]
    assert Path("a.jsonl").read_bytes() == (content if moment == "in place" else b"old\n")
    assert run("parse", "in.jsonl", "-o", "a.jsonl", "--resume").code == 1
    assert Path("a.jsonl").read_bytes() == content
    assert hidden(corpus) == []


def test_a_run_may_be_killed_again_and_again(corpus, run):
    """Each run takes over what those before it did."""
    for moment in (40, 20, 5):
        killed(moment, "-o", "a.jsonl", "--resume")
    result = run("parse", "in.jsonl", "-o", "a.jsonl", "--resume", "--jobs", "3")
    assert "of the documents taken over" in result.err
    assert Path("a.jsonl").read_bytes() == expected(run, corpus, "a.jsonl")[0]


def test_a_folder_is_continued(corpus, run):
    """A format that writes a folder starts it anew, from what is kept."""
    killed(70, "-o", "stories", "--format", "markdown")
    assert run("parse", "in.jsonl", "-o", "stories", "--format", "markdown", "--resume").code == 1
    run("parse", "in.jsonl", "-o", "calm", "--format", "markdown")
    contents = [{path.name: path.read_bytes() for path in Path(name).iterdir()} for name in ("stories", "calm")]
    assert contents[0] == contents[1]
    assert len(contents[0]) == DOCUMENTS - 8 + 1
    assert hidden(corpus) == []


def test_with_nothing_to_resume_it_is_a_normal_run(corpus, run):
    """Nothing was killed, so there is nothing to take over, and nothing to complain about."""
    result = run("parse", "in.jsonl", "-o", "a.jsonl", "--resume")
    assert (result.code, "taken over" in result.err) == (1, False)
    assert Path("a.jsonl").read_bytes() == expected(run, corpus, "a.jsonl")[0]


@pytest.mark.parametrize(
    "options", [["--keep-text"], ["--no-enrich"], ["--parser", "kcna"], ["--captured", "2014-06-02"]]
)
def test_a_run_of_another_kind_is_not_continued(corpus, run, options):
    """What would make other records starts anew."""
    killed(70, "-o", "a.jsonl")
    result = run("parse", "in.jsonl", "-o", "a.jsonl", "--resume", *options)
    assert "taken over" not in result.err
    run("parse", "in.jsonl", "-o", "b.jsonl", *options)
    assert Path("a.jsonl").read_bytes() == Path("b.jsonl").read_bytes()


def test_documents_that_changed_are_parsed_anew(corpus, run):
    """What is taken over ends at the first document that is another now."""
    killed(70, "-o", "a.jsonl")
    rows = Path("in.jsonl").read_text("utf-8").splitlines()
    rows[10] = json.dumps({"text": "Maize prices rise\n\nMaize was dearer in Hyesan."})
    Path("in.jsonl").write_text("\n".join(rows), "utf-8")
    result = run("parse", "in.jsonl", "-o", "a.jsonl", "--resume")
    assert "10 of the documents taken over" in result.err
    assert Path("a.jsonl").read_bytes() == expected(run, corpus, "a.jsonl")[0]


@pytest.mark.parametrize("damage", ["partial cut", "partial changed", "journal cut", "journal changed", "journal gone"])
def test_what_a_failing_disk_left_is_not_trusted(corpus, run, damage):
    """Bytes that are not those that were written end what is taken over."""
    killed(70, "-o", "a.jsonl")
    which, _, what = damage.partition(" ")
    file = Path(f".a.jsonl.nkdocs-{which}")
    content = file.read_bytes()
    middle = len(content) // 2
    if what == "gone":
        file.unlink()
    else:
        file.write_bytes(content[:middle] if what == "cut" else content[:middle] + bytes(50) + content[middle + 50 :])
    assert run("parse", "in.jsonl", "-o", "a.jsonl", "--resume").code == 1
    assert Path("a.jsonl").read_bytes() == expected(run, corpus, "a.jsonl")[0]
    assert hidden(corpus) == []


@pytest.mark.parametrize("name", ["a.jsonl", "a.bib", "a.csl.json"])
@pytest.mark.parametrize("options", [[], ["--resume"]])
def test_nothing_of_a_longer_run_is_left(corpus, run, name, options):
    """A killed run that had more to write leaves no end of its own behind that of the next."""
    killed(70, "-o", name)
    assert Path(f".{name}.nkdocs-partial").stat().st_size > 0 or name != "a.jsonl"
    rows = Path("in.jsonl").read_text("utf-8").splitlines()
    Path("in.jsonl").write_text("\n".join(rows[:6]), "utf-8")
    assert run("parse", "in.jsonl", "-o", name, *options).code == 1
    assert Path(name).read_bytes() == expected(run, corpus, name)[0]


def test_without_resume_the_killed_run_is_forgotten(corpus, run):
    """A normal run starts anew, and so does another command that writes there."""
    killed(70, "-o", "a.jsonl")
    assert "taken over" not in run("parse", "in.jsonl", "-o", "a.jsonl").err
    assert hidden(corpus) == []
    killed(70, "-o", "b.jsonl")
    assert run("convert", "a.jsonl", "-o", "b.jsonl").code == 0
    assert hidden(corpus) == []


def test_a_run_that_lives_is_not_continued(corpus, run):
    """The second one is refused in one line, and touches nothing."""
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "nkdocs", "parse", "-", "-o", "a.jsonl"]
    with subprocess.Popen(command, stdin=reading, stderr=subprocess.DEVNULL) as child:
        while not Path(".a.jsonl.nkdocs-journal").exists():
            assert child.poll() is None
        result = run("parse", "in.jsonl", "-o", "a.jsonl", "--resume")
        assert (result.code, result.err.count("\n")) == (2, 1)
        assert "another run is writing it" in result.err
        os.write(writing, b"Rice prices fall\n\nRice was cheaper.")
        os.close(writing)
        os.close(reading)
    assert (child.returncode, len(Path("a.jsonl").read_bytes().splitlines())) == (0, 1)


def test_resuming_needs_a_destination(corpus, run):
    """Standard output keeps nothing."""
    result = run("parse", "in.jsonl", "--resume")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert "-o" in result.err


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_what_stands_where_the_journal_goes_is_left(corpus, run, kind):
    """Somebody else's link or folder is not written through; the run is refused in one line."""
    journal, precious = Path(".a.jsonl.nkdocs-journal"), corpus / "precious"
    precious.write_bytes(b"precious")
    journal.symlink_to(precious) if kind == "link" else journal.mkdir()
    result = run("parse", "in.jsonl", "-o", "a.jsonl", "--resume")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert precious.read_bytes() == b"precious"
    assert not Path("a.jsonl").exists()
