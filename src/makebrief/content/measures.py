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
