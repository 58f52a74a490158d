import subprocess
import sys
from threading import Thread

import pytest

from nkdocs.errors import PluginFailed, PluginUnavailable, UnknownPlugin
from nkdocs.pipeline.parsing import parse
from nkdocs.plugin import EnricherInfo, OutletRules, hookimpl
from nkdocs.records.convert import to_dict
from nkdocs.registry import Registry

LEDGER = """
from nkdocs import OutletRules, hookimpl

@hookimpl
def nkdocs_register_parsers(options):
    return [OutletRules(id=options.get("id", "ledger"), version="1")]
"""
BROKEN = "import no_such_library"


def states(registry):
    """Plugins that are not built in, by name, with their state."""
    return {name: info.state for name, info in registry.plugins.items() if not info.builtin}


def test_the_built_ins_are_there_and_nothing_is_wrong():
    """They come through the hooks that strangers use."""
    registry = Registry(entry_points=False)
    assert {"dailynk", "kcna", "newfocus", "generic"} <= set(registry.parsers)
    assert "jsonl" in registry.exporters
    assert "text" in registry.readers
    assert registry.problems == ()
    assert {info.state for info in registry.plugins.values()} == {"loaded"}


def test_built_ins_can_be_left_out():
    """A registry of nothing is one too."""
    registry = Registry(entry_points=False, builtins=False)
    assert [*registry.parsers, *registry.readers, *registry.exporters, *registry.plugins] == []


class Ledger:
    """A plugin as an object."""

    @hookimpl
    def nkdocs_register_parsers(self):
        """One outlet."""
        return [OutletRules(id="ledger", version="1")]


class Herald:
    """Another."""

    @hookimpl
    def nkdocs_register_parsers(self):
        """One outlet."""
        return [OutletRules(id="herald", version="1")]


@pytest.mark.parametrize("entry_points", [True, False])
def test_objects_are_left_out_by_name_too(entry_points):
    """``disable`` names them as it names installed ones; whom the caller gives, ``only`` does not take away."""
    given = [Ledger(), Herald()]
    registry = Registry(given, entry_points=entry_points, disable=["Ledger"])
    assert (registry.plugins["Ledger"].state, registry.plugins["Herald"].state) == ("disabled", "loaded")
    assert ("ledger" in registry.parsers, "herald" in registry.parsers) == (False, True)
    kept = Registry(given, entry_points=entry_points, only=["Ledger"])
    assert {"ledger", "herald"} <= set(kept.parsers)
    with pytest.raises(UnknownPlugin, match=r"Leger.*Ledger"):
        Registry(given, entry_points=entry_points, disable=["Leger"])


def test_an_installed_plugin_takes_part(install):
    """Its parser is there under its id, its plugin under the entry point's name."""
    install("nkdocs-ledger", "1.0", {"ledger": "nkdocs_ledger_a"}, nkdocs_ledger_a=LEDGER)
    registry = Registry()
    assert registry.parsers["ledger"] == OutletRules(id="ledger", version="1")
    info = registry.plugins["ledger"]
    assert (info.distribution, info.version, info.state) == ("nkdocs-ledger", "1.0", "loaded")
    assert registry.brought("ledger") == {"parsers": ("ledger",), "readers": (), "exporters": (), "enrichers": ()}


def test_options_reach_the_plugin_they_name(install):
    """By the entry point's name; a name that nothing has is refused."""
    install("nkdocs-ledger", "1.0", {"ledger": "nkdocs_ledger_b"}, nkdocs_ledger_b=LEDGER)
    assert "told" in Registry(options={"ledger": {"id": "told"}}).parsers
    with pytest.raises(UnknownPlugin, match="leger"):
        Registry(options={"leger": {}})


def test_a_plugin_can_be_left_out(install, monkeypatch):
    """By argument, by choice of others, or by the environment."""
    install("nkdocs-ledger", "1.0", {"ledger": "nkdocs_ledger_c"}, nkdocs_ledger_c=LEDGER)
    install("nkdocs-herald", "1.0", {"herald": "nkdocs_herald_c"}, nkdocs_herald_c=BROKEN)
    assert states(Registry(disable=["herald"])) == {"ledger": "loaded", "herald": "disabled"}
    assert states(Registry(only=["ledger"])) == {"ledger": "loaded", "herald": "disabled"}
    monkeypatch.setenv("NKDOCS_DISABLE_PLUGINS", "herald,tribune")
    registry = Registry()
    assert states(registry) == {"ledger": "loaded", "herald": "disabled"}
    assert [(each.stage, each.plugin) for each in registry.problems] == [("scan", "tribune")]
    assert states(Registry(entry_points=False)) == {}


def test_an_unknown_name_is_refused_with_the_close_one(install):
    """Wherever a name is asked for."""
    install("nkdocs-ledger", "1.0", {"ledger": "nkdocs_ledger_d"}, nkdocs_ledger_d=LEDGER)
    for arguments in ({"disable": ["leger"]}, {"only": ["leger"]}, {"prefer": ["leger"]}):
        with pytest.raises(UnknownPlugin, match=r"'leger'.*ledger"):
            Registry(**arguments)
    with pytest.raises(UnknownPlugin, match="enricher is called 'dats'"):
        Registry(enrich=["dats"])
    with pytest.raises(UnknownPlugin, match=r"parser.*'generik'.*generic"):
        Registry().registered("parsers", "generik")


