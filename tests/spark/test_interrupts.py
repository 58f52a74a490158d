"""What an interrupted ``python -m nkdocs.spark`` leaves behind: nothing that runs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

PROC: Final = Path("/proc")
PATIENCE: Final = 240.0  # seconds, of which a busy machine may need many: nothing here is measured
MARK: Final = "NKDOCS_INTERRUPTED_RUN"
PROGRAM: Final = (sys.executable, "-m", "nkdocs.spark")
# A parser that says it was asked, and then takes its time.
PLUGIN: Final = """
import os, pathlib, time
import nkdocs

class Slow:
    def claim(self, layout, ctx):
        pathlib.Path(os.environ["NKDOCS_ASKED"]).touch()
        time.sleep(3600)

    def parse(self, layout, ctx):
        raise nkdocs.NotMine("never")

@nkdocs.hookimpl
def nkdocs_register_parsers():
    return [nkdocs.ParserInfo(id="slow", version="1", factory=Slow, produces=["headline"])]
"""

pytestmark = pytest.mark.skipif(not PROC.is_dir(), reason="which processes run is read from /proc")


def marked(mark: str) -> dict[int, str]:
    """The processes that run in the surroundings of one test, each with its command line."""
    found: dict[int, str] = {}
    for folder in PROC.iterdir():
        try:
            if folder.name.isdigit() and f"{MARK}={mark}\0".encode() in (folder / "environ").read_bytes():
                found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:  # it ended meanwhile, or is not ours
            continue
    return found


def until(what: Callable[[], bool]) -> bool:
    """Whether it became true, within a time that no machine needs."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.05)
    return what()


@pytest.fixture
def slow(tmp_path: Path) -> dict[str, str]:
    """An environment where that parser is installed, the workers' too; its processes can be told by it."""
    site = tmp_path / "site"
    (site / "nkdocs_slow-1.dist-info").mkdir(parents=True)
    (site / "nkdocs_slow.py").write_text(PLUGIN, "utf-8")
    (site / "nkdocs_slow-1.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: nkdocs-slow\nVersion: 1\n", "utf-8"
    )
    (site / "nkdocs_slow-1.dist-info" / "entry_points.txt").write_text("[nkdocs]\nslow = nkdocs_slow\n", "utf-8")
    paths = [str(site), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(paths), "NKDOCS_ASKED": str(tmp_path / "asked"), MARK: str(tmp_path)}


@pytest.fixture
def run(table: Path, slow: dict[str, str], tmp_path: Path, spark: object) -> Iterator[subprocess.Popen[bytes]]:
    """The program on its way, in a session of its own as a terminal gives it; nothing of it survives the test."""
    quick = ("--conf", "spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    arguments = (
        str(table),
        str(tmp_path / "out"),
        "--master",
        "local[2,4]",
        "--conf",
        "spark.ui.enabled=false",
        *quick,
    )
    # Interrupts are heard also where the tests run in the background of a shell that ignores them.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    child = subprocess.Popen(
        [*PROGRAM, *arguments], env={**os.environ, **slow}, start_new_session=True, stderr=subprocess.DEVNULL
    )
    signal.signal(signal.SIGINT, before)
    try:
        yield child
    finally:
        for number in marked(str(tmp_path)):
            os.kill(number, signal.SIGKILL)
        child.wait()


def test_an_interrupt_while_the_jvm_starts_leaves_no_jvm(run, tmp_path):
    """Whoever has second thoughts at once gets 130, and nothing runs on: neither does anything stand there."""
    assert until(lambda: any(command.split(" ")[0].endswith("java") for command in marked(str(tmp_path)).values()))
    os.killpg(run.pid, signal.SIGINT)
    assert run.wait(PATIENCE) == 130
    assert until(lambda: not marked(str(tmp_path))), marked(str(tmp_path))
    assert not list(tmp_path.glob("*out*"))


def test_an_interrupt_while_documents_are_parsed_ends_all_workers(run, tmp_path):
    """A terminal interrupts all processes of the run; the workers end, in whatever document."""
    assert until((tmp_path / "asked").exists)
    os.killpg(run.pid, signal.SIGINT)
    assert run.wait(PATIENCE) == 130
    assert until(lambda: not marked(str(tmp_path))), marked(str(tmp_path))
    assert not list(tmp_path.glob("*out*"))


def test_a_run_that_is_ended_takes_jvm_and_workers_with_it(run, tmp_path):
    """Only the program itself is ended: the JVM sees that nobody is there, and its workers that it is gone."""
    assert until((tmp_path / "asked").exists)
    os.kill(run.pid, signal.SIGTERM)
    assert run.wait(PATIENCE) == -signal.SIGTERM
    assert until(lambda: not marked(str(tmp_path))), marked(str(tmp_path))
    assert not (tmp_path / "out").exists()
