"""The house as a machine sees it: its files, and each of them read."""

import ast
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def project() -> dict[str, Any]:
    """The table ``project`` of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="session")
def modules() -> Mapping[str, str]:
    """The source of every module of the library, by its path under ``src/nkdocs``."""
    house = ROOT / "src" / "nkdocs"
    return {path.relative_to(house).as_posix(): path.read_text("utf-8") for path in sorted(house.rglob("*.py"))}


@pytest.fixture(scope="session")
def trees(modules) -> Mapping[str, ast.Module]:
    """The same, parsed."""
    return {name: ast.parse(source) for name, source in modules.items()}
