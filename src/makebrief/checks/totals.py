"""Totals that cannot be computed or deny what was typed, and figures that two departments claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from makebrief.checks.names import figure_hints, undefined_figure
from makebrief.checks.parts import FileParts
from makebrief.content.bundle import SERIES
from makebrief.content.figures import figure_words
from makebrief.content.models import Figure, Total
from makebrief.content.source import Path
from makebrief.content.totals import compute_total, is_count, names_of, result_of
from makebrief.errors import Diagnostic, error, warning
from makebrief.messages import say

_KINDS = ("sum", "share", "growth", "ranking")
_NO_WORD = re.compile(r"\W+")


def check_totals(file: FileParts) -> Iterator[Diagnostic]:
    """What is wrong with a file's totals: their kind, their parts, their result."""
    for path, total in file.of(Total):
        if sum(getattr(total, kind) is not None for kind in _KINDS) != 1:
            yield error(say("total-kind"), file.source.key(path), say("hint-total-kind"))
            continue
        found = [*_check_parts(file, path, total)]
        yield from found or _check_result(file, path, total)


def _check_parts(file: FileParts, path: Path, total: Total) -> Iterator[Diagnostic]:
    parts: list[Figure] = []
    for place, name in names_of(total):
        figure, span = file.figures.get(name), file.source.value((*path, *place))
        if figure is None:
            yield error(undefined_figure(name), span, *figure_hints(name, file))
        elif not is_count(figure):
            yield error(say("total-not-a-count", name=name), span)
        else:
            parts.append(figure)
            if figure.unit != parts[0].unit:
                yield error(say("total-units", name=name), span)
    yield from _check_together(file, path, total, parts)


def _check_together(
    file: FileParts, path: Path, total: Total, parts: list[Figure]
) -> Iterator[Diagnostic]:
    """Bounds that cannot be added, and days that clash and were not settled by `as_of`."""
    if total.sum and len({part.bound for part in parts if part.bound}) > 1:
        yield error(say("total-bounds"), file.source.value((*path, "sum")))
    days = sorted({part.as_of.isoformat() for part in parts if part.as_of})
    if len(days) > 1 and not total.growth and total.as_of is None:
        hint = say("hint-total-dates", day=days[-1])
        yield error(say("total-dates", days=", ".join(days)), file.source.key(path), hint)


def _check_result(file: FileParts, path: Path, total: Total) -> Iterator[Diagnostic]:
    made = compute_total(total, file.figures)
    if made is None:
        yield error(say("total-of-nothing"), file.source.key(path))
        return
    if total.share and not 0 <= result_of(total, made) <= 100:
        yield error(say("total-part-over-whole"), file.source.value((*path, "share", "part")))
    if total.value is not None and total.value != result_of(total, made):
        message = say("total-differs", typed=total.value, computed=f"{result_of(total, made):f}")
        yield error(message, file.source.value((*path, "value")), say("hint-total-differs"))


def check_claims(files: tuple[FileParts, ...]) -> Iterator[Diagnostic]:
    """Figures of one label and day that two departments state: an error if their numbers differ.

    What a total adds up or ranks is not one figure: each department states its own.
    """
    claimed: dict[tuple[str, date | None], tuple[FileParts, str, Figure]] = {}
    apart = [{name for _, name in names_of(total)} for file in files for _, total in file.of(Total)]
    for file in files:
        for path, figure in file.of(Figure):
            if file.id == SERIES or figure.label is None:
                continue
            key = (_NO_WORD.sub("", figure.label.zh), figure.as_of)
            other, name, first = claimed.setdefault(key, (file, str(path[-1]), figure))
            names = {f"{other.id}.{name}", f"{file.id}.{path[-1]}"}
            if other.id == file.id or any(names <= each for each in apart):
                continue
            where = other.source.key(("figures", name))
            hint = say("hint-claimed", place=str(where), name=f"{other.id}.{name}")
            differ = figure_words(first, "zh") != figure_words(figure, "zh")
            if differ:
                words = (figure_words(figure, "zh"), figure_words(first, "zh"))
                message = say("claimed-differently", here=words[0], there=words[1])
                yield error(message, file.source.key(path), hint)
            else:
                yield warning(
                    say("claimed-twice", department=other.id), file.source.key(path), hint
                )
