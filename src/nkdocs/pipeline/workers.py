"""Items through several processes, answers in the order of the items; a process that is lost costs one item."""

import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Any, Final

import attrs

from nkdocs.errors import PluginFailed
from nkdocs.pipeline.serving import NAMED_WITHIN, Answers, Limits, Lost, Raised, Work, pickled, serve

__all__ = ["in_order"]

# A list of items is to take about this long: short enough to share the last ones out, long enough to be worth a pipe.
_SECONDS: Final = 0.1
_MOST_ITEMS: Final = 64
_MOST_BYTES: Final = 1 << 20  # pickled: large items travel alone
# How many lists, and bytes of them, may be under way or wait for their turn: what memory it takes is bounded.
_WAITING: Final = 4
_WAITING_BYTES: Final = 64 << 20
_PATIENCE: Final = 5.0


Pairs = Generator[tuple[Any, Any], None, None]


def in_order(items: Iterable[Any], work: Work, jobs: int, limits: Limits | None = None) -> Pairs:
    """Each item with what ``work`` makes of it, in the order of the items, which are taken only as they are needed.

    With ``limits`` an item that takes more than it may, or ends its process, has ``Lost`` and costs nothing else.

    Raises:
        PluginFailed: if a process ends by itself, without ``limits``; and whatever ``work`` raises.
    """
    crew = _Crew(work, jobs, limits)
    try:
        yield from crew.answers(iter(items))
    finally:
        crew.end()


class _List:
    """Items on their way through one process, and what came back."""

    __slots__ = ("_taken", "answers", "items", "size")

    def __init__(self, items: list[Any], size: int) -> None:
        self.items = items
        self.size = size
        self.answers: list[Any] = []
        self._taken = 0

    @property
    def done(self) -> bool:
        """Whether all answers are there."""
        return len(self.answers) == len(self.items)

    @property
    def told(self) -> bool:
        """Whether there are answers that were not taken yet."""
        return len(self.answers) > self._taken

    def taken(self) -> Iterator[tuple[Any, Any]]:
        """The items with answers that were not taken yet; afterwards they are."""
        start, self._taken = self._taken, len(self.answers)
        return zip(self.items[start : self._taken], self.answers[start : self._taken], strict=True)


@attrs.define(eq=False)
class _Worker:
    """One process; what it is at, and since when."""

    process: Any
    connection: Connection
    lifeline: Connection
    busy_with: Any
    at: _List | None = None
    since: float = 0.0


