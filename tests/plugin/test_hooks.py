import inspect

import pluggy
import pytest

from nkdocs.plugin.hooks import HOOKS, PROJECT, NkdocsSpecs, hookimpl


def test_pluggy_takes_the_specifications():
    """Each hook is known to a manager of the project, and there are no others."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(NkdocsSpecs)
    assert {name for name in dir(manager.hook) if not name.startswith("_")} == set(HOOKS)


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_is_offered_the_version_and_the_options(name):
    """The signature of plugin API 1."""
    assert list(inspect.signature(getattr(NkdocsSpecs, name)).parameters) == ["self", "api_version", "options"]


def test_an_implementation_is_marked_and_stays_a_function():
    """The marker adds an attribute and changes nothing else."""

    @hookimpl
    def nkdocs_register_parsers():
        return ["x"]

    assert nkdocs_register_parsers() == ["x"]
