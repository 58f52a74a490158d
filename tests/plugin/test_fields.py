from datetime import UTC, date, datetime

import pytest

from nkdocs.errors import UsageError
from nkdocs.plugin import EnricherInfo, ExporterInfo, ParserInfo, Phase, ReaderInfo

PARSER = {"id": "ledger", "version": "1", "factory": "nkdocs_ledger:Ledger", "produces": ["headline"]}
READER = {"name": "box", "version": "1", "factory": "m:R"}
EXPORTER = {"name": "box", "version": "1", "factory": "m:E", "media_type": "text/x-box", "suffixes": [".box"]}
ENRICHER = {"name": "step", "version": "1", "factory": "m:S", "changes": ["dates"]}


@pytest.mark.parametrize("key", ["ledger", "border-ledger", "ledger/sports", "38north", "a-1/b-2"])
def test_ids_are_words_and_hyphens(key):
    """Lower case, with at most one slash."""
    assert ParserInfo(**{**PARSER, "id": key}).id == key


@pytest.mark.parametrize(
    "key", ["", "Ledger", "led ger", "-a", "a-", "a--b", "a/b/c", "a@b", "북한", "ledger\n", 3, None]
)
def test_other_ids_are_refused(key):
    """The message shows what an id looks like."""
    with pytest.raises(UsageError, match="id matches"):
        ParserInfo(**{**PARSER, "id": key})


@pytest.mark.parametrize("field", ["produces", "hosts", "markers", "media_types"])
def test_a_bare_string_is_no_collection(field):
    """It would be a collection of its letters. The error is a ``ValueError`` and a ``TypeError`` too."""
    with pytest.raises(UsageError) as raised:
        ParserInfo(**{**PARSER, field: "headline"})
    assert isinstance(raised.value, ValueError)
    assert isinstance(raised.value, TypeError)


def test_any_iterable_becomes_a_collection_that_cannot_change():
    """Generators, lists and sets are as good as tuples."""
    info = ParserInfo(**{**PARSER, "hosts": (host for host in ["a.example"]), "markers": ["x"]})
    assert (info.hosts, info.markers) == (frozenset({"a.example"}), ("x",))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("version", 1),
        ("version", ""),
        ("factory", "nkdocs_ledger"),
        ("factory", "nkdocs_ledger:"),
        ("factory", "a b:c"),
        ("factory", None),
        ("hosts", [1]),
        ("hosts", None),
        ("markers", ["(", "x"]),
        ("markers", ["a{99999999999}"]),
        ("captured", date(2014, 1, 1)),
        ("captured", (date(2014, 1, 1),)),
        ("captured", (date(2014, 1, 2), date(2014, 1, 1))),
        ("captured", (datetime(2014, 1, 1, tzinfo=UTC), None)),
        ("replaces", 3),
        ("thread_safe", "no"),
        ("doc_url", 3),
        ("api_version", "1"),
        ("api_version", True),
    ],
)
def test_a_wrong_field_is_refused_by_name(field, value):
    """A description that cannot be meant is an error where it is written."""
    with pytest.raises(UsageError):
        ParserInfo(**{**PARSER, field: value})


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (ReaderInfo, {**READER, "magic": b"PK"}),
        (ReaderInfo, {**READER, "magic": ["PK"]}),
        (ReaderInfo, {**READER, "suffixes": ".box"}),
        (ReaderInfo, {**READER, "doc_url": 3}),
        (ExporterInfo, {**EXPORTER, "media_type": None}),
        (ExporterInfo, {**EXPORTER, "streaming": "no"}),
        (ExporterInfo, {**EXPORTER, "lossless": 1}),
        (ExporterInfo, {**EXPORTER, "seekable": None}),
        (ExporterInfo, {**EXPORTER, "target": "pipe"}),
        (ExporterInfo, {**EXPORTER, "accepts": "text"}),
        (EnricherInfo, {**ENRICHER, "phase": 10}),
        (EnricherInfo, {**ENRICHER, "after": "dates"}),
    ],
)
def test_other_descriptions_are_held_to_the_same(kind, fields):
    """Readers, exporters and enrichers."""
    with pytest.raises(UsageError):
        kind(**fields)


def test_descriptions_have_the_defaults_of_the_contract():
    """What is not said is the common case."""
    parser, exporter, enricher = ParserInfo(**PARSER), ExporterInfo(**EXPORTER), EnricherInfo(**ENRICHER)
    assert parser.media_types == {"text/plain", "text/html"}
    assert (parser.captured, parser.replaces, parser.thread_safe, parser.api_version) == (None, None, True, 1)
    assert (exporter.streaming, exporter.lossless, exporter.target, exporter.accepts) == (
        True,
        False,
        "file",
        "article",
    )
    assert (enricher.phase, enricher.after) == (Phase.NORMALIZE, ())


def test_a_pair_of_dates_may_be_a_list():
    """``captured`` is kept as a tuple."""
    assert ParserInfo(**{**PARSER, "captured": [None, date(2014, 1, 1)]}).captured == (None, date(2014, 1, 1))


def test_phases_are_in_order():
    """``NORMALIZE < ENTITIES < LINK < AUDIT``."""
    assert sorted(Phase) == [Phase.NORMALIZE, Phase.ENTITIES, Phase.LINK, Phase.AUDIT]


@pytest.mark.parametrize("described", [{"suffixes": [""]}, {"suffixes": [".box", ""]}, {"magic": [b""]}])
def test_an_empty_suffix_or_magic_is_refused(described):
    """It would fit every file, and take it from the reader it belongs to."""
    with pytest.raises(UsageError, match="would fit every file"):
        ReaderInfo(**READER, **described)


def test_an_exporter_has_no_empty_suffix():
    """The same for formats."""
    with pytest.raises(UsageError, match="would fit every file"):
        ExporterInfo(**{**EXPORTER, "suffixes": [""]})
