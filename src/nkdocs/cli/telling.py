"""What is said of plugins that fail: each problem once, tracebacks only to who asks for them."""

from collections.abc import Callable

from nkdocs.cli.screen import say_lines
from nkdocs.registry.holdings import Holdings

__all__ = ["indented_traceback", "tell_faults", "tell_problems"]

_INDENT = "    "


def tell_problems(registry: Holdings, *, verbose: bool = False, after: int = 0) -> int:
    """Print the problems beyond the first ``after`` ones to standard error; return how many there are."""
    for problem in registry.problems[after:]:
        say_lines(_indented(f"nkdocs: {problem}", "  "))
        if verbose and problem.cause is not None:
            say_lines(indented_traceback(problem.cause))
    return len(registry.problems)


def tell_faults() -> Callable[[BaseException, str], None]:
    """A listener that prints where each fault of a plugin at run time was raised, the same one once."""
    told: set[str] = set()

    def listener(cause: BaseException, whose: str) -> None:
        traced = indented_traceback(cause)
        if traced not in told:
            told.add(traced)
            say_lines(f"nkdocs: {whose} failed\n{traced}")

    return listener


def indented_traceback(cause: BaseException) -> str:
    """The traceback, set back so that no line can be taken for a crash of our own."""
    import traceback  # not at the top: nearly no run needs it

    return _INDENT + _indented("".join(traceback.format_exception(cause)).rstrip(), _INDENT)


def _indented(text: str, indent: str) -> str:
    """Lines after the first stand back, so that none can be taken for a message of its own."""
    first, *others = text.splitlines() or [""]
    return "\n".join([first, *(line if line.startswith(indent) else indent + line for line in others)])
