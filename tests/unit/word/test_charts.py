"""Charts of Word's own: what they show, and the workbook that they are edited by."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from lxml import etree
from msgspec.structs import replace

from makebrief.document.model import Chart, ChartSeries, ChartValue, Texts
from makebrief.layout.charts import PLOTS as PAINTED
from makebrief.word.charts import PLOTS, is_bright
from makebrief.word.controls import MAP_NAMESPACE, text_hash
from makebrief.word.grid import chart_grid, label_formula
from makebrief.word.xml import NAMESPACES, Element, qualified
from tests.tools.programs import open_xml_errors
from tests.unit.word.parts import Parts, paragraphs
from tests.unit.word.sample import ORIGIN, body, pair, text
from tests.wordfiles import WordFile, word_faults, words_in

Kind = Literal["bar", "stacked_bar", "line", "pie"]
KINDS: tuple[Kind, ...] = ("bar", "stacked_bar", "line", "pie")
SHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def value(number: str, zh: str, en: str) -> ChartValue:
    return ChartValue(Decimal(number), pair(zh, en))


PRESENTED = ChartSeries(
    pair("推介", "Presented"),
    (value("5", "5件", "5 cases"), value("1200", "1200件", "1,200 cases")),
)
SIGNED = ChartSeries(
    pair("签约", "Signed"), (value("3", "3件", "3 cases"), value("80", "80件", "80 cases"))
)


def chart(kind: Kind, *series: ChartSeries) -> Chart:
    return Chart(
        kind=kind,
        caption=pair("图1 案件", "Chart 1: Cases"),
        categories=(pair("一季度", "Q1"), pair("二季度", "Q2")),
        series=series or (PRESENTED, SIGNED),
        unit=pair("件", "cases"),
        note=pair("注", "Note"),
    )


def part(made: Chart) -> Element:
    return Parts(body(made)).root("charts/chart1")


def found(element: Element, path: str) -> list[str]:
    """The values or words of the elements at a path in the chart's vocabulary."""
    steps = "/".join(f"c:{step}" for step in path.split("/"))
    elements = element.findall(f".//{steps}", NAMESPACES)
    return [each.get("val") or each.text or "" for each in elements]


def cells(made: Chart) -> dict[str, str]:
    """What each cell of the workbook shows; formulas begin with an equals sign."""
    blobs = Parts(body(made)).blobs
    with zipfile.ZipFile(io.BytesIO(blobs["word/embeddings/workbook1.xlsx"])) as archive:
        shared = etree.fromstring(archive.read("xl/sharedStrings.xml"))
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    strings = ["".join(map(str, each.itertext())) for each in shared.findall("s:si", SHEET)]
    shown = {}
    for cell in sheet.iterfind(".//s:c", SHEET):
        place = str(cell.get("r"))
        words = cell.findtext("s:v", "", SHEET)
        formula = cell.findtext("s:f", "", SHEET)
        if cell.get("t") == "s":
            words = strings[int(words)]
        if words:
            shown[place] = f"={formula}" if formula else words
    return shown


def test_word_draws_every_kind_that_the_page_does() -> None:
    assert set(PLOTS) == set(PAINTED) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_shows_the_names_values_and_words_of_the_document(kind: Kind) -> None:
    made = part(chart(kind))
    shown = 1 if kind == "pie" else 2

    assert found(made, "cat/strRef/strCache/pt/v") == ["一季度\nQ1", "二季度\nQ2"] * shown
    assert found(made, "val/numRef/numCache/pt/v") == ["5", "1200", "3", "80"][: 2 * shown]
    assert found(made, "tx/strRef/strCache/pt/v") == ["推介\nPresented", "签约\nSigned"][:shown]
    cached = made.findall(".//c15:dlblRangeCache/c:pt/c:v", NAMESPACES)
    assert [each.text for each in cached][:2] == ["5件\n5 cases", "1200件\n1,200 cases"]


@pytest.mark.parametrize("kind", KINDS)
def test_judges_find_nothing_wrong_with_a_chart(kind: Kind, tmp_path: Path) -> None:
    data = Parts(body(chart(kind))).data
    file = tmp_path / "chart.docx"
    file.write_bytes(data)

    assert word_faults(data) == []
    assert open_xml_errors(file) == []


def test_the_unit_stands_over_the_chart_and_leads_home() -> None:
    made = Parts(body(chart("bar")))
    styles = [name for name, _ in paragraphs(made.story)]
    unit = [words for _, words in paragraphs(made.story)][:2]

    assert unit == ["单位：件", "Unit: cases"]
    assert styles[:2] == ["ChartLabelZhRight", "ChartLabelEnRight"]
    file = WordFile(made.data)
    assert "件" in [words_in(each[0]) for each in file.controls().values()]


