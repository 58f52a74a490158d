"""A wrong outlet is worse than none: who is cited did not write the page; and header lines are what they are."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
P1 = "The ferry across the border river stopped running last week, and nobody at the pier can say when it sails."
KCNA = "Pyongyang, March 30 (KCNA) -- The fishermen of a cooperative landed more pollack than ever before."


def read(text: str, url: str | None = None) -> nkdocs.Article:
    """The article of a text."""
    return nkdocs.parse(text, url=url, registry=REGISTRY).article


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (
            f"South slams farm visit\n\nBy Han Sol\n\nMarch 31, 2014\n\n{P1}\n\nIn full:\n\n{KCNA}",
            "https://example.org/a",
        ),
        (f"South slams farm visit\n\nBy Han Sol\n\nMarch 31, 2014\n\n{P1}\n\nIn full:\n\n{KCNA}", None),
        (
            (
                f"Official visits farm\n\nSEOUL, March 30 (Border Ledger) -- {P1}\n\n"
                "Pyongyang, March 30 (KCNA) -- it began."
            ),
            None,
        ),
        (
            "나룻배 운항 중단\n\n[평양=조선중앙통신] 농장 모습\n\n압록강의 나룻배가 지난주부터 다니지 않는다.",
            None,
        ),
        (f"On agencies\n\n{P1}\n\nIts calendar says Juche 103 (2014), and each of its reports ends with -0-", None),
        (f"{P1}\n\n“Fined,” a source told Daily NK last week.", None),
        (f"{P1}\n\n“Daily NK has learned” is how many of the stories start.", None),
        (f"{P1}\n\nA resident told RFA so. Another told Daily NK the same.", None),
        (f"{P1}\n\nAccording to Daily NK, which a source told Daily NK, the yards are full.", None),
    ],
)
def test_a_page_that_cites_an_outlet_is_not_its_own(text: str, url: str | None):
    """Quoted reports, citations and phrases in quotation marks are no evidence."""
    assert read(text, url).outlet is None


@pytest.mark.parametrize(
    "text",
    [
        f"Fishermen Land Catch\n\n{KCNA}",
        f"Fishermen Land Catch\n\nState Media\n\nFruit farm (KCNA)\n\n{KCNA}",
        f"Thursday, April 23, 2015\n\nFishermen Land Catch\n\n{KCNA}",
        f"[2024.02.11.]\n\nFishermen Land Catch\n\n{KCNA}",
        f"Fishermen Land Catch\n\nPosted on March 31, 2014 by Admin\n\n{KCNA}",
    ],
)
def test_a_copy_is_the_agencys_whatever_stands_above_its_dateline(text: str):
    """Title and dateline are found between the lines of a blog."""
    article = read(text, "https://kfauk.example/a")
    assert (article.outlet, article.via) == ("kcna", "kfauk.example")
    assert article.headline is not None
    assert article.headline.text == "Fishermen Land Catch"
    assert article.dateline is not None
    assert [paragraph.text[:13] for paragraph in article.paragraphs] == ["The fishermen"]


def test_a_statement_quoted_inside_a_report_is_no_second_report():
    """A line that ends in a colon introduces it."""
    parsed = nkdocs.parse(f"Statement Issued\n\n{KCNA}\n\nIt reads:\n\n{KCNA}\n\nIt ends. -0-", registry=REGISTRY)
    assert parsed.kind == "article"


@pytest.mark.parametrize(
    "line",
    [
        "Han Sol  |",
        "cart market border ryanggang",
        "RICE PRICES",
        "![carts](http://example.org/c.jpg)",
        "By Mun Dong Hui",
        "Carts are registered in Hyesan",
    ],
)
def test_what_stands_under_a_title_is_not_always_a_standfirst(line: str):
    """Names, search words, subheads and pictures are none, nor is the title again."""
    article = read(f"Carts are registered in Hyesan\n\n{line}\n\n{P1}\n\n{P1}", "https://www.dailynk.com/english/a/")
    assert article.standfirst is None


def test_search_words_are_no_headline():
    """A line without a capital is what a picture was filed under."""
    assert (
        read(f"cart market border ryanggang trader\n\n{P1}\n\n{P1}", "https://www.dailynk.com/english/a/").headline
        is None
    )


def test_an_article_twice_is_given_once_though_furniture_stands_between():
    """A line of the page's own does not make two articles of one."""
    article = read(f"Why the ferry stopped\n\n{P1}\n\nTickets are still being sold.\n\nShare this article\n\n" * 2)
    assert len(article.paragraphs) == 2


def test_a_short_sentence_above_a_dateline_is_not_set_aside():
    """Only lines that are no sentence are a blog's own."""
    article = read(f"Fishermen Land Catch\n\nIt was cold.\n\n{KCNA}", "http://www.kcna.kp/en/a")
    assert article.paragraphs[0].text == "It was cold."


_REPORT = "Ferry stops again\n\n{}\n\nThe ferry stopped running last week, a pilot said at the pier on Monday.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Readers may write to hansol@koreatimes.co.kr or to desk@ktimes.com for a copy.",
        "An answer came from arin@heraldcorp.com within the hour, the pilot said.",
        "© Korea Times",
        "A ferry at its pier. (© The Korea Herald)",
        "The pilot showed a page marked Copyright © Chosunilbo, and laughed.",
        "A 38 North exclusive with analysis by Han Sol counted nine ferries in March.",
        "In April A 38 North exclusive with analysis by Han Sol and Kim Mirae",
        "The list, which was typed By Han Sol, HRNK Research Intern, has nine names.",
    ],
)
def test_who_is_cited_did_not_write_the_page(line: str):
    """Addresses in sentences, credits and wording inside a line are no evidence for an outlet."""
    assert nkdocs.parse(_REPORT.format(line)).article.outlet is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("hansol@koreatimes.co.kr", "koreatimes"),
        ("By Han Sol (hansol@ktimes.com)", "koreatimes"),
        ("hansol@heraldcorp.com", "koreaherald"),
        ("Copyright © 2024 The Korea Herald. All rights reserved.", "koreaherald"),
        ("ⓒ KoreaTimes. All rights reserved.", "koreatimes"),
        ("A 38 North exclusive with analysis by Han Sol, Kim Mirae and Jo Mun", "38north"),
        ("By Han Sol, HRNK Research Intern", "hrnk"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_its_own_line_is_evidence(line: str, outlet: str, newline: str):
    """The same where it is a line of its own, whatever parts the lines."""
    assert nkdocs.parse(_REPORT.format(line).replace("\n", newline)).article.outlet == outlet
