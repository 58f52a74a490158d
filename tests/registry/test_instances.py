import sys
from threading import Thread

import pytest

from nkdocs.registry import PluginInfo, PluginProblem
from nkdocs.registry.contents import Registered
from nkdocs.registry.guard import Fault
from nkdocs.registry.instances import Instances


@pytest.fixture
def made(parser_info):
    """``made(**fields)``: a function that gives the implementation, and the list of problems."""

    def make(**fields):
        problems: list[PluginProblem] = []
        instances = Instances(problems.append)
        item = Registered(wing="parsers", key="ledger", info=parser_info(**fields), plugin=PluginInfo(name="a"))
        return lambda: instances.of(item), problems

    return make


def in_thread(call):
    """What a call gives in another thread."""
    answers = []
    thread = Thread(target=lambda: answers.append(call()))
    thread.start()
    thread.join()
    return answers[0]


def test_one_instance_serves_all_threads(made):
    """A thread-safe parser is made once."""
    of, _ = made()
    assert of() is of() is in_thread(of)


def test_one_instance_a_thread_where_asked_for(made):
    """A parser that is not thread-safe is made once in each thread."""
    of, _ = made(thread_safe=False)
    assert of() is of()
    assert in_thread(of) is not of()


def test_a_factory_is_imported_at_first_use(made, tmp_path, monkeypatch):
    """A factory given as a string costs no import before it is needed."""
    (tmp_path / "nkdocs_late.py").write_text("class Late:\n    claim = parse = print\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    of, problems = made(factory="nkdocs_late:Late")
    assert "nkdocs_late" not in sys.modules
    assert type(of()).__name__ == "Late"
    assert problems == []


def failing():
    """A factory that ends the program."""
    raise SystemExit(2)


@pytest.mark.parametrize(
    ("factory", "why"),
    [
        ("nkdocs_missing:Ledger", "ModuleNotFoundError"),
        ("json:Ledger", "AttributeError"),
        (failing, "SystemExit: 2"),
        (object, "has no method claim"),
    ],
)
def test_a_factory_that_fails_is_one_problem(made, factory, why):
    """It is reported once, and not asked again."""
    of, problems = made(factory=factory)
    assert isinstance(of(), Fault)
    assert of() is of()
    assert [each.stage for each in problems] == ["factory"]
    assert why in problems[0].why


def test_a_failure_is_one_in_all_threads(made):
    """A factory that is called once a thread is not asked again either."""
    of, problems = made(factory=failing, thread_safe=False)
    of()
    assert isinstance(in_thread(of), Fault)
    assert len(problems) == 1
