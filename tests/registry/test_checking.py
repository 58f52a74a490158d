from datetime import date

import attrs
import pytest

from nkdocs.errors import UsageError
from nkdocs.records import (
    Attribution,
    Comment,
    Dateline,
    Draft,
    Entry,
    Label,
    Note,
    Paragraph,
    Result,
    Span,
    Text,
    When,
)
from nkdocs.registry.checking import valid_result

LENGTH = 10
BEYOND = Span(8, 11)
FAR = When(
    raw="May", earliest=date(2014, 5, 1), latest=date(2014, 5, 31), precision="month", basis="stated", span=BEYOND
)


def test_a_draft_is_a_result_of_one():
    """A bare Draft is an article."""
    draft = Draft(headline=Text(text="Rice", span=Span(0, LENGTH)))
    assert valid_result(draft, LENGTH) == Result(drafts=[draft])


@pytest.mark.parametrize("answer", [None, {}, "text", [Draft()], Draft])
def test_anything_else_is_refused(answer):
    """The message names what was given."""
    with pytest.raises(UsageError, match="expected a Draft or a Result, not"):
        valid_result(answer, LENGTH)


@pytest.mark.parametrize(
    "draft",
    [
        Draft(headline=Text(text="x", span=BEYOND)),
        Draft(published=FAR),
        Draft(dateline=Dateline(raw="x", when=FAR, span=Span(0, 1))),
        Draft(paragraphs=[Paragraph(text="x", span=Span(0, 1)), Paragraph(text="x", span=BEYOND)]),
        Draft(attributions=[Attribution(speaker="x", when=FAR, span=Span(0, 1))]),
        Draft(comments=[Comment(id=1, posted=FAR, span=Span(0, 1))]),
        Draft(dates=[FAR]),
        Draft(notes=[Note(code="x", span=BEYOND)]),
        Draft(labels=[Label(role="bio", span=BEYOND, rule="x")]),
        Result(kind="listing", entries=[Entry(span=BEYOND)]),
        Result(kind="listing", entries=[Entry(span=None, published=FAR)]),
        Result(kind="listing", labels=[Label(role="listing", span=BEYOND, rule="x")]),
        Result(kind="listing", notes=[Note(code="x", span=BEYOND)]),
    ],
)
def test_a_span_beyond_the_text_is_refused(draft):
    """Wherever it stands."""
    with pytest.raises(UsageError, match="beyond the text's 10 characters"):
        valid_result(draft, LENGTH)


def test_what_was_changed_behind_the_record_s_back_is_refused():
    """A field of the wrong type is found where it is validated anew."""
    draft = Draft()
    object.__setattr__(draft, "outlet", 3)
    with pytest.raises(UsageError):
        valid_result(draft, LENGTH, anew=True)


def test_a_thread_must_add_up():
    """A reply to nobody is refused here, before a record is made of it."""
    with pytest.raises(UsageError, match="comment 2"):
        valid_result(Draft(comments=[Comment(id=2, parent=1, depth=1, span=None)]), LENGTH)


@pytest.mark.parametrize(
    ("kind", "drafts"), [("article", 2), ("thread", 0), ("listing", 1), ("unclaimed", 0), ("unreadable", 0)]
)
def test_kind_and_drafts_must_agree(kind, drafts):
    """A listing has no articles, an article is one; what only the core can know is not a parser's to say."""
    with pytest.raises(UsageError, match=f"kind '{kind}' does not come with {drafts} drafts"):
        valid_result(Result(kind=kind, drafts=[Draft()] * drafts), LENGTH)


def test_kinds_that_agree_pass():
    """Several articles, a thread, a listing and an empty page."""
    results = [Result(drafts=[Draft(), Draft()]), Result(kind="thread", drafts=[Draft()]), Result(kind="listing")]
    assert [attrs.evolve(valid_result(each, LENGTH)) for each in results] == results
