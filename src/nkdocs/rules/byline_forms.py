"""Byline forms told by a label or an office: ``Translator: …``, ``글 … 기자``, ``記者 …``, ``记者：…``."""

import re
from typing import Final, NamedTuple

__all__ = ["Signed", "east_asian_name", "signed_forms"]

_SURNAMES: Final = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노로하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위"
    "표명기반왕금옥육인맹제모탁국어은편용"
)
_HANGUL: Final = (
    rf"(?!기자|회견|단장|정신|지망|기자단|위원|인턴|남녀|전문|정치|경제|사회|국제|문화|북한|남한|국내|한국|조선|"
    rf"현지|외신|노동|주간|신문|방송|"
    rf"언론)(?:[{_SURNAMES}][가-힣]{{1,2}}|(?:남궁|황보|선우|제갈|독고|사공)[가-힣]{{1,2}})"
)
_KOREAN_ROLE: Final = r"(?:인턴|객원|선임|수습|시민)?(?:기자|특파원|논설위원|편집위원)"
_KOREAN_PLACE: Final = (
    r"(?:서울|평양|도쿄|베이징|워싱턴|선양|단둥|부산|뉴욕|모스크바|런던|파리|옌지|상하이|홍콩|제네바|베를린)"
)
_KANJI: Final = (
    r"(?!本紙|本社|同行|担当|外国|女性|日本|韓国|北朝鮮|取材|新聞|編集|番記|政治|社会|国際)[\u4e00-\u9fff々]{2,3}(?:[ "
    r"\u3000]?[\u4e00-\u9fff々]{1,3}|[ \u3000]?[ぁ-んァ-ヶー]{1,4})?"
)
_HAN: Final = (
    r"[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔡余杜叶葉程苏蘇魏吕呂丁任沈"
    r"姚卢盧姜崔钟鐘谭譚陆陸汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤][\u4e00-\u9fff]{1,2}"
)
_OPEN: Final = r"[（(【\[]?"
_SHUT: Final = r"[）)】\]]?"
_GAP: Final = r"[ \u3000]?[：:=＝・/]?[ \u3000]?"
_SIGN: Final = r"(?:[ \u3000]|[ \u3000]?[：:=＝・/][ \u3000]?)"
_ENGLISH: Final = r"[A-Z][\w.'’-]*(?:[ -](?:[A-Z][\w.'’-]*|de|van|von|la|bin)){1,4}"
_HANGUL_LIST: Final = rf"{_HANGUL}(?: {_KOREAN_ROLE})?(?:(?: ?[·,ㆍ] ?| ){_HANGUL}(?: {_KOREAN_ROLE})?){{1,4}}"
_FORMS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # Translated by Anna Katz      Editor: Jon Pell
        rf"(?P<role>(?:[Tt]ranslat(?:ed|ion)|[Ee]dit(?:ed|ing)) by) (?P<name>{_ENGLISH})\.?",
        (
            rf"(?P<role>Translator|Editor|Author|Reporter|Writer|Correspondent|Contributor|Columnist): "
            rf"?(?P<name>{_ENGLISH})"
        ),
        rf"(?:Reporting|Reported|Posted) by (?P<name>{_ENGLISH})\.?",
        # (베이징=변경일보) 한솔 특파원      한솔 베이징 특파원      글 한솔 기자      한솔·김미래 기자
        (
            rf"[(\[](?:{_KOREAN_PLACE}=)?(?P<affiliation>[가-힣A-Za-z]{{2,12}})[)\]] ?(?P<name>{_HANGUL}) "
            rf"?(?P<role>{_KOREAN_ROLE})"
        ),
        rf"(?P<name>{_HANGUL}) {_KOREAN_PLACE} ?(?P<role>{_KOREAN_ROLE})",
        rf"(?:글|글[·/]사진|사진[·/]글|취재|정리){_SIGN}(?P<name>{_HANGUL}) ?(?P<role>{_KOREAN_ROLE})",
        rf"(?:글|글[·/]사진|사진[·/]글|취재|정리){_SIGN}(?P<name>{_HANGUL})",
        rf"(?P<role>{_KOREAN_ROLE}|번역|편집|옮긴이|글쓴이){_SIGN}(?P<name>{_HANGUL})",
        rf"(?P<names>{_HANGUL_LIST}) (?P<role>{_KOREAN_ROLE})",
        rf"(?P<names>{_HANGUL} (?P<role>{_KOREAN_ROLE})(?: ?[·,ㆍ] ?{_HANGUL} (?P=role)){{1,4}})",
        # 山田太郎記者      【ソウル=山田太郎】      翻訳：山田花子
        (
            rf"{_OPEN}(?:[\u3040-\u30ff\u4e00-\u9fff]{{2,6}}[=＝])?(?P<name>{_KANJI})[ \u3000]?(?P<role>記者|特派員|"
            rf"編集委員|"
            rf"論説委員){_SHUT}"
        ),
        (
            rf"[【(（\[](?:ソウル|北京|東京|ワシントン|瀋陽|丹東|平壌|モスクワ|ニューヨーク|"
            rf"香港)[=＝](?P<name>{_KANJI})[】)）\]]"
        ),
        rf"(?:文|取材|執筆)[=＝・：:/](?P<name>{_KANJI})",
        rf"(?P<role>翻訳|編集長|編集|訳|記者|特派員|論説委員|編集委員|支局長){_SIGN}(?P<name>{_KANJI})",
        # 记者：张伟      责任编辑：李娜
        (
            rf"{_OPEN}(?P<role>(?:本报|本報|特约|特約|见习|見習|驻\w{{2,4}}){{0,2}}(?:记者|記者)|通讯员|責任編輯|责任编辑|"
            rf"编辑|編輯|翻译|翻譯|作者|撰文)"
            rf"{_SIGN}(?P<names>{_HAN}(?:[ \u3000、]{_HAN}){{0,4}}){_SHUT}"
        ),
    )
)
# What every form holds: the cheapest look at a line, of which a page has many.
_ENGLISH_FORMS: Final = 3
_CUE: Final = re.compile(
    "기자|특파원|논설|편집|번역|취재|정리|글|옮긴이|[記记]者|特派員|論説|編集|編輯|编辑|[文訳][=＝・：:/]|"
    "翻[訳译譯]|[=＝]|執筆|取材|作者|撰文|通讯员"
)
# Korean names as Chinese pages write them have a few surnames more; two syllables of Hangul are a section as often.
_WRITTEN: Final = re.compile(rf"{_HAN}|[朴文申安權权裴徐全南玄咸禹閔闵]\w{{1,2}}|(?=...){_HANGUL}")
_ROLES_IN: Final = re.compile(rf" ?{_KOREAN_ROLE}")
_PART: Final = re.compile(r"[^ \u3000、·,ㆍ]+")


