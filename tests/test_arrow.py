"""Arrow batches in, Arrow batches out."""

import os
import signal
from datetime import UTC, date, datetime

import pytest

import nkdocs
from nkdocs.errors import UnknownPlugin, UsageError
from nkdocs.records.convert import to_dict

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
arrow = pytest.importorskip("nkdocs.arrow")

TEXT = "Boats stay in port\n\nNo boat left Sinpo on Monday, a trader told the wire by telephone."
REGISTRY = nkdocs.Registry(entry_points=False)


def rows(*given, **options):
    """What becomes of these rows, two to a batch."""
    batches = [pa.RecordBatch.from_pylist(list(given[start : start + 2])) for start in range(0, len(given), 2)]
    found = list(arrow.parse_batches(iter(batches), registry=REGISTRY, **options))
    assert [batch.num_rows for batch in found] == [batch.num_rows for batch in batches]
    assert all(batch.schema == arrow.SCHEMA for batch in found)
    return [row for batch in found for row in batch.to_pylist()]


def test_the_schema_is_the_record_and_an_error():
    """The columns of the parquet format in their order, then why there is no record."""
    assert arrow.SCHEMA.names == [*to_dict(nkdocs.parse(TEXT).article), "error"]
    assert str(arrow.SCHEMA.field("error").type) == "struct<code: string, message: string>"


def test_a_document_of_one_article_is_its_record():
    """Each row equals what ``parse`` gives for the same document."""
    known = {"content": TEXT, "url": "https://wire.example/boats", "name": "boats.txt", "captured": "2014-06-03"}
    (row,) = rows(known)
    article = nkdocs.parse(
        TEXT, url=known["url"], name=known["name"], captured=date(2014, 6, 3), registry=REGISTRY
    ).article
    assert row == to_dict(article) | {"error": None}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"content": None}, "bad-record"),
        ({"content": ""}, "empty"),
        ({"content": b"\x89PNG\r\n\x1a\n" + b"\0" * 40}, "binary-content"),
        ({"content": TEXT, "captured": "yesterday"}, "bad-record"),
        ({"content": TEXT, "captured": 20140603}, "bad-record"),
        ({"content": 7}, "bad-record"),
        ({"content": TEXT, "url": 7}, "bad-record"),
        ({"content": TEXT, "origin": {"page": 7}}, "bad-record"),
        ({"content": TEXT, "origin": {"offset": "7"}}, "bad-record"),
        ({"content": TEXT, "origin": "here"}, "bad-record"),
    ],
    ids=["null", "empty", "binary", "no-date", "number", "no-text", "no-url", "no-origin", "no-offset", "no-struct"],
)
def test_what_gives_no_record_says_why(row, code):
    """All columns are null but the error, and its neighbours are records."""
    (bad,), (after,) = rows(row), rows({"content": TEXT})
    assert (bad["error"]["code"], bool(bad["error"]["message"])) == (code, True)
    assert {value for key, value in bad.items() if key != "error" and not isinstance(value, list)} == {None}
    assert (after["headline"]["text"], after["error"]) == ("Boats stay in port", None)


def test_what_gives_no_record_leaves_its_neighbours_alone():
    """In one batch a row that is no document stands between two records."""
    found = rows({"content": TEXT}, {"content": None}, {"content": TEXT})
    assert [row["error"] and row["error"]["code"] for row in found] == [None, "bad-record", None]


DAY, TIME = "2014-06-03", "2014-06-03T09:00:00+00:00"


@pytest.mark.parametrize(
    ("captured", "told"),
    [
        (pa.array([date(2014, 6, 3)]), DAY),
        (pa.array([date(2014, 6, 3)], pa.date64()), DAY),
        (pa.array([datetime(2014, 6, 3, 9, tzinfo=UTC)]), TIME),
        (pa.array([datetime(2014, 6, 3, 9)]), DAY),  # noqa: DTZ001 - what a time without zone becomes
        (pa.array([TIME]), TIME),
        (pa.array([TIME[:19]]), DAY),
        (pa.array([1_401_786_000_000_000_001], pa.timestamp("ns", "UTC")), TIME),
        (pa.nulls(1), None),
    ],
    ids=["day", "day in ms", "time", "no zone", "ISO 8601", "ISO 8601, no zone", "ns", "null"],
)
def test_times_of_capture_come_in_many_forms(captured, told):
    """A day, a time with its zone, and ISO 8601 all count; without a zone the day, as in tables that are read."""
    batch = pa.RecordBatch.from_arrays([pa.array([TEXT]), captured], names=["content", "captured"])
    (found,) = arrow.parse_batches(iter([batch]), registry=REGISTRY)
    assert found.column("document").to_pylist()[0]["captured"] == told


