"""Bulk runs as a user sees them: isolation, progress, what is said at the end."""

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

DEEDS = {"hang": "time-limit", "crash": "process-ended", "leave": "process-ended", "eat": "memory-limit"}


@pytest.fixture
def harmful(harm_folder):
    """An environment where the parser is installed that does harm."""
    path = os.pathsep.join(filter(None, (str(harm_folder), os.environ.get("PYTHONPATH"))))
    return {"PYTHONPATH": path, "NKDOCS_DISABLE_PLUGINS": ""}


def reports(folder, names):
    """Documents called so: those of a deed ask for it."""
    (folder / "in").mkdir(exist_ok=True)
    for name in names:
        text = f"DO {name}\n\nnow" if name in DEEDS else f"Rice prices fall\n\nRice was cheaper by {name} won."
        (folder / "in" / f"{name}.txt").write_text(text, "utf-8")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do not hold a process to its memory")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_document_that_does_harm_costs_its_own_row(tmp_path, nkdocs, harmful, jobs):
    """All other records are the same bytes, in the same order; each loss is a line of errors that names who it was."""
    good = [str(number) for number in range(100, 120)]
    reports(tmp_path, good)
    calm = nkdocs("parse", "in", "-o", "calm.jsonl", env=harmful)
    assert calm.returncode == 0
    reports(tmp_path, DEEDS)
    result = nkdocs(
        "parse", "in", "-o", "out.jsonl", "--errors", "errors", "--jobs", jobs,
        "--isolate", "--timeout", "4", "--memory", "300M", env=harmful,
    )  # fmt: skip
    assert (result.returncode, result.stdout) == (1, b"")
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "calm.jsonl").read_bytes()
    rows = [json.loads(line) for line in (tmp_path / "errors").read_text("utf-8").splitlines()]
    assert {Path(row["name"]).stem: row["code"] for row in rows} == DEEDS
    assert all('parser "hostile" (nkdocs-hostile 7.0)' in row["message"] for row in rows)
    summary = result.stderr.splitlines()[-1]
    assert summary == (b"nkdocs: 24 documents, 20 articles; 4 failed (memory-limit 1, process-ended 2, time-limit 1)")
    assert b"Traceback" not in result.stderr


def test_without_isolation_a_process_that_ends_is_one_line(tmp_path, nkdocs, harmful):
    """Nothing is written; the message says what would help."""
    reports(tmp_path, ["100", "leave"])
    result = nkdocs("parse", "in", "-o", "out.jsonl", "--jobs", "2", env=harmful)
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)
    assert b"exit code 3" in result.stderr
    assert b"isolate" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize(
    "options",
    [["--timeout", "0"], ["--timeout", "-1"], ["--timeout", "nan"], ["--memory", "1K"], ["--memory", "lots"],
     ["--memory", "999999999999"], ["--jobs", "-1"]],
)  # fmt: skip
def test_a_limit_that_is_none_is_refused(article, run, monkeypatch, options):
    """One line, before anything is read."""
    monkeypatch.chdir(article)
    result = run("parse", "a.txt", "-o", "out.jsonl", *options)
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert not (article / "out.jsonl").exists()


@pytest.mark.parametrize("memory", ["1g", "512M", "600MiB", "700000K", "512"])
def test_memory_is_told_in_any_unit(article, run, monkeypatch, memory):
    """With or without a unit, which is then mebibytes."""
    monkeypatch.chdir(article)
    assert run("parse", "a.txt", "-o", "out.jsonl", "--memory", memory).code == 0


@pytest.mark.parametrize(
    ("arguments", "summary"),
    [
        (["a.txt"], "1 document, 1 article; none failed"),
        (["a.txt", "a.txt"], "2 documents, 2 articles; none failed"),
        (["empty.txt"], "1 document, 0 articles; none failed"),
        (["a.txt", "bad.jsonl"], "3 documents, 1 article; 2 failed (bad-line 2)"),
    ],
)
def test_a_run_into_a_file_ends_with_a_summary(article, run, monkeypatch, arguments, summary):
    """How many documents and articles there were, and what failed by code: the last line of standard error."""
    monkeypatch.chdir(article)
    Path("empty.txt").write_bytes(b"")
    Path("bad.jsonl").write_bytes(b"{\n[]\n")
    assert run("parse", *arguments, "-o", "out.jsonl").err.splitlines()[-1] == f"nkdocs: {summary}"


def test_progress_is_shown_on_a_terminal(tmp_path, terminal):
    """How many documents, how fast, how far and how long still, on a line that is gone at the end."""
    rows = [json.dumps({"text": f"Rice prices fall\n\nRice was cheaper by {number} won."}) for number in range(300)]
    (tmp_path / "in.jsonl").write_text("\n".join([*rows, "nonsense", *rows]), "utf-8")
    code, screen = terminal("parse", "in.jsonl", "-o", "out.jsonl", env={"COLUMNS": "100"})
    assert code == 1
    shown = screen.decode().replace("\r\n", "\n").split("\r")
    assert any("documents" in each and "/s" in each and " %" in each and "left" in each for each in shown)
    lines = screen.decode().replace("\r\n", "\n").split("\n")
    assert lines[0].split("\r")[-1].startswith("nkdocs: in.jsonl: bad-line")
    assert lines[1].split("\r")[-1] == "nkdocs: 601 documents, 600 articles; 1 failed (bad-line 1)"
    assert "\x1b" not in screen.decode()


def test_standard_input_has_no_end_that_is_known(tmp_path, terminal):
    """There is no remaining time where nobody knows how much is to come; nor any progress among records."""
    (tmp_path / "a.txt").write_text("Rice prices fall\n\nRice was cheaper.", "utf-8")
    code, screen = terminal("parse", "a.txt", "a.txt")
    assert (code, b"documents" in screen) == (0, False)
    reading, writing = os.pipe()
    os.write(writing, b'{"text": "Rice prices fall"}\n' * 500)
    os.close(writing)
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "nkdocs", "parse", "-", "-o", "out.jsonl"]
    with subprocess.Popen(command, cwd=tmp_path, stdin=reading, stderr=theirs):
        os.close(theirs)
        os.close(reading)
        screen = b""
        with suppress(OSError):  # how Linux says that the other end was closed
            while piece := os.read(ours, 1 << 16):
                screen += piece
    os.close(ours)
    assert b"500 documents" in screen
    assert b"left" not in screen


def test_no_terminal_no_progress(article, nkdocs):
    """What is read later gets lines of messages, and nothing that is written over."""
    result = nkdocs("parse", "a.txt", "-o", "out.jsonl")
    assert result.stderr == b"nkdocs: 1 document, 1 article; none failed\n"


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "sqlite", "csl.json", "annotations.json"])
def test_any_number_of_jobs_gives_the_same_bytes(tmp_path, run, monkeypatch, suffix):
    """In each way that articles go from those who parse to the one who writes."""
    monkeypatch.chdir(tmp_path)
    rows = [json.dumps({"text": f"Rice prices fall\n\nRice was cheaper by {number} won."}) for number in range(90)]
    rows[7] = "nonsense"
    Path("in.jsonl").write_text("\n".join(rows), "utf-8")
    outputs = []
    for jobs in ("1", "2", "3"):
        assert (
            run("parse", "in.jsonl", "-o", f"{jobs}.{suffix}", "--errors", f"{jobs}.errors", "--jobs", jobs).code == 1
        )
        outputs.append((Path(f"{jobs}.{suffix}").read_bytes(), Path(f"{jobs}.errors").read_bytes()))
    assert outputs[0] == outputs[1] == outputs[2]
