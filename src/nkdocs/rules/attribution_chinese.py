"""Attributions in Chinese, simplified and traditional: 据…报道, 消息人士表示."""

import re
from collections.abc import Iterator
from typing import Final

from nkdocs.rules.attribution_found import NOWHERE, Found, Place
from nkdocs.rules.places import county, han_place

__all__ = ["chinese"]

_VERBS: Final = (
    "(?:报道|報道|报告|報告|回答|答|介绍|介紹|说明|說明|评论|評論|作证|作證|回应|回應|回复|回覆|表态|發文|发文|感慨|形容|反问|反問|质疑|質疑|驳斥|辩解|推测|呼吁|讲述|笑着|哭着|直言|声明|聲明|通报|通報|反映|指责|指責|补充|補充|回忆|回憶|抱怨|解释|解釋|感叹|感嘆|坦言|证实|證實|强调|強調|警告|批评|批評|分析|透露|承认|"
    "承認|否认|否認|重申|指|告|"
    "估计|估計|预测|預測|哭诉|抗议|反驳|叹|嘆|笑|写|寫)(?:说|說|称|稱|道)|认为|認為|抱怨|预测|預測|预计|預計|"
    "估计|估計|分析|承认|承認|否认|否認|重申|推测|推測|"
    "通报|通報|反映|指责|指責|直言|回答|呼吁|呼籲|坦承|提到|披露|讲述|講述|诉说|訴說|"
    "报道|報道|报导|報導|透露|介绍|介紹|表示|指出|强调|強調|宣布|证实|證實|解释|解釋|补充|補充|警告|"
    "声称|聲稱|坦言|回忆|回憶|称|稱|说|說|告诉|告訴"
)
_PEOPLE: Final = (
    "消息人士|知情人士|消息源|内部人士|人士|官员|官員|居民|发言人|發言人|脱北者|专家|專家|学者|學者|教授|记者|記者|"
    "外交官|干部|幹部|商人|农民|農民|"
    "女子|男子|女性|男性|线人|線人|研究员|研究員|部长|部長|总统|總統|总理|大使|主席|委员长|委員長|士兵|司机|学生|"
    "市民|代表|所长|负责人|先生|女士|高官|高层|高層|渔夫|農夫|农夫|市长|市長|省长|省長|县长|縣長|局长|局長|"
    "院长|院長|校长|校長|队长|隊長|"
    "船长|船長|处长|處長|"
    "委员|委員|议员|議員|村民|渔民|漁民|难民|難民|牧民|矿工|礦工|工人|司機|船员|船員|店员|店員|店主|业主|"
    "商贩|商販|小贩|走私者|"
    "贸易商|貿易商|经济学家|經濟學家|分析人士|分析师|分析師|观察家|观察人士|评论员|評論員|目击者|目擊者|"
    "受害者|幸存者|当事人|"
    "员工|警察|警方|军官|軍官|医生|醫生|护士|教师|教師|老师|律师|律師|翻译|游客|遊客|旅客|妇女|婦女|老人|"
    "青年|母亲|母親|父亲|父親|"
    "妻子|丈夫|家属|邻居|朋友|同事|亲戚|牧师|牧師|作家|导演|顾问|顧問|特使|首相|副总理|長官|长官|总书记|"
    "總書記|情报员|经纪人|"
    "负责人|工作人员|難民|退伍军人|人员|"
    "[\u4e00-\u9fff](?<![或再前后後二两兩三全满满协協磋洽招施开開罢罷化手加器五感功])[员員者师師民工商官贩夫妇婦]"
)
_BODIES: Final = (
    "朝中社|韩联社|韓聯社|新华社|路透社|共同社|法新社|通讯社|通訊社|中央社|社|新闻》|新聞》|报》|報》|新闻|日报|"
    "日報|时报|電視台|电视台|电台|广播电台|媒体|媒體|"
    "统一部|統一部|国防部|國防部|外交部|外务省|外務省|政府|当局|當局|联合国|聯合國|国情院|國情院|情报院|委员会|"
    "研究所|NK|RFA|VOA|之音|之声|之聲|本部|军方|軍方|警方|法院|国会|國會|议会|大使馆|使馆|银行|协会|协會|"
    "团体|團體|基金会|特赦组织|人权观察|"
    "商务部|商務部|财政部|財政部|公安部|卫生部|农业部|教育部|司法部|民政部|劳动部|人民军|央行|"
    "大学|大學|公司|机构|機構|组织|組織|"
    "集团|外长办公室|总统府|青瓦台|白宫|国务院|國務院|国务部|电视|電視|网站|報紙|报纸|杂志|白皮书|报告书|"
    "联盟|總部|总部|司令部|秘书处|[警检檢海][^，。]{1,4}[厅廳署]"
)
_HEAD: Final = rf"(?:{_PEOPLE}|{_BODIES})(?:们|們)?"
_NOUN: Final = rf"(?P<noun>[^，。、；：“”？！,\s]{{0,24}}?{_HEAD})"
_DAY: Final = r"(?P<day>(?:\d{1,2}月)?\d{1,2}[日号號]|周[一二三四五六日]|星期[一二三四五六日])?"
_NEWSROOM: Final = r"(?:每日NK|每日ＮＫ|本报|本報|自由亚洲电台|自由亞洲電台|[^，。]{1,8}?(?:社|NK|电台|日报))"
_TO: Final = (
    rf"(?:[对對向](?:(?P<outlet>{_NEWSROOM})|此|记者们?|記者們?|媒体|媒體|外界|国会|國會|议员们?|議員們?|"
    r"[^，。：]{1,6}(?:委员会|委員會|代表团|代表團)))?"
)
# 据韩联社援引政府消息人士报道; 共同社援引消息人士的话称
_CITED: Final = r"(?:(?P<citing>援引|引述|引用)(?P<cited>[^，。：“”]{2,20}?)(?:的(?:话|話|说法|說法|消息))?)?"
_SURNAMES: Final = (
    "[李金朴崔郑鄭姜赵趙尹张張林韩韓吴吳徐申权權黄黃安宋柳全洪高文梁孙孫裴白许許南沈卢盧河郭成车車朱王刘劉陈陳杨楊周马馬胡何罗羅谢謝唐冯馮于董萧蕭程曹袁邓鄧傅曾彭吕呂苏蘇蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任方石姚谭廖邹"
    "熊陆陸孔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯黎易常武乔喬贺賀赖龚龔]"
)
# A person's name behind an office: 发言人李孝真.
_NAME: Final = (
    r"(?P<name>(?<=[\u4e00-\u9fff][人长長统統席授员員使理表者家士师師记記民工商生官机機主相事问問兵])"
    rf"{_SURNAMES}[\u4e00-\u9fff]{{1,2}}?)?"
)
_FROM: Final = re.compile(r"[^，。]{0,6}?[来來]自(?P<place>[^，。的]{2,12})的")
_CLAUSE: Final = r"(?:\A|(?<=[，。；！？\n”」]))"
# 据韩联社报道，
_BY: Final = re.compile("据|據")
_BY_WHOM: Final = re.compile(rf"{_NOUN}(?:于|在)?{_DAY}(?:的)?{_TO}{_CITED}(?P<verb>{_VERBS}|消息)(?=[，,：:])")
# 根据联合国的报告，
_BY_REPORT: Final = re.compile(rf"{_NOUN}(?P<report>的(?:报告|報告|报道|報道|说法|說法|消息))?(?=[，,])")
_PUBLISHING: Final = (
    r"(?:(?:发表|發表|刊发|刊發|刊登|发布|發布)[^，。：“”]{0,6}?"
    r"(?:社论|社論|评论|評論|文章|声明|聲明|报告|報告|消息|公告))?"
)
_WHERE: Final = r"(?:在[^，。：“”]{1,16}[上中里裡裏时時后後])?"
_SUBJECT: Final = re.compile(
    rf"{_NOUN}{_NAME}(?:于|在)?{_DAY}(?:上午|下午)?{_TO}(?:则|則|还|還|也|曾|又|随后|另外|进一步|同时|"
    rf"同時)?{_WHERE}{_PUBLISHING}{_CITED}(?P<verb>{_VERBS})"
    rf"(?P<heard>(?<=告[诉訴]){_NEWSROOM})?(?P<after>[，,：:“]?)"
)
_CITING: Final = re.compile(
    rf"(?P<verb>援引|引述|引用)(?P<who>[^，。：“”]{{0,16}}?{_HEAD})(?:的(?:话|話|说法|說法|消息))?(?={_VERBS})"
)
_MARKS: Final = re.compile(rf"(?:{_VERBS})")
_BREAK: Final = re.compile(r"[，。；！？\n”」\s]")
_AFTER_LOOSE: Final = frozenset({"称", "稱", "指出", "报道", "報道", "透露", "表示", "说", "說", "证实", "宣布"})
_THANKS: Final = re.compile(r"(?:感谢|感謝|欢迎|歡迎|支持|同意|明|遗憾|关切)")
# A Korean name before what its bearer is: 林秀彬研究员.
_NAME_FIRST: Final = re.compile(
    rf"(?!韩国|韓國|南韩|南韓|高[级級]|安全|方面|金融|江原|黄海|黃海|马来|馬來|文化|石油|任何){_SURNAMES}[\u4e00-\u9fff]{{2}}(?:(?:高级|高級|首席|前)?"
    r"(?:研究员|研究員|教授|议员|議員|博士|所长|所長|代表|部长|部長|院长|院長))\Z"
)
_NAMED: Final = re.compile(
    rf"(?:金(?:正恩|与正|與正|正日|日成)|(?:\A|(?<=[者员員长長民的])){_SURNAMES}[\u4e00-\u9fff]{{0,2}}(?:先生|女士)\Z)"
)
_RELATIVE: Final = re.compile(
    r"(?:(?:去年|前年|今年|\d{4}年)(?:\d{1,2}月)?[初底末]?)?(?:不愿|要求|拒绝|希望|逃离|逃離|脱离|离开|離開|逃出|居住在|住在|"
    r"接受|脱北|脫北)[^，。]{0,16}?的"
)
# 一位不愿具名的丹东商人
_PLACE_BEHIND: Final = re.compile(r"[^，。]{1,4}[位名个個](?:不愿|不願|要求|匿名|拒绝)[^，。的]{0,10}的")
_ONE: Final = "一某多数數的"
_FAR: Final = 40
_AFTER: Final = 16


