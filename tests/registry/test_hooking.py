from typing import Any

import pytest

from nkdocs.layout.block import API_VERSION
from nkdocs.plugin import OutletRules, hookimpl
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry.guard import Fault
from nkdocs.registry.hooking import Sockets

RULES = OutletRules(id="ledger", version="1")
NO_OPTIONS: FrozenMapping[Any] = FrozenMapping()


def registered(plugin, options=NO_OPTIONS):
    """What the plugin registers, or why it is out."""
    found = Sockets().described(plugin, options)
    return found.why if isinstance(found, Fault) else [(each.wing, each.item) for each in found]


def with_hook(function, name="nkdocs_register_parsers"):
    """A plugin whose one hook is this function."""
    return type("Ledger", (), {name: staticmethod(hookimpl(function))})()


def test_each_hook_fills_its_wing():
    """What a hook returns is for the wing of its name, whatever collection it comes in."""
    plugin = type(
        "Ledger",
        (),
        {
            "nkdocs_register_parsers": staticmethod(hookimpl(lambda: {RULES})),
            "nkdocs_register_readers": staticmethod(hookimpl(lambda: iter(["r"]))),
        },
    )()
    assert sorted(registered(plugin), key=lambda each: each[0]) == [("parsers", RULES), ("readers", "r")]


def test_a_hook_may_take_all_arguments_or_few():
    """The API version and the options are given to those that ask, by position or by name."""
    options = FrozenMapping({"depth": 2})
    assert registered(with_hook(lambda api_version, options: [api_version, options]), options) == [
        ("parsers", API_VERSION), ("parsers", options),
    ]  # fmt: skip
    assert registered(with_hook(lambda options: [options]), options) == [("parsers", options)]
    assert registered(with_hook(lambda *, api_version: [api_version])) == [("parsers", API_VERSION)]


def test_a_generator_that_dies_half_way_registers_nothing():
    """There are no half plugins."""

    def dying():
        yield RULES
        raise ValueError("half way")

    assert registered(with_hook(dying)) == "ValueError: half way"


@pytest.mark.parametrize("answer", [None, {}, "ledger", b"ledger", RULES, 3])
def test_what_is_no_collection_takes_the_plugin_out(answer):
    """None, a mapping, a string, a single item: each is refused by name."""
    assert f"returned {type(answer).__name__}, not a collection" in registered(with_hook(lambda: answer))


@pytest.mark.parametrize("hook", [lambda options=None: [options], lambda *, api_version=1: [api_version]])
def test_a_parameter_with_a_default_is_refused(hook):
    """Versions of pluggy fill it differently, so nobody may rely on either."""
    assert "has a default" in registered(with_hook(hook))


def test_an_unknown_parameter_is_refused():
    """A hook may take what is offered and nothing else, by position or by name."""
    assert "colour" in registered(with_hook(lambda colour: [colour]))
    assert "colour" in registered(with_hook(lambda *, colour: [colour]))


def test_a_misspelt_hook_is_no_silence():
    """The name is told, with the one that was meant."""
    why = registered(with_hook(lambda: [RULES], "nkdocs_register_parser"))
    assert why.endswith("no hook nkdocs_register_parser; did you mean nkdocs_register_parsers?")


def test_a_hook_of_a_newer_version_may_be_optional():
    """A plugin that says so brings what this version has no use for."""

    class Ledger:
        @hookimpl
        def nkdocs_register_parsers(self):
            return [RULES]

        @hookimpl(optionalhook=True)
        def nkdocs_register_linkers(self):
            return []

    assert registered(Ledger()) == [("parsers", RULES)]


def test_a_hook_without_its_mark_is_no_silence():
    """A function of a hook's name that is not marked would be passed over."""
    plugin = type("Ledger", (), {"nkdocs_register_parsers": staticmethod(lambda: [RULES])})()
    assert "nkdocs_register_parsers is not marked with @hookimpl" in registered(plugin)


def test_a_plugin_without_hooks_is_no_silence():
    """An object that implements nothing is told so."""
    assert "implements no hook" in registered(object())


def test_a_hook_under_another_name_is_called():
    """``specname`` says which hook a function implements."""
    plugin = type(
        "Ledger", (), {"parsers": staticmethod(hookimpl(specname="nkdocs_register_parsers")(lambda: [RULES]))}
    )
    assert registered(plugin()) == [("parsers", RULES)]


@pytest.mark.parametrize("mark", [hookimpl(wrapper=True), hookimpl(hookwrapper=True)])
def test_a_wrapper_is_refused(mark):
    """There is nothing to wrap: each hook is called alone."""

    def wrapping():
        yield

    plugin = type("Ledger", (), {"nkdocs_register_parsers": staticmethod(mark(wrapping))})()
    assert "wrapper" in registered(plugin)


def test_a_class_in_place_of_an_object_is_told():
    """Its methods lack a self, and the message names it."""

    class Ledger:
        @hookimpl
        def nkdocs_register_parsers(self):
            return [RULES]

    assert isinstance(registered(Ledger), str)
    assert registered(Ledger()) == [("parsers", RULES)]


def test_one_plugin_s_failure_leaves_nothing_behind():
    """The next plugin is held to the same specifications, as if nothing had been before it."""
    sockets = Sockets()
    assert isinstance(sockets.described(with_hook(lambda colour: [colour]), NO_OPTIONS), Fault)
    assert isinstance(sockets.described(with_hook(lambda: [RULES], "nkdocs_register_x"), NO_OPTIONS), Fault)
    good = sockets.described(with_hook(lambda: [RULES]), NO_OPTIONS)
    assert isinstance(good, list)
    assert len(good) == 1


def test_an_attribute_that_raises_costs_its_plugin_only():
    """Looking at a plugin runs its properties, and what they raise is contained."""

    class Ledger:
        @property
        def nkdocs_register_parsers(self):
            raise SystemExit(1)

    assert registered(Ledger()) == "SystemExit: 1"
