import pytest

from nkdocs.registry.guard import Fault, answering, guarded, in_words, watching


class UnspeakableError(Exception):
    """One whose words cannot be had."""

    def __str__(self):  # noqa: D105 - it raises, which says it all
        raise RuntimeError("no words")


def ending_in(error):
    """A function that raises it."""

    def raising():
        raise error

    return raising


@pytest.mark.parametrize("error", [ValueError("x"), SystemExit(3), MemoryError(), RecursionError(), StopIteration()])
def test_what_a_plugin_raises_becomes_a_fault(error):
    """Exceptions and ``SystemExit`` are contained, and kept as the cause."""
    fault = guarded(ending_in(error))
    assert isinstance(fault, Fault)
    assert fault.cause is error


def test_an_interrupt_is_the_user_s():
    """``KeyboardInterrupt`` is not contained."""
    with pytest.raises(KeyboardInterrupt):
        guarded(ending_in(KeyboardInterrupt()))


def test_arguments_pass_through():
    """Positional and named arguments reach the call, and its value comes back."""
    assert guarded(int, "ff", base=16) == 255


def test_an_exception_without_words_has_a_name():
    """One whose ``str`` raises, or is empty, is told by its class."""
    assert in_words(UnspeakableError()) == "UnspeakableError"
    assert in_words(ValueError()) == "ValueError"


def test_words_are_one_line_without_addresses():
    """Line breaks become spaces, addresses in memory are left out, long messages are cut."""
    assert in_words(ValueError("two\nlines of <object at 0x7f00beef>")) == "ValueError: two lines of <object at 0x…>"
    assert len(in_words(ValueError("x" * 10_000))) < 400


def test_who_watches_is_told_what_is_called_and_what_calls_that():
    """Before each call, and after it of the one around it; outermost of nothing."""
    told = []

    def outer():
        return guarded(int, "7")

    with watching(lambda call, given: told.append((call, given))):
        assert guarded(outer) == 7
        assert isinstance(guarded(int, "seven"), Fault)
    assert told == [
        (outer, ()), (int, ("7",)), (outer, ()), (None, ()), (int, ("seven",)), (None, ()),
    ]  # fmt: skip
    guarded(int, "7")
    assert len(told) == 6


def test_many_calls_are_guarded_one_by_one():
    """One that raises is a fault of its own; the calls after it are made; who answers None is passed over."""
    error = ValueError("x")

    def refusing(*_):
        raise error

    calls = [("none", lambda *_: None), ("raises", refusing), ("sum", lambda one, other: one + other)]
    (first, fault), last = answering(calls, 2, 3)
    assert (first, fault.cause, last) == ("raises", error, ("sum", 5))


def test_an_interrupt_ends_many_calls_too():
    """``KeyboardInterrupt`` is not contained there either."""

    def interrupted(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(answering([("a", interrupted)], 2, 3))


def test_who_watches_is_told_of_each_of_many_calls():
    """Before and after each, as for one."""
    told = []
    with watching(lambda call, given: told.append((call, given))):
        assert dict(answering([("a", max), ("b", min)], 2, 3)) == {"a": 3, "b": 2}
    assert told == [(max, (2, 3)), (None, ()), (min, (2, 3)), (None, ())]
