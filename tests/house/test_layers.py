"""The storeys hold: imports go downward only, and the front door is for guests."""

import ast
import subprocess
import sys

import pytest

pytest.importorskip("importlinter")


def test_every_contract_is_kept(root):
    """import-linter finds the contracts of pyproject.toml kept."""
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--no-cache"], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def imports_the_door(node: ast.Import | ast.ImportFrom) -> bool:
    """Whether this statement imports from ``nkdocs`` itself rather than from a room."""
    if isinstance(node, ast.ImportFrom):
        return node.module == "nkdocs" and node.level == 0
    return any(alias.name == "nkdocs" for alias in node.names)


def test_no_room_enters_by_the_front_door(trees):
    """A room names the room it imports from; the front door, which knows all rooms, would hide a circle."""
    guests = [
        f"{name}:{node.lineno}"
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if name != "__init__.py" and isinstance(node, ast.Import | ast.ImportFrom) and imports_the_door(node)
    ]
    assert guests == []
