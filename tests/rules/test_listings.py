"""Pages that list articles, and articles that look like them."""

import itertools

import pytest

import nkdocs
from nkdocs.layout.opening import lay_out
from nkdocs.rules.listings import is_listing, listing_entries
from nkdocs.text.dates import KST

_LONG = (
    "The people’s committee of the city ordered every neighborhood unit to hand in scrap iron before the end of the "
    "month, and inspectors have been going from door to door ever since, residents who trade with the county told us."
)


def _page(*blocks: str) -> str:
    return "\n\n".join(blocks)


_TAG = _page(
    "23.4 C",
    "July 7, 2020",
    "Tag: rice",
    "Rice falls in Hyesan",
    "July 1, 2020",
    "Rice was cheaper in Hyesan last ...",
    "Rice rises in Wonsan",
    "June 3, 2020",
    "In Wonsan it was dearer than in ...",
    "Recent Articles",
)
_BLOG = _page(
    "Border Ledger",
    "Rice falls in Hyesan",
    "04/28/2013 · Leave a comment",
    "Rice was cheaper in Hyesan last … Continue reading →",
    "Rice rises in Wonsan",
    "04/21/2013 · 2 Comments",
    "In Wonsan it was dearer than […]",
    "Beans vanish",
    "04/02/2013 · 1 Comment",
    "Beans are nowhere […]",
)
_FRONT = _page(
    "Rice falls in Hyesan",
    "Rice falls in Hyesan »",
    "Rice was cheaper last week [Read More]",
    "Rice rises in Wonsan",
    "Rice rises in Wonsan »",
    "In Wonsan it was dearer [Read More]",
    "Beans vanish from markets",
    "Beans vanish from markets »",
    "Beans are nowhere to be had [Read More]",
)
_AUTHOR = _page(
    "More articles by 'Han Sol'",
    "Rice falls in Hyesan",
    "Rice falls in Hyesan",
    "Han Sol | Kim Mirae December 10, 2019",
    "Rice was cheaper in ...",
    "Rice rises in Wonsan",
    "Han Sol November 24, 2019",
    "In Wonsan it was ...",
)
_KOREAN = _page(
    "15.3 C",
    "태그 장마당",
    "혜산 쌀값 급락",
    "2018.03.16",
    "원산 쌀값 급등",
    "2018.03.11",
    "콩이 사라졌다는 소문",
    "2018.03.02",
)


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        (_TAG, [("Rice falls in Hyesan", "2020-07-01", "Rice was cheaper in Hyesan last ..."),
                ("Rice rises in Wonsan", "2020-06-03", "In Wonsan it was dearer than in ...")]),
        (_BLOG, [("Rice falls in Hyesan", "2013-04-28", "Rice was cheaper in Hyesan last … Continue reading →"),
                 ("Rice rises in Wonsan", "2013-04-21", "In Wonsan it was dearer than […]"),
                 ("Beans vanish", None, "Beans are nowhere […]")]),
        (_FRONT, [("Rice falls in Hyesan", None, "Rice was cheaper last week [Read More]"),
                  ("Rice rises in Wonsan", None, "In Wonsan it was dearer [Read More]"),
                  ("Beans vanish from markets", None, "Beans are nowhere to be had [Read More]")]),
        (_AUTHOR, [("Rice falls in Hyesan", "2019-12-10", "Rice was cheaper in ..."),
                   ("Rice rises in Wonsan", "2019-11-24", "In Wonsan it was ...")]),
        (_KOREAN, [("혜산 쌀값 급락", "2018-03-16", None), ("원산 쌀값 급등", "2018-03-11", None),
                   ("콩이 사라졌다는 소문", "2018-03-02", None)]),
    ],
    ids=["tag", "blog", "front", "author", "korean"],
)  # fmt: skip
def test_a_listing_gives_its_entries_in_order(text: str, entries: list[tuple[str, str | None, str | None]]) -> None:
    """Each item has its title, the day between title and teaser, and the teaser as printed."""
    blocks = lay_out(text).blocks
    assert is_listing(blocks)
    found = list(listing_entries(blocks))
    assert [(e.headline, e.published and e.published.edtf, e.teaser) for e in found] == entries
    assert all(text[e.span.start : e.span.end].startswith(e.headline) for e in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "",
        _LONG,
        _page("Rice falls in Hyesan", _LONG, "“I do not know...”", "“Nobody does...”", "“Well...”", _LONG),
        _page(
            "Rice falls in Hyesan",
            _LONG,
            "She fell silent...",
            _LONG,
            "And then again...",
            _LONG,
            "He waited...",
            _LONG,
        ),
        _page(
            "Archive for July, 2011",
            "Rice falls",
            "Saturday, July 23rd, 2011",
            _LONG,
            "He fell silent...",
            _LONG,
            "Share",
            "Beans vanish",
            "Friday, July 22nd, 2011",
            _LONG,
            "And again...",
            _LONG,
            "Share",
        ),
        _page("Rice falls", _LONG + " […]", _LONG, _LONG + " [….]", _LONG, _LONG + " […]", _LONG),
        _page("Tag: rice", "Rice falls in Hyesan", _LONG, _LONG),
    ],
    ids=["empty", "paragraph", "quotes", "pauses", "archive", "omissions", "one-post"],
)
def test_an_article_with_dots_is_no_listing(text: str) -> None:
    """Pauses, omissions and pages of whole posts are none."""
    assert not is_listing(lay_out(text).blocks)


