"""Charts as charts of Word's own: drawn from a workbook inside the file, in the theme's colours."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from msgspec import Struct

from makebrief.document.model import Chart
from makebrief.layout.captions import with_unit
from makebrief.layout.charts import BAR
from makebrief.layout.tables import AIR
from makebrief.style.model import TextStyle
from makebrief.word.captions import write_caption_below, write_remarks
from makebrief.word.cellstyles import CellLook
from makebrief.word.chartdata import (
    LABEL_FIELDS,
    extension,
    label_range,
    numbers,
    shown,
    strings,
)
from makebrief.word.chartwords import chart_in_words
from makebrief.word.desk import Desk
from makebrief.word.drawings import Frame, inline_drawing
from makebrief.word.formats import LANGUAGE_TAGS
from makebrief.word.grid import Grid, chart_cells, chart_grid
from makebrief.word.package import ElementPart, Kind, bytes_part
from makebrief.word.stylesheet import PICTURE
from makebrief.word.text import Setting, set_plain, set_text
from makebrief.word.xml import NAMESPACES, Element, drawing, related, root

ROLE = "chart-label"
_CHART = Kind(CONTENT_TYPE.DML_CHART, RELATIONSHIP_TYPE.CHART)
_WORKBOOK = Kind(CONTENT_TYPE.SML_SHEET, RELATIONSHIP_TYPE.PACKAGE)
_CATEGORY_AXIS, _VALUE_AXIS = 1, 2
_ACCENTS = 6
_LINE_WIDTH, _AXIS_WIDTH = 19050, 6350
_MARKER_SIZE = 6
_SYMBOLS = ("square", "triangle", "circle", "diamond", "x", "plus")
"""The marks of lines, which tell them apart in grey print."""

_LEAST_GAP, _MOST_GAP = 30, 500
_STACKED_GAP = 60
_BRIGHT = 140
_POSITIONS: Mapping[str, str] = {
    "bar": "outEnd",
    "stacked_bar": "ctr",
    "line": "t",
    "pie": "outEnd",
}


def write_chart(chart: Chart, desk: Desk) -> None:
    """The unit, the chart, its caption, notes."""
    for text in with_unit(chart.unit or ()):
        to_the_right = desk.sheet.cell(CellLook(ROLE, text.language, "right"))
        setting = Setting(ROLE, to_the_right, keep_with_next=True)
        desk.story.append(set_text(desk, text, setting))
    size = (desk.house.style.page.measure, desk.house.chart_height(chart) - AIR.height)
    frame = Frame("Chart", desk.next_drawing(), *size, chart_in_words(chart))
    desk.controls.map_chart(frame.name, chart_cells(chart))
    content = related(drawing("c:chart"), "id", _relate_chart(chart, desk, frame.height))
    inline = inline_drawing(frame, content, NAMESPACES["c"])
    remarks = (*(chart.note or ()), *(chart.source or ()))
    follows = bool(chart.caption or remarks)
    bookmark = f"_Ref_{frame.name.replace(' ', '_')}"
    runs = [inline]
    if desk.figures.add_all((text for _, text in chart_cells(chart)), bookmark):
        runs = desk.enclose_in_bookmark(bookmark, runs)
    desk.story.append(set_plain(desk, runs, PICTURE, keep_with_next=follows))
    write_caption_below(desk, chart, kept=bool(remarks))
    write_remarks(desk, remarks)


def _relate_chart(chart: Chart, desk: Desk, height: float) -> str:
    """The relationship to a new chart part, which has its workbook."""
    from makebrief.word.workbook import workbook_bytes

    number = desk.next_chart()
    grid = chart_grid(chart)
    desk.characters.update(grid.words)
    part = ElementPart(
        f"/word/charts/chart{number}.xml", _CHART, _Plot(chart, grid, desk).part(height)
    )
    data = workbook_bytes(grid, desk.document.date)
    workbook = bytes_part(f"/word/embeddings/workbook{number}.xlsx", _WORKBOOK, data)
    relation = part.relate_to(workbook, _WORKBOOK.relation)
    external = related(drawing("c:externalData", drawing("c:autoUpdate", val=0)), "id", relation)
    part.element.append(external)
    return desk.part.relate_to(part, _CHART.relation)


class _Plot(Struct, frozen=True):
    """A chart on its way into its part."""

    chart: Chart
    grid: Grid
    desk: Desk

    @property
    def style(self) -> TextStyle:
        """How its texts are set: as the role's first language is."""
        return self.desk.sheet.text_style(ROLE, self.desk.document.languages[0])

    def part(self, height: float) -> Element:
        """The chart's part, except its workbook."""
        has_legend = len(self.chart.series) > 1 or self.chart.kind == "pie"
        language = LANGUAGE_TAGS[self.desk.document.languages[0]]
        return root(
            "c:chartSpace",
            drawing("c:date1904", val=0),
            drawing("c:lang", val=language),
            drawing("c:roundedCorners", val=0),
            drawing(
                "c:chart",
                drawing("c:autoTitleDeleted", val=1),
                drawing("c:plotArea", drawing("c:layout"), *PLOTS[self.chart.kind](self, height)),
                self._legend() if has_legend else None,
                drawing("c:plotVisOnly", val=1),
                drawing("c:dispBlanksAs", val="gap"),
            ),
            drawing("c:spPr", drawing("a:noFill"), drawing("a:ln", drawing("a:noFill"))),
            _text_properties(self._run_properties("tx1")),
        )

    def _legend(self) -> Element:
        place = "r" if self.chart.kind == "pie" else "t"
        return drawing("c:legend", drawing("c:legendPos", val=place), drawing("c:overlay", val=0))

    def _run_properties(self, colour: str, name: str = "a:defRPr") -> Element:
        """The faces of the role; the theme's own where they are the same."""
        house = self.desk.house
        body = house.style.role("body").zh
        han = "+mn-ea" if self.style.han == body.han else house.faces[self.style.han].family
        latin = "+mn-lt" if self.style.latin == body.latin else house.faces[self.style.latin].family
        return drawing(
            name,
            drawing("a:solidFill", drawing("a:schemeClr", val=colour)),
            drawing("a:latin", typeface=latin),
            drawing("a:ea", typeface=han),
            sz=round(self.style.size * 100),
            b=0,
        )

    def fill(self, number: int) -> Element:
        """The colour of a series or slice: the theme's accents are the style's colours."""
        colours = self.desk.house.style.chart.colours
        at = number % len(colours)
        if at < _ACCENTS:
            return drawing("a:solidFill", drawing("a:schemeClr", val=f"accent{at + 1}"))
        return drawing("a:solidFill", drawing("a:srgbClr", val=colours[at].upper()))

    def shape(self, number: int) -> Element:
        """The look of bars and slices."""
        return drawing("c:spPr", self.fill(number))

    def series(self, *looks: Callable[[int], Element]) -> Iterator[Element]:
        """Every series with its name, what it looks like, its labels, categories and values."""
        for number, columns in enumerate(self.grid.series):
            yield drawing(
                "c:ser",
                drawing("c:idx", val=number),
                drawing("c:order", val=number),
                drawing("c:tx", strings(columns.values.head_reference, [columns.values.head])),
                *(look(number) for look in looks),
                self.labels(number),
                drawing(
                    "c:cat", strings(self.grid.categories.reference, self.grid.categories.cells)
                ),
                drawing("c:val", numbers(columns.values)),
                drawing("c:smooth", val=0) if self.chart.kind == "line" else None,
                label_range(columns),
            )

    def labels(self, number: int) -> Element:
        """A label at each value, its words from the workbook; none where a bar has no room."""
        columns = self.grid.series[number]
        colour = "tx1"
        if self.chart.kind == "stacked_bar":
            colours = self.desk.house.style.chart.colours
            colour = "tx1" if is_bright(colours[number % len(colours)]) else "bg1"
        position = _POSITIONS[self.chart.kind]
        labels = [
            self._label(at, words, position, colour)
            if self._has_room(number, at)
            else drawing("c:dLbl", drawing("c:idx", val=at), drawing("c:delete", val=1))
            for at, words in enumerate(columns.labels.cells)
        ]
        return drawing(
            "c:dLbls",
            *labels,
            _nothing("c:spPr"),
            _text_properties(self._run_properties(colour), wrap="none"),
            drawing("c:dLblPos", val=position),
            *shown(value=1),
            drawing("c:showLeaderLines", val=0) if self.chart.kind == "pie" else None,
            extension(LABEL_FIELDS, drawing("c15:showDataLabelsRange", val=1)),
        )

    def _label(self, at: int, words: str, position: str, colour: str) -> Element:
        """A label that shows a cell; programs that cannot look there show the same words."""
        name = f"{words}\n{at}\n{position}"
        field = drawing(
            "a:fld",
            self._run_properties(colour, "a:rPr"),
            id=f"{{{str(uuid.uuid5(uuid.NAMESPACE_OID, name)).upper()}}}",
            type="CELLRANGE",
        )
        characters = drawing("a:t")
        characters.text = words
        field.append(characters)
        to_the_left = drawing("a:pPr", algn="l") if position == "outEnd" else None
        paragraph = drawing("a:p", to_the_left, field)
        return drawing(
            "c:dLbl",
            drawing("c:idx", val=at),
            drawing(
                "c:tx",
                drawing("c:rich", drawing("a:bodyPr", wrap="none"), paragraph),
            ),
            drawing("c:dLblPos", val=position),
            *shown(value=0),
            extension(LABEL_FIELDS, drawing("c15:showDataLabelsRange", val=1)),
        )

    def _has_room(self, number: int, at: int) -> bool:
        """Whether a label is as narrow as its part of a stacked bar."""
        if self.chart.kind != "stacked_bar":
            return True
        rows = zip(*(each.values for each in self.chart.series), strict=True)
        longest = max(sum(abs(value.number) for value in row) for row in rows) or Decimal(1)
        value = self.chart.series[number].values[at]
        share = float(abs(value.number) / longest)
        return self.desk.house.label_width(value.words) <= share * _PLOT_SHARE * (
            self.desk.house.style.page.measure
        )