@pytest.mark.parametrize(
    "captured",
    [pa.timestamp("s", "UTC"), pa.timestamp("s"), pa.date64()],
    ids=str,
)
def test_a_time_beyond_python_s_years_costs_its_own_row(captured):
    """A date of the year 40000 is told, and its neighbour is a record."""
    far = pa.array([1_200_000_000_000 * (1000 if captured == pa.date64() else 1), 0], pa.int64()).cast(captured)
    batch = pa.RecordBatch.from_arrays([pa.array([TEXT, TEXT]), far], names=["content", "captured"])
    (found,) = arrow.parse_batches(iter([batch]), registry=REGISTRY)
    codes = [error and error["code"] for error in found.column("error").to_pylist()]
    assert codes == ["bad-record", None]


KINDS = [
    pa.string(), pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary(), pa.binary_view(),
    pa.dictionary(pa.int8(), pa.string()), pa.dictionary(pa.int32(), pa.large_binary()),
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_content_comes_in_any_kind_of_column(kind):
    """Strings and bytes, large ones and views, plain or dictionary-encoded, give the same articles; nulls are told."""
    values = pa.array([TEXT, None, TEXT, "", TEXT])
    plain = values.cast(pa.binary()) if "binary" in str(kind) else values
    column = plain.dictionary_encode().cast(kind) if "dictionary" in str(kind) else plain.cast(kind)
    batch = pa.RecordBatch.from_arrays([column], names=["content"])
    (found,) = arrow.parse_batches(iter([batch]), registry=REGISTRY)
    codes = [error and error["code"] for error in found.column("error").to_pylist()]
    assert codes == [None, "bad-record", None, "empty", None]
    assert {row and row["text"] for row in found.column("headline").to_pylist()} == {"Boats stay in port", None}


def not_unicode(*values):
    """A column of strings that are none, which engines let pass."""
    return pa.array(values, pa.binary()).view(pa.string())


def test_a_string_that_is_no_unicode_is_read_as_the_bytes_it_is():
    """Its encoding is told as for bytes, and its neighbours are strings still."""
    korean = "쌀값이 내렸다\n\n혜산 장마당에서 쌀값이 지난주보다 내렸다고 소식통이 전했다."
    column = not_unicode(korean.encode("cp949"), TEXT.encode())
    for each in (column, column.view(pa.binary()).dictionary_encode().cast(pa.dictionary(pa.int32(), pa.binary()))):
        (found,) = arrow.parse_batches(iter([pa.RecordBatch.from_arrays([each], names=["content"])]), registry=REGISTRY)
        assert found.column("headline").to_pylist()[0]["text"] == "쌀값이 내렸다"
    (found,) = arrow.parse_batches(iter([pa.RecordBatch.from_arrays([column], names=["content"])]), registry=REGISTRY)
    assert [document["encoding"] for document in found.column("document").to_pylist()] == ["cp949", None]


def test_a_name_that_is_no_unicode_costs_its_own_row():
    """Nothing is put in the place of a name that cannot be read."""
    columns = [pa.array([TEXT, TEXT]), not_unicode(b"\xff\xfe", b"boats.txt")]
    batch = pa.RecordBatch.from_arrays(columns, names=["content", "name"])
    (found,) = arrow.parse_batches(iter([batch]), registry=REGISTRY)
    assert [error and error["code"] for error in found.column("error").to_pylist()] == ["bad-record", None]


def test_other_columns_are_passed_over():
    """Whatever they hold, dates that Python has not among it; the order of columns does not matter."""
    far = pa.array([2**62], pa.timestamp("s"))
    batch = pa.RecordBatch.from_arrays([far, pa.array([TEXT]), pa.array([[1]])], names=["when", "content", "tags"])
    (found,) = arrow.parse_batches(iter([batch]), registry=REGISTRY)
    assert found.column("error").to_pylist() == [None]


def test_the_place_of_a_document_is_kept():
    """A column ``origin`` says where it stood."""
    place = {"source": "a.warc", "member": None, "offset": 12, "record": "<urn:uuid:1>"}
    (row,) = rows({"content": TEXT, "origin": place})
    assert row["document"]["origin"] == place


def test_a_batch_that_gives_much_comes_out_as_several(monkeypatch):
    """No batch is larger than can be held, one document that is larger aside; no row is lost, nor its place."""
    monkeypatch.setattr(arrow, "_ROWS", 3)
    monkeypatch.setattr(arrow, "_CHARACTERS", 3 * len(TEXT))
    monkeypatch.setattr(arrow, "_TAKEN", 2)
    long = f"No end of waiting\n\n{'A boat left Sinpo, a trader said. ' * 40}"
    texts = [TEXT, TEXT, None, TEXT, long, TEXT, None, None, None, TEXT]
    batch = pa.RecordBatch.from_arrays([pa.array(texts)], names=["content"])
    found = list(arrow.parse_batches(iter([batch]), registry=REGISTRY))
    assert [each.num_rows for each in found] == [3, 2, 3, 2]
    heads = [row and row["text"] for each in found for row in each.column("headline").to_pylist()]
    expected = [text and text.partition("\n")[0] for text in texts]
    assert heads == expected


def test_batches_are_taken_only_as_they_are_needed():
    """What an engine streams is not gathered."""
    taken = []

    def stream():
        for number in range(3):
            taken.append(number)
            yield pa.RecordBatch.from_pylist([{"content": TEXT}])

    found = arrow.parse_batches(stream(), registry=REGISTRY)
    assert taken == []
    assert next(found).num_rows == 1
    assert taken == [0]


def test_documents_become_batches_too():
    """As ``read`` gives them, damage with its note; none give no batch."""
    documents = [nkdocs.Document(TEXT, name="a"), nkdocs.Document(b"\x89PNG\r\n\x1a\n" + bytes(40), name="b")]
    (found,) = arrow.parse_documents(iter(documents), registry=REGISTRY)
    assert found.schema == arrow.SCHEMA
    assert [error and error["code"] for error in found.column("error").to_pylist()] == [None, "binary-content"]
    assert list(arrow.parse_documents([], registry=REGISTRY)) == []


class Claimant:
    """A plugin whose outlet is told by a word."""

    def __init__(self, key):
        self.key = key

    @nkdocs.hookimpl
    def nkdocs_register_parsers(self):
        """One outlet."""
        return [nkdocs.OutletRules(id=self.key, version="1", markers=["by telephone"])]


def test_what_a_strict_registry_raises_is_a_row_here():
    """A document that two claim equally is told, where ``parse`` would raise."""
    registry = nkdocs.Registry([Claimant("harbour"), Claimant("ledger")], entry_points=False, strict=True)
    batch = pa.RecordBatch.from_pylist([{"content": TEXT}, {"content": "A boat"}])
    (found,) = arrow.parse_batches(iter([batch]), registry=registry)
    assert [error and error["code"] for error in found.column("error").to_pylist()] == ["ambiguous-parser", None]


def test_the_text_is_kept_where_that_is_asked_for():
    """With ``keep_text`` spans resolve from the record alone."""
    (row,) = rows({"content": TEXT}, keep_text=True)
    assert row["document"]["text"] == TEXT


def test_a_batch_without_content_or_with_two_is_refused():
    """Mistakes of the caller raise; what rows hold does not."""
    with pytest.raises(UsageError, match="content"):
        rows({"text": TEXT})
    twice = pa.RecordBatch.from_arrays([pa.array([TEXT]), pa.array([TEXT])], names=["content", "content"])
    with pytest.raises(UsageError, match="2"):
        list(arrow.parse_batches(iter([twice])))


@pytest.mark.parametrize("parse", [arrow.parse_batches, arrow.parse_documents])
def test_a_wrong_argument_is_refused_before_anything_is_read(parse):
    """Not at the first row, which an engine would ask for on another machine."""
    with pytest.raises(UnknownPlugin):
        parse(iter([]), parser="dailynks")
    with pytest.raises(UsageError):
        parse(iter([]), registry="mine")
    with pytest.raises(TypeError):
        parse(iter([]), colour="red")


@pytest.mark.parametrize("given", [pa.table({"content": [TEXT]}), [{"content": TEXT}], ["content"]])
def test_what_are_no_batches_is_told(given):
    """A table has columns, not batches: what gives its batches is named."""
    with pytest.raises(UsageError, match="to_batches"):
        list(arrow.parse_batches(given, registry=REGISTRY))


def test_no_rows_are_no_rows():
    """An empty batch comes back empty, with the schema."""
    batch = pa.RecordBatch.from_pylist([], schema=pa.schema([("content", pa.string())]))
    (found,) = arrow.parse_batches(iter([batch]), registry=REGISTRY)
    assert (found.num_rows, found.schema) == (0, arrow.SCHEMA)


class Fatal:
    """A plugin whose enricher ends its process, or never ends, over a word."""

    def enrich(self, article, ctx):
        """As the text says."""
        if "fatal" in ctx.layout.text:
            os.kill(os.getpid(), signal.SIGKILL)
        while "endless" in ctx.layout.text:
            pass
        return article

    @nkdocs.hookimpl
    def nkdocs_register_enrichers(self):
        """This one."""
        return [nkdocs.EnricherInfo(name="fatal", version="1", factory=Fatal, changes=["section"])]


def test_a_document_that_ends_its_process_is_a_row_where_documents_are_isolated():
    """So is one that never ends; what stands around them are records."""
    registry = nkdocs.Registry([Fatal()], entry_points=False, enrich=["fatal"])
    texts = [TEXT, f"{TEXT} It was fatal.", TEXT, f"{TEXT} It was endless.", None, TEXT]
    batch = pa.RecordBatch.from_arrays([pa.array(texts)], names=["content"])
    (found,) = arrow.parse_batches(iter([batch]), registry=registry, isolate=True, timeout=5)
    codes = [error and error["code"] for error in found.column("error").to_pylist()]
    assert codes == [None, "process-ended", None, "time-limit", "bad-record", None]
    with pytest.raises(UsageError, match="timeout"):
        arrow.parse_batches(iter([batch]), timeout="soon")
