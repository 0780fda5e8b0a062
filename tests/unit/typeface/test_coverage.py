from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.compiling import compile_document
from makebrief.errors import Diagnostic
from makebrief.pipeline import check_document
from makebrief.template.compile import Compiler
from tests.samples import brief_with, bundle_of, first_line, hints_of, workshop


def check(folder: Path, blocks: str, figures: str = "") -> tuple[Diagnostic, ...]:
    bundle = bundle_of(folder, brief_with(blocks, figures))
    compiler = Compiler(bundle, workshop().house)
    made = compile_document(compiler, "statistics", "alternating")
    return check_document(made, bundle, workshop())


def test_a_character_without_a_glyph_is_named_with_its_code_point_and_place(tmp_path: Path) -> None:
    [found] = check(tmp_path, '- text: {zh: "甲乙𬭼\U0001f600丙", en: a}')
    assert first_line(found) == (
        "statistics.yaml:9:24: error: no font has the character “\U0001f600” (U+1F600)"
    )
    assert "faces: in style.yaml" in hints_of(found)[0]


def test_each_character_is_reported_once_a_text(tmp_path: Path) -> None:
    found = check(tmp_path, '- text: {zh: "\U0001f600\U0001f600\U0001f601", en: "\U0001f600"}')
    assert [(each.span and each.span.column, each.message.text("en")[-9:]) for each in found] == [
        (21, "(U+1F600)"),
        (23, "(U+1F601)"),
        (32, "(U+1F600)"),
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        '- table: {caption: {zh: a, en: "\U0001f600"}, columns: [{zh: a, en: b}], rows: [[1]]}',
        '- table: {caption: {zh: a, en: a}, columns: [{zh: "\U0001f600", en: b}], rows: [[1]]}',
        '- table: {caption: {zh: a, en: a}, columns: [{zh: a, en: b}], rows: [["\U0001f600"]]}',
        '- list: [{zh: "**\U0001f600**", en: a}]',
        '- quote: {text: {zh: a, en: "\U0001f600"}}',
        '- qa: [{q: {zh: a, en: "\U0001f600"}, a: {zh: a, en: b}}]',
    ],
)
def test_every_place_is_looked_at(tmp_path: Path, blocks: str) -> None:
    found = check(tmp_path, blocks)
    assert found
    for each in found:
        assert each.span is not None
        line = brief_with(blocks).split("\n")[each.span.line - 1]
        assert line[each.span.column - 1] == "\U0001f600"


def test_a_figures_unit_is_looked_at(tmp_path: Path) -> None:
    found = check(
        tmp_path,
        '- text: {zh: "{odd}", en: a}',
        'odd: {value: 2, unit: {zh: "\U0001f600", en: a}}',
    )
    assert [each.message.key for each in found] == ["glyph-missing"]


def test_characters_beyond_the_bmp_are_covered(tmp_path: Path) -> None:
    assert check(tmp_path, '- text: {zh: "𬭼䶮𫍯", en: "Tai’an — “x” … ½ ² ℃ €"}') == ()
