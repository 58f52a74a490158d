"""North Korea Tech: doubled captions, lists, its name above its parent's."""

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
P1 = "The ferry across the border river stopped running last week, and nobody at the pier can say why."
P2 = "Traders wait on both banks with their sacks."


def test_the_alternative_text_of_a_picture_is_no_body():
    """A line that the caption under it repeats is furniture."""
    text = f"A New Mast\n\nA mast on a hill\n\nA mast on a hill (Photo: KCNA)\n\n{P1}"
    article = nkdocs.parse(text, url="https://www.northkoreatech.org/2014/05/13/mast/", registry=REGISTRY).article
    assert [(str(found.text), found.credit) for found in article.captions] == [("A mast on a hill", "KCNA")]
    assert [str(paragraph.text) for paragraph in article.paragraphs] == [P1]


def test_a_doubled_line_of_a_list_is_no_title():
    """Neither the picture's text nor its caption is an item."""
    text = f"Posts tagged masts\n\nA New Mast\n\nA mast on a hill\n\nA mast on a hill\n\n{P2} …\n\nOld Masts\n\n{P2} …"
    parsed = nkdocs.parse(text, url="https://www.northkoreatech.org/tag/masts/", registry=REGISTRY)
    assert [entry.headline for entry in parsed.entries] == ["A New Mast", "Old Masts"]


def test_its_parent_is_not_it():
    """The line that names the parent stands on other sites of the parent too."""
    assert nkdocs.parse(f"A New Mast\n\n{P1}\n\nAn affiliate of 38 North", registry=REGISTRY).article.outlet is None
