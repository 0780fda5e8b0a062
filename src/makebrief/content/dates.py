"""Days, months and periods into the words of each language (rules P9, E4)."""

from __future__ import annotations

from datetime import date

from makebrief.content.models import Pair, Period
from makebrief.messages import Language

MONTHS = (
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
MONTH = "|".join(MONTHS)
"""A pattern of any of them."""
SHORT_MONTHS = ("Sept", *(month[:3] for month in MONTHS if month != month[:3]))
"""How the longer ones are shortened."""
_QUARTERS = (("一", "first"), ("二", "second"), ("三", "third"), ("四", "fourth"))
_COUNTS = {2: "two", 3: "three"}
_HALVES = (("上", "first"), ("下", "second"))
_SMALL_WORDS = frozenset({"the", "of", "to"})


def date_words(day: str, language: Language) -> str:
    """A day, month or year, `2024-07-23`: 2024年7月23日, 23 July 2024."""
    parts = [int(part) for part in day.split("-")]
    if language == "zh":
        return "".join(f"{part}{name}" for part, name in zip(parts, "年月日", strict=False))
    names = [str(parts[0])]
    if len(parts) > 1:
        names.insert(0, MONTHS[parts[1] - 1])
    if len(parts) > 2:
        names.insert(0, str(parts[2]))
    return " ".join(names)


def day_words(day: date) -> Pair:
    """A day in both languages."""
    return Pair(zh=date_words(day.isoformat(), "zh"), en=date_words(day.isoformat(), "en"))


def period_words(period: Period) -> Pair:
    """`2024年上半年` and `the first half of 2024`; a quarter, first months or year likewise."""
    year = period.year
    if period.half:
        chinese, english = _HALVES[period.half - 1]
        return Pair(zh=f"{year}年{chinese}半年", en=f"the {english} half of {year}")
    if period.quarter:
        chinese, english = _QUARTERS[period.quarter - 1]
        return Pair(zh=f"{year}年{chinese}季度", en=f"the {english} quarter of {year}")
    if period.quarters:
        chinese, english = _QUARTERS[period.quarters - 1][0], _COUNTS[period.quarters]
        if period.quarters == 2:
            chinese = "两"
        return Pair(zh=f"{year}年前{chinese}季度", en=f"the first {english} quarters of {year}")
    if period.months:
        last = MONTHS[period.months - 1]
        return Pair(zh=f"{year}年1—{period.months}月", en=f"January to {last} {year}")
    return Pair(zh=f"{year}年", en=f"{year}")


def in_title_case(pair: Pair) -> Pair:
    """A period as an English title prints it: `the First Half of 2024` (E6)."""
    words = (pair.en or "").split(" ")
    return Pair(
        zh=pair.zh,
        en=" ".join(word if word in _SMALL_WORDS else word.capitalize() for word in words),
    )
