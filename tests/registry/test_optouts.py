import pytest

from nkdocs.errors import UnknownPlugin
from nkdocs.registry.optouts import VARIABLE, Optouts

KNOWN = ["ledger", "herald@nkdocs-a", "herald@nkdocs-b"]


@pytest.fixture
def environment(monkeypatch):
    """``environment(value)``: sets the variable and gives what it leaves out."""

    def out(value, **arguments):
        monkeypatch.setenv(VARIABLE, value)
        optouts = Optouts.of(arguments.get("disable", ()), arguments.get("only"))
        return [name for name in KNOWN if optouts.out(name)], [each.plugin for each in optouts.strays(KNOWN)]

    return out


@pytest.mark.parametrize(
    ("value", "out", "strays"),
    [
        ("", [], []),
        ("1", KNOWN, []),
        ("all", KNOWN, []),
        ("ledger", ["ledger"], []),
        (" ledger , herald@nkdocs-a,", ["ledger", "herald@nkdocs-a"], []),
        ("herald", ["herald@nkdocs-a", "herald@nkdocs-b"], []),
        ("tribune,ledger", ["ledger"], ["tribune"]),
    ],
)
def test_the_environment_leaves_plugins_out(environment, value, out, strays):
    """``1`` and ``all`` mean all, else names; an unknown one is a problem, not an error."""
    assert environment(value) == (out, strays)


def test_arguments_leave_plugins_out(environment):
    """``disable`` names those that stay out, ``only`` those that stay."""
    assert environment("", disable=["herald"])[0] == ["herald@nkdocs-a", "herald@nkdocs-b"]
    assert environment("", only=["ledger"])[0] == ["herald@nkdocs-a", "herald@nkdocs-b"]
    assert environment("", only=[])[0] == KNOWN


@pytest.mark.parametrize(("disable", "only"), [(["leger"], None), ([], ["leger"])])
def test_an_unknown_name_is_an_error_with_the_close_one(disable, only):
    """A name that nothing installed has is refused, with what is like it."""
    with pytest.raises(UnknownPlugin, match=r"leger.*ledger"):
        Optouts.of(disable, only).check(KNOWN)
