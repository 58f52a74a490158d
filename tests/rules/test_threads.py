"""Comment threads kept as nested bullets, damaged ones too."""

import pytest

from nkdocs.layout import lay_out
from nkdocs.records.comment import check_thread
from nkdocs.rules.threads import find_thread, read_thread, thread

ARTICLE = "The ferry across the border river stopped running last week, and nobody at the pier can say why.\n\n"


def read(text: str) -> list[tuple[int, int | None, int, str | None, str | None, tuple[str, ...]]]:
    """Id, parent, depth, author, text and losses of every comment."""
    layout = lay_out(text)
    comments = thread(layout, layout.blocks)
    check_thread(comments)
    return [(c.id, c.parent, c.depth, c.author, c.text, c.missing) for c in comments]


def codes(text: str) -> list[str]:
    """The codes of the notes that reading a thread leaves."""
    layout = lay_out(text)
    found = find_thread(layout.blocks)
    assert found
    return [note.code for note in read_thread(layout, layout.blocks, *found).notes]


def test_replies_nest_under_the_comment_they_answer():
    """Three levels, and back to the first."""
    assert read(
        "  • Ann\n\n    One.\n\n    • Bob\n\n      Two.\n\n      • Cleo\n\n        Three.\n\n  • Dan\n\n    Four.\n"
    ) == [
        (1, None, 0, "Ann", "One.", ()),
        (2, 1, 1, "Bob", "Two.", ()),
        (3, 2, 2, "Cleo", "Three.", ()),
        (4, None, 0, "Dan", "Four.", ()),
    ]


def test_a_body_may_follow_its_name_without_a_blank_line():
    """Older comment systems leave none."""
    assert read("  • Ann\n    One.\n  • Bob\n    two, in small letters.\n") == [
        (1, None, 0, "Ann", "One.", ()),
        (2, None, 0, "Bob", "two, in small letters.", ()),
    ]


def test_lines_of_a_body_stay_apart_and_wraps_are_joined():
    """Paragraphs and line breaks keep a newline; a line that goes on in lower case goes on."""
    assert (
        read("  • Ann\n\n    One.\n    Two, which\n    goes on.\n\n    Three.\n")[0][4]
        == "One.\nTwo, which goes on.\nThree."
    )


def test_a_comment_without_body_is_flagged():
    """Whether the line was lost or never there; the next reply still is its own."""
    text = "  • Ann\n\n    One.\n\n  • Bob\n\n\n    • Cleo\n\n\n  • Dan\n    • Eve\n"
    assert read(text) == [
        (1, None, 0, "Ann", "One.", ()),
        (2, None, 0, "Bob", None, ("body",)),
        (3, 2, 1, "Cleo", None, ("body",)),
        (4, None, 0, "Dan", None, ("body",)),
        (5, 4, 1, "Eve", None, ("body",)),
    ]
    assert codes(text) == ["comment-without-body"] * 4


@pytest.mark.parametrize(
    "text",
    [
        "    • Bob\n\n      Two.\n\n  • Ann\n\n    One.\n",
        "  • Ann\n\n    One.\n\n\n    • Bob\n\n      Two.\n",
    ],
)
def test_an_orphan_is_given_to_nobody(text: str):
    """A reply whose parent may have been lost keeps its depth and has no parent."""
    assert next(c for c in read(text) if c[3] == "Bob")[1:] == (None, 1, "Bob", "Two.", ("parent",))
    assert "comment-without-parent" in codes(text)


def test_a_level_that_is_skipped_lost_its_comment():
    """The grandchild is not made a child; its own replies are its children."""
    text = "  • Ann\n\n    One.\n\n      • Cleo\n\n        Three.\n\n        • Dan\n\n          Four.\n"
    assert read(text)[1:] == [(2, None, 2, "Cleo", "Three.", ("parent",)), (3, 2, 3, "Dan", "Four.", ())]


def test_a_deeper_body_has_lost_its_author():
    """It answers the comment it stands under."""
    text = "  • Ann\n\n    One.\n\n      Two.\n\n      More of two.\n\n  • Bob\n\n    Three.\n"
    assert read(text) == [
        (1, None, 0, "Ann", "One.", ()),
        (2, 1, 1, None, "Two.\nMore of two.", ("author",)),
        (3, None, 0, "Bob", "Three.", ()),
    ]
    assert codes(text) == ["comment-without-author"]


def test_a_shallower_body_after_a_gap_has_lost_its_author():
    """Its depth is that of bodies in its column."""
    text = "  • Ann\n\n    One.\n\n    • Bob\n\n      Two.\n\n\n    Three.\n\n  • Cleo\n\n    Four.\n"
    assert read(text)[2:] == [(3, None, 0, None, "Three.", ("author",)), (4, None, 0, "Cleo", "Four.", ())]


def test_a_gap_at_the_same_column_is_noted():
    """Nobody can tell whose the second line is: it stays, and a note says so."""
    text = "  • Ann\n\n    One.\n\n\n    Two.\n"
    assert read(text) == [(1, None, 0, "Ann", "One.\nTwo.", ())]
    assert codes(text) == ["comment-body-gap"]


def test_star_bullets_of_three_marks_nest_by_column():
    """One extractor writes *, + and o at 2, 6 and 10."""
    text = (
        "  * Ann\n\n    One.\n\n      + Bob\n\n        Two.\n\n          o Cleo\n\n            Three.\n\n"
        "  * Dan\n  * Eve\n"
    )
    assert [(c[1], c[2], c[3]) for c in read(text)] == [
        (None, 0, "Ann"),
        (1, 1, "Bob"),
        (2, 2, "Cleo"),
        (None, 0, "Dan"),
        (None, 0, "Eve"),
    ]


