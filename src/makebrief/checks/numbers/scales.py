"""Units that a column of numbers or a chart names once: 万吨 in Chinese, million tonnes in English.

The numbers under them are typed once and print alike in both languages, so that a unit of another
scale makes each of them wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from makebrief.checks.numbers.compare import Cause
from makebrief.checks.numbers.pair import differences_of
from makebrief.checks.numbers.saying import CAUSES
from makebrief.checks.parts import FileParts
from makebrief.content.models import ChartContent, Column, Pair, TableContent, Unit
from makebrief.content.source import Path
from makebrief.errors import Diagnostic, error
from makebrief.messages import say

_OTHER: frozenset[Cause] = frozenset({"scale", "wan", "unit", "currency", "points", "value"})
"""Causes by which a unit is another one in English."""

_IN_BRACKETS_CHINESE = re.compile("[（(](?:单位[：:] ?)?([^（()）0-9]{1,12})[）)]$")
_IN_BRACKETS_ENGLISH = re.compile(r"\((?:[Uu]nits?: ?|in )?([^()]{1,40})\)$")
_ALONE_CHINESE = re.compile("单位[：:] ?([^0-9]{1,12})")
_ALONE_ENGLISH = re.compile(r"[Uu]nits?: ?(.{1,40})")
_ANY = re.compile(r"(.+)", re.DOTALL)
_COUNTED = re.compile(r".*\d|(?:an?|one|ten|hundred)\b", re.IGNORECASE)
"""English units that say themselves how many: RMB 10,000, ten thousand yuan."""


def check_scales(file: FileParts) -> Iterator[Diagnostic]:
    """An error for each unit of numbers that print alike, if it is another one in English."""
    for path, zh, en in _units(file):
        one = en if _COUNTED.match(en) else f"1 {en}"
        compared = differences_of(f"1{zh}", one)
        causes = [say(CAUSES[each.cause]) for each in compared if each.cause in _OTHER]
        if causes:
            yield error(say("unit-differs", zh=zh, en=en), file.source.value(path), *causes)


def _units(file: FileParts) -> Iterator[tuple[Path, str, str]]:
    """The units that stand over numbers typed once: where, and in both languages."""
    for path, table in file.of(TableContent):
        typed = [at for at in range(len(table.columns)) if _has_numbers(table, at)]
        for at in typed:
            yield from _units_of(table.columns[at], (*path, "columns", at))
        if typed:
            yield from _bracketed(table.caption, (*path, "caption"))
    for path, pair in file.of(Pair):
        yield from _named(pair, path, _ALONE_CHINESE.fullmatch, _ALONE_ENGLISH.fullmatch)
    for path, chart in file.of(ChartContent):
        yield from _bracketed(chart.caption, (*path, "caption"))
        if chart.unit:
            yield from _named(chart.unit, (*path, "unit"), _ANY.fullmatch, _ANY.fullmatch)


def _has_numbers(table: TableContent, column: int) -> bool:
    cells = (row[column] for row in table.rows if column < len(row))
    return any(isinstance(cell, int | Decimal) for cell in cells)


def _units_of(column: Column, path: Path) -> Iterator[tuple[Path, str, str]]:
    if isinstance(column.unit, Unit):
        yield (*path, "unit", "en"), column.unit.zh, column.unit.en
    yield from _bracketed(column, path)


def _bracketed(text: Pair | Column, path: Path) -> Iterator[tuple[Path, str, str]]:
    """The unit in brackets at the end of both texts."""
    return _named(text, path, _IN_BRACKETS_CHINESE.search, _IN_BRACKETS_ENGLISH.search)


_Finder = Callable[[str], re.Match[str] | None]


def _named(
    text: Pair | Column, path: Path, chinese: _Finder, english: _Finder
) -> Iterator[tuple[Path, str, str]]:
    """The unit that both texts name, unless their numbers differ and are told as they stand."""
    here = chinese(text.zh)
    there = here and english(text.en or "")
    if here and there and not differences_of(text.zh, text.en or ""):
        yield (*path, "en"), here[1], there[1]
