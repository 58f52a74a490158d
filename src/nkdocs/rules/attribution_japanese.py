"""Attributions in Japanese: 消息筋は「…」と語った, 関係者によると."""

import re
from collections.abc import Iterator
from typing import Final

from nkdocs.rules.attribution_found import NOWHERE, Found, Place, Quoting, masked
from nkdocs.rules.places import county, han_place

__all__ = ["japanese"]

_VERB: Final = re.compile(
    r"と(?:、|も|は)?(?:本紙に|また|さらに|改めて|[^\s、。」]{1,4}を)?(?P<verb>(?:語|述べ|話し|話|伝え|"
    r"明らかにし|明かし|報じ|証言し|訴え|"
    r"認め|否定し|反論し|述懐し|嘆き|こぼし|つぶやい|叫ん|答え|打ち消し|予想し|予測し|推測し|推定し|懸念し|"
    r"憂慮し|評価し|解説し|紹介し|"
    r"ささやい|囁い|言い放っ|吐き捨て|断じ|応じ|反発し|心配し|肩を落とし|口をそろえ|口を揃え|胸を張っ|声を荒らげ|声を荒げ|苦笑し|憤っ|"
    r"疑問を呈し|不満を漏らし|顔をしかめ|ため息をつい|首を振っ|回答し|言い切っ|切り出し|強がっ|"
    r"明言し|断言し|示唆し|不満を述べ|教えてくれ|報告し|呼びかけ|呼び掛け|力説し|釈明し|弁明し|非難し|抗議し|"
    r"指摘し|説明し|強調し|主張し|付け加え|報道し|打ち明け|嘆い|言|警告し|"
    r"批判し|コメントし|発表し|分析し|語気を強め|漏らし|回想し|声を上げ)(?:た|った|ました|りました|いた|"
    r"ている|っている|る|てきた|てくれた|ってくれた|ってきた))"
    r"|と(?:、|も|は)?(?P<now>(?:説明|指摘|証言|強調|主張|報道|批判|警告|発表|分析|回想|コメント)"
    r"(?:する|している|していた|しました)|話す|明かす|明らかにする|訴える|嘆く|語る|述べる|ささやく|つぶやく|打ち明ける|付け加える|言う(?=。)|伝える|こぼ(?:す|した)|漏ら(?:す|した)|"
    r"振り返(?:る|った)|語っている|話している|見ている|みている|みる|見る|(?<=[」だるたいぬ]と)している)"
    r"|(?P<told>伝え|語っ|話し|明らかにし)たところ(?=では|によ|によれば)"
)
# Newsrooms report a thing too, without saying what of it: 視察を報じた.
_REPORTED: Final = re.compile(r"を(?P<verb>報じた|報道した)(?=[。、\s]|\Z)")
_NEWSROOM_END: Final = re.compile(r"(?:通信|新聞|放送|テレビ|メディア|通信社|ニュース|NK|ＮＫ|紙)\Z")
_ACCORDING: Final = re.compile(r"によ(?:ると|れば|りますと)")
_QUOTING_MARKS: Final = Quoting(
    stops=("。", "！", "？", "\n"),
    pairs=("「」", "『』", "“”"),
    quoted=re.compile("「[^」]*」|『[^』]*』|“[^”]*”"),
    back=500,
)
_PEOPLE: Final = (
    "情報筋|消息筋|関係者|関係筋|外交筋|住民|脱北者|当局者|報道官|専門家|教授|研究員|研究委員|幹部|商人|女性|男性|"
    "農民|労働者|兵士|軍人|長官|大臣|"
    "代表|所長|外交官|大使|議員|記者|総書記|委員長|大統領|首相|氏|さん|高官|筋|市民|学生|教師|医師|目撃者|責任者|"
    "ブローカー|人物|局長|部長|業者|運転手|漁民|市長|知事|校長|船長|船員|店員|経営者|評論家|アナリスト|"
    "エコノミスト|弁護士|牧師|"
    "作家|監督|被害者|生存者|証人|提供者|密輸業者|家族|母親|父親|妻|夫|息子|娘|友人|同僚|隣人|隊員|隊長|班長|"
    "支配人|主婦|留学生|"
    "旅行者|観光客|学者|博士|総長|理事長|会長|社長|次官|補佐官|スポークスマン|スポークスパーソン|労働者|難民|"
    "退役軍人|者|人|(?<=[一-龥])[員師士客民]"
)
_BODIES: Final = (
    "通信|新聞|放送|テレビ|メディア|省|政府|当局|国連|赤十字|研究所|センター|委員会|NK|RFA|VOA|"
    "ニュース|統一部|国情院|通信社|紙|ASIAPRESS|本部|軍|警察|裁判所|国会|議会|大使館|領事館|銀行|協会|連盟|"
    "団体|財団|大学|会社|庁|アムネスティ|ウォッチ|"
    "国務省|外務省|機構|組織|同盟|組合|党|社|院|連合"
)
_HEAD: Final = re.compile(rf"(?:{_PEOPLE}|{_BODIES})(?:たち|ら)?[)）]?(?P<topic>は|が|も)(?=[、\s■0-9０-９]|.)")
# Who said it between the quotation and the verb: 「…」と情報筋は付け加えた.
_INVERTED: Final = re.compile(
    rf"」と、?(?P<who>[^「」。、\s]{{0,24}}?(?:{_PEOPLE}|{_BODIES})(?:たち|ら)?)[はが]、?"
    r"(?P<verb>(?:語|述べ|話し|付け加え|説明し|強調し|指摘し|訴え|明かし|打ち明け|証言し|嘆い|笑|こぼし|言|伝え|答え|つぶやい|漏らし|"
    r"ささやい|言い放|振り返|吐き捨て|報告し|主張し|警告し|回想し|力説し)(?:た|った|ている|っている)"
    r"|(?:語る|述べる|話す|付け加える|訴える|明かす|打ち明ける|嘆く|こぼす|言う|つぶやく|漏らす|ささやく|振り返る)(?=。|\Z)"
    r"|(?:説明|指摘|強調|主張|証言|警告)する(?=。|\Z))"
)
_HEAD_END: Final = re.compile(rf"(?:{_PEOPLE}|{_BODIES}|報告書|報告|報道)(?:たち|ら)?[)）]?\Z")
_CONNECTIVE: Final = re.compile(
    r"(?:一方|また|しかし|さらに|だが|ただ|これについて|同時に|なお|そして|実際|これに対し|ところが|このため)(?:、|"
    r"で、)?"
)
_CLAUSE: Final = re.compile(
    r"(?:した|った|いた|んだ|れた|きた|する|ている|ていた|住む|望む|通じた|ある|いる|求めた|得た|だった|できる|"
    r"なった|たい|に(?:詳しい|近い|明るい)|[ぁ-ん]た(?=[一-龥ァ-ヶ]))(?=.)"
)
_LIVES: Final = re.compile(r"(?:に住む|在住の?|に暮らす|に滞在する|にいる|に居住する)\Z")
_NAMED: Final = re.compile(
    r"(?:[ァ-ヶー]+[・＝=][ァ-ヶー]+|[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+[ァ-ヶー]+)(?:氏|さん)(?:[(（][^()（）]{1,8}[)）])?\Z|"
    r"[ァ-ヶー]+[・＝][ァ-ヶー]+(?:教授|研究員|代表"
    r"|所長|記者|委員長|長官|大臣|報道官)\Z"
    r"|金(?:正恩|与正|正日|日成)"
    r"|\A(?!韓国|朝鮮|中国|安全)[李金朴崔鄭姜趙尹張林韓呉徐申権黄安宋柳全洪高文梁孫裴白許南沈盧河郭成車朱][\u4e00-\u9fff]{1,2}"
    r"・[^、。]{2,24}(?:教授|研究員|代表|所長|院長|委員長|議員|局長|理事長|記者|氏)\Z"
    r"|[の省府院庁局](?!ロシア|アジア|アメリカ|ドイツ|フランス|モンゴル|ベトナム|インド|ヨーロッパ|アフリカ|カナダ|スペイン|イタリア|メディア|"
    r"テレビ|ウクライナ|スイス|スウェーデン|ポーランド|マレーシア|シンガポール)[ァ-ヶー]{2,8}(?:報道官|教授|次官補|研究員|議員)\Z"
)
_OUTLET: Final = re.compile(
    r"(?P<name>[ァ-ヶー]+(?:・[ァ-ヶー]+)+(?:\([A-Z]+\)|（[A-Z]+）)?|デイリーNK|デイリーＮＫ|本紙|"
    r"自由アジア放送(?:\(RFA\)|（RFA）)?|ＲＦＡ|RFA|聯合ニュース|"
    r"[ァ-ヶーA-Za-z]{2,12}(?:NK|放送|ニュース|新聞))(?=に|"
    r"の取材|との)"
)
_DAY: Final = re.compile(r"\d{1,2}日(?:、|に)?")
_FAR: Final = 60
_COUNTRIES: Final = frozenset({"中国", "日本", "ロシア"})
# デイリーNKの咸鏡北道内部情報筋
_OF_NEWSROOM: Final = re.compile(r"(?:本紙|[^の、■]{1,10}(?:NK|ＮＫ|新聞|通信|放送))の")
_NOBODY: Final = re.compile(
    r"(?:本人|他人|人|者|何者|三人|二人|一人|彼|彼女|彼ら|私|私たち|我々|われわれ|自分|僕|誰|誰か|これ|それ|"
    r"ここ|そこ|みな|皆|あなた)\Z"
)
# Whoever it is, before a quotation.
_ANYBODY: Final = re.compile(
    r"[^■、。\s]{2,24}?(?P<topic>は)(?:\d{1,2}日)?(?:、?[^■。]{1,24}?(?:に|との電話で|との取材で|の取材に))?、?■"
)


