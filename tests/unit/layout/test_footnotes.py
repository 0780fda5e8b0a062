"""Footnotes at the foot of the page that their mark is on."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from makebrief.document.arrange import arrange
from makebrief.document.model import (
    Block,
    Column,
    Document,
    Footnote,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
)
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Destination, Link, Page, PlacedLine, Rule
from tests.lines import set_lines, words_of
from tests.samples import context, pair, text

GEOMETRY = context().page
PITCH = GEOMETRY.line_pitch
BOTTOM = GEOMETRY.top + GEOMETRY.depth
LONG = "聊城市市场监督管理局召开行政指导会，走访企业，收集意见建议。"


def marked(*names: str, words: str = LONG) -> tuple[Text, Text]:
    """A pair that marks notes after its words."""
    runs = [Run("", footnote=name) for name in names]
    return text(words, *runs), text("Words", *runs, language="en")


def note(name: str, words: str = "注", english: str = "A note.") -> Footnote:
    return Footnote(name, pair(words, english))


def pages_of(blocks: Sequence[Block], *notes: Footnote, layout: str = "alternating") -> list[Page]:
    section = Section("body", tuple(blocks), notes)
    made = Document(pair("题"), pair("甲"), pair("事"), "2024-07-23", ("zh", "en"), (section,))
    return list(layout_document(arrange(made, layout), context()))


def lines_of(page: Page, *, notes: bool) -> list[tuple[float, PlacedLine]]:
    """The baselines and lines of a page's notes, or of its body."""
    return [
        (placed.y + mark.y, mark)
        for placed in page.strips
        for mark in placed.strip.marks
        if isinstance(mark, PlacedLine)
        and mark.role != "page-number"
        and (mark.role == "footnote") == notes
    ]


def words_on(page: Page, *, notes: bool) -> str:
    return "".join(words_of(line) for _, line in lines_of(page, notes=notes))


def filler(count: int) -> list[Block]:
    """Paragraphs of one line each in one language."""
    return [Paragraph("body", (text(f"第{at}段。"),)) for at in range(count)]


def test_a_note_ends_at_the_foot_of_its_page_under_a_short_rule() -> None:
    [page] = pages_of([Paragraph("body", marked("a"))], note("a"))
    style = context().style.role("footnote")
    last = max(lines_of(page, notes=True), key=lambda each: each[0])
    assert last[0] == pytest.approx(
        BOTTOM - context().pitch(style.en) + context().baseline(style.en)
    )
    [rule] = [mark for placed in page.strips for mark in placed.strip.marks if type(mark) is Rule]
    assert rule.x1 - rule.x0 == pytest.approx(GEOMETRY.measure / 4)
    assert words_on(page, notes=True) == "①注A note."


def test_the_texts_of_a_note_begin_at_one_edge_and_its_mark_hangs() -> None:
    [page] = pages_of([Paragraph("body", marked("a"))], note("a"))
    (_, chinese), (_, english) = lines_of(page, notes=True)
    edge = chinese.x + chinese.runs[1].x
    assert english.x + english.runs[0].x == pytest.approx(edge, abs=0.01)
    assert chinese.x + chinese.runs[0].x == pytest.approx(0.0, abs=0.01)


@pytest.mark.parametrize("count", range(14, 23))
def test_mark_and_note_are_never_on_different_pages(count: int) -> None:
    blocks = [*filler(count), Paragraph("body", marked("a", "b")[:1]), *filler(20)]
    notes = note("a", LONG * 3), note("b", LONG * 2)
    for page in pages_of(blocks, *notes):
        for mark in "①②":
            assert (mark in words_on(page, notes=False)) == (mark in words_on(page, notes=True))


def test_l10_the_body_keeps_to_the_grid_and_out_of_the_notes() -> None:
    blocks = [Paragraph("body", marked(f"n{at}")) for at in range(30)]
    pages = pages_of(blocks, *(note(f"n{at}") for at in range(30)))
    first = GEOMETRY.top + context().baseline(context().style.role("body").zh)
    for page in pages:
        body = [y for y, _ in lines_of(page, notes=False)]
        feet = [y for y, _ in lines_of(page, notes=True)]
        assert all((y - first) / PITCH == pytest.approx(round((y - first) / PITCH)) for y in body)
        assert max(body) < min(feet) - 10


def test_a_long_note_goes_on_at_the_foot_of_the_next_page_and_loses_nothing() -> None:
    words = "".join(f"第{at}句话说的是市场监管。" for at in range(200))
    pages = pages_of([*filler(15), Paragraph("body", marked("a")), *filler(30)], note("a", words))
    printed = "".join(words_on(page, notes=True) for page in pages)
    assert printed == f"①{words}A note."
    counts = [len(lines_of(page, notes=True)) for page in pages]
    assert len([count for count in counts if count]) > 1
    assert all(count > 1 for count in counts if count), "no line of a note is alone (L9)"
    assert "①" in words_on(pages[0], notes=False)
    assert counts[0] >= 2


