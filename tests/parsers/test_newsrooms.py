"""Who wrote a copied report, and what is no evidence, among the South's newsrooms and the broadcasters."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
P1 = "A depot for apples opened near the border last week, and nobody in the town can say who owns it."
WIRE = f"SEOUL, Nov. 6 (Yonhap) -- {P1}"
KOREAN = "국경 가까이에 사과 창고가 문을 열었다고 주민들이 말했다."


def read(text: str, url: str | None = None) -> nkdocs.Article:
    """The article of a text."""
    return nkdocs.parse(text, url=url, registry=REGISTRY).article


@pytest.mark.parametrize(
    ("text", "url", "outlet", "via"),
    [
        (f"Depot opens here\n\n{WIRE}", None, "yonhap", None),
        (f"Depot opens here\n\n{WIRE}", "https://copies.example/a", "yonhap", "copies.example"),
        (f"Depot opens here\n\n{WIRE}", "https://www.koreatimes.co.kr/www/nation/1.html", "yonhap", "koreatimes"),
        (f"Depot opens here\n\n{WIRE}", "https://www.koreaherald.com/article/1", "yonhap", "koreaherald"),
        (f"창고 열려\n\n(서울=연합뉴스) 한솔 기자 = {KOREAN}", None, "yonhap", None),
        (f"창고 열려\n\n[코리아헤럴드=한솔 기자] {KOREAN}", None, "koreaherald", None),
        (
            f"창고 열려\n\n{KOREAN}\n\nRFA 자유아시아방송 한솔입니다.",
            "https://copies.example/a",
            "rfa",
            "copies.example",
        ),
    ],
)
def test_an_outlets_own_words_tell_who_wrote(text: str, url: str | None, outlet: str, via: str | None):
    """Datelines and sign-offs hold on other hosts, a byline of a newsroom where no url is known."""
    article = read(text, url)
    assert (article.outlet, article.via) == (outlet, via)


@pytest.mark.parametrize(
    "text",
    [
        f"Depot opens here\n\n{P1} (Yonhap)",
        f"Depot opens here\n\nBy Han Sol\n\n{P1}\n\nThe report in full:\n\n{WIRE}",
        f"Depot opens here\n\n{P1} Yonhap reported it first, and KBS World repeated it.",
        f"Depot opens here\n\nWritten: 2013-05-19 19:43:55\n\n{P1}",
        f"Depot opens here\n\n{P1} A resident told RFA so, and VOA heard the same.",
        f"창고 열려\n\n{KOREAN} 한 주민은 자유아시아방송에 이같이 말했다.",
        f"창고 열려\n\n앵커: {KOREAN} 한솔 기자가 전해 드립니다.",
        f"Depot opens here\n\nSEOUL, Nov. 6 (AP-Yonhap) -- {P1}",
        "Weekly Report on North Korea, issue (No. 12) of the ministry\n\nIt was cited at length by several papers.",
    ],
)
def test_who_is_cited_did_not_write(text: str):
    """Credits, citations, quoted reports and common forms are no evidence."""
    assert read(text).outlet is None


def test_the_credit_behind_the_last_sentence_is_no_caption():
    """An agency's name there says whose report it was."""
    article = read(f"Depot opens here\n\n{P1}\n\nIt is full. (Yonhap)", "https://www.koreaherald.com/article/1")
    assert article.captions == ()
    assert article.paragraphs[-1].text == "It is full."
    assert [byline.affiliation for byline in article.bylines] == ["Yonhap"]


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://en.yna.co.kr/view/AEN20201106006900325", "2020-11-06"),
        ("https://www.yna.co.kr/view/AKR20190504012300504?section=nk/news/all", "2019-05-04"),
        ("https://www.rfa.org/korean/in_focus/depot-05042016163152.html", "2016-05-04"),
        ("https://www.rfa.org/english/korea/2024/05/12/depot/", "2024-05-12"),
        ("https://www.koreaherald.com/view.php?ud=20240125000712", "2024-01-25"),
        ("https://en.yna.co.kr/view/AEN20201306006900325", None),
    ],
)
def test_the_address_carries_the_day(url: str, edtf: str | None):
    """Only where nothing printed says more, and never a day that does not exist."""
    published = read(f"Depot opens here\n\n{P1}", url).published
    assert (published and published.edtf) == edtf
    assert published is None or published.basis == "url"


def test_clocks_of_broadcasters_from_washington_are_nobodys():
    """Nobody knows whether they are those of Washington or of Seoul."""
    published = read(f"창고 열려\n\n2020.10.12 오전 5:00\n\n{KOREAN}", "https://www.voakorea.com/a/1.html").published
    assert published is not None
    assert (published.precision, published.instant) == ("minute", None)