def japanese(text: str, start: int, end: int) -> Iterator[Found]:
    """The Japanese attributions of ``text[start:end]``.

    >>> text = "両江道の消息筋は「雪が降った」と語った。"
    >>> [text[slice(*found.speaker)] for found in japanese(text, 0, len(text))]
    ['両江道の消息筋']
    """
    for match in _VERB.finditer(text, start, end):
        found = _said(text, start, _verb(match))
        if found is not None:
            yield found
    if text.find("」と", start, end) >= 0:
        yield from _inverted(text, start, end)
    if text.find("を報", start, end) >= 0:
        yield from _reported(text, start, end)
    for match in _ACCORDING.finditer(text, start, end):
        found = _according(text, start, match.span())
        if found is not None:
            yield found


def _reported(text: str, start: int, end: int) -> Iterator[Found]:
    """What newsrooms are told to have reported."""
    for match in _REPORTED.finditer(text, start, end):
        found = _said(text, start, match.span("verb"))
        if found is not None and _NEWSROOM_END.search(text, *found.speaker):
            yield found


def _inverted(text: str, start: int, end: int) -> Iterator[Found]:
    """Whoever stands between a quotation and the verb."""
    for match in _INVERTED.finditer(text, start, end):
        first, last = match.span("who")
        found = _placed(text[first:last], first, 0, last - first, match.span("verb"))
        if found is not None:
            yield found


