import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from nkdocs.document import Document
from nkdocs.errors import PluginFailed, UnknownPlugin, UsageError
from nkdocs.pipeline.many import parse_many
from nkdocs.registry import Registry

ALONE = Registry(entry_points=False)
DOCUMENTS = ["", "Rice was cheaper in Hyesan last week.", b"\x89PNG\r\n\x1a\n", Document("Prices fell.", name="a.txt")]
GOOD = "Rice was cheaper in Hyesan last week."


def test_documents_come_out_in_order():
    """One result for each, whatever it is."""
    parsed = list(parse_many(DOCUMENTS, registry=ALONE))
    assert [each.kind for each in parsed] == ["empty", "article", "unreadable", "article"]
    assert parsed[3].document.name == "a.txt"


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_number_of_processes_does_not_show(jobs):
    """Several give the same as one, in the same order, whether documents are short or long."""
    documents = [f"Rice cost {number} won in Hyesan last week. " * (1 + number % 7 * 20) for number in range(150)]
    assert list(parse_many(documents, jobs=jobs, registry=ALONE)) == list(parse_many(documents, registry=ALONE))


@pytest.mark.parametrize("arguments", [{}, {"jobs": 2}, {"isolate": True}])
def test_documents_are_taken_as_needed(arguments):
    """An endless source is no obstacle, and few documents are read ahead."""
    taken: list[int] = []

    def endless():
        while True:
            taken.append(1)
            yield "Rice was cheaper in Hyesan last week."

    assert next(parse_many(endless(), registry=ALONE, **arguments)).kind == "article"
    assert len(taken) < 2000


@pytest.mark.parametrize(
    ("documents", "arguments"),
    [
        ("a text", {}),
        (b"bytes", {}),
        (Document("x"), {}),
        (3, {}),
        ([], {"jobs": 0}),
        ([], {"jobs": True}),
        ([], {"jobs": "2"}),
        ([], {"encoding": "no-such-encoding"}),
        ([], {"registry": 3}),
        ([], {"timeout": 0}),
        ([], {"timeout": float("nan")}),
        ([], {"timeout": "2"}),
        ([], {"memory": 1000}),
        ([], {"memory": 1e9}),
    ],
)
def test_a_wrong_argument_is_refused_at_once(documents, arguments):
    """Not only when the first result is asked for."""
    with pytest.raises(UsageError):
        parse_many(documents, **{"registry": ALONE, **arguments})


def test_an_unknown_parser_is_refused_at_once():
    """As ``parse`` does."""
    with pytest.raises(UnknownPlugin):
        parse_many([], parser="generik", registry=ALONE)


def test_what_the_documents_raise_comes_out():
    """A source that fails half way has its own exception, whatever the number of processes."""

    def failing() -> Iterator[str]:
        yield from [GOOD] * 100
        raise ZeroDivisionError

    for jobs in (1, 2):
        with pytest.raises(ZeroDivisionError):
            list(parse_many(failing(), jobs=jobs, registry=ALONE))


@pytest.fixture
def harmful(harm):
    """A registry with the parser that does harm."""
    return Registry([harm], entry_points=False)


def test_a_process_that_ends_is_told_where_documents_are_not_isolated(harmful):
    """The error says how it ended, and what would help."""
    with pytest.raises(PluginFailed, match=r"exit code 3.*isolate"):
        list(parse_many([GOOD, "DO leave\n\nnow", GOOD], jobs=2, registry=harmful))


CODES = {
    "hang": "time-limit",
    "spin": "time-limit",
    "crash": "process-ended",
    "leave": "process-ended",
    "swallow": "process-ended",
    "eat": "memory-limit",
    "hoard": "memory-limit",
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do not hold a process to its memory")
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_isolated_document_that_does_harm_is_lost_alone(jobs, harmful):
    """It comes out as unreadable, in its place, with whose fault it was; all others are as if it were not there."""
    documents: list[Document] = []
    for number, deed in enumerate(CODES):
        documents += [Document(f"DO {deed}\n\nnow", name=deed), Document(f"Rice fell by {number} won.", name="good")]
    parsed = list(parse_many(documents, jobs=jobs, timeout=3.0, memory=200 << 20, registry=harmful))
    assert [each.document.name for each in parsed] == [each.name for each in documents]
    lost = {each.document.name: each for each in parsed if each.kind == "unreadable"}
    assert {name: [note.code for note in each.notes] for name, each in lost.items()} == {
        name: [code] for name, code in CODES.items()
    }
    assert all('parser "hostile"' in str(each.notes[0].detail) for each in lost.values())
    good = [each for each in documents if each.name == "good"]
    assert [each for each in parsed if each.document.name == "good"] == list(parse_many(good, registry=harmful))
    assert lost["hang"].document.sha256 == next(parse_many(["DO hang\n\nnow"], registry=ALONE)).document.sha256


RUN = """
import sys
sys.path.insert(0, sys.argv[1])
import nkdocs, nkdocs_hostile
registry = nkdocs.Registry([nkdocs_hostile], entry_points=False)
documents = ["Rice fell."] * 20 + ["DO spin"] * 20
for number, _ in enumerate(nkdocs.parse_many(documents, jobs=2, timeout=1000, registry=registry)):
    if number == 19:
        print("busy", flush=True)
"""


def test_processes_end_with_the_one_that_started_them(harm_folder):
    """Killed outright it leaves nobody behind, also where code holds the interpreter for ever."""
    command = [sys.executable, "-c", RUN, str(harm_folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as run:
        try:
            assert run.stdout is not None
            assert run.stdout.readline() == b"busy\n"
            time.sleep(0.2)  # until both are at it; earlier would do as well
            run.kill()
            # The pipe ends when the last of them, each of which holds it, is gone.
            assert select.select([run.stdout], [], [], 20)[0]
            assert run.stdout.read() == b""
        finally:
            with suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)
