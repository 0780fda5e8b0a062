"""A character of a text into its place in the YAML that wrote it."""

from __future__ import annotations

import pytest

from makebrief.content.parse import parse_source
from makebrief.content.positions import character_span


@pytest.mark.parametrize(
    ("written", "text", "place"),
    [
        ("a: one 7 two", "one 7 two", (1, 8)),
        ("a: 'it''s 7'", "it's 7", (1, 11)),
        ('a: "\\u4e00 7"', "一 7", (1, 12)),
        ('a: "\\t7"', "\t7", (1, 7)),
        ("a: >-\n  one\n  two 7\n", "one two 7", (3, 7)),
        ("a: |\n  one\n  7\n", "one\n7\n", (3, 3)),
        ("a: one\n  two 7", "one two 7", (2, 7)),
    ],
)
def test_the_place_of_a_character(written: str, text: str, place: tuple[int, int]) -> None:
    source = parse_source(written, "x.yaml")
    span = character_span(source, ("a",), text, text.index("7"))
    assert (span.line, span.column) == place


def test_a_place_beyond_the_text_is_its_beginning() -> None:
    source = parse_source("a: one", "x.yaml")
    assert character_span(source, ("a",), "one", 9) == source.value(("a",))
