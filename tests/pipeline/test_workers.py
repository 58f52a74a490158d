"""Items through processes, whatever those do."""

import os
import signal
import time
from typing import Any

import attrs
import pytest

from nkdocs.errors import PluginFailed, UsageError
from nkdocs.pipeline.serving import Limits, Lost
from nkdocs.pipeline.workers import in_order
from nkdocs.registry import Registry

LIMITS = Limits(seconds=2.0)


@attrs.frozen
class Work:
    """Doubles numbers; other items say what is to happen."""

    registry: Registry = attrs.Factory(lambda: Registry(entry_points=False, builtins=False))

    def __call__(self, item: Any, /) -> Any:
        """Do it."""
        match item:
            case int():
                return item * 2
            case "slow":
                time.sleep(0.05)
            case "hang":
                time.sleep(1000)
            case "leave":
                os._exit(7)
            case "stop":
                signal.raise_signal(signal.SIGTERM)
            case "memory":
                raise MemoryError
            case BaseException():
                raise item
        return item

    def lost(self, item: Any, lost: Lost, /) -> Any:
        """Never asked here."""
        return item, lost


def answers(items, jobs=2, limits=None):
    """What comes out."""
    return [answer for _, answer in in_order(items, Work(), jobs, limits)]


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("limits", [None, LIMITS])
def test_answers_come_in_the_order_of_the_items(jobs, limits):
    """However long each takes."""
    items = ["slow" if number % 17 == 0 else number for number in range(100)]
    assert answers(items, jobs, limits) == [item if item == "slow" else item * 2 for item in items]
    assert answers([], jobs, limits) == []


@pytest.mark.parametrize("item", ["leave", "stop"])
def test_a_process_that_ends_is_an_error_without_limits(item):
    """Which item it was nobody knows, so nothing goes on."""
    with pytest.raises(PluginFailed, match=r"exit code 7|SIGTERM"):
        answers([1, item, 2])


def test_with_limits_each_loss_stands_in_its_place():
    """Also several in a row, at the beginning and at the end."""
    items = ["leave", "hang", "stop", 1, "memory", "leave"]
    found = answers(items, 2, LIMITS)
    assert [each.code if isinstance(each, Lost) else each for each in found] == [
        "process-ended", "time-limit", "process-ended", 2, "memory-limit", "process-ended",
    ]  # fmt: skip
    assert f"{LIMITS.seconds:g} s" in found[1].detail


@pytest.mark.parametrize("limits", [None, LIMITS])
def test_what_the_work_raises_comes_out(limits):
    """After the answers before it, as it was raised; what does not pickle as its words."""
    given = in_order([1, UsageError("x"), 2], Work(), 1, limits)
    assert next(given) == (1, 2)
    with pytest.raises(UsageError, match="x"):
        next(given)


def test_who_stops_early_ends_the_processes():
    """They do not go on with what nobody wants."""
    given = in_order(iter(lambda: "slow", None), Work(), 2)
    next(given)
    given.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("wrong", [{"seconds": 0}, {"seconds": float("inf")}, {"seconds": True}, {"memory": 1}])
def test_limits_are_numbers_that_make_sense(wrong):
    """Anything else is refused at once."""
    with pytest.raises(UsageError):
        Limits(**wrong)
