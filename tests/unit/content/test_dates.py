"""What each language makes of a day, a month and a part of a year (rules P9, E4)."""

from __future__ import annotations

import pytest

from makebrief.content.dates import date_words, in_title_case, period_words
from makebrief.content.figures import figure_words
from makebrief.content.models import Figure, Period


@pytest.mark.parametrize(
    ("day", "chinese", "english"),
    [
        ("2024-07-03", "2024年7月3日", "3 July 2024"),
        ("2024-12", "2024年12月", "December 2024"),
        ("2024", "2024年", "2024"),
    ],
)
def test_a_day_has_no_leading_zero(day: str, chinese: str, english: str) -> None:
    assert (date_words(day, "zh"), date_words(day, "en")) == (chinese, english)


PERIODS = [
    (Period(year=2024, half=1), "2024年上半年", "the First Half of 2024"),
    (Period(year=2024, half=2), "2024年下半年", "the Second Half of 2024"),
    (Period(year=2023, quarter=3), "2023年三季度", "the Third Quarter of 2023"),
    (Period(year=2023, quarters=3), "2023年前三季度", "the First Three Quarters of 2023"),
    (Period(year=2023, quarters=2), "2023年前两季度", "the First Two Quarters of 2023"),
    (Period(year=2023, months=8), "2023年1—8月", "January to August 2023"),
    (Period(year=2023), "2023年", "2023"),
]


@pytest.mark.parametrize(("period", "chinese", "title"), PERIODS)
def test_a_period_reads_as_a_phrase_and_as_a_title(
    period: Period, chinese: str, title: str
) -> None:
    words = period_words(period)
    assert (words.zh, in_title_case(words).en) == (chinese, title)
    assert (words.en or "").lower() == title.lower()


def test_a_figure_may_be_a_period() -> None:
    figure = Figure(period=Period(year=2024, half=1))
    assert figure_words(figure, "zh") == "2024年上半年"
    assert figure_words(figure, "en") == "the first half of 2024"
