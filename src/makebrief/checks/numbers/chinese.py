"""The numbers that a Chinese text states, as Numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from types import MappingProxyType

from msgspec.structs import replace

from makebrief.checks.numbers.asides import read_chinese_aside, without_lengths
from makebrief.checks.numbers.bounds import GRADED, bounded_after_counter, chinese_bounds
from makebrief.checks.numbers.chinese_dates import DATE_READERS, DATES
from makebrief.checks.numbers.chinese_money import MONEY, MONEY_READERS
from makebrief.checks.numbers.chinese_tails import TAIL, with_tail
from makebrief.checks.numbers.joining import CHINESE_JOINTS, join, join_shares
from makebrief.checks.numbers.names import CHINESE_NAME, find_names
from makebrief.checks.numbers.numerals import (
    DIGITS,
    HAN,
    HAN_DIGITS,
    HAN_SCALES,
    HAN_TENS,
    NUMERAL,
    ROMAN,
    han_pair,
    han_value,
    read_numeral,
    without_long_digits,
)
from makebrief.checks.numbers.reading import EXACTLY, HALF, Bound, Number, of_so_many
from makebrief.checks.numbers.scanning import Readers, collect, with_words
from makebrief.checks.numbers.times import bounded_together
from makebrief.checks.numbers.understood import LIMITED_CHINESE, limited
from makebrief.checks.numbers.units import (
    CHINESE_UNITS,
)

_WIDE = {ord("０") + each: ord("0") + each for each in range(10)} | {
    ord("％"): ord("%"), ord("．"): ord("."), ord("＋"): ord("+"), ord("："): ord(":"),
    ord("∶"): ord(":"), ord("﹪"): ord("%"),
}  # fmt: skip
_TOKEN = re.compile(
    rf"(?P<code>0\d{{2,3}}[-—–]\d{{7,8}}|(?<![A-Za-z])[A-Za-z]{{1,5}}-?\d+(?:\.\d+)?(?![\d%])"
    rf"|\d+[A-Z]+(?![A-Za-z])|\d+(?:\+[\dA-Za-z]+)+)"
    rf"|{DATES}|{MONEY}|(?P<scale>\d+(?:\.\d+)?(?:[:比]\d+(?:\.\d+)?){{1,4}})"
    r"|(?P<slash>(?<![\d/])\d{1,2}/\d{1,3}(?![\d/月]))"
    r"|(?P<roman>[Ⅰ-Ⅻ]|(?<![A-Za-z])[IVX]{1,4}(?=[类级期型]))"
    r"|(?P<per>(?P<per_part>\d+(?:\.\d+)?)/(?P<per_whole>10?[千万]|[千万]))"
    rf"|(?P<often>十年九(?=[旱涝灾不]))"
    rf"|(?P<share>(?P<whole>百|千|万|{NUMERAL})分之(?P<part>百|{NUMERAL})(?P<more>多|余|强|弱)?)"
    rf"|(?P<vague>(?:数以|成)?[数几][十百千]{{0,3}}[万亿]{{0,2}}(?<=[十百千万亿])|数以[十百千万亿]{{1,4}}计|成[百千]上[千万])"
    rf"|(?P<teens>[一二三四五六七八九]?十几)(?P<teen_scale>万|亿)?"
    rf"|(?P<half>半)"
    rf"|(?P<tenths>(?:{DIGITS}|[一二两三四五六七八九])成(?P<more_tenths>半|[一二三四五六七八九](?![一-龥])|五|[二三四六七八九](?=以[上下]|左右|的))?)"
    r"(?:(?<=[约近超逾占过到达足][一二两三四五六七八九]成)|(?![立效为员功分果长本绩品就都交人份熟群]))"
    r"|(?P<discount>(?:\d(?:\.?\d)?|[一二三四五六七八九]{1,2})折(?![线叠射扣算腾磨返旧]))"
    rf"|(?P<ordinal>第(?P<place>{NUMERAL}))|(?P<rank>[一二三四])等(?=奖|功)"
    rf"|首(?P<initial>[个次批家座条台例届款部套项支所艘架列辆名位份笔单场期组轮宗])?"
    rf"|(?P<leading>率先|最早|最先|领先|先行)"
    rf"|(?P<number>{NUMERAL})"
    r"|(?P<pair>双)",
    re.ASCII,
)
_SCALE = re.compile(
    r"(?P<more>[余多几])?(?P<scale>[百千]?(?:万亿|亿亿|亿|万)|[百千](?![余多]?[年克瓦米]|分))?"
)
_HAS_NUMBER = re.compile(rf"[\d{HAN}数几半首双Ⅰ-ⅫIVX]|率先|最早|最先|先行")


_AND_ODD = re.compile("(?<=[年岁天月时])零(?=[一二三四五六七八九十两半]+(?:个|天|月|小|分|日|周))")
"""What joins a time to a smaller one: 两年零三个月."""


def read_chinese(text: str) -> tuple[Number, ...]:
    """Every number of a Chinese text, in order."""
    if not _HAS_NUMBER.search(text):
        return ()
    text = _AND_ODD.sub("又", without_long_digits(text.translate(_WIDE)))
    names = find_names(text, CHINESE_NAME)
    found = collect(_TOKEN.finditer(text), _READERS, text, names)
    shared = join_shares(join(found, text, CHINESE_JOINTS), text)
    bounded = bounded_together(shared, text)
    joined = with_words(limited(bounded, text, LIMITED_CHINESE), text)
    return without_lengths(read_chinese_aside(text, each) for each in joined)


def _code(_text: str, token: re.Match[str]) -> Iterator[Number]:
    written = _DASH.sub("-", token.group()).upper()
    yield Number("code", Fraction(0), *token.span(), unit=written)


_DASH = re.compile("[—–]")


def _scale(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """`3:1` as it is written, and as the numbers or shares that it names."""
    written = token.group().replace("比", ":")
    code = replace(next(_code(_text, token)), unit=written)
    values = [Fraction(each) for each in written.split(":")]
    shares = (Number("percent", each, *token.span()) for each in values)
    counts = (
        replace(each, kind="count", optional=each.value == 1, others=(each,)) for each in shares
    )
    yield replace(code, parts=tuple(counts))


def _slash(text: str, token: re.Match[str]) -> Iterator[Number]:
    upper, lower = (int(each) for each in token.group().split("/"))
    if lower:
        bounds, end = chinese_bounds(text, token.start(), token.end(), None)
        yield Number("ratio", Fraction(upper, lower), token.start(), end, bounds=bounds)


def _roman(text: str, token: re.Match[str]) -> Iterator[Number]:
    if value := ROMAN.get(token.group()):
        start, end = token.span()
        after = end + (text[end : end + 1] in set("类级"))
        graded = text[start - 2 if text[start - 1] == "于" else start - 1 : start][:1]
        bounds, last = GRADED.get(graded, EXACTLY), end
        if bounded_after_counter(text, after):
            bounds, last = chinese_bounds(text, start, after, None)
        number = Number("ordinal", Fraction(value), start, last, bounds=bounds)
        yield replace(number, optional=value == 1)


def _share(text: str, token: re.Match[str]) -> Iterator[Number]:
    whole, part = read_numeral(token["whole"]), read_numeral(token["part"])
    if whole and part is not None:
        after: frozenset[Bound] | None = None
        if token["more"]:
            after = frozenset({"nearly" if token["more"] == "弱" else "over"})
        bounds, end = chinese_bounds(text, token.start(), token.end(), after)
        kind, value = ("percent", part) if whole == 100 else ("ratio", part / whole)
        if whole == 1000:
            kind, value = "percent", part / 10
        yield Number(kind, value, token.start(), end, bounds=bounds)  # type: ignore[arg-type]


def _often(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """十年九旱, drought nine years out of ten."""
    nine, ten = (Number("count", Fraction(each), *token.span()) for each in (9, 10))
    yield of_so_many(nine, ten)


def _per(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """6.2/10万 as the ratio that it is, and as the two counts that it names."""
    written = token["per_whole"]
    whole = int(written[:-1] or 1) * int(han_value(written[-1]) or 1)
    part = Number("count", Fraction(token["per_part"]), *token.span("per_part"))
    among = Number("count", Fraction(whole), *token.span("per_whole"))
    yield replace(of_so_many(part, among), end=token.end())


def _vague(_text: str, token: re.Match[str]) -> Iterator[Number]:
    power = 0
    for each in token.group():
        size = HAN_TENS.get(each) or HAN_SCALES.get(each)
        if size and not token.group().startswith("成"):
            power += len(str(size)) - 1
    if token.group().startswith("成"):
        power = 3
    yield Number("vague", Fraction(power), *token.span())


def _teens(text: str, token: re.Match[str]) -> Iterator[Number]:
    value = (han_value(token["teens"][:-1]) or 0) * HAN_SCALES.get(token["teen_scale"] or "", 1)
    yield from with_tail(
        text, Fraction(value), token.start(), token.end(), frozenset({"over", "about", ""})
    )


def _half(text: str, token: re.Match[str]) -> Iterator[Number]:
    start, end = token.span()
    if money := _HALF_YUAN.match(text, end):
        bounds, last = chinese_bounds(text, start, money.end(), None)
        yield Number("money", HALF, start, last, unit="CNY", bounds=bounds)
    elif found := _HALF_PERIOD.match(text, end):
        unit = CHINESE_UNITS.get(found[1]) or CHINESE_UNITS["个" + found[1]]
        more: frozenset[Bound] = frozenset({"over"})
        after = more if text[found.start(1) - 1] in "多余" else None
        bounds, last = chinese_bounds(text, start, found.end(), after)
        yield Number("quantity", HALF, start, last, unit=unit, bounds=bounds)
    elif text[start - 1 : start] in "一" and start:
        bounds, last = chinese_bounds(text, start - 1, end, None)
        number = Number("ratio", HALF, start - 1, last, bounds=bounds)
        if bounds & {"over", "at_least"} and _LESSENED.search(text, max(0, start - 7), start - 1):
            number = replace(number, others=(replace(number, bounds=frozenset({"under"})),))
        yield number
    elif text[start - 1 : start] in set("过近超逾大多") and start:
        bound: Bound = "nearly" if text[start - 1] == "近" else "over"
        yield Number("ratio", HALF, start, end, bounds=frozenset({bound}))
    else:
        bounds, last = chinese_bounds(text, start, end + (text[end : end + 1] == "数"), None)
        yield Number("ratio", HALF, start, last, bounds=bounds, optional=True)


_HALF_YUAN = re.compile("元(?!/)|块钱|块(?=[，。；、]|$)")
_LESSENED = re.compile("[减降缩压][^，。；]{0,5}$")
"""What halves a thing: 减少一半以上 leaves less than half."""

_HALF_PERIOD = re.compile(
    "个?[多余]?(小时|工作日|月|年|天|日|世纪|星期|周|公里|里|米|公斤|斤|吨|亩|公顷)(?!之|以(?![上下内]))"
)


def _tenths(text: str, token: re.Match[str]) -> Iterator[Number]:
    value = read_numeral(token["tenths"].partition("成")[0])
    if value is not None:
        if low := _TENTHS_FROM.search(text, max(0, token.start() - 2), token.start()):
            least = 10 * HAN_DIGITS[low[1]]
            yield Number("percent", Fraction(least), low.start(), token.end(), ranged=True)
        more = token["more_tenths"]
        percent = 10 * value + (5 if more == "半" else HAN_DIGITS[more] if more else 0)
        bounds, end = chinese_bounds(text, token.start(), token.end(), None)
        yield Number("percent", percent, token.start(), end, bounds=bounds)


_TENTHS_FROM = re.compile("([一二两三四五六七八])[至到]$")
"""The lower end of 一到两成 and 五至七折."""


def _discount(text: str, token: re.Match[str]) -> Iterator[Number]:
    """八五折 as the 85% that is paid and the 15% that is off."""
    written = token.group()[:-1].replace(".", "")
    digits = "".join(str(HAN_DIGITS.get(each, each)) for each in written)
    paid = Fraction(int(digits) * (10 if len(digits) == 1 else 1))
    bounds, end = chinese_bounds(text, *token.span(), None)
    number = Number("percent", paid, token.start(), end, bounds=bounds)
    if low := _TENTHS_FROM.search(text, max(0, token.start() - 2), token.start()):
        least = replace(number, value=Fraction(10 * HAN_DIGITS[low[1]]), start=low.start())
        yield replace(least, others=(replace(least, value=100 - least.value, unit="off"),))
    yield replace(number, others=(replace(number, value=100 - paid, unit="off"),))


def _ordinal(text: str, token: re.Match[str]) -> Iterator[Number]:
    value = read_numeral(token["place"])
    if value is None:
        return
    end = token.end()
    if (scale := _SCALE.match(text, end)) and scale["scale"] and not scale["more"]:
        value, end = value * (han_value(scale["scale"]) or 1), scale.end()
    following = text[end : end + 1]
    loose = not TAIL.match(text, end) and "一" <= following <= "龥" and value <= 10
    yield Number("ordinal", value, token.start(), end, optional=loose)


def _rank(_text: str, token: re.Match[str]) -> Iterator[Number]:
    value = Fraction(HAN_DIGITS[token["rank"]])
    yield Number("ordinal", value, *token.span(), optional=value == 1)


def _initial(_text: str, token: re.Match[str]) -> Iterator[Number]:
    yield Number("ordinal", Fraction(1), *token.span(), optional=token["initial"] is None)


def _leading(_text: str, token: re.Match[str]) -> Iterator[Number]:
    yield Number("ordinal", Fraction(1), *token.span(), optional=True)


def _pair(_text: str, token: re.Match[str]) -> Iterator[Number]:
    yield Number("count", Fraction(2), *token.span(), optional=True)


def _number(text: str, token: re.Match[str]) -> Iterator[Number]:
    numeral = token["number"]
    start, end = token.span()
    if _THOUSANDS_OF_A_UNIT.search(text, start, end + 1):
        numeral, end = numeral[:-1], end - 1
    if numeral == "千" and _UNIT_OF_THOUSAND.search(text, start - 1, end + 1):
        return
    if neighbours := None if numeral[0].isascii() else han_pair(numeral):
        low, high = (han_value(each) for each in neighbours)
        if low is not None and high is not None:
            last = next(iter(with_tail(text, high, start, end, None)))
            yield replace(last, value=low, ranged=True)
            yield replace(last, ranged=True)
        return
    value = read_numeral(numeral)
    if value is None:
        return
    after: frozenset[Bound] | None = None
    if found := _SCALE.match(text, end):
        more, scale = found["more"], found["scale"]
        if more and (scale or TAIL.match(text, end + 1) or numeral[-1] in "十百千万0"):
            after, end = frozenset({"over"}), end + 1
        if scale:
            value *= han_value(scale) or 1
            end = found.end()
            if text[end : end + 1] in {"余", "多"} and TAIL.match(text, end + 1):
                after, end = frozenset({"over"}), end + 1
    yield from with_tail(text, value, start, end, after)


_THOUSANDS_OF_A_UNIT = re.compile("[十百万亿]千[瓦米克伏]$")
_UNIT_OF_THOUSAND = re.compile("[每/按方立]千[瓦米克伏]$")


_READERS: Readers = MappingProxyType(
    {
        **DATE_READERS,
        **MONEY_READERS,
        "code": _code, "scale": _scale, "slash": _slash, "roman": _roman, "share": _share,
        "often": _often,
        "per": _per,
        "vague": _vague, "teens": _teens, "teen_scale": _teens, "half": _half,
        "tenths": _tenths, "discount": _discount, "ordinal": _ordinal, "rank": _rank,
        "initial": _initial,
        None: _initial, "leading": _leading, "number": _number, "pair": _pair,
    }
)  # fmt: skip
