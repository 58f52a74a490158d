"""Attributions in Korean: 소식통은 … 말했다, 관계자에 따르면."""

import re
from collections.abc import Iterator
from typing import Final

from nkdocs.rules.attribution_found import NOWHERE, Found, Place, Quoting, masked
from nkdocs.rules.places import hangul_place

__all__ = ["korean"]

_STEMS: Final = (
    "푸념", "한탄", "개탄", "불평", "항의", "질타", "첨언", "반문", "소개", "진술", "시인", "반박",
    "일축", "항변", "제기", "피력", "확인", "성토", "술회", "거론", "공개", "역설", "단언", "자평",
    "진단", "제언", "우려", "해명", "부연", "논평", "규탄", "주문", "실토", "탄식", "고백", "회고",
    "장담", "선전", "찬양", "자랑", "시사", "추측", "통보", "예고", "제안", "칭송", "말", "전",
    "설명", "지적", "강조", "주장", "보도", "토로", "하소연", "언급", "분석", "전망", "증언", "평가",
    "비판", "회상", "답", "이야기", "얘기", "발표", "경고", "반문", "비난", "호소", "예상", "추정",
    "폭로", "귀띔", "당부",
    "보고", "인정", "통지", "회답", "촉구", "자인", "호평", "혹평", "걱정", "단정", "예측", "추산", "추론",
    "설파", "토설", "반응", "응답", "공언", "선언", "장담", "천명", "언명", "술회",
)  # fmt: skip
_OTHER_VERBS: Final = (
    "밝혔다", "밝히였다", "밝혔습니다", "덧붙였다", "덧붙였습니다", "전해왔다", "전해 왔다", "알려왔다",
    "알려 왔다", "목소리를 높였다", "입을 모았다", "말을 아꼈다", "말을 흐렸다", "입을 열었다", "고개를 저었다",
    "불안해했다", "혀를 찼다", "말을 이었다", "운을 뗐다", "반박에 나섰다", "한숨을 쉬었다", "전해 주었다",
    "전해주었다", "알려줬다", "알려주었다", "일러줬다", "짚었다", "설명해 줬다", "썼다", "적었다", "털어놨다",
    "털어놓았다", "내다봤다", "내다보았다", "꼬집었다", "들려줬다", "들려주었다", "전합니다",
    "투덜거렸다", "투덜댔다", "중얼거렸다", "안타까워했다", "내비쳤다",
    "보고 있다", "봤다", "보았다", "되물었다", "맞받았다",
    "말하고 있다", "주장하고 있다", "전하고 있다", "설명하고 있다", "지적하고 있다", "분석하고 있다", "호소하고 있다",
    "볼멘소리를 했다", "울먹였다", "소리쳤다", "외쳤다",
    "알렸다", "떠올렸다", "털어놓고 있다", "물었다", "꾸짖었다", "다그쳤다", "읊조렸다", "속삭였다", "빈정댔다",
    "비꼬았다", "우겼다", "선을 그었다", "의문을 제기했다", "말문을 열었다",
)  # fmt: skip
_ENDINGS: Final = ("했다", "하였다", "했습니다", "한다", "했었다")
_VERBS: Final = frozenset((*(stem + ending for stem in _STEMS for ending in _ENDINGS), *_OTHER_VERBS))
_VERB_LENGTHS: Final = tuple(sorted({len(verb) for verb in _VERBS}, reverse=True))
_VERB_END: Final = re.compile(r"다(?=[.\s”\"’)]|\Z)")
_LONGEST_VERB: Final = _VERB_LENGTHS[0]
# A statement is marked by 고 (다고, 라고, ”고); without it 전했다 may hand over a letter.
_QUOTING: Final = re.compile(
    r"(?:[가-힣”\"’'■]고|[”\"’■]라고)\s?(?:(?:또|다시|거듭|전화로|재차|분명히|잘라|솔직히|조심스레|최근|이날|어제|오늘|"
    r"(?:지난\s)?(?:\d{1,2}월\s)?\d{1,2}일(?:자로)?|[가-힣]{1,6}[을를]|[가-힣A-Za-z()]{1,16}(?:에|에게|에게서|"
    r"측에)))?\s?\Z"
    r"|[”\"’■](?:이)?(?:며|면서|라며|라면서)\s\Z|(?:이같이|"
    r"이렇게|이와 같이|다음과 같이)\s\Z"
)
# Alone it only says that something was done; a statement or a proposal has to stand before it.
_BARE_VERB: Final = "했다"
_BARE_QUOTING: Final = re.compile(r"(?:[다라자냐까][”\"’]?|[”\"’])고 \Z")
_ACCORDING: Final = re.compile(r"에\s?(?:따르면|의하면|따르자면)")
_QUOTING_MARKS: Final = Quoting(
    stops=(". ", "? ", "! ", "\n"),
    pairs=("“”", "‘’", "「」", "《》"),
    quoted=re.compile('“[^”]*”|"[^"]*"|‘[^’]*’|「[^」]*」|《[^》]{40,}》'),
    back=800,
)
_PEOPLE: Final = (
    "소식통|관계자|주민|탈북민|탈북자|당국자|대변인|교수|연구위원|연구원|선임연구원|전문가|간부|상인|여성|남성|농민"
    "|노동자|군인|장관|차관|"
    "부장|대표|소장|원장|위원장|총비서|국무위원장|의원|정보원|외교관|대사|대통령|총리|실장|국장|센터장|사무총장|"
    "특사|분석가|활동가|브로커|"
    "무역업자|밀수꾼|학생|교사|의사|청년|노인|씨|가족|목격자|관리|책임자|박사|기자|이사장|회장|부대변인|연구관|주부"
    "|무역일꾼|일꾼|선교사|어민|시민|기사|운전사|운전수|선장|선원|판매원|종업원|지배인|분대장|소대장|중대장|"
    "경비대원|보위원|"
    "안전원|보안원|인민반장|반장|탄부|광부|유학생|대학생|여행객|관광객|방문객|학자|논설위원|평론가|시장|지사|"
    "총장|행장|변호사|"
    "목사|신부|작가|감독|피해자|생존자|증인|제보자|이용자|참가자|업자|업주|장사꾼|돈주|아버지|어머니|남편|"
    "아내|이웃|친구|동료|"
    "측근|후보|비서|보좌관|수석"
)
_BODIES: Final = (
    "통신|중앙통신|신문|방송|매체|언론|통일부|국방부|외교부|외무성|국정원|국가정보원|합동참모본부|합참|당국|정부|"
    "위원회|뉴스|일보|NK|RFA|VOA|"
    "경찰청|검찰청|관세청|기상청|통계청|경비청|국토부|환경부|법무부|교육부|산업부|은행|협회|연맹|대학|회사|"
    "기업|공사|노조|조합|"
    "국방성|보위성|보위부|보안성|총참모부|사령부|대표부|총국|로동신문|노동신문|상무부|재무부|외교부|무역부|"
    "경찰|군 당국|검찰|법원|국회|의회|청와대|대통령실|총리실|대사관|영사관|"
    "앰네스티|휴먼라이츠워치|워치|국무부|백악관|유엔|적십자사|적십자회|재단|연구소|연구원|센터|단체|신보|타임스|텔레비죤|TV|외신들|외신"
)
_HEAD: Final = re.compile(rf"(?P<head>{_PEOPLE}|{_BODIES})(?:들)?(?P<josa>은|는|이|가|도|측은|측이)(?=[\s,■“\"‘])")
# 외교관 두 명
_COUNTED: Final = re.compile(r"\s(?:한|두|세|네|다섯|여러|\d{1,2})\s?(?:명|사람)\Z")
# 선전매체 메아리는: a name that tells nothing but for what stands before it.
_TITLED: Final = re.compile(
    r"(?:매체|기관지|단체|사이트|잡지|월간지|주간지|웹사이트)(?:인)?\s[‘'《]?[가-힣A-Za-z]{2,12}[’'》]?(?P<josa>은|는|이|가)(?=[\s,■“\"‘])"
)
_HEAD_END: Final = re.compile(rf"(?:(?P<people>{_PEOPLE})|{_BODIES}|보고서|보고|통계)(?:들)?\Z")
_CONNECTIVE: Final = re.compile(
    r"(?:한편|또한|또(?!\s다른)|그러나|하지만|이어서|이어|이에 대해|이와 관련해|이와 관련|특히|그러면서|"
    r"실제로|다만|반면|앞서|당시|"
    r"현재|최근|결국|그런데|그리고|"
    r"이에|아울러|더불어|나아가|끝으로|마지막으로|그러자|이날|때문에)(?:,\s?|\s)"
)
_DAY: Final = re.compile(r"(?:지난\s)?\d{1,2}일(?:에)?,?\s")
_ADNOMINAL: Final = re.compile(
    r"(?:[가-힣0-9]+(?:한|하는|했던|던|된|되는|있는|없는|사는|온|떠난|밝힌|받은|본|일하는|도망친|넘은|아는|중인|"
    r"원하는|통한|만난|지낸|맡은|오가는|건너온)|사는|있는|온)\Z"
)
# What ends a clause before another: 했지만, 하는데.
_CLAUSE_ENDS: Final = (
    ",",
    "인용해",
    "인용하여",
    "인용해서",
    "통해",
    "지만",
    "는데",
    "으나",
    "면서",
    "으며",
    "다가",
    "더니",
)
_NOT_ADNOMINAL: Final = frozenset({
    "북한", "남한", "대한", "주한", "방한", "친한", "반한", "한", "일본", "기본", "자본", "표본", "권한", "무한",
    "체온", "기온", "유한", "러한", "미한",
})  # fmt: skip
# Told by one such word alone, somebody is no less that somebody: a well-informed source.
_QUALIFYING: Final = frozenset({"정통한", "유력한", "저명한", "가까운", "친한"})
_DAY_LAST: Final = re.compile(r"(?P<day>(?:지난\s)?(?:\d{1,2}월\s)?\d{1,2}일)(?:자로)?\s\Z")
_LIVES: Final = re.compile(r"(?:사는|거주하는|거주 중인|있는|살고 있는|거주하고 있는|머무는|체류하는|체류 중인)\Z")
_OUTLET: Final = re.compile(
    r"(?:\A|\s)(?P<name>(?:데일리NK|데일리엔케이|본지|본사|자유아시아방송|미국의소리|연합뉴스|[가-힣A-Za-z]{1,"
    r"10}(?:NK|방송|뉴스|신문|일보|통신)|RFA|VOA)"
    r"(?:\((?:RFA|VOA)\))?)(?=에게|에 |에\s|에■|와의|과의|와 |과 |측에|에서 진행|의 )"
)
_SURNAMES: Final = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노로하곽성차주우구민"
    "진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
