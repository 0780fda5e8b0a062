"""Word's fields: an instruction, and the result that is shown until somebody updates it."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from makebrief.word.xml import Element, qualified, word, words


def enclose_in_field(instruction: str, result: Iterable[Element]) -> list[Element]:
    """Runs as the result of a field, whose own runs look as the first of them.

    Who updates a field gives the new result the look of its instruction.
    """
    runs = list(result)
    look = next((run.find(qualified("w:rPr")) for run in runs if run.tag == qualified("w:r")), None)
    return [*field_begin(instruction, look), *runs, field_character("end", look)]


def field_begin(instruction: str, look: Element | None = None) -> list[Element]:
    """What opens a field, up to its result."""
    return [
        field_character("begin", look),
        word("r", deepcopy(look), words("instrText", f" {instruction} ")),
        field_character("separate", look),
    ]


def field_character(kind: str, look: Element | None = None) -> Element:
    """One of the three marks that a field consists of."""
    return word("r", deepcopy(look), word("fldChar", fldCharType=kind))