def test_an_empty_bullet_is_no_fault() -> None:
    """A bullet without words, as lost comments leave it, is looked at like any other block."""
    assert not is_listing(lay_out("  • \n\n    .\n\n").blocks)


@pytest.mark.parametrize(
    "signature",
    [
        "Han Sol\n\nJuly 1, 2020",
        "Han Sol - July 1, 2020",
        "By Han Sol – July 1, 2020",
        "한솔 기자 - 2020.07.01 4:15 오후",
    ],
)
def test_an_author_beside_a_day_is_no_title(signature: str) -> None:
    """The item keeps its title, and has the day; a clock is in the zone of the list."""
    text = _page("Tag: rice", "Rice falls again in Hyesan", signature, "Rice was cheaper in Hyesan last ...")
    (entry,) = listing_entries(lay_out(text).blocks, KST)
    assert entry.headline == "Rice falls again in Hyesan"
    assert entry.published is not None
    assert str(entry.published.earliest) == "2020-07-01"
    assert (entry.published.instant is not None) is ("오후" in signature)


def test_a_digest_that_is_signed_at_its_end_is_a_teaser() -> None:
    """A name in brackets behind its last sentence is no title's end."""
    text = _page("Tag: rice", "News in brief", "Rice was cheaper in Hyesan last week. (Han Sol)")
    (entry,) = listing_entries(lay_out(text).blocks)
    assert (entry.headline, entry.teaser) == ("News in brief", "Rice was cheaper in Hyesan last week. (Han Sol)")


def test_links_to_other_pages_of_a_list_are_no_item():
    """Nor is their arrow the mark of a teaser that was cut off."""
    items = "Rice falls\n\nPrices fell in …\n\nSalt rises\n\nIt was dear in …\n\nTea stays\n\nNobody drinks it …"
    for line in ("Next »", "Older posts →", "Page 2 of 9"):
        parsed = nkdocs.parse(f"Tag: food\n\n{items}\n\n{line}")
        assert [one.headline for one in parsed.entries] == ["Rice falls", "Salt rises", "Tea stays"]


def test_a_line_that_says_when_an_item_was_posted_is_no_title():
    """With or without who posted it."""
    item = "{0} in the town\n\nPosted on March {1}, 2019 by Lo Kern\n\nWhat was said of it … Continue reading →"
    text = "\n\n".join(item.format(name, day) for name, day in (("Rice", 3), ("Salt", 2), ("Tea", 1)))
    found = [(one.headline, one.published.edtf) for one in nkdocs.parse(text).entries if one.published]
    assert found == [
        ("Rice in the town", "2019-03-03"),
        ("Salt in the town", "2019-03-02"),
        ("Tea in the town", "2019-03-01"),
    ]


def test_days_behind_the_teasers_date_the_items_before_them():
    """Where one stands behind each item and none before the first."""
    behind = (
        "Category: Food\n\nRice falls\n\nIt fell in …\n\nMarch 3, 2019\n\nSalt rises\n\nIt rose in …\n\nMarch 2, 2019"
    )
    assert [one.published.edtf for one in nkdocs.parse(behind).entries if one.published] == ["2019-03-03", "2019-03-02"]


def test_days_that_may_be_of_either_neighbour_date_nothing():
    """A day of the visit above the first item, and none behind the last."""
    text = (
        "Category: Food\n\nMarch 9, 2019\n\nRice falls\n\nIt fell in …\n\nMarch 3, 2019\n\nSalt rises\n\nIt rose in …"
    )
    assert [one.published for one in nkdocs.parse(text).entries] == [None, None]