def test_each_cell_of_words_is_mapped_to_its_place_in_the_content() -> None:
    file = WordFile(Parts(body(chart("bar", SIGNED))).data)
    assert file.map is not None
    [mapped] = file.map.iter(f"{{{MAP_NAMESPACE}}}chart")
    [properties] = file.story.iter(qualified("wp:docPr"))

    assert mapped.get("name") == properties.get("name")
    assert [(each.get("at"), each.get("language")) for each in mapped] == [
        (cell, language) for cell in ("A2", "A3", "B1", "C2", "C3") for language in ("zh", "en")
    ]
    assert mapped[0].get("sha256") == text_hash("一季度")
    assert mapped[0].get("path") == ORIGIN.path


def test_the_workbook_holds_the_data_and_writes_the_labels() -> None:
    assert cells(chart("bar")) == {
        "B1": "推介\nPresented",
        "C1": "签约\nSigned",
        "D1": "推介\nPresented · 标注 labels",
        "E1": "签约\nSigned · 标注 labels",
        "A2": "一季度\nQ1",
        "A3": "二季度\nQ2",
        "B2": "5",
        "B3": "1200",
        "C2": "3",
        "C3": "80",
        "D2": '=TEXT(B2,"0")&"件"&CHAR(10)&TEXT(B2,"#,##0")&" cases"',
        "D3": '=TEXT(B3,"0")&"件"&CHAR(10)&TEXT(B3,"#,##0")&" cases"',
        "E2": '=TEXT(C2,"0")&"件"&CHAR(10)&TEXT(C2,"#,##0")&" cases"',
        "E3": '=TEXT(C3,"0")&"件"&CHAR(10)&TEXT(C3,"#,##0")&" cases"',
    }


def test_the_part_refers_to_the_cells_of_the_workbook() -> None:
    made = part(chart("bar"))

    assert found(made, "val/numRef/f") == ["Sheet1!$B$2:$B$3", "Sheet1!$C$2:$C$3"]
    assert found(made, "cat/strRef/f") == ["Sheet1!$A$2:$A$3"] * 2
    ranges = made.findall(".//c15:datalabelsRange/c15:f", NAMESPACES)
    assert [each.text for each in ranges] == ["Sheet1!$D$2:$D$3", "Sheet1!$E$2:$E$3"]


@pytest.mark.parametrize(
    ("words", "number", "formula"),
    [
        ((text("zh", "135.22亿元"),), "13522000000", '=TEXT(B2/10^8,"0.00")&"亿元"'),
        ((text("en", "RMB 13.522 billion"),), "13522000000", None),
        ((text("zh", '说"好"5次'),), "5", '="说""好"""&TEXT(B2,"0")&"次"'),
        ((text("zh", "2021—2035年"),), "2021", None),
        ((text("zh", "约三成"),), "30", None),
        ((text("zh", "-5%"),), "-5", None),
        ((text("zh", "甲" * 300 + "5"),), "5", None),
        ((), "5", None),
    ],
)
def test_a_label_is_a_formula_where_it_plainly_writes_the_number(
    words: Texts, number: str, formula: str | None
) -> None:
    if words and words[0].language == "en":
        formula = '="RMB "&TEXT(B2/10^9,"#,##0.000")&" billion"'
    assert label_formula(words, Decimal(number), "B2") == formula


def test_axes_are_positive_numbers_that_name_each_other() -> None:
    for kind in ("bar", "stacked_bar", "line"):
        made = part(chart(kind))
        own = found(made, "catAx/axId") + found(made, "valAx/axId")
        assert found(made, "valAx/crossAx") + found(made, "catAx/crossAx") == own
        assert all(int(number) > 0 for number in own)


def test_an_axis_begins_at_zero_unless_a_value_lies_below() -> None:
    below = ChartSeries(None, (value("-5", "-5", "-5"), value("3", "3", "3")))

    assert found(part(chart("bar")), "valAx/scaling/min") == ["0"]
    assert found(part(chart("bar", below)), "valAx/scaling/min") == []


def test_colours_are_the_theme_s_accents_and_labels_can_be_read_on_them() -> None:
    made = part(chart("stacked_bar"))
    fills = made.findall(".//c:ser/c:spPr/a:solidFill/a:schemeClr", NAMESPACES)
    labels = made.findall(".//c:dLbls/c:txPr//a:schemeClr", NAMESPACES)

    assert [each.get("val") for each in fills] == ["accent1", "accent2"]
    assert [each.get("val") for each in labels] == ["bg1", "tx1"]
    assert not is_bright("1f3a5f")
    assert is_bright("9db2c9")


def test_a_part_of_a_bar_too_narrow_for_its_words_has_none() -> None:
    narrow = ChartSeries(None, (value("1", "1件", "1 case"), value("600", "600件", "600 cases")))
    made = part(chart("stacked_bar", narrow, SIGNED))

    assert found(made, "dLbl/delete") == ["1"] * 3, "all but 600 of 680"


def test_a_series_without_a_name_is_called_as_the_chart_is() -> None:
    nameless = replace(PRESENTED, label=None)

    assert chart_grid(chart("bar", nameless)).series[0].values.head == "图1 案件\nChart 1: Cases"


def test_equal_charts_are_equal_bytes() -> None:
    assert Parts(body(chart("bar"))).data == Parts(body(chart("bar"))).data
