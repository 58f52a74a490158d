"""Records as plain dictionaries, and back."""

import json
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import attrs
import pytest

from nkdocs.errors import UsageError
from nkdocs.records import Article, DocumentInfo, Provenance, Text
from nkdocs.records.convert import from_dict, to_dict

BARE = {
    "id": "sha256:0",
    "document": {"sha256": "0"},
    "parser": {"id": "ledger", "version": "1", "strength": "shape"},
}


def deep(levels=100_000):
    """A list in a list in a list, further than any stack goes."""
    value: list[object] = []
    for _ in range(levels):
        value = [value]
    return value


def assert_mirrors(row, record):
    """The keys of a dictionary are the fields of a record, in order, all the way down."""
    assert list(row) == [field.name for field in attrs.fields(type(record))]
    for name, value in row.items():
        part = getattr(record, name)
        if isinstance(value, dict):
            assert_mirrors(value, part)
        if isinstance(value, list) and name not in {"span", "missing"}:
            assert value
            assert_mirrors(value[0], part[0])


def test_every_key_is_present_in_the_order_of_the_record(make_article):
    """A dictionary has exactly the fields of its class, in their order, whatever part it stands for."""
    record = make_article()
    assert_mirrors(to_dict(record), record)


def test_absent_values_are_null_or_empty_lists(make_article):
    """What a document does not give is there as null, or as an empty list."""
    row = to_dict(from_dict(BARE))
    assert row["headline"] is None
    assert row["comments"] == []
    assert row["document"]["captured"] is None
    assert list(row) == list(to_dict(make_article()))


def test_a_record_comes_back_equal_through_json(hostile_articles):
    """A record survives the way to JSON text and back, whatever its strings hold."""
    again = [from_dict(json.loads(json.dumps(to_dict(article)))) for article in hostile_articles]
    assert again == hostile_articles


def test_spans_are_pairs_and_times_are_iso(make_article):
    """Spans are [start, end]; days and times are ISO 8601."""
    row = to_dict(make_article())
    assert row["headline"]["span"] == [0, 9]
    assert row["published"]["earliest"] == "2014-06-02"
    assert row["published"]["instant"] == "2014-06-02T09:00:00+00:00"
    assert row["document"]["captured"] == "2014-06-03T09:30:00+09:00"


@pytest.mark.parametrize("captured", [date(2014, 6, 3), datetime(2014, 6, 3, tzinfo=UTC), None])
def test_a_captured_day_stays_a_day(make_article, captured):
    """Whether the capture is a day, a time or unknown is kept."""
    record = make_article(document=DocumentInfo(sha256="0", captured=captured))
    again = from_dict(to_dict(record)).document.captured
    assert (again, type(again)) == (captured, type(captured))


def test_a_time_in_the_hour_a_clock_repeats_comes_back_equal(make_article):
    """Zones with summer time equal no other zone in the hour they repeat; records hold plain offsets."""
    repeated = datetime(2014, 11, 2, 1, 30, tzinfo=ZoneInfo("America/New_York"), fold=1)
    record = make_article(document=DocumentInfo(sha256="0", captured=repeated))
    assert record.document.captured.isoformat() == "2014-11-02T01:30:00-05:00"
    assert from_dict(to_dict(record)) == record


def test_a_capture_without_zone_is_refused():
    """A clock without its zone is no time of capture."""
    with pytest.raises(UsageError, match="zone"):
        DocumentInfo(sha256="0", captured=datetime(2014, 6, 3, 9, 30))  # noqa: DTZ001 - the case


def test_what_sinks_refuse_is_replaced_in_every_string():
    """U+0000 and lone surrogates become U+FFFD, one for one, in ids and provenance too."""
    parser = Provenance(id="a\0", version="\ud800", distribution="\udfff", strength="shape")
    record = Article(id="x\0", document=DocumentInfo(sha256="\ud900", name="a\0b"), parser=parser)
    assert (record.id, record.document.sha256, record.document.name) == ("x\ufffd", "\ufffd", "a\ufffdb")
    assert (parser.id, parser.version, parser.distribution) == ("a\ufffd", "\ufffd", "\ufffd")


