"""Times that are said in several units, from the larger to the smaller: 2分30秒."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec.structs import replace

from makebrief.checks.numbers.reading import EXACTLY, Number
from makebrief.checks.numbers.units import UNITS

_BETWEEN_UNITS = re.compile(r"[零又]?|,? (?:and )?")


def is_time(number: Number) -> bool:
    """Whether a number is a length of time in seconds, minutes, hours, days or weeks."""
    unit = UNITS.get(number.unit) if number.kind == "quantity" else None
    return unit is not None and unit.dimension == "seconds"


def in_seconds(number: Number) -> Fraction:
    """How long a time is, in seconds."""
    return number.value * UNITS[number.unit].size


def times_in_units(numbers: Iterable[Number], text: str) -> Iterator[list[Number]]:
    """The numbers of each time that is said in several units."""
    run: list[Number] = []
    for each in numbers:
        smaller = bool(run) and is_time(each) and UNITS[each.unit].size < UNITS[run[-1].unit].size
        if smaller and _BETWEEN_UNITS.fullmatch(text, run[-1].end, each.start):
            run.append(each)
            continue
        if len(run) > 1:
            yield run
        run = [each] if is_time(each) else []
    if len(run) > 1:
        yield run


def bounded_together(numbers: Sequence[Number], text: str) -> Iterator[Number]:
    """Numbers of which those of one time have the bound of all: 2小时28分以内."""
    bounds = {
        each.start: frozenset().union(*(one.bounds for one in run)) or EXACTLY
        for run in times_in_units(numbers, text)
        for each in run
    }
    for each in numbers:
        yield replace(each, bounds=bounds[each.start]) if each.start in bounds else each
