from importlib.metadata import PathDistribution

import pytest

from nkdocs.registry.entry_points import installed


def names():
    """The installed plugins by name."""
    sources, problems = installed()
    assert problems == []
    return {source.info.name: source.info for source in sources}


def test_an_installed_plugin_is_found_with_its_distribution(install):
    """Name, distribution and version come from the metadata; nothing is imported yet."""
    install("nkdocs-ledger", "1.0", {"ledger": "no_such_module"})
    info = names()["ledger"]
    assert (info.distribution, info.version, info.builtin) == ("nkdocs-ledger", "1.0", False)


def test_one_name_in_two_distributions_is_two_plugins(install):
    """Both are known by name and distribution, whichever was installed first."""
    install("nkdocs-a", "1.0", {"ledger": "a"})
    install("nkdocs-b", "2.0", {"ledger": "b"})
    found = names()
    assert {"ledger@nkdocs-a", "ledger@nkdocs-b"} <= set(found)
    assert "ledger" not in found


def test_the_order_is_by_name(install):
    """``sys.path`` has no say in the order."""
    install("nkdocs-zebra", "1.0", {"zebra": "z"})
    install("nkdocs-ant", "1.0", {"ant": "a"})
    install("nkdocs-mole", "1.0", {"mole": "m"})
    assert [name for name in names() if name in {"ant", "mole", "zebra"}] == ["ant", "mole", "zebra"]


def test_a_distribution_that_cannot_be_read_hides_no_other(install, monkeypatch):
    """Where listing breaks, each distribution is asked alone, and the broken one is named."""
    install("nkdocs-ledger", "1.0", {"ledger": "no_such_module"})
    install("nkdocs-broken", "1.0", {"broken": "no_such_module"})
    working = vars(PathDistribution.__mro__[1])["entry_points"]

    def breaking(self):
        if self.metadata["Name"] == "nkdocs-broken":
            raise OSError("unreadable")
        return working.fget(self)

    monkeypatch.setattr(PathDistribution, "entry_points", property(breaking))
    sources, problems = installed()
    assert "ledger" in {source.info.name for source in sources}
    assert [(each.stage, each.plugin) for each in problems] == [("scan", "nkdocs-broken")]
    assert "OSError: unreadable" in str(problems[0])


@pytest.mark.parametrize("value", ["", "a b", "::", "nkdocs_ledger:"])
def test_an_impossible_value_is_no_obstacle_to_listing(install, value):
    """What an entry point points to is looked at only when it is loaded."""
    install("nkdocs-odd", "1.0", {"odd": value or "x"})
    assert "odd" in names()