def test_absent_and_null_keys_are_the_same():
    """A key that is absent counts as null; null counts as the default."""
    nulls = dict.fromkeys(["headline", "comments", "published", "outlet", "schema"])
    assert from_dict(BARE | nulls) == from_dict(BARE)
    listed = {"kind": None, "text": "A line.", "span": None}
    assert from_dict(BARE | {"paragraphs": [listed]}) == from_dict(BARE | {"paragraphs": [{"text": "A line."}]})


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("title", {"title": "x"}),
        ("title", {"title": None}),
        ("headline.size", {"headline": {"text": "a", "size": 1}}),
        ("comments[1].parent", {"comments": [{"id": 1}, {"id": 2, "parent": "1"}]}),
        ("comments[0].id", {"comments": [{"id": True}]}),
        ("comments[0].id", {"comments": [{"author": "Ann"}]}),
        ("comments[0].missing[0]", {"comments": [{"id": 1, "missing": ["head"]}]}),
        ("comments[0].posted.earliest", {"comments": [{"id": 1, "posted": {"earliest": "20140602"}}]}),
        ("comments[0]", {"comments": ["Ann"]}),
        ("comments", {"comments": "Ann"}),
        ("comments", {"comments": {"id": 1}}),
        ("headline", {"headline": "Rice"}),
        ("headline.text", {"headline": {}}),
        ("headline.text", {"headline": {"text": 3}}),
        ("headline.span", {"headline": {"text": "a", "span": [0]}}),
        ("headline.span", {"headline": {"text": "a", "span": "01"}}),
        ("headline.span", {"headline": {"text": "a", "span": [2, 1]}}),
        ("headline.span", {"headline": {"text": "a", "span": [0, 1.0]}}),
        ("paragraphs[0].kind", {"paragraphs": [{"kind": "aside", "text": "a"}]}),
        ("attributions[0].named", {"attributions": [{"speaker": "a", "named": 1}]}),
        ("document.captured", {"document": {"sha256": "0", "captured": "2014-06-03T09:30:00"}}),
        ("document.captured", {"document": {"sha256": "0", "captured": "June"}}),
        ("document.origin.offset", {"document": {"sha256": "0", "origin": {"offset": "12"}}}),
        ("published.instant", {"published": {"instant": "2014-06-02"}}),
        ("published.basis", {"published": {"basis": "guessed"}}),
        ("parser.strength", {"parser": {"strength": "utter"}}),
        ("schema", {"schema": "nkdocs/article/2"}),
        ("id", {"id": 7}),
    ],
)
def test_what_does_not_fit_is_named_by_its_path(path, change):
    """An unknown key, a wrong type or an impossible value is refused, and the message opens with its path."""
    with pytest.raises(UsageError) as caught:
        from_dict(BARE | change)
    assert str(caught.value).split(": ")[0] == path


def test_a_thread_that_does_not_add_up_is_refused():
    """An answer to a comment that is not there is refused."""
    with pytest.raises(UsageError, match="answers 5"):
        from_dict(BARE | {"comments": [{"id": 1}, {"id": 2, "parent": 5, "depth": 1}]})


@pytest.mark.parametrize(
    "change",
    [
        {"headline": {"text": deep()}},
        {"headline": {"text": "a", "span": [deep(), 1]}},
        {"comments": deep()},
        {"comments": [{"id": 1, "missing": deep()}]},
        {"published": deep()},
        {"x": deep()},
    ],
    ids=["text", "span", "comments", "missing", "published", "unknown"],
)
def test_nesting_without_end_is_refused_like_any_other_misfit(change):
    """Values nested a hundred thousand deep do not exhaust the stack, not even in the message."""
    with pytest.raises(UsageError):
        from_dict(BARE | change)


@pytest.mark.parametrize("value", [None, 3, [], "text"])
def test_only_mappings_and_articles_are_taken(value):
    """What is no mapping is no record, and what is no article has no dictionary."""
    with pytest.raises(UsageError):
        from_dict(value)
    with pytest.raises(UsageError):
        to_dict(value)


def test_a_dictionary_is_a_copy(make_article):
    """Changing a dictionary changes no record."""
    record, same = make_article(), make_article()
    row = to_dict(record)
    row["comments"][1]["missing"].clear()
    row["headline"]["span"][0] = 5
    assert record == same
    assert attrs.evolve(record, headline=Text(text="x", span=None)) != same
