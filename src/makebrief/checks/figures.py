"""Figures that contradict themselves, each other, or what was worked out from them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from makebrief.checks.parts import FileParts
from makebrief.content.aspects import computed_change
from makebrief.content.models import Change, Figure, Period, Unit
from makebrief.content.source import Path
from makebrief.errors import Diagnostic, error, warning
from makebrief.messages import say

_WHOLE = 100


def check_figures(file: FileParts) -> Iterator[Diagnostic]:
    """What is wrong with the figures of a file, each taken alone."""
    for path, figure in file.of(Figure):
        yield from _check_value(file, path, figure)
        yield from _check_order(file, path, figure)
        if figure.change:
            yield from _check_change(file, path, figure, figure.change)
        if figure.share and not 0 <= figure.share.value <= _WHOLE:
            yield error(say("share-range"), file.source.value((*path, "share", "value")))


def check_periods(file: FileParts) -> Iterator[Diagnostic]:
    """Periods that name more than one part of a year."""
    for path, period in file.of(Period):
        parts = (period.half, period.quarter, period.quarters, period.months)
        if sum(part is not None for part in parts) > 1:
            yield error(say("period-parts"), file.source.value(path), say("hint-period"))


def _check_value(file: FileParts, path: Path, figure: Figure) -> Iterator[Diagnostic]:
    stated = [each for each in (figure.value, figure.day, figure.period) if each is not None]
    if len(stated) != 1:
        yield error(say("figure-value", name=path[-1]), file.source.key(path))
    elif figure.day is not None and not _is_day(figure.day):
        yield error(say("date-invalid", value=figure.day), file.source.value((*path, "day")))
    elif figure.form != "count" and (not isinstance(figure.value, int) or figure.value < 1):
        yield error(say("figure-order", name=path[-1]), file.source.value((*path, "value")))


def is_sound(figure: Figure) -> bool:
    """Whether a figure states one thing that can be said in words."""
    stated = [each for each in (figure.value, figure.day, figure.period) if each is not None]
    return len(stated) == 1 and (figure.day is None or _is_day(figure.day))


def _check_order(file: FileParts, path: Path, figure: Figure) -> Iterator[Diagnostic]:
    uncounted = figure.form != "count" or figure.value is None or figure.unit == "year"
    if figure.bound and uncounted:
        yield error(say("figure-bound", name=path[-1]), file.source.value((*path, "bound")))
    if figure.to is not None and figure.value is not None and figure.to <= figure.value:
        yield error(say("figure-range", name=path[-1]), file.source.value((*path, "to")))
    if _lacks_singular(figure):
        yield error(say("figure-one", name=path[-1]), file.source.key(path), say("hint-one"))


def _lacks_singular(figure: Figure) -> bool:
    unit = figure.unit
    counted = isinstance(unit, Unit) and unit.en != "" and unit.one is None
    return counted and figure.value == 1 and figure.form == "count" and figure.to is None


def _is_day(day: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(day + "-01-01"[: len("2024-01-01") - len(day)])
    except ValueError:
        return False
    return True


def _check_change(
    file: FileParts, path: Path, figure: Figure, change: Change
) -> Iterator[Diagnostic]:
    """A change that cannot be known, that the values deny, or that is in the wrong per cent."""
    made = computed_change(figure, change)
    place = (*path, "change")
    if change.value is None:
        if made is None:
            yield error(say("change-unknown"), file.source.key(place), say("hint-change"))
        return
    span = file.source.value((*place, "value"))
    if made is not None and made != change.value:
        hints = [say("hint-change-unit")] if _fits_another_unit(figure, change) else []
        yield error(say("change-differs", typed=change.value, computed=f"{made:f}"), span, *hints)
    elif made is None and figure.unit == "percent" and change.unit == "percent":
        yield warning(say("change-of-percent"), span, say("hint-change-unit"))


def _fits_another_unit(figure: Figure, change: Change) -> bool:
    other = "percentage_points" if change.unit == "percent" else "percent"
    made = computed_change(figure, replace(change, unit=other))
    return made is not None and made == Decimal(change.value or 0)
