"""What the house rules ask of a page, as far as a machine can see it."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

MODULE_LINES, MODULE_MEDIAN = 400, 120
FUNCTION_LINES, FUNCTION_MEDIAN = 40, 10
NAMELESS_ROOMS = {"utils", "util", "helpers", "helper", "common", "core", "misc"}
EMPTY_VERBS = ("process_", "handle_", "do_", "get_")
ASKED_FOR = {"get_command"}  # by click, under this name
UNFINISHED = re.compile(r"\b(T[O]DO|F[I]XME|X[X]X)\b")  # in brackets, or this line would find itself
SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore|pyright:|pragma:\s*no )")
REASONED = re.compile(
    r"#\s*(noqa: [A-Z]+\d+(, ?[A-Z]+\d+)*|type: ignore\[[a-z, -]+\]|pyright: ignore\[\w+\]|pragma: no (cover|branch))"
    r"\s+(#|-)\s*\S+"
)
BROAD = {"Exception", "BaseException"}
ASSERTING = re.compile(r"raises|assert|check|verify|warns|fail|approve")


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines a function takes, its docstring included."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def comments(source: str) -> Iterator[tuple[int, str]]:
    """The comments of a module, each with the number of its line."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def python_files(root: Path) -> list[Path]:
    """All Python of the project."""
    places = [root / name for name in ("src", "tests", "benchmarks", "docs") if (root / name).is_dir()]
    return [*root.glob("*.py"), *(path for place in places for path in sorted(place.rglob("*.py")))]


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """All the project's own pages: code, documentation, settings."""
    named = [*root.glob("*.md"), *root.glob("*.toml"), root / "Makefile", root / ".ci" / "run"]
    pages = [*named, *(root / "docs").rglob("*.md"), *python_files(root)]
    return ((path.relative_to(root).as_posix(), path.read_text("utf-8")) for path in pages if path.is_file())


def test_modules_are_read_in_a_sitting(modules):
    """No module is over 400 lines, and half of them are at most 120."""
    sizes = {name: source.count("\n") for name, source in modules.items()}
    assert {name: size for name, size in sizes.items() if size > MODULE_LINES} == {}
    assert median(size for size in sizes.values() if size) <= MODULE_MEDIAN


def test_functions_fit_in_a_glance(trees):
    """No function is over 40 lines, and half of them are at most 10."""
    sizes = {
        f"{name}:{node.lineno} {node.name}": lines(node) for name, tree in trees.items() for node in functions(tree)
    }
    assert {name: size for name, size in sizes.items() if size > FUNCTION_LINES} == {}
    assert median(sizes.values()) <= FUNCTION_MEDIAN


def test_every_room_has_a_name(modules):
    """No module or folder is called after what it is not."""
    assert [name for name in modules if NAMELESS_ROOMS & set(Path(name).with_suffix("").parts)] == []


def test_functions_are_named_by_what_they_give(trees):
    """No function is named by a verb that says nothing."""
    found = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in trees.items()
        for node in functions(tree)
        if node.name.lstrip("_").startswith(EMPTY_VERBS) and node.name not in ASKED_FOR
    ]
    assert found == []


def test_imports_are_absolute_and_real(trees):
    """No relative import, no star, no import that only checkers see."""
    found = [
        f"{name}:{node.lineno}"
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and (node.level or any(alias.name == "*" for alias in node.names)))
        or (isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node).endswith("TYPE_CHECKING"))
    ]
    assert found == []


def test_only_the_registry_catches_everything(trees):
    """The one broad ``except`` is the guard around plugin code."""
    broad = [
        f"{name}:{node.lineno}"
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or any(isinstance(n, ast.Name) and n.id in BROAD for n in ast.walk(node.type)))
    ]
    assert [place for place in broad if not place.startswith("registry")] == []
    assert len(broad) <= 1


def test_exceptions_to_rules_explain_themselves(root):
    """A suppressed warning carries its code and its reason."""
    bare = [
        f"{path.relative_to(root)}:{number} {comment}"
        for path in python_files(root)
        for number, comment in comments(path.read_text("utf-8"))
        if SUPPRESSION.search(comment) and not REASONED.search(comment)
    ]
    assert bare == []


def test_nothing_is_left_unfinished(root):
    """No page holds a marker of unfinished work."""
    assert [name for name, text in texts(root) if UNFINISHED.search(text)] == []


def test_no_page_knows_this_machine(root):
    """No page holds the place of this checkout or of somebody's home."""
    places = [f"{place}/" for place in (root.parent, Path.home()) if len(place.parts) > 1]
    assert [(name, place) for name, text in texts(root) for place in places if place in text] == []


@pytest.mark.parametrize("folder", ["tests"])
def test_every_test_states_and_asserts(root, folder):
    """Each test has a docstring that is a sentence, and asserts something."""
    silent = [
        f"{path.relative_to(root)}:{node.lineno} {node.name}"
        for path in sorted((root / folder).rglob("test_*.py"))
        for node in functions(ast.parse(path.read_text("utf-8")))
        if node.name.startswith("test_") and not states_and_asserts(node)
    ]
    assert silent == []


def states_and_asserts(test: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a test says in a sentence what holds, and looks whether it does."""
    states = (ast.get_docstring(test) or "").split("\n\n")[0].rstrip().endswith((".", "?", "!"))
    return states and any(
        isinstance(node, ast.Assert) or (isinstance(node, ast.Call) and ASSERTING.search(ast.unparse(node.func)))
        for node in ast.walk(test)
    )
