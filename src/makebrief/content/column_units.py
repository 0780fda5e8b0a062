"""A column's unit into its head, and its numbers into what stands in its cells without a unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from makebrief.content.amounts import CHINESE_SCALES, ENGLISH_SCALES, grouped, scaled
from makebrief.content.figures import CHINESE_BOUNDS, CHINESE_UNITS, ENGLISH_BOUNDS, UNSCALED
from makebrief.content.measures import MEASURES
from makebrief.content.models import Column, Figure, Scale, Unit
from makebrief.messages import Language

if TYPE_CHECKING:
    from makebrief.content.kinds import FigureUnit


_POWERS: Mapping[Language, Mapping[str, int]] = {"zh": CHINESE_SCALES, "en": ENGLISH_SCALES}
_AUTOMATIC: Mapping[Language, tuple[str, ...]] = {
    "zh": ("", "万", "亿"),
    "en": ("", "million", "billion", "trillion"),
}
_ZERO = 2
"""How many characters longer an amount below one counts, so that none is chosen for brevity."""

_ENGLISH_UNITS: Mapping[str, str] = {"percent": "%", "percentage_points": "percentage points"}
_BRACKETS: Mapping[Language, str] = {"zh": "（{unit}）", "en": " ({unit})"}
_RANGE: Mapping[Language, str] = {"zh": "～", "en": "–"}


class ColumnUnit(Struct, frozen=True):
    """What a column counts, and in which scale in each language."""

    unit: FigureUnit
    scales: Mapping[Language, str]

    def head(self, language: Language, money: str) -> str:
        """What follows the column's heading: `（亿元）`, ` (RMB billion)`; nothing for a number."""
        words = self._words(language, money)
        return _BRACKETS[language].format(unit=words) if words else ""

    def _words(self, language: Language, money: str) -> str:
        scale = self.scales[language]
        if language == "zh":
            return scale + _noun(self.unit, language)
        if self.unit == "CNY":
            return money.format(amount=scale).strip()
        return f"{scale} {_noun(self.unit, language)}".strip()

    def cell(self, number: Decimal | int | Figure, language: Language) -> str:
        """A number as the column prints it: every digit that it has, in the column's scale (E1)."""
        power = _POWERS[language][self.scales[language]]
        if not isinstance(number, Figure):
            return _amount(Decimal(number), power, language)
        words = _amount(Decimal(number.value or 0), power, language)
        if number.to is not None:
            words += _RANGE[language] + _amount(Decimal(number.to), power, language)
        bounds = CHINESE_BOUNDS if language == "zh" else ENGLISH_BOUNDS
        return bounds.get(number.bound or "", "") + words


def _noun(unit: FigureUnit, language: Language) -> str:
    """What a unit is called; a measure by its own name, for a column converts no numbers."""
    if isinstance(unit, Unit):
        return unit.zh if language == "zh" else unit.en
    if unit in MEASURES:
        return MEASURES[unit].zh if language == "zh" else MEASURES[unit].en
    return (CHINESE_UNITS if language == "zh" else _ENGLISH_UNITS).get(unit, "")


def column_unit(column: Column, numbers: Iterable[Decimal | int]) -> ColumnUnit | None:
    """The unit that a column declares; its scale is the one that prints its numbers shortest."""
    if column.unit is None:
        return None
    given = column.scale or Scale()
    if column.unit in UNSCALED:
        return ColumnUnit(column.unit, {"zh": "", "en": ""})
    values = [Decimal(number) for number in numbers]
    chinese = given.zh if given.zh is not None else _shortest(values, "zh")
    english = given.en if given.en is not None else _shortest(values, "en")
    return ColumnUnit(column.unit, {"zh": chinese, "en": english})


def _shortest(values: list[Decimal], language: Language) -> str:
    """The scale whose amounts take the fewest characters, and rather not begin with a zero."""
    counted = [value for value in values if value]

    def length(scale: str) -> int:
        amounts = [_amount(value, _POWERS[language][scale], language) for value in counted]
        return sum(len(each) + (_ZERO if each.lstrip("-")[0] == "0" else 0) for each in amounts)

    scales = _AUTOMATIC[language] if counted else ("",)
    return min(reversed(scales), key=length)


def _amount(value: Decimal, power: int, language: Language) -> str:
    amount = scaled(value, power)
    return grouped(amount) if language == "en" else f"{amount:f}"
