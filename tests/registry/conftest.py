"""Small plugins, given as objects or installed in a folder of their own."""

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nkdocs.layout.opening import lay_out
from nkdocs.plugin import ParserInfo, hookimpl
from nkdocs.records import Claim, Draft, Evidence, Paragraph, Span, Strength
from nkdocs.registry import Registry


class Stub:
    """A parser that answers as it is told, and takes the whole text for one paragraph."""

    def __init__(self, claim: Any = None, parse: Any = None) -> None:
        self._claim = claim
        self._parse = parse

    def claim(self, layout: Any, ctx: Any) -> Any:
        """The answer given, called where it can be."""
        return self._claim(layout, ctx) if callable(self._claim) else self._claim

    def parse(self, layout: Any, ctx: Any) -> Any:
        """The result given, called where it can be, else one paragraph."""
        if self._parse is not None:
            return self._parse(layout, ctx) if callable(self._parse) else self._parse
        return Draft(outlet="stub", paragraphs=[Paragraph(text=layout.text, span=Span(0, len(layout.text)))])


class Plugin:
    """A plugin that registers the parsers it is given."""

    def __init__(self, *infos: Any) -> None:
        self.infos = infos

    @hookimpl
    def nkdocs_register_parsers(self) -> Any:
        """The parsers."""
        return self.infos


def claiming(strength: Strength) -> Claim:
    """A claim of some strength."""
    return Claim(strength=strength, evidence=[Evidence(rule="told")])


@pytest.fixture
def parser_info() -> Callable[..., ParserInfo]:
    """``parser_info(id, claim=..., parse=..., **fields)``: the description of a stub."""

    def make(key: str = "ledger", *, claim: Any = None, parse: Any = None, **fields: Any) -> ParserInfo:
        answer = claiming(claim) if isinstance(claim, Strength) else claim
        described = {"version": "1", "factory": lambda: Stub(answer, parse), "produces": ["paragraphs"], **fields}
        return ParserInfo(id=key, **described)

    return make


@pytest.fixture
def plugin() -> Callable[..., Plugin]:
    """``plugin(*infos)``: an object that registers parsers."""
    return Plugin


@pytest.fixture
def registry_of() -> Callable[..., Registry]:
    """``registry_of([info, ...], ..., **arguments)``: a registry of one plugin object a list, and nothing else."""

    def make(*groups: Any, builtins: bool = False, **arguments: Any) -> Registry:
        # Classes of different names, so that no plugin's name depends on its place in the list.
        plugins = [type(f"Plugin{number}", (Plugin,), {})(*group) for number, group in enumerate(groups)]
        return Registry(plugins, entry_points=False, builtins=builtins, **arguments)

    return make


@pytest.fixture
def page() -> Callable[..., Any]:
    """``page(text, **known)``: a document laid out."""

    def make(text: str = "A trader told the Border Ledger that prices fell.", **known: Any) -> Any:
        return lay_out(text, **known)

    return make


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """``install(distribution, version, entry_points, **modules)``: a distribution in a folder of its own."""

    def make(distribution: str, version: str, points: dict[str, str], *, behind: bool = False, **modules: str) -> None:
        folder = tmp_path / ("behind" if behind else distribution)
        info = folder / f"{distribution.replace('-', '_')}-{version}.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n")
        lines = "".join(f"{name} = {value}\n" for name, value in points.items())
        (info / "entry_points.txt").write_text(f"[nkdocs]\n{lines}")
        for name, source in modules.items():
            (folder / f"{name}.py").write_text(source)
        monkeypatch.setattr(sys, "path", [*sys.path, str(folder)] if behind else [str(folder), *sys.path])
        importlib.invalidate_caches()

    return make
