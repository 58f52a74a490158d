"""Days of publication that a page or its address tells, also to parsers before they read."""

import pytest

import nkdocs
from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Draft, Strength
from nkdocs.rules.pages.printed import printed_day, stated_day
from nkdocs.rules.pages.times import published_hint, published_in_url


class Hinted:
    """A parser that gives the hint it got."""

    def claim(self, _layout: Layout, _ctx: ParseContext) -> Claim:
        """Any document, from the hint on."""
        return Claim(strength=Strength.SOURCE, evidence=[])

    def parse(self, _layout: Layout, ctx: ParseContext) -> Draft:
        """The hint as the publication."""
        return Draft(published=ctx.published_hint)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://ledger.example/2014/06/02/rice", "2014-06-02"),
        ("https://ledger.example/news/20140602-17.html", "2014-06-02"),
        ("https://ledger.example/2014-06/02/c_17.htm", "2014-06-02"),
        ("https://ledger.example/2014-06-02-rice", "2014-06-02"),
        ("https://ledger.example/world-asia-20131109", None),
        ("https://ledger.example/ferry-of-20140416-remembered", None),
        ("https://ledger.example/poll-of-2014-06-02/", None),
        ("https://ledger.example/id/20131109", None),
        ("https://ledger.example/pictures/20131109abc", None),
        ("https://web.archive.org/web/20160101/https://ledger.example/rice", None),
        ("https://ledger.example/2014/06/31/rice", None),
        ("https://ledger.example/2014/06/02/2014/06/03", None),
        ("http://[::1/2014/06/02", None),
        (None, None),
    ],
)
def test_a_url_has_one_day_or_none(url: str | None, day: str | None):
    """An impossible day, several days, the day of an archive's copy and a broken address give none."""
    found = published_in_url(url)
    assert (found.edtf if found else None) == day


def test_metadata_go_before_the_url():
    """They tell the time; the url is asked where they are silent."""
    meta = '<meta property="article:published_time" content="2014-06-03T09:00:00+09:00">'
    url = "https://ledger.example/2014/06/02/rice"
    assert [published_hint(nkdocs.lay_out(page, url=url, media_type="text/html")).basis for page in (meta, "<p>")] == [
        "metadata",
        "url",
    ]
    assert published_hint(nkdocs.lay_out("Rice.")) is None


def test_parsers_and_enrichers_get_the_hint():
    """It is in the context that the registry makes."""
    info = nkdocs.ParserInfo(id="hinted", version="1", factory=Hinted, produces=["published"])

    class Plugin:
        @nkdocs.hookimpl
        def nkdocs_register_parsers(self) -> list[nkdocs.ParserInfo]:
            return [info]

    registry = nkdocs.Registry(plugins=[Plugin()], entry_points=False)
    parsed = nkdocs.parse("Rice.", url="https://ledger.example/2014/06/02/rice", registry=registry, parser="hinted")
    assert parsed.article.published is not None
    assert parsed.article.published.edtf == "2014-06-02"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("19. Juni 2018 um 15:28 Uhr", "2018-06-19T15:28"),
        ("31.10.2023, 19.18 Uhr", "2023-10-31T19:18"),
        ("le 2 mai 2015", None),
        ("2 mai 2015", "2015-05-02"),
        ("5/6/2015", None),
        ("2 mai 2015 and more", None),
    ],
)
def test_a_phrase_is_a_day_or_nothing(text: str, edtf: str | None):
    """Figures whose order nobody can tell, and phrases that go on, are none."""
    found = stated_day(text)
    assert (found.edtf if found else None) == edtf


def test_a_labelled_day_counts_wherever_it_stands():
    """Unless the page has another one of the kind."""
    prose = "<p>The ferry stopped.</p>" * 40
    page = f"<h1>Ferry</h1>{prose}<ul><li>Published: 2 June 2014</li></ul>"
    layout = nkdocs.lay_out(page, media_type="text/html")
    found = printed_day(layout, layout.blocks[0])
    assert (found.edtf if found else None) == "2014-06-02"
    layout = nkdocs.lay_out(f"{page}<p>Published: 3 June 2014</p>", media_type="text/html")
    assert printed_day(layout, layout.blocks[0]) is None
