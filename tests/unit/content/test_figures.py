"""What each language makes of a figure (rules E1-E4, L12)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from makebrief.content.figures import figure_words, plain_number
from makebrief.content.models import Figure, Scale, Unit

PEOPLE = {"zh": "人", "en": "people", "one": "person"}
MEETINGS = {"zh": "场次", "en": "meetings", "one": "meeting"}
BARE = {"zh": "家", "en": ""}


def figure(**fields: Any) -> Figure:
    if isinstance(fields.get("unit"), dict):
        fields["unit"] = Unit(**fields["unit"])
    if "scale" in fields:
        fields["scale"] = Scale(**fields["scale"])
    return Figure(**fields)


def words(**fields: Any) -> tuple[str, str]:
    made = figure(**fields)
    return figure_words(made, "zh"), figure_words(made, "en")


CASES: list[tuple[dict[str, Any], str, str]] = [
    # E1: 亿 and 万, million and billion; digits kept.
    ({"value": 13522000000, "unit": "CNY"}, "135.22亿元", "RMB 13.522 billion"),
    ({"value": 20000000, "unit": "CNY"}, "2000万元", "RMB 20 million"),
    ({"value": 100000000, "unit": "CNY"}, "1亿元", "RMB 100 million"),
    ({"value": 1000000000000, "unit": "CNY"}, "10000亿元", "RMB 1 trillion"),
    ({"value": 1350000000, "unit": "CNY"}, "13.5亿元", "RMB 1.35 billion"),
    ({"value": 10000, "unit": "CNY"}, "1万元", "RMB 10,000"),
    ({"value": 9999, "unit": "CNY"}, "9999元", "RMB 9,999"),
    ({"value": 0, "unit": "CNY"}, "0元", "RMB 0"),
    ({"value": -1350000000, "unit": "CNY"}, "-13.5亿元", "RMB -1.35 billion"),
    ({"value": 123456789012, "unit": "CNY"}, "1234.56789012亿元", "RMB 123,456,789,012"),
    ({"value": 7490000, "unit": PEOPLE}, "749万人", "7.49 million people"),
    ({"value": 230000, "unit": {"zh": "公里", "en": "km"}}, "23万公里", "230,000 km"),
    ({"value": 12345, "unit": PEOPLE}, "12345人", "12,345 people"),
    ({"value": 62}, "62", "62"),
    ({"value": 1200, "unit": BARE}, "1200家", "1,200"),
    # Digits as given: no zero is lost behind a decimal point, none is gained.
    ({"value": Decimal("12.0"), "unit": "percent"}, "12.0%", "12.0%"),
    ({"value": Decimal("0.50"), "unit": "percent"}, "0.50%", "0.50%"),
    ({"value": Decimal("5.3"), "unit": "percent"}, "5.3%", "5.3%"),
    # E3: bounds and percentage points.
    ({"value": 2000000, "unit": "CNY", "bound": "over"}, "200余万元", "over RMB 2 million"),
    ({"value": 1350000000, "unit": "CNY", "bound": "over"}, "超13.5亿元", "over RMB 1.35 billion"),
    ({"value": 1200, "unit": BARE, "bound": "over"}, "1200余家", "over 1,200"),
    ({"value": 30, "unit": "percent", "bound": "over"}, "超30%", "over 30%"),
    ({"value": 7000, "unit": PEOPLE, "bound": "nearly"}, "近7000人", "nearly 7,000 people"),
    ({"value": 300, "unit": PEOPLE, "bound": "about"}, "约300人", "about 300 people"),
    ({"value": 10, "unit": PEOPLE, "bound": "at_least"}, "至少10人", "at least 10 people"),
    (
        {"value": Decimal("1.2"), "unit": "percentage_points"},
        "1.2个百分点",
        "1.2 percentage points",
    ),
    ({"value": 1, "unit": "percentage_points"}, "1个百分点", "1 percentage point"),
    # L12: % on both ends of a range, 万 and 亿 not dropped.
    ({"value": 63, "to": 68, "unit": "percent"}, "63%～68%", "63%–68%"),
    (
        {"value": 2000000, "to": 3000000, "unit": "CNY"},
        "200万元～300万元",
        "RMB 2 million–3 million",
    ),
    ({"value": 2021, "to": 2035, "unit": "year"}, "2021—2035年", "2021–2035"),
    ({"value": 2024, "unit": "year"}, "2024年", "2024"),
    # Another scale where the author asks for one, the same digits.
    (
        {"value": 13522000000, "unit": "CNY", "scale": {"zh": "万", "en": "million"}},
        "1352200万元",
        "RMB 13,522 million",
    ),
    ({"value": 9500, "unit": PEOPLE, "scale": {"zh": "万"}}, "0.95万人", "9,500 people"),
    ({"value": 20000, "unit": PEOPLE, "scale": {"zh": ""}}, "20000人", "20,000 people"),
    # Measures, and mu as hectares: exact, or about so much.
    ({"value": 12000, "unit": "mu"}, "1.2万亩", "800 hectares"),
    ({"value": 350, "unit": "mu"}, "350亩", "about 23.3 hectares"),
    ({"value": 350, "unit": "mu", "bound": "over"}, "350余亩", "over 23.3 hectares"),
    ({"value": 15, "unit": "mu"}, "15亩", "1 hectare"),
    ({"value": 350, "unit": "mu", "converted": False}, "350亩", "350 mu"),
    (
        {"value": 1500000, "to": 3000000, "unit": "mu"},
        "150万亩～300万亩",
        "100,000–200,000 hectares",
    ),
    ({"value": 23, "unit": "square_kilometre"}, "23平方公里", "23 square kilometres"),
    ({"value": 1, "unit": "tonne"}, "1吨", "1 tonne"),
    ({"value": 5200000, "unit": "tonne"}, "520万吨", "5.2 million tonnes"),
    # Plural and singular.
    ({"value": 62, "unit": MEETINGS}, "62场次", "62 meetings"),
    ({"value": 1, "unit": MEETINGS}, "1场次", "1 meeting"),
    ({"value": 0, "unit": MEETINGS}, "0场次", "0 meetings"),
    ({"value": 1, "to": 3, "unit": MEETINGS}, "1场次～3场次", "1–3 meetings"),
    # Ordinals and ranks.
    ({"value": 20, "unit": {"zh": "届", "en": ""}, "form": "ordinal"}, "第20届", "20th"),
    ({"value": 21, "form": "ordinal"}, "第21", "21st"),
    ({"value": 22, "form": "ordinal"}, "第22", "22nd"),
    ({"value": 3, "form": "ordinal"}, "第3", "3rd"),
    ({"value": 11, "form": "ordinal"}, "第11", "11th"),
    ({"value": 112, "form": "ordinal"}, "第112", "112th"),
    ({"value": 1, "form": "rank"}, "第1位", "first"),
    ({"value": 10, "form": "rank"}, "第10位", "tenth"),
    ({"value": 11, "form": "rank"}, "第11位", "11th"),
    # E4: dates.
    ({"day": "2024-07-03"}, "2024年7月3日", "3 July 2024"),
    ({"day": "2024-12"}, "2024年12月", "December 2024"),
    ({"day": "2024"}, "2024年", "2024"),
]


@pytest.mark.parametrize(("fields", "chinese", "english"), CASES)
def test_a_figure_prints_as_each_language_wants_it(
    fields: dict[str, Any], chinese: str, english: str
) -> None:
    assert words(**fields) == (chinese, english)


def test_a_range_that_begins_with_one_is_plural() -> None:
    assert words(value=1, to=2, unit="percentage_points")[1] == "1–2 percentage points"


def test_a_bound_of_a_range_is_printed_in_both_languages() -> None:
    chinese, english = words(value=100, to=200, unit=PEOPLE, bound="over")
    assert english == "over 100–200 people"
    assert chinese == "超100人～200人"


def test_no_digit_of_the_largest_number_that_can_be_typed_is_lost() -> None:
    chinese, english = words(value=123456789012345679, unit="CNY")
    assert chinese == "1234567890.12345679亿元"
    assert english == "RMB 123,456,789,012,345,679"


def test_the_money_style_is_the_houses() -> None:
    made = figure(value=13522000000, unit="CNY", bound="over")
    assert figure_words(made, "en", "{amount} yuan") == "over 13.522 billion yuan"


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (12345, "12345", "12,345"),
        (Decimal("12345.60"), "12345.60", "12,345.60"),
        (-5, "-5", "-5"),
        (Decimal("0.0000001"), "0.0000001", "0.0000001"),
    ],
)
def test_a_number_in_a_cell_keeps_its_digits(
    value: int | Decimal, chinese: str, english: str
) -> None:
    assert plain_number(value, "zh") == chinese
    assert plain_number(value, "en") == english
