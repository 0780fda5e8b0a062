"""Jinja's sandbox with an end: templates read no files, run no code, never loop for ever nor swell.

Jinja keeps a template from Python; this keeps it from time and memory. Loops and calls are
counted, and what grows a text or a number is measured before or after it happens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

MOST_STEPS = 2_000_000
"""Turns of loops and calls in one document: hundreds of times what a long report takes."""

LARGEST = 20_000_000
"""Characters of the longest text, and items of the longest list."""

_HIGHEST_POWER = 1_000
_COUNTED, _MEASURED = "counted", "measured"
_PADDING = frozenset({"center", "expandtabs", "ljust", "rjust", "zfill"})
_UNNEEDED_FILTERS = ("center", "format", "indent", "random")


class _Bounds(NodeTransformer):
    """Has the turns of loops counted, and the texts that `~` joins measured."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - Jinja calls it so
        self.generic_visit(node)
        node.iter = _filtered(node.iter, _COUNTED)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        self.generic_visit(node)
        return _filtered(node, _MEASURED)


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(
        node, name, [], [], None, None, lineno=node.lineno, environment=node.environment
    )


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """An environment for one template at a time; `restart` it before each."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.steps = 0
        self.globals.pop("lipsum")
        for name in _UNNEEDED_FILTERS:
            self.filters.pop(name)
        self.filters[_COUNTED] = self._counted
        self.filters[_MEASURED] = _measured

    def _generate(self, source: nodes.Template, *args: Any, **options: Any) -> str:
        """Jinja's own place for changing a parsed template before it is compiled."""
        return super()._generate(_Bounds().visit(source), *args, **options)

    def restart(self) -> None:
        """Begins to count anew."""
        self.steps = 0

    def _counted(self, items: Iterable[Any]) -> Iterable[Any]:
        """The items of a loop, counted at once where their number is known."""
        if isinstance(items, tuple | list | dict | range):
            self._step(len(items))
            return items
        return self._each_counted(items)

    def _each_counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self._step(1)
            yield item

    def _step(self, number: int) -> None:
        self.steps += number
        if self.steps > MOST_STEPS:
            raise SecurityError(f"more than {MOST_STEPS:,} turns of loops and calls")

    def call(__self, __context: Context, __obj: Any, *args: Any, **named: Any) -> Any:  # noqa: N805
        """Calls a macro, a function or a method, and counts it."""
        __self._step(1)
        return super().call(__context, __obj, *args, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckons with what cannot swell beyond measure."""
        if operator == "*":
            _measure(_size(left) * abs(right) if isinstance(right, int) else 0)
            _measure(_size(right) * abs(left) if isinstance(left, int) else 0)
        elif operator == "**" and not (_is_small(left) and _is_small(right)):
            raise SecurityError("a power of large numbers")
        elif operator == "%" and isinstance(left, str):
            raise SecurityError("a text filled in by %")
        return _measured(super().call_binop(context, operator, left, right))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Keeps from what would pad a text to any width, besides what Jinja keeps from."""
        padding = isinstance(obj, str) and attr in _PADDING
        return not padding and super().is_safe_attribute(obj, attr, value)


def _measured(value: Any) -> Any:
    _measure(_size(value))
    return value


def _measure(size: int) -> None:
    if size > LARGEST:
        raise SecurityError(f"a text or list of more than {LARGEST:,} characters or items")


def _size(value: Any) -> int:
    if isinstance(value, str | list | tuple):
        return len(value)
    return value.bit_length() // 4 if isinstance(value, int) else 0


def _is_small(value: Any) -> bool:
    return isinstance(value, int | float) and abs(value) <= _HIGHEST_POWER
