import pytest

from nkdocs.document import Document
from nkdocs.errors import UnknownPlugin, UsageError
from nkdocs.pipeline.many import parse_many
from nkdocs.registry import Registry

ALONE = Registry(entry_points=False)
DOCUMENTS = ["", "Rice was cheaper in Hyesan last week.", b"\x89PNG\r\n\x1a\n", Document("Prices fell.", name="a.txt")]


def test_documents_come_out_in_order():
    """One result for each, whatever it is."""
    parsed = list(parse_many(DOCUMENTS, registry=ALONE))
    assert [each.kind for each in parsed] == ["empty", "article", "unreadable", "article"]
    assert parsed[3].document.name == "a.txt"


def test_the_number_of_processes_does_not_show():
    """Several give the same as one, in the same order."""
    documents = [f"Rice cost {number} won in Hyesan last week." for number in range(150)]
    assert list(parse_many(documents, jobs=2, registry=ALONE)) == list(parse_many(documents, registry=ALONE))


def test_documents_are_taken_as_needed():
    """An endless source is no obstacle."""

    def endless():
        while True:
            yield "Rice was cheaper in Hyesan last week."

    assert next(parse_many(endless(), registry=ALONE)).kind == "article"


@pytest.mark.parametrize(
    ("documents", "arguments"),
    [
        ("a text", {}),
        (b"bytes", {}),
        (Document("x"), {}),
        (3, {}),
        ([], {"jobs": 0}),
        ([], {"jobs": True}),
        ([], {"jobs": "2"}),
        ([], {"encoding": "no-such-encoding"}),
        ([], {"registry": 3}),
    ],
)
def test_a_wrong_argument_is_refused_at_once(documents, arguments):
    """Not only when the first result is asked for."""
    with pytest.raises(UsageError):
        parse_many(documents, **{"registry": ALONE, **arguments})


def test_an_unknown_parser_is_refused_at_once():
    """As ``parse`` does."""
    with pytest.raises(UnknownPlugin):
        parse_many([], parser="generik", registry=ALONE)
