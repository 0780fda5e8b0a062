"""What L3 keeps together: a number with its sign, scale, unit or prefix, and a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from makebrief.content.dates import MONTH

_MEASURES = (
    "个?百分点|(?:平方|立方)(?:千米|公里|英尺|米)?|[公海英华]里|[千厘毫微纳]米|公[顷斤]|[千毫微]克|毫升"
    "|[千兆吉]瓦时?|[千兆]?伏安|千伏|英[尺寸亩镑]|[美欧港日韩澳加新]元|新加坡元|新?台币|澳门元|港币|美金"
    "|卢布|瑞士法郎|元人民币|[块分角毛]钱|个?[半多余]?小时|[分秒刻]钟|个?[半多余]?月|个?[多余]?星期|个?[多余]?季度|个?[多余]?世纪|年代"
    "|个?(?:工作|自然|交易)日|周[年岁]|昼夜|学[年期]|度电|摄氏度|分贝|兆?赫兹?|平米|标箱|车皮"
    "|蒸吨|[人户车件架场班批例项]次|年[级制]"
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
_AMOUNT = re.compile(
    rf"(?:{_PREFIX})?[0-9](?:[0-9.,:：∶]*[0-9])?(?:[ ]?(?:billion|million|trillion)\b|{_SCALE})?"
    r"|第[一二三四五六七八九十百]+"
)
_TAIL = re.compile(rf"[余多来]?[ ]?{_UNIT}")
"""The unit behind an amount. It takes long to compile, so that no other pattern holds it."""

_DASHES = frozenset("—–～~-")
_DATE = re.compile(rf"\b(?:{MONTH}) [12][0-9]{{3}}\b")
_WRITTEN_OUT = re.compile(r"(?<![0-9])[〇零一二三四五六七八九十百千万亿两]{2,}")
_BOUNDED = re.compile(rf"(?<=[{_COUNTERS}])(?:以[上下内]|左右|上下)")


def inside_numbers(text: str) -> frozenset[int]:
    """The offsets inside numbers in digits and what belongs to them."""
    dates = (found.span() for found in _DATE.finditer(text))
    return _inside((*_amounts(text), *dates))


def inside_written_out(text: str) -> frozenset[int]:
    """The offsets inside numbers written out in Han (十二项), and inside what bounds one (以上)."""
    numerals = (
        (found.start(), _with_unit(text, found.end())) for found in _WRITTEN_OUT.finditer(text)
    )
    bounds = (found.span() for found in _BOUNDED.finditer(text))
    return _inside((*numerals, *bounds))


def _amounts(text: str) -> Iterator[tuple[int, int]]:
    """Where amounts with their units begin and end; those of a range are one: 2021—2035年."""
    start = end = -2
    for found in _AMOUNT.finditer(text):
        last = _with_unit(text, found.end())
        if text[found.start()] == "第" and last == found.end() and not found.group()[-1].isascii():
            continue
        if found.start() == end + 1 and text[end] in _DASHES:
            end = last
            continue
        if end > 0:
            yield start, end
        start, end = found.start(), last
    if end > 0:
        yield start, end


def _with_unit(text: str, end: int) -> int:
    """Where the unit of a number ends, or the number itself."""
    tail = _TAIL.match(text, end)
    return tail.end() if tail else end


def _inside(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset().union(*(range(start + 1, end) for start, end in spans))
