"""Numbers in columns: where a text is cut so that decimal points stand under each other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from makebrief.document.model import Alignment, Text, Texts

_NUMBER = re.compile(r"(\D{0,14}\d[\d,]*)((?:\.\d+)?)(\D{0,20})")
_TYPED = re.compile(r"[+\-−]?\d[\d,]*(?:\.\d+)?[%％‰]?")
_BLANKS = frozenset(("", "—", "——", "–", "-", "…", "……", "/"))


def split_number(words: str) -> tuple[str, str] | None:
    """A text of one number before and behind where its decimal point stands or would stand.

    Sign, prefix and unit belong to it: `+3` and `.5%`, `RMB 13` and `.522 billion`.
    """
    found = _NUMBER.fullmatch(words.strip())
    return (found[1], found[2] + found[3]) if found else None


def resolve_align(align: str, cells: Iterable[Texts]) -> Alignment:
    """A column's alignment; left to itself, numbers of one unit stand point under point.

    So CY/T 170-2019 asks for figures of one measure; texts, dates and mixed units stand left.
    """
    if align == "decimal":
        return "decimal"
    if align == "center":
        return "center"
    if align == "right":
        return "right"
    if align == "left":
        return "left"
    first = [texts[0] for texts in cells if texts and texts[0].plain.strip() not in _BLANKS]
    units = {_unit(text) for text in first}
    return "decimal" if len(units) == 1 and None not in units else "left"


def _unit(text: Text) -> str | None:
    """What stands behind a text's number; None if it is more than a number with its unit."""
    words = text.plain.strip()
    found = _NUMBER.fullmatch(words)
    figure = all(run.number for run in text.runs if not run.footnote)
    return found[3] if found and (figure or _TYPED.fullmatch(words)) else None
