"""Captions and credits, and sentences that look like them."""

import pytest

from nkdocs.layout.opening import lay_out
from nkdocs.records import Caption, Span
from nkdocs.rules.captions import caption, credit_line


def _read(text: str) -> Caption | None:
    return caption(lay_out(text), Span(0, len(text)))


@pytest.mark.parametrize(
    ("raw", "text", "credit"),
    [
        ("Carts wait at the bridge in Hyesan. Image: Daily NK", "Carts wait at the bridge in Hyesan.", "Daily NK"),
        ("Carts wait at the bridge. / Image: Daily NK", "Carts wait at the bridge.", "Daily NK"),
        ("FILE PHOTO: Carts at the bridge. (Daily NK)", "Carts at the bridge.", "Daily NK"),
        ("FILE PHOTO: Carts at the bridge.", "Carts at the bridge.", None),
        ("FILE – Carts at the bridge (Reuters)", "Carts at the bridge", "Reuters"),
        ("Carts at the bridge. (Daily NK)", "Carts at the bridge.", "Daily NK"),
        ("Carts at the bridge. (© Daily NK)", "Carts at the bridge.", "Daily NK"),
        ("Carts at the bridge © Border Ledger", "Carts at the bridge", "Border Ledger"),
        ("▲양강도 혜산시 장마당 모습. / 사진=데일리NK", "양강도 혜산시 장마당 모습.", "데일리NK"),
        ("▲혜산역 앞의 짐꾼들 /사진=조선중앙TV 영상 캡처", "혜산역 앞의 짐꾼들", "조선중앙TV 영상 캡처"),
        ("▲혜산역 앞의 짐꾼들.", "혜산역 앞의 짐꾼들.", None),
        ("혜산역 앞의 짐꾼들. ⓒ데일리NK", "혜산역 앞의 짐꾼들.", "데일리NK"),
        ("혜산역 앞의 짐꾼들 (사진: 데일리NK)", "혜산역 앞의 짐꾼들", "데일리NK"),
        ("▲恵山駅前の荷車/写真=デイリーNK資料写真", "恵山駅前の荷車", "デイリーNK資料写真"),
        ("恵山駅前の荷車(朝鮮中央通信)", "恵山駅前の荷車", "朝鮮中央通信"),
        ("恵山駅前の荷車（朝鮮中央通信）", "恵山駅前の荷車", "朝鮮中央通信"),
        ("恵山駅前の荷車(2018年、朝鮮中央通信)", "恵山駅前の荷車", "朝鮮中央通信"),
        ("恵山駅前の荷車（2018年5月3日付労働新聞より）", "恵山駅前の荷車", "労働新聞"),
        ("恵山駅前の荷車(2018年撮影、デイリーNK)", "恵山駅前の荷車", "デイリーNK"),
        ("恵山駅前の荷車(朝鮮中央通信、18日)", "恵山駅前の荷車", "朝鮮中央通信"),
        ("恵山駅前の荷車(朝鮮中央テレビ画面キャプチャー)", "恵山駅前の荷車", "朝鮮中央テレビ"),
        ("혜산역 앞의 수레 (조선중앙통신 2018년 5월 3일)", "혜산역 앞의 수레", "조선중앙통신"),
        ("혜산역 앞의 수레(조선중앙TV 화면캡처)", "혜산역 앞의 수레", "조선중앙TV"),
        ("Pupils greet a visitor at a greenhouse farm (KCNA)", "Pupils greet a visitor at a greenhouse farm", "KCNA"),
        ("A tractor plant in Nampho (Photo: Border Ledger)", "A tractor plant in Nampho", "Border Ledger"),
        ("Carts at the bridge. Photo from Wikimedia Commons.", "Carts at the bridge.", "Wikimedia Commons"),
        ("Carts at the bridge (Photo by Han Sol)", "Carts at the bridge", "Han Sol"),
        (
            "Women sell beans in an alley (Taken by Asia Press on October 2013)",
            "Women sell beans in an alley",
            "Asia Press",
        ),
        ("Women sell beans in an alley. July 2021 (ASIAPRESS)", "Women sell beans in an alley. July 2021", "ASIAPRESS"),
        (
            "A launch seen on a screen at Seoul Station. /Yonhap",
            "A launch seen on a screen at Seoul Station.",
            "Yonhap",
        ),
        ("A launch seen on a screen. /KCNA-Yonhap", "A launch seen on a screen.", "KCNA-Yonhap"),
        ("A choir sings in a tram depot. [XINHUA/NEWSIS]", "A choir sings in a tram depot.", "XINHUA/NEWSIS"),
        ("The new clinic. Courtesy of Border Ledger", "The new clinic.", "Border Ledger"),
        (
            "A choir sings. (For Use Only in the Republic of Korea. No Redistribution) (Yonhap)",
            "A choir sings.",
            "Yonhap",
        ),
        ("A parade in October. (AP Photo/Han Sol Min)", "A parade in October.", "AP Photo/Han Sol Min"),
        ("A dam on the river. Image: 38 North", "A dam on the river.", "38 North"),
    ],
)
def test_a_caption_is_its_words_and_its_credit(raw: str, text: str, credit: str | None) -> None:
    """The words lose their marks and keep their stop; the credit stands bare; the span covers all."""
    found = _read(raw)
    assert found is not None
    assert (found.text, found.credit, found.span) == (text, credit, Span(0, len(raw)))


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "Rice was cheaper in Hyesan last week.",
        "A new line was opened in May, the agency said (KCNA).",
        "Traders had left by noon, according to officials. (Yonhap)",
        "The ministry reported that the road was closed (Reuters)",
        "Prices have doubled since then (AP).",
        "The North fired two rockets into the sea. [Yonhap]",
        "Nobody was hurt. [KCNA, July 31, 2012]",
        "He said: nobody may cross the river.",
        "The list had three items: rice, beans and salt",
        "Source: the ministry",
        "Prices rose in May. Source: the ministry",
        "He had one photo: his daughter by the river.",
        "The road leads to Hamhung and/or Wonsan",
        "The clinic (opened in 2013) has two doctors (and one nurse)",
        "She left the party. Courtesy of a guard, she kept her shoes.",
        "Image: Daily NK",
        "Photo from Wikimedia Commons.",
        "/Yonhap",
        "Copyright © 2003 - 2019 Border Ledger",
        "Copyright © Border Ledger & Co.",
        "저작권자 ⓒ 데일리NK, 무단 전재 및 재배포 금지",
        "▲쌀값 ▲환율 ▲기름값이 모두 올랐다.",
        "소식통은 길이 막혔다고 전했다. (연합뉴스)",
        "橋が完成したと報じた。(朝鮮中央通信)",
        "橋が完成したという(朝鮮中央通信)。",
        "橋が完成したという(2018年、朝鮮中央通信)。",
        "橋が完成したと伝えた(9日付労働新聞)",
        "恵山駅前の荷車(2018年)",
        "恵山駅前の荷車(日、朝鮮中央通信)",
        "그는 한 장의 사진: 강가의 딸을 품고 다녔다",
        "(영상편집: 한솔)",
        "Photos: Kim waves to the crowd and the children run to the river",
        "Rason (Rajin-Sonbong)",
        "Rice fell. It rose. It fell again. It rose again. It fell. (KCNA)",
        "( " * 240,
        "x" * 501 + " Image: Daily NK",
    ],
)
def test_a_sentence_that_resembles_a_caption_is_none(raw: str) -> None:
    """Citations, lists, rights notices and credits without words are no captions."""
    assert _read(raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        "Image: Daily NK",
        "Photo from Wikimedia Commons.",
        "/Yonhap",
        "사진=데일리NK",
        "Image credit: http://a.example/b.jpg",
    ],
)
def test_a_credit_may_stand_alone(raw: str) -> None:
    """A credit whose caption was lost is told from a sentence."""
    assert credit_line(raw)


@pytest.mark.parametrize(
    "raw", ["Photos from Hyesan show a bridge", "Source: the ministry", "", "Image: he smiled and then left the room"]
)
def test_a_sentence_is_no_credit(raw: str) -> None:
    """A line that says more than a name is no credit."""
    assert not credit_line(raw)
