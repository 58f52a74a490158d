"""KCNA Watch: whose report a page holds, and which of its days is that of publication."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
BODY = "The carp farm in the lake county has beaten its plan, its workers report."
LINE = "Date: 01/06/2023 | Source: {} | Read original version at source"
STREAM = "https://kcnawatch.org/newstream/1685580484-334712345/carp/"


def article(text: str, url: str | None = None) -> nkdocs.Article:
    """The article of a text."""
    return nkdocs.parse(text, url=url, registry=REGISTRY).article


@pytest.mark.parametrize(
    ("source", "outlet"),
    [
        ("Rodong Sinmun (En)", "rodong"),
        ("Rodong Sinmun (Kr)", "rodong"),
        ("KCNA.kp (En)", "kcna"),
        ("KCNA.co.jp (En)", "kcna"),
        ("Naenara (En)", "naenara"),
        ("Tongil Sinbo", "tongilsinbo"),
        ("Uriminzokkiri", "uriminzokkiri"),
        ("Pyongyang Times", "pyongyangtimes"),
        ("Voice of Korea (En)", "vok"),
        ("Minju Joson", None),
    ],
)
@pytest.mark.parametrize("url", [STREAM, None])
def test_the_source_that_the_page_names_is_the_outlet(source: str, outlet: str | None, url: str | None):
    """The archive is ``via``; a source that has no id leaves the outlet open."""
    found = article(f"April 25, 2024\n\nCarp Farm Beats Its Plan\n\n{LINE.format(source)}\n\n{BODY}", url)
    assert (found.outlet, found.via, str(found.headline)) == (outlet, "kcnawatch", "Carp Farm Beats Its Plan")
    assert found.published is not None
    assert found.published.edtf == "2023-06-01"


def test_the_first_line_is_never_the_day_of_publication():
    """Without a line on the source the time in the address is; without an address nothing is."""
    text = f"March 13, 2026Mar 13, 2026\n\nCarp Farm Beats Its Plan\n\n{BODY}"
    found = article(text, STREAM)
    assert found.published is not None
    assert found.published.instant is not None
    assert (found.published.instant.isoformat(), found.published.basis) == ("2023-06-01T00:48:04+00:00", "url")
    assert article(text, "https://kcnawatch.org/about/").published is None


def test_the_agency_is_the_outlet_where_only_its_dateline_tells():
    """A dateline of KCNA opens the text."""
    found = article(f"Carp Farm Beats Its Plan\n\nPyongyang, June 1 (KCNA) -- {BODY}", STREAM)
    assert (found.outlet, found.via) == ("kcna", "kcnawatch")


def test_a_day_that_does_not_exist_is_none():
    """The time in the address stands in for it."""
    found = article(f"Carp Farm\n\nDate: 31/06/2023 | Source: Naenara (En) | Read original\n\n{BODY}", STREAM)
    assert found.published is not None
    assert found.published.basis == "url"


@pytest.mark.parametrize(
    "text",
    [
        f"On archives\n\nTheir pages say “Date: 01/06/2023 | Source: KCNA.kp (En)” at the top, and more.\n\n{BODY}",
        f"Source: Rodong Sinmun (En)\n\nCarp Farm Beats Its Plan\n\n{BODY}",
    ],
)
def test_a_page_that_quotes_the_line_is_not_the_archives(text: str):
    """The line stands alone, with its day."""
    found = article(text)
    assert (found.outlet, found.via) == (None, None)


def test_pointers_to_other_reports_are_no_body():
    """All that stands under "More From" belongs to the archive."""
    found = article(
        f"Carp Farm\n\n{LINE.format('Naenara (En)')}\n\n{BODY}\n\nMore From Naenara (En)\n\nRoad\n\nA...", STREAM
    )
    assert [paragraph.text for paragraph in found.paragraphs] == [BODY]
