"""The papers and sites of the North: mastheads, the day of a visit, addresses, bylines; and who only cites them."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
ONE = "밤늦도록 불밝은 신발공장에서는 새형의 비옷신발을 만들기 위한 토의가 한창이였다."
TWO = "기술자들은 아이들이 좋아하는 색갈을 찾으려고 유치원을 여러번 찾아갔다."
ENGLISH = "The shoe factory stayed lit late into the night while a new rain boot was discussed."


def article(text: str, url: str | None = None) -> nkdocs.Article:
    """The article of a text."""
    return nkdocs.parse(text, url=url, registry=REGISTRY).article


@pytest.mark.parametrize(
    ("masthead", "outlet", "day"),
    [
        ("주체107(2018)년 7월 9일 로동신문", "rodong", "2018-07-09"),
        ("주체１０７(２０１８)년 7월 9일 로동신문", "rodong", "2018-07-09"),
        ("주체107(2018)년 7월 9일\n로동신문", "rodong", "2018-07-09"),
        ("date 2020-01-02 주체107(2018)년 7월 9일 로동신문", "rodong", "2018-07-09"),
        ("주체110(2021)년 8월 29일 《우리 민족끼리》", "uriminzokkiri", "2021-08-29"),
        ("주체111(2022)년 11월 7일 《통일신보》", "tongilsinbo", "2022-11-07"),
        ("주체112(2023)년 5월 3일 《조선의 소리》", "vok", "2023-05-03"),
        ("주체112(2023)년 5월 3일 《내나라》", "naenara", "2023-05-03"),
    ],
)
@pytest.mark.parametrize("url", [None, "http://copies.example/1"])
def test_a_masthead_names_outlet_and_day(masthead: str, outlet: str, day: str, url: str | None):
    """On any host, or none."""
    found = article(f"{masthead}\n\n노란 신발\n\n{ONE}\n\n{TWO}", url)
    assert (found.outlet, found.via) == (outlet, "copies.example" if url else None)
    assert found.published is not None
    assert (found.published.edtf, str(found.headline), len(found.paragraphs)) == (day, "노란 신발", 2)


@pytest.mark.parametrize(
    "text",
    [
        f"신발공장 소식\n\n한솔 기자\n\n{ONE} 로동신문은 주체107(2018)년 7월 9일 이렇게 전했다.\n\n{TWO}",
        f"신발공장 소식\n\n{ONE}\n\n{TWO}\n\n주체107(2018)년 7월 9일 로동신문",
        f"주체112(2023)년 1월 29일 《기사》\n\n신발공장 소식\n\n{ONE}",
        f"Boots\n\n{ENGLISH}\n\nOriginally posted on: http://www.example.com/rodong.rep.kp",
    ],
)
def test_a_text_that_names_a_paper_is_not_the_papers(text: str):
    """Inside a sentence, under the text or without the paper's own name a day is no masthead."""
    assert article(text).outlet is None


@pytest.mark.parametrize("line", ["June 20, Juche108(2019)", "주체108(2019)년 6월 20일", "June 20, Juche 108 (2019)"])
@pytest.mark.parametrize("host", ["uriminzokkiri.com", "naenara.com.kp", "vok.rep.kp"])
def test_a_day_above_the_title_is_the_readers(line: str, host: str):
    """Sites print the day of the visit there."""
    found = article(f"{line}\n\nYellow Boots First\n\n{ENGLISH}", f"http://www.{host}/a")
    assert (found.published, str(found.headline)) == (None, "Yellow Boots First")


@pytest.mark.parametrize(
    ("query", "day"),
    [
        ("MTVAMjAyNC0wNi0xMC1IMDA0QA==", "2024-06-10"),
        ("MTVAMjAyNC0wNi0xMC1IMDA0QA%3D%3D", "2024-06-10"),
        ("MTVAMjAyNC0wNi0xMC1IMDA0QA", "2024-06-10"),
        ("strPageID=SF01_02_01&newsID=2015-06-10-0004", "2015-06-10"),
        ("strPageID=SF01_02_01&newsID=2015-06-31-0004", None),
        ("MTVAMjAyNC02Ni0xMC1IMDA0QA==", None),
        ("page=about", None),
    ],
)
def test_the_address_of_an_english_page_carries_its_day(query: str, day: str | None):
    """Plain or in base64; what is no day gives none."""
    found = article(f"Yellow Boots First\n\n{ENGLISH}", f"http://www.rodong.rep.kp/en/index.php?{query}")
    assert (found.published.edtf if found.published else None) == day


@pytest.mark.parametrize(
    ("line", "name", "affiliation"),
    [
        ("본사기자 리명수", "리명수", None),
        ("본사기자 |", None, None),
        ("Ri Myong Su", "Ri Myong Su", None),
        ("Political News Team", None, "Political News Team"),
    ],
)
def test_the_last_line_signs_the_article(line: str, name: str | None, affiliation: str | None):
    """A name, a team, or a byline whose name was lost; none of them is body."""
    found = article(f"주체107(2018)년 7월 9일 로동신문\n\n노란 신발\n\n{ONE}\n\n{TWO}\n\n{line}")
    assert [paragraph.text for paragraph in found.paragraphs] == [ONE, TWO]
    signed = [(byline.name, byline.affiliation) for byline in found.bylines]
    assert signed == ([(name, affiliation)] if name or affiliation else [])