_PLOT_SHARE = 0.7
"""How much of the measure the longest bar takes, about: names of categories take the rest."""


def _bars(plot: _Plot, height: float) -> Iterator[Element]:
    """Horizontal bars of the page's thickness, a group for each category, the first on top."""
    series = len(plot.chart.series)
    lines = max(len(value.words) for each in plot.chart.series for value in each.values)
    step = max(lines * (plot.style.pitch or plot.style.size), BAR)
    overlap = -min(100, round((step - BAR) / BAR * 100))
    group = series * BAR - (series - 1) * BAR * overlap / 100
    legend = step + BAR if series > 1 else 0.0
    gap = round(((height - legend) / len(plot.chart.categories) - group) / BAR * 100)
    yield drawing(
        "c:barChart",
        drawing("c:barDir", val="bar"),
        drawing("c:grouping", val="clustered"),
        drawing("c:varyColors", val=0),
        *plot.series(plot.shape, _never_inverted),
        drawing("c:gapWidth", val=min(max(gap, _LEAST_GAP), _MOST_GAP)),
        drawing("c:overlap", val=overlap if series > 1 else 0),
        *_axis_ids(),
    )
    yield from _axes(plot)


def _stacked_bars(plot: _Plot, _height: float) -> Iterator[Element]:
    """Horizontal bars divided by series, each value inside its part."""
    yield drawing(
        "c:barChart",
        drawing("c:barDir", val="bar"),
        drawing("c:grouping", val="stacked"),
        drawing("c:varyColors", val=0),
        *plot.series(plot.shape, _never_inverted),
        drawing("c:gapWidth", val=_STACKED_GAP),
        drawing("c:overlap", val=100),
        *_axis_ids(),
    )
    yield from _axes(plot)


