"""What a table's cells, units, totals and references must agree on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from makebrief.checks.parts import FileParts
from makebrief.content.bundle import SERIES
from makebrief.content.cells import merge_cells
from makebrief.content.column_totals import cell_number, column_sums, plain_value, same_unit
from makebrief.content.inline import BlockReference, MarkupError, full_target, parse_inline
from makebrief.content.models import ChartContent, Column, Figure, Image, Pair, TableContent
from makebrief.content.source import Path, closest
from makebrief.errors import Diagnostic, error
from makebrief.messages import Message, say


def check_tables(files: tuple[FileParts, ...]) -> Iterator[Diagnostic]:
    """Merged cells, units, totals and names of tables and figures that do not hold together."""
    targets: dict[str, None] = {}
    for file in files:
        yield from _collect_names(file, targets)
    for file in files:
        for path, table in file.of(TableContent):
            if all(len(row) == len(table.columns) for row in table.rows):
                yield from _check_merging(file, path, table)
                yield from _check_units(file, path, table)
                yield from _check_total(file, path, table)
        yield from _check_references(file, targets)


def _collect_names(file: FileParts, targets: dict[str, None]) -> Iterator[Diagnostic]:
    blocks = [
        *(("table", path, block.name) for path, block in file.of(TableContent)),
        *(("figure", path, block.name) for path, block in file.of(ChartContent)),
        *(("figure", path, block.name) for path, block in file.of(Image)),
    ]
    for kind, path, name in blocks:
        if name is None:
            continue
        target = f"{kind}:{file.id}.{name}"
        if target in targets:
            yield error(say("block-name-twice", name=name), file.source.value((*path, "name")))
        targets[target] = None


def _check_merging(file: FileParts, path: Path, table: TableContent) -> Iterator[Diagnostic]:
    messages = {"merge-outside": say("merge-outside"), "merge-ragged": say("merge-ragged")}
    for (row, column), key in merge_cells(table.rows).wrong:
        span = file.source.value((*path, "rows", row, column))
        yield error(messages[key], span, say("hint-merge"))


def _check_units(file: FileParts, path: Path, table: TableContent) -> Iterator[Diagnostic]:
    for at, column in enumerate(table.columns):
        if column.scale is not None and column.unit is None:
            yield error(say("column-scale"), file.source.value((*path, "columns", at, "scale")))
        if column.unit is not None:
            yield from _check_cells_of(file, path, table, at)


def _check_cells_of(
    file: FileParts, path: Path, table: TableContent, at: int
) -> Iterator[Diagnostic]:
    column: Column = table.columns[at]
    for row, cells in enumerate(table.rows):
        number = cell_number(cells[at], file.find)
        if isinstance(number, Figure) and not same_unit(number.unit, column.unit):
            name = str(cells[at])[1:-1].strip()
            span = file.source.value((*path, "rows", row, at))
            yield error(say("column-unit", name=name), span, say("hint-column-unit"))


def _check_total(file: FileParts, path: Path, table: TableContent) -> Iterator[Diagnostic]:
    """A last row that says it is a total, column by column against the sum of those above it."""
    if table.total is None:
        return
    if isinstance(table.total, Pair):
        if len(table.columns) < 2:
            yield error(say("total-single"), file.source.value((*path, "total")))
        return
    last = len(table.rows) - 1
    for at, total in enumerate(column_sums(table, file.find)):
        written = plain_value(cell_number(table.rows[last][at], file.find))
        if total is not None and written is not None and written != total.value:
            message = say("total-row", written=_shown(written), computed=_shown(total.value))
            span = file.source.value((*path, "rows", last, at))
            yield error(message, span, say("hint-total-row"))


def _shown(value: Decimal) -> str:
    return f"{value:f}"


def _check_references(file: FileParts, targets: dict[str, None]) -> Iterator[Diagnostic]:
    """References to what no table or figure of the document is called.

    A department's file knows its own; the series' file knows all that the report prints.
    """
    mine = partial(_is_known, file.id)
    for path, text in file.texts():
        for reference in _references(text):
            target = full_target(reference, file.id)
            if target in targets and mine(target):
                continue
            written = f"{reference.kind}:{reference.name}"
            span = file.source.within(path, "{" + written)
            message = say("reference-unknown", target=written)
            yield error(message, span, _hint(written, file.id, [*filter(mine, targets)]))


def _is_known(file: str, target: str) -> bool:
    return file == SERIES or target.partition(":")[2].startswith(f"{file}.")


def _hint(written: str, file: str, targets: list[str]) -> Message:
    near = closest(written, [target.replace(f":{file}.", ":") for target in targets])
    if near:
        return say("hint-did-you-mean", name=near)
    return say("hint-name-block", kind=written.partition(":")[0])


def _references(text: str) -> list[BlockReference]:
    if "{table:" not in text and "{figure:" not in text:
        return []
    try:
        return [piece for piece in parse_inline(text) if isinstance(piece, BlockReference)]
    except MarkupError:
        return []
