"""What is being written is locked, and not by processes that outlive their parent."""

import os
import signal
import subprocess
import sys

import pytest

from nkdocs.errors import OutputError
from nkdocs.pipeline.locking import is_at, locked, unlock

FORKING = """
import os, sys, time
from pathlib import Path
from nkdocs.pipeline.writing import replaced_file
ready, told = os.pipe()
with replaced_file(sys.argv[1]) as stream:
    if os.fork() == 0:
        os.close(1)
        os.write(told, b".")
        time.sleep(30)
    os.read(ready, 1)
    print("locked", flush=True)
    time.sleep(30)
"""


@pytest.fixture
def partial(tmp_path):
    """What is written."""
    return tmp_path / "partial"


def opened(partial):
    """Open it, making it where there is none."""
    return lambda: os.open(partial, os.O_RDWR | os.O_CREAT)


def test_what_is_locked_is_refused_until_it_is_unlocked(partial):
    """A second run gets the lock only after the first has let go of it."""
    first = locked(partial, partial, opened(partial))
    assert is_at(partial, first)
    with pytest.raises(OutputError, match="another run is writing it"):
        locked(partial, partial, opened(partial))
    unlock(first)
    unlock(locked(partial, partial, opened(partial)))
    assert partial.exists()


def test_what_is_never_there_is_given_up(partial):
    """Where each run that we wait for is followed by the next, we stop at some time."""

    def vanishing():
        descriptor = opened(partial)()
        partial.unlink()
        return descriptor

    with pytest.raises(OutputError, match="other runs keep writing it"):
        locked(partial, partial, vanishing)


def test_a_forked_process_does_not_keep_the_lock(tmp_path):
    """When its parent is killed, the next run may write at once, though the child lives."""
    path = tmp_path / "x.csv"
    with subprocess.Popen(
        [sys.executable, "-c", FORKING, str(path)], stdout=subprocess.PIPE, start_new_session=True
    ) as run:
        assert run.stdout.readline() == b"locked\n"
        run.send_signal(signal.SIGKILL)
        run.wait()
        try:
            beside = tmp_path / ".x.csv.nkdocs-partial"
            unlock(locked(beside, path, opened(beside)))
        finally:
            os.killpg(run.pid, signal.SIGKILL)
    assert not path.exists()
