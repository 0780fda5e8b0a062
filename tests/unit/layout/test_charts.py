from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from makebrief.document.model import Chart, ChartSeries, ChartValue, Paragraph
from makebrief.layout.charts import PLOTS, chart_marks, chart_strips
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Area, Mark, PlacedLine, Rule, Strip
from tests.lines import words_of
from tests.samples import context, document, pair

MEASURE = context().page.measure
KINDS = sorted(PLOTS)
BARS = ["bar", "stacked_bar"]


def chart(kind: Any, *rows: list[str], names: int | None = None) -> Chart:
    series = tuple(
        ChartSeries(
            pair(f"系列{at}", f"Series {at}"),
            tuple(ChartValue(Decimal(value), pair(f"{value}家")) for value in row),
        )
        for at, row in enumerate(rows)
    )
    categories = tuple(pair(f"类{at}", f"Kind {at}") for at in range(names or len(rows[0])))
    return Chart(
        kind, pair("图题", "Chart"), categories, series, pair("家", "firms"), pair("注", "Note")
    )


def strips_of(made: Chart) -> list[Strip]:
    return list(chart_strips(made, context()))


def corners(mark: Mark) -> Iterator[tuple[float, float]]:
    if isinstance(mark, PlacedLine):
        yield mark.x, mark.y
        yield mark.x + mark.width, mark.y
    elif isinstance(mark, Rule):
        yield mark.x0, mark.y0
        yield mark.x1, mark.y1
    elif isinstance(mark, Area):
        yield from mark.points


ROWS: list[Any] = [
    [["62", "429", "91"]],
    [["1", "2", "3"], ["3", "2", "1"]],
    [["0", "0", "0"]],
    [["13522000000", "1", "200"]],
    [["5"]],
    [[str(value) for value in range(24)]],
    [["1.5", "2.25"]] * 6,
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rows", ROWS)
def test_every_kind_stays_inside_the_measure(kind: str, rows: list[list[str]]) -> None:
    strips = strips_of(chart(kind, *rows))
    assert any(isinstance(mark, Area | Rule) for strip in strips for mark in strip.marks)
    for strip in strips:
        for mark in strip.marks:
            for x, y in corners(mark):
                assert -0.01 <= x <= MEASURE + 0.01, mark
                assert -0.6 <= y <= strip.height + 0.6, mark


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_names_its_categories_and_caption(kind: str) -> None:
    strips = strips_of(chart(kind, ["62", "429", "91"]))
    words = [
        words_of(mark) for strip in strips for mark in strip.marks if isinstance(mark, PlacedLine)
    ]
    for wanted in (
        "图题",
        "Chart",
        "类0",
        "Kind 0",
        "类2",
        "单位：家",
        "Unit: firms",
        "注",
        "Note",
    ):
        assert wanted in words, words


@pytest.mark.parametrize("kind", ["bar", "line", "pie"])
def test_values_are_written_beside_their_marks(kind: str) -> None:
    strips = strips_of(chart(kind, ["62", "429", "91"]))
    words = [
        words_of(mark) for strip in strips for mark in strip.marks if isinstance(mark, PlacedLine)
    ]
    assert {"62家", "429家", "91家"} <= set(words)


def widths(made: Chart) -> list[float]:
    return [
        max(x for x, _ in mark.points) - min(x for x, _ in mark.points)
        for strip in strips_of(made)
        for mark in strip.marks
        if isinstance(mark, Area) and len(mark.points) == 4
    ]


def test_bars_are_as_long_as_their_values_say() -> None:
    first, second, third = widths(chart("bar", ["100", "50", "25"]))
    assert (second / first, third / first) == pytest.approx((0.5, 0.25))


def test_stacked_bars_add_up() -> None:
    legend = 2
    found = widths(chart("stacked_bar", ["30", "10"], ["30", "20"]))[legend:]
    assert found == pytest.approx([found[0], found[0], found[0] / 3, found[0] * 2 / 3])


def test_a_pies_wedges_close_the_circle() -> None:
    wedges = [
        mark
        for strip in strips_of(chart("pie", ["1", "1", "2"]))
        for mark in strip.marks
        if isinstance(mark, Area) and len(mark.points) != 4
    ]
    assert len(wedges) == 3
    for before, after in zip(wedges, [*wedges[1:], wedges[0]], strict=True):
        assert before.points[0] == after.points[0], "the centre"
        assert before.points[-1] == pytest.approx(after.points[1])


def test_lines_rise_with_their_values() -> None:
    strips = strips_of(chart("line", ["1", "3", "2"]))
    colour = context().style.chart.colours[0]
    segments = [
        mark
        for strip in strips
        for mark in strip.marks
        if isinstance(mark, Rule) and mark.colour == colour
    ]
    ys = [segments[0].y0, *(segment.y1 for segment in segments)]
    assert ys[0] > ys[2] > ys[1], "y points down"


def test_several_series_have_a_legend() -> None:
    strips = strips_of(chart("bar", ["1", "2"], ["2", "1"]))
    words = [
        words_of(mark) for strip in strips for mark in strip.marks if isinstance(mark, PlacedLine)
    ]
    assert {"系列0", "系列1", "Series 0", "Series 1"} <= set(words)


def test_a_negative_bar_stays_inside_the_measure() -> None:
    for kind in ("bar", "line"):
        for strip in strips_of(chart(kind, ["-5", "3"])):
            for mark in strip.marks:
                assert all(-0.01 <= x <= MEASURE + 0.01 for x, _ in corners(mark))


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_is_not_parted_from_its_caption(kind: str) -> None:
    for before in range(12, 23):
        filler = [Paragraph("body", pair("行")) for _ in range(before)]
        pages = layout_document(document(*filler, chart(kind, ["1", "2", "3"])), context())
        for page in pages:
            words = [
                words_of(mark)
                for placed in page.strips
                for mark in placed.strip.marks
                if isinstance(mark, PlacedLine)
            ]
            assert ("图题" in words) == ("类0" in words), before


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_can_be_had_as_marks_alone(kind: str) -> None:
    marks, width, height = chart_marks(chart(kind, ["1", "2", "3"]), context())
    assert width == MEASURE
    assert height > 0
    words = [words_of(mark) for mark in marks if isinstance(mark, PlacedLine)]
    assert "图题" not in words
    assert "类0" in words
    for mark in marks:
        assert all(-0.6 <= y <= height + 0.6 for _, y in corners(mark))


@pytest.mark.parametrize("kind", BARS)
def test_labels_of_a_bar_do_not_run_into_the_bars(kind: str) -> None:
    made = chart(kind, ["1", "2"])
    long = pair(
        "沿黄地区一体化推动工作会议签约项目数量合计" * 2, "A very long English name of a category"
    )
    for strip in strips_of(replace(made, categories=(long, long))):
        bars = [min(x for x, _ in mark.points) for mark in strip.marks if isinstance(mark, Area)]
        for mark in strip.marks:
            if bars and isinstance(mark, PlacedLine) and "家" not in words_of(mark):
                assert mark.x + mark.width <= min(bars) + 0.01