@pytest.mark.parametrize(
    ("site", "outlet"),
    [("The Korea Times", "koreatimes"), ("Yonhap News Agency", "yonhap"), ("KBS World", "kbsworld"), ("A Times", None)],
)
def test_a_page_without_address_may_name_its_site(site: str, outlet: str | None):
    """The name that its metadata give the site, the whole of it."""
    page = f'<meta property="og:site_name" content="{site}"><h1>Depot opens here</h1><p>{P1}</p><p>{P1}</p>'
    assert nkdocs.parse(page, media_type="text/html", registry=REGISTRY).article.outlet == outlet


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8])
def test_a_page_cut_short_keeps_its_text(share: float):
    """Whatever is left is labelled, and nothing else is said of it."""
    player = "please wait\n\n0:00 0:04:17 0:00\n\nXS"
    text = f"연결 가능 링크\n\n창고 열려 있다\n\n{KOREAN}\n\n{KOREAN}\n\n{player}\n\n(영상편집: 한솔)"
    parsed = nkdocs.parse(text[: int(len(text) * share)], url="https://www.voakorea.com/a/1.html", registry=REGISTRY)
    assert [label for label in parsed.labels if label.role == "unknown"] == []


def test_an_address_of_lists_is_one_on_its_own_site_alone():
    """A short copy under a path that would be a list of the agency's is a report."""
    article = read(
        "Depot opens\n\nSEOUL, Nov. 6 (Yonhap) -- A depot opened.\n\nIt is red.", "https://copies.example/news/5"
    )
    assert (article.outlet, article.via, len(article.paragraphs)) == ("yonhap", "copies.example", 2)


def test_a_menu_above_the_title_is_none_of_the_report():
    """The title is the first line that is no part of it."""
    text = f"Home\nNews\nOpinion\nSubscribe\n\nDepot opens here\n\n{P1}\n\nIts doors are red."
    article = read(text, "https://www.koreaherald.com/view.php?ud=20220207000512")
    assert article.headline is not None
    assert (article.headline.text, len(article.paragraphs)) == ("Depot opens here", 2)


def test_pictures_that_are_not_for_sale_are_the_agencys():
    """The notice is part of neither words nor credit."""
    caption = "A depot opens on Nov. 5, 2020. (PHOTO NOT FOR SALE) (Yonhap)"
    article = read(f"Depot opens here\n\n{caption}\n\n{WIRE}")
    assert [(one.text, one.credit) for one in article.captions] == [("A depot opens on Nov. 5, 2020.", "Yonhap")]
    assert article.standfirst is None


def test_a_crew_behind_a_sentence_is_no_author():
    """Who filmed and cut stands in brackets; the sentence before hands over to the reporter."""
    lead = "사과 창고가 문을 열었습니다. 서울에서 한솔 기자가 보도합니다. (영상취재: 김미래 / 영상편집: 조문)"
    article = read(
        f"연결 가능 링크\n\n국경에 사과 창고\n\n{lead}\n\n주민들이 반겼습니다.", "https://www.voakorea.com/a/17.html"
    )
    assert [one.name for one in article.bylines] == ["한솔"]
    assert [one.text[-2:] for one in article.paragraphs] == ["다.", "다."]


@pytest.mark.parametrize("between", ["<br>", "</span><br><span>"])
def test_author_and_time_in_one_element_of_a_page(between: str):
    """A break alone parts them; buttons that a plugin puts behind the text are none of it."""
    page = (
        f"<html><title>Depot opens here - The Korea Herald</title><h2>Depot opens here</h2>"
        f"<div class=info><span>By Han Sol{between}Published : Feb. 7, 2022 - 11:31</span></div>"
        f"<div class=entry-content><p>{P1}</p><p>It is red.</p>"
        "<div class=sharedaddy><h3>Share this:</h3><ul><li><a>Facebook</a></li></ul></div></div></html>"
    )
    article = read(page, "https://www.koreaherald.com/view.php?ud=20220207000512")
    assert [one.name for one in article.bylines] == ["Han Sol"]
    assert article.published is not None
    assert article.published.edtf == "2022-02-07T11:31+09:00"
    assert len(article.paragraphs) == 2


def test_the_half_of_a_korean_day_may_stand_behind_the_clock():
    """As one theme for WordPress has it."""
    text = f"창고가 열려\n\n2022.2.7 4:15 오후\n\n{KOREAN}\n\n주민들이 반겼다고 한다."
    article = read(text, "https://www.koreaherald.com/view.php?ud=20220207000513")
    assert article.published is not None
    assert article.published.edtf == "2022-02-07T16:15+09:00"
