"""What registering a plugin imports, seen in a fresh interpreter."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from nkdocs.errors import PluginFailed
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry.guard import Fault
from nkdocs.registry.hooking import Sockets
from nkdocs.registry.recipe import Recipe
from nkdocs.registry.sources import object_sources
from nkdocs.testing.check import NotRun
from nkdocs.testing.subject import ParserSubject

__all__ = ["HEAVY", "heavy_imports"]

HEAVY: Final = ("lxml", "bs4", "pandas", "requests", "dateutil.parser")
_PROGRAM: Final = """
import importlib, importlib.util, json, sys
told = json.load(sys.stdin)
sys.path[:] = told["path"]
from nkdocs import Registry
kept = frozenset(sys.modules)
if told["module"] is None:
    registry = Registry(entry_points=True, builtins=False, only=[told["plugin"]])
else:
    if importlib.util.find_spec(told["module"]) is None:
        sys.exit(3)
    registry = Registry([importlib.import_module(told["module"])], entry_points=False, builtins=False)
failed = [str(problem) for problem in registry.problems if problem.stage in {"import", "register"}]
print(json.dumps({"imported": sorted(set(sys.modules) - kept), "failed": failed}))
"""
_NOT_FOUND: Final = 3
_OPTOUT: Final = "NKDOCS_DISABLE_PLUGINS"
_PATIENCE: Final = 120


def heavy_imports(subject: ParserSubject) -> Iterator[str]:
    """Those of the heavy libraries that importing the plugin and calling its hooks brings along.

    Raises:
        NotRun: if the plugin is an object that no other interpreter can import.
        PluginFailed: if it cannot be registered there.
    """
    told = _told(subject)
    imported = frozenset(told["imported"])
    if told["failed"]:
        raise PluginFailed(f"it cannot be registered in a fresh interpreter: {'; '.join(told['failed'])}")
    yield from (name for name in HEAVY if name in imported)


def _told(subject: ParserSubject) -> dict[str, Any]:
    plugin = subject.registered.plugin
    module = None if plugin.distribution is not None and not plugin.builtin else _module(subject)
    given = json.dumps({"module": module, "plugin": plugin.name, "path": [str(Path(each)) for each in sys.path]})
    done = subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, "-c", _PROGRAM],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE,
        env={name: value for name, value in os.environ.items() if name != _OPTOUT},
    )
    if done.returncode == _NOT_FOUND:
        raise NotRun(f"a fresh interpreter does not find the module {module}")
    if done.returncode != 0:
        raise PluginFailed(f"a fresh interpreter cannot import {module or plugin.name}: {done.stderr[-300:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _module(subject: ParserSubject) -> str:
    """The name of the module that registers the parser."""
    if subject.registered.plugin.builtin:
        return subject.registered.plugin.name
    given = _given(subject)
    if isinstance(given, ModuleType):
        return given.__name__
    for name, module in sorted(sys.modules.items()):
        if _registers(module, subject.info):
            return name
    raise NotRun("the parser is no module's: give a registry with the module that registers it")


def _given(subject: ParserSubject) -> object:
    """The module or object that the registry was given for this parser's plugin, if any."""
    _, (arguments,) = subject.registry.__reduce__()
    for source in object_sources(Recipe(**arguments).plugins):
        if source.info.name == subject.registered.plugin.name:
            return source.load()
    return None


def _registers(module: ModuleType, info: object) -> bool:
    """Whether a module's hooks describe this very parser."""
    hook = getattr(module, "__dict__", {}).get("nkdocs_register_parsers")
    if hook is None or not callable(hook):
        return False
    described = Sockets().described(module, FrozenMapping({}))
    return not isinstance(described, Fault) and any(each.item is info or each.item == info for each in described)
