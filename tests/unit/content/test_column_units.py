"""A unit in a column's head: every digit of the numbers is kept, the unit is said once (E1)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebrief.content.column_units import ColumnUnit, column_unit
from makebrief.content.models import Column, Figure, Scale, Unit
from makebrief.messages import Language

MONEY = "RMB {amount}"


def unit_of(unit: Any, *numbers: str, scale: Scale | None = None) -> ColumnUnit:
    found = column_unit(
        Column(zh="列", unit=unit, scale=scale), [Decimal(each) for each in numbers]
    )
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("numbers", "chinese", "english"),
    [
        (["13522000000", "9030000000"], "（亿元）", " (RMB billion)"),
        (["20000000", "2000000"], "（万元）", " (RMB million)"),
        (["500000000000"], "（亿元）", " (RMB billion)"),
        (["5000", "62"], "（元）", " (RMB)"),
        (["0"], "（元）", " (RMB)"),
        ([], "（元）", " (RMB)"),
    ],
)
def test_the_scale_is_what_prints_the_numbers_shortest(
    numbers: list[str], chinese: str, english: str
) -> None:
    unit = unit_of("CNY", *numbers)
    assert (unit.head("zh", MONEY), unit.head("en", MONEY)) == (chinese, english)


def test_the_head_says_a_unit_as_its_language_does() -> None:
    firms = unit_of(Unit(zh="家", en="firms", one="firm"), "62")
    assert (firms.head("zh", MONEY), firms.head("en", MONEY)) == ("（家）", " (firms)")
    share = unit_of("percent", "5.25")
    assert (share.head("zh", MONEY), share.head("en", MONEY)) == ("（%）", " (%)")
    assert unit_of("number", "3").head("zh", MONEY) == ""


def test_the_author_chooses_another_scale() -> None:
    unit = unit_of("CNY", "13522000000", scale=Scale(zh="万", en="million"))
    assert (unit.cell(13522000000, "zh"), unit.cell(13522000000, "en")) == ("1352200", "13,522")


def test_bounds_and_ranges_stand_in_the_cell_without_the_unit() -> None:
    unit = unit_of("CNY", "13522000000")
    over = Figure(value=13522000000, unit="CNY", bound="over")
    assert (unit.cell(over, "zh"), unit.cell(over, "en")) == ("超135.22", "over 13.522")
    span = Figure(value=100000000, to=200000000, unit="CNY")
    assert (unit.cell(span, "zh"), unit.cell(span, "en")) == ("1～2", "0.1–0.2")


@given(st.lists(st.decimals("-1e13", "1e13", places=2), min_size=1, max_size=6))
def test_no_digit_is_lost_in_any_scale(values: list[Decimal]) -> None:
    unit = column_unit(Column(zh="列", unit="CNY"), values)
    assert unit is not None
    languages: tuple[Language, ...] = ("zh", "en")
    powers = {"": 0, "万": 4, "亿": 8, "million": 6, "billion": 9, "trillion": 12}
    for language in languages:
        for value in values:
            shown = Decimal(unit.cell(value, language).replace(",", ""))
            assert shown.scaleb(powers[unit.scales[language]]) == value
