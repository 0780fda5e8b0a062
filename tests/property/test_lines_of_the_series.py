"""The texts of the shipped series, and of strangers, in measures from 60 to 160 mm.

No rule of lines is broken in any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest
from msgspec import Struct

from makebrief.compiling import compile_document
from makebrief.content.load import load_bundle
from makebrief.document.model import Text
from makebrief.layout.breaks import find_breaks
from makebrief.layout.classes import classify
from makebrief.layout.hyphens import SOFT_HYPHEN
from makebrief.layout.marks import PlacedLine
from makebrief.layout.paragraphs import Box, natural_width, set_text
from makebrief.style.model import MM
from makebrief.template.compile import Compiler
from tests.corpus.measure import PARTS, files_of
from tests.corpus.samples import read_samples
from tests.lines import CLOSING, OPENING, right_edge, words_of
from tests.samples import CHECKOUT, context, pair, workshop

MEASURES = (60, 75, 90, 110, 130, 160)
INDENT = 2 * 16
"""The indent of a paragraph, in pt."""

ONE_CHARACTER = re.compile(r"\W*\w?\W*")


@cache
def texts() -> tuple[Text, ...]:
    """Every text of the series once, and every third of the clean pairs of our corpus."""
    bundle = load_bundle(CHECKOUT / "briefs" / "2024-h1")
    document = compile_document(Compiler(bundle, workshop().house), "consolidated", "alternating")
    all_texts = (*texts_in(document), *strangers_texts())
    return tuple({text.plain: text for text in all_texts}.values())


def strangers_texts() -> Iterator[Text]:
    """Texts of pairs that people wrote who knew nothing of line breaking."""
    samples = [each for part in PARTS for each in read_samples(*files_of(part)) if not each.slip]
    for sample in samples[::3]:
        for chinese, english in sample.pairs:
            yield from pair(chinese, english)


def texts_in(value: object) -> Iterator[Text]:
    """The texts in a part of a document."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_in(each)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts_in(getattr(value, name))


def seams(text: Text, lines: tuple[PlacedLine, ...]) -> Iterator[tuple[int, str, str]]:
    """Where each line after the first begins in its text, with the words at both sides."""
    at = 0
    for before, line in pairwise(lines):
        at = text.plain.index(words_of(before).rstrip(SOFT_HYPHEN), at) + len(words_of(before))
        at = text.plain.index(words_of(line)[:1], at - words_of(before).endswith(SOFT_HYPHEN))
        yield at, words_of(before), words_of(line)


@pytest.mark.parametrize("measure", MEASURES)
def test_no_rule_of_lines_is_broken(measure: int) -> None:
    width = measure * MM
    for text in texts():
        lines = set_text(text, Box("body", width), context()).placed
        shown = "".join(words_of(line) for line in lines).replace(SOFT_HYPHEN, "")
        assert shown.replace(" ", "") == text.plain.replace(" ", "")
        legal = find_breaks(text.plain, classify(text.plain, text.language)).legal
        for at, before, after in seams(text, lines):
            if not before.endswith(SOFT_HYPHEN) and at not in legal:
                widest, _ = natural_width((text,), "body", context())
                assert widest > width - INDENT, f"L2, L3, L4: {before}|{after}"
            if text.language == "zh":
                assert after[0] not in CLOSING, "L1"
                assert before[-1] not in OPENING, "L1"
        for line in lines[:-1]:
            assert right_edge(line) <= width + 0.1, "L8"
            if text.language == "zh":
                assert right_edge(line) == pytest.approx(width, abs=0.1), "L8"
        assert right_edge(lines[-1]) <= width + 0.1, "L8"
        assert len(lines) == 1 or not ONE_CHARACTER.fullmatch(words_of(lines[-1])), "L9"


@pytest.mark.parametrize("measure", [120, 140, 160])
def test_l8_justified_english_is_flush(measure: int) -> None:
    width = measure * MM
    for text in texts():
        if text.language == "en":
            lines = set_text(text, Box("body", width, align="justify"), context()).placed
            for line in lines[:-1]:
                assert right_edge(line) == pytest.approx(width, abs=0.1), words_of(line)
