from nkdocs.plugin import EnricherInfo, Phase
from nkdocs.registry import PluginInfo
from nkdocs.registry.contents import Registered
from nkdocs.registry.phases import in_order


def step(name, **fields):
    """An enricher as it is registered."""
    info = EnricherInfo(name=name, version="1", factory=object, changes=["section"], **fields)
    return Registered(wing="enrichers", key=name, info=info, plugin=PluginInfo(name="p"))


def test_the_order_is_phase_then_after_then_name():
    """Whatever the order of asking."""
    known = {
        item.key: item
        for item in [
            step("z"),
            step("b", after=["z"]),
            step("a", phase=Phase.AUDIT),
            step("c", after=["b", "missing"]),
            step("d"),
            step("loop", after=["knot"], phase=Phase.LINK),
            step("knot", after=["loop"], phase=Phase.LINK),
        ]
    }
    expected = ["d", "z", "b", "c", "knot", "loop", "a"]
    assert [item.key for item in in_order(known, known)] == expected
    assert [item.key for item in in_order(sorted(known, reverse=True), known)] == expected
