"""``import nkdocs`` is light: whatever is heavy waits to be asked for."""

import json
import subprocess
import sys

import pytest

HEAVY = {
    "asyncio", "cattrs", "cchardet", "click", "concurrent.futures", "dateutil", "email", "http", "importlib.metadata",
    "multiprocessing", "sqlite3", "urllib.request",
}  # fmt: skip
EXTRAS = {
    "fastwarc", "feedparser", "hypothesis", "msgspec", "pyarrow", "pyspark", "pytest", "rich", "selectolax",
    "trafilatura",
}  # fmt: skip


def loaded_by(statement: str) -> set[str]:
    """The modules that a statement loads in a fresh interpreter."""
    program = (
        f"import sys, json; before = set(sys.modules); {statement}; print(json.dumps([*set(sys.modules) - before]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


@pytest.fixture(scope="module")
def at_the_door() -> set[str]:
    """What ``import nkdocs`` loads."""
    return loaded_by("import nkdocs")


@pytest.mark.parametrize("name", sorted(HEAVY | EXTRAS))
def test_the_front_door_does_not_load(name, at_the_door):
    """Neither heavy modules of the standard library nor any optional one are loaded at the door."""
    assert not {module for module in at_the_door if module == name or module.startswith(f"{name}.")}


def test_the_front_door_loads_little_of_the_house(at_the_door):
    """No parser, reader, exporter, registry or command line is loaded before it is used."""
    rooms = ("parsers", "readers", "exporters", "enrichers", "registry", "cli")
    assert not {module for module in at_the_door for room in rooms if module.startswith(f"nkdocs.{room}")}


def test_a_look_at_records_loads_nothing_heavy():
    """Making records needs attrs and the standard library, no more."""
    loaded = loaded_by("import nkdocs; nkdocs.Comment(id=1, span=nkdocs.Span(0, 1))")
    assert not loaded & (HEAVY | EXTRAS)
