"""Column widths: from what the contents need, giving way step by step, never cutting a word."""

from __future__ import annotations

import calendar
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from makebrief.document.model import Alignment, Column, Merged, Table, Texts
from makebrief.layout.columns import TablePlan, column_groups, plan_table, turned_context
from makebrief.layout.context import Context
from makebrief.layout.lines import content_end, natural_width
from makebrief.layout.marks import PlacedLine
from makebrief.layout.rows import Setter
from makebrief.layout.shape import shape_text
from tests.lines import words_of
from tests.samples import context, pair, text

MEASURE = context().page.measure


def table(*rows: list[Texts], align: Alignment = "left", heads: list[Texts] | None = None) -> Table:
    heads = heads or [pair("列") for _ in rows[0]]
    columns = tuple(Column(head, align) for head in heads)
    return Table(pair("表题", "Title"), columns, tuple(tuple(row) for row in rows))


def lines_of(made: Table, plan: TablePlan, around: Context | None = None) -> list[PlacedLine]:
    setter = Setter(made, plan, around or context())
    strips = [setter.head(), *setter.body()]
    return [mark for each in strips for mark in each.marks if isinstance(mark, PlacedLine)]


def english(words: str) -> Texts:
    return (text(words, language="en"),)


MONTHS = [*(f"{month}" for month in calendar.month_name[1:12]), "Total"]


def test_twelve_columns_keep_every_word_whole() -> None:
    numbers = ["1,234.5", "234.5", "34.25", "4,000", "12", "1.5"] * 2
    made = table(
        [english(each) for each in numbers],
        [english(each) for each in reversed(numbers)],
        heads=[english(each) for each in MONTHS],
    )
    plan = plan_table(made, context())
    assert not plan.turned
    assert sum(plan.widths) == pytest.approx(MEASURE)
    shown = [words_of(line) for line in lines_of(made, plan)]
    assert shown[:12] == MONTHS
    assert sorted(shown[12:]) == sorted(numbers * 2)


def test_a_date_is_not_broken_while_longer_texts_can_be() -> None:
    long = pair("沿黄地区一体化推动工作会议签约项目数量合计以及其他各项重点工作的进展情况" * 2)
    made = table([long, long, pair("2024年6月30日"), pair("135.22亿元")])
    shown = [words_of(line) for line in lines_of(made, plan_table(made, context()))]
    assert {"2024年6月30日", "135.22亿元"} <= set(shown)


def test_what_gives_way_first_is_the_padding_then_the_type() -> None:
    def plan_of(count: int) -> TablePlan:
        return plan_table(table([english("Investment") for _ in range(count)]), context())

    plans = [plan_of(count) for count in range(2, 13)]
    limits = context().style.tables
    assert (plans[0].padding, plans[0].scale) == (limits.padding, 1.0)
    upright = [plan for plan in plans if not plan.turned]
    assert len(plans) > len(upright) > 5
    for before, after in pairwise(upright):
        assert after.padding <= before.padding
        assert after.scale <= before.scale
    assert all(limits.least_padding <= plan.padding for plan in plans)
    assert all(limits.least_scale - 1e-9 <= plan.scale <= 1 for plan in plans)


def test_a_table_that_fits_upright_in_no_way_is_turned_if_the_style_allows() -> None:
    made = table([english("Incomprehensibilities") for _ in range(7)])
    plan = plan_table(made, context())
    assert plan.turned
    assert sum(plan.widths) == pytest.approx(turned_context(context()).page.measure)
    style = context().style
    upright = replace(style, tables=replace(style.tables, turns=False))
    kept = plan_table(made, replace(context(), style=upright))
    assert not kept.turned
    divided = [words_of(line) for line in lines_of(made, kept)]
    assert any(words.endswith(("-", "\xad")) for words in divided)


def test_a_landscape_table_is_turned_although_it_would_fit() -> None:
    made = replace(table([pair("甲"), pair("乙")]), landscape=True)
    assert plan_table(made, context()).turned


def test_columns_of_numbers_are_alike_where_there_is_room() -> None:
    columns = (Column(pair("名"), "left"), *(Column(pair("数"), "decimal") for _ in range(3)))
    made = Table(pair("表"), columns, ((pair("甲"), pair("1"), pair("22.5"), pair("13522")),))
    widths = plan_table(made, context()).widths
    assert widths[1] == pytest.approx(widths[2]) == pytest.approx(widths[3])


def test_a_merged_cell_widens_the_columns_below_it() -> None:
    made = table([pair("一二三四五六七八九十" * 3), ()], [pair("甲"), pair("乙")])
    merged = replace(made, merged=(Merged(0, 0, 2, 1),))
    shown = [words_of(line) for line in lines_of(merged, plan_table(merged, context()))]
    assert "一二三四五六七八九十" * 3 in shown


def test_a_joint_heading_stands_over_its_columns() -> None:
    group = pair("规模以上工业")
    columns = (
        Column(pair("县"), "left"),
        Column(pair("产值"), "left", group=group),
        Column(pair("企业"), "left", group=group),
        Column(pair("增速"), "left", group=pair("其他")),
    )
    made = Table(pair("表"), columns, (tuple(pair("甲") for _ in columns),))
    assert [(first, count) for first, count, _ in column_groups(made)] == [(1, 2), (3, 1)]
    plan = plan_table(made, context())
    [over] = [line for line in lines_of(made, plan) if words_of(line) == "规模以上工业"]
    middle = over.x + over.width / 2
    assert middle == pytest.approx(plan.left(1) + plan.width(1, 2) / 2, abs=0.6)


def test_decimal_points_stand_under_each_other() -> None:
    made = table(
        *([pair(each)] for each in ("5.25", "+13,522", "RMB 8.5", "−3", "无")), align="decimal"
    )
    plan = plan_table(made, context())
    axis = plan.axis_place(0)
    assert axis is not None
    found = {words_of(line): line for line in lines_of(made, plan)}
    for words, before in {"5.25": "5", "+13,522": "+13,522", "RMB 8.5": "RMB 8"}.items():
        style = context().text_style("table-cell", text(words))
        shaped = shape_text(text(words), style, context().faces)
        end = natural_width(shaped, 0, content_end(shaped, 0, len(before)))
        assert found[words].x + end == pytest.approx(axis, abs=0.1), words
    none = found["无"]
    assert none.x + none.width / 2 == pytest.approx(MEASURE / 2, abs=0.6)


WORDS = st.text("abcdefghij", min_size=1, max_size=12)
CELLS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=4).map(lambda words: english(" ".join(words))),
    st.text("聊城市东昌府区", min_size=1, max_size=12).map(pair),
    st.decimals("-99999", "99999", places=2).map(lambda number: english(f"{number}")),
)


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 6).flatmap(lambda n: st.lists(CELLS, min_size=n, max_size=n)))
def test_columns_fill_the_measure_and_hold_their_longest_word(cells: list[Texts]) -> None:
    made = table(cells)
    plan = plan_table(made, context())
    around = turned_context(context()) if plan.turned else context()
    assert sum(plan.widths) == pytest.approx(around.page.measure)
    whole = {word for each in cells for one in each for word in one.plain.split()}
    for line in lines_of(made, plan, around):
        assert line.x >= -0.01
        assert line.x + line.width <= around.page.measure + 0.01
        if line.language == "en":
            assert set(words_of(line).split()) <= whole