_OFFICES: Final = (
    "교수|연구위원|연구원|선임연구원|장관|차관|대표|소장|원장|위원장|총비서|국무위원장|의원|대사|대통령|총리|실장|"
    "국장|센터장|사무총장|특사|"
    "박사|기자|이사장|회장|대변인|부대변인|씨|선교사|부장|총장|부총장|학장|행장|지사|변호사|목사|논설위원|평론가|연구관|"
    "전문위원|사령관|참모총장|본부장|차장|과장|팀장|처장|청장|행정관|보좌관|수석"
)
_NAMED: Final = re.compile(
    rf"(?:\A|\s)(?P<name>[{_SURNAMES}][가-힣]{{1,2}}) ?(?:[전현] )?(?:[가-힣A-Z]{{2,10}} ){{0,2}}(?:전 |현 |"
    rf"수석|선임|부)?(?:{_OFFICES})\Z"
    rf"|(?:\A|\s)(?P<alias>[{_SURNAMES}](?:[가-힣]{{1,2}}|모))(?:\([^()]{{1,12}}\))? 씨\Z"
)
# A surname alone: 김 씨, 김 전 총리; those that are also words (this, a, former) only before 씨.
_SURNAMES_ALONE: Final = "".join(sorted(set(_SURNAMES) - set("이한전현여주성양")))
_SURNAMED: Final = re.compile(rf"(?:\A|\s)(?:[{_SURNAMES_ALONE}] (?:전 )?(?:{_OFFICES})|[{_SURNAMES}] (?:모 )?씨)\Z")
_NO_NAMES: Final = frozenset({
    "정부", "전직", "현직", "주한", "이전", "한국", "조선", "남한", "신임", "유엔", "국가",
    "국방", "국회", "국정원", "연구소", "이번", "안전", "여성", "공동", "정치", "경제", "지역",
    "한", "이", "전문", "선임", "위원회", "한미", "현지", "고위", "민간", "공화국", "인민",
    "민주", "도당", "군당", "시당", "마을", "지방", "주재", "방송", "노동", "기업", "공장",
    "한반도", "연구",
})  # fmt: skip
_BEFORE_VERB: Final = re.compile(r"[가-힣)](?:은|는|이|가)\s\Z")
_AFTER_QUOTATION: Final = re.compile(
    rf"(?:■\s?(?:이?라)?|[다라])고\s(?P<who>(?:[^\s■,]{{1,12}}\s){{0,6}}?[^\s■,]{{0,10}}?(?:{_PEOPLE}|{_BODIES})(?:들)?)(?:은|는|이|가)\s\Z"
)
_FAR: Final = 70
# Between what was quoted and the verb: whom it was told, when and how.
_LONGEST_LINK: Final = 28
# Whoever it is: before a quotation, with no more between them than when and to whom it was said.
_ANYBODY: Final = re.compile(
    r"(?:[^\s■,.]{1,12} ){0,6}?[가-힣A-Za-z]{2,12}(?P<josa>은|는|이|가)(?:,?\s(?:(?:지난\s)?\d{1,2}일|최근|"
    r"이날|전화로)(?:에)?)?"
    r"(?:,?\s[^■.]{1,30}?(?:에게|에|와의 통화에서|과의 통화에서|와의 인터뷰에서|과의 인터뷰에서|에서))?,?\s■"
)
_NOBODY: Final = re.compile(
    r"(?:(?:\A|\s)(?:그|그녀|이|저|나|우리|이들|그들|누|누구|누군가|아무|이것|그것|저희|너|당신|여기|이곳|"
    r"모두|것|수|점|때)"
    r"|(?:법|규정|조항|헌법|속담|노래|구호|표어|글|문구|간판|편지|포고문|지시|방침|안내문|현수막|결과|사실|"
    r"이유|말|소문))\Z"
)
# Who cites stands before who is cited.
_TOPIC: Final = re.compile(r"[가-힣A-Z)][은는](?:\s\d{1,2}일)?\s")
# As told by somebody else: 외교관을 인용해.
_CITING: Final = re.compile(r"(?:의 말|의 발언|의 보도|의 발표|)[을를]\s(?P<verb>인용(?:해|하여|하며|하면서|한))")
_ABROAD_ALONE: Final = frozenset({"중국", "러시아", "일본"})


