"""L8 to L10 and the rules of the page: each is found where it is broken, and nowhere else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from makebrief.layout.marks import (
    Area,
    Destination,
    Link,
    Mark,
    Page,
    PlacedLine,
    PlacedPicture,
    PlacedStrip,
    Rule,
    Strip,
)
from makebrief.layout.pages import number_strip
from makebrief.style.model import MM
from tests.samples import context
from tests.unit.checks.made_pages import (
    BASELINE,
    GEOMETRY,
    findings,
    moved,
    page,
    paragraph,
    placed,
    set_from,
    words_of,
)

MEASURE = GEOMETRY.measure
FULL = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八"


def lines(first: PlacedLine, *, row: float = 1) -> Page:
    """A paragraph of a given line and a short one."""
    return page(first, placed("随后。", row))


@pytest.mark.parametrize("off", [-5.0, -0.2])
def test_a_line_that_is_not_flush_on_the_right(off: float) -> None:
    [found] = findings(lines(placed(FULL, width=MEASURE + off)), "layout-l8")
    assert found.severity == "error"
    assert dict(found.message.values)["amount"] == f"{off:.2f}"


@pytest.mark.parametrize("off", [0.0, -0.09, 0.09])
def test_a_line_that_is_flush(off: float) -> None:
    made = lines(placed(FULL, width=MEASURE + off))
    assert findings(made, "layout-l8") == findings(made, "layout-l8-wide") == []


def test_a_line_that_is_not_flush_on_the_left() -> None:
    full = placed(FULL, width=MEASURE)
    second = moved(placed(FULL, 1, width=MEASURE - 1), x=1.0)
    assert len(findings(page(full, second, placed("随后。", 2)), "layout-l8")) == 1
    assert (
        findings(page(full, placed(FULL, 1, width=MEASURE), placed("随后。", 2)), "layout-l8") == []
    )


def test_a_line_that_ends_with_a_mark_of_half_width_is_flush() -> None:
    assert findings(lines(placed(FULL[:-1] + "。", width=MEASURE)), "layout-l8") == []


def test_the_last_line_and_ragged_text_need_not_be_flush() -> None:
    assert findings(page(placed("随后。")), "layout-l8") == []
    ragged = page(placed("一、总体", role="heading1"), placed("情况", 1, role="heading1"))
    assert findings(ragged, "layout-l8") == []


def test_english_may_be_ragged_in_a_narrow_column_only() -> None:
    half = (MEASURE - 20) / 2
    rows = [moved(placed("a short line", row, language="en"), x=half + 20) for row in range(3)]
    assert findings(page(*rows), "layout-l8") == []
    words = "a short line of some words, and of {} more"
    wide = [
        placed(words.format(count), row, language="en")
        for row, count in enumerate(("two", "three", "four"))
    ]
    assert len(findings(page(*wide), "layout-l8")) == 2


@pytest.mark.parametrize(
    ("words", "severity"),
    [("https://example.org/", "hint"), ("发", "hint"), ("发展", "error"), ("a b", "error")],
)
def test_a_line_that_cannot_stretch_is_a_hint(words: str, severity: str) -> None:
    [found] = findings(lines(placed(words)), "layout-l8")
    assert found.severity == severity


@pytest.mark.parametrize("off", [0.2, 12.0])
def test_a_line_over_the_measure(off: float) -> None:
    [found] = findings(lines(placed(FULL, width=MEASURE + off)), "layout-l8-wide")
    assert found.severity == "error"
    assert findings(page(placed(FULL, width=MEASURE + off)), "layout-l8-wide") != []


def test_a_cell_that_runs_into_the_next_one() -> None:
    cell = placed("保护基地", role="table-cell")
    width = 4 * 12.0
    near, far = (moved(placed("十处", role="table-cell"), x=width + by) for by in (-3.0, 3.0))
    assert words_of(findings(page(cell, near), "layout-l8-wide")) == ["保护基地"]
    assert findings(page(cell, far), "layout-l8-wide") == []


def test_two_columns_are_each_their_own_measure() -> None:
    half = (MEASURE - 20) / 2
    short = FULL[:12]
    left = [placed(short, width=half), placed("随后。", 1)]
    english = [
        moved(placed("a line of some words", row, width=half, language="en"), x=half + 20)
        for row in range(2)
    ]
    columns = page(left[0], english[0], left[1], english[1])
    assert findings(columns, "layout-l8") == findings(columns, "layout-l8-wide") == []
    ragged = page(placed(short, width=half - 2), english[0], left[1], english[1])
    assert len(findings(ragged, "layout-l8")) == 1
    wide = page(placed(short, width=half + 2), english[0], left[1], english[1])
    assert len(findings(wide, "layout-l8-wide")) == 1


@pytest.mark.parametrize(("count", "loose"), [(26, False), (20, True)])
def test_a_line_that_is_pulled_apart(count: int, loose: bool) -> None:
    found = findings(lines(placed(FULL[:count], width=MEASURE)), "layout-l8-loose")
    assert [each.severity for each in found] == ["hint"] * loose


@pytest.mark.parametrize(
    ("last", "lonely"),
    [("家。", True), ("家", True), ("5。", True), ("两家", False), ("5%", False)],
)
def test_a_last_line_of_one_character(last: str, lonely: bool) -> None:
    found = findings(paragraph(FULL, last), "layout-l9")
    assert [each.severity for each in found] == ["warning"] * lonely


def test_a_paragraph_of_one_character_is_no_last_line() -> None:
    assert findings(page(placed("家")), "layout-l9") == []


def split(first: int, second: int) -> tuple[Page, Page]:
    """A paragraph over two pages, with so many lines on each."""
    rows = [placed(FULL, row, width=MEASURE) for row in range(20, 20 + first)]
    more = [placed(FULL, row, width=MEASURE) for row in range(second - 1)]
    return page(*rows), page(*more, placed(FULL[:9], second - 1), number=2)


@pytest.mark.parametrize(("first", "second", "count"), [(1, 2, 1), (2, 1, 1), (1, 1, 2), (2, 2, 0)])
def test_a_single_line_on_a_page(first: int, second: int, count: int) -> None:
    found = findings(split(first, second), "layout-l9-line")
    assert [each.severity for each in found] == ["warning"] * count


def test_the_same_text_twice_is_no_paragraph_over_two_pages() -> None:
    twice = (page(placed("发展情况", 21)), page(placed("发展情况"), number=2))
    assert findings(twice, "layout-l9-line", set_from("发展情况")) == []


def heading(row: float) -> PlacedLine:
    return placed("一、总体", row, role="heading1")


def test_a_heading_that_is_last_on_its_page() -> None:
    [found] = findings(page(placed("发展"), heading(2)), "layout-l9-heading")
    assert found.severity == "warning"
    assert findings(page(heading(0), placed("发展", 2)), "layout-l9-heading") == []
    picture = PlacedPicture(0, 100, 50, 50, b"", "")
    assert findings(page(heading(0), picture), "layout-l9-heading") == []


def test_a_caption_under_its_picture_is_no_heading() -> None:
    caption = placed("图", 8, role="caption")
    picture = PlacedPicture(0, 100, 50, 50, b"", "")
    made = page(placed("发展"), picture, caption)
    assert findings(made, "layout-l9-heading") == []
    assert len(findings(page(placed("发展"), caption), "layout-l9-heading")) == 1


def test_a_table_head_without_a_row() -> None:
    head = placed("形式", 3, role="table-head")
    below = Rule(0, 120, MEASURE, 120, 0.4, "000000")
    assert len(findings(page(placed("发展"), head, below), "layout-l9-heading")) == 1


@pytest.mark.parametrize(("off", "count"), [(0.0, 0), (0.09, 0), (0.2, 1), (-3.0, 1)])
def test_a_line_off_the_grid(off: float, count: int) -> None:
    found = findings(page(placed("发展"), moved(placed("随后", 3), y=off)), "layout-l10")
    assert [each.severity for each in found] == ["warning"] * count


def test_roles_with_a_pitch_of_their_own_are_on_no_grid() -> None:
    cell = moved(placed("形式", 1, role="table-cell"), y=5.0)
    note = moved(placed("注", 3, role="table-note"), y=5.0)
    assert findings(page(cell, note), "layout-l10") == []


def test_a_page_of_another_size() -> None:
    right = page(placed("发展"))
    wrong = replace(right, width=216 * MM)
    [found] = findings(wrong, "layout-p1")
    assert found.severity == "error"
    assert words_of([found]) == ["216.0 × 297.0 mm"]
    turned = replace(right, width=right.height, height=right.width)
    assert findings(right, "layout-p1") == findings(turned, "layout-p1") == []


def test_text_outside_the_type_area() -> None:
    for out in (
        moved(placed("发展"), x=-2.0),
        moved(placed("发展"), x=MEASURE - 20.0),
        moved(placed("发展"), y=-10.0),
        placed("发展", 22),
    ):
        [found] = findings(page(out), "layout-p2")
        assert found.severity == "error"
    assert findings(page(placed("发展"), placed("发展", 21)), "layout-p2") == []


def test_rules_areas_and_pictures_outside_the_type_area() -> None:
    marks = (
        Rule(0, 10, MEASURE + 3, 10, 1.0, "000000"),
        Area(((-3, 0), (5, 0), (5, 5)), "000000"),
        PlacedPicture(0, 600, 50, 50, b"", ""),
    )
    found = findings(page(*marks), "layout-p2")
    assert words_of(found) == ["Rule", "Area", "PlacedPicture"]
    inside = Rule(0, 10, MEASURE, 10, 1.0, "000000")
    assert findings(page(inside), "layout-p2") == []


def test_a_first_page_without_body_text() -> None:
    title = placed("标题", role="title")
    [found] = findings(page(title), "layout-p6")
    assert found.severity == "error"
    assert findings(page(title, placed("发展", 2)), "layout-p6") == []


def test_a_cover_has_no_body_text_and_no_number() -> None:
    cover = placed("标题", role="cover-title")
    bare = Page(1, GEOMETRY.width * MM, GEOMETRY.height * MM, page(cover).strips[:1])
    assert findings(bare, "layout-p6") == findings(bare, "layout-p7") == []


def numbered(number: int, strip: PlacedStrip | None) -> Page:
    """A page of body text with this number strip on it."""
    made = page(placed("发展"), number=number)
    own = () if strip is None else (replace(strip, x=GEOMETRY.left, y=GEOMETRY.top),)
    return replace(made, strips=(*made.strips[:1], *own))


def test_page_numbers_on_their_side() -> None:
    for number in (1, 2, 13):
        assert findings(numbered(number, number_strip(number, context())), "layout-p7") == []


def moved_strip(strip: PlacedStrip, x: float = 0.0, y: float = 0.0) -> PlacedStrip:
    [line] = [mark for mark in strip.strip.marks if isinstance(mark, PlacedLine)]
    return replace(strip, strip=Strip(0.0, (moved(line, x, y),)))


def test_page_numbers_that_are_wrong() -> None:
    one, two = number_strip(1, context()), number_strip(2, context())
    for wrong in (
        numbered(1, None),
        numbered(3, one),
        numbered(2, moved_strip(two, x=MEASURE / 2)),
        numbered(1, moved_strip(one, x=5.0)),
        numbered(1, moved_strip(one, y=9.0)),
    ):
        [found] = findings(wrong, "layout-p7")
        assert found.severity == "warning"


def test_a_character_that_its_face_lacks() -> None:
    [found] = findings(page(placed("发展\U0001f600")), "layout-glyph")
    assert found.severity == "error"
    assert words_of([found]) == ["\U0001f600 (U+1F600)"]
    assert findings(page(placed("发展 情况")), "layout-glyph") == []


def test_the_grid_of_the_tests_is_that_of_the_style() -> None:
    assert 0 < BASELINE < GEOMETRY.line_pitch


def marked(row: float, *, number: int = 1, note: bool = False) -> Page:
    """A page whose line on a row marks a footnote, which is there or not."""
    line = placed("数据截至六月", row)
    link = Link(80.0, line.y - 12, 96.0, line.y + 4, "#note")
    below = placed("① 另见年报", 20, role="footnote")
    foot: list[Mark] = [Destination("note", 600.0), below] if note else []
    return page(placed("总体情况", 0), line, link, *foot, number=number)


def test_a_footnote_on_another_page_than_its_mark() -> None:
    foot = page(Destination("note", 600.0), placed("① 另见年报", 20, role="footnote"), number=2)
    [found] = findings((marked(3), foot), "layout-footnote")
    assert found.severity == "error"
    assert words_of([found]) == ["数据截至六月"]
    assert findings(marked(3, note=True), "layout-footnote") == []


def test_a_footnote_that_is_marked_again_on_another_page_stands_with_its_first_mark() -> None:
    pages = (marked(3, note=True), marked(3, number=2))
    assert findings(pages, "layout-footnote") == []


def test_a_heading_above_the_footnotes_is_last_on_its_page() -> None:
    foot = placed("① 另见年报", 20, role="footnote")
    alone = page(placed("总体"), heading(3), foot)
    assert len(findings(alone, "layout-l9-heading")) == 1
