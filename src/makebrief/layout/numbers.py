"""What L3 keeps together: a number with its sign, scale, unit or prefix, and a date."""

from __future__ import annotations

import re

from makebrief.content.dates import MONTH

_MEASURES = (
    "个?百分点|(?:平方|立方)(?:千米|公里|英尺|米)?|[公海英华]里|[千厘毫微纳]米|公[顷斤]|[千毫微]克|毫升"
    "|[千兆吉]瓦时?|[千兆]?伏安|千伏|英[尺寸亩镑]|[美欧港日韩澳加新]元|新加坡元|新?台币|澳门元|港币|美金"
    "|卢布|瑞士法郎|元人民币|[块分角毛]钱|个?[半多余]?小时|[分秒刻]钟|个?[半多余]?月|个?[多余]?星期|个?[多余]?季度|个?[多余]?世纪|年代"
    "|个?(?:工作|自然|交易)日|周[年岁]|昼夜|学[年期]|度电|摄氏度|分贝|兆?赫兹?|平米|标箱|车皮"
    "|[人户车件架场班批例项]次|年[级制]"
)
_COUNTERS = (
    "元角分个名家项条件份处场次位届年月日号时点秒天周倍成折番岁旬度米里尺寸吨斤克担磅升瓦伏亩方户口人"
    "种类型期批轮级层款页篇册本部卷章节集首台辆架艘列套座栋幢所间只头匹株棵支枝张片块段道串根把对双组"
    "队班宗起例笔单门科师颗盏眼股枚席床趟线路站省市县区镇乡村国校院馆店强岗码档孩后℃㎡%％"
)
"""Words that stand behind a number and count, or measure, what follows."""

_SYMBOLS = (
    "billion|million|trillion|thousand|per cent|percent|percentage|yuan|mu|ha|tonnes?|hectares?"
    "|[kcmµμn]?m|[km]?g|µg|μg|[mk]?[lL]|t|[kMG]?W|[kMGT]Wh|k?V|[kM]?VA|dB|[MG]?Hz|TEUs?"
    "|(?:square |cubic )?(?:kilo|centi|milli)?met(?:re|er)s?|(?:kilo)?grams?|litres?"
    "|(?:kilo|mega|giga)watts?(?:-hours?)?|hours|minutes|dwt"
    f"|sq ?k?m|h|min|GB|TB|°C|{MONTH}"
)
_UNIT = rf"(?:{_MEASURES}|[{_COUNTERS}]|(?:{_SYMBOLS})(?![A-Za-z])|[kcm]?m[²³])"
_SCALE = "[余多几]?(?:[十百万亿]|千(?![瓦克伏米]))+"
_PREFIX = r"(?:RMB|CNY|USD|No\.|第) ?"
_AMOUNT = (
    rf"(?:{_PREFIX})?[0-9](?:[0-9.,:：∶]*[0-9])?"
    rf"(?:[ ]?(?:billion|million|trillion)\b|{_SCALE})?(?:[余多来]?[ ]?{_UNIT})?"
)
_KEPT = re.compile(rf"{_AMOUNT}(?:[—–～~-]{_AMOUNT})*|第[一二三四五六七八九十百]+(?:{_UNIT})")
_DATE = re.compile(rf"\b(?:{MONTH}) [12][0-9]{{3}}\b")

_HAN = "[〇零一二三四五六七八九十百千万亿两]"
_WRITTEN_OUT = re.compile(
    rf"(?<![0-9]){_HAN}{{2,}}(?:{_UNIT})?|(?<=[{_COUNTERS}])(?:以[上下内]|左右|上下)"
)


def inside_numbers(text: str) -> frozenset[int]:
    """The offsets inside numbers in digits and what belongs to them."""
    return _inside(text, _KEPT, _DATE)


def inside_written_out(text: str) -> frozenset[int]:
    """The offsets inside numbers written out in Han (十二项), and inside what bounds one (以上)."""
    return _inside(text, _WRITTEN_OUT)


def _inside(text: str, *patterns: re.Pattern[str]) -> frozenset[int]:
    kept = (found for pattern in patterns for found in pattern.finditer(text))
    return frozenset().union(*(range(found.start() + 1, found.end()) for found in kept))
