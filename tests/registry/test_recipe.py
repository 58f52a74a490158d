import json
import pickle

import pytest

from nkdocs.errors import UsageError
from nkdocs.registry import Registry
from nkdocs.registry.recipe import Recipe

PLAIN = {
    "plugins": (), "entry_points": False, "builtins": True, "disable": (), "only": None, "prefer": (),
    "enrich": (), "strict": False, "options": {},
}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("plugins", "ledger"),
        ("plugins", 3),
        ("plugins", ["ledger"]),
        ("plugins", [None]),
        ("plugins", {"ledger": 1}),
        ("disable", "ledger"),
        ("only", "ledger"),
        ("prefer", 7),
        ("enrich", [1]),
        ("strict", "yes"),
        ("entry_points", None),
        ("builtins", 1),
        ("options", {"ledger": 1}),
        ("options", ["ledger"]),
    ],
)
def test_a_wrong_argument_is_one_clear_error(field, value):
    """Above all a bare string where a collection is meant."""
    with pytest.raises(UsageError):
        Recipe(**{**PLAIN, field: value})


def test_later_changes_of_an_argument_do_not_show():
    """What the caller changes afterwards is the caller's."""
    options = {"ledger": {"words": ["a"]}}
    recipe = Recipe(**{**PLAIN, "options": options})
    options["ledger"]["words"].append("b")
    assert recipe.options["ledger"]["words"] == ("a",)


def test_modules_travel_by_name():
    """A module has no pickle; the receiving process imports it."""
    packed = pickle.loads(pickle.dumps(Recipe(**{**PLAIN, "plugins": [json]}).packed()))  # noqa: S301 - our own
    assert Recipe(**packed).plugins == (json,)


def test_a_registry_pickles_as_its_arguments():
    """The copy loads plugins of its own."""
    registry = Registry(entry_points=False, prefer=["generic"], enrich=[])
    copy = pickle.loads(pickle.dumps(registry))  # noqa: S301 - our own
    assert copy.parsers == registry.parsers
    assert copy._recipe.packed() == registry._recipe.packed()