def korean(text: str, start: int, end: int) -> Iterator[Found]:
    """The Korean attributions of ``text[start:end]``.

    >>> text = "양강도 소식통은 5일 “눈이 왔다”고 말했다."
    >>> [text[slice(*found.speaker)] for found in korean(text, 0, len(text))]
    ['양강도 소식통']
    """
    for match in _VERB_END.finditer(text, start, end):
        verb = _verb(text, start, match.end())
        found = None if verb is None else _said(text, start, verb)
        if found is not None:
            yield found
    for match in _ACCORDING.finditer(text, start, end):
        found = _according(text, start, match.span())
        if found is not None:
            yield found
    if text.find("인용", start, end) >= 0:
        for match in _CITING.finditer(text, start, end):
            found = _according(text, start, match.span(), cited=True)
            if found is not None:
                yield found._replace(verb=match.span("verb"))


def _verb(text: str, start: int, last: int) -> Place | None:
    near = text[max(start, last - _LONGEST_VERB) : last]
    for length in _VERB_LENGTHS:
        if near[-length:] in _VERBS:
            return last - length, last
    bare = near.endswith(_BARE_VERB) and _BARE_QUOTING.search(text, max(start, last - 8), last - len(_BARE_VERB))
    return (last - len(_BARE_VERB), last) if bare else None


