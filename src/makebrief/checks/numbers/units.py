"""Units of measure and of money, by the words of each language."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from msgspec import Struct


class Measure(Struct, frozen=True):
    """A unit: what it measures, its size in the base unit, and whose system it belongs to."""

    dimension: str
    size: Fraction
    system: str = "metric"


def _measures(dimension: str, sizes: Mapping[str, object], system: str) -> dict[str, Measure]:
    return {name: Measure(dimension, Fraction(str(size)), system) for name, size in sizes.items()}


UNITS: Mapping[str, Measure] = MappingProxyType(
    _measures("months", {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}, "")
    | _measures(
        "seconds",
        {
            "second": 1,
            "minute": 60,
            "quarter_hour": 900,
            "hour": 3600,
            "day": 86400,
            "week": 604800,
        },
        "",
    )
    | _measures("length", {"nm": "1/1000000000", "mm": "1/1000", "cm": "1/100"}, "metric")
    | _measures("length", {"m": 1, "km": 1000, "nmi": 1852}, "metric")
    | _measures("length", {"li": 500, "chi": "1/3"}, "chinese")
    | _measures("length", {"mile": "1609.344", "foot": "0.3048", "inch": "0.0254"}, "imperial")
    | _measures("area", {"m2": 1, "ha": 10000, "km2": 1000000}, "metric")
    | _measures("area", {"mu": "2000/3"}, "chinese")
    | _measures("area", {"acre": "4046.8564224", "ft2": "0.09290304"}, "imperial")
    | _measures("volume", {"ml": "1/1000000", "l": "1/1000", "m3": 1, "km3": 10**9}, "metric")
    | _measures("weight", {"mg": "1/1000000", "ug": "1/1000000000"}, "metric")
    | _measures("weight", {"g": "1/1000", "kg": 1, "t": 1000}, "metric")
    | _measures("weight", {"jin": "1/2", "dan": 50}, "chinese")
    | _measures("weight", {"pound": "0.45359237"}, "imperial")
    | _measures("power", {"W": 1, "kW": 1000, "MW": 10**6, "GW": 10**9}, "metric")
    | _measures("energy", {"kWh": 1, "MWh": 1000, "GWh": 10**6, "TWh": 10**9}, "metric")
    | _measures("voltage", {"V": 1, "kV": 1000}, "metric")
    | _measures("apparent power", {"VA": 1, "kVA": 1000, "MVA": 10**6}, "metric")
    | _measures("temperature", {"C": 1}, "metric")
    | _measures("sound", {"dB": 1}, "metric")
    | _measures("speed", {"kn": 1}, "metric")
    | _measures("frequency", {"Hz": 1, "MHz": 10**6, "GHz": 10**9}, "metric")
)
"""Every unit by its key; a day is 86400 s, a year 12 months, a mu 1/15 ha, a jin 500 g."""

CHINESE_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "个月": "month", "个季度": "quarter", "年": "year", "个世纪": "century",
        "秒": "second", "秒钟": "second", "分钟": "minute", "刻钟": "quarter_hour",
        "小时": "hour", "个小时": "hour",
        "岁": "year", "周岁": "year",
        "天": "day", "日": "day", "个工作日": "day", "工作日": "day", "个自然日": "day",
        "个交易日": "day", "昼夜": "day", "周": "week", "个星期": "week", "星期": "week",
        "蒸吨": "t",
        "纳米": "nm", "毫米": "mm", "厘米": "cm", "米": "m", "公里": "km", "千米": "km",
        "海里": "nmi", "里": "li", "华里": "li", "尺": "chi", "英里": "mile", "英尺": "foot",
        "英寸": "inch", "平方米": "m2", "平米": "m2", "㎡": "m2", "公顷": "ha",
        "平方公里": "km2", "平方千米": "km2", "亩": "mu", "英亩": "acre", "平方英尺": "ft2",
        "毫升": "ml", "升": "l", "立方米": "m3", "方": "m3", "立方": "m3", "立方公里": "km3",
        "微克": "ug", "毫克": "mg", "克": "g", "公斤": "kg", "千克": "kg", "吨": "t", "斤": "jin",
        "担": "dan", "磅": "pound", "瓦": "W", "千瓦": "kW", "兆瓦": "MW", "吉瓦": "GW",
        "千瓦时": "kWh", "度电": "kWh", "兆瓦时": "MWh", "吉瓦时": "GWh", "伏": "V", "千伏": "kV",
        "千伏安": "kVA", "兆伏安": "MVA", "伏安": "VA", "℃": "C", "°C": "C", "摄氏度": "C",
        "分贝": "dB", "赫兹": "Hz", "兆赫": "MHz",
    }
)  # fmt: skip
"""Chinese words of units, longest first where the scanner tries them."""

LATIN_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "nm": "nm", "mm": "mm", "cm": "cm", "m": "m", "km": "km", "m²": "m2", "m2": "m2",
        "sqm": "m2", "km²": "km2", "km2": "km2", "ha": "ha", "mu": "mu", "m³": "m3", "m3": "m3",
        "ml": "ml", "l": "l", "L": "l", "µg": "ug", "μg": "ug", "mg": "mg", "g": "g",
        "kg": "kg", "t": "t", "W": "W", "kW": "kW", "MW": "MW", "GW": "GW", "kWh": "kWh",
        "MWh": "MWh", "GWh": "GWh", "TWh": "TWh", "V": "V", "kV": "kV", "kVA": "kVA",
        "MVA": "MVA", "°C": "C", "℃": "C", "dB": "dB", "Hz": "Hz", "MHz": "MHz", "GHz": "GHz",
        "sq km": "km2", "sq m": "m2", "h": "hour", "min": "minute",
    }
)  # fmt: skip
"""Symbols of units, the same in both languages; case counts."""

ENGLISH_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "month": "month", "quarter": "quarter", "year": "year", "decade": "decade",
        "century": "century", "centuries": "century", "second": "second", "minute": "minute",
        "hour": "hour", "day": "day", "week": "week", "nanometre": "nm", "millimetre": "mm",
        "centimetre": "cm", "metre": "m", "kilometre": "km", "nautical mile": "nmi",
        "mile": "mile", "foot": "foot", "feet": "foot", "inch": "inch", "inches": "inch",
        "square metre": "m2", "hectare": "ha", "square kilometre": "km2", "mu": "mu",
        "acre": "acre", "square foot": "ft2", "square feet": "ft2", "millilitre": "ml",
        "litre": "l", "cubic metre": "m3", "cubic kilometre": "km3", "microgram": "ug",
        "milligram": "mg", "gram": "g", "kilogram": "kg", "kilo": "kg", "tonne": "t",
        "ton": "t", "metric ton": "t", "jin": "jin", "catty": "jin", "catties": "jin",
        "pound": "pound", "watt": "W", "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW",
        "kilowatt-hour": "kWh", "kilowatt hour": "kWh", "megawatt-hour": "MWh",
        "gigawatt-hour": "GWh", "terawatt-hour": "TWh", "volt": "V", "kilovolt": "kV",
        "kilovolt-ampere": "kVA", "megavolt-ampere": "MVA", "degree Celsius": "C",
        "degrees Celsius": "C", "degrees centigrade": "C", "decibel": "dB", "hertz": "Hz",
        "knot": "kn",
    }
)  # fmt: skip
"""English words of units in the singular; metre and meter, litre and liter are one."""

CHINESE_CURRENCIES: Mapping[str, str] = MappingProxyType(
    {
        "元": "CNY", "元人民币": "CNY", "块钱": "CNY", "美元": "USD", "美金": "USD",
        "欧元": "EUR", "港元": "HKD", "港币": "HKD", "英镑": "GBP", "日元": "JPY",
        "分钱": "CNY", "角钱": "CNY", "毛钱": "CNY",
        "韩元": "KRW", "卢布": "RUB", "澳元": "AUD", "加元": "CAD", "新加坡元": "SGD",
        "新元": "SGD", "新台币": "TWD", "澳门元": "MOP", "瑞士法郎": "CHF",
    }
)  # fmt: skip
"""Chinese words of currencies."""

PARTS_OF_A_YUAN: Mapping[str, Fraction] = MappingProxyType(
    {"分钱": Fraction(1, 100), "角钱": Fraction(1, 10), "毛钱": Fraction(1, 10)}
)
"""Words of money of which a yuan has several."""

CURRENCY_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "RMB": "CNY", "CNY": "CNY", "¥": "CNY", "￥": "CNY", "US$": "USD", "USD": "USD",
        "$": "USD", "HK$": "HKD", "HKD": "HKD", "€": "EUR", "EUR": "EUR", "£": "GBP",
        "GBP": "GBP", "JPY": "JPY", "KRW": "KRW", "A$": "AUD", "AUD": "AUD", "C$": "CAD",
        "CAD": "CAD", "S$": "SGD", "SGD": "SGD", "CHF": "CHF", "RUB": "RUB",
    }
)  # fmt: skip
"""Signs of currencies before an amount."""

ENGLISH_CURRENCIES: Mapping[str, str] = MappingProxyType(
    {
        "yuan": "CNY", "renminbi": "CNY", "RMB": "CNY", "CNY": "CNY", "dollars": "USD",
        "dollar": "USD", "US dollars": "USD", "US dollar": "USD", "U.S. dollars": "USD",
        "USD": "USD", "American dollars": "USD", "Hong Kong dollars": "HKD",
        "HK dollars": "HKD", "euros": "EUR", "euro": "EUR", "pounds sterling": "GBP",
        "British pounds": "GBP", "Japanese yen": "JPY", "yen": "JPY", "Korean won": "KRW",
        "roubles": "RUB", "rubles": "RUB", "Australian dollars": "AUD",
        "Canadian dollars": "CAD", "Singapore dollars": "SGD", "Swiss francs": "CHF",
    }
)  # fmt: skip
"""English words of currencies after an amount."""