def _verb(match: re.Match[str]) -> Place:
    said = "verb" if match["verb"] else "now"
    return match.span(said) if match[said] else (match.start("told"), match.end("told") + 1)


def _said(text: str, start: int, verb: Place) -> Found | None:
    shown = masked(text, start, verb[0], _QUOTING_MARKS)
    if shown is None:
        return None
    sentence, first = shown
    lead = _lead(sentence)
    head = _HEAD.search(sentence, lead, lead + _FAR) or _ANYBODY.match(sentence, lead)
    if head is None:
        return None
    noun = head.start("topic")
    after = head.end() + sentence.startswith("、", head.end())
    outlet = _OUTLET.search(sentence, after)
    found = _placed(sentence, first, lead, noun, verb)
    if found is None:
        return None
    name = (first + outlet.start("name"), first + outlet.end("name")) if outlet else NOWHERE
    return found._replace(outlet=name, day=(first + after, first + after + 20))


def _according(text: str, start: int, verb: Place) -> Found | None:
    shown = masked(text, start, verb[0], _QUOTING_MARKS)
    if shown is None:
        return None
    sentence, first = shown
    comma = sentence.rfind("、") + 1
    lead = comma or _lead(sentence)
    noun = len(sentence)
    for tail in ("の話", "の証言", "の説明", "の報道", "の情報"):
        if sentence.endswith(tail):
            noun -= len(tail)
    if noun - lead > _FAR or not _HEAD_END.search(sentence[lead:noun]):
        return None
    return _placed(sentence, first, lead, noun, verb)


def _lead(sentence: str) -> int:
    found = _CONNECTIVE.match(sentence)
    place = found.end() if found else 0
    day = _DAY.match(sentence, place)
    return day.end() if day else place


def _placed(sentence: str, first: int, lead: int, noun: int, verb: Place) -> Found | None:
    """The record of a phrase, once a relative clause before it is set aside."""
    begin = max(lead, sentence.rfind("、", lead, noun) + 1, sentence.rfind("■", lead, noun) + 1)
    newsroom = _OF_NEWSROOM.match(sentence, begin, noun)
    for clause in _CLAUSE.finditer(sentence, begin, noun):
        begin = clause.end()
    phrase = sentence[begin:noun]
    if not phrase or phrase[0] in "はがをに" or _NOBODY.match(phrase):
        return None
    place = _place(sentence, newsroom.end() if newsroom and begin <= newsroom.start() else begin, noun, first)
    if place == NOWHERE and lead < begin and _LIVES.search(sentence[lead:begin]):
        place = _place(sentence, lead, begin, first)
    return Found((first + begin, first + noun), _NAMED.search(phrase) is not None, verb, place)


def _place(sentence: str, start: int, end: int, first: int) -> Place:
    last = han_place(sentence, start, end) or county(sentence, start, end, "の")
    if last is None or last >= end or sentence[last] not in "のに在内":
        return NOWHERE
    # A country before those who speak tells whose they are.
    if sentence[start:last] in _COUNTRIES:
        return NOWHERE
    return first + start, first + last