def test_a_broken_plugin_changes_no_record(install):
    """Whatever is wrong with what is installed, built-in records are the same to the byte."""
    text = "Rice prices fall\n\nRice was cheaper in Hyesan last week."
    before = to_dict(parse(text, registry=Registry()).article)
    install("nkdocs-a", "1.0", {"a": "nkdocs_broken_a"}, nkdocs_broken_a=BROKEN)
    install("nkdocs-b", "1.0", {"b": "nkdocs_broken_b"}, nkdocs_broken_b="raise SystemExit(3)")
    install("nkdocs-c", "1.0", {"c": "nkdocs_broken_c:missing"}, nkdocs_broken_c="")
    install("nkdocs-d", "1.0", {"d": "nkdocs_broken_d"}, nkdocs_broken_d="")
    registry = Registry()
    assert to_dict(parse(text, registry=registry).article) == before
    assert [(each.plugin, each.stage) for each in registry.problems] == [
        ("a", "import"), ("b", "import"), ("c", "import"), ("d", "register"),
    ]  # fmt: skip
    assert set(states(registry).values()) == {"failed"}


def test_one_entry_point_name_in_two_distributions(install):
    """Both load, under names of their own, and each has a problem that says so."""
    install("nkdocs-a", "1.0", {"ledger": "nkdocs_two_a"}, nkdocs_two_a=LEDGER)
    install("nkdocs-b", "1.0", {"ledger": "nkdocs_two_b"}, nkdocs_two_b=LEDGER)
    registry = Registry()
    assert states(registry) == {"ledger@nkdocs-a": "loaded", "ledger@nkdocs-b": "loaded"}
    assert {"ledger@nkdocs-a", "ledger@nkdocs-b"} <= set(registry.parsers)
    scans = [each.plugin for each in registry.problems if each.stage == "scan"]
    assert scans == ["ledger@nkdocs-a", "ledger@nkdocs-b"]
    alone = Registry(disable=["ledger@nkdocs-b"])
    assert "ledger" in alone.parsers
    assert alone.problems == ()


def test_the_parser_of_a_broken_plugin_is_unavailable(install):
    """The error is an ``UnknownPlugin`` with the original cause; a disabled plugin says that."""
    install("nkdocs-ledger", "1.0", {"ledger": "nkdocs_ledger_e"}, nkdocs_ledger_e=BROKEN)
    with pytest.raises(PluginUnavailable, match="no_such_library") as raised:
        parse("text", parser="ledger", registry=Registry())
    assert isinstance(raised.value.__cause__, ModuleNotFoundError)
    with pytest.raises(PluginUnavailable, match="disabled"):
        parse("", parser="ledger/sports", registry=Registry(disable=["ledger"]))
    assert Registry(prefer=["ledger"]).resolve is not None


def test_absent_default_enrichers_are_skipped():
    """Without built-ins there are none to run, and that is no error."""
    assert Registry(entry_points=False, builtins=False).enrichers == {}


def test_factories_can_be_tried_at_once(registry_of, parser_info):
    """``make_all`` shows each factory that fails; asking for one by name raises."""
    registry = registry_of([parser_info("a", factory="nkdocs_missing:A"), parser_info("b")])
    assert registry.problems == ()
    registry.make_all()
    registry.make_all()
    assert [(each.stage, "'a'" in each.what) for each in registry.problems] == [("factory", True)]
    with pytest.raises(PluginFailed, match="nkdocs_missing"):
        registry.parser("a")
    assert registry.parser("b").claim


def test_implementations_come_by_name(page):
    """Each wing has its own."""

    class Plugin:
        @hookimpl
        def nkdocs_register_enrichers(self):
            return [EnricherInfo(name="x", version="1", factory="types:SimpleNamespace", changes=[])]

    registry = Registry([Plugin()], entry_points=False)
    assert callable(registry.reader("text").read)
    assert callable(registry.exporter("jsonl").open)
    assert registry.parser("generic").claim(page(), None).strength.name == "FALLBACK"
    with pytest.raises(PluginFailed, match="no method enrich"):
        registry.enricher("x")


def test_a_registry_cannot_be_changed():
    """Its mappings refuse, and so does the registry itself."""
    registry = Registry(entry_points=False)
    with pytest.raises(TypeError):
        registry.parsers["x"] = registry.parsers["generic"]
    with pytest.raises(AttributeError):
        setattr(registry, "problems", ())  # noqa: B010 - a checker knows that it is refused
    with pytest.raises(AttributeError):
        setattr(registry, "strict", True)  # noqa: B010 - the same


def test_there_is_one_default():
    """All threads get the same."""
    found = []
    threads = [Thread(target=lambda: found.append(Registry.default())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {id(registry) for registry in found} == {id(Registry.default())}


@pytest.mark.parametrize("entry_points", [False, True])
def test_no_implementation_is_imported_by_looking_for_plugins(entry_points):
    """A registry holds descriptions; parsers wait for a document."""
    program = (
        "import sys; from nkdocs import Registry;"
        f"Registry(entry_points={entry_points});"
        "print('nkdocs.parsers.generic' in sys.modules, 'dateutil' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