class Signed(NamedTuple):
    """One author of a line: where name and raw slice stand, the role and affiliation as written."""

    name: tuple[int, int]
    raw: tuple[int, int]
    role: str | None
    affiliation: str | None


def east_asian_name(words: str) -> bool:
    """Whether words that stand where an author does are a name in Chinese characters or of three Hangul syllables.

    >>> east_asian_name("金光镇"), east_asian_name("김미래"), east_asian_name("전체"), east_asian_name("Han Sol")
    (True, True, False, False)
    """
    return not words.isascii() and _WRITTEN.fullmatch(words) is not None


def signed_forms(raw: str) -> tuple[Signed, ...]:
    """The authors whom the whole line names by a label or an office, or none.

    >>> [raw[slice(*found.name)] for raw in ["记者 张伟 李娜"] for found in signed_forms(raw)]
    ['张伟', '李娜']
    """
    if raw.isascii():
        forms = _FORMS[:_ENGLISH_FORMS] if " by " in raw or ":" in raw else ()
    else:
        forms = _FORMS if _CUE.search(raw) else _FORMS[:_ENGLISH_FORMS]
    for form in forms:
        found = form.fullmatch(raw)
        if found is not None:
            return _authors(raw, found)
    return ()


def _authors(raw: str, found: re.Match[str]) -> tuple[Signed, ...]:
    fields = found.groupdict()
    role, affiliation = fields.get("role"), fields.get("affiliation")
    if not fields.get("names"):
        return (Signed(found.span("name"), (0, len(raw)), role, affiliation),)
    first, last = found.span("names")
    parts = [part for part in _PART.finditer(raw, first, last) if not _ROLES_IN.fullmatch(part[0])]
    names = [part.span() for part in parts]
    if len(names) == 1:
        return (Signed(names[0], (0, len(raw)), role, affiliation),)
    slices = [_with_role(raw, name) for name in names]
    slices[0] = (min(slices[0][0], found.start("role")), slices[0][1])
    # A role belongs to whom it stands beside: of the others the line does not say it in their slice.
    return tuple(
        Signed(name, part, role if role and role in raw[slice(*part)] else None, affiliation)
        for name, part in zip(names, slices, strict=True)
    )


def _with_role(raw: str, name: tuple[int, int]) -> tuple[int, int]:
    """The slice of one of several: the name, with the role where it follows."""
    role = _ROLES_IN.match(raw, name[1])
    return (name[0], role.end()) if role is not None else name
