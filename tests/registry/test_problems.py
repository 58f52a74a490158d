import pickle

import pytest

from nkdocs.registry.problems import PluginInfo, problem

LEDGER = PluginInfo(name="ledger", distribution="nkdocs-ledger", version="1.0")


def test_a_problem_is_four_lines():
    """What, why, consequence and remedy, each on a line of its own."""
    cause = ModuleNotFoundError("No module named 'regex'", name="regex")
    assert str(problem("import", LEDGER, "could not be imported", cause)).splitlines() == [
        'plugin "ledger" (nkdocs-ledger 1.0) could not be imported',
        "  why:         ModuleNotFoundError: No module named 'regex'",
        "  consequence: its parsers are not available; everything else works",
        "  remedy:      pip install regex, or pip uninstall nkdocs-ledger, or NKDOCS_DISABLE_PLUGINS=ledger",
    ]


def test_a_line_break_makes_no_fifth_line():
    """Names and messages with line breaks in them stay on their line."""
    odd = PluginInfo(name="led\nger")
    assert len(str(problem("info", odd, "is\nodd", "first\nsecond", consequence="a\nb")).splitlines()) == 4


@pytest.mark.parametrize(
    ("info", "remedy"),
    [
        (LEDGER, "pip install --upgrade nkdocs-ledger"),
        (PluginInfo(name="Ledger"), "leave it out of Registry(plugins=...)"),
        (PluginInfo(name="nkdocs.parsers", distribution="nkdocs", builtin=True), "reinstall nkdocs"),
    ],
)
def test_the_remedy_fits_the_plugin(info, remedy):
    """What to do depends on where the plugin came from."""
    assert remedy in problem("register", info, "failed", ValueError("x")).remedy


def test_a_problem_can_be_pickled():
    """Problems travel between processes, their cause too."""
    found = pickle.loads(pickle.dumps(problem("import", LEDGER, "failed", ValueError("x"))))  # noqa: S301 - our own
    assert str(found.cause) == "x"
    assert found == problem("import", LEDGER, "failed", ValueError("x"))
