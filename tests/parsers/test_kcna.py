"""KCNA's own pages: what ends a report, several reports on a page, lists, and copies on blogs."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
SENTENCE = "A ferry with room for two hundred bicycles was put into service on the river."
REPORT = f"New Ferry Put into Service\n\nPyongyang, March 14 (KCNA) -- {SENTENCE}\n\nIt takes eight minutes. -0-"
MIRROR = "http://www.kcna.co.jp/item/1997/9701/news1/01.htm"


def parsed(text: str, url: str | None = None) -> nkdocs.Parsed:
    """A document, read by the built-in parsers alone."""
    return nkdocs.parse(text, url=url, registry=REGISTRY)


@pytest.mark.parametrize("mark", ["[Juche113.3.14.]", "[2024.03.14.]", "[Juche113. 3. 14.]"])
@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_the_day_in_brackets_is_that_of_publication_and_no_part_of_the_headline(mark: str, between: str):
    """Beside the title or under it."""
    article = parsed(REPORT.replace("Service\n", f"Service{between}{mark}\n", 1)).article
    assert article.headline is not None
    assert article.published is not None
    assert (article.headline.text, article.published.edtf) == ("New Ferry Put into Service", "2024-03-14")


def test_contents_are_no_article_and_part_stories_without_a_dateline():
    """Titles that head a page of the mirror stand again above each report."""
    titles = ["New Ferry Put into Service", "Umbrella of Gatekeeper"]
    text = "\n\n".join([*titles, REPORT, titles[1], "One rainy day an old gatekeeper was given an umbrella."])
    found = parsed(text, MIRROR)
    assert found.kind == "articles"
    assert [str(article.headline) for article in found.articles] == titles
    assert [article.published.edtf for article in found.articles if article.published] == ["1997-01-01", "1997-01-01"]


def test_a_page_without_contents_is_parted_at_the_titles_above_datelines():
    """Two reports, whatever ends their lines."""
    two = f"{REPORT}\n\n{REPORT.replace('Ferry', 'Bridge')}".replace("\n", "\r\n")
    assert [len(article.paragraphs) for article in parsed(two, MIRROR).articles] == [2, 2]


@pytest.mark.parametrize(("day", "published"), [("Friday, March 15, 2024", "2024-03-15"), ("June 2, 2026", None)])
def test_the_day_above_a_copy_counts_where_the_dateline_bears_it_out(day: str, published: str | None):
    """A blog's day follows the report's own by a few days; a visit's does not."""
    article = parsed(f"{day}\n\n{REPORT}", "https://kfauk.example/ferry/").article
    assert (article.published.edtf if article.published else None) == published
    assert (article.outlet, article.via) == ("kcna", "kfauk.example")


def test_the_day_above_a_page_of_its_own_is_that_of_the_visit():
    """On the agency's host nothing bears such a day out."""
    assert (
        parsed(f"Friday, March 15, 2024\n\n{REPORT}", "http://www.kcna.kp/en/article/q/1.kcmsf").article.published
        is None
    )


def test_an_address_that_ran_into_the_end_mark_is_no_body():
    """A line that begins in lower case is joined to the one before it; the mark between them still ends the report."""
    text = f"Pyongyang, May 27 (KCNA) -- {SENTENCE} -0-\nwww.kcna.kp (Juche113.5.27.)"
    assert [paragraph.text for paragraph in parsed(text, "http://www.kcna.kp/a").article.paragraphs] == [SENTENCE]


def test_a_story_without_dateline_is_known_by_end_mark_and_bracketed_juche_day():
    """No other agency ends with ``-0-`` under ``[Juche113.1.2.]``."""
    text = f"Umbrella of Gatekeeper [Juche113.1.2.]\n\n{SENTENCE}\n\nShe kept it all her life. -0-"
    assert parsed(text).article.outlet == "kcna"


def test_a_page_of_menus_alone_is_empty():
    """A shell that a script would have filled has no article; a note says so."""
    page = "<html><title>KCNA</title><ul><li><a href='/en/'>Home</a></li><li><a href='/p'>Photo</a></li></ul></html>"
    found = parsed(page, "http://www.kcna.kp/")
    assert (found.kind, [note.code for note in found.notes]) == ("empty", ["empty-page"])


@pytest.mark.parametrize("end", range(0, len(REPORT), 7))
def test_a_report_cut_anywhere_raises_nothing_and_keeps_its_text(end: int):
    """Every non-blank character has a label."""
    found = parsed(REPORT[:end], "http://www.kcna.kp/en/article/q/1.kcmsf")
    assert sum(len(label.span.of(found.text).split()) for label in found.labels) >= len(REPORT[:end].split())


def test_the_address_under_a_report_gives_its_day_unless_the_page_gives_another():
    """In a line of its own or behind the end mark."""
    url = "http://www.kcna.kp/en/article/q/1.kcmsf"
    for between in ("\n\n", "\n", " "):
        found = parsed(f"{REPORT}{between}www.kcna.kp (Juche113.3.15.)", url).article
        assert found.published is not None
        assert (found.published.edtf, len(found.paragraphs)) == ("2024-03-15", 2)
    found = parsed(f"calendar>> March 14. 2024 Juche 113\n\n{REPORT}\n\nwww.kcna.kp (Juche113.3.15.)", MIRROR).article
    assert found.published is not None
    assert found.published.edtf == "2024-03-14"


def test_a_sentence_cut_behind_the_dateline_is_no_title():
    """What a dateline opens is the report."""
    found = parsed(
        "Pyongyang, March 14 (KCNA) -- A ferry with room for", "http://www.kcna.kp/en/article/q/1.kcmsf"
    ).article
    assert (found.headline, len(found.paragraphs)) == (None, 1)
