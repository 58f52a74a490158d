"""Lines that stand around every article of a site are told from what the article says."""

import pytest

from nkdocs.rules.furniture import date_prefix, furniture, menu_lines, opens_pointers, page_line, paywall_line


@pytest.mark.parametrize(
    "line", ["Share this article", "Back to top", "Leave a Reply", "Copyright © Harbour Gazette", "ⓒ 국경일보"]
)
def test_controls_and_notices_are_furniture(line: str):
    """Whole lines only."""
    assert furniture(line)


@pytest.mark.parametrize(
    "line", ["Share prices fell.", "Print shops reopened in Hyesan", "Next came the harvest.", "목록을 보았다."]
)
def test_sentences_that_open_alike_are_not(line: str):
    """A word of a control opens many a sentence."""
    assert not furniture(line)


@pytest.mark.parametrize(
    "line", ["Related posts:", "Most Popular", "More from Border Ledger", "관련기사", "関連記事："]
)
def test_headings_of_lists_of_articles_open_pointers(line: str):
    """What follows them at the foot is other articles."""
    assert opens_pointers(line)


@pytest.mark.parametrize(
    "line", ["Related posts were filled.", "Most popular with traders is rice.", "관련기사를 읽었다."]
)
def test_sentences_do_not_open_pointers(line: str):
    """Whole lines only, here too."""
    assert not opens_pointers(line)


@pytest.mark.parametrize(
    "line",
    [
        "This article is for subscribers only.",
        "Subscribe now to read the rest",
        "Already a subscriber? Log in",
        "유료회원만 볼 수 있다",
    ],
)
def test_a_paywall_says_so(line: str):
    """The line tells that the text goes on elsewhere."""
    assert paywall_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers of the paper were arrested.",
        "This article is about subscribers.",
        "Members met.",
        "Subscribers only learned of it on Friday.",
    ],
)
def test_sentences_about_subscribers_are_no_paywall(line: str):
    """A report may speak of them."""
    assert not paywall_line(line)


def test_an_archives_date_prefix_is_measured():
    """The day an archive puts before the first words takes that many characters."""
    assert date_prefix("date 2020-11-06 A ferry stops") == 16
    assert date_prefix("dates in November") == 0


@pytest.mark.parametrize(
    "line", ["SHARE this page", "(C) Border Ledger", "ⓒ변경일보", "목록", "Members only", "회원", "この記事は有料です"]
)
def test_a_line_of_the_page_is_a_notice_of_either_kind(line: str):
    """What either rule finds is found, whatever the case and script of its first characters."""
    assert page_line(line) == (furniture(line) or paywall_line(line))


def test_a_single_character_is_no_line_of_the_page():
    """A sign of copyright names nobody."""
    assert not page_line("©")
    assert not furniture("©")


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["Home", "About", "Border Watch", "Contact", "Rice prices fall"], 4),
        (["홈", "정치", "경제", "북녘", "쌀값이 내렸다"], 3),
        (["News", "Rice prices fall again", "Home"], 0),
        (["Rice prices fall", "Home", "About", "Contact"], 0),
        (["News", "Salt is dear", "Rice is not", "Home", "Oats are", "Rye is", "So is tea", "Contact"], 0),
        ([], 0),
    ],
)
def test_a_menu_is_several_names_of_parts_above_all_else(lines: list[str], count: int):
    """Up to the last of them; a title that is as short stands behind them."""
    assert menu_lines(lines) == count
