import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nkdocs.cli import main

PROGRAM = (sys.executable, "-m", "nkdocs")


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["-h"], ["parse", "--help"], ["plugins", "--help"]])
def test_asking_for_help_is_well(nkdocs, arguments):
    """Help and version go to standard output."""
    result = nkdocs(*arguments)
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"nkdocs" in result.stdout


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_help_loads_no_parser(nkdocs, arguments):
    """What runs no document loads nothing that could: no parser, no layout, no plugin."""
    code = (
        "import sys; from nkdocs.cli import main; main(sys.argv[1:]);"
        "print([m for m in sys.modules if m.split('.')[1:2] in (['parsers'], ['rules'], ['registry'], ['pipeline'])])"
    )
    result = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=True)
    assert result.stdout.splitlines()[-1] == b"[]"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], b"parse, explain"),
        (["pars"], b"did you mean parse?"),
        (["sing"], b"'sing'"),
        (["parse"], b"SOURCE"),
        (["parse", "--formt", "csv", "a.txt"], b"--format"),
        (["parse", "--parser", "genric", "a.txt"], b"generic"),
        (["parse", "--format", "jsnol", "a.txt"], b"jsonl"),
        (["parse", "--input-format", "txet", "a.txt"], b"text"),
        (["parse", "--prefer", "genric", "a.txt"], b"generic"),
        (["parse", "--jobs", "0", "a.txt"], b"0"),
        (["parse", "--captured", "June", "a.txt"], b"June"),
        (["parse", "--captured", "2014-06-02T10:00", "a.txt"], b"zone"),
        (["parse", "gone.txt"], b"gone.txt"),
        (["parse", "*.gone"], b"*.gone"),
        (["parse", "@gone"], b"@gone"),
        (["parse", "-o", "gone/out.jsonl", "a.txt"], b"gone/out.jsonl"),
        (["parse", "-o", "out.weird", "a.txt"], b"out.weird"),
        (["parse", "--errors", "gone/failed.jsonl", "a.txt"], b"gone/failed.jsonl"),
        (["explain", "gone.txt"], b"gone.txt"),
        (["plugins", "sho"], b"show"),
        (["plugins", "show", "genric"], b"generic"),
        (["schema", "--jsn"], b"--jsn"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(article, nkdocs, arguments, told):
    """Each mistake is told in one line that names it, and the close name where there is one; nothing is written."""
    result = nkdocs(*arguments)
    assert (result.returncode, result.stdout) == (2, b"")
    (line,) = result.stderr.splitlines()
    assert line.startswith(b"nkdocs: ")
    assert told in line
    assert [path.name for path in article.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(("unbuffered", "jobs"), [("", "1"), ("1", "1"), ("", "2")])
def test_a_reader_that_leaves_early_ends_it_quietly(article, unbuffered, jobs):
    """``| head -1`` gets its line; nobody hears of the pipe that closed."""
    (article / "list").write_text("a.txt\n" * 3000, encoding="utf-8")
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    command = [*PROGRAM, "parse", "@list", "--jobs", jobs]
    with subprocess.Popen(
        command, cwd=article, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        line = child.stdout.readline()
        child.stdout.close()
        told = child.stderr.read()
    assert line.startswith(b'{"schema"')
    assert (child.returncode, told) == (141, b"")


@pytest.mark.parametrize("arguments", ["parse a.txt", "explain a.txt", "schema", "plugins list", "--help"])
def test_a_standard_output_closed_before_the_start_ends_it_quietly(article, arguments):
    """There is nobody to write to, and nothing to complain about."""
    shell = f"exec {sys.executable} -m nkdocs {arguments} >&-"
    result = subprocess.run(["sh", "-c", shell], cwd=article, capture_output=True, check=False)
    assert result.returncode in {0, 141}
    assert result.stderr == b""


def test_a_full_device_is_an_output_that_cannot_be_written(article):
    """The end of the disk is one line and exit 2."""
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [*PROGRAM, "parse", "a.txt"], cwd=article, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert result.returncode == 2
    assert result.stderr == b"nkdocs: standard output cannot be written: No space left on device\n"


@pytest.mark.parametrize("arguments", [["parse", "-"], ["parse", "-o", "out.jsonl", "-"], ["explain", "-"]])
def test_an_interrupt_ends_it_quietly_with_130(article, arguments):
    """Ctrl-C while it waits leaves no traceback and no file."""
    command = [*PROGRAM, *arguments]
    with subprocess.Popen(
        command, cwd=article, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdin is not None
        child.stdin.write(b"Rice fell. " * 50_000)  # more than a pipe holds: it is read by now
        child.stdin.flush()
        child.send_signal(signal.SIGINT)
        printed, told = child.communicate()
    assert (child.returncode, printed, told) == (130, b"", b"")
    assert [path.name for path in article.iterdir()] == ["a.txt"]


def test_main_takes_arguments_and_gives_the_code(capsysbinary):
    """From Python it is a function: arguments in, exit code out."""
    assert main(["schema"]) == 0
    assert b"json-schema.org" in capsysbinary.readouterr().out
    assert main(["nonsense"]) == 2


def test_without_standard_error_nothing_is_said(article):
    """Both streams closed is no reason to fail otherwise."""
    shell = f"exec {sys.executable} -m nkdocs parse gone.txt 2>&-"
    result = subprocess.run(["sh", "-c", shell], cwd=article, capture_output=True, check=False)
    assert (result.returncode, result.stdout) == (2, b"")


def test_a_terminal_is_told_names_visibly(article, terminal):
    """What an argument or a file name holds is not obeyed by the terminal that shows the message."""
    code, screen = terminal("parse", "\x1b[2J\u202egone\x9b.txt")
    assert code == 2
    assert b"\\x1b[2J\\u202egone\\x9b.txt" in screen
    assert not any(byte < 0x20 and byte not in b"\r\n\t" for byte in screen)
    assert "\x9b" not in screen.decode()


def test_an_interrupt_that_python_forgets_is_repeated(article):
    """Raised inside a callback it would be printed with a traceback, and the run would go on."""
    code = (
        "import sys, signal, time, nkdocs.cli.run as room, nkdocs.cli\n"
        "class Callback:\n"
        "    def __del__(self): signal.raise_signal(signal.SIGINT)\n"
        "def wait(_):\n"
        "    Callback()\n"
        "    time.sleep(30)\n"
        "room._invoked = wait\n"
        "sys.exit(nkdocs.cli.main([]))\n"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=article, capture_output=True, check=False, timeout=60)
    assert (result.returncode, result.stdout, result.stderr) == (130, b"", b"")
