"""Patterns of numbers, labels and sums of money, refused if they name what is not there."""

from __future__ import annotations

from makebrief.content.wording import ContentError
from makebrief.messages import say


def check_number_pattern(pattern: str) -> str:
    """A heading's number: it may name `{han}` and `{n}`."""
    return _naming(pattern, {"han", "n"})


def check_money_pattern(pattern: str) -> str:
    """A sum of money: it names `{amount}`."""
    if "{amount}" not in pattern:
        raise ContentError(say("pattern-fields", names="{amount}"))
    return _naming(pattern, {"amount"})


def check_label_pattern(pattern: str) -> str:
    """The number of a table or figure: it names `{n}` once."""
    if pattern.count("{n}") != 1:
        raise ContentError(say("pattern-fields", names="{n}"))
    return _naming(pattern, {"n"})


def check_continued_pattern(pattern: str) -> str:
    """What stands over a table that goes on: it may name `{label}`."""
    return _naming(pattern, {"label"})


def _naming(pattern: str, names: set[str]) -> str:
    """A pattern that names nothing but the given fields."""
    try:
        pattern.format(**dict.fromkeys(names, ""))
    except (KeyError, IndexError, ValueError, AttributeError) as failure:
        shown = ", ".join(f"{{{name}}}" for name in sorted(names))
        raise ContentError(say("pattern-fields", names=shown)) from failure
    return pattern