class _Crew:
    """Processes, started when they are needed, ended when they are not."""

    def __init__(self, work: Work, jobs: int, limits: Limits | None) -> None:
        self._context = multiprocessing.get_context()
        self._work, self._jobs, self._limits = work, jobs, limits
        self._workers: list[_Worker] = []
        self._under_way: deque[_List] = deque()
        self._next: tuple[_List, bytes] | None = None
        self._mean = _SECONDS  # seconds an item

    def answers(self, items: Iterator[Any]) -> Pairs:
        """All items with their answers, in order."""
        # Started before the first item is taken: a reader may start threads, which a fork does not bear well.
        for _ in range(self._jobs):
            self._workers.append(self._started())
        lists = self._lists(items)
        self._next = next(lists, None)
        while self._next is not None or self._under_way:
            self._hand_out(lists)
            if not self._under_way[0].told:
                self._collect()
            self._hand_out(lists)  # before whoever takes the answers takes his time
            while self._under_way and (head := self._under_way[0]).told:
                for item, answer in head.taken():
                    yield item, _unwrapped(answer)
                if not head.done:
                    break
                self._under_way.popleft()

    def end(self) -> None:
        """End all processes, whatever they do."""
        for worker in self._workers:
            self._dismiss(worker)

    def _lists(self, items: Iterator[Any]) -> Iterator[tuple[_List, bytes]]:
        """Items in lists, as long as time and size allow, with their bytes."""
        gathered: list[Any] = []
        size = 0
        for item in items:
            gathered.append(item)
            size += _weight(item)
            if len(gathered) * self._mean >= _SECONDS or len(gathered) >= _MOST_ITEMS or size >= _MOST_BYTES:
                yield _List(gathered, size), pickled(gathered)
                gathered, size = [], 0
        if gathered:
            yield _List(gathered, size), pickled(gathered)

    def _hand_out(self, lists: Iterator[tuple[_List, bytes]]) -> None:
        """Give each idle process a list, as far as there is room for answers; the next one is made beforehand."""
        for number, worker in enumerate(self._workers):
            if self._next is None or not self._room():
                return
            if worker.at is None:
                self._under_way.append(self._next[0])
                self._give(number, *self._next)
                self._next = next(lists, None)

    def _room(self) -> bool:
        waiting = sum(each.size for each in self._under_way)
        return len(self._under_way) < self._jobs * _WAITING and waiting < _WAITING_BYTES

    def _give(self, number: int, given: _List, data: bytes) -> None:
        """Send a list to a process; to a new one, should it have ended meanwhile."""
        worker = self._workers[number]
        try:
            worker.connection.send_bytes(data)
        except OSError:
            self._dismiss(worker)
            worker = self._workers[number] = self._started()
            worker.connection.send_bytes(data)
        worker.at, worker.since = given, monotonic()

    def _collect(self) -> None:
        """Wait for an answer, or for the first process that has taken too long."""
        busy = [worker for worker in self._workers if worker.at is not None]
        ready = wait([worker.connection for worker in busy], self._patience(busy))
        for worker in busy:
            if worker.connection in ready:
                self._take(worker)
            elif self._limits is not None and monotonic() - worker.since > self._limits.seconds:
                whose = _whose(worker)
                detail = f"it took longer than {self._limits.seconds:g} s{whose}"
                self._lose(worker, Lost("time-limit", detail))

    def _patience(self, busy: list[_Worker]) -> float | None:
        if self._limits is None:
            return None
        first = min(worker.since for worker in busy) + self._limits.seconds
        return max(0.0, first - monotonic())

    def _take(self, worker: _Worker) -> None:
        """One answer of a process, or its end."""
        try:
            answers: Answers = pickle.loads(worker.connection.recv_bytes())  # noqa: S301 - our own process sends it
        except (EOFError, OSError):
            self._lose(worker, self._obituary(worker))
            return
        at = worker.at
        if at is None:
            return
        at.answers += answers.given
        self._mean += (answers.seconds / len(answers.given) - self._mean) / 4
        worker.since = monotonic()
        if at.done:
            worker.at = None
        if not answers.fit:
            self._replace(worker)

    def _obituary(self, worker: _Worker) -> Lost:
        """How a process ended by itself.

        Raises:
            PluginFailed: where one process is not to cost one item alone.
        """
        worker.process.join(_PATIENCE)
        how = f"its process {_ended(worker.process.exitcode)}{_whose(worker)}"
        if self._limits is None and worker.at is not None:
            raise PluginFailed(f"a process that parsed ended: {how.removeprefix('its process ')}; isolate documents")
        return Lost("process-ended", how)

    def _lose(self, worker: _Worker, lost: Lost) -> None:
        """Give up the item that a process was at; a new process goes on with the next."""
        if worker.at is not None:
            worker.at.answers.append(lost)
        self._replace(worker)

    def _replace(self, worker: _Worker) -> None:
        """Start a new process in its place, for what is left of its list."""
        number = self._workers.index(worker)
        at = None if worker.at is None or worker.at.done else worker.at
        self._dismiss(worker)
        self._workers[number] = self._started()
        if at is not None:
            self._give(number, at, pickled(at.items[len(at.answers) :]))

    def _started(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        # One for each: the system signals the end of a pipe to one process.
        theirs_for_life, lifeline = self._context.Pipe(duplex=False)
        private = [ours, lifeline]
        private += [end for worker in self._workers for end in (worker.connection, worker.lifeline)]
        forked = self._context.get_start_method() == "fork"
        place = self._context.RawArray("c", NAMED_WITHIN) if self._limits is not None else None
        process = self._context.Process(
            target=serve,
            args=(theirs, theirs_for_life, private if forked else (), self._work, self._limits, place),
            daemon=True,
        )
        with _deaf():
            process.start()
        theirs.close()
        theirs_for_life.close()
        return _Worker(process, ours, lifeline, place)

    def _dismiss(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.process.join()
        worker.process.close()
        worker.connection.close()
        worker.lifeline.close()


@contextmanager
def _deaf() -> Generator[None, None, None]:
    """Processes that are started here leave Ctrl-C to the one that started them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


def _weight(item: object) -> int:
    """About how many bytes an item is."""
    content = getattr(item, "content", item)
    return len(content) if isinstance(content, str | bytes) else 1


def _unwrapped(answer: Any) -> Any:
    if isinstance(answer, Raised):
        raise answer.cause
    return answer


def _ended(code: int | None) -> str:
    """What ended a process.

    >>> _ended(-11), _ended(3)
    ('was ended by SIGSEGV', 'ended itself with exit code 3')
    """
    if code is None or code >= 0:
        return f"ended itself with exit code {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"


def _whose(worker: _Worker) -> str:
    """Whose code was at work, as far as a plugin's was."""
    name = worker.busy_with.value.decode(errors="replace") if worker.busy_with is not None else ""
    return f" in {name}" if name else ""
