"""How much memory a process may take, and how much it has taken: as far as the system tells and holds to it."""

from pathlib import Path
from typing import Final

__all__ = ["confine", "grown"]

_STATUS: Final = Path("/proc/self/status")
_KILO: Final = 1024


def confine(memory: int) -> int:
    """Let this process take so many bytes more than it has now, and no more; return what it has.

    What it asks for beyond that fails with ``MemoryError``. Where the system knows no such limit nothing is held.
    """
    held = _data()
    try:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        soft = held + memory
        if hard != resource.RLIM_INFINITY:
            soft = min(soft, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    except (ImportError, ValueError, OSError):
        return held
    return held


def grown(baseline: int) -> int:
    """How many bytes more than ``baseline`` this process has now."""
    return _data() - baseline


def _data() -> int:
    """Private memory of this process, as ``RLIMIT_DATA`` counts it; 0 where the system does not tell."""
    try:
        told = _STATUS.read_bytes().partition(b"VmData:")[2].split(maxsplit=1)
    except OSError:
        return 0
    return int(told[0]) * _KILO if told else 0