def chinese(text: str, start: int, end: int) -> Iterator[Found]:
    """The Chinese attributions of ``text[start:end]``.

    >>> text = "据韩联社报道，大桥已关闭。"
    >>> [text[slice(*found.speaker)] for found in chinese(text, 0, len(text))]
    ['韩联社']
    """
    last = start
    for match in _BY.finditer(text, start, end):
        found = _by(text, match.start(), match.end(), start, end)
        if found is not None:
            last = max(found.speaker[1], found.verb[1])
            yield from _with_cited(text, found)
    for match in _MARKS.finditer(text, start, end):
        if match.start() < last and _BY.search(text, max(start, match.start() - _FAR), match.start()):
            continue
        found = _subject(text, match.start(), start, end)
        if found is not None:
            yield from _with_cited(text, found)


def _with_cited(text: str, found: Found) -> Iterator[Found]:
    """Somebody, and whom that somebody cites."""
    yield found
    cited = _CITING.search(text, found.speaker[1], max(found.speaker[1], found.verb[1]))
    if cited is not None:
        yield Found(cited.span("who"), named=False, verb=cited.span("verb"))


def _by(text: str, by: int, first: int, start: int, end: int) -> Found | None:
    full = by > start and text[by - 1] in "根依"
    begin = by - full
    if begin > start and text[begin - 1] not in "，。；！？\n”」 　":
        return None
    told = _BY_WHOM.match(text, first, min(end, first + _FAR + 20))
    if told is not None:
        return _found(text, told, told.span("verb"))
    report = _BY_REPORT.match(text, first, min(end, first + _FAR))
    if report is None:
        return None
    place = _found(text, report, (begin, first))
    return None if place is None else place._replace(speaker=(place.speaker[0], report.end()))


