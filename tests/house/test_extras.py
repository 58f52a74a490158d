"""The core works alone, and each optional library is known to one module."""

import ast
import re
import subprocess
import sys

import pytest

# Distribution (as the extras name it) to the module it brings.
LIBRARIES = {
    "fastwarc": "fastwarc",
    "feedparser": "feedparser",
    "hypothesis": "hypothesis",
    "lxml_html_clean": "lxml_html_clean",
    "msgspec": "msgspec",
    "pyarrow": "pyarrow",
    "pyspark": "pyspark",
    "pytest": "pytest",
    "rich": "rich",
    "selectolax": "selectolax",
    "trafilatura": "trafilatura",
}
KIT = {"hypothesis", "pytest"}  # the rooms of nkdocs.testing share these
CORE_ONLY = f"import sys; sys.modules.update(dict.fromkeys({sorted(LIBRARIES.values())}))\n"
IMPORT_EVERYTHING = """
import importlib, pkgutil, nkdocs
for found in pkgutil.walk_packages(nkdocs.__path__, "nkdocs."):
    if not found.name.startswith("nkdocs.testing") and not found.name.endswith("__main__"):
        importlib.import_module(found.name)
"""


def in_core_only(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program where no optional library can be imported."""
    return subprocess.run([sys.executable, "-c", CORE_ONLY + program], capture_output=True, text=True, check=False)


def libraries_of(tree: ast.Module) -> set[str]:
    """The top-level modules that a module imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def test_the_table_of_this_file_is_complete(project):
    """Every library of an extra is known to these tests."""
    extras = {name: lines for name, lines in project["optional-dependencies"].items() if name not in {"all", "dev"}}
    named = {re.split(r"[\[<>=~! ]", line)[0] for lines in extras.values() for line in lines}
    assert named == set(LIBRARIES)


def test_all_means_every_extra_but_the_cluster(project):
    """``nkdocs[all]`` takes every extra but ``spark``, which needs Java, and ``dev``."""
    extras = project["optional-dependencies"]
    (line,) = extras["all"]
    assert set(line.removeprefix("nkdocs[").removesuffix("]").split(",")) == set(extras) - {"all", "dev", "spark"}


def test_every_room_can_be_imported_without_extras():
    """Without any optional library every module but the kit's imports."""
    done = in_core_only(IMPORT_EVERYTHING)
    assert done.returncode == 0, done.stderr


def test_a_text_is_parsed_without_extras():
    """Plain text needs the core alone."""
    done = in_core_only("import nkdocs; print(nkdocs.parse('A headline\\n\\nA paragraph that ends.').kind)")
    assert (done.stdout, done.stderr) == ("article\n", "")


@pytest.mark.parametrize("library", sorted(set(LIBRARIES.values()) - KIT))
def test_one_module_knows_the_library(library, trees):
    """At most one module imports an optional library, so that it can be replaced there."""
    assert len([name for name, tree in trees.items() if library in libraries_of(tree)]) <= 1