def _lines(plot: _Plot, _height: float) -> Iterator[Element]:
    """Lines over the categories, each point with its value."""

    def line(number: int) -> Element:
        return drawing("c:spPr", drawing("a:ln", plot.fill(number), w=_LINE_WIDTH))

    def marker(number: int) -> Element:
        return drawing(
            "c:marker",
            drawing("c:symbol", val=_SYMBOLS[number % len(_SYMBOLS)]),
            drawing("c:size", val=_MARKER_SIZE),
            drawing("c:spPr", plot.fill(number), drawing("a:ln", drawing("a:noFill"))),
        )

    yield drawing(
        "c:lineChart",
        drawing("c:grouping", val="standard"),
        drawing("c:varyColors", val=0),
        *plot.series(line, marker),
        drawing("c:marker", val=1),
        *_axis_ids(),
    )
    yield from _axes(plot)


def _pie(plot: _Plot, _height: float) -> Iterator[Element]:
    """A pie of the first series, a colour for each category."""
    [series, *_] = plot.series(plot.shape)
    before = series.find(f"{{{NAMESPACES['c']}}}dLbls")
    for at in range(len(plot.grid.categories.cells)):
        point = drawing("c:dPt", drawing("c:idx", val=at), plot.shape(at))
        if before is not None:
            before.addprevious(point)
    yield drawing(
        "c:pieChart", drawing("c:varyColors", val=1), series, drawing("c:firstSliceAng", val=0)
    )


