"""A figure into the words of each language: digits kept, scale and unit as the language wants."""

from __future__ import annotations

from decimal import Context, Decimal

from makebrief.content.models import Figure, Pair, Unit
from makebrief.messages import Language

EXACT = Context(prec=200)
"""Arithmetic that rounds nothing a person could have typed."""

_HUNDRED_MILLION = 8
_TEN_THOUSAND = 4
_ENGLISH_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ENGLISH_BOUNDS = {
    "over": "over ",
    "nearly": "nearly ",
    "about": "about ",
    "at_least": "at least ",
}
_CHINESE_BOUNDS = {"over": "超", "nearly": "近", "about": "约", "at_least": "至少"}
_RANKS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)


def figure_words(figure: Figure, language: Language, money: str = "RMB {amount}") -> str:
    """The figure as it stands in running text, e.g. `135.22亿元` or `RMB 13.522 billion`.

    `money` is the document's one English money style (rule E2), with `{amount}` in it.
    """
    if figure.day is not None:
        return _date_words(figure.day, language)
    if figure.form != "count":
        return _ordered(figure, language)
    if language == "zh":
        return _chinese(figure)
    return _english(figure, money)


def plain_number(value: Decimal | int, language: Language) -> str:
    """A number without a unit, as it stands in a table cell; digits as given."""
    return grouped(Decimal(value)) if language == "en" else f"{Decimal(value):f}"


def grouped(value: Decimal) -> str:
    """Digits in groups of three, decimals as given: 12,345.60."""
    return f"{value:,f}"


def scaled(value: Decimal, power: int) -> Decimal:
    """The value in units of 10 to a power: no digit lost, no zero gained (rule E1)."""
    if not power:
        return value
    result = value.scaleb(-power, EXACT)
    if value == value.to_integral_value() and result != result.to_integral_value():
        return result.normalize(EXACT)
    if value == value.to_integral_value():
        return result.quantize(Decimal(1), context=EXACT)
    return result


def _value(figure: Figure) -> Decimal:
    return Decimal(0) if figure.value is None else Decimal(figure.value)


def _chinese(figure: Figure) -> str:
    value = _value(figure)
    power = _chinese_power(figure, value)
    scale = {_HUNDRED_MILLION: "亿", _TEN_THOUSAND: "万"}.get(power, "")
    amount = f"{scaled(value, power):f}"
    before, after, tail = "", "", scale + _chinese_unit(figure)
    if figure.bound == "over" and _takes_yu(figure, scaled(value, power)):
        after = "余"
    elif figure.bound:
        before = _CHINESE_BOUNDS[figure.bound]
    if figure.to is None:
        return before + amount + after + tail
    upper = f"{scaled(Decimal(figure.to), power):f}"
    if figure.unit == "year":
        return f"{amount}—{upper}年"
    return f"{before}{amount}{tail}～{upper}{tail}"


def _takes_yu(figure: Figure, amount: Decimal) -> bool:
    """Whether 余 can follow the digits: round numbers only (200余万元, but 超13.5亿元)."""
    plain = figure.to is None and figure.unit not in {"percent", "percentage_points"}
    return plain and amount == amount.to_integral_value() and amount % 10 == 0


def _chinese_power(figure: Figure, value: Decimal) -> int:
    if figure.unit in {"percent", "percentage_points", "year"}:
        return 0
    size = abs(value)
    if size >= 10**_HUNDRED_MILLION:
        return _HUNDRED_MILLION
    short = len(scaled(value, _TEN_THOUSAND).as_tuple().digits) <= len(value.as_tuple().digits) - 3
    money = figure.unit == "CNY"
    return _TEN_THOUSAND if size >= 10**_TEN_THOUSAND and (money or short) else 0


def _chinese_unit(figure: Figure) -> str:
    if isinstance(figure.unit, Unit):
        return figure.unit.zh
    units = {"CNY": "元", "percent": "%", "percentage_points": "个百分点", "year": "年"}
    return units.get(figure.unit, "")


def _english(figure: Figure, money: str) -> str:
    value = _value(figure)
    bound = _ENGLISH_BOUNDS.get(figure.bound or "", "")
    if figure.unit == "year":
        return f"{value}–{figure.to}" if figure.to is not None else f"{value}"
    amount = _english_amount(value)
    if figure.to is not None:
        amount = _english_range(figure, value, Decimal(figure.to))
    if figure.unit == "CNY":
        return bound + money.format(amount=amount)
    if figure.unit == "percent":
        return f"{bound}{amount}%"
    if figure.unit == "percentage_points":
        one = abs(value) == 1 and figure.to is None
        noun = "percentage point" if one else "percentage points"
        return f"{bound}{amount} {noun}"
    noun = _english_noun(figure, value)
    return f"{bound}{amount} {noun}" if noun else bound + amount


def _english_range(figure: Figure, low: Decimal, high: Decimal) -> str:
    joint = "%–" if figure.unit == "percent" else "–"
    return f"{_english_amount(low)}{joint}{_english_amount(high)}"


def _english_amount(value: Decimal) -> str:
    for power, name in _ENGLISH_SCALES:
        if abs(value) >= 10**power:
            amount = scaled(value, power)
            if len(amount.as_tuple().digits) <= 6:
                return f"{amount:f} {name}"
    return grouped(value)


def _english_noun(figure: Figure, value: Decimal) -> str:
    if not isinstance(figure.unit, Unit):
        return ""
    singular = value == 1 and figure.to is None and figure.unit.one is not None
    return figure.unit.one or "" if singular else figure.unit.en


def _ordered(figure: Figure, language: Language) -> str:
    number = int(_value(figure))
    if language == "zh":
        counter = _chinese_unit(figure) or ("位" if figure.form == "rank" else "")
        return f"第{number}{counter}"
    noun = _english_noun(figure, Decimal(number))
    if figure.form == "rank" and 1 <= number <= len(_RANKS):
        word = _RANKS[number - 1]
    else:
        word = f"{number}{_ordinal_ending(number)}"
    return f"{word} {noun}" if noun else word


def _ordinal_ending(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _date_words(day: str, language: Language) -> str:
    parts = [int(part) for part in day.split("-")]
    if language == "zh":
        return "".join(f"{part}{name}" for part, name in zip(parts, "年月日", strict=False))
    names = [str(parts[0])]
    if len(parts) > 1:
        names.insert(0, _MONTHS[parts[1] - 1])
    if len(parts) > 2:
        names.insert(0, str(parts[2]))
    return " ".join(names)


def period_words(year: int, half: int | None, quarter: int | None) -> Pair:
    """`2024年上半年` and `the first half of 2024` (rule E4)."""
    if half:
        chinese, english = ("上半年", "first half") if half == 1 else ("下半年", "second half")
        return Pair(zh=f"{year}年{chinese}", en=f"the {english} of {year}")
    if quarter:
        chinese = "一二三四"[quarter - 1]
        return Pair(zh=f"{year}年{chinese}季度", en=f"the {_RANKS[quarter - 1]} quarter of {year}")
    return Pair(zh=f"{year}年", en=f"{year}")


_SMALL_WORDS = frozenset({"the", "of"})


def in_title_case(pair: Pair) -> Pair:
    """A period as an English title prints it: `the First Half of 2024` (E6)."""
    words = (pair.en or "").split(" ")
    return Pair(
        zh=pair.zh,
        en=" ".join(word if word in _SMALL_WORDS else word.capitalize() for word in words),
    )
