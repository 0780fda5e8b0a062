"""A table's content into the Document's table: heads with units, computed totals, merged cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.document.model import TEMPLATE_PATH, Merged, Table
from makebrief.document.walk import iterate
from makebrief.pipeline import open_workshop
from makebrief.resources import templates_folder
from makebrief.template.compile import Compiler
from tests.samples import brief_with, bundle_of

BRIEF = brief_with(
    """
    - table:
        name: counties
        caption: {zh: 各县, en: Counties}
        columns:
          - {zh: 县, en: County}
          - {zh: 产值, en: Output, unit: CNY, group: {zh: 工业, en: Industry}}
          - {zh: 企业, en: Firms, unit: {zh: 家, en: firms}, group: {zh: 工业, en: Industry}}
          - {zh: 增速, en: Growth, unit: percent}
        rows:
          - [{zh: 东阿, en: Dong’e}, "{output}", "{firms}", 5.25]
          - [{zh: 茌平, en: Chiping}, 9030000000, 118, 12.5]
          - [{zh: 合并计算, en: Together}, 1000000000, "^", "—"]
        total: {zh: 合计, en: Total}
        note: {zh: 初步数。, en: Preliminary.}
        source: {zh: 统计局, en: Bureau}
    """,
    "output: {value: 13522000000, unit: CNY}",
)


@pytest.fixture(params=["gongwen", "plain"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Table:
    house = open_workshop(templates_folder() / request.param).house
    document = Compiler(bundle_of(tmp_path, BRIEF), house).department("statistics")
    return next(iterate(document, Table))


def shown(made: Table, column: int) -> list[tuple[str, ...]]:
    return [tuple(text.plain for text in row[column]) for row in made.rows]


def test_the_unit_is_said_in_the_head_and_not_in_the_cells(made: Table) -> None:
    heads = [tuple(text.plain for text in column.head) for column in made.columns]
    assert heads[1:] == [
        ("产值（亿元）", "Output (RMB billion)"),
        ("企业（家）", "Firms (firms)"),
        ("增速（%）", "Growth (%)"),
    ]
    assert shown(made, 1)[:3] == [("135.22", "13.522"), ("90.3", "9.03"), ("10", "1")]


def test_totals_are_computed_where_a_column_adds_up(made: Table) -> None:
    assert made.total
    assert [tuple(text.plain for text in cell) for cell in made.rows[-1]] == [
        ("合计", "Total"),
        ("235.52", "23.552"),
        ("", ""),
        ("", ""),
    ]
    assert all(run.strong for cell in made.rows[-1] for text in cell for run in text.runs)


def test_what_nobody_typed_has_no_home_in_the_content(made: Table) -> None:
    name, output, *_ = made.rows[-1]
    assert name[0].origin.path == "statistics:sections[0].blocks[0].table.total.zh"
    assert output[0].origin.path.startswith(TEMPLATE_PATH)


def test_numbers_of_one_unit_stand_point_under_point(made: Table) -> None:
    assert [column.align for column in made.columns] == ["left", *["decimal"] * 3]


def test_merged_cells_groups_names_notes_and_sources_arrive(made: Table) -> None:
    assert made.merged == (Merged(1, 2, 1, 2),)
    assert [bool(column.group) for column in made.columns] == [False, True, True, False]
    assert made.label.name == "table:statistics.counties"
    assert made.note is not None
    assert made.source is not None
    assert [text.plain for text in made.note] == ["注：初步数。", "Note: Preliminary."]
    assert [text.plain for text in made.source] == ["资料来源：统计局", "Source: Bureau"]


def test_a_figure_in_a_cell_is_known_by_its_name(made: Table) -> None:
    [figure] = [run.figure for run in made.rows[0][1][0].runs if run.figure]
    assert figure == "statistics.output"
