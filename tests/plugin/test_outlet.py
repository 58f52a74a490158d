import pickle

import pytest

from nkdocs.errors import UsageError
from nkdocs.plugin import OutletRules

RULES = {
    "id": "ledger",
    "version": "1",
    "header": ["section?", "headline", "caption*"],
    "patterns": {"section": r"[A-Z ]+", "byline": [r"By (?P<name>.+)", r"(?P<name>.+), (?P<role>.+)"]},
    "classes": {"bl-title": "headline", "bl-talk": "comments"},
}


def test_rules_are_plain_data():
    """They pickle, compare and hash, and their mappings cannot change."""
    rules = OutletRules(**RULES)
    assert pickle.loads(pickle.dumps(rules)) == rules  # noqa: S301 - our own
    assert hash(rules) == hash(OutletRules(**RULES))
    with pytest.raises(TypeError):
        rules.classes["x"] = "body"


def test_the_outlet_is_the_id_unless_said():
    """None is an answer too."""
    assert OutletRules(**RULES).outlet == "ledger"
    assert OutletRules(**RULES, outlet=None).outlet is None


def test_one_pattern_is_as_good_as_a_list():
    """Either way a role has a tuple of patterns."""
    assert OutletRules(**RULES).patterns["section"] == (r"[A-Z ]+",)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("header", "headline"),
        ("header", ["headlines"]),
        ("header", ["headline?*"]),
        ("header", ["contact"]),
        ("patterns", ["x"]),
        ("patterns", {"headlines": "x"}),
        ("patterns", {"byline": "("}),
        ("patterns", {"byline": 3}),
        ("classes", {"x": "headlines"}),
        ("classes", ["x"]),
        ("comments", "numbers"),
        ("outlet", 3),
        ("language", 3),
    ],
)
def test_a_wrong_rule_is_refused(field, value):
    """A role, a step or an expression that cannot be meant is an error where it is written."""
    with pytest.raises(UsageError):
        OutletRules(**{**RULES, field: value})
