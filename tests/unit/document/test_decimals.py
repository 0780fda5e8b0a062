from __future__ import annotations

import pytest

from makebrief.document.decimals import resolve_align, split_number
from makebrief.document.model import Run
from tests.samples import text


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("5.25", ("5", ".25")),
        ("+3", ("+3", "")),
        ("13,522", ("13,522", "")),
        ("RMB 13.522 billion", ("RMB 13", ".522 billion")),
        ("超135.22亿元", ("超135", ".22亿元")),
        ("2024年6月30日", None),
        ("—", None),
        ("1.2.3", None),
    ],
)
def test_a_number_is_cut_at_its_point(words: str, wanted: tuple[str, str] | None) -> None:
    assert split_number(words) == wanted


def aligned(*cells: str | Run) -> str:
    return resolve_align("auto", [(text(cell),) for cell in cells])


def test_numbers_of_one_unit_stand_point_under_point() -> None:
    assert aligned("5.25", "-3", "—", "12.5") == "decimal"
    assert aligned(Run("62家", number=True), Run("8家", number=True)) == "decimal"


@pytest.mark.parametrize("cells", [("62", "无"), ("5%", "3"), ("2024年6月",), ("—", ""), ()])
def test_texts_dates_and_mixed_units_stand_left(cells: tuple[str, ...]) -> None:
    assert aligned(*cells) == "left"


def test_words_with_a_number_are_no_number() -> None:
    assert aligned("共62家") == "left"


@pytest.mark.parametrize("align", ["left", "center", "right", "decimal"])
def test_the_authors_alignment_holds(align: str) -> None:
    assert resolve_align(align, [(text("5.25"),)]) == align