def test_bodies_at_the_margin_belong_to_the_bullet_before():
    """Another extractor indents the bullets alone."""
    text = (
        ARTICLE
        + "  * Ann\n\nOne.\n\n    * [Bob](https://example.org/b)\n\nTwo.\n\nMore of two.\n\n  * Cleo\n\nThree.\n"
    )
    assert read(text) == [
        (1, None, 0, "Ann", "One.", ()),
        (2, 1, 1, "Bob", "Two.\nMore of two.", ()),
        (3, None, 0, "Cleo", "Three.", ()),
    ]


def test_numbered_comments_say_when():
    """The time stands under the name or beside it; the reply link is neither body nor lost."""
    text = (
        "  1. Ann says:\n\n    May 12, 2014 at 10:00 am\n\n    One.\n\n    Reply\n\n"
        "    1. Bob says: May 12, 2014 at 11:00 am\n\n      Two.\n"
    )
    assert [c[1:] for c in read(text)] == [(None, 0, "Ann", "One.", ()), (1, 1, "Bob", "Two.", ())]
    layout = lay_out(text)
    assert [c.posted.edtf for c in thread(layout, layout.blocks) if c.posted] == [
        "2014-05-12T10:00",
        "2014-05-12T11:00",
    ]


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE + "  • 2008/2009: 3.3\n  • 2009/2010: 4.1\n  • 2010/2011: 4.6\n",
        ARTICLE + "  • Rice\n  • Maize\n  • Coal\n",
        ARTICLE
        + "  • Rice is dear.\n\n    It costs more than last year.\n\n  • Maize is cheap.\n\n    It costs less.\n",
        "  • By Seo Yun-ah\n\n    March 18, 2020 12:55\n\n    The ferry stopped.\n\n    It may sail.\n\n    Or not.\n",
        ARTICLE,
        "",
    ],
)
def test_what_is_no_thread(text: str):
    """Figures, plain lists, sentences, an article captured as one list item."""
    assert read(text) == []


def test_every_comment_gives_back_its_text():
    """Author and body stand in the slice of the comment's span, whatever the white space."""
    layout = lay_out("  • Ann\r\n\r\n    One,\r\n    going on.\r\n\r\n    • Bob\r\n\r\n      Two.\r\n")
    for comment in thread(layout, layout.blocks):
        assert comment.span is not None
        held = " ".join(comment.span.of(layout.text).split())
        assert comment.author is not None
        assert held.startswith(comment.author)
        assert comment.text is not None
        assert comment.text.replace("\n", " ") in held


def test_a_wide_and_a_deep_thread_are_read():
    """Neither width nor depth costs recursion."""
    wide = lay_out("  • a\n    B.\n" * 20_000)
    assert len(thread(wide, wide.blocks)) == 20_000
    deep = lay_out("".join(f"{' ' * level}• a\n{' ' * level} B.\n" for level in range(1, 2_001)))
    assert thread(deep, deep.blocks)[-1].depth == 1_999


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE + "  • Rice\n\n    It rose.\n\n  • Corn\n\n    It fell.\n\nThe trend will go on, the source said.\n",
        ARTICLE + "  • Rice is 5,000 won.\n  • Corn is 2,000 won.\n",
    ],
)
def test_a_list_of_the_article_is_no_thread(text: str):
    """The article goes on behind it, or nothing stands under its items."""
    assert read(text) == []


def test_a_list_before_a_thread_is_not_part_of_it():
    """Items that are sentences are nobody's names."""
    text = ARTICLE + "  • Rice is 5,000 won.\n  • Corn is 2,000 won.\n\n  • Ann\n\n    One.\n"
    assert [(c[3], c[4]) for c in read(text)] == [("Ann", "One.")]


def test_one_odd_name_does_not_end_a_short_thread():
    """A reader may be called almost anything."""
    assert [c[3] for c in read(ARTICLE + "  • Smith, John\n\n    One.\n\n  • Bob\n\n    Two.\n")] == [
        "Smith, John",
        "Bob",
    ]


def test_a_gap_before_the_first_line_of_a_body_is_noted():
    """A bullet may have stood there."""
    assert codes("  • Ann\n\n\n\n    Whose words?\n\n  • Bob\n\n    Mine.\n") == ["comment-body-gap"]


def test_more_lost_lines_than_a_body_leave_no_parent():
    """Five blank lines can have taken an author with them."""
    found = read("  • Ann\n\n    One.\n\n    • Bob\n\n\n\n\n\n    • Zed\n\n      Two.\n")
    assert [(c[3], c[1], c[5]) for c in found][-1] == ("Zed", None, ("parent",))


def test_a_day_that_nothing_follows_is_what_the_reader_said():
    """A comment system shows a clock, or a body under its date."""
    assert [(c[3], c[4]) for c in read("  • Ann\n\n    July 27, 1953\n\n  • Bob\n\n    What of it?\n")] == [
        ("Ann", "July 27, 1953"),
        ("Bob", "What of it?"),
    ]


def test_a_thread_of_a_page_nests_as_its_lists_do():
    """Markup has no columns: how deep its lists nest says where each line belongs; an empty comment is one too."""
    page = (
        "<p>The ferry stopped running.</p><ul><li><div>Ann</div><p>One.</p><p>More.</p>"
        "<ul><li><div>Bob</div></li><li><div>Cleo</div><p>Two.</p></li></ul></li><li><div>Dan</div><p>Three.</p></li></ul>"
    )
    assert read(page) == [
        (1, None, 0, "Ann", "One.\nMore.", ()),
        (2, 1, 1, "Bob", None, ("body",)),
        (3, 1, 1, "Cleo", "Two.", ()),
        (4, None, 0, "Dan", "Three.", ()),
    ]