def test_a_second_title_stands_first_and_a_quotation_is_one():
    """Two titles and the words of a leader before the body."""
    head = ["주체107(2018)년 7월 9일 로동신문", "노란 신발", "신발공장 로동자들의 투쟁", "《먼저 만들자.》"]
    found = article("\n\n".join([*head, ONE, TWO]))
    assert (str(found.headline), str(found.standfirst)) == ("노란 신발", "신발공장 로동자들의 투쟁")
    assert [paragraph.kind for paragraph in found.paragraphs] == ["quote", "body", "body"]


def test_indented_lines_of_a_broadcast_are_paragraphs():
    """Though they are of one length, as hard wraps are."""
    lines = [f"  방직공장의 처녀들이 점심시간에 공장마당에서 경기를 {count}번 하였다." for count in range(3)]
    found = article("/ 보 도\n\n점심시간의 배구경기\n\n" + "\n".join(lines), "http://www.vok.rep.kp/a")
    assert (len(found.paragraphs), found.section) == (3, "보 도")


@pytest.mark.parametrize("glue", ["", "\n", "\n\n"])
def test_the_front_page_lists_what_stands_under_the_day_of_the_visit(glue: str):
    """Title, day and teaser of each item."""
    page = f"Sunday, November 10, 2024{glue}Latest News\n\nLake steamer painted green\n\nNovember 9, 2024\n\n{ENGLISH}"
    found = nkdocs.parse(page, url="https://www.pyongyangtimes.com.kp/", registry=REGISTRY)
    assert found.kind == "listing"
    assert [(entry.headline, entry.published.edtf if entry.published else None) for entry in found.entries] == [
        ("Lake steamer painted green", "2024-11-09")
    ]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_newlines_of_other_systems_change_nothing(newline: str):
    """The same record but for spans."""
    text = f"주체107(2018)년 7월 9일 로동신문\n\n노란 신발\n\n{ONE}\n\n{TWO}\n\n본사기자 리명수"
    other = article(text.replace("\n", newline))
    assert [paragraph.text for paragraph in other.paragraphs] == [ONE, TWO]
    assert [byline.name for byline in other.bylines] == ["리명수"]


@pytest.mark.parametrize("line", ["Nobody Wore Boots", "An Old Song", "Wreath Sent", "Its de"])
def test_words_like_a_name_under_a_text_are_no_author(line: str):
    """Who signs in Latin letters has a surname of the North."""
    url = "http://rodong.rep.kp/en/index.php?strPageID=SF01_02_01&newsID=2016-05-04-0007"
    assert article(f"Boots for the Rain\n\n{ENGLISH}\n\n{ENGLISH}\n\n{line}", url).bylines == ()
    signed = article(f"Boots for the Rain\n\n{ENGLISH}\n\n{ENGLISH}\n\nRi Kyong Il", url)
    assert [author.name for author in signed.bylines] == ["Ri Kyong Il"]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Sunday, November 10, 2024", "https://www.pyongyangtimes.com.kp/blog?blogid=9"),
        ("May 2, Juche10", "http://www.uriminzokkiri.com/index.php?no=1"),
        ("<div>June 20, Juche108(2019)</div><title>Boots</title>", "http://www.uriminzokkiri.com/index.php?no=2"),
        ("<title>Boots | KCNA Watch</title><p>May 2, 2024</p>", "https://kcnawatch.org/newstream/1685580484-3/boots/"),
    ],
)
def test_of_a_page_cut_after_it_the_day_of_the_visit_is_still_no_publication(text: str, url: str):
    """Where nothing else is left it is nobody's."""
    media_type = "text/html" if text.startswith("<") else None
    parsed = nkdocs.parse(text, url=url, media_type=media_type, registry=REGISTRY)
    stated = [one.published for one in parsed.articles if one.published is not None and one.published.basis == "stated"]
    assert stated == []


def test_a_masthead_under_a_menu_still_claims_and_under_a_sentence_never():
    """A menu has no sentences."""
    paper = "주체107(2018)년 7월 9일 로동신문"
    menu = "홈\n\n소식\n\n사진\n\n자료"
    assert article(f"{menu}\n\n{paper}\n\n노란 신발\n\n{ONE}", "http://copies.example/1").outlet == "rodong"
    page = f"<ul>{'<li>소식 하나</li>' * 9}</ul><p>{ONE}</p><p>{TWO}</p><p>{paper}</p>"
    cited = nkdocs.parse(page, media_type="text/html", url="http://copies.example/1", registry=REGISTRY)
    assert cited.article.outlet is None
