"""What each language says of a figure's previous value, change, share and rank."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from makebrief.content.aspects import ASPECTS, aspect_words, growth
from makebrief.content.models import Change, Figure, Pair, Rank, Share

MONEY = "RMB {amount}"


def both(figure: Figure, aspect: str) -> tuple[str | None, str | None]:
    return aspect_words(figure, aspect, "zh", MONEY), aspect_words(figure, aspect, "en", MONEY)


CHANGES: list[tuple[dict[str, Any], str, str]] = [
    ({"value": Decimal("4.5")}, "同比增长4.5%", "up 4.5% year on year"),
    ({"value": Decimal("-4.50")}, "同比下降4.50%", "down 4.50% year on year"),
    ({"value": 0}, "同比持平", "unchanged year on year"),
    (
        {"value": Decimal("2.3"), "unit": "percentage_points"},
        "同比提高2.3个百分点",
        "up 2.3 percentage points year on year",
    ),
    (
        {"value": -1, "unit": "percentage_points", "since": "last_quarter"},
        "环比降低1个百分点",
        "down 1 percentage point quarter on quarter",
    ),
    (
        {"value": 20000000, "unit": "same", "since": "start_of_year"},
        "比年初增加2000万元",
        "up RMB 20 million since the start of the year",
    ),
    ({"value": 3, "since": "last_month"}, "环比增长3%", "up 3% month on month"),
    ({"value": 3, "since": "last_half"}, "环比增长3%", "up 3% half on half"),
]


@pytest.mark.parametrize(("change", "chinese", "english"), CHANGES)
def test_a_change_says_which_way_and_since_when(
    change: dict[str, Any], chinese: str, english: str
) -> None:
    figure = Figure(value=100000000, unit="CNY", change=Change(**change))
    assert both(figure, "change") == (chinese, english)


def test_a_change_that_is_not_typed_is_worked_out_and_rounded_half_up() -> None:
    figure = Figure(value=1045, previous=1000, change=Change(decimals=0))
    assert both(figure, "change") == ("同比增长5%", "up 5% year on year")


def test_a_previous_value_prints_in_the_figures_unit() -> None:
    figure = Figure(value=13522000000, previous=12000000000, unit="CNY", bound="over")
    assert both(figure, "previous") == ("120亿元", "RMB 12 billion")


def test_a_share_names_its_whole() -> None:
    share = Share(value=Decimal("40.0"), of=Pair(zh="全省总额", en="the provincial total"))
    assert both(Figure(value=1, share=share), "share") == (
        "占全省总额的40.0%",
        "40.0% of the provincial total",
    )


def test_a_rank_names_the_field() -> None:
    rank = Rank(value=2, among=Pair(zh="全省", en="in the province"))
    assert both(Figure(value=1, rank=rank), "rank") == ("全省第2位", "second in the province")
    assert both(Figure(value=1, rank=Rank(value=12)), "rank") == ("第12位", "12th")


def test_a_figure_without_an_aspect_says_nothing() -> None:
    assert {both(Figure(value=1), aspect) for aspect in ASPECTS} == {(None, None)}


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [(3, 2, "50.0"), (2, 3, "-33.3"), (-1, -2, "50.0"), (1, 8, "-87.5")],
)
def test_growth_is_measured_against_what_was(now: int, before: int, expected: str) -> None:
    assert growth(Decimal(now), Decimal(before), 1) == Decimal(expected)
