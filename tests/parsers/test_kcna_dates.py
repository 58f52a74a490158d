"""What KCNA's pages say about their own day."""

import pytest

import nkdocs

PAGE = (
    "calendar>> March 30. 2014 {juche}\n\nFerry Stops\n\nPyongyang, March 30 (KCNA) -- The ferry stopped for a day.\n"
)


@pytest.mark.parametrize(("juche", "notes"), [("Juche 103", []), ("Juche 104", [("date-conflict", "juche")])])
def test_a_juche_year_that_contradicts_the_common_one_is_noted(juche, notes):
    """The calendar line keeps its common date, and a note tells of another Juche year."""
    article = nkdocs.parse(PAGE.format(juche=juche), registry=nkdocs.Registry(entry_points=False, enrich=())).article
    assert article.published.edtf == "2014-03-30"
    assert [(note.code, note.detail) for note in article.notes] == notes