def _said(text: str, start: int, verb: Place) -> Found | None:
    near = text[max(start, verb[0] - _LONGEST_LINK) : verb[0]]
    if not _QUOTING.search(near):
        return _inverted(text, start, verb) if _BEFORE_VERB.search(near) else None
    shown = masked(text, start, verb[0], _QUOTING_MARKS)
    if shown is None:
        return None
    sentence, first = _inside(*shown)
    lead = _lead(sentence)
    far = lead + _FAR
    head = _HEAD.search(sentence, lead, far) or _TITLED.search(sentence, lead, far) or _anybody(sentence, lead)
    if head is None:
        return None
    noun = head.start("josa")
    speaker = _phrase(sentence, lead, noun)
    if speaker is None:
        return None
    after = head.end()
    outlet = _OUTLET.search(sentence, after)
    before = _DAY.match(sentence, _connective(sentence))
    day = _connective(sentence) if before else after + 1
    late = _DAY_LAST.search(sentence, after)
    return _placed(sentence, first, lead, (speaker, noun), verb)._replace(
        outlet=_shifted(outlet.span("name"), first) if outlet else NOWHERE,
        day=(first + day, first + day + 30),
        before=_shifted(late.span("day"), first) if late else NOWHERE,
    )


def _inside(sentence: str, first: int) -> tuple[str, int]:
    """What stands inside a quotation that is still open: its verb is not of who quotes."""
    opened = sentence.rfind("“") + 1
    return (sentence[opened:], first + opened) if opened else (sentence, first)


