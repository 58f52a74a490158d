"""``import nkdocs`` gives what its list says, and checkers see the same."""

import ast

import pytest

import nkdocs


def names_of(stub: ast.Module) -> set[str]:
    """The public names a stub file gives: imported under their own name, defined, or annotated."""
    names: set[str] = set()
    for node in stub.body:
        if isinstance(node, ast.ImportFrom | ast.Import):
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return {name for name in names if not name.startswith("_")}


def listed(stub: ast.Module) -> list[str]:
    """What ``__all__`` of a stub file holds."""
    for node in stub.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return list(ast.literal_eval(node.value))
    return []


@pytest.fixture(scope="module")
def stub(root) -> ast.Module:
    """The stub that checkers read in place of the lazy front door."""
    return ast.parse((root / "src" / "nkdocs" / "__init__.pyi").read_text("utf-8"))


def test_the_list_is_sorted():
    """``__all__`` is sorted and names nothing twice."""
    assert list(nkdocs.__all__) == sorted(set(nkdocs.__all__))


@pytest.mark.parametrize("name", nkdocs.__all__)
def test_each_listed_name_is_there(name):
    """Every name of the list can be had, and ``dir`` shows it."""
    assert getattr(nkdocs, name) is not None
    assert name in dir(nkdocs)


def test_an_unknown_name_is_an_attribute_error():
    """The lazy door answers as any module does for what it has not."""
    with pytest.raises(AttributeError, match="no_such_name"):
        getattr(nkdocs, "no_such_name")  # noqa: B009  # a checker knows that the name is not there


def test_checkers_see_the_same_list(stub):
    """The stub's list is the module's list, and holds exactly the stub's public names."""
    public = {name for name in nkdocs.__all__ if not name.startswith("_")}
    assert listed(stub) == list(nkdocs.__all__)
    assert public <= names_of(stub)


def test_the_version_is_the_distribution_s(project):
    """``nkdocs.__version__`` is what pyproject.toml states."""
    assert nkdocs.__version__ == project["version"]