def test_a_note_longer_than_all_pages_is_printed_to_its_end() -> None:
    words = "".join(f"第{at}句话说的是市场监管。" for at in range(900))
    pages = pages_of([Paragraph("body", marked("a"))], note("a", words))
    assert "".join(words_on(page, notes=True) for page in pages) == f"①{words}A note."
    assert all(y <= BOTTOM + 0.1 for page in pages for y, _ in lines_of(page, notes=True))


def test_a_note_is_printed_once_however_often_it_is_marked() -> None:
    blocks: list[Block] = [
        Paragraph("body", marked("a")),
        *filler(40),
        Paragraph("body", marked("a")),
    ]
    pages = pages_of(blocks, note("a"))
    assert [words_on(page, notes=True) for page in pages] == [
        "①注A note.",
        *[""] * (len(pages) - 1),
    ]


def test_marks_and_notes_lead_to_each_other() -> None:
    [page] = pages_of([Paragraph("body", marked("a"))], note("a"))
    marks = [mark for placed in page.strips for mark in placed.strip.marks]
    places = [mark.name for mark in marks if isinstance(mark, Destination)]
    links = [mark.target for mark in marks if isinstance(mark, Link)]
    assert sorted({f"#{name}" for name in places}) == sorted(set(links))
    assert len(places) == 2
    assert len(links) == 3, "from both languages, and back"


def test_the_rectangle_of_a_mark_lies_on_the_mark() -> None:
    [page] = pages_of([Paragraph("body", marked("a", words="甲"))], note("a"))
    [placed] = [each for each in page.strips if "甲①" in _words(each.strip.marks)]
    [line] = [mark for mark in placed.strip.marks if isinstance(mark, PlacedLine)]
    [link] = [mark for mark in placed.strip.marks if isinstance(mark, Link)]
    assert link.x0 == pytest.approx(line.x + line.runs[1].x)
    assert link.x1 == pytest.approx(line.x + line.width)
    assert link.y0 < line.y < link.y1


def _words(marks: tuple[object, ...]) -> str:
    return "".join(words_of(mark) for mark in marks if isinstance(mark, PlacedLine))


@pytest.mark.parametrize("layout", ["alternating", "facing", "sequential", "zh", "en"])
def test_every_block_and_layout_prints_its_notes(layout: str) -> None:
    columns = tuple(Column(marked(name, words="列"), "left") for name in ("d", "e"))
    blocks: list[Block] = [
        Heading(1, marked("a", words="题"), "h1", 0),
        Paragraph("body", marked("b")),
        ListBlock(numbered=False, items=(marked("c"),)),
        Table(marked("f", words="表"), columns, ((marked("g"), marked("h")),), marked("i")),
        Paragraph("quote", marked("j")),
    ]
    pages = pages_of(
        blocks,
        *(note(name, f"注{name}。", f"Note {name}.") for name in "abcdefghij"),
        layout=layout,
    )
    printed = "".join(words_on(page, notes=True) for page in pages)
    for name in "abcdefghij":
        assert (f"注{name}。" in printed) == (layout != "en")
        assert (f"Note {name}." in printed) == (layout != "zh")


def test_l1_the_mark_of_a_note_never_begins_a_line() -> None:
    for em in range(4, 28):
        mark = Run("①", footnote="a")
        for line in set_lines(LONG, mark, LONG, mark, em=em)[1:]:
            assert not words_of(line).startswith("①")


def test_l5_a_mark_of_punctuation_closes_up_to_the_mark_of_a_note() -> None:
    apart = set_lines("完成。", Run("①"), em=20)[0].width
    mark = Run("①", footnote="a")
    assert set_lines("完成。", mark, em=20)[0].width < apart - 10
    [line] = set_lines("完成", mark, em=20)
    small = line.runs[-1]
    assert small.size < 12
    assert small.rise > 0


def test_time_and_pages_do_not_depend_on_what_comes_after() -> None:
    """A page is settled by what stands on it: no note pushes its own mark away later."""
    notes = [note(f"n{at}", LONG * (at % 4 + 1)) for at in range(40)]
    blocks: list[Block] = [Paragraph("body", marked(f"n{at}")) for at in range(40)]
    whole = pages_of(blocks, *notes)
    part = pages_of(blocks[:30], *notes[:30])
    for one, other in zip(part[:-2], whole, strict=False):
        assert list(lines_of(one, notes=False)) == lines_of(other, notes=False)


def test_a_note_marked_on_both_sides_of_a_page_break_is_printed_once() -> None:
    blocks: list[Block] = [
        Paragraph("body", marked("a")),
        PageBreak(),
        Paragraph("body", marked("b", "a")),
    ]
    one, other = pages_of(blocks, note("a"), note("b", "另注", "Another."))
    assert words_on(one, notes=True) == "①注A note."
    assert words_on(other, notes=True) == "②另注Another."


def test_a_page_break_drops_no_rest_of_a_long_note() -> None:
    words = "".join(f"第{at}句话说的是市场监管。" for at in range(200))
    blocks: list[Block] = [*filler(15), Paragraph("body", marked("a")), PageBreak(), *filler(3)]
    pages = pages_of(blocks, note("a", words))
    assert "".join(words_on(page, notes=True) for page in pages) == f"①{words}A note."
    assert words_on(pages[-1], notes=False).startswith("第0段。")