def _inverted(text: str, start: int, verb: Place) -> Found | None:
    """Who said it between the quotation and the verb: “눈이 왔다”고 이 소식통은 덧붙였다."""
    shown = masked(text, start, verb[0], _QUOTING_MARKS)
    if shown is None:
        return None
    sentence, first = shown
    head = _AFTER_QUOTATION.search(sentence)
    if head is None:
        return None
    lead, noun = head.span("who")
    speaker = _phrase(sentence, lead, noun)
    return None if speaker is None else _placed(sentence, first, lead, (speaker, noun), verb)


def _anybody(sentence: str, lead: int) -> re.Match[str] | None:
    """Whoever opens a sentence of which all the rest is what was quoted; no pronouns, and nothing that cannot speak."""
    head = _ANYBODY.match(sentence, lead)
    return None if head is None or _NOBODY.search(sentence, lead, head.start("josa")) else head


def _according(text: str, start: int, verb: Place, *, cited: bool = False) -> Found | None:
    shown = masked(text, start, verb[0], _QUOTING_MARKS)
    if shown is None:
        return None
    sentence, first = shown
    comma = max(sentence.rfind(", ") + 2, sentence.rfind("■ ") + 2, 0)
    lead = comma if comma > 1 else _lead(sentence)
    if cited and (topic := _TOPIC.search(sentence, lead)) is not None:
        lead = topic.end()
    noun = len(sentence)
    for tail in (" 보도", "의 보도", "의 말", "의 전언", " 등"):
        if sentence.endswith(tail) and _HEAD_END.search(sentence[: noun - len(tail)]):
            noun -= len(tail)
            break
    head = _HEAD_END.search(_COUNTED.sub("", sentence[lead:noun]))
    if head is None or noun - lead > _FAR:
        return None
    speaker = _phrase(sentence, lead, noun)
    return None if speaker is None else _placed(sentence, first, lead, (speaker, noun), verb)


def _connective(sentence: str) -> int:
    found = _CONNECTIVE.match(sentence)
    return found.end() if found else len(sentence) - len(sentence.lstrip())


def _lead(sentence: str) -> int:
    """Where the phrase of the speaker may begin: after a connective and a day."""
    place = _connective(sentence)
    day = _DAY.match(sentence, place)
    return day.end() if day else place


def _phrase(sentence: str, start: int, end: int) -> int | None:
    """Where the phrase begins once a relative clause, or another, before it is set aside; None where there is none."""
    if "■" in sentence[start:end]:
        start = sentence.rindex("■", start, end) + 1
        if sentence[start : start + 1] != " ":
            # What hangs on the quotation (고, 라는) is none of the phrase.
            start = sentence.find(" ", start, end)
        start += 1
        if not 0 < start < end:
            return None
    place = start
    words = sentence[start:end].split(" ")
    begin = start
    for word in words[:-1]:
        here, place = place, place + len(word) + 1
        if word in _QUALIFYING and here == begin:
            continue
        if word.endswith(_CLAUSE_ENDS) or (_ADNOMINAL.fullmatch(word) and word not in _NOT_ADNOMINAL):
            begin = place
    return begin


def _placed(sentence: str, first: int, lead: int, noun: Place, verb: Place) -> Found:
    """The record of a phrase: its place and whether it holds a name."""
    phrase = sentence[noun[0] : noun[1]]
    name = _NAMED.search(phrase)
    who = "" if name is None else name["name"] or name["alias"]
    named = who != "" and who not in _NO_NAMES and who[-1] not in "부회당"
    named = named or _SURNAMED.search(phrase) is not None
    place = _place(sentence, noun[0], noun[1], first)
    if place == NOWHERE and lead < noun[0] and _LIVES.search(sentence[lead : noun[0]].rstrip()):
        place = _place(sentence, lead, noun[0], first)
    return Found((first + noun[0], first + noun[1]), named, verb, place)


def _place(sentence: str, start: int, end: int, first: int) -> Place:
    """A place at the beginning of the phrase."""
    last = hangul_place(sentence, start, end)
    if last is None or last >= end or sentence[last] not in " 의에내":
        return NOWHERE
    if sentence[start:last] in _ABROAD_ALONE and sentence[last] == " ":
        return NOWHERE
    return first + start, first + last


def _shifted(place: Place, by: int) -> Place:
    return place[0] + by, place[1] + by
