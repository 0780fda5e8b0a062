"""The units that are known by name: what each language calls them, and what English converts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct


class Measure(Struct, frozen=True):
    """A unit: its Chinese word, its English plural and singular.

    `english` names the unit that English prints instead, `rate` of which make one of it.
    """

    zh: str
    en: str
    one: str
    english: str = ""
    rate: Decimal = Decimal(1)


MEASURES: Mapping[str, Measure] = {
    "mu": Measure("亩", "mu", "mu", english="hectare", rate=Decimal(15)),
    "hectare": Measure("公顷", "hectares", "hectare"),
    "square_metre": Measure("平方米", "square metres", "square metre"),
    "square_kilometre": Measure("平方公里", "square kilometres", "square kilometre"),
    "metre": Measure("米", "metres", "metre"),
    "kilometre": Measure("公里", "kilometres", "kilometre"),
    "kilogram": Measure("公斤", "kilograms", "kilogram"),
    "tonne": Measure("吨", "tonnes", "tonne"),
    "cubic_metre": Measure("立方米", "cubic metres", "cubic metre"),
    "kilowatt_hour": Measure("千瓦时", "kilowatt-hours", "kilowatt-hour"),
}
"""Measures by the name that content gives them. A hectare is 15 mu."""

_OTHER_NAMES: Mapping[str, str] = {
    "元": "CNY", "人民币": "CNY", "rmb": "CNY", "yuan": "CNY",
    "%": "percent", "％": "percent", "per cent": "percent",
    "百分点": "percentage_points", "个百分点": "percentage_points", "pp": "percentage_points",
    "年": "year", "千米": "kilometre", "平方千米": "square_kilometre", "千克": "kilogram",
    "m": "metre", "km": "kilometre", "m²": "square_metre", "m2": "square_metre",
    "km²": "square_kilometre", "km2": "square_kilometre", "m³": "cubic_metre", "m3": "cubic_metre",
    "ha": "hectare", "kg": "kilogram", "t": "tonne", "kwh": "kilowatt_hour",
}  # fmt: skip


def unit_called(word: str) -> str | None:
    """The name that content gives a unit which is called so, or written with that sign."""
    spoken = {name: key for key, each in MEASURES.items() for name in (each.zh, each.en, each.one)}
    return {**spoken, **_OTHER_NAMES}.get(word.strip().lower())
