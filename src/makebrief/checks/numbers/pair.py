"""Two texts of a pair into what their numbers do not share."""

from __future__ import annotations

from makebrief.checks.numbers.chinese import read_chinese
from makebrief.checks.numbers.compare import Context, Difference, compare_numbers
from makebrief.checks.numbers.english import read_english
from makebrief.checks.numbers.texts import PrintedText, closed_up


def differences_of(chinese: str, english: str, year: int | None = None) -> tuple[Difference, ...]:
    """What the numbers of two plain texts do not share; `year` is the year reported on."""
    zh = closed_up(PrintedText(chinese)).text
    return compare_numbers(read_chinese(zh), read_english(english), Context(zh, english, year))
