"""The kit in pytest: options, fixtures, and the summary of each battery as the last lines of the output.

pytest loads this module in every run of every project that has nkdocs installed: it imports nothing of nkdocs before
somebody asks for it.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

__all__ = ["RESULT", "UPDATED", "nkdocs_corpus", "nkdocs_registry"]

# Names of what a test tells in its ``user_properties``, which travel to the process that prints the summary.
RESULT: Final = "nkdocs-check"
UPDATED: Final = "nkdocs-updated"
_RESULTS: Final = pytest.StashKey[list[dict[str, Any]]]()
_PATHS: Final = pytest.StashKey[dict[str, None]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the kit."""
    group = parser.getgroup("nkdocs")
    group.addoption(
        "--nkdocs-update", action="store_true", help="write the expected records of conformance classes anew"
    )
    group.addoption(
        "--nkdocs-strict-should", action="store_true", help="fail for what should hold as for what must hold"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to write expected records where nobody reviews them."""
    config.stash[_RESULTS] = []
    config.stash[_PATHS] = {}
    if config.getoption("--nkdocs-update") and os.environ.get("CI"):
        raise pytest.UsageError("--nkdocs-update writes what somebody must review, so it is refused where CI is set")


class _Listener:
    """Collects what conformance tests tell, in whichever process they ran."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the results of a test that has just run."""
        if report.when != "call":
            return
        for name, value in report.user_properties:
            if name == RESULT:
                self._config.stash[_RESULTS].append(json.loads(str(value)))
            elif name == UPDATED:
                self._config.stash[_PATHS][str(value)] = None


def pytest_sessionstart(session: pytest.Session) -> None:
    """Listen to this session's tests."""
    session.config.pluginmanager.register(_Listener(session.config), "nkdocs-listener")


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Say last of all how many checks ran on how many documents: a green run does not tell."""
    reporter: Any = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or _RESULTS not in config.stash:
        return
    for line in _lines(config):
        reporter.write_line(line)


def _lines(config: pytest.Config) -> list[str]:
    written = [f"nkdocs wrote {path}: review it" for path in config.stash[_PATHS]]
    told = config.stash[_RESULTS]
    if not told:
        return written
    from nkdocs.testing.result import CheckResult, summary

    batteries: dict[str, list[CheckResult]] = {}
    for values in told:
        battery = str(values.pop("battery"))
        batteries.setdefault(battery, []).append(CheckResult(**values))
    should = [
        f"{found.subject}: {found.id} should hold{f' ({found.document})' if found.document else ''}: {found.detail}"
        for results in batteries.values()
        for found in results
        if found.outcome == "failed" and found.level == "S"
    ]
    return [*written, *should, *map(summary, batteries.values())]


@pytest.fixture
def nkdocs_registry() -> Callable[..., Any]:
    """``nkdocs_registry(*plugins, **options) -> Registry``: these plugins and the built-in ones, nothing installed.

    Plugins are modules or objects with hooks, or the descriptions that such hooks give; ``options`` are those of
    ``Registry``.
    """
    from nkdocs.testing.subject import alone

    return alone


@pytest.fixture
def nkdocs_corpus(request: pytest.FixtureRequest) -> Path:
    """The folder of documents: that of the test's conformance class, else ``corpus`` beside the test's file."""
    asking: Any = request
    named: object = getattr(asking.cls, "corpus", None)
    folder = Path(request.path).parent / "corpus" if named is None else Path(str(named))
    if not folder.is_dir():
        pytest.fail(f"there is no folder {folder}", pytrace=False)
    return folder