def _subject(text: str, verb: int, start: int, end: int) -> Found | None:
    """The clause before a verb, if it is one who speaks and nothing else."""
    low = max(start, verb - _FAR)
    first = low
    for stop in _BREAK.finditer(text, low, verb):
        first = stop.end()
    if first == low > start or first == verb:
        return None
    found = _SUBJECT.match(text, first, min(end, verb + _AFTER))
    if found is None or found.start("verb") != verb or _THANKS.match(text, found.end("verb"), end):
        return None
    return _found(text, found, found.span("verb"))


def _found(text: str, match: re.Match[str], verb: Place) -> Found | None:
    first, last = match.span("noun")
    clause = _RELATIVE.match(text, first, last)
    if clause is not None:
        first = clause.end()
    noun = text[first:last]
    behind = _PLACE_BEHIND.match(text, first, last)
    begin = first if behind is None else behind.end()
    end = han_place(text, begin, last) or county(text, begin, last, _ONE)
    place = (begin, end) if end is not None and end < last and _placed(text, begin, end) else NOWHERE
    groups = match.groupdict()
    if place == NOWHERE and (home := _FROM.match(text, first, last)) is not None:
        begin = home.start("place")
        # What one comes from needs no sign to be a place: 来自茂山的司机.
        end = han_place(text, begin, last) or _bare_place(text, *home.span("place"))
        place = NOWHERE if end is None else (begin, end)
    if groups.get("name"):
        last = match.end("name")
    heard = next((name for name in ("outlet", "heard") if groups.get(name)), None)
    outlet = match.span(heard) if heard else NOWHERE
    day = match.span("day") if groups.get("day") else NOWHERE
    named = bool(groups.get("name")) or (_NAMED.search(noun) or _NAME_FIRST.match(noun)) is not None
    return Found((first, last), named, verb, place, outlet, day)


def _bare_place(text: str, first: int, last: int) -> int | None:
    """The end of a county's name that no sign follows."""
    name = text[first:last]
    return last if han_place(name + "郡", 0, len(name) + 1) == len(name) + 1 else None


def _placed(text: str, first: int, end: int) -> bool:
    """A country right before a body or official (韩国政府) tells whose they are, not where."""
    return (
        text[end] in "的一某内"
        or text[first:end].endswith(("市", "道", "郡", "省"))
        or text[first:end] not in {"中国", "中國", "日本", "俄罗斯"}
    )
