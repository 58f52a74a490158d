"""The reference says of functions, hooks and Infos what they really take."""

import inspect
import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

import nkdocs

HEADING = re.compile(r"^### `(\w+)\((.*)\)`$", re.MULTILINE)
INFOS = ("EnricherInfo", "ExporterInfo", "OutletRules", "ParserInfo", "ReaderInfo")
VAR_KEYWORD = inspect.Parameter.VAR_KEYWORD


def taken(function: Callable[..., Any]) -> str:
    """The parameters of a function as a heading writes them: no annotations, no parameter of its own."""
    parts: list[str] = []
    signature = inspect.signature(function)
    for parameter in signature.parameters.values():
        keyword = parameter.kind is parameter.KEYWORD_ONLY
        if keyword and not any(part.startswith("*") for part in parts):
            parts.append("*")
        star = "*" if parameter.kind is parameter.VAR_POSITIONAL else "**" if parameter.kind is VAR_KEYWORD else ""
        default = "" if parameter.default is parameter.empty else f"={parameter.default!r}"
        parts.append(f"{star}{parameter.name}{default}")
    return ", ".join(part for part in parts if part != "self").replace("FrozenMapping({})", "{}")


@pytest.fixture(scope="module")
def headings(root) -> dict[str, str]:
    """What the headings of the reference say that each name takes."""
    pages = sorted((root / "docs" / "reference").glob("*.md"))
    return dict(HEADING.findall("\n".join(page.read_text("utf-8") for page in pages)))


@pytest.mark.parametrize("name", [n for n in nkdocs.__all__ if inspect.isfunction(getattr(nkdocs, n))])
def test_a_function_has_a_heading_with_its_signature(name, headings):
    """Each public function is described under what it takes, defaults included."""
    assert headings[name] == taken(getattr(nkdocs, name))


def test_the_registry_has_a_heading_with_its_signature(headings):
    """So is the registry."""
    assert headings["Registry"] == taken(nkdocs.Registry)


@pytest.mark.parametrize("name", INFOS)
def test_an_info_has_a_heading_with_its_fields(name, headings):
    """Each Info is described under the names of all its fields."""
    assert headings[name].split(", ") == ["*", *inspect.signature(getattr(nkdocs, name)).parameters]


def test_the_page_on_records_names_every_key(root):
    """Every key that the schema knows stands in docs/reference/records.md."""
    page = (root / "docs" / "reference" / "records.md").read_text("utf-8")
    assert {key for key in keys_of(nkdocs.schema()) if f"`{key}`" not in page} == set()


def keys_of(schema: dict[str, Any]) -> set[str]:
    """The names of all properties of a schema, those of its definitions too."""
    shapes = [schema, *schema.get("$defs", {}).values()]
    return {key for shape in shapes for key in shape.get("properties", {})}


@pytest.mark.parametrize("command", ["parse", "explain", "schema", "plugins"])
def test_the_page_on_the_command_line_names_every_option(command, root):
    """Every option of a command stands in docs/reference/cli.md."""
    page = (root / "docs" / "reference" / "cli.md").read_text("utf-8")
    top = import_module(f"nkdocs.cli.{command}").command
    commands = [top, *getattr(top, "commands", {}).values()]
    options = {option for each in commands for option in each.params if option.param_type_name == "option"}
    assert {name for option in options for name in option.opts if name not in page} == set()
    assert f"nkdocs {command}" in page
