from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace

from makebrief.document.model import Chart, ChartSeries, ChartValue, Paragraph
from makebrief.layout.charts import PLOTS, chart_marks, chart_strips
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Area, Mark, PlacedLine, Rule, Strip
from makebrief.resources import templates_folder
from makebrief.style.load import load_style
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


def lightness(colour: str) -> float:
    """How light a colour prints in grey, from 0 to 255 (ITU-R BT.601)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue


@pytest.mark.parametrize("name", ["gongwen", "plain"])
def test_no_two_colours_of_a_chart_look_alike_in_grey_print(name: str) -> None:
    colours = load_style(templates_folder() / name, templates_folder()).chart.colours
    greys = sorted(lightness(colour) for colour in colours)
    assert min(after - before for before, after in pairwise(greys)) >= 25
    assert greys[-1] < 225, "still seen on white paper"


def texts_at(made: Chart) -> dict[str, PlacedLine]:
    return {
        words_of(mark): mark
        for strip in strips_of(made)
        for mark in strip.marks
        if isinstance(mark, PlacedLine)
    }


def test_each_of_several_lines_has_its_name_at_its_end() -> None:
    found = texts_at(chart("line", ["1", "2", "9"], ["8", "7", "3"]))
    last = found["9家"]
    assert found["系列0"].x > last.x + last.width
    assert found["系列0"].y < found["系列1"].y, "in the order in which the lines end"


def test_names_and_values_of_lines_that_meet_do_not_lie_on_each_other() -> None:
    made = chart("line", ["5", "5.01"], ["5", "5.02"], ["5", "5.03"])
    lines = [
        mark for strip in strips_of(made) for mark in strip.marks if isinstance(mark, PlacedLine)
    ]
    plot = [line for line in lines if words_of(line)[-1] == "家" or "系列" in words_of(line)]
    for at, one in enumerate(plot):
        for other in plot[:at]:
            apart = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert apart or abs(one.y - other.y) > 6, (words_of(one), words_of(other))


def test_a_value_too_wide_for_its_part_of_a_bar_is_still_written() -> None:
    made = chart("stacked_bar", ["1000", "1"], ["1", "1000"], ["2", "2"])
    for words in ("1家", "2家", "1000家"):
        assert words in texts_at(made)
