"""Regular expressions kept as Python has put them together, which takes a fifth of a short run.

Python keeps what it compiles of a module, and nothing of an expression. Where its engine is not as
we know it, or nothing is kept that fits, each expression is put together as ever.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from makebrief.keeping import read_kept, write_kept

try:
    _compiler: Any = import_module("re._compiler")
    _parser: Any = import_module("re._parser")
    _sre: Any = import_module("_sre")
    _ENGINE: tuple[object, ...] | None = (sys.version, _sre.MAGIC, _sre.CODESIZE)
except (ImportError, AttributeError):
    _ENGINE = None

_Key = tuple[str | bytes, int]
_Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, the number of groups, their numbers by name, their names by number."""

_FEW, _MOST = 8, 3000
"""How many new ones are not worth a file; how many are kept, more being those of old versions.

ReportLab makes one of a set, whose order is another in every run.
"""

_LONG = 4000
"""The code, in bytes, of an expression that is worth a file alone: one of a thousand words."""


@contextmanager
def kept_expressions(file: Path | None) -> Iterator[None]:
    """While it lasts, expressions are taken from a file, which gets those that it lacks.

    The file must lie where only the user writes; without one, nothing is kept.
    """
    if _ENGINE is None or file is None:
        yield
        return
    kept: dict[_Key, _Program] = read_kept(file, _ENGINE.__eq__) or {}
    shelf = _Shelf(kept, _compiler.compile)
    _compiler.compile = shelf.compile
    try:
        yield
    finally:
        _compiler.compile = shelf.put_together
        if len(shelf.new) > _FEW or any(len(each[1]) > _LONG for each in shelf.new.values()):
            write_kept(file, _ENGINE, {**kept, **shelf.new} if len(kept) < _MOST else shelf.new)


class _Shelf:
    """Programs of the engine, by expression and flags, and those that were not there."""

    def __init__(
        self, kept: dict[_Key, _Program], put_together: Callable[..., re.Pattern[Any]]
    ) -> None:
        self.kept = kept
        self.put_together = put_together
        self.new: dict[_Key, _Program] = {}

    def compile(self, expression: Any, flags: int = 0) -> re.Pattern[Any]:
        """Stands where Python puts an expression together."""
        if isinstance(expression, str | bytes):
            key = expression, int(flags)
            with suppress(Exception):  # what is private to Python may change
                if program := self.kept.get(key):
                    return _ready(expression, program)
                self.new[key] = _program(*key)
        return self.put_together(expression, flags)


def _ready(expression: str | bytes, program: _Program) -> re.Pattern[Any]:
    flags, code, groups, numbers, names = program
    made: re.Pattern[Any] = _sre.compile(
        expression, flags, memoryview(code).cast("I").tolist(), groups, numbers, names
    )
    return made


def _program(expression: str | bytes, flags: int) -> _Program:
    from array import array

    parsed = _parser.parse(expression, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return int(flags | state.flags), code, state.groups - 1, dict(state.groupdict), tuple(names)
