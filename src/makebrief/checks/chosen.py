"""Places that a user names on the command line, as findings print them: which texts they mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from msgspec import Struct

from makebrief.checks.parts import FileParts
from makebrief.content.bundle import read_path
from makebrief.content.source import Path
from makebrief.errors import Diagnostic

_LINE = re.compile(r"(?P<file>[^:]+)(?::(?P<line>[0-9]+)(?::[0-9]+)?)?:?")


class Chosen(Struct, frozen=True):
    """A department, or a line or content path in it."""

    file: str
    line: int | None = None
    path: Path | None = None

    def holds(self, file: FileParts, path: Path) -> bool:
        """Whether a text belongs to the place; the empty path stands for the whole file."""
        if file.id != self.file:
            return False
        if self.path is not None:
            return path[: len(self.path)] == self.path
        if self.line is None:
            return True
        places = [file.source.places[each] for each in ((*path, "zh"), (*path, "en")) if path]
        lines = [
            (file.source.at(each.key).line, file.source.at(max(each.end - 1, each.start)).line)
            for each in places
        ]
        return any(first <= self.line <= last for first, last in lines)


def read_chosen(place: str) -> Chosen:
    """`market-regulation`, `briefs/x/market-regulation.yaml:23:7`, `market-regulation:title`."""
    found = _LINE.fullmatch(place)
    if found:
        line = int(found["line"]) if found["line"] else None
        return Chosen(_department(found["file"]), line)
    file, _, path = place.partition(":")
    return Chosen(_department(file), None, read_path(path.removesuffix(".zh").removesuffix(".en")))


def _department(file: str) -> str:
    return PurePath(file.replace("\\", "/")).name.removesuffix(".yaml")


Choice = Callable[[FileParts, Path], bool]


def choose(places: tuple[Chosen, ...]) -> Choice:
    """Whether a text belongs to one of some places; every text does if there are none."""

    def is_chosen(file: FileParts, path: Path) -> bool:
        return not places or any(each.holds(file, path) for each in places)

    return is_chosen


def found_at(
    places: tuple[Chosen, ...], files: tuple[FileParts, ...], found: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """The findings in some places, and those that have none; all if no place is named."""
    if not places:
        return found
    names = {file.source.file: file for file in files}
    return tuple(
        each
        for each in found
        if each.span is None
        or (file := names.get(each.span.file)) is None
        or any(_meets(place, file, each.span.line) for place in places)
    )


def _meets(place: Chosen, file: FileParts, line: int) -> bool:
    if place.file != file.id:
        return False
    if place.path is not None:
        area = file.source.places.get(place.path)
        if area is None:
            return False
        return file.source.at(area.key).line <= line <= file.source.at(area.end).line
    return place.line is None or place.line == line