PLOTS: Mapping[str, Callable[[_Plot, float], Iterator[Element]]] = MappingProxyType(
    {"bar": _bars, "stacked_bar": _stacked_bars, "line": _lines, "pie": _pie}
)


def _never_inverted(_number: int) -> Element:
    """Bars below zero keep their colour."""
    return drawing("c:invertIfNegative", val=0)


def _axes(plot: _Plot) -> Iterator[Element]:
    """The axis of categories as a thin rule; that of values is not shown but begins at zero."""
    sideways = plot.chart.kind in {"bar", "stacked_bar"}
    rule = drawing("a:srgbClr", val=plot.desk.house.style.rules.colour.upper())
    values = [value.number for each in plot.chart.series for value in each.values]
    yield drawing(
        "c:catAx",
        drawing("c:axId", val=_CATEGORY_AXIS),
        drawing("c:scaling", drawing("c:orientation", val="maxMin" if sideways else "minMax")),
        drawing("c:delete", val=0),
        drawing("c:axPos", val="l" if sideways else "b"),
        drawing("c:numFmt", formatCode="General", sourceLinked=0),
        drawing("c:majorTickMark", val="none"),
        drawing("c:minorTickMark", val="none"),
        drawing("c:tickLblPos", val="low"),
        drawing("c:spPr", drawing("a:ln", drawing("a:solidFill", rule), w=_AXIS_WIDTH)),
        drawing("c:crossAx", val=_VALUE_AXIS),
        drawing("c:crosses", val="autoZero"),
        drawing("c:auto", val=0),
        drawing("c:lblAlgn", val="ctr"),
        drawing("c:lblOffset", val=100),
        drawing("c:noMultiLvlLbl", val=1),
    )
    yield drawing(
        "c:valAx",
        drawing("c:axId", val=_VALUE_AXIS),
        drawing(
            "c:scaling",
            drawing("c:orientation", val="minMax"),
            drawing("c:min", val=0) if min(values) >= 0 else None,
        ),
        drawing("c:delete", val=1),
        drawing("c:axPos", val="t" if sideways else "l"),
        drawing("c:numFmt", formatCode="General", sourceLinked=0),
        drawing("c:majorTickMark", val="none"),
        drawing("c:minorTickMark", val="none"),
        drawing("c:tickLblPos", val="nextTo"),
        drawing("c:crossAx", val=_CATEGORY_AXIS),
        drawing("c:crosses", val="autoZero"),
        drawing("c:crossBetween", val="between"),
    )


def _axis_ids() -> Iterator[Element]:
    yield drawing("c:axId", val=_CATEGORY_AXIS)
    yield drawing("c:axId", val=_VALUE_AXIS)


def _nothing(name: str) -> Element:
    return drawing(name, drawing("a:noFill"), drawing("a:ln", drawing("a:noFill")))


def _text_properties(run: Element, wrap: str = "square") -> Element:
    return drawing("c:txPr", drawing("a:bodyPr", wrap=wrap), drawing("a:p", drawing("a:pPr", run)))


def is_bright(colour: str) -> bool:
    """Whether black is read more easily on a colour than white."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue > _BRIGHT
