import json

from nkdocs.registry.sources import base_name, builtin_sources, object_sources


class Ledger:
    pass


def test_the_four_wings_are_built_in():
    """Built-in parsers, readers, exporters and enrichers come from the distribution itself."""
    infos = [source.info for source in builtin_sources()]
    assert {info.name for info in infos} == {"nkdocs.parsers", "nkdocs.readers", "nkdocs.exporters", "nkdocs.enrichers"}
    assert {(info.distribution, info.builtin) for info in infos} == {("nkdocs", True)}


def test_objects_are_named_by_their_class_and_modules_by_name():
    """A name is the same in every run; a second object of a class is numbered."""
    sources = list(object_sources([Ledger(), Ledger(), json, Ledger]))
    assert [source.info.name for source in sources] == ["Ledger", "Ledger#2", "json", "Ledger#3"]
    assert sources[2].load() is json


def test_an_object_given_twice_counts_once():
    """The same object twice is one plugin."""
    ledger = Ledger()
    assert len(list(object_sources([ledger, ledger]))) == 1


def test_the_distribution_is_no_part_of_the_base_name():
    """``name@distribution`` is an entry point called ``name``."""
    assert (base_name("ledger@nkdocs-ledger"), base_name("ledger")) == ("ledger", "ledger")
