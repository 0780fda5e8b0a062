"""Mistakes in a series' files, each found at its place, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.content.bundle import read_path, show_path
from makebrief.content.load import load_bundle
from makebrief.content.models import TextBlock
from makebrief.errors import BriefError, Diagnostic
from tests.samples import BRIEF, SERIES, brief_with, bundle_of, first_line, found_in, hints_of
from tests.samples import write_series as write


def mistakes(folder: Path, brief: str = BRIEF, series: str = SERIES) -> tuple[Diagnostic, ...]:
    with pytest.raises(BriefError) as caught:
        bundle_of(folder, brief, series)
    return caught.value.diagnostics


def only(folder: Path, brief: str = BRIEF, series: str = SERIES) -> Diagnostic:
    [diagnostic] = mistakes(folder, brief, series)
    return diagnostic


def with_figure(figure: str) -> str:
    return BRIEF.replace("figures:\n", f"figures:\n  wrong: {figure}\n")


def test_a_right_series_loads_in_the_order_of_its_list(tmp_path: Path) -> None:
    series = SERIES.replace("[statistics]", "[water, statistics, air]")
    bundle = load_bundle(write(tmp_path / "s", {"series.yaml": series}, water=BRIEF, air=BRIEF))
    assert list(bundle.briefs) == ["water", "statistics", "air"]
    assert bundle.name == "s"
    assert bundle.briefs["air"].content.figures["firms"].value == 62


def test_an_unknown_field_is_placed_at_its_key_with_what_was_meant(tmp_path: Path) -> None:
    found = only(tmp_path, BRIEF.replace("\ntitle:", "\ntitel: {zh: 题, en: T}\ntitle:"))
    assert first_line(found) == "statistics.yaml:2:1: error: unknown field 'titel'"
    assert hints_of(found) == ["did you mean 'title'?"]


def test_an_unknown_field_deep_inside_is_placed_at_its_key(tmp_path: Path) -> None:
    blocks = """
        - table:
            caption: {zh: 表, en: Table}
            columns: [{zh: 列, en: Column, allign: left}]
            rows: [[1]]
        """
    found = only(tmp_path, brief_with(blocks))
    assert first_line(found).endswith(": error: unknown field 'allign'")
    assert found.span is not None
    line = brief_with(blocks).split("\n")[found.span.line - 1]
    assert line[found.span.column - 1 :].startswith("allign:")
    assert hints_of(found) == ["did you mean 'align'?"]


def test_an_unknown_field_far_from_any_lists_the_known_ones(tmp_path: Path) -> None:
    found = only(tmp_path, BRIEF.replace("zh: 统计局, en:", "zh: 统计局, xyzzy: 1, en:"))
    assert hints_of(found) == ["known here: zh, en"]


def test_a_missing_field_is_placed_at_its_parent(tmp_path: Path) -> None:
    written = BRIEF.replace("speaker: {name: {zh: 张三, en: Zhang San}, ", "speaker: {")
    found = only(tmp_path, written)
    assert first_line(found) == "statistics.yaml:3:1: error: the field 'name' is missing"


def test_a_missing_field_of_the_file_is_placed_at_its_beginning(tmp_path: Path) -> None:
    found = only(tmp_path, series=SERIES.replace("date: 2024-07-23\n", ""))
    assert first_line(found) == "series.yaml:1:1: error: the field 'date' is missing"


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("title: 62", "this must be a group of fields", None),
        ("title: 标题", "this must be a group of fields", "write both languages: {zh: …, en: …}"),
        ("title: {zh: 62, en: T}", "this must be a text", 'put it in quotes: "62"'),
        ("title: {zh: 2024.10, en: T}", "this must be a text", 'put it in quotes: "2024.10"'),
        ("title: {zh: {firms}, en: T}", "this must be a text", None),
        ("title: {zh: {}, en: T}", "this must be a text", "must stand in quotes"),
        ('title: {zh: "  ", en: T}', "the text is empty; write it, or leave the field out", None),
        (
            'title: {zh: "\\ufeff", en: T}',
            "the text is empty; write it, or leave the field out",
            None,
        ),
        ("title: {zh: [a], en: T}", "this must be a text", None),
    ],
)
def test_a_wrong_title_is_explained(
    tmp_path: Path, written: str, message: str, hint: str | None
) -> None:
    found = mistakes(
        tmp_path, BRIEF.replace("title: {zh: 上半年情况, en: The First Half}", written)
    )
    assert message in first_line(found[0])
    assert first_line(found[0]).startswith("statistics.yaml:2:")
    if hint:
        assert hint in hints_of(found[0])[0]


@pytest.mark.parametrize(
    ("figure", "message"),
    [
        ("{value: 1,352}", "unknown field '352'"),
        ('{value: "1,352"}', "'1,352' is not a number"),
        ("{value: 十}", "'十' is not a number"),
        ("{value: 1000000000000000000000}", "is not a number"),
        ("{value: true}", "'True' is not a number"),
        ("{value: 3, unit: USD}", "'USD' is not one of: CNY, percent"),
        ("{value: 3, bound: above}", "'above' is not one of: over, nearly, about, at_least"),
        ("{value: 3, form: rankk}", "'rankk' is not one of: count, ordinal, rank"),
        ("{day: 2024/04}", "'2024/04' is not a date"),
        ("{value: 3, as_of: 2024-02-30}", "'2024-02-30' is not a date"),
        ("{value: 3, as_of: last week}", "'last week' is not a date"),
    ],
)
def test_a_wrong_figure_is_explained_on_its_line(tmp_path: Path, figure: str, message: str) -> None:
    lines = [first_line(each) for each in mistakes(tmp_path, with_figure(figure))]
    assert any(message in line for line in lines), lines
    assert all(line.startswith("statistics.yaml:5:") for line in lines)


def test_a_unit_without_its_english_is_one_finding(tmp_path: Path) -> None:
    found = only(tmp_path, with_figure("{value: 3, unit: {zh: 个}}"))
    assert first_line(found) == "statistics.yaml:5:21: error: the field 'en' is missing"


@pytest.mark.parametrize(
    ("figure", "meant"),
    [
        ("form: rankk", "rank"),
        ("unit: hectre", "hectare"),
        ("unit: km", "kilometre"),
        ("unit: 公顷", "hectare"),
        ("unit: tonnes", "tonne"),
        ("unit: kWh", "kilowatt_hour"),
        ("unit: 元", "CNY"),
        ('unit: "%"', "percent"),
        ("unit: 百分点", "percentage_points"),
    ],
)
def test_a_choice_that_is_nearly_right_is_hinted_at(
    tmp_path: Path, figure: str, meant: str
) -> None:
    found = only(tmp_path, with_figure(f"{{value: 3, {figure}}}"))
    assert hints_of(found) == [f"did you mean '{meant}'?"]


def test_a_figures_name_must_be_a_plain_word(tmp_path: Path) -> None:
    found = only(tmp_path, BRIEF.replace("  firms:", "  Firms visited:").replace("{firms}", "n"))
    assert first_line(found) == "statistics.yaml:5:3: error: 'Firms visited' cannot be a name here"


@pytest.mark.parametrize("block", ["- txet: {zh: 文, en: T}", "- pagebreak", "- 3", "- {}"])
def test_a_block_of_no_known_kind_lists_the_kinds(tmp_path: Path, block: str) -> None:
    found = only(tmp_path, brief_with(block))
    assert found.message.key == "block-unknown"
    assert found.span is not None
    assert found.span.line == 9
    hint = hints_of(found)[0]
    assert "text, list, key_figures, table, chart" in hint or "did you mean" in hint


def test_an_empty_list_is_too_short(tmp_path: Path) -> None:
    assert first_line(only(tmp_path, brief_with("- list: []"))).endswith(
        "at least 1 needed, found 0"
    )


def test_a_block_with_a_field_of_another_kind_is_refused(tmp_path: Path) -> None:
    found = only(tmp_path, brief_with("- {text: {zh: 文, en: T}, numbered: true}"))
    assert "unknown field 'numbered'" in first_line(found)


@pytest.mark.parametrize(
    ("series", "message"),
    [
        (SERIES.replace("year: 2024", 'year: "2024"'), "this must be a whole number"),
        (SERIES.replace("year: 2024", "year: 1848"), "must be at least 1949"),
        (SERIES.replace("half: 1", "half: 3"), "'3' is not one of: 1, 2"),
        (SERIES.replace("2024-07-23", "23 July 2024"), "'23 July 2024' is not a date"),
        (SERIES + "layout: columns\n", "'columns' is not one of: alternating,"),
        (SERIES.replace("[statistics]", "statistics"), "this must be a list"),
        (SERIES.replace("[statistics]", "[Statistics Bureau]"), "cannot be a name here"),
    ],
)
def test_a_wrong_series_is_explained(tmp_path: Path, series: str, message: str) -> None:
    found = [first_line(each) for each in mistakes(tmp_path, series=series)]
    assert message in found[0]
    assert found[0].startswith("series.yaml:")


def test_mistakes_in_several_files_are_reported_at_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "series.yaml": SERIES.replace("issuer:", "isuer:"),
            "air.yaml": BRIEF.replace("zh: 总体", "hz: 总体"),
            "water.yaml": "a: [1\n",
            "earth.yaml": BRIEF.encode("gb18030"),
        },
    )
    with pytest.raises(BriefError) as caught:
        load_bundle(tmp_path)
    files = {line.partition(":")[0] for line in found_in(caught.value)}
    keys = {each.message.key for each in caught.value.diagnostics}
    assert files == {"series.yaml", "air.yaml", "water.yaml", "earth.yaml"}
    assert keys == {"unknown-field", "missing-field", "yaml-syntax", "not-utf8"}


def test_a_listed_department_that_is_absent_is_placed_in_the_list(tmp_path: Path) -> None:
    series = SERIES.replace("[statistics]", "[statistics, statistic]")
    found = only(tmp_path, series=series)
    assert first_line(found) == (
        "series.yaml:5:27: error: the department's file statistic.yaml does not exist"
    )


def test_an_absent_department_that_is_nearly_an_unlisted_one_is_hinted_at(tmp_path: Path) -> None:
    write(tmp_path, {"series.yaml": SERIES.replace("[statistics]", "[statistic]")})
    with pytest.raises(BriefError) as caught:
        load_bundle(tmp_path)
    absent, unlisted = caught.value.diagnostics
    assert (absent.message.key, unlisted.message.key) == (
        "department-absent",
        "department-unlisted",
    )
    assert hints_of(absent) == ["did you mean 'statistics'?"]


def test_an_unlisted_department_is_placed_at_its_file(tmp_path: Path) -> None:
    write(tmp_path, water=BRIEF)
    with pytest.raises(BriefError) as caught:
        load_bundle(tmp_path)
    assert found_in(caught.value) == [
        "water.yaml:1:1: error: the department 'water' is not listed in series.yaml"
    ]


def test_a_department_listed_twice_is_reported_once(tmp_path: Path) -> None:
    found = only(tmp_path, series=SERIES.replace("[statistics]", "[statistics, statistics]"))
    assert first_line(found) == (
        "series.yaml:5:27: error: the department 'statistics' is listed twice"
    )


@pytest.mark.parametrize("name", ["consolidated", "series", "template"])
def test_a_department_cannot_take_a_name_of_ours(tmp_path: Path, name: str) -> None:
    series = SERIES.replace("[statistics]", f"[statistics, {name}]")
    files = {"series.yaml": series}
    write(tmp_path, {f"{name}.yaml": BRIEF, **files})
    with pytest.raises(BriefError):
        load_bundle(tmp_path)


def test_a_series_without_its_file_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(BriefError) as caught:
        load_bundle(tmp_path / "nowhere")
    assert found_in(caught.value) == ["series.yaml:1:1: error: the file does not exist"]


def test_windows_line_ends_and_a_bom_load_like_any_other(tmp_path: Path) -> None:
    plain = bundle_of(tmp_path / "plain")
    data = b"\xef\xbb\xbf" + BRIEF.replace("\n", "\r\n").encode()
    windows = load_bundle(write(tmp_path / "windows", {"statistics.yaml": data}))
    assert windows.briefs["statistics"].content == plain.briefs["statistics"].content


def test_a_text_of_several_lines_has_no_line_ends(tmp_path: Path) -> None:
    blocks = """
        - text:
            zh: |
              第一行
              第二行
            en: |
              First line
              second line
        """
    content = bundle_of(tmp_path, brief_with(blocks)).briefs["statistics"].content
    [block] = content.sections[0].blocks
    assert isinstance(block, TextBlock)
    assert (block.text.zh, block.text.en) == ("第一行第二行", "First line second line")


def test_content_is_frozen(tmp_path: Path) -> None:
    brief = bundle_of(tmp_path).briefs["statistics"].content
    with pytest.raises(AttributeError, match="immutable"):
        brief.title = brief.department  # type: ignore[misc]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (("sections", 2, "blocks", 0, "text", "zh"), "sections[2].blocks[0].text.zh"),
        (("rows", 0, 11), "rows[0][11]"),
        (("figures", "firms_visited", "label"), "figures.firms_visited.label"),
        ((), ""),
    ],
)
def test_paths_are_written_and_read_back(path: tuple[str | int, ...], shown: str) -> None:
    assert show_path(path) == shown
    assert read_path(shown) == path


def test_a_content_path_is_located_in_its_file(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path)
    span = bundle.locate("statistics:sections[0].blocks[0].text.en", "are")
    assert span is not None
    assert (Path(span.file).name, span.line, span.column) == ("statistics.yaml", 9, 45)
    assert bundle.locate("nobody:title.zh") is None


def test_a_text_that_a_comma_cuts_is_explained(tmp_path: Path) -> None:
    brief = brief_with("- text: {zh: 二期工程, en: the works, phase two of them}")
    found = only(tmp_path, brief)
    assert first_line(found).endswith("error: unknown field 'phase two of them'")
    assert "must stand in quotes" in hints_of(found)[0]
