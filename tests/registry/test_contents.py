from functools import partial

import attrs
import pytest

from nkdocs.plugin import OutletRules, ReaderInfo, hookimpl
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry import PluginInfo
from nkdocs.registry.contents import load
from nkdocs.registry.sources import Source

A = PluginInfo(name="a", distribution="nkdocs-a", version="1.0")
B = PluginInfo(name="b", distribution="nkdocs-b", version="2.0")
CORE = PluginInfo(name="core", distribution="nkdocs", version="0", builtin=True)


@pytest.fixture
def loaded(plugin):
    """``loaded({info: items})``: what these plugins bring together, or raise."""

    def make(brought, out=()):
        def bringing(items):
            if isinstance(items, BaseException):
                raise items
            return plugin(*items)

        sources = [Source(info, partial(bringing, items)) for info, items in brought.items()]
        return load(sources, frozenset(out), FrozenMapping())

    return make


def keys(contents):
    """Parser keys with the plugin each came from."""
    return {key: item.plugin.name for key, item in contents.wings["parsers"].items()}


def stages(contents):
    """Problems as stage and plugin."""
    return [(each.stage, each.plugin) for each in contents.problems]


@pytest.mark.parametrize("error", [ImportError("x"), SystemExit(1), SyntaxError("x"), RecursionError()])
def test_a_plugin_that_cannot_be_imported_costs_itself(loaded, parser_info, error):
    """The others are loaded as if it were not there, and the problem keeps the cause."""
    contents = loaded({A: error, B: [parser_info("b")]})
    assert keys(contents) == {"b": "b"}
    assert stages(contents) == [("import", "a")]
    assert contents.problems[0].cause is error
    assert contents.plugins["a"] == attrs.evolve(A, state="failed")


def test_a_disabled_plugin_is_listed_and_not_loaded(loaded):
    """Its module is never asked for."""
    contents = loaded({A: AssertionError("loaded")}, out=["a"])
    assert contents.plugins["a"].state == "disabled"
    assert contents.problems == ()


def test_an_item_of_another_class_is_dropped_alone(loaded, parser_info):
    """What is no description, or one for another hook, is a problem of its own."""
    reader = ReaderInfo(name="r", version="1", factory="m:R")
    contents = loaded({A: ["ledger", reader, parser_info("good")]})
    assert keys(contents) == {"good": "a"}
    assert stages(contents) == [("info", "a"), ("info", "a")]
    assert "ReaderInfo among its parsers" in contents.problems[1].why
    assert contents.plugins["a"].state == "loaded"


def test_an_item_for_another_api_is_dropped_alone(loaded, parser_info):
    """What needs a version that is not offered is told so, and raises nothing."""
    contents = loaded({A: [parser_info("new", api_version=2), parser_info("good")]})
    assert keys(contents) == {"good": "a"}
    assert contents.problems[0].why == "it needs plugin API 2, this nkdocs offers 1"


def test_a_built_in_keeps_its_id(loaded, parser_info):
    """A third-party parser of a built-in's id is called by its distribution too."""
    contents = loaded({A: [parser_info("dailynk")], CORE: [parser_info("dailynk")]})
    assert keys(contents) == {"dailynk": "core", "dailynk@nkdocs-a": "a"}
    assert stages(contents) == [("info", "a")]


def test_two_third_party_parsers_of_one_id_are_both_renamed(loaded, parser_info):
    """Neither takes the name, whichever is loaded first."""
    one, two = [parser_info("ledger")], [OutletRules(id="ledger", version="2")]
    expected = {"ledger@nkdocs-a": "a", "ledger@nkdocs-b": "b"}
    assert keys(loaded({A: one, B: two})) == keys(loaded({B: two, A: one})) == expected


def test_a_parser_described_twice_counts_once(loaded, parser_info):
    """A plugin that repeats an id keeps the first."""
    first, second = parser_info("ledger", version="1"), parser_info("ledger", version="2")
    contents = loaded({A: [first, second]})
    assert [item.info for item in contents.wings["parsers"].values()] == [first]
    assert stages(contents)[-1] == ("info", "a")


def test_an_object_that_is_installed_too_counts_as_installed(plugin, parser_info):
    """The same module by both ways is one plugin."""
    ledger = plugin(parser_info("ledger"))
    sources = [Source(A, lambda: ledger), Source(PluginInfo(name="Plugin"), lambda: ledger)]
    contents = load(sources, frozenset(), FrozenMapping())
    assert keys(contents) == {"ledger": "a"}


def test_a_plugin_is_given_its_own_options():
    """Options go to the hooks of the plugin they name, and stay with what it registers."""

    class Ledger:
        @hookimpl
        def nkdocs_register_parsers(self, options):
            return [OutletRules(id=options["id"], version="1")]

    options = {"a": FrozenMapping({"id": "told"})}
    contents = load([Source(A, Ledger)], frozenset(), options)
    assert contents.wings["parsers"]["told"].options == {"id": "told"}


def test_what_a_broken_hook_costs_is_named():
    """Of a plugin that is out, its hooks say what is not available."""

    class Torn:
        @hookimpl
        def nkdocs_register_readers(self):
            raise OSError("no archive")

        @hookimpl
        def nkdocs_register_enrichers(self):
            return []

    contents = load([Source(A, Torn)], frozenset(), FrozenMapping())
    assert contents.problems[0].consequence == "its readers and enrichers are not available; everything else works"
