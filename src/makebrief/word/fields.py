"""Word's fields: an instruction, and the result that is shown until somebody updates it."""

from __future__ import annotations

from collections.abc import Iterable

from makebrief.word.xml import Element, word, words


def enclose_in_field(instruction: str, result: Iterable[Element]) -> list[Element]:
    """Runs as the result of a field."""
    return [*field_begin(instruction), *result, field_character("end")]


def field_begin(instruction: str) -> list[Element]:
    """What opens a field, up to its result."""
    return [
        field_character("begin"),
        word("r", words("instrText", f" {instruction} ")),
        field_character("separate"),
    ]


def field_character(kind: str) -> Element:
    """One of the three marks that a field consists of."""
    return word("r", word("fldChar", fldCharType=kind))
